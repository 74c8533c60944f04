"""The errors of a store. Each class has the HTTP status that the server answers with.

An operation that raises one of them leaves the store as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any, ClassVar

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.errors import StoreError, suggest_nearest

MAX_QUOTED_CHARACTERS = 80
"""Characters of a user's value that a message quotes."""

MAX_COMPARED_CHARACTERS = 200
"""Characters of an unknown name that are compared with known names: the comparison is quadratic."""


def is_store_error(exception_info: Any) -> bool:
    """Return whether pytest's *exception_info* holds an error of the store.

    Modules assign this function to ``__tracebackhide__``. Pytest then shows the line of the test
    that failed, and hides the lines of the store.
    """
    return bool(exception_info.errisinstance(StoreError))


class RequestError(StoreError):
    """The store rejects a request. This is the base class of all rejections."""

    status: ClassVar[int] = 400


class BadQueryError(RequestError):
    """A filter, a sort key, a page or another parameter is invalid."""


class BadRequestError(RequestError):
    """The store cannot read what the request sent."""


class ForbiddenError(RequestError):
    """The request needs a token."""

    status = 401


class MissingError(RequestError):
    """The resource, the record or the snapshot does not exist."""

    status = 404


class ConflictError(RequestError):
    """The request breaks a constraint between records: a key, a unique field or a reference."""

    status = 409


class StaleError(RequestError):
    """The record has changed since the client read it."""

    status = 412


class TooLargeError(RequestError):
    """The body of the request is larger than the limit."""

    status = 413


class InvalidError(RequestError):
    """The model rejects the record. *problems* lists the path and the reason of each error."""

    status = 422


@contextmanager
def prefix_errors(location: str) -> Iterator[None]:
    """Put *location* in front of the messages of errors that are raised in the scope."""
    try:
        yield
    except RequestError as error:
        error.message = f"{location}: {error.message}"
        raise


@contextmanager
def prefix_record_errors(name: str, index: int) -> Iterator[None]:
    """Add the *index* of a record of the resource *name* to errors that are raised in the scope.

    The first record has index 0.
    """
    try:
        yield
    except RequestError as error:
        record_name = f"{name}[{index}]"
        if error.message.startswith(f"{name}."):
            error.message = record_name + error.message[len(name) :]
        else:
            error.message = f"{record_name}: {error.message}"
        for problem in error.facts.get("problems", ()):
            problem["path"] = f"{index}.{problem['path']}".removesuffix(".")
        raise


def make_unknown_error(
    kind: str,
    name: str,
    known_names: Iterable[str],
    error: type[RequestError] = MissingError,
    **facts: Any,
) -> RequestError:
    """Return an error for an unknown *name*, with the nearest of *known_names* as hint."""
    names = sorted(set(known_names))
    return error(
        f"Unknown {kind} {shorten_text(name)!r}.",
        hint=suggest_nearest(name, names),
        suggestions=_find_close_names(name, names),
        **facts,
    )


def _find_close_names(name: str, known_names: list[str]) -> list[str]:
    """Return the known names most similar to *name*, or the first ones if none is similar.

    Only the start of a long name is compared, because the comparison is slow.
    """
    compared = name[:MAX_COMPARED_CHARACTERS]
    return (
        get_close_matches(
            compared,
            known_names,
            n=3,
            cutoff=0.5,
        )
        or known_names[:12]
    )


def shorten_text(text: str) -> str:
    """Return *text*, cut to 80 characters for a message."""
    return shorten(text, MAX_QUOTED_CHARACTERS)
