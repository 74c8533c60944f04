"""Walks through core schemas: the schemas within a schema, and copies with some of them changed.

A dictionary without a type is no schema, such as the fields of a model by name: there may be a
field ``type``, which is a schema itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Schema = dict[str, Any]
Change = Callable[[Schema], Schema]


def iter_schemas(schema: Any, left_out: str = "") -> Iterator[Schema]:
    """Yield *schema* and each schema within it, without those below the key *left_out*."""
    parts: Any = ()
    if isinstance(schema, dict):
        if _has_type(schema):
            yield schema
        parts = (part for key, part in schema.items() if key != left_out)
    elif type(schema) in (list, tuple):
        parts = schema
    for part in parts:
        yield from iter_schemas(part, left_out)


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


def _has_type(part: Schema) -> bool:
    return isinstance(part.get("type"), str)
