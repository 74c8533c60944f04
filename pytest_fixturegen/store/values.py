"""The values of a column: how they are compared, and how a query writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.errors import suggest_nearest
from pytest_fixturegen.introspection.shapes import (
    ChoiceShape,
    CollectionShape,
    MappingShape,
    ModelShape,
    NamedShape,
    Scalar,
    Shape,
    ShapeRef,
    TupleShape,
    UnionShape,
)
from pytest_fixturegen.store.errors import BadQueryError
from pytest_fixturegen.store.schema import INTEGER_BOUNDS, ColumnKind

COLUMN_KINDS: dict[str, ColumnKind] = {
    "int": "whole",
    "float": "number",
    "decimal": "decimal",
    "bool": "flag",
    "datetime": "moment",
}
"""The kind of column for each kind of scalar. Every other scalar is compared as text."""

NUMBER_KINDS = ("int", "float", "decimal")
MIN_SECONDS_DIGITS = {"datetime": 5, "time": 5}
"""Digits from which a bare number means seconds: 2025 is a year, and 0930 half past nine."""

KIND_LABELS = {
    "int": "a whole number",
    "float": "a number",
    "decimal": "a number",
    "bool": "true or false",
    "uuid": "a UUID",
    "datetime": "a date and time in ISO 8601",
    "date": "a date in ISO 8601",
    "time": "a time in ISO 8601",
    "timedelta": "a duration in ISO 8601",
}
KIND_SCHEMAS: dict[str, dict[str, Any]] = {
    "int": {"type": "integer", "minimum": INTEGER_BOUNDS[0], "maximum": INTEGER_BOUNDS[1]},
    "float": {"type": "number"},
    "decimal": {"type": "number"},
    "bool": {"type": "boolean"},
    "uuid": {"type": "string", "format": "uuid"},
    "datetime": {"type": "string", "format": "date-time"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"},
    "timedelta": {"type": "string", "format": "duration"},
}
"""The JSON Schema of a query's text for each kind of scalar."""


def get_column_kind(shape: Shape) -> ColumnKind:
    """Return how values of *shape* are compared, in the form in which JSON writes them."""
    match shape:
        case Scalar(kind):
            return COLUMN_KINDS.get(kind, "text")
        case NamedShape():
            return "text"
        case ChoiceShape(json=values):
            return _get_values_kind(values)
        case CollectionShape() | TupleShape():
            return "list"
        case ModelShape() | MappingShape():
            return "other"
        case UnionShape(members) if _has_only_objects(members):
            return "other"
        case _:
            return "text"


def _has_only_objects(members: Any) -> bool:
    """Return whether all *members* of a union are objects."""
    return all(isinstance(each, ModelShape | MappingShape | ShapeRef) for _, each in members)


def _get_values_kind(values: tuple[Any, ...]) -> ColumnKind:
    """Return "flag" or "number" if all values are booleans or numbers, otherwise "text"."""
    if values and all(isinstance(value, bool) for value in values):
        return "flag"
    if values and all(isinstance(value, int | float) for value in values):
        return "number"
    return "text"


def get_parser(shape: Shape) -> Callable[[str], Any]:
    """Return a function that converts a text of a query into a JSON value of *shape*.

    The function raises BadQueryError for an invalid text.
    """
    match shape:
        case Scalar(kind):
            return partial(_parse_scalar, kind)
        case ChoiceShape(json=values):
            return partial(_parse_choice, tuple(values))
        case CollectionShape(item=item):
            return get_parser(item)
        case _:
            return str


def build_text_schema(shape: Shape) -> dict[str, Any]:
    """Return the JSON Schema of the texts that the parser of *shape* accepts."""
    match shape:
        case Scalar(kind):
            return KIND_SCHEMAS.get(kind, {"type": "string"})
        case ChoiceShape(json=values):
            return {"enum": list(values)}
        case CollectionShape(item=item):
            return build_text_schema(item)
        case _:
            return {"type": "string"}


def _parse_scalar(kind: str, text: str) -> Any:
    """Return *text* as the JSON value of its kind.

    Raise BadQueryError if it is ambiguous, invalid, or not finite.
    """
    adapter = _build_type_adapter(kind)
    if adapter is None:
        return text
    value = None
    if not _is_ambiguous(kind, text):
        try:
            value = adapter.validate_strings(text)
            if not isinstance(value, int):  # JSON is read with 64 bits and rounds a larger number
                value = loads(adapter.dump_json(value))
        except ValueError:
            value = None
    if value is None:  # JSON writes infinity and NaN as null
        label = KIND_LABELS.get(kind, f"a {kind}")
        plus_hint = " In an address, write + as %2B." if " " in text else ""
        raise BadQueryError(f"{text[:80]!r} is not {label}.", hint=f"Give {label}.{plus_hint}")
    return value


def _is_ambiguous(kind: str, text: str) -> bool:
    """Return whether Pydantic would accept a text that a client probably means otherwise."""
    if kind in NUMBER_KINDS:
        return "_" in text
    return text.isdecimal() and len(text) < MIN_SECONDS_DIGITS.get(kind, 0)


@lru_cache
def _build_type_adapter(kind: str) -> Any:
    """Return the Pydantic adapter of a kind of scalar, or None if every text is valid."""
    import uuid
    from datetime import date, datetime, time, timedelta
    from decimal import Decimal

    from pydantic import TypeAdapter

    types = {
        "int": int,
        "float": float,
        "decimal": Decimal,
        "bool": bool,
        "datetime": datetime,
        "date": date,
        "time": time,
        "timedelta": timedelta,
        "uuid": uuid.UUID,
    }
    return TypeAdapter(types[kind]) if kind in types else None


def _parse_choice(values: tuple[Any, ...], text: str) -> Any:
    """Return the choice that *text* spells, in Python's form or, for booleans and None, in JSON.

    Raise BadQueryError with the nearest choices.
    """
    for value in values:
        if text == str(value):
            return value
        if isinstance(value, bool | None) and text == dumps(value).decode():
            return value
    choices = [str(value) for value in values]
    raise BadQueryError(
        f"{text[:80]!r} is not one of the choices.",
        hint=suggest_nearest(text, choices),
        suggestions=choices,
    )


def has_words(value: Any, words: str) -> bool:
    """Return whether some text within *value*, at any depth, contains *words* in any case."""
    match value:
        case str():
            return words.lower() in value.lower()
        case Mapping():
            return any(has_words(each, words) for each in value.values())
        case list():
            return any(has_words(each, words) for each in value)
    return False
