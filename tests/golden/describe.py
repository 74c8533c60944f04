"""A text for any generated value that is the same on every Python and platform."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import islice
from pathlib import PurePath
from typing import Any
from uuid import UUID

from pydantic import BaseModel

PLAIN_TEXTS = (Decimal, Fraction, UUID)
LAZY_ITEMS = 100
"""Items of an iterator that are read: some of them never end."""


def describe(value: Any, above: frozenset[int] = frozenset()) -> str:
    """Return a text of the type and content of *value*; *above* holds what contains it."""
    leaf = describe_leaf(value)
    if leaf is not None:
        return leaf
    if id(value) in above:
        return "<cycle>"
    return describe_container(value, above | {id(value)})


def describe_leaf(value: Any) -> str | None:
    """Return the text of a *value* without parts, or None."""
    if value is None or isinstance(value, bool):
        return repr(value)
    name = type(value).__name__
    if isinstance(value, Enum):
        return f"{name}({describe(value.value)})"
    # The bare forms below leave out the name of the type where it is the usual one.
    for base, write in WRITERS:
        if isinstance(value, base):
            return write(value) if type(value) is base else f"{name}({write(value)})"
    if callable(getattr(value, "get_secret_value", None)):
        return f"{name}({describe(value.get_secret_value())})"
    if name.lower() == "sentinel":  # typing_extensions lets older Pythons call it
        return f"<{value!r}>"
    if isinstance(value, type) or callable(value):
        return f"<{getattr(value, '__qualname__', name)}>"
    return None


def describe_float(value: float) -> str:
    """Return the shortest text that reads back as *value*."""
    return float.__repr__(value)


def describe_datetime(value: dt.datetime) -> str:
    """Return the ISO text of *value*, with its offset."""
    return f"datetime {value.isoformat()}"


WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (int, int.__repr__),
    (float, describe_float),
    (complex, complex.__repr__),
    (str, lambda value: json.dumps(str.__str__(value))),
    (bytes, lambda value: f"bytes {value.hex()}"),
    (dt.datetime, describe_datetime),
    (dt.date, lambda value: f"date {value.isoformat()}"),
    (dt.time, lambda value: f"time {value.isoformat()}"),
    (dt.timedelta, lambda value: f"delta {value.days} {value.seconds} {value.microseconds}"),
    (PurePath, lambda value: f"path {value.as_posix()}"),
    (re.Pattern, lambda value: f"pattern {value.pattern!r} {int(value.flags)}"),
    *((base, str) for base in PLAIN_TEXTS),
)


def describe_container(value: Any, above: frozenset[int]) -> str:
    """Return the text of a *value* with parts."""
    name = type(value).__name__
    if isinstance(value, Mapping):
        pairs = (f"{describe(key, above)}: {describe(each, above)}" for key, each in value.items())
        return f"{name}{{{', '.join(pairs)}}}"
    if isinstance(value, set | frozenset):
        return f"{name}{{{', '.join(sorted(describe(each, above) for each in value))}}}"
    if isinstance(value, Iterator):
        return f"iterator[{describe_items(islice(value, LAZY_ITEMS), above)}]"
    fields = fields_of(value)
    if fields is not None:
        pairs = (f"{key}={describe(each, above)}" for key, each in fields.items())
        return f"{name}({', '.join(pairs)})"
    if hasattr(value, "__iter__") and not hasattr(value, "__slots__"):
        return f"{name}[{describe_items(value, above)}]"
    # Addresses of objects differ between processes.
    return re.sub(r" at 0x[0-9a-fA-F]+", "", f"{name}:{value!s}")


def describe_items(items: Any, above: frozenset[int]) -> str:
    """Return the texts of *items* in their order."""
    return ", ".join(describe(each, above) for each in items)


def fields_of(value: Any) -> dict[str, Any] | None:
    """Return what *value* holds by name, or None for a value without named parts."""
    if isinstance(value, BaseModel):
        held = {key: each for key, each in vars(value).items() if not key.startswith("_sa_")}
        return {**held, **(value.__pydantic_extra__ or {})}
    if dataclasses.is_dataclass(value):
        return {each.name: getattr(value, each.name, None) for each in dataclasses.fields(value)}
    for listed in ("_fields", "__struct_fields__"):
        if isinstance(getattr(value, listed, None), tuple):
            return {key: getattr(value, key, None) for key in getattr(value, listed)}
    if hasattr(type(value), "__attrs_attrs__"):
        return {each.name: getattr(value, each.name) for each in type(value).__attrs_attrs__}
    if (
        isinstance(value, list | tuple)
        or not hasattr(value, "__dict__")
        or hasattr(value, "__len__")
    ):
        return None
    return {key: each for key, each in sorted(vars(value).items()) if not key.startswith("_sa_")}
