"""Schemas of dataframely as targets."""

from __future__ import annotations

from functools import partial
from typing import Any, Optional

import polars as pl
import pyarrow as pa
from typing_extensions import TypedDict

from pytest_fixturegen.introspection.readers.frame_schemas import arrow_schemas
from pytest_fixturegen.introspection.readers.frame_schemas.checks import choose_among, limit
from pytest_fixturegen.introspection.readers.frame_schemas.frame_schema import TableSchema

CONSTRAINTS = {
    "min": "ge",
    "min_exclusive": "gt",
    "max": "le",
    "max_exclusive": "lt",
    "min_length": "min_length",
    "max_length": "max_length",
    "regex": "pattern",
}
"""The attributes of columns that are constraints of a field."""

OWN_CHECKS = ("check", "resolution")
"""The attributes of columns that no constraint says."""


def read_schema(target: Any) -> TableSchema:
    """Return the columns of the class *target*."""
    columns = target.columns()
    types = {name: column.dtype for name, column in columns.items()}
    described = pl.DataFrame(schema=types).to_arrow(compat_level=pl.CompatLevel.oldest()).schema
    arrow = pa.schema([field.with_nullable(columns[field.name].nullable) for field in described])
    key = tuple(target.primary_key())
    return TableSchema(
        target.__name__,
        {field.name: _read_column(columns[field.name], field) for field in arrow},
        arrow,
        (key,) if key else (),
        partial(_check, target),
        _has_own_rules(target) or any(map(_has_own_check, columns.values())),
    )


def _has_own_rules(target: Any) -> bool:
    """Return whether *target* has rules that are functions of the user."""
    return bool(target._schema_validation_rules().keys() - {"primary_key"})


def _has_own_check(column: Any) -> bool:
    """Return whether *column*, or one within it, has a rule that no constraint says."""
    own = any(
        getattr(
            column,
            name,
            None,
        )
        is not None
        for name in OWN_CHECKS
    )
    return own or any(map(_has_own_check, _list_inner(column)))


def _list_inner(column: Any) -> list[Any]:
    """Return the columns within *column*."""
    inner = getattr(
        column,
        "inner",
        None,
    )
    if inner is None:
        return []
    return list(inner.values()) if isinstance(inner, dict) else [inner]


def _read_column(column: Any, field: Any) -> Any:
    """Return the annotation of *column*, which Arrow describes as *field*."""
    annotation = _read_type(column, field)
    allowed = getattr(
        column,
        "categories",
        None,
    )
    if allowed:
        annotation = choose_among(allowed)
    constraints = {
        name: getattr(column, attribute)
        for attribute, name in CONSTRAINTS.items()
        if getattr(
            column,
            attribute,
            None,
        )
        is not None
    }
    if pa.types.is_decimal(field.type):
        digits = {"max_digits": field.type.precision, "decimal_places": field.type.scale}
        constraints = {**digits, **constraints}
    limited = limit(annotation, constraints)
    return Optional[limited] if column.nullable else limited  # noqa: UP045


def _read_type(column: Any, field: Any) -> Any:
    """Return the annotation of the type of *column*; the columns within it have their own rules."""
    inner = getattr(
        column,
        "inner",
        None,
    )
    if inner is None:
        return arrow_schemas.read_type(field.type, field.name)
    if isinstance(inner, dict):
        fields = {each.name: _read_column(inner[each.name], each) for each in field.type}
        return TypedDict(field.name.title(), fields)  # type: ignore[operator]
    item = _read_column(inner, field.type.value_field)
    return list[item]  # type: ignore[valid-type]


def _check(target: Any, table: Any) -> None:
    """Raise what dataframely raises if it refuses *table*."""
    target.validate(pl.DataFrame(pl.from_arrow(table)), cast=True)
