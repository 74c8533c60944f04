"""Reports from source: inherited fields, vague annotations, validators and risks."""

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
    """Create a project whose models are in three modules, and make it current."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text(
        "from app.models import User\n__all__ = ['User']\n"
    )
    (tmp_path / "app" / "models.py").write_text(MODELS)
    (tmp_path / "app" / "bases.py").write_text(BASES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(target: str, app: Path) -> tuple[tuple[ModelReport, ...], tuple[Finding, ...]]:
    """Return the reports and findings from the source of *target*."""
    return read_source_report(parse_target(target, app), lambda _: True)


def test_inherited_fields_come_first_and_nested_classes_keep_theirs(app: Path) -> None:
    models, _ = read("app/models.py", app)
    assert {model.name: [field.name for field in model.fields] for model in models} == {
        "Anything": ["root"],
        "User": ["id", "payload", "name", "later", "broken"],
        "User.Inner": ["size"],
        "Point": ["x"],
    }


def test_vague_annotations_and_missing_annotations_are_found(app: Path) -> None:
    _, findings = read("app/models.py", app)
    found = {
        finding.where: finding.what.partition(": ")[2]
        for finding in findings
        if finding.kind == "untyped"
    }
    assert found == {
        "Anything.root": "its annotation, Any, does not describe its values.",
        "User.payload": "its annotation, list, does not describe its items.",
        "User.later": "its annotation, 'dict[str, object]', does not describe its values.",
        "User.note": "it has no annotation, so it is not a field.",
        "Point.y": "it has no annotation, so it is not a field.",
    }


def test_all_forms_of_validators_are_found(app: Path) -> None:
    _, findings = read("app/models.py", app)
    found = {
        finding.where: finding.what.partition(": ")[2]
        for finding in findings
        if finding.kind == "validator"
    }
    assert found == {
        "User.name": "AfterValidator.",
        "User.model_post_init": "a method that runs when a record is made.",
    }


def test_risks_are_found_in_imported_modules_of_the_project(app: Path) -> None:
    _, findings = read("app.models", app)
    found = {
        finding.where: (finding.severity, finding.what)
        for finding in findings
        if finding.kind == "module"
    }
    assert found == {
        "app/models.py:2": ("warning", "It imports socket, which opens connections."),
        "app/bases.py:2": ("warning", "It imports subprocess, which starts programs."),
        "app/models.py:31": ("note", "It calls os.popen, which starts a program, in a function."),
        "app/models.py:32": ("note", "It calls os.execv, which starts a program, in a function."),
        "app/models.py:33": ("note", "It calls open, which writes a file, in a function."),
    }


def test_a_package_contains_the_models_that_it_exports(app: Path) -> None:
    models, findings = read("app", app)
    assert [(model.name, len(model.fields)) for model in models] == [("User", 5)]
    assert "app/models.py:2" in {finding.where for finding in findings}


def test_a_target_may_name_one_class(app: Path) -> None:
    models, findings = read("app/models.py:Point", app)
    assert [model.name for model in models] == ["Point"]
    assert {finding.where for finding in findings if finding.kind == "untyped"} == {"Point.y"}
