"""Whole projects of Django, whose tests run with our fixtures and pytest-django."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

WIDE_PROJECT = Path(__file__).with_name("wide")
ROOT = Path(__file__).parents[2]
OPTIONS = ("-p", "no:randomly", "-p", "no:cacheprovider", "-q")


def run_project(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    """Run the tests of the project in the folder of *pytester*, with its own settings."""
    pytester.makeini("[pytest]\nDJANGO_SETTINGS_MODULE = settings\n")
    return pytester.runpytest_subprocess(*OPTIONS, *options)


def test_models_with_every_kind_of_field(
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
    database: str,
) -> None:
    """Rows are valid, survive the database, and are linked; see the tests of the project."""
    shutil.copytree(WIDE_PROJECT, pytester.path, dirs_exist_ok=True)
    is_sqlite = "sqlite" in json.loads(database)["ENGINE"]
    monkeypatch.setenv("SHOP_DATABASE", database)
    monkeypatch.setenv("SHOP_USE_TZ", "0" if is_sqlite else "1")
    result = run_project(pytester, "--nomigrations")
    result.assert_outcomes(passed=29 if is_sqlite else 30, skipped=1 if is_sqlite else 0)
