"""Wrong inputs give one sentence that names the cause, a hint and an exit code, also as JSON."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pytest_fixturegen.errors import ERROR_CLASSES
from tests.functional.conftest import Pfg, assert_exit_code, assert_success, error_of

MODELS = "app/models.py"

USER = ["gen", "json", f"{MODELS}:User"]
TARGETS = [
    # command line, exit code, text in the message
    (["list", "missing.py"], 10, "missing.py"),
    (["list", "no_such_module"], 10, "no_such_module"),
    (["list", "app.no_such"], 10, "app.no_such"),
    (["list", "app.models:Usr"], 10, "Usr"),
    (["list", "app.models:Field"], 10, "Field"),
    (["list", "app/broken.py"], 10, "broken.py:2"),
    (["list", "app/broken.py", "--ast"], 10, "broken.py:2"),
    (["list", "app/raising.py"], 10, "the database is down"),
    (["list", "app/exiting.py"], 10, "SystemExit"),
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
    (["gen", "json", MODELS, "--out", "one-{index}.json"], 30, "one-0.json"),
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
    (["gen", "jsn", MODELS], 2, "jsn"),
    (["schema", "confg"], 2, "confg"),
    (["completion", "tcsh"], 2, "tcsh"),
    (["completion"], 2, "SHELL"),
    (["list", MODELS, "extra"], 2, "extra"),
    (["list", MODELS, "--include"], 2, "--include"),
    (["list", MODELS, "--ast=yes"], 2, "--ast"),
    (["--seed", "3", "list", MODELS], 2, "--seed"),
    (["gen", "json"], 2, "TARGET"),
    (["gen", "explain"], 2, "TARGET"),
    (["gen", "overrides"], 2, "TARGET"),
    (["persist"], 2, "TARGET"),
    (["serve"], 2, "TARGET"),
    (["doctor", "--bogus"], 2, "--bogus"),
    (["init", "a.py", "b.py"], 2, "b.py"),
    (["init", "missing.py"], 10, "missing.py"),
    (["config", "-qv"], 2, "--quiet"),
    (["config", "extra"], 2, "extra"),
    (["config", "--seed", "x"], 2, "--seed"),
    (["config", "--config", "missing.toml"], 70, "missing.toml"),
    (["config", "--config", "file"], 70, "expected a TOML, YAML or JSON file"),
    (["config", "--config", "folder.toml"], 70, "which does not exist"),
    (["--config", "nope.yaml", "list", MODELS], 70, "nope.yaml"),
    (["schema", "config", "extra"], 2, "extra"),
    ([*USER, "--indent", "9"], 2, "from 0 to 8"),
    ([*USER, "--shard-size", "-1"], 2, "--shard-size"),
    ([*USER, "--max-depth", "21"], 2, "--max-depth"),
    ([*USER, "--union-policy", "best"], 2, "'first', 'random' or 'weighted'"),
    ([*USER, "--rng-mode", "dice"], 2, "dice"),
    ([*USER, "--sandbox", "maybe"], 2, "maybe"),
    ([*USER, "--timeout", "inf"], 2, "--timeout"),
    ([*USER, "--memory-limit-mb", "1"], 2, "from 64 to 1000000"),
    ([*USER, "--locale-map", "x"], 2, "one of --locale-map is 'x'"),
    ([*USER, "-O", "name"], 2, "one of --overrides is 'name'"),
    ([*USER, "-O", "Usr.name=x"], 70, "Usr"),
    ([*USER, "-O", "User.nme=x"], 70, "nme"),
    ([*USER, "-O", 'User.name={"vlue": 3}'], 70, "vlue"),
    ([*USER, "-O", 'User.name={"provider": "emial"}'], 70, "emial"),
    ([*USER, "--link", "User.idd=User.id"], 2, "idd"),
    ([*USER, "--link", "User"], 2, "Invalid link 'User'"),
    ([*USER, "--unique", "User.nme"], 2, "nme"),
    ([*USER, "--unique", "User.address"], 20, "User.address"),
    ([*USER, "--allow-net", "nonsense"], 2, "nonsense"),
    (["gen", "json", "..."], 2, "Invalid target"),
    (["list", "x" * 300 + ".py"], 10, "is not a file"),
    (["list", "loop/models.py"], 10, "is not a file"),
    (["list", "good.yml"], 10, "good.yml is not a schema document"),
    (["list", "./file", "--ast"], 10, "file is not a Python file"),
    (
        ["gen", "schema", "app/models.py:User", "--check", "--out", "made.json"],
        1,
        "1 file is out of date",
    ),
    ([*USER, "--out", "x" * 300], 30, "file name too long"),
    (["gen", "overrides", MODELS, "--out", "app"], 30, "is a directory"),
    (["persist", MODELS], 2, "No handler"),
    (["persist", MODELS, "-H", "nope"], 2, "nope"),
    (["persist", MODELS, "-H", "jsonl"], 2, "path"),
    (["persist", MODELS, "-H", "jsonl", "--handler-config", "[1]"], 2, "--handler-config"),
    (["persist", MODELS, "-H", "jsonl", "--handler-config", '{"pth": "x"}'], 2, "pth"),
    (["persist", MODELS, "-H", "memory", "--batch-size", "0"], 2, "--batch-size"),
    (["persist", MODELS, "-H", "no.module:x"], 2, "no.module"),
    (["persist", MODELS, "-H", "app.handlers:full", "--include", "*.User"], 50, "the disk is full"),
    (["serve", "api.yml"], 70, "resources"),
    (["serve", "missing.yml"], 70, "missing.yml"),
    (["serve", MODELS, "--port", "70000"], 2, "--port"),
    (["serve", MODELS, "--host", "0.0.0.0"], 70, "0.0.0.0"),
    (["serve", MODELS, "--seed", "nofile"], 2, "nofile"),
    (["serve", "good.yml", "--fail", "x"], 70, "'x'"),
    (["serve", "good.yml", "--counts", "usrs=3"], 70, "usrs"),
    (["serve", "good.yml", "--database.adapter", "sqlit"], 70, "sqlit"),
    (["serve", "good.yml", "--snapshot", "never", "--port", "0"], 60, "never"),
]

WALLED = [
    (["list", "app/dying.py"], 40, "ended before it was done"),
    (["list", "app/sleeping.py", "--timeout", "1"], 40, "1 seconds"),
]
"""Cases that need a real child process."""

SETTINGS = """from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    database_url: str
Settings()
"""

IMPOSSIBLE = """
from typing import Callable, Literal
from pydantic import BaseModel, Field, field_validator
from typing_extensions import TypedDict

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

class Metre(TypedDict):
    length: Mute

class NoSchema(BaseModel, arbitrary_types_allowed=True):
    inner: Mute
"""


@pytest.fixture(autouse=True)
def files(project: Path) -> None:
    """Write the modules that the wrong inputs name."""
    app = project / "app"
    (app / "broken.py").write_text("x = 1\nclass (:\n")
    (app / "raising.py").write_text("raise RuntimeError('the database is down')\n")
    (app / "exiting.py").write_text("import sys\nsys.exit(3)\n")
    (app / "wanting.py").write_text("import os\nos.environ['SURELY_NOT_SET']\n")
    (app / "settings.py").write_text(SETTINGS)
    (app / "dying.py").write_text("import os\nos._exit(0)\n")
    (app / "sleeping.py").write_text("import time\ntime.sleep(60)\n")
    (app / "empty.py").write_text("x = 1\n")
    (app / "importing.py").write_text("import not_installed_anywhere\n")
    (app / "impossible.py").write_text(IMPOSSIBLE)
    (app / "handlers.py").write_text("def full(batch):\n    raise OSError('the disk is full')\n")
    (project / "file").write_text("in the way")
    (project / "my-app" / "deep").mkdir(parents=True)
    (project / "my-app" / "x.y.py").touch()
    (project / "my-app" / "my-models.py").write_text(
        "from dataclasses import dataclass\n@dataclass\nclass Item: pass\n"
    )
    (project / "my-app" / "nested.py").write_text("import deep.models\n")
    (project / "folder.toml").mkdir()
    (project / "loop").symlink_to("loop")
    (project / "api.yml").write_text("resources: 3\n")
    (project / "good.yml").write_text("resources:\n  users:\n    fields: {name: string}\n")


def read_both_errors(
    pfg: Pfg, words: list[str], **environment: str
) -> tuple[dict[str, object], str]:
    """Return the error of a command as JSON and as text, after checking that they agree."""
    as_text, as_json = pfg(*words, **environment), pfg("--json-errors", *words, **environment)
    assert "Traceback" not in as_text.output + as_json.output
    body = error_of(as_json)
    assert as_text.exit_code == as_json.exit_code == body["code"], as_text.stderr
    assert as_text.stderr.endswith(f"error: {body['message']}\n  hint: {body['hint']}\n")
    assert body["hint"]
    return body, as_text.stderr


@pytest.mark.parametrize(
    ("words", "code", "expected"), TARGETS, ids=[" ".join(words)[-40:] for words, _, _ in TARGETS]
)
def test_a_wrong_input_gives_one_sentence_a_hint_and_a_code(
    pfg: Pfg, in_process: list[object], words: list[str], code: int, expected: str
) -> None:
    body, _ = read_both_errors(pfg, words)
    assert body["code"] == code
    assert expected in str(body["message"])


HINTS = [
    (
        ["list", "app"],
        (
            "Name its folder with a slash at the end, or a module: app.broken, app.dying, "
            "app.empty, app.exiting, app.handlers, …"
        ),
    ),
    (["list", "app/importing.py"], "Install not_installed_anywhere in "),
    (["list", "my-app/x.y.py"], "Rename "),
    (["gen", "fixtures", "my-app/my-models.py"], "Rename the module."),
    (["gen", "overrides", "my-app/my-models.py"], "Rename the module."),
    (["init", "my-app/my-models.py"], "Rename the module."),
    (["list", "my-app/nested.py"], "deep is in "),
    (["list", "app/exiting.py"], "Put the code that runs the program below: if __name__"),
    (["list", "app/raising.py"], "Run the module by itself to see the whole traceback."),
    (["serve", "app/wanting.py"], "Set the variable SURELY_NOT_SET."),
    (
        ["gen", "json", "app/impossible.py:Undefined"],
        "Import or define the names in its annotations.",
    ),
    (["gen", "json", "app/impossible.py:Metre"], "Override the field with a value"),
]


@pytest.mark.parametrize(
    ("words", "hint"), HINTS, ids=[" ".join(words)[-20:] for words, _ in HINTS]
)
def test_the_hint_names_a_remedy(
    pfg: Pfg, in_process: list[object], words: list[str], hint: str
) -> None:
    body, _ = read_both_errors(pfg, words)
    assert str(body["hint"]).startswith(hint)


def test_a_file_with_an_unimportable_name_is_a_target(
    pfg: Pfg, project: Path, in_process: list[object]
) -> None:
    assert pfg("list", "my-app/my-models.py").stdout == "my-models.Item  dataclass\n"
    for words in (["doctor"], ["gen", "json"], ["persist", "-H", "memory"]):
        assert_success(pfg(*words, "my-app/my-models.py"))
    assert_exit_code(pfg("init", "my-app/my-models.py"), 30)
    assert not (project / "pyproject.toml").exists()


@pytest.mark.parametrize(("words", "code", "expected"), WALLED)
def test_a_target_that_ends_the_child_is_an_error(
    pfg: Pfg, words: list[str], code: int, expected: str
) -> None:
    body, _ = read_both_errors(pfg, words)
    assert body["code"] == code
    assert expected in str(body["message"])


def test_a_failing_import_names_line_field_and_hidden_variable(pfg: Pfg, project: Path) -> None:
    body, _ = read_both_errors(pfg, ["list", "app/settings.py"], DATABASE_URL="sqlite://")
    assert "database_url Field required" in str(body["message"])
    assert f"(at {project / 'app' / 'settings.py'}:4)" in str(body["message"])
    assert "--allow-env" in str(body["hint"])
    assert_success(
        pfg("list", "app/settings.py", "--allow-env", "DATABASE_URL", DATABASE_URL="sqlite://")
    )


def test_the_cases_cover_every_kind_of_error() -> None:
    """Signals and internal errors are tested elsewhere."""
    assert {code for _, code, _ in TARGETS + WALLED} == {error.code for error in ERROR_CLASSES} - {
        99,
        130,
        143,
    }
    assert len(TARGETS) > 90


CONFIGURATIONS = [
    # file, content, text in the message or hint
    (
        "pyproject.toml",
        "[tool.pytest_fixturegen]\nsede = 3\n",
        "line 2, sets the unknown option 'sede'",
    ),
    ("pyproject.toml", "[tool.pytest_fixturegen]\nsede = 3\n", "'seed'"),
    ("pyproject.toml", "[tool.pytest_fixturegen]\nseed = 'x'\n", "whole number"),
    (
        "pyproject.toml",
        "[tool.pytest_fixturegen]\nseed = true\n",
        "true, which is not a whole number",
    ),
    (
        "pyproject.toml",
        "[tool.pytest_fixturegen.json]\nn = -4\n",
        "n in [tool.pytest_fixturegen.json] of",
    ),
    ("pyproject.toml", "[tool.pytest_fixturegen\n", "TOML"),
    (
        "pyproject.toml",
        "[tool.pytest_fixturegen]\nseed = 1\n[tool.pydantic_fixturegen]\nseed = 1\n",
        "both",
    ),
    ("pyproject.toml", "[tool.pytest_fixturegen]\ninclude = 3\n", "list of texts"),
    ("pyproject.toml", "[tool.pytest_fixturegen]\njson = 3\n", "json in [tool.pytest_fixturegen]"),
    ("pyproject.toml", "[tool]\npytest_fixturegen = 3\n", "expected a table"),
    (
        "pyproject.toml",
        "[tool.pytest_fixturegen]\nnow = 12:00:00\n",
        "12:00:00, which is not a date",
    ),
    ("pyproject.toml", "[tool.pytest_fixturegen]\ntimeout = inf\n", "number"),
    (
        "pyproject.toml",
        "[tool.pytest_fixturegen.overrides]\n'User.name' = 3\n",
        "'User.name' of overrides",
    ),
    ("pyproject.toml", "x = " + "[" * 5000, "too deep"),
    ("pfg.yaml", "sede: 3\n", "line 1, sets the unknown option 'sede'"),
    ("pfg.yaml", "jsn:\n  n: 3\n", "'json'"),
    ("pfg.yaml", "json:\n  nn: 3\n", "line 2, sets the unknown option 'json.nn'"),
    ("pfg.yaml", "json:\n  n: many\n", "json.n in"),
    ("pfg.yaml", "json: 3\n", "expected a table"),
    ("pfg.yaml", "seed: [\n", "line 2"),
    ("pfg.yaml", "- 1\n", "expected a table"),
    ("pfg.yaml", "a-secret-of-another-file\n", "is of the type str: expected a table"),
    ("pfg.yaml", "include: [a, 3]\n", "item 2 of include"),
    ("pfg.yaml", "locale_map: {a: [3]}\n", "one of locale_map"),
    ("pfg.yaml", "overrides: {User.name: {valu: 3}}\n", "valu"),
    ("pfg.yaml", "seed: !!timestamp x\n", "it contains an invalid value"),
    ("pfg.yaml", "seed: !!python/object/apply:os.getcwd []\n", "could not determine a constructor"),
    ("pfg.yaml", "a: &a [*a]\n", "expands to more than"),
    (
        "pfg.yaml",
        "a: &a [x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{b}: &{b} [{', '.join([f'*{a}'] * 8)}]\n"
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "expands to more than",
    ),
    ("pfg.yaml", "seed: \udcff\n", "YAML"),
]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    CONFIGURATIONS,
    ids=[f"{text[:40]}-{expected}" for _, text, expected in CONFIGURATIONS],
)
def test_a_wrong_configuration_names_file_and_key(
    pfg: Pfg, project: Path, in_process: list[object], name: str, text: str, expected: str
) -> None:
    (project / name).write_text(text, "utf-8", "surrogateescape")
    body, _ = read_both_errors(pfg, USER)
    assert body["code"] == 70
    assert name in str(body["message"]) or expected == "valu"
    assert expected in f"{body['message']} {body['hint']}"


@pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="needs a file that cannot be read, whoever asks"
)
def test_an_unreadable_configuration_is_not_called_wrong(pfg: Pfg, project: Path) -> None:
    (project / "pfg.yaml").symlink_to("/proc/self/mem")
    body, _ = read_both_errors(pfg, ["config"])
    assert (body["code"], body["message"]) == (
        70,
        f"{project / 'pfg.yaml'} cannot be read: input/output error.",
    )


@pytest.mark.parametrize("names", [("pyproject.toml", "pfg.yaml"), ("pfg.yaml", "pfg.yml")])
def test_two_configuration_files_in_one_folder_are_both_named(
    pfg: Pfg, project: Path, names: tuple[str, str]
) -> None:
    for name in names:
        (project / name).write_text(
            "[tool.pytest_fixturegen]\n" if name == "pyproject.toml" else "seed: 3\n"
        )
    body, _ = read_both_errors(pfg, ["config"])
    assert body["code"] == 70
    assert all(str(project / name) in str(body["message"]) for name in names)


def test_yaml_without_pyyaml_names_the_package_to_install(
    pfg: Pfg, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "pfg.yaml").write_text("seed: 3\n")
    monkeypatch.setitem(sys.modules, "yaml", None)
    body, _ = read_both_errors(pfg, ["config"])
    assert (body["code"], body["hint"]) == (70, "pip install 'pytest-fixturegen[yaml]'")


def test_a_wrong_variable_is_named(pfg: Pfg) -> None:
    body = error_of(pfg("gen", "json", MODELS, "--json-errors", PFG_SEED="seven"))
    assert (body["code"], "PFG_SEED" in str(body["message"])) == (70, True)


def test_an_unknown_variable_suggests_the_nearest(pfg: Pfg) -> None:
    body = error_of(pfg("gen", "json", MODELS, "--json-errors", PFG_SEEED="7"))
    assert (body["code"], "'PFG_SEED'" in str(body["hint"])) == (70, True)


def test_models_that_fail_leave_the_others_written(pfg: Pfg, project: Path) -> None:
    source = (
        project / "app" / "impossible.py"
    ).read_text() + "\nclass Fine(BaseModel):\n    x: int\n"
    (project / "app" / "mixed.py").write_text(source)
    result = pfg("gen", "json", "app/mixed.py", "--out", "out/{model}.json", "--json-errors")
    body = error_of(result)
    assert result.exit_code == 20, result.output
    assert (project / "out" / "Fine.json").is_file()
    assert {path.name for path in (project / "out").iterdir()} == {"Fine.json"}
    assert len(body["details"]["failures"]) == 8  # type: ignore[index,call-overload]


def test_a_failure_leaves_the_old_file_unchanged(pfg: Pfg, project: Path) -> None:
    (project / "old.json").write_text('["precious"]')
    assert_exit_code(pfg("gen", "json", "app/impossible.py:Bounds", "--out", "old.json"), 20)
    assert (project / "old.json").read_text() == '["precious"]'
    assert [path.name for path in project.iterdir() if path.suffix == ".tmp"] == []
