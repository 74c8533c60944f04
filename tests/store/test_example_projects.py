"""The example projects with a database: in random order, twice on one database, and one test alone.

Each project is one process, which runs pytest three times.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

PROJECTS = Path(__file__).resolve().parents[2] / "examples" / "databases"

RUNS = """
import sys
import pytest

alone, *options = sys.argv[1:]
codes = [
    pytest.main([*options, "--randomly-seed=1", "."]),
    pytest.main([*options, "--randomly-seed=2", "."]),
    pytest.main([*options, alone]),
]
sys.exit(any(codes))
"""

LAST_TESTS = {
    "sqlalchemy_sync": "test_shop.py::test_the_database_chooses_keys_and_defaults",
    "sqlalchemy_async": "test_blog.py::test_a_post_brings_its_author_and_tags",
    "sqlmodel_api": "test_api.py::test_the_heroes_of_a_team_are_listed",
    "from_factory_boy": "after/test_library.py::test_books_are_found_by_genre",
    "from_polyfactory": "after/test_clinic.py::test_a_pet_has_an_owner",
}
"""A test of each project that is run alone."""

PLUGINS = {
    "sqlalchemy_async": ["pytest_asyncio.plugin"],
    "from_factory_boy": ["pytest_factoryboy.plugin"],
    "from_polyfactory": ["pytest_asyncio.plugin"],
}
"""Plugins that a project needs."""

MOVED = {
    "from_factory_boy": "test_library.py",
    "from_polyfactory": "test_clinic.py",
}
"""Projects with a suite of another library in ``before``, and the same tests in ``after``."""


def create_database(server: str, name: str) -> str:
    """Create a database on *server*, and return its URL for SQLAlchemy."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create database {name}".encode())
    url = sa.make_url(server).set(drivername="postgresql+psycopg", database=name)
    return url.render_as_string(hide_password=False)


@pytest.mark.parametrize("project", LAST_TESTS)
def test_the_tests_of_a_project_pass(project: str, server: str) -> None:
    folder = PROJECTS / project
    settings = "pytest.ini" if (folder / "pytest.ini").exists() else "/dev/null"
    options = ["-c", settings, "--rootdir", ".", "-q", "-p", "no:cacheprovider"]
    for plugin in ["pytest_fixturegen.plugin", "pytest_randomly", *PLUGINS.get(project, ())]:
        options += ["-p", plugin]
    result = subprocess.run(
        [sys.executable, "-c", RUNS, LAST_TESTS[project], *options],
        cwd=folder,
        env={
            **os.environ,
            "DATABASE_URL": create_database(server, project),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # loading all of them takes three seconds
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.splitlines()[-1].startswith("1 passed")


@pytest.mark.parametrize(("project", "file"), MOVED.items())
def test_a_moved_suite_has_the_same_tests(project: str, file: str) -> None:
    before, after = (
        [
            each.name
            for each in ast.parse((PROJECTS / project / folder / file).read_text("utf-8")).body
            if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        for folder in ("before", "after")
    )
    assert before == after
