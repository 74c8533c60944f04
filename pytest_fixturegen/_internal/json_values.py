"""The JSON text of records, and the plain values of subclasses."""

from __future__ import annotations

from typing import Any

import orjson

ORJSON_OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_SUBCLASS
"""UTC times end in Z, as Pydantic writes them."""

PLAIN_TYPES: tuple[type[Any], ...] = (str, int, float, dict, list, tuple)


def dumps(value: Any) -> bytes:
    """Return the JSON text of *value* on one line."""
    return orjson.dumps(
        value,
        default=to_plain_value,
        option=ORJSON_OPTIONS,
    )


def loads(text: bytes) -> Any:
    """Return the value of the JSON *text*."""
    return orjson.loads(text)


def to_plain_value(value: Any) -> Any:
    """Return the plain value of an instance of a subclass, such as a ``str`` enum or ``class
    Id(int)``.

    Raises:
        TypeError: If JSON cannot express *value*.
    """
    for kind in PLAIN_TYPES:
        if isinstance(value, kind):
            return kind(value)
    raise TypeError(f"cannot write {type(value).__name__} as JSON")
