"""A project of a user's, and the command line as one calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pytest_fixturegen.cli.main import main

MODELS = r"""
from pydantic import BaseModel, EmailStr, Field

class Address(BaseModel):
    city: str
    postal_code: str = Field(pattern=r"^\d{5}$")

class User(BaseModel):
    id: int = Field(ge=1)
    name: str
    email: EmailStr
    address: Address
"""

Pfg = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with ``app/models.py``, as the working directory."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").touch()
    (tmp_path / "app" / "models.py").write_text(MODELS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def pfg(project: Path) -> Pfg:
    """``pfg("gen", "json", ...)``: what the command prints, and its exit code."""

    def run(*words: str, **environment: str) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], env=environment)

    return run


def error_of(result: Result) -> dict[str, object]:
    """The error that a command printed with ``--json-errors``."""
    body = json.loads(result.stdout)
    assert body.keys() == {"error"}
    assert body["error"].keys() == {"code", "kind", "message", "details", "hint"}
    found: dict[str, object] = body["error"]
    return found
