"""The output, the files and the options of the ``pfg`` commands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pytest_fixturegen import generate_lines
from tests.functional.conftest import Pfg, assert_exit_code, assert_success

MODELS = "app/models.py"
USER = "app.models:User"


def records(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_models_are_listed_by_file_module_and_class(pfg: Pfg) -> None:
    both = "app.models.Address  model\napp.models.User  model\n"
    assert (
        pfg("list", MODELS).stdout
        == pfg("list", "app.models").stdout
        == pfg("list", MODELS, "--ast").stdout
        == both
    )
    assert pfg("list", USER).stdout == "app.models.User  model\n"
    model = {"module": "app.models", "qualname": "User", "name": "User", "kind": "model"}
    assert json.loads(pfg("list", USER, "--json").stdout) == {"models": [model], "warnings": []}


HIDDEN = """
from pydantic import BaseModel
class Outer(BaseModel):
    class Inner(BaseModel):
        x: int
    inner: Inner
class _Hidden(BaseModel):
    y: int
class Plain:
    class Deep(BaseModel):
        z: int
    class _Shy(BaseModel):
        z: int
"""


@pytest.mark.parametrize("how", [(), ("--ast",), ("--hybrid",)], ids=str)
def test_private_and_nested_models_are_listed(
    pfg: Pfg, project: Path, how: tuple[str, ...]
) -> None:
    (project / "hidden.py").write_text(HIDDEN)
    every = ["Outer", "Outer.Inner", "_Hidden", "Plain.Deep", "Plain._Shy"]
    public = ["Outer", "Outer.Inner", "Plain.Deep"]
    for options, names in (((), every), (("--public-only",), public)):
        listed = pfg("list", "hidden.py", "--json", *options, *how)
        assert_success(listed)
        assert [model["qualname"] for model in json.loads(listed.stdout)["models"]] == names
    # Other commands use the public ones at the top level.
    assert json.loads(pfg("gen", "json", "hidden.py").stdout)[0]["inner"]["x"] is not None


def test_warnings_of_the_discovery_are_part_of_the_json(pfg: Pfg, project: Path) -> None:
    (project / "made.py").write_text(
        "from pydantic import create_model\nfrom app.models import User\n"
        "class Own(User): ...\nMade = create_model('Made', x=(int, 1))\n"
    )
    scanned = json.loads(pfg("list", "made.py", "--ast", "--json").stdout)
    assert scanned["warnings"] == ["made: Made is made by create_model, which only an import shows"]
    hybrid = json.loads(pfg("list", "made.py", "--hybrid", "--json").stdout)
    assert any("only the import does" in warning for warning in hybrid["warnings"])


@pytest.mark.parametrize("how", [(), ("--ast",)])
def test_include_and_exclude_choose_models(pfg: Pfg, how: tuple[str, ...]) -> None:
    assert pfg("list", MODELS, "--include", "*.User", *how).stdout == "app.models.User  model\n"
    assert (
        pfg("list", "--exclude", "app.models.A*", MODELS, *how).stdout == "app.models.User  model\n"
    )


def test_records_are_an_array_or_lines(pfg: Pfg) -> None:
    array = json.loads(pfg("gen", "json", USER, "-n", "3").stdout)
    assert records(pfg("gen", "json", USER, "--n", "3", "--jsonl").stdout) == array
    assert json.loads(pfg("gen", "json", USER, "-n", "3", "--indent", "4").stdout) == array
    assert len(array) == 3


def test_no_records_are_an_empty_array(pfg: Pfg) -> None:
    assert pfg("gen", "json", USER, "-n", "0").stdout == "[]\n"
    assert pfg("gen", "json", USER, "-n", "0", "--jsonl").stdout == ""


def test_shards_hold_the_same_records(pfg: Pfg, project: Path) -> None:
    whole = pfg("gen", "json", USER, "-n", "7", "--jsonl").stdout
    pfg(
        "gen",
        "json",
        USER,
        "-n",
        "7",
        "--jsonl",
        "--shard-size",
        "3",
        "--out",
        "out/{model}.{shard}.jsonl",
    )
    assert (
        "".join((project / "out" / f"User.{shard}.jsonl").read_text() for shard in range(3))
        == whole
    )
    assert len(list((project / "out").iterdir())) == 3


OPTIONS = [
    "--seed=1",
    "--locale=ja_JP",
    "--now=1999-01-01",
    "--p-none=1",
    "--ignore-defaults",
    "--max-depth=0",
]


@pytest.mark.parametrize("option", OPTIONS)
def test_each_generation_option_changes_the_data(pfg: Pfg, project: Path, option: str) -> None:
    source = (
        "from __future__ import annotations\nimport datetime as dt\n"
        "from pydantic import BaseModel\n"
    )
    source += (
        "class Note(BaseModel):\n    name: str\n    at: dt.datetime\n    kind: str = 'plain'\n"
    )
    source += (
        "    first_name: str\n    size: int | None\n    answers: list[Note] = []\n"
        "    parent: Note | None = None\n"
    )
    (project / "app" / "notes.py").write_text(source)
    plain = pfg("gen", "json", "app/notes.py", "-n", "5").stdout
    changed = pfg("gen", "json", "app/notes.py", "-n", "5", option)
    assert_success(changed)
    assert changed.stdout != plain


def test_retries_are_limited(pfg: Pfg, project: Path) -> None:
    source = (
        "from pydantic import BaseModel, Field, field_validator\n"
        "class Even(BaseModel):\n    n: int = Field(ge=0, le=9)\n"
    )
    source += (
        "    @field_validator('n')\n    @classmethod\n    def even(cls, n):\n"
        "        assert n % 2 == 0\n        return n\n"
    )
    (project / "app" / "even.py").write_text(source)
    assert_success(pfg("gen", "json", "app/even.py", "-n", "50"))
    assert_exit_code(
        pfg("gen", "json", "app/even.py", "-n", "50", "--validator-max-retries", "0"), 20
    )


def test_cli_and_api_generate_the_same_records(
    pfg: Pfg, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = pfg("gen", "json", USER, "-n", "300", "--seed", "5", "--jsonl")
    monkeypatch.syspath_prepend(project)
    monkeypatch.delitem(sys.modules, "app", raising=False)
    monkeypatch.delitem(sys.modules, "app.models", raising=False)
    from app.models import User  # type: ignore[import-not-found]

    assert result.stdout_bytes.splitlines() == list(generate_lines(User, 300, 5))


def test_project_settings_apply_and_flags_override_them(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text(
        "[tool.pytest_fixturegen]\nseed = 5\n[tool.pytest_fixturegen.json]\nn = 4\njsonl = true\n"
    )
    assert len(records(pfg("gen", "json", USER).stdout)) == 4
    assert pfg("gen", "json", USER, "--seed", "6").stdout != pfg("gen", "json", USER).stdout
    assert (
        pfg("gen", "json", USER, PFG_SEED="6").stdout
        == pfg("gen", "json", USER, "--seed", "6").stdout
    )
    assert len(json.loads(pfg("gen", "json", USER, "--no-jsonl").stdout)) == 4


@pytest.mark.parametrize("style", ["functions", "factory", "class"])
@pytest.mark.parametrize("return_type", ["model", "dict"])
@pytest.mark.parametrize("cases", ["1", "3"])
def test_generated_fixtures_run(
    pfg: Pfg, project: Path, style: str, return_type: str, cases: str
) -> None:
    words = (
        "--style",
        style,
        "--return-type",
        return_type,
        "--cases",
        cases,
        "--scope",
        "module",
        "--out",
        "made.py",
    )
    assert_success(pfg("gen", "fixtures", MODELS, *words))
    value = "make_user()" if style == "factory" else "user"
    holder = "class TestIt(UserFixtures):\n    " if style == "class" else ""
    argument = (
        f"{'self, ' if style == 'class' else ''}{'make_user' if style == 'factory' else 'user'}"
    )
    got = f"{value}['email']" if return_type == "dict" else f"{value}.email"
    (project / "test_made.py").write_text(
        f"from made import *\n{holder}def test_it({argument}):\n"
        f"        assert '@example.' in {got}\n"
    )
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:asyncio",
            "-W",
            "error",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"{cases} passed" in result.stdout, result.stdout


def test_fixtures_can_be_written_to_one_module_per_model(pfg: Pfg, project: Path) -> None:
    assert_success(pfg("gen", "fixtures", MODELS, "--out", "made/{model}_{seed}.py", "--seed", "3"))
    assert sorted(path.name for path in (project / "made").iterdir()) == [
        "Address_3.py",
        "User_3.py",
    ]


def test_the_header_holds_the_command_that_wrote_the_file(pfg: Pfg, project: Path) -> None:
    pfg(
        "gen",
        "fixtures",
        str(project / MODELS),
        "--seed",
        "9",
        "--cases",
        "2",
        "--include",
        "*.User",
        "--out",
        "made.py",
    )
    text = (project / "made.py").read_text()
    command = next(line.strip() for line in text.splitlines() if line.startswith("    pfg "))
    assert (
        command
        == "pfg gen fixtures app/models.py --out made.py --cases 2 --seed 9 --include '*.User'"
    )


def test_schemas_are_the_ones_pydantic_writes(pfg: Pfg) -> None:
    schema = json.loads(pfg("gen", "schema", USER).stdout)
    assert schema["title"] == "User"
    assert schema["properties"]["email"]["format"] == "email"


def test_output_of_the_imported_module_stays_out_of_the_result(pfg: Pfg, project: Path) -> None:
    (project / "app" / "loud.py").write_text("print('hello')\n" + (project / MODELS).read_text())
    assert len(json.loads(pfg("gen", "json", "app/loud.py:User").stdout)) == 1


def test_a_file_named_like_a_standard_module_is_an_error(pfg: Pfg, project: Path) -> None:
    (project / "types.py").write_text((project / MODELS).read_text())
    result = pfg("list", "types.py")
    assert result.exit_code == 10, result.output
    assert "types.py as 'types': that name belongs to" in result.stderr


def test_many_records_need_little_memory(project: Path) -> None:
    """The parent holds one frame at a time, so the peak does not grow with the records."""
    command = [
        sys.executable,
        "-m",
        "pytest_fixturegen",
        "gen",
        "json",
        "app.models:Address",
        "-n",
        "300000",
        "--jsonl",
    ]
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
        "stdout=subprocess.DEVNULL); "
    )
    script += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    result = subprocess.run(
        [sys.executable, "-c", script, *command], capture_output=True, text=True, check=True
    )
    assert int(result.stdout) < 120_000  # kilobytes


@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_names_every_command(pfg: Pfg, word: str) -> None:
    assert all(name in pfg(word).stdout for name in ("list", "gen", "persist"))
    assert all(name in pfg("gen", word).stdout for name in ("json", "fixtures", "schema"))
