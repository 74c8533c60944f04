"""The page lists the capabilities that the tests show."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.capabilities.table import AREAS, OTHER_ROWS, Row, load_rows, read, render

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def test_the_page_has_the_table_of_the_tests() -> None:
    assert read() == render()  # python -m tests.capabilities.table


def test_the_table_has_many_rows() -> None:
    assert sum(map(len, load_rows().values())) >= 80


@pytest.mark.parametrize("name", AREAS)
def test_each_test_of_a_module_has_a_row(name: str) -> None:
    tree = ast.parse((Path(__file__).parent / f"{name}.py").read_text("utf-8"))
    functions = [each for each in ast.walk(tree) if isinstance(each, FUNCTIONS)]
    tests = {each.name for each in functions if each.name.startswith("test_")}
    assert tests == {row.test for row in load_rows()[name]}


@pytest.mark.parametrize("row", OTHER_ROWS, ids=lambda row: row.capability)
def test_each_other_row_has_a_test(row: Row) -> None:
    file, _, name = row.test.partition("::")
    source = (Path(__file__).resolve().parents[2] / file).read_text("utf-8")
    assert f"def {name}(" in source
