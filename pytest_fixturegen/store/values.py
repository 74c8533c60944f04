"""The values of a column: how they are compared, what a text in a query may be, and how JSON Schema tells of that."""

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
    "int": "whole", "float": "number", "decimal": "decimal", "bool": "flag", "datetime": "moment",
}  # fmt: skip
NUMBER_KINDS = ("int", "float", "decimal")
MIN_SECONDS_DIGITS = {"datetime": 5, "time": 5}
"""Digits from which a bare number may be meant as seconds: 2025 is a year, and 0930 half past nine."""

KIND_LABELS = {
    "int": "a whole number", "float": "a number", "decimal": "a number", "bool": "true or false", "uuid": "a UUID",
    "datetime": "a date and time in ISO 8601", "date": "a date in ISO 8601", "time": "a time in ISO 8601",
    "timedelta": "a duration in ISO 8601",
}  # fmt: skip
KIND_SCHEMAS: dict[str, dict[str, Any]] = {
    "int": {"type": "integer", "minimum": INTEGER_BOUNDS[0], "maximum": INTEGER_BOUNDS[1]}, "float": {"type": "number"},
    "decimal": {"type": "number"}, "bool": {"type": "boolean"}, "uuid": {"type": "string", "format": "uuid"},
    "datetime": {"type": "string", "format": "date-time"}, "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"}, "timedelta": {"type": "string", "format": "duration"},
}  # fmt: skip
"""What JSON Schema says of each kind of value."""


def get_column_kind(shape: Shape) -> ColumnKind:
    """How values of *shape* are compared, as they stand in JSON."""
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
        case UnionShape(members) if all(
            isinstance(each, ModelShape | MappingShape | ShapeRef) for _, each in members
        ):
            return "other"
        case _:
            return "text"


def _get_values_kind(values: tuple[Any, ...]) -> ColumnKind:
    if values and all(isinstance(value, bool) for value in values):
        return "flag"
    return (
        "number" if values and all(isinstance(value, int | float) for value in values) else "text"
    )


def get_parser(shape: Shape) -> Callable[[str], Any]:
    """What turns a text of a query into a value of *shape* as JSON says it. It raises BadQueryError for another text."""
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
    """The texts that :func:`parser_of` takes, as JSON Schema tells of them."""
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
    adapter = _build_type_adapter(kind)
    if adapter is None:
        return text
    is_misread = (kind in NUMBER_KINDS and "_" in text) or (
        text.isdecimal() and len(text) < MIN_SECONDS_DIGITS.get(kind, 0)
    )
    try:
        found = loads(adapter.dump_json(adapter.validate_strings(text)))
    except ValueError:
        found = None
    if found is None or is_misread:  # no number is JSON's word for infinity
        wanted = KIND_LABELS.get(kind, f"a {kind}")
        also = " In an address, write + as %2B." if " " in text else ""
        raise BadQueryError(f"{text[:80]!r} is not {wanted}.", hint=f"Give {wanted}.{also}")
    return found


@lru_cache
def _build_type_adapter(kind: str) -> Any:
    import uuid
    from datetime import date, datetime, time, timedelta
    from decimal import Decimal

    from pydantic import TypeAdapter

    types = {
        "int": int, "float": float, "decimal": Decimal, "bool": bool, "datetime": datetime, "date": date, "time": time,
        "timedelta": timedelta, "uuid": uuid.UUID,
    }  # fmt: skip
    return TypeAdapter(types[kind]) if kind in types else None


def _parse_choice(values: tuple[Any, ...], text: str) -> Any:
    for value in values:
        if text == str(value) or (isinstance(value, bool | None) and text == dumps(value).decode()):
            return value
    known = [str(value) for value in values]
    raise BadQueryError(
        f"{text[:80]!r} is none of them.", hint=suggest_nearest(text, known), suggestions=known
    )


def has_words(value: Any, words: str) -> bool:
    """Whether some text within *value*, however deep, has *words*, whatever their case."""
    match value:
        case str():
            return words.lower() in value.lower()
        case Mapping():
            return any(has_words(each, words) for each in value.values())
        case list():
            return any(has_words(each, words) for each in value)
    return False
