"""Room for calls that nest as deep as the data.

Python ends a program whose calls nest more than 1,000 deep. Planning a model takes 10 calls for
each level of models in it, and Pydantic's JSON Schema takes 16. So the limit is higher while a type
that nests deep is worked on, by a bound that depends on the type only. Then an endless recursion in
code of the user still ends, and results do not depend on how many calls surround a test.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen._internal.type_names import format_path
from pytest_fixturegen.errors import MappingError

T = TypeVar("T")

CALLS_PER_LEVEL = 20
"""Calls for a model, a list or another part of a type around others; Pydantic needs the most."""

ORDINARY_LEVELS = 20
"""Up to this many levels, the usual limit leaves room enough."""

MAX_LEVELS = 1000
"""The deepest type. A model takes two levels, and Pydantic itself crashes with 2,000 models.

20,000 calls more fit into the 8 MB of a thread's stack, also in Python 3.10, which uses half a
kilobyte for each.
"""

SCHEMA_LEVELS = 400
"""The room in which Pydantic builds the schema of a type, through hooks of this package, too."""


MAX_PATH_LENGTH = 60


class CallLimit:
    """Python's limit of calls, which all threads share, with the room that blocks ask for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._base = 0
        self._raised = 0
        self._extra_calls = 0

    def add_calls(self, count: int) -> None:
        """Add room for *count* calls."""
        with self._lock:
            if not self._extra_calls:
                self._base = self._raised = sys.getrecursionlimit()
            self._change_room(count)

    def remove_calls(self, count: int) -> None:
        """Take back room for *count* calls; without any, the limit is the one from before."""
        with self._lock:
            self._change_room(-count)

    def _change_room(self, count: int) -> None:
        """Set the limit for *count* calls more, unless code of the user has set another limit."""
        self._extra_calls += count
        is_ours = sys.getrecursionlimit() == self._raised
        self._raised = self._base + min(self._extra_calls, MAX_LEVELS * CALLS_PER_LEVEL)
        if is_ours:
            sys.setrecursionlimit(self._raised)


CALL_LIMIT = CallLimit()


@contextmanager
def allow_levels(levels: int) -> Iterator[None]:
    """Leave room in this block for the calls that a type with so many *levels* needs."""
    count = CALLS_PER_LEVEL * min(levels, MAX_LEVELS) if levels > ORDINARY_LEVELS else 0
    if not count:
        yield
        return
    CALL_LIMIT.add_calls(count)
    try:
        yield
    finally:
        CALL_LIMIT.remove_calls(count)


@contextmanager
def work_on_levels(levels: int, model: str) -> Iterator[None]:
    """Leave room for *levels* in this block. Raise MappingError if *model* nests deeper yet."""
    try:
        with allow_levels(levels):
            yield
    except RecursionError as error:
        raise build_depth_error(model) from error


def iterate_with_levels(levels: int, items: Iterator[T]) -> Iterator[T]:
    """Return *items*, each computed with the room of :func:`allow_levels`.

    The code that receives an item has no such room.
    """
    return _iterate_with_room(levels, items) if levels > ORDINARY_LEVELS else items


def _iterate_with_room(levels: int, items: Iterator[T]) -> Iterator[T]:
    """Yield *items*, each computed with room for *levels*."""
    while True:
        with allow_levels(levels):
            taken = list(islice(items, 1))
        if not taken:
            return
        yield taken[0]


def build_depth_error(model: str, path: str = "") -> MappingError:
    """Return the error for *model*, whose part at *path* nests too deep."""
    place = shorten(format_path(model, path), MAX_PATH_LENGTH)
    return MappingError(
        f"{place}: this type nests too deep: expected at most {MAX_LEVELS} levels, where a model"
        " within a model takes two.",
        hint="Nest its models less deep, or leave it out with --exclude.",
        model=model,
        path=path,
    )
