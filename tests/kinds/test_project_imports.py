"""Files of a project are imported by the names that the project uses, and hide nothing.

The commands run in processes of their own: what pytest has imported would hide a fault.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

STANDARD_NAMES = (
    "calendar",
    "copy",
    "email",
    "enum",
    "inspect",
    "locale",
    "queue",
    "random",
    "secrets",
    "select",
    "socket",
    "string",
    "tempfile",
    "tokenize",
    "tomllib",
    "types",
    "uuid",
)
"""Modules of Python that a project may have a file for."""

SIBLING = "raise RuntimeError('a module of the project hides one of Python')\n"

USER = """
from pydantic import BaseModel, EmailStr

class User(BaseModel):
    id: int
    email: EmailStr
"""


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write *files*, texts by path, below *folder*."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


RUNNER = """
import json, sys
from click.testing import CliRunner
from pytest_fixturegen.cli.main import main

for words in json.loads(sys.argv[1]):
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.stderr
    print(json.dumps(result.stdout))
"""
"""Runs command lines, each of which imports the target in a child process of its own."""


def run_pfg(folder: Path, *commands: tuple[str, ...]) -> list[str]:
    """Return what each of the *commands* of ``pfg`` prints in *folder*; fail if one fails."""
    command = [sys.executable, "-I", "-c", RUNNER, json.dumps(commands)]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def list_names(folder: Path, target: str, *flags: str) -> list[str]:
    """Return the full names of the models that ``pfg list`` finds in *target*."""
    return read_names(run_pfg(folder, ("list", target, "--json", *flags))[0])


def read_names(text: str) -> list[str]:
    """Return the full names of the models in *text*, the output of ``pfg list --json``."""
    return [f"{model['module']}.{model['name']}" for model in json.loads(text)["models"]]


def check_both_targets(folder: Path, file: str, module: str) -> None:
    """Check that *file* and *module* name the same models, with an import and without."""
    lists = [("list", target, "--json", *flags) for target in (file, module) for flags in FLAGS]
    draws = [("gen", "json", target, "-n", "3") for target in (file, module)]
    printed = run_pfg(folder, *lists, *draws)
    assert [read_names(text) for text in printed[: len(lists)]] == [[f"{module}.User"]] * len(lists)
    assert printed[-1] == printed[-2]


FLAGS = ((), ("--ast",))


@pytest.mark.parametrize("is_package", [True, False], ids=["package", "folders"])
def test_no_file_of_a_package_hides_a_module_of_python(tmp_path: Path, is_package: bool) -> None:
    for folder in (tmp_path, tmp_path / "app/schemas"):
        write_files(folder, {f"{name}.py": SIBLING for name in STANDARD_NAMES})
    write_files(tmp_path, {"app/schemas/user.py": USER})
    if is_package:
        write_files(tmp_path, {"app/__init__.py": "", "app/schemas/__init__.py": ""})
    check_both_targets(tmp_path, "app/schemas/user.py", "app.schemas.user")


@pytest.mark.parametrize("prefix", ["", "scripts/"])
def test_no_file_next_to_a_script_hides_a_module_of_python(tmp_path: Path, prefix: str) -> None:
    write_files(tmp_path, {f"{prefix}{name}.py": SIBLING for name in STANDARD_NAMES})
    write_files(tmp_path, {f"{prefix}user.py": USER})
    folder = tmp_path / prefix
    check_both_targets(folder, "user.py", "user")


def test_no_file_next_to_a_script_hides_an_installed_library(tmp_path: Path) -> None:
    names = ("dns", "email_validator", "faker", "typing_inspection", "orjson", "httpx")
    write_files(tmp_path, {f"{name}.py": SIBLING for name in names})
    write_files(tmp_path, {"user.py": USER})
    assert list_names(tmp_path, "user.py") == ["user.User"]
    run_pfg(tmp_path, ("gen", "json", "user.py", "-n", "2"))


def test_a_script_imports_the_modules_next_to_it(tmp_path: Path) -> None:
    write_files(tmp_path, {"base.py": USER, "email.py": SIBLING})
    write_files(tmp_path, {"models.py": "from base import User as Base\nclass User(Base): ...\n"})
    check_both_targets(tmp_path, "models.py", "models")


def test_a_package_may_import_its_own_modules_by_their_bare_names(tmp_path: Path) -> None:
    """Applications that run in the folder of their package do so."""
    files = {"__init__.py": "", "config.py": "LIMIT = 3\n", "email.py": SIBLING}
    files["base.py"] = f"from config import LIMIT\n{USER}"
    files["models.py"] = "from base import User as Base\nclass User(Base): ...\n"
    write_files(tmp_path / "app", files)
    check_both_targets(tmp_path, "app/models.py", "app.models")


COUNTING = """
import builtins
from pydantic import BaseModel

builtins.imports = [*getattr(builtins, "imports", ()), __name__]

class Base(BaseModel):
    id: int
"""
MEMBER = """
import builtins
from {package}.base import Base

class User(Base):
    name: str

from {package} import base
assert builtins.imports == [base.__name__] and base.Base is Base, builtins.imports
"""


@pytest.mark.parametrize(
    ("place", "package", "markers", "files"),
    [
        ("app", "app", (), ("app/__init__.py",)),
        ("app/schemas", "app.schemas", (), ("app/__init__.py", "app/schemas/__init__.py")),
        ("app/schemas", "app.schemas", (), ()),
        ("src/app", "app", ("pyproject.toml",), ("src/app/__init__.py",)),
        ("src/app", "app", ("setup.cfg",), ()),
        ("src/app/schemas", "app.schemas", ("pyproject.toml",), ("src/app/__init__.py",)),
        ("src/app/schemas", "app.schemas", (".git/HEAD",), ()),
    ],
)
def test_a_file_is_imported_once_by_the_name_of_its_package(
    tmp_path: Path,
    place: str,
    package: str,
    markers: tuple[str, ...],
    files: tuple[str, ...],
) -> None:
    write_files(tmp_path, dict.fromkeys([*markers, *files], ""))
    write_files(tmp_path / place, {"base.py": COUNTING, "user.py": MEMBER.format(package=package)})
    check_both_targets(tmp_path, f"{place}/user.py", f"{package}.user")


@pytest.mark.parametrize(
    ("folder", "file", "module"),
    [
        ("backend/app/schemas", "user.py", "app.schemas.user"),
        ("backend/app", "schemas/user.py", "app.schemas.user"),
        (".", "backend/app/schemas/user.py", "app.schemas.user"),
        ("elsewhere", "../backend/app/schemas/user.py", "app.schemas.user"),
    ],
)
def test_the_imports_of_a_project_show_its_root(
    tmp_path: Path, folder: str, file: str, module: str
) -> None:
    write_files(tmp_path / "backend/app/schemas", {"email.py": SIBLING, "base.py": COUNTING})
    write_files(tmp_path / "backend/app/schemas", {"user.py": MEMBER.format(package="app.schemas")})
    write_files(tmp_path / "elsewhere", {"notes.txt": ""})
    for flags in FLAGS:
        assert list_names(tmp_path / folder, file, *flags) == [f"{module}.User"]


def test_relative_imports_need_the_root_of_the_project(tmp_path: Path) -> None:
    write_files(tmp_path, {"pyproject.toml": "", "app/common/base.py": COUNTING})
    user = "from ..common.base import Base\nclass User(Base): ...\n"
    write_files(tmp_path, {"app/schemas/user.py": user})
    assert list_names(tmp_path / "app/schemas", "user.py") == ["app.schemas.user.User"]


@pytest.mark.parametrize("name", ["calendar", "queue", "secrets"])
def test_a_file_with_a_name_of_python_is_imported_as_part_of_its_folder(
    tmp_path: Path, name: str
) -> None:
    write_files(tmp_path, {"pyproject.toml": "", f"app/{name}.py": USER})
    assert list_names(tmp_path / "app", f"{name}.py") == [f"app.{name}.User"]
    assert list_names(tmp_path, f"app/{name}.py", "--ast") == [f"app.{name}.User"]


def test_a_package_with_a_name_of_python_keeps_it(tmp_path: Path) -> None:
    write_files(tmp_path / "profile", {"__init__.py": "", "base.py": USER})
    user = "from profile.base import User as Base\nclass User(Base): ...\n"
    write_files(tmp_path / "profile", {"user.py": user})
    check_both_targets(tmp_path, "profile/user.py", "profile.user")


IN_ONE_PROCESS = """
import sys
from pytest_fixturegen import open_store

sys.path.append({other!r})
import shared
open_store("src/app/user.py")
from app.user import User
import app.user, email, shared as again
assert again is shared and "src" not in sys.modules and "user" not in sys.modules
assert email.__file__ != {sibling!r}, email
print(len([module for name, module in sys.modules.items() if name.endswith("user")]))
"""


def test_modules_of_other_projects_stay(tmp_path: Path) -> None:
    sibling = tmp_path / "src/app/email.py"
    write_files(tmp_path, {"pyproject.toml": "", "src/app/__init__.py": "", "src/shared.py": ""})
    write_files(tmp_path, {"src/app/email.py": SIBLING, "src/app/user.py": USER})
    write_files(tmp_path / "other", {"shared.py": ""})
    code = IN_ONE_PROCESS.format(other=str(tmp_path / "other"), sibling=str(sibling))
    command = [sys.executable, "-I", "-c", code]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "1\n"), result.stderr


PATH = '{"path": "out.jsonl"}'


@pytest.mark.parametrize("command", ["fixtures", "schema", "workers", "doctor", "init", "persist"])
def test_every_command_imports_a_file_as_part_of_its_package(tmp_path: Path, command: str) -> None:
    write_files(tmp_path, {"setup.cfg": "", "src/app/__init__.py": "", "src/app/email.py": SIBLING})
    write_files(tmp_path / "src/app", {"base.py": COUNTING, "calendar.py": SIBLING})
    write_files(tmp_path / "src/app", {"user.py": MEMBER.format(package="app")})
    words = {
        "fixtures": ("gen", "fixtures", "src/app/user.py"),
        "schema": ("gen", "schema", "src/app/user.py"),
        "workers": ("gen", "json", "src/app/user.py", "--workers", "2", "-n", "2"),
        "doctor": ("doctor", "src/app/user.py"),
        "init": ("init", "src/app/user.py"),
        "persist": ("persist", "src/app/user.py", "-H", "jsonl", "--handler-config", PATH),
    }
    [output] = run_pfg(tmp_path, words[command])
    if command == "fixtures":
        assert "from app.user import User" in output
    if command == "init":
        assert 'pythonpath = ["src"]' in (tmp_path / "pyproject.toml").read_text()


@pytest.mark.parametrize("name", ["calendar", "email", "types"])
def test_a_script_with_a_name_of_python_is_an_error_with_a_way_out(
    tmp_path: Path, name: str
) -> None:
    write_files(tmp_path, {f"plain/{name}.py": USER})
    command = [sys.executable, "-I", "-m", "pytest_fixturegen", "list", f"{name}.py"]
    folder = tmp_path / "plain"
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 10
    assert "that name belongs to" in result.stderr
    assert "from the folder above" in result.stderr
    assert list_names(tmp_path, f"plain/{name}.py") == [f"plain.{name}.User"]
