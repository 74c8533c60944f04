"""Records that are sent, and records that are received: ``readOnly`` and ``writeOnly``.

A request has no property that is read-only, and a response none that is write-only, whether the
schema requires it or not [OpenAPI 3.0: Schema Object].
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from pytest_fixturegen.introspection.readers.documents.resources import split_pointer

Direction = Literal["", "request", "response"]
"""Whether records are requests or responses; of those that may be both, the schema says it all."""

HIDDEN_FLAGS: Mapping[Direction, str] = {
    "request": "readOnly",
    "response": "writeOnly",
    "": "writeOnly",
}
"""The keyword of the properties that records of a direction do not have."""

MAX_HOPS = 16
"""References in a row, and levels of ``allOf``, that are followed."""


def hide_properties(
    content: dict[str, Any],
    direction: Direction,
) -> dict[str, Any]:
    """Return *content* without the properties that records of *direction* do not have.

    Records without a direction keep those that a schema requires, so that any validator of the
    schema takes them.
    """
    flag = HIDDEN_FLAGS[direction]
    hidden = {
        id(part): names
        for part, names in _iter_hidden(
            content,
            flag,
            direction,
        )
    }
    if not hidden:
        return content
    copied: dict[str, Any] = _copy_without(content, hidden)
    return copied


def follow_references(
    content: Mapping[str, Any],
    schema: Any,
) -> Any:
    """Return the schema in *content* that *schema* refers to, or *schema* itself."""
    for _ in range(MAX_HOPS):
        reference = schema.get("$ref") if isinstance(schema, dict) else None
        if not isinstance(reference, str) or not reference.startswith("#/"):
            return schema
        schema = content
        for step in split_pointer(reference[1:]):
            schema = schema.get(step) if isinstance(schema, dict) else None
    return schema


def iter_parts(
    content: Mapping[str, Any],
    schema: Any,
    hops: int = MAX_HOPS,
) -> Iterator[dict[str, Any]]:
    """Yield *schema* and the schemas that it combines by ``allOf``, at any depth."""
    schema = follow_references(content, schema)
    if not isinstance(schema, dict) or not hops:
        return
    yield schema
    members = schema.get("allOf")
    for member in members if isinstance(members, list) else ():
        yield from iter_parts(
            content,
            member,
            hops - 1,
        )


def iter_mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in *value*, each once."""
    waiting, seen = [value], set()
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict) and id(part) not in seen:
            seen.add(id(part))
            yield part
            waiting += part.values()


def _iter_hidden(
    content: dict[str, Any],
    flag: str,
    direction: Direction,
) -> Iterator[tuple[dict[str, Any], frozenset[str]]]:
    """Yield each schema with the names of the properties that it loses."""
    for schema in iter_mappings(content):
        if "properties" not in schema and "required" not in schema:
            continue
        names: set[str] = set()
        for part in iter_parts(content, schema):
            names.update(
                _list_flagged(
                    content,
                    part,
                    flag,
                )
            )
        if not direction:
            names -= _list_required(content, schema)
        if names:
            yield schema, frozenset(names)


def _list_flagged(
    content: Mapping[str, Any],
    schema: Mapping[str, Any],
    flag: str,
) -> Iterator[str]:
    """Yield the names of the properties of *schema* that have *flag*."""
    properties = schema.get("properties")
    for name, value in properties.items() if isinstance(properties, dict) else ():
        if any(part.get(flag) is True for part in iter_parts(content, value)):
            yield name


def _list_required(
    content: Mapping[str, Any],
    schema: Mapping[str, Any],
) -> set[str]:
    """Return the names of the properties that *schema* and its parts require."""
    lists = (part.get("required") for part in iter_parts(content, schema))
    return {name for names in lists if isinstance(names, list) for name in names}


def _copy_without(
    value: Any,
    hidden: Mapping[int, frozenset[str]],
) -> Any:
    """Return a copy of *value* in which schemas lack their *hidden* properties."""
    if isinstance(value, list):
        return [_copy_without(each, hidden) for each in value]
    if not isinstance(value, dict):
        return value
    names = hidden.get(id(value), frozenset())
    copied = {key: _copy_without(each, hidden) for key, each in value.items()}
    if names and isinstance(copied.get("properties"), dict):
        kept = copied["properties"].items()
        copied["properties"] = {key: each for key, each in kept if key not in names}
    if names and isinstance(copied.get("required"), list):
        copied["required"] = [name for name in copied["required"] if name not in names]
        if not copied["required"]:  # an empty list is not valid in draft 4
            del copied["required"]
    return copied
