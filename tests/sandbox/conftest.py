"""Modules that Python keeps compiled, as they are after the first command: a child is started ahead only then."""

from __future__ import annotations

import sys

import pytest

from pytest_fixturegen.sandbox import bytecode


@pytest.fixture(scope="session", autouse=True)
def kept() -> None:
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    bytecode.ensure_compiled()
    sys.dont_write_bytecode = before
