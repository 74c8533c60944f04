"""Odd targets: what they raise is their error, with its place, and never an internal one."""

from __future__ import annotations

import errno
import io
import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from pytest_fixturegen.config.command_options import (
    ImportConfig,
    JsonConfig,
    SelectionConfig,
)
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import (
    DiscoveryError,
    FixturegenError,
    InternalError,
    MappingError,
    UnsafeImportViolation,
)
from pytest_fixturegen.worker import client
from pytest_fixturegen.worker.job_errors import build_job_error

IMPORTS = ImportConfig(timeout=120)
MODULE_START = "from pydantic import BaseModel\n"


def draw(code: str) -> str:
    """Return the JSON of the models in *code*."""
    Path("odd.py").write_text(MODULE_START + code)
    out = io.BytesIO()
    config, selection = GenerationConfig(), SelectionConfig()
    client.emit_json("odd.py", JsonConfig(), config, selection, IMPORTS, stdout=out)
    return out.getvalue().decode()


@pytest.fixture(autouse=True)
def enter_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)


def test_a_default_that_cannot_be_shown_is_an_error_of_the_target() -> None:
    code = "class Odd(int):\n    def __repr__(self): raise RuntimeError('odd')\n"
    model = "class User(BaseModel):\n    id: int = Odd(3)\n"
    with pytest.raises(MappingError, match=r"raised RuntimeError: odd \(at .*odd.py:3\)"):
        draw(code + model)


def test_an_exception_whose_class_has_no_name_is_reported() -> None:
    metaclass = "class Meta(type):\n    @property\n    def __name__(cls): raise ValueError\n"
    with pytest.raises(DiscoveryError, match="raised Odd when it was imported: why"):
        draw(f"{metaclass}class Odd(Exception, metaclass=Meta): pass\nraise Odd('why')\n")


def test_an_exception_of_many_megabytes_is_cut() -> None:
    with pytest.raises(DiscoveryError, match="raised ValueError") as caught:
        draw("raise ValueError('x' * 20_000_000)\n")
    assert len(str(caught.value)) < 10_000
    assert len(json.dumps(caught.value.facts)) < 1_000_000


def test_a_module_that_replaces_itself_by_an_odd_one_is_an_error_of_the_target() -> None:
    code = "import sys, types\nclass Odd(types.ModuleType):\n    __file__ = 5\n"
    with pytest.raises(DiscoveryError, match="that name belongs to 5"):
        draw(f"{code}sys.modules[__name__] = Odd(__name__)\n")


def test_a_default_of_5000_digits_is_no_error() -> None:
    assert len(json.loads(draw("class User(BaseModel):\n    id: int = 10**4999\n"))) == 1


def raise_here(raise_error: Callable[[], None]) -> FixturegenError:
    """Return the error of a job in which *raise_error* raises."""
    try:
        raise_error()
    except Exception as error:
        return build_job_error(error)
    raise AssertionError


def test_what_this_package_raises_alone_is_an_internal_error() -> None:
    error = ValueError("ours")
    assert isinstance(build_job_error(error), InternalError)


@pytest.mark.parametrize(
    ("error", "limit"),
    [(MemoryError(), "memory"), (OSError(errno.EMFILE, "no"), "files")],
    ids=["memory", "files"],
)
def test_a_limit_of_the_sandbox_is_no_internal_error(error: Exception, limit: str) -> None:
    built = build_job_error(error)
    assert isinstance(built, UnsafeImportViolation)
    assert built.facts["limit"] == limit


def test_what_an_installed_package_raises_is_not_internal() -> None:
    """It may be the target: here a function of click fails."""
    error = raise_here(lambda: click.unstyle(None))  # type: ignore[arg-type]
    assert isinstance(error, MappingError)


def test_what_passes_through_other_code_is_not_internal() -> None:
    def divide() -> None:
        raise ZeroDivisionError("theirs")

    error = raise_here(divide)
    assert isinstance(error, MappingError)
    assert "raised ZeroDivisionError: theirs" in error.message
