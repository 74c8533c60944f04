"""Envelopes: where a response holds its records or its record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pytest_fixturegen.introspection.readers.documents.operations import (
    DocumentedOperation,
    SchemaPlace,
)
from pytest_fixturegen.introspection.readers.documents.schema_places import (
    find_items,
    is_same_schema,
    list_properties,
    list_types,
)
from pytest_fixturegen.store.documented.words import normalize_name, singularize

LIST_WORDS = (
    "data items results records values entries elements content contents list rows value docs"
    " hits nodes objects resources members collection"
).split()
"""Names of the property that holds the records of a list, the likeliest first."""

RECORD_WORDS = "data item result record payload response object entity value".split()
"""Names of the property that holds the record of a response."""

WRAPPER_WORDS = "data result results response payload embedded page".split()
"""Names of the property that holds the list of an envelope within an envelope."""

Path = tuple[str, ...]


def find_json_schema(operation: DocumentedOperation, *statuses: str) -> SchemaPlace | None:
    """Return the schema of the first JSON response to a served request."""
    served = [each for each in operation.responses if each.status[:1] == "2"]
    fallback = [each for each in operation.responses if each.status == "default"]
    for response in served or fallback:
        for media_type in response.content:
            if media_type.is_json or media_type.name == "*/*":
                return media_type.schema
    return None


def find_list_path(
    place: SchemaPlace,
    word: str = "",
    record: SchemaPlace | None = None,
) -> Path | None:
    """Return the way to the records in the list at *place*; None if it is something else.

    *word* is the last word of the address, and *record* the schema of the records if it is known.
    """
    if "array" in list_types(place):
        return ()
    properties = list_properties(place)
    arrays = {name: each for name, each in properties.items() if _holds_objects(each, record)}
    name = _choose(
        arrays,
        record,
        [*LIST_WORDS, normalize_name(word)],
    )
    if name is not None:
        return (name,)
    for name, each in properties.items():
        if normalize_name(name) in WRAPPER_WORDS and "object" in list_types(each):
            inner = find_list_path(
                each,
                word,
                record,
            )
            if inner:
                return (name, *inner)
    return None


def _holds_objects(place: SchemaPlace, record: SchemaPlace | None) -> bool:
    """Return whether the schema at *place* is an array of objects, or of the *record*."""
    if "array" not in list_types(place):
        return False
    items = find_items(place)
    if items is None:
        return False
    return "object" in list_types(items) or (record is not None and is_same_schema(items, record))


def _choose(
    arrays: Mapping[str, SchemaPlace],
    record: SchemaPlace | None,
    words: Sequence[str],
) -> str | None:
    """Return the name of the array that holds the records."""
    for name, each in arrays.items():
        items = find_items(each)
        if record is not None and items is not None and is_same_schema(items, record):
            return name
    by_word = {normalize_name(name): name for name in arrays}
    found = [by_word[word] for word in words if word in by_word]
    if found:
        return found[0]
    return next(iter(arrays)) if len(arrays) == 1 and record is None else None


def find_record_path(
    place: SchemaPlace,
    word: str = "",
    record: SchemaPlace | None = None,
) -> Path:
    """Return the way to the record in the response at *place*; empty if it is the response."""
    if record is not None and is_same_schema(place, record):
        return ()
    properties = list_properties(place)
    words = [singularize(normalize_name(word)), *RECORD_WORDS]
    for name, each in properties.items():
        if record is not None and is_same_schema(each, record):
            return (name,)
    has_key = any(normalize_name(name) in ("id", "sid", "uuid") for name in properties)
    if has_key or not properties or len(properties) > 5:
        return ()
    for wanted in words:
        for name, each in properties.items():
            if normalize_name(name) == wanted and list_properties(each):
                return (name,)
    only = next(iter(properties))
    return (only,) if len(properties) == 1 and list_properties(properties[only]) else ()


def follow_path(place: SchemaPlace, path: Path) -> SchemaPlace | None:
    """Return the schema at *path* of properties below the one at *place*."""
    found: SchemaPlace | None = place
    for name in path:
        found = list_properties(found).get(name) if found else None
    return found
