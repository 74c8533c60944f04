"""What a store says no to: each kind of refusal with the HTTP status that tells it.

A refusal leaves the store as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from pytest_fixturegen.errors import StoreError, suggest_nearest


def is_store_error(exception_info: Any) -> bool:
    """Whether *raised*, as pytest holds it, is an error of ours: a test that fails by it shows its own line, not ours.

    Modules name it as ``__tracebackhide__``, which is what pytest asks.
    """
    return bool(exception_info.errisinstance(StoreError))


class RequestError(StoreError):  # noqa: N818 - each kind of it says Error
    """Somebody asked for what cannot be."""

    status: ClassVar[int] = 400


class BadQueryError(RequestError):
    """A filter, a sort key, a page, or another parameter makes no sense."""


class BadRequestError(RequestError):
    """What was sent cannot be read."""


class ForbiddenError(RequestError):
    """The door is for those who know the token."""

    status = 401


class MissingError(RequestError):
    """There is no such resource, record or snapshot."""

    status = 404


class ConflictError(RequestError):
    """A constraint between records stands against it: a key, a unique field, a reference."""

    status = 409


class StaleError(RequestError):
    """The record is no longer what the request took it for."""

    status = 412


class TooLargeError(RequestError):
    """More was sent than is taken."""

    status = 413


class InvalidError(RequestError):
    """The model refuses the record: *problems* tells where and why."""

    status = 422


@contextmanager
def prefix_errors(location: str) -> Iterator[None]:
    """A scope whose refusals begin with *place*: where what is refused comes from."""
    try:
        yield
    except RequestError as error:
        error.message = f"{location}: {error.message}"
        raise


@contextmanager
def prefix_record_errors(name: str, index: int) -> Iterator[None]:
    """A scope whose refusals say which of several records of the resource *name* is meant; the first is 0."""
    try:
        yield
    except RequestError as error:
        begin, one = f"{name}.", f"{name}[{index}]"
        error.message = (
            one + error.message[len(name) :]
            if error.message.startswith(begin)
            else f"{one}: {error.message}"
        )
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
    """There is no *what* of this *name*: the nearest of those *known* is suggested."""
    words = sorted(set(known_names))
    return error(
        f"There is no {kind} {_shorten(name)!r}.",
        hint=suggest_nearest(name, words),
        suggestions=_find_close_names(name, words),
        **facts,
    )


def _find_close_names(name: str, known_names: list[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name[:200], known_names, n=3, cutoff=0.5) or known_names[:12]


def _shorten(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:79]}…"
