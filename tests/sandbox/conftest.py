"""Bytecode of the package, as after the first command: without it no child is prestarted."""

from __future__ import annotations

import sys

import pytest

from pytest_fixturegen.sandbox import bytecode


@pytest.fixture(scope="session", autouse=True)
def compiled_package() -> None:
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    bytecode.ensure_compiled()
    sys.dont_write_bytecode = before
