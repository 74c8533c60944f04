"""What the source alone shows: bases in other files, aliases, re-exports; and what it does not show is said."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from pytest_fixturegen.discovery.ast_scan import scan_models
from pytest_fixturegen.discovery.importer import find_models
from pytest_fixturegen.discovery.targets import parse_target

FILES = {
    "lib/__init__.py": """
from .users import User, Admin as Boss
from .more import *
from .base import helper
from elsewhere.far import Far
__all__ = ['Far']
""",
    "lib/base.py": """
import pydantic as p
Strict = p.BaseModel
class Root(Strict):
    x: int
def helper(): pass
""",
    "lib/users.py": """
from lib import base
from .base import Root as R
class User(R):
    name: str
class Admin(base.Root): pass
class _Hidden(R): pass
class Plain: pass
""",
    "lib/more.py": """
import dataclasses
from typing import TypedDict, NamedTuple
from pydantic.dataclasses import dataclass as dc
@dc
class Point:
    x: int
@dataclasses.dataclass(frozen=True)
class Line:
    y: int
Row = TypedDict('Row', {'a': int})
class Pair(NamedTuple):
    a: int
try:
    class Tried(TypedDict):
        a: int
except ImportError:
    pass
""",
    "elsewhere/__init__.py": "",
    "elsewhere/far.py": """
from pydantic import BaseModel
class Far(BaseModel):
    x: int
""",
    "lib/odd.py": """
from pydantic import create_model
from faker import Faker
Made = create_model('Made', x=(int, 1))
class Mine(Faker): pass
""",
    "lib/circle.py": """
from lib.other import B
class A(B): pass
""",
    "lib/other.py": """
from lib.circle import A
class B(A): pass
""",
    "hostile.py": """
raise SystemExit('executed')
""",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The files of a project."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize("module", ["lib", "lib.base", "lib.users", "lib.more", "elsewhere.far"])
def test_the_source_shows_what_the_import_shows(
    project: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(project)
    target = parse_target(module, project)
    assert {(each.name, each.kind) for each in scan_models(target)} == {
        (each.name, each.kind) for each in find_models(target)
    }


def test_what_only_a_run_can_tell_is_said(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert scan_models(parse_target("lib/odd.py", project)) == []
    assert "Made is made by create_model, which only an import shows" in caplog.text
    assert "Mine derives from Faker, which is not the project's own" in caplog.text


def test_classes_that_derive_from_each_other_end(project: Path) -> None:
    assert scan_models(parse_target("lib/circle.py", project)) == []


def test_nothing_is_executed(project: Path) -> None:
    assert scan_models(parse_target("hostile.py", project)) == []
