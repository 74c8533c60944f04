"""The limit of processor time ends a child that nobody watches."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pytest_fixturegen.config.command_options import ImportConfig, JsonConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.sandbox.cpu_limit import choose_cpu_limit
from pytest_fixturegen.worker import client
from pytest_fixturegen.worker.relay import build_run, relay_frames

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")

ROOT = Path(__file__).parents[2]
MODEL = """
import resource
from pydantic import BaseModel, Field

class User(BaseModel):
    seconds: int = Field(default=resource.getrlimit(resource.RLIMIT_CPU)[0])
"""


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("", [signal.SIGXCPU]),
        # A target may ignore the signal. The order of the two limits is the system's.
        ("signal.signal(signal.SIGXCPU, signal.SIG_IGN)", [signal.SIGKILL]),
    ],
    ids=["default", "ignored"],
)
def test_a_loop_that_nobody_watches_ends(before: str, expected: list[int]) -> None:
    code = (
        f"import signal, sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        f"from pytest_fixturegen.sandbox.cpu_limit import limit_cpu\n"
        f"{before}\nlimit_cpu(1)\nwhile True: pass\n"
    )
    result = subprocess.run([sys.executable, "-c", code], timeout=60, check=False)
    assert -result.returncode in expected


@pytest.mark.parametrize("trust", [False, True])
def test_every_child_has_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, trust: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("models.py").write_text(MODEL)
    out = io.BytesIO()
    imports = ImportConfig(timeout=60, trust=trust)
    config = GenerationConfig(ignore_defaults=False)
    client.emit_json("models.py", JsonConfig(), config, SelectionConfig(), imports, stdout=out)
    (record,) = json.loads(out.getvalue())
    assert record["seconds"] == choose_cpu_limit(60 * 60.05)


def test_the_error_of_the_processor_time_names_the_limit() -> None:
    child: Any = SimpleNamespace(wait=lambda seconds: -signal.SIGXCPU)
    run = build_run(child, io.BytesIO(), "jobs:list_models", {}, ImportConfig(timeout=4))
    with pytest.raises(UnsafeImportViolation, match="90 seconds of processor time") as caught:
        list(relay_frames(run))
    assert caught.value.facts["limit"] == "time"
