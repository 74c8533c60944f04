"""An independent judge of whether a text contains a match, which always answers soon."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from importlib import import_module
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import SchemaError

MAX_NESTED_LOOPS = 2
"""Loops within loops that ``re`` may search for.

It takes exponential time for some patterns with more of them, even in a text of two characters. Of
15,000 random patterns with texts of at most seven characters, those with two loops took at most
12 ms; some of those with three took minutes.
"""

UNDECIDED = None


@lru_cache(maxsize=4096)
def count_nested_loops(source: str, flags: int = 0) -> int:
    """Return how many loops of *source* are within one another."""
    parser = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")
    return _count_in_series(parser.parse(source, flags))


def _count_in_series(operations: Any) -> int:
    return max((_count_in(name.name, argument) for name, argument in operations), default=0)


def _count_in(name: str, argument: Any) -> int:
    match name:
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            _, high, item = argument
            return _count_in_series(item) + (high > 1)
        case "BRANCH":
            return max(map(_count_in_series, argument[1]))
        case "SUBPATTERN":
            return _count_in_series(argument[3])
        case "ASSERT" | "ASSERT_NOT":
            return _count_in_series(argument[1])
        case _:
            return 0


def is_found(source: str, text: str, flags: int = 0) -> bool | None:
    """Return whether *source* is found in *text*; UNDECIDED if nobody can tell in bounded time.

    Patterns with few nested loops are left to ``re``, the others to Rust's engine. That takes
    linear time, but has neither look-arounds nor flags.
    """
    if count_nested_loops(source, flags) <= MAX_NESTED_LOOPS:
        return re.search(source, text, flags) is not None
    if flags:
        return UNDECIDED
    try:
        adapter: TypeAdapter[str] = TypeAdapter(Annotated[str, Field(pattern=source)])
    except SchemaError:
        return UNDECIDED
    try:
        adapter.validate_python(text)
    except ValidationError:
        return False
    return True
