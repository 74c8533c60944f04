"""What leaves the engine: mappings that JSON can say, and their text."""

from __future__ import annotations

from typing import Any

import orjson

ORJSON_OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_SUBCLASS
"""Times of UTC end in Z, as Pydantic writes them."""


PLAIN_TYPES: tuple[type[Any], ...] = (str, int, float, dict, list, tuple)


def dumps(value: Any) -> bytes:
    """The JSON text of *value*, on one line."""
    return orjson.dumps(value, default=to_plain_value, option=ORJSON_OPTIONS)


def loads(text: bytes) -> Any:
    """What the JSON *text* says."""
    return orjson.loads(text)


def to_plain_value(value: Any) -> Any:
    """What JSON says of a subclass (``class Level(str, Enum)``, ``class Id(int)``): its plain value."""
    for kind in PLAIN_TYPES:
        if isinstance(value, kind):
            return kind(value)
    raise TypeError(f"JSON has no word for {type(value).__name__}")
