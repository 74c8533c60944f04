"""The border to user code: models, validators, handlers, adapters and plugins may raise anything.

Broad ``except`` clauses live here, so that other modules name only the exceptions they expect.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import FixturegenError, get_class_name

INTERRUPTIONS = (KeyboardInterrupt, GeneratorExit)
"""Exceptions that end the run, whoever raises them; see also :func:`_is_cancelled`."""

T = TypeVar("T")
D = TypeVar("D")


@contextmanager
def translate_user_errors(build: Callable[[Exception], FixturegenError]) -> Iterator[None]:
    """Turn an exception in the block into the error that *build* returns, with the cause kept.

    Errors of this package pass unchanged.
    """
    try:
        with contain_exits():
            yield
    except FixturegenError:
        raise
    except Exception as error:
        raise build(error) from error


class EscapedError(Exception):
    """User code raised *error*, such as SystemExit, which is not an Exception."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(str(error))
        self.name = get_class_name(error)


@contextmanager
def contain_exits() -> Iterator[None]:
    """Turn SystemExit, and anything else that would end the process, into an EscapedError.

    An interruption passes unchanged.
    """
    try:
        yield
    except (Exception, *INTERRUPTIONS):
        raise
    except BaseException as error:
        if _is_cancelled(error):
            raise
        raise EscapedError(error) from error


def _is_cancelled(error: BaseException) -> bool:
    """Return whether *error* ends a task of asyncio.

    asyncio takes as long to import as the engine. Code that raises its error has imported it.
    """
    return isinstance(error, getattr(sys.modules.get("asyncio"), "CancelledError", ()))


def format_user_error(error: BaseException) -> str:
    """Return the class and the message of *error*, such as ``ValueError: no room``."""
    name = error.name if isinstance(error, EscapedError) else get_class_name(error)
    return f"{name}: {error}" if str(error) else name


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
