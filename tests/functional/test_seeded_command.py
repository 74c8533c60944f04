"""Commands give the same bytes for models that draw random numbers themselves."""

from __future__ import annotations

from pathlib import Path

from tests.functional.conftest import Pfg, assert_success

MODELS_FILE = """
import random
from pydantic import BaseModel

class User(BaseModel):
    x: int
    z: float = random.random()
    w: float = 0.0

    def model_post_init(self, context):
        self.w = random.random()
"""


def test_the_command_writes_the_same_bytes_with_any_number_of_workers(
    project: Path, pfg: Pfg
) -> None:
    (project / "app" / "models.py").write_text(MODELS_FILE)
    words = ("gen", "json", "app/models.py:User", "-n", "600", "--jsonl", "--seed", "1")
    once, again = pfg(*words), pfg(*words)
    assert_success(once)
    assert again.stdout == once.stdout
    shards = (*words, "--shard-size", "200", "--workers", "2", "--out", "u-{shard}.jsonl")
    assert_success(pfg(*shards))
    assert "".join(path.read_text() for path in sorted(project.glob("u-*.jsonl"))) == once.stdout
    assert len(set(once.stdout.splitlines())) == 600
