"""Walks through core schemas: the schemas within a schema, and copies with some of them changed.

A dictionary without a type is not a schema, such as the fields of a model by name: one of these
may be a field named ``type``, whose value is a schema.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

UNKNOWN_CLASS = "pfg_unknown_class"
"""The metadata of a schema that takes instances of a class which Pydantic does not know."""

Schema = dict[str, Any]
Change = Callable[[Schema], Schema]


def iter_schemas(schema: Any, left_out: str = "") -> Iterator[Schema]:
    """Yield *schema* and each schema within it, once, without those below the key *left_out*.

    Pydantic puts the schema of a class, as one object, into every place that refers to it: a model
    had 1,731 schemas in 44,776 places. This does not call itself: Python 3.12 lets C functions,
    such as ``any``, nest 1,500 deep only.
    """
    waiting = [schema]
    seen: set[int] = set()
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if id(part) in seen:
                continue
            seen.add(id(part))
            if _has_type(part):
                yield part
            waiting.extend(inner for key, inner in part.items() if key != left_out)
        elif type(part) in (list, tuple):
            waiting.extend(part)


def map_schemas(
    schema: Any,
    change: Change,
    left_out: str = "",
) -> Any:
    """Return a copy of *schema* with the result of *change* in place of each schema.

    *change* gets copies whose parts are changed already. Parts below *left_out* stay as they are.
    """
    if isinstance(schema, dict):
        copied = {
            key: part if key == left_out else map_schemas(part, change, left_out)
            for key, part in schema.items()
        }
        return change(copied) if _has_type(schema) else copied
    if type(schema) in (list, tuple):
        return type(schema)(map_schemas(part, change, left_out) for part in schema)
    return schema


def find_unknown_class(schema: Schema) -> Any:
    """Return the class of which *schema* takes instances because Pydantic does not know it."""
    return schema.get("metadata", {}).get(UNKNOWN_CLASS)


def _has_type(part: Schema) -> bool:
    """Return whether *part* is a schema, which has a type."""
    return isinstance(part.get("type"), str)
