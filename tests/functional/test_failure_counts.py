"""How many models failed, of how many: the sentence at the end of a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.conftest import Pfg

MODELS = """
from collections.abc import Callable

from pydantic import BaseModel, field_validator

class A(BaseModel):
    x: int

class B(BaseModel):
    x: int

class C(BaseModel):
    x: int

class Never(BaseModel):
    name: str
    call: Callable[[], int] = print

    @field_validator("name")
    @classmethod
    def refuse(cls, value):
        raise ValueError("nothing is right")

class Twice(BaseModel):
    name: str
    call: Callable[[], int] = print

    @field_validator("name")
    @classmethod
    def add_mark(cls, value):
        if value.endswith("!"):
            raise ValueError("twice")
        return value + "!"
"""

JSONL = '{"path": "sent.jsonl"}'

COMMANDS = {
    "json": ["gen", "json", "app/five.py", "-n", "2", "--exclude", "app.five.Twice"],
    "lines": ["gen", "json", "app/five.py", "--jsonl", "--exclude", "app.five.Twice"],
    "json files": ["gen", "json", "app/five.py", "-o", "{model}.json", "--exclude", "*.Twice"],
    "json shards": [
        *["gen", "json", "app/five.py", "-n", "4", "--shard-size", "2"],
        *["-o", "{model}-{shard}.json", "--exclude", "app.five.Twice"],
    ],
    "fixtures": ["gen", "fixtures", "app/five.py", "--exclude", "app.five.Never"],
    "classes": ["gen", "fixtures", "app/five.py", "--style", "class", "--exclude", "*.Never"],
    "fixture files": ["gen", "fixtures", "app/five.py", "-o", "{model}.py", "--exclude", "*.Never"],
    "schema": ["gen", "schema", "app/five.py", "--exclude", "app.five.Never"],
    "schema files": ["gen", "schema", "app/five.py", "-o", "{model}.json", "--exclude", "*.Never"],
    "persist": [
        *["persist", "app/five.py", "-H", "jsonl", "--handler-config", JSONL],
        *["-n", "2", "--exclude", "*.Twice"],
    ],
}


@pytest.fixture
def five(project: Path) -> Path:
    """A file with five models, two of which fail."""
    (project / "app" / "five.py").write_text(MODELS)
    return project


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_models_are_counted(five: Path, pfg: Pfg, words: list[str]) -> None:
    result = pfg(*words)
    assert result.exit_code != 0
    assert "1 of 4 models could not be served" in result.stderr


def test_two_failures_of_one_document_are_two_models(five: Path, pfg: Pfg) -> None:
    result = pfg("gen", "fixtures", "app/five.py")
    assert "2 of 5 models could not be served" in result.stderr
