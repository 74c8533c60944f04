"""What source shows: fields of bases and of other modules, annotations that say little, and what reaches outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_fixturegen.discovery.targets import parse_target
from pytest_fixturegen.doctor.report import Finding, ModelReport
from pytest_fixturegen.doctor.source_report import read_source_report

MODELS = """
import socket as plug, os
from os import popen as run
from typing import Annotated, Any, ClassVar, NamedTuple
from dataclasses import dataclass
from pydantic import AfterValidator, BaseModel, Field, RootModel
from app.bases import Base

class Anything(RootModel[Any]):
    pass

class User(Base):
    model_config = {"extra": "forbid"}
    limit: ClassVar[int] = 3
    name: Annotated[str, AfterValidator(str.strip)]
    later: "dict[str, object]"
    broken: "dict[str, "
    note = Field("")
    def model_post_init(self, context): self.note = open("x").read()

    class Inner(BaseModel):
        size: int

@dataclass
class Point:
    x: int
    y = 3
    __slots__ = ("x",)

async def fetch():
    run("ls")
    os.execv("/bin/true", [])
    open("x", mode="ab")
"""
BASES = """
import subprocess
from pydantic import BaseModel

class Base(BaseModel):
    id: int
    payload: list = []
"""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose models lie in three modules."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text(
        "from app.models import User\n__all__ = ['User']\n"
    )
    (tmp_path / "app" / "models.py").write_text(MODELS)
    (tmp_path / "app" / "bases.py").write_text(BASES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def seen(target: str, app: Path) -> tuple[tuple[ModelReport, ...], tuple[Finding, ...]]:
    """What the source of *target* shows."""
    return read_source_report(parse_target(target, app), lambda _: True)


def test_fields_of_bases_come_first_and_those_of_classes_within_are_their_own(app: Path) -> None:
    models, _ = seen("app/models.py", app)
    assert {each.name: [field.name for field in each.fields] for each in models} == {
        "Anything": ["root"],
        "User": ["id", "payload", "name", "later", "broken"],
        "User.Inner": ["size"],
        "Point": ["x"],
    }


def test_annotations_that_say_little_and_fields_that_are_none_are_named(app: Path) -> None:
    _, findings = seen("app/models.py", app)
    found = {
        each.where: each.what.partition(": ")[2] for each in findings if each.kind == "untyped"
    }
    assert found == {
        "Anything.root": "its annotation, Any, does not describe its values.",
        "User.payload": "its annotation, list, does not describe its items.",
        "User.later": "its annotation, 'dict[str, object]', does not describe its values.",
        "User.note": "it has no annotation, so it is not a field.",
        "Point.y": "it has no annotation, so it is not a field.",
    }


def test_validators_are_seen_however_they_are_written(app: Path) -> None:
    _, findings = seen("app/models.py", app)
    found = {
        each.where: each.what.partition(": ")[2] for each in findings if each.kind == "validator"
    }
    assert found == {
        "User.name": "AfterValidator.",
        "User.model_post_init": "a method that runs when a record is made.",
    }


def test_what_reaches_outside_is_followed_through_the_project(app: Path) -> None:
    _, findings = seen("app.models", app)
    found = {each.where: (each.severity, each.what) for each in findings if each.kind == "module"}
    assert found == {
        "app/models.py:2": ("warning", "It imports socket, which opens connections."),
        "app/bases.py:2": ("warning", "It imports subprocess, which starts programs."),
        "app/models.py:31": ("note", "It calls os.popen, which starts a program, in a function."),
        "app/models.py:32": ("note", "It calls os.execv, which starts a program, in a function."),
        "app/models.py:33": ("note", "It calls open, which writes a file, in a function."),
    }


def test_a_package_shows_the_models_that_it_hands_on(app: Path) -> None:
    models, findings = seen("app", app)
    assert [(each.name, len(each.fields)) for each in models] == [("User", 5)]
    assert "app/models.py:2" in {each.where for each in findings}


def test_one_class_may_be_meant(app: Path) -> None:
    models, findings = seen("app/models.py:Point", app)
    assert [each.name for each in models] == ["Point"]
    assert {each.where for each in findings if each.kind == "untyped"} == {"Point.y"}
