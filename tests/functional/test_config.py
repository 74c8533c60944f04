"""``pfg config``, ``pfg schema config`` and ``pfg init``."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen.config.sources import list_known_keys
from tests.functional.conftest import Pfg, assert_success

toml = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")


def flat(table: Mapping[str, Any], inside: Mapping[str, Any]) -> set[str]:
    """Return the keys of *table*, and of the tables in it that *inside* lists."""
    return {
        key
        for name, value in table.items()
        for key in (
            [f"{name}.{inner}" for inner in value] if isinstance(inside.get(name), dict) else [name]
        )
    }


def test_printed_configuration_can_be_pasted_back(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text(
        '[tool.pytest_fixturegen]\nseed = 5\nlocale_map = {"User.*" = "sv_SE"}\n'
    )
    first = pfg("config", PFG_JSON__N="3", PFG_INCLUDE="app.*,lib.*").stdout
    table = toml.loads(first)["tool"]["pytest_fixturegen"]
    assert (table["seed"], table["json"]["n"], table["include"]) == (5, 3, ["app.*", "lib.*"])
    (project / "pyproject.toml").write_text(first)
    assert pfg("config").stdout == first


def test_each_origin_is_named(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text(
        "[tool.pytest_fixturegen]\nseed = 5\n[tool.pytest_fixturegen.json]\nn = 2\n"
    )
    output = pfg("config", "--show-origin", PFG_SEED="6").stdout
    assert "seed = 6  # PFG_SEED\n" in output
    assert (
        f"n = 2  # n in [tool.pytest_fixturegen.json] of {project / 'pyproject.toml'}\n" in output
    )
    assert "p_none = 0.0  # default\n" in output
    origins = {
        each["key"]: each["origin"]
        for each in json.loads(pfg("config", "--json", PFG_SEED="6").stdout)
    }
    assert (origins["seed"], origins["p_none"]) == ("PFG_SEED", "")


def test_the_schema_knows_every_key(pfg: Pfg) -> None:
    properties = json.loads(pfg("schema", "config").stdout)["properties"]
    sections = {
        name: each["properties"] for name, each in properties.items() if "properties" in each
    }
    assert flat({**properties, **sections}, sections) == list_known_keys()
    assert properties["p_none"] | {"description": ""} == {
        "type": "number",
        "minimum": 0,
        "maximum": 1,
        "default": 0.0,
        "description": "",
    }


@pytest.mark.parametrize(
    ("folder", "there"),
    [("", ""), ("tests", '[project]\nname = "mine"'), ("tests", '[project]\r\nname = "mine"\r\n')],
)
def test_init_writes_a_working_configuration_and_conftest(
    pfg: Pfg, project: Path, folder: str, there: str
) -> None:
    (project / folder).mkdir(exist_ok=True)
    (project / "pyproject.toml").write_bytes(there.encode())
    assert_success(pfg("init", "app/models.py"))
    (project / folder / "test_it.py").write_text(
        "def test_it(user, address): assert user.email and address.city\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:asyncio", "--strict-config"]
    result = subprocess.run(
        [*command[:1], "-P", *command[1:]] if sys.version_info >= (3, 11) else command,
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout
    text = (project / "pyproject.toml").read_bytes().decode()
    assert text.startswith(there)
    assert toml.loads(text)["tool"]["pytest_fixturegen"] == {}
    assert (project / folder / "conftest.py").is_file()


ODD = """
from pydantic import BaseModel
class Request(BaseModel): ...
class Class(BaseModel): ...
class PfgFixture(BaseModel): ...
class TestCase(BaseModel): ...
class user(BaseModel): ...
""" + "".join(f"class LongEnoughToFillTheLine{letter}(BaseModel): ...\n" for letter in "ABC")


def test_init_writes_a_formatted_conftest_without_name_clashes(
    pfg: Pfg, project: Path, in_process: list[object]
) -> None:
    (project / "odd.py").write_text(ODD)
    assert_success(pfg("init", "odd.py"))
    text = (project / "conftest.py").read_text()
    fixtures = dict(re.findall(r"^(\w+) = pfg_fixture\((\w+)\)$", text, re.MULTILINE))
    assert {
        "request_": "Request",
        "class_": "Class",
        "pfg_fixture_": "PfgFixture",
    }.items() <= fixtures.items()
    assert fixtures["user"] != "user"
    assert not any(name.startswith("test") for name in fixtures)
    ruff = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--isolated",
        "--select",
        "E,F,I",
        "--line-length",
        "88",
        "conftest.py",
    ]
    run_ruff(project, ruff)
    ruff[3:] = ["format", "--isolated", "--check", "conftest.py"]
    run_ruff(project, ruff)


def run_ruff(project: Path, command: list[str]) -> None:
    """Run *command* in the project, and fail with its output if it reports anything."""
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_init_leaves_the_pytest_configuration_alone(pfg: Pfg, project: Path) -> None:
    (project / "pytest.ini").write_text("[pytest]\n")
    assert_success(pfg("init", "app/models.py"))
    assert "tool.pytest.ini_options" not in (project / "pyproject.toml").read_text()


def test_init_adds_no_table_if_a_yaml_file_exists(pfg: Pfg, project: Path) -> None:
    (project / "pfg.yaml").write_text("seed: 3\n")
    assert "kept pfg.yaml" in pfg("init").stderr
    assert not (project / "pyproject.toml").exists()


def test_init_keeps_existing_files(pfg: Pfg, project: Path) -> None:
    pfg("init")
    files = {
        path: path.read_text() for path in (project / "pyproject.toml", project / "conftest.py")
    }
    result = pfg("init", "app/models.py")
    assert {path: path.read_text() for path in files} == files
    assert result.stderr.count("kept ") == 2


@pytest.mark.parametrize("command", [["config"], ["init"]])
def test_a_wrong_configuration_is_an_error_of_one_sentence(
    pfg: Pfg, project: Path, command: list[str]
) -> None:
    (project / "pyproject.toml").write_text("[tool.pytest_fixturegen]\nsed = 5\n")
    result = pfg(*command)
    assert result.exit_code == 70, result.output
    assert "sets the unknown option 'sed'" in result.stderr
    assert "Did you mean 'seed'?" in result.stderr
