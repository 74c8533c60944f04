"""What the child imports is kept compiled, and compiled again when it has changed."""

from __future__ import annotations

import os
import py_compile
from pathlib import Path

import pytest

from pytest_fixturegen.sandbox import bytecode, prestart


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one module of a package, which is kept compiled."""
    monkeypatch.setattr(prestart, "PACKAGE", str(tmp_path))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    path = tmp_path / "jobs.py"
    path.write_text("x = 1")
    py_compile.compile(str(path))
    return path


def test_what_is_kept_is_left_alone(module: Path) -> None:
    (module.parent / "never_imported.py").touch()
    assert bytecode.find_stale_modules() == []


def test_another_source_is_compiled_anew(module: Path) -> None:
    for change in (lambda: module.write_text("x = 10"), lambda: os.utime(module, (5, 5))):
        change()
        assert bytecode.find_stale_modules() == [module]
        bytecode.ensure_compiled()
        assert bytecode.find_stale_modules() == []


def test_a_source_that_cannot_be_compiled_is_no_error(module: Path) -> None:
    module.write_text("x = 1 + (")
    bytecode.ensure_compiled()
    assert bytecode.find_stale_modules() == [module]
