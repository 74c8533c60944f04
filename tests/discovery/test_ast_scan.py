"""The scan of source code: bases in other files, aliases, re-exports, and warnings."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from pytest_fixturegen.discovery.ast_scan import scan_models
from pytest_fixturegen.discovery.importer import find_models
from pytest_fixturegen.discovery.targets import Target, parse_target

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
def test_the_scan_finds_the_models_that_the_import_finds(
    project: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(project)
    target = parse_target(module, project)
    assert {(model.name, model.kind) for model in scan_models(target)} == {
        (model.name, model.kind) for model in find_models(target, with_hidden=True)
    }


def test_the_scan_warns_about_models_that_it_cannot_recognize(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert scan_models(parse_target("lib/odd.py", project)) == []
    assert "Made is made by create_model, which only an import shows" in caplog.text
    assert "Mine derives from Faker, which is not the project's own" in caplog.text


def test_a_circle_of_bases_ends(project: Path) -> None:
    assert scan_models(parse_target("lib/circle.py", project)) == []


def test_the_scan_executes_nothing(project: Path) -> None:
    assert scan_models(parse_target("hostile.py", project)) == []


SOURCE = """
import dataclasses, typing
from dataclasses import dataclass as dc
from typing import Generic, NamedTuple, TypedDict, TypeVar
import pydantic
from pydantic import BaseModel as Base
raise SystemExit("nothing of this may run")
T = TypeVar("T")
class A(Base): ...
class B(A): ...
class C(pydantic.BaseModel):
    class Inner(Base): ...
class Box(Base, Generic[T]): ...
class IntBox(Box[int]): ...
@dc(frozen=True)
class D: x: int
@dataclasses.dataclass
class E: x: int
class F(TypedDict): x: int
class G(NamedTuple): x: int
class H: ...
class I(typing.TypedDict, total=False): x: int
"""


def test_the_scan_finds_every_kind_of_model(tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(SOURCE)
    found = {model.name: model.kind for model in scan_models(parse_target("m.py", tmp_path))}
    models = dict.fromkeys(("A", "B", "C", "C.Inner", "Box", "IntBox"), "model")
    others = {
        "D": "dataclass",
        "E": "dataclass",
        "F": "typed-dict",
        "G": "named-tuple",
        "I": "typed-dict",
    }
    assert found == models | others


def test_the_scan_does_not_import_the_package_of_a_module(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").write_text("raise SystemExit\n")
    (tmp_path / "package" / "m.py").write_text(
        "from pydantic import BaseModel\nclass A(BaseModel): ...\n"
    )
    assert [model.name for model in scan_models(Target("package.m", str(tmp_path)))] == ["A"]
