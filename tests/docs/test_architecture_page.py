"""The architecture page names files, functions and layers that exist."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "pytest_fixturegen"
TEXT = (ROOT / "docs" / "architecture.md").read_text("utf-8")

STEP = re.compile(r"^ *\d+\. (.*?)(?=^ *\d+\. |^$)", re.MULTILINE | re.DOTALL)
REFERENCE = re.compile(r"`([\w./]+\.py)`|`([\w.]+)\(\)`(?:\s+in\s+`([\w./]+\.py)`)?")
ROW = re.compile(r"^\| (\d+) \| `(\w+)` \|", re.MULTILINE)


def list_references() -> Iterator[tuple[str, str]]:
    """Yield files and functions of the steps: a file follows "in", or precedes the function."""
    for step in STEP.findall(TEXT):
        current = ""
        for file, function, own_file in REFERENCE.findall(step):
            current = file or current
            yield own_file or current, function


def list_functions(path: Path) -> set[str]:
    """Return the functions of a file; methods and fields of a class as ``Class.method``."""
    names = set()
    tree = ast.parse(path.read_text("utf-8"))
    for node in tree.body:
        names.add(getattr(node, "name", ""))
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}.{get_member_name(inner)}" for inner in node.body}
    return names


def get_member_name(node: ast.stmt) -> str:
    """Return the name of a method, or of a field, which may hold a function."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id
    return getattr(node, "name", "")


@pytest.mark.parametrize(("file", "function"), sorted(set(list_references())))
def test_each_file_and_function_exists(file: str, function: str) -> None:
    path = PACKAGE / file
    assert path.is_file()
    assert not function or function in list_functions(path)


def test_there_are_steps_in_each_walk() -> None:
    walks = TEXT.split("\n## Walk ")[1:]
    assert [len(STEP.findall(walk)) for walk in walks] == [8, 12, 7, 7]


@pytest.mark.parametrize("folder", sorted(set(re.findall(r"`(\w+/\w+)`", TEXT))))
def test_each_folder_exists(folder: str) -> None:
    assert (PACKAGE / folder).is_dir()


def test_the_table_of_packages_is_the_contract_of_layers() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    expected = [
        (str(number), name)
        for number, layer in enumerate(layers, 1)
        for name in sorted(layer.split(" | "))
    ]
    assert sorted(ROW.findall(TEXT)) == sorted(expected)
