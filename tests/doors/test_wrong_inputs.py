"""Wrong inputs: each gives one sentence that names the culprit, a hint, its exit code, and the same as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors.conftest import Pfg, error_of

MODELS = "app/models.py"

TARGETS = [
    # words of the command, exit code, what the message names
    (["list", "missing.py"], 10, "missing.py"),
    (["list", "no_such_module"], 10, "no_such_module"),
    (["list", "app.no_such"], 10, "app.no_such"),
    (["list", "app.models:Usr"], 10, "Usr"),
    (["list", "app.models:Field"], 10, "Field"),
    (["list", "app/broken.py"], 10, "broken.py:2"),
    (["list", "app/broken.py", "--ast"], 10, "broken.py:2"),
    (["list", "app/raising.py"], 10, "the database is down"),
    (["list", "app/exiting.py"], 10, "SystemExit"),
    (["list", "app/dying.py"], 40, "ended before it was done"),
    (["list", "app/sleeping.py", "--timeout", "1"], 40, "1 seconds"),
    (["list", "app/empty.py"], 10, "defines no models"),
    (["list", "app/importing.py"], 10, "not_installed_anywhere"),
    (["list", "what is this"], 2, "what is this"),
    (["list", MODELS, "--include", "nothing.*"], 10, "selected"),
    (["list"], 2, "TARGET"),
    (["lisst", MODELS], 2, "lisst"),
    (["gen", "json", MODELS, "--sed", "3"], 2, "--sed"),
    (["gen", "json", MODELS, "--seed", "three"], 2, "three"),
    (["gen", "json", MODELS, "--n", "-1"], 2, "-1"),
    (["gen", "json", MODELS, "--n", "1.5"], 2, "1.5"),
    (["gen", "json", MODELS, "--p-none", "2"], 2, "--p-none"),
    (["gen", "json", MODELS, "--now", "yesterday"], 2, "yesterday"),
    (["gen", "json", MODELS, "--locale", "en_XX"], 70, "en_XX"),
    (["gen", "json", MODELS, "--out", "{modle}.json"], 2, "modle"),
    (["gen", "json", MODELS, "--out", "one.json"], 30, "one.json"),
    (["gen", "json", "app.models:User", "--out", "file/x.json"], 30, "file"),
    (["gen", "json", "app.models:User", "--out", "app"], 30, "app"),
    (["gen", "json", "app.models:User", "--out", "/proc/closed/x.json"], 30, "/proc/closed"),
    (["gen", "json", "app/impossible.py:Bounds"], 20, "ge=5, le=3"),
    (["gen", "json", "app/impossible.py:Refusing"], 20, "Refusing.name"),
    (["gen", "json", "app/impossible.py:Endless"], 20, "refers to itself"),
    (["gen", "json", "app/impossible.py:Few"], 20, "different items"),
    (["gen", "json", "app/impossible.py:Pattern"], 20, "pattern"),
    (["gen", "json", "app/impossible.py:Undefined"], 20, "Undefined"),
    (["gen", "fixtures", MODELS, "--style", "fancy"], 2, "fancy"),
    (["gen", "fixtures", MODELS, "--scope", "forever"], 2, "forever"),
    (["gen", "fixtures", MODELS, "--cases", "0"], 2, "--cases"),
    (["gen", "fixtures", MODELS, "--return-type", "xml"], 2, "xml"),
    (["gen", "schema", "app/impossible.py:NoSchema"], 20, "JSON Schema"),
]

IMPOSSIBLE = """
from typing import Callable, Literal
from pydantic import BaseModel, Field, field_validator

class Bounds(BaseModel):
    size: int = Field(ge=5, le=3)

class Refusing(BaseModel):
    name: str
    @field_validator("name")
    @classmethod
    def never(cls, value):
        raise ValueError("no name is good enough")

class Endless(BaseModel):
    inner: "Endless"

class Few(BaseModel):
    letters: set[Literal["a", "b"]] = Field(min_length=3)

class Pattern(BaseModel):
    code: str = Field(pattern="^[A-Z]{8}$", max_length=4)

class Undefined(BaseModel):
    other: "Nowhere"

class Mute:
    pass

class NoSchema(BaseModel, arbitrary_types_allowed=True):
    inner: Mute
"""


@pytest.fixture(autouse=True)
def files(project: Path) -> None:
    """The modules that the wrong inputs name."""
    app = project / "app"
    (app / "broken.py").write_text("x = 1\nclass (:\n")
    (app / "raising.py").write_text("raise RuntimeError('the database is down')\n")
    (app / "exiting.py").write_text("import sys\nsys.exit(3)\n")
    (app / "dying.py").write_text("import os\nos._exit(0)\n")
    (app / "sleeping.py").write_text("import time\ntime.sleep(60)\n")
    (app / "empty.py").write_text("x = 1\n")
    (app / "importing.py").write_text("import not_installed_anywhere\n")
    (app / "impossible.py").write_text(IMPOSSIBLE)
    (project / "file").write_text("in the way")


@pytest.mark.parametrize(("words", "code", "named"), TARGETS, ids=[" ".join(words)[-40:] for words, _, _ in TARGETS])
def test_a_wrong_input_is_one_sentence_a_hint_and_a_code(pfg: Pfg, words: list[str], code: int, named: str) -> None:
    told, as_json = pfg(*words), pfg(*words, "--json-errors")
    assert (told.exit_code, as_json.exit_code) == (code, code), told.stderr
    assert "Traceback" not in told.output + as_json.output
    assert "  hint: " in told.stderr
    body = error_of(as_json)
    assert body["code"] == code
    assert body["hint"]
    assert named in str(body["message"])
    assert named in told.stderr


CONFIGURATIONS = [
    ("[tool.pytest_fixturegen]\nsede = 3\n", "seed"),
    ("[tool.pytest_fixturegen]\nseed = 'x'\n", "whole number"),
    ("[tool.pytest_fixturegen.json]\nn = -4\n", "at least 0"),
    ("[tool.pytest_fixturegen\n", "TOML"),
    ("[tool.pytest_fixturegen]\nseed = 1\n[tool.pydantic_fixturegen]\nseed = 1\n", "both"),
    ("[tool.pytest_fixturegen]\ninclude = 3\n", "list of texts"),
]


@pytest.mark.parametrize(("text", "named"), CONFIGURATIONS)
def test_a_wrong_configuration_names_file_and_key(pfg: Pfg, project: Path, text: str, named: str) -> None:
    (project / "pyproject.toml").write_text(text)
    result = pfg("gen", "json", MODELS, "--json-errors")
    body = error_of(result)
    assert result.exit_code == body["code"] == 70
    assert "pyproject.toml" in str(body["message"])
    assert named in f"{body['message']} {body['hint']}"


def test_a_wrong_variable_is_named(pfg: Pfg) -> None:
    body = error_of(pfg("gen", "json", MODELS, "--json-errors", PFG_SEED="seven"))
    assert (body["code"], "PFG_SEED" in str(body["message"])) == (70, True)


def test_an_unknown_variable_suggests_the_nearest(pfg: Pfg) -> None:
    body = error_of(pfg("gen", "json", MODELS, "--json-errors", PFG_SEEED="7"))
    assert (body["code"], "'PFG_SEED'" in str(body["hint"])) == (70, True)


def test_models_that_fail_leave_the_others_written(pfg: Pfg, project: Path) -> None:
    source = (project / "app" / "impossible.py").read_text() + "\nclass Fine(BaseModel):\n    x: int\n"
    (project / "app" / "mixed.py").write_text(source)
    result = pfg("gen", "json", "app/mixed.py", "--out", "out/{model}.json", "--json-errors")
    body = error_of(result)
    assert result.exit_code == 20
    assert (project / "out" / "Fine.json").is_file()
    assert {path.name for path in (project / "out").iterdir()} == {"Fine.json"}
    assert len(body["details"]["failures"]) == 7  # type: ignore[index,call-overload]


def test_a_failure_leaves_the_file_that_was_there(pfg: Pfg, project: Path) -> None:
    (project / "old.json").write_text("precious")
    assert pfg("gen", "json", "app/impossible.py:Bounds", "--out", "old.json").exit_code == 20
    assert (project / "old.json").read_text() == "precious"
    assert [path.name for path in project.iterdir() if path.suffix == ".tmp"] == []
