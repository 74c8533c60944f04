"""Ranges of PostgreSQL: the classes of SQLAlchemy, drawn as two bounds in order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any

DAY = timedelta(days=1)


def read_range(item: Any) -> Any:
    """Return the type of the ranges of *item*'s values."""
    from pydantic import PlainSerializer, WrapValidator

    return Annotated[
        tuple.__class_getitem__((item, item)),
        WrapValidator(_build_range),
        PlainSerializer(_format_range, return_type=str),
    ]


def build_ranges(item: Any) -> Any:
    """Return the type of the lists of one range of *item*'s values, which cannot overlap."""
    from pydantic import PlainSerializer, WrapValidator

    return Annotated[
        tuple.__class_getitem__((item, item)),
        WrapValidator(_build_multirange),
        PlainSerializer(_format_ranges, return_type=str),
    ]


def order_bounds(bounds: Any) -> tuple[Any, Any]:
    """Return *bounds* in ascending order, and at least 1 or one day apart if they are equal.

    A range without its upper bound that begins there is empty, and PostgreSQL keeps no bounds of
    empty ranges.
    """
    lower, upper = sorted(bounds)
    if lower == upper:
        upper += DAY if isinstance(upper, date) else 1
    return lower, upper


def _build_range(value: Any, validate: Any) -> Any:
    """Return the range between the two bounds in *value*, or a range of SQLAlchemy unchanged."""
    from sqlalchemy.dialects.postgresql import Range

    if isinstance(value, Range):
        return value
    if isinstance(value, str):
        value = _split_range(value)
    return Range(*order_bounds(validate(value)))


def _build_multirange(value: Any, validate: Any) -> Any:
    """Return the list of the range between the two bounds in *value*; a list is unchanged."""
    if isinstance(value, list) and all(hasattr(each, "lower") for each in value):
        return value
    if isinstance(value, str):
        value = value.strip("{}")
    return [_build_range(value, validate)]


def _format_range(value: Any) -> str:
    """Return the text of a range, as PostgreSQL writes it."""
    return str(value)


def _format_ranges(ranges: Any) -> str:
    """Return the text of a list of ranges, as PostgreSQL writes it."""
    return "{" + ",".join(map(str, ranges)) + "}"


def _split_range(text: str) -> list[str]:
    """Return the two bounds in a *text* such as ``[1,5)``."""
    return [bound.strip('"') for bound in text[1:-1].split(",")]
