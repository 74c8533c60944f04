"""Convert the value of an option to its declared type.

Flags and environment variables are text; configuration files have typed values.
"""

from __future__ import annotations

import math
import os
import reprlib
from collections.abc import Callable, Mapping
from datetime import date, datetime, timezone
from typing import Any, Literal, get_args, get_origin

from pytest_fixturegen.config.field_policies import (
    MisplacedError,
    read_object,
    read_pairs,
    read_policies,
)
from pytest_fixturegen.config.options import JsonObject, Pairs, Policies

MAX_SHOWN_BITS = 1024
"""Bits of an integer that a message shows."""

MAX_INT_BITS = 1024
"""Bits of an integer that an option may have."""

MAX_INT_DIGITS = 308
"""Digits of the largest integer that always has so few bits."""

MAX_COUNT = 10**18
"""The largest number for an option that declares no upper bound."""

TRUE_WORDS = ("1", "true", "yes", "on")
FALSE_WORDS = ("0", "false", "no", "off")


class ValueRepr(reprlib.Repr):
    """A repr that cuts long values; of a huge integer, whose digits Python refuses, the size."""

    def repr_int(
        self,
        value: int,
        level: int,
    ) -> str:
        """Return the integer, or its size if it has more than MAX_SHOWN_BITS."""
        if value.bit_length() > MAX_SHOWN_BITS:
            return f"an integer of {value.bit_length():,} bits"
        return super().repr_int(value, level)


VALUE_REPR = ValueRepr()
VALUE_REPR.maxstring = VALUE_REPR.maxother = VALUE_REPR.maxlong = 100

CONVERSION_ERRORS = (ValueError, TypeError, OverflowError, RecursionError)
"""What :func:`convert_value` raises for an invalid value. RecursionError comes from nested JSON."""


def convert_value(annotation: Any, value: Any) -> Any:
    """Return *value* as the type *annotation*.

    Raises:
        MisplacedError: If a part of *value* is invalid.
        ValueError, TypeError, OverflowError, RecursionError: If *value* is invalid.
    """
    if annotation in (Policies, Pairs):
        return CONVERTERS[annotation](value)
    if get_origin(annotation) is Literal:
        if value not in get_args(annotation):
            raise ValueError(value)
        return value
    if get_origin(annotation) is tuple:
        return _parse_texts(value)
    return CONVERTERS[annotation](value)


def is_in_bounds(value: Any, metadata: Mapping[str, Any]) -> bool:
    """Return whether *value* lies within the bounds ``low`` and ``high``, both included.

    A count without an upper bound is below MAX_COUNT, which no loop reaches.
    """
    low, high = metadata["low"], metadata["high"]
    if low is None:
        return high is None or bool(value <= high)
    return bool(low <= value <= (MAX_COUNT if high is None else high))


def describe_bounds(metadata: Mapping[str, Any]) -> str:
    """Return the bounds of a number in words."""
    low, high = metadata["low"], metadata["high"]
    if high is None:
        return f"a number of at least {low:.15g} and at most {MAX_COUNT:.15g}"
    return f"a number from {low:.15g} to {high:.15g}"


def describe_type(annotation: Any) -> str:
    """Return the values that *annotation* accepts in words."""
    if get_origin(annotation) is Literal:
        *others, last = [repr(choice) for choice in get_args(annotation)]
        return f"{', '.join(others)} or {last}"
    if annotation == Policies:
        return "paths with settings, such as 'User.role=admin' or a table"
    if annotation == Pairs:
        return "pairs such as 'a=b'"
    if get_origin(annotation) is tuple:
        return "a list of texts"
    return TYPE_DESCRIPTIONS[annotation]


def abbreviate_value(value: Any) -> str:
    """Return *value* for a message; long or deep values are cut."""
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    if isinstance(value, bool):
        return str(value).lower()
    return VALUE_REPR.repr(value)


def _parse_texts(value: Any) -> tuple[str, ...]:
    """Return the texts of a list, or of one text with commas; raise for any other item."""
    if isinstance(value, str):
        return tuple(value.split(","))
    for position, item in enumerate(value, 1):
        if not isinstance(item, str):
            raise MisplacedError(f"item {position}", item, "a text")
    return tuple(value)


def _parse_int(value: Any) -> int:
    """Return the integer that a text or number means.

    A bool raises TypeError, and so does a float, which would lose its fraction. An integer of
    thousands of digits raises OverflowError.
    """
    if isinstance(value, bool | float):
        raise TypeError(value)
    number = int(value)
    if number.bit_length() > MAX_INT_BITS:
        raise OverflowError(number.bit_length())
    return number


def _parse_float(value: Any) -> float:
    """Return a finite number; a bool raises TypeError, NaN and infinity raise ValueError."""
    if isinstance(value, bool):
        raise TypeError(value)
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def _parse_bool(value: Any) -> bool:
    """Return the truth of a bool or of a word such as ``yes``; raise ValueError for others."""
    if isinstance(value, bool):
        return value
    word = value.lower() if isinstance(value, str) else ""
    if word not in TRUE_WORDS + FALSE_WORDS:
        raise ValueError(value)
    return word in TRUE_WORDS


def _parse_text(value: Any) -> str:
    """Return *value* as text. Raise TypeError if it is neither text nor a path."""
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _parse_datetime(value: Any) -> datetime:
    """Return a date, or a date and time; without a time zone it is UTC."""
    if not isinstance(value, str | date):
        raise TypeError(value)
    text = value if isinstance(value, str) else value.isoformat()
    # Python 3.10 does not read the Z of ISO 8601.
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _parse_json_object(value: Any) -> JsonObject:
    """Return the JSON object that *value* holds or describes."""
    return JsonObject(read_object(value))


CONVERTERS: dict[Any, Callable[[Any], Any]] = {
    int: _parse_int,
    float: _parse_float,
    bool: _parse_bool,
    str: _parse_text,
    datetime: _parse_datetime,
    JsonObject: _parse_json_object,
    Policies: read_policies,
    Pairs: read_pairs,
}

TYPE_DESCRIPTIONS: dict[Any, str] = {
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    str: "a text",
    datetime: "a date in ISO 8601",
    JsonObject: "an object of JSON",
}
