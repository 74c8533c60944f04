"""Schemas at their location in a description: references, properties, types, derived schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urldefrag

from pytest_fixturegen.introspection.readers.documents.document import Document
from pytest_fixturegen.introspection.readers.documents.extraction import extract_schema
from pytest_fixturegen.introspection.readers.documents.loading import (
    DERIVED,
    keep_document,
    load_document,
)
from pytest_fixturegen.introspection.readers.documents.openapi_schemas import is_openapi
from pytest_fixturegen.introspection.readers.documents.operations import SchemaPlace
from pytest_fixturegen.introspection.readers.documents.resources import escape_step, split_pointer

Use = Literal["request", "response"]
"""Where the values of a schema occur: ``readOnly`` and ``writeOnly`` depend on it."""

DERIVED_KEY = "pfg"
"""Where a derived document keeps the schema that it is about."""

HIDDEN_KEYWORDS: dict[Use, str] = {"request": "readOnly", "response": "writeOnly"}

VALUE_TYPES = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
}
"""The type of JSON Schema of each type of Python."""

MAX_REFERENCES = 100
MAX_DEPTH = 20
"""Levels of combined schemas that are searched for properties."""


def resolve_place(place: SchemaPlace) -> SchemaPlace:
    """Return the target of the ``$ref`` of the schema at *place*; *place* itself without one.

    A reference that cannot be resolved is kept: the reader of records reports it.
    """
    for _ in range(MAX_REFERENCES):
        reference = place.schema.get("$ref") if isinstance(place.schema, Mapping) else None
        target = _follow(reference, place) if isinstance(reference, str) else None
        if target is None:
            return place
        place = target
    return place


def _follow(reference: str, source: SchemaPlace) -> SchemaPlace | None:
    """Return the place that *reference* in *source* leads to; None if it is missing."""
    address, fragment = urldefrag(reference)
    file = source.file.parent / unquote(address) if address else source.file
    if address and not file.is_file():
        return None
    value = load_document(file)
    steps = split_pointer(unquote(fragment))
    for step in steps:
        if isinstance(value, Mapping) and step in value:
            value = value[step]
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    pointer = "#" + "".join(f"/{escape_step(step)}" for step in steps)
    return SchemaPlace(
        file,
        pointer,
        value,
    )


def enter_schema(place: SchemaPlace, *steps: str | int) -> SchemaPlace:
    """Return the place of a schema below the one at *place*."""
    value: Any = place.schema
    pointer = place.pointer
    for step in steps:
        value = value[step]
        pointer = f"{pointer}/{escape_step(str(step))}"
    return SchemaPlace(
        place.file,
        pointer,
        value,
    )


def list_properties(place: SchemaPlace) -> dict[str, SchemaPlace]:
    """Return the properties of the schema at *place*, with those of combined schemas.

    If several of them describe one property, it is the place that says most of its members: the
    first one is often that of an envelope, which says only that it is a list of objects.
    """
    found: dict[str, SchemaPlace] = {}
    for part in _iter_parts(place, MAX_DEPTH):
        properties = part.schema.get("properties")
        for name in properties if isinstance(properties, Mapping) else ():
            described = enter_schema(
                part,
                "properties",
                name,
            )
            known = found.setdefault(name, described)
            if known is not described and _has_members(described) and not _has_members(known):
                found[name] = described
    return found


def _has_members(place: SchemaPlace) -> bool:
    """Return whether the schema at *place* describes properties, of itself or of its items."""
    items = find_items(place)
    return any("properties" in part.schema for part in _iter_parts(items or place, MAX_DEPTH))


def list_required(place: SchemaPlace) -> set[str]:
    """Return the properties that the schema at *place* requires in every case."""
    found: set[str] = set()
    for part in _iter_parts(
        place,
        MAX_DEPTH,
        keywords=("allOf",),
    ):
        required = part.schema.get("required")
        found.update(required if isinstance(required, list) else ())
    return found


def _iter_parts(
    place: SchemaPlace,
    depth: int,
    keywords: tuple[str, ...] = ("allOf", "oneOf", "anyOf"),
) -> Iterator[SchemaPlace]:
    """Yield the schema at *place* and those that it combines, all of them objects."""
    place = resolve_place(place)
    if not isinstance(place.schema, Mapping) or not depth:
        return
    yield place
    for keyword in keywords:
        members = place.schema.get(keyword)
        for number in range(len(members) if isinstance(members, list) else 0):
            yield from _iter_parts(
                enter_schema(
                    place,
                    keyword,
                    number,
                ),
                depth - 1,
                keywords,
            )


def list_types(place: SchemaPlace) -> set[str]:
    """Return the types that the schema at *place* names, or that its keywords imply."""
    found: set[str] = set()
    for part in _iter_parts(place, MAX_DEPTH):
        named = part.schema.get("type")
        found.update([named] if isinstance(named, str) else named or ())
        if "properties" in part.schema:
            found.add("object")
        if "items" in part.schema:
            found.add("array")
        if named is None:
            found.update(_list_value_types(part.schema))
    return found


def _list_value_types(schema: Mapping[str, Any]) -> set[str]:
    """Return the types of the values that *schema* lists."""
    listed = schema.get("enum")
    values = [*(listed if isinstance(listed, list) else ())]
    if "const" in schema:
        values.append(schema["const"])
    return {VALUE_TYPES[type(value)] for value in values if type(value) in VALUE_TYPES}


def find_items(place: SchemaPlace) -> SchemaPlace | None:
    """Return the schema of the items of the array at *place*; None if it is not an array."""
    for part in _iter_parts(
        place,
        MAX_DEPTH,
        keywords=("allOf",),
    ):
        if isinstance(part.schema.get("items"), Mapping):
            return enter_schema(part, "items")
    return None


def find_keyword(place: SchemaPlace, keyword: str) -> Any:
    """Return the value of *keyword* of the schema at *place*, or None."""
    for part in _iter_parts(
        place,
        MAX_DEPTH,
        keywords=("allOf",),
    ):
        if keyword in part.schema:
            return part.schema[keyword]
    return None


def derive_document(
    place: SchemaPlace,
    name: str,
    use: Use,
    changes: Mapping[str, Any] | None = None,
) -> Document:
    """Return the schema at *place* as a separate target, for requests or for responses.

    It has only what it needs of its description, which is faster to read than all of it. Properties
    that are not part of this *use* are not required, and responses do not have them. *changes* adds
    properties, which are required, by name; the object may then have other properties as well.
    """
    content = load_document(place.file)
    schema: Any = place.schema
    if changes:
        schema = _add_properties(open_object(place), changes)
    whole = content if isinstance(content, dict) else {}
    derived = extract_schema({**whole, DERIVED_KEY: schema}, f"#/{DERIVED_KEY}")
    if is_openapi(whole):
        derived = {"openapi": whole.get("openapi"), **derived}
    path = place.file.with_name(f"{place.file.stem}~{len(DERIVED)}{place.file.suffix}")
    keep_document(path, _hide_properties(derived, use))
    return Document(
        path,
        "#",
        name,
    )


def _add_properties(schema: dict[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return *schema*, an object, with the properties of *changes*, which it requires."""
    required = [*schema.get("required", ()), *changes]
    return {
        **schema,
        "type": "object",
        "properties": {**schema.get("properties", {}), **changes},
        "required": list(dict.fromkeys(required)),
    }


def open_object(place: SchemaPlace, depth: int = MAX_DEPTH) -> dict[str, Any]:
    """Return the schema at *place* without its reference and without limits to its properties."""
    place = resolve_place(place)
    if not isinstance(place.schema, Mapping) or not depth:
        return {}
    closed = ("additionalProperties", "unevaluatedProperties")
    schema = {
        key: value
        for key, value in place.schema.items()
        if not (key in closed and value is False) and key not in ("discriminator", "maxProperties")
    }
    for keyword in ("allOf", "oneOf", "anyOf"):
        members = schema.get(keyword)
        if isinstance(members, list):
            inner = [
                enter_schema(
                    place,
                    keyword,
                    number,
                )
                for number in range(len(members))
            ]
            schema[keyword] = [open_object(each, depth - 1) for each in inner]
    return schema


def _hide_properties(value: Any, use: Use) -> Any:
    """Return *value* so that objects do not need the properties that *use* does not have."""
    if isinstance(value, list):
        return [_hide_properties(each, use) for each in value]
    if not isinstance(value, dict):
        return value
    changed = {key: _hide_properties(each, use) for key, each in value.items()}
    properties, required = value.get("properties"), value.get("required")
    if not isinstance(properties, dict):
        return changed
    keyword = HIDDEN_KEYWORDS[use]
    hidden = {name for name, each in properties.items() if _has_flag(each, keyword)}
    if hidden and isinstance(required, list):
        changed["required"] = [name for name in required if name not in hidden]
        if not changed["required"]:
            del changed["required"]  # draft 4 has no empty lists
    if use == "response":
        changed["properties"] = {
            name: each for name, each in changed["properties"].items() if name not in hidden
        }
    return changed


def _has_flag(schema: Any, keyword: str) -> bool:
    """Return whether *keyword* of *schema* is true."""
    return isinstance(schema, dict) and schema.get(keyword) is True


def get_title(place: SchemaPlace) -> str:
    """Return the name of the schema at *place*: that of its component, or its title."""
    target = resolve_place(place)
    if "/schemas/" in target.pointer:
        return split_pointer(target.pointer)[-1]
    title = target.schema.get("title") if isinstance(target.schema, Mapping) else None
    return title if isinstance(title, str) else ""


def is_same_schema(first: SchemaPlace, second: SchemaPlace) -> bool:
    """Return whether both places lead to one schema."""
    return get_identity(first) == get_identity(second)


def get_identity(place: SchemaPlace) -> tuple[Path, str]:
    """Return the file and the pointer of the schema that *place* leads to."""
    target = resolve_place(place)
    return target.file, target.pointer
