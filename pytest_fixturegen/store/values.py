"""The values of a column: how they are compared, what a text in a query may be, and how JSON Schema tells of that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.errors import nearest
from pytest_fixturegen.records import dumps, loads
from pytest_fixturegen.shape.shapes import Either, Items, Model, Named, Options, Pairs, Places, Ref, Scalar, Shape
from pytest_fixturegen.store.refusals import BadQueryError
from pytest_fixturegen.store.schema import WHOLE_NUMBERS, Kind

KINDS: dict[str, Kind] = {
    "int": "whole", "float": "number", "decimal": "decimal", "bool": "flag", "datetime": "moment",
}  # fmt: skip
NUMBERS = ("int", "float", "decimal")
YEAR = {"datetime": 5, "time": 5}
"""Digits from which a bare number may be meant as seconds: 2025 is a year, and 0930 half past nine."""

WORDS = {
    "int": "a whole number", "float": "a number", "decimal": "a number", "bool": "true or false", "uuid": "a UUID",
    "datetime": "a date and time in ISO 8601", "date": "a date in ISO 8601", "time": "a time in ISO 8601",
    "timedelta": "a duration in ISO 8601",
}  # fmt: skip
SCHEMAS: dict[str, dict[str, Any]] = {
    "int": {"type": "integer", "minimum": WHOLE_NUMBERS[0], "maximum": WHOLE_NUMBERS[1]}, "float": {"type": "number"},
    "decimal": {"type": "number"}, "bool": {"type": "boolean"}, "uuid": {"type": "string", "format": "uuid"},
    "datetime": {"type": "string", "format": "date-time"}, "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"}, "timedelta": {"type": "string", "format": "duration"},
}  # fmt: skip
"""What JSON Schema says of each kind of value."""


def kind_of(shape: Shape) -> Kind:
    """How values of *shape* are compared, as they stand in JSON."""
    match shape:
        case Scalar(kind):
            return KINDS.get(kind, "text")
        case Named():
            return "text"
        case Options(json=values):
            return _kind_of_values(values)
        case Items() | Places():
            return "list"
        case Model() | Pairs():
            return "other"
        case Either(members) if all(isinstance(each, Model | Pairs | Ref) for _, each in members):
            return "other"
        case _:
            return "text"


def _kind_of_values(values: tuple[Any, ...]) -> Kind:
    if values and all(isinstance(value, bool) for value in values):
        return "flag"
    return "number" if values and all(isinstance(value, int | float) for value in values) else "text"


def parser_of(shape: Shape) -> Callable[[str], Any]:
    """What turns a text of a query into a value of *shape* as JSON says it. It raises BadQueryError for another text."""
    match shape:
        case Scalar(kind):
            return partial(_parsed, kind)
        case Options(json=values):
            return partial(_chosen, tuple(values))
        case Items(item=item):
            return parser_of(item)
        case _:
            return str


def schema_of_text(shape: Shape) -> dict[str, Any]:
    """The texts that :func:`parser_of` takes, as JSON Schema tells of them."""
    match shape:
        case Scalar(kind):
            return SCHEMAS.get(kind, {"type": "string"})
        case Options(json=values):
            return {"enum": list(values)}
        case Items(item=item):
            return schema_of_text(item)
        case _:
            return {"type": "string"}


def _parsed(kind: str, text: str) -> Any:
    adapter = _adapter(kind)
    if adapter is None:
        return text
    is_misread = (kind in NUMBERS and "_" in text) or (text.isdecimal() and len(text) < YEAR.get(kind, 0))
    try:
        found = loads(adapter.dump_json(adapter.validate_strings(text)))
    except ValueError:
        found = None
    if found is None or is_misread:  # no number is JSON's word for infinity
        wanted = WORDS.get(kind, f"a {kind}")
        also = " In an address, write + as %2B." if " " in text else ""
        raise BadQueryError(f"{text[:80]!r} is not {wanted}.", hint=f"Give {wanted}.{also}")
    return found


@lru_cache
def _adapter(kind: str) -> Any:
    import uuid
    from datetime import date, datetime, time, timedelta
    from decimal import Decimal

    from pydantic import TypeAdapter

    types = {
        "int": int, "float": float, "decimal": Decimal, "bool": bool, "datetime": datetime, "date": date, "time": time,
        "timedelta": timedelta, "uuid": uuid.UUID,
    }  # fmt: skip
    return TypeAdapter(types[kind]) if kind in types else None


def _chosen(values: tuple[Any, ...], text: str) -> Any:
    for value in values:
        if text == str(value) or (isinstance(value, bool | None) and text == dumps(value).decode()):
            return value
    known = [str(value) for value in values]
    raise BadQueryError(f"{text[:80]!r} is none of them.", hint=nearest(text, known), suggestions=known)


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
