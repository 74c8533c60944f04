"""The example projects that have tests."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SUITES = ("migration/polyfactory_suite", "migration/factoryboy_suite", "migration/ours")


@pytest.mark.parametrize("suite", ["tour", "shop", *SUITES])
def test_the_example_suite_passes(suite: str) -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:asyncio",
        "-c",
        "/dev/null",
        ".",
    ]
    folder = EXAMPLES / suite
    result = subprocess.run(
        [*command, "--rootdir", "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": f"{EXAMPLES.parent}:."},
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_migrated_suites_have_the_same_tests() -> None:
    names = [
        [
            each.name
            for each in ast.walk(ast.parse((EXAMPLES / suite / "test_shop.py").read_text()))
            if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
        ]
        for suite in SUITES
    ]
    assert names[0] == names[1] == names[2]
