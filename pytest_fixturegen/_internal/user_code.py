"""The border to user code: models, validators, handlers, adapters and plugins may raise anything.

Broad ``except`` clauses live here, so that other modules name only the exceptions they expect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import FixturegenError

T = TypeVar("T")
D = TypeVar("D")


@contextmanager
def translate_user_errors(build: Callable[[Exception], FixturegenError]) -> Iterator[None]:
    """Turn an exception in the block into the error that *build* returns, with the cause kept.

    Errors of this package pass unchanged.
    """
    try:
        yield
    except FixturegenError:
        raise
    except Exception as error:
        raise build(error) from error


@dataclass(frozen=True, slots=True)
class Raised:
    """The exception that user code raised instead of returning a value."""

    error: Exception


def attempt(function: Callable[[], T]) -> T | Raised:
    """Return what *function* returns, or the exception that user code in it raised."""
    try:
        return function()
    except Exception as error:
        return Raised(error)


def call_or_default(function: Callable[[], T], default: D) -> T | D:
    """Return what *function* returns, or *default* if user code in it raises an exception."""
    result = attempt(function)
    return default if isinstance(result, Raised) else result


@contextmanager
def undo_on_error(undo: Callable[[], object]) -> Iterator[None]:
    """Call *undo* if the block raises anything, an interrupt included."""
    try:
        yield
    except BaseException:
        undo()
        raise
