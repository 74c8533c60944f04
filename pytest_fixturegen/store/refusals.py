"""What a store says no to: each kind of refusal with the HTTP status that tells it.

A refusal leaves the store as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from pytest_fixturegen.errors import StoreError, nearest


def is_refusal(raised: Any) -> bool:
    """Whether *raised*, as pytest holds it, is an error of ours: a test that fails by it shows its own line, not ours.

    Modules name it as ``__tracebackhide__``, which is what pytest asks.
    """
    return bool(raised.errisinstance(StoreError))


class Refusal(StoreError):  # noqa: N818 - each kind of it says Error
    """Somebody asked for what cannot be."""

    status: ClassVar[int] = 400


class BadQueryError(Refusal):
    """A filter, a sort key, a page, or another parameter makes no sense."""


class BadRequestError(Refusal):
    """What was sent cannot be read."""


class ForbiddenError(Refusal):
    """The door is for those who know the token."""

    status = 401


class MissingError(Refusal):
    """There is no such resource, record or snapshot."""

    status = 404


class ConflictError(Refusal):
    """A constraint between records stands against it: a key, a unique field, a reference."""

    status = 409


class StaleError(Refusal):
    """The record is no longer what the request took it for."""

    status = 412


class TooLargeError(Refusal):
    """More was sent than is taken."""

    status = 413


class InvalidError(Refusal):
    """The model refuses the record: *problems* tells where and why."""

    status = 422


@contextmanager
def told_of(place: str) -> Iterator[None]:
    """A scope whose refusals begin with *place*: where what is refused comes from."""
    try:
        yield
    except Refusal as error:
        error.message = f"{place}: {error.message}"
        raise


@contextmanager
def told_of_one(name: str, index: int) -> Iterator[None]:
    """A scope whose refusals say which of several records of the resource *name* is meant; the first is 0."""
    try:
        yield
    except Refusal as error:
        begin, one = f"{name}.", f"{name}[{index}]"
        error.message = one + error.message[len(name) :] if error.message.startswith(begin) else f"{one}: {error.message}"
        for problem in error.facts.get("problems", ()):
            problem["path"] = f"{index}.{problem['path']}".removesuffix(".")
        raise


def unknown(what: str, name: str, known: Iterable[str], error: type[Refusal] = MissingError, **facts: Any) -> Refusal:
    """There is no *what* of this *name*: the nearest of those *known* is suggested."""
    words = sorted(set(known))
    return error(f"There is no {what} {_short(name)!r}.", hint=nearest(name, words), suggestions=_close(name, words), **facts)


def _close(name: str, words: list[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name[:200], words, n=3, cutoff=0.5) or words[:12]


def _short(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:79]}…"
