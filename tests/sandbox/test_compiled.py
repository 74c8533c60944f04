"""What the child imports is kept compiled, and compiled again when it has changed."""

from __future__ import annotations

import os
import py_compile
from pathlib import Path

import pytest

from pytest_fixturegen.sandbox import ahead, compiled


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one module of a package, which is kept compiled."""
    monkeypatch.setattr(ahead, "PACKAGE", str(tmp_path))
    path = tmp_path / "jobs.py"
    path.write_text("x = 1")
    py_compile.compile(str(path))
    return path


def test_what_is_kept_is_left_alone(module: Path) -> None:
    assert not compiled.is_needed()


def test_another_source_is_compiled_anew(module: Path) -> None:
    module.write_text("x = 10")
    assert compiled.is_needed()
    py_compile.compile(str(module))
    assert not compiled.is_needed()
    os.utime(module, (5, 5))
    assert compiled.is_needed()


def test_what_is_not_kept_yet_is_compiled(module: Path) -> None:
    for each in (module.parent / "__pycache__").iterdir():
        each.unlink()
    assert compiled.is_needed()
