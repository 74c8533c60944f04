"""What the source alone shows: bases in other files, aliases, re-exports; and what it does not show is said."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from pytest_fixturegen.sandbox.discovery import find_models
from pytest_fixturegen.sandbox.scan import scan
from pytest_fixturegen.sandbox.targets import parse_target

FILES = {
    "lib/__init__.py": "from .users import User, Admin as Boss\nfrom .more import *\nfrom .base import helper\n"
    "from elsewhere.far import Far\n__all__ = ['Far']\n",
    "lib/base.py": "import pydantic as p\nStrict = p.BaseModel\nclass Root(Strict):\n    x: int\ndef helper(): pass\n",
    "lib/users.py": "from lib import base\nfrom .base import Root as R\nclass User(R):\n    name: str\nclass Admin(base.Root): pass\n"
    "class _Hidden(R): pass\nclass Plain: pass\n",
    "lib/more.py": "import dataclasses\nfrom typing import TypedDict, NamedTuple\nfrom pydantic.dataclasses import dataclass as dc\n"
    "@dc\nclass Point:\n    x: int\n@dataclasses.dataclass(frozen=True)\nclass Line:\n    y: int\n"
    "Row = TypedDict('Row', {'a': int})\nclass Pair(NamedTuple):\n    a: int\ntry:\n    class Tried(TypedDict):\n        a: int\n"
    "except ImportError:\n    pass\n",
    "elsewhere/__init__.py": "",
    "elsewhere/far.py": "from pydantic import BaseModel\nclass Far(BaseModel):\n    x: int\n",
    "lib/odd.py": "from pydantic import create_model\nfrom faker import Faker\nMade = create_model('Made', x=(int, 1))\n"
    "class Mine(Faker): pass\n",
    "lib/circle.py": "from lib.other import B\nclass A(B): pass\n",
    "lib/other.py": "from lib.circle import A\nclass B(A): pass\n",
    "hostile.py": "raise SystemExit('executed')\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The files of a project."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize("module", ["lib", "lib.base", "lib.users", "lib.more", "elsewhere.far"])
def test_the_source_shows_what_the_import_shows(project: Path, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(project)
    target = parse_target(module, project)
    assert {(each.name, each.kind) for each in scan(target)} == {(each.name, each.kind) for each in find_models(target)}


def test_what_only_a_run_can_tell_is_said(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert scan(parse_target("lib/odd.py", project)) == []
    assert "Made is made by create_model, which only an import shows" in caplog.text
    assert "Mine derives from Faker, which is not the project's own" in caplog.text


def test_classes_that_derive_from_each_other_end(project: Path) -> None:
    assert scan(parse_target("lib/circle.py", project)) == []


def test_nothing_is_executed(project: Path) -> None:
    assert scan(parse_target("hostile.py", project)) == []
