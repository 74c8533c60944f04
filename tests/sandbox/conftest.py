"""A package that Python has compiled, as it is after the first command: a child is started ahead only then."""

from __future__ import annotations

import compileall

import pytest

from pytest_fixturegen.sandbox import ahead


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    compileall.compile_file(f"{ahead.PACKAGE}/jobs.py", quiet=2)
