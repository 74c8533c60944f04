"""Schemas of dataframely as targets."""

from __future__ import annotations

from functools import partial
from typing import Any, Optional

import polars as pl
import pyarrow as pa

from pytest_fixturegen.introspection.readers.frame_schemas import arrow_schemas
from pytest_fixturegen.introspection.readers.frame_schemas.checks import choose_among, limit
from pytest_fixturegen.introspection.readers.frame_schemas.frame_schema import FrameSchema

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

OWN_CHECKS = ("check", "is_in", "resolution", "time_unit_check", "metadata_check")


def read_schema(target: Any) -> FrameSchema:
    """Return the columns of the class *target*."""
    columns = target.columns()
    types = {name: column.dtype for name, column in columns.items()}
    described = pl.DataFrame(schema=types).to_arrow(compat_level=pl.CompatLevel.oldest()).schema
    arrow = pa.schema([field.with_nullable(columns[field.name].nullable) for field in described])
    annotations = {
        field.name: _read_column(columns[field.name], field) for field in arrow
    }
    rules = [rule for rule in target._validation_rules(with_cast=False) if "|" not in rule]
    own = any(rule != "primary_key" for rule in rules)
    open_columns = any(_has_own_check(column) for column in columns.values())
    key = tuple(target.primary_key())
    return FrameSchema(
        target.__name__,
        annotations,
        arrow,
        (key,) if key else (),
        partial(_check, target),
        own or open_columns,
    )


def _has_own_check(column: Any) -> bool:
    """Return whether *column* has a rule that no constraint says."""
    return any(getattr(column, name, None) is not None for name in ("check", "resolution"))


def _read_column(column: Any, field: Any) -> Any:
    """Return the annotation of *column*."""
    annotation = arrow_schemas.read_type(field.type, field.name)
    allowed = getattr(column, "categories", None) or getattr(column, "is_in", None)
    if allowed:
        annotation = choose_among(allowed)
    constraints = {
        name: getattr(column, attribute)
        for attribute, name in CONSTRAINTS.items()
        if getattr(column, attribute, None) is not None
    }
    if pa.types.is_decimal(field.type):
        digits = {"max_digits": field.type.precision, "decimal_places": field.type.scale}
        constraints = {**digits, **constraints}
    limited = limit(annotation, constraints)
    return Optional[limited] if field.nullable else limited  # noqa: UP045


def _check(target: Any, table: Any) -> None:
    """Raise what dataframely raises if it refuses *table*."""
    target.validate(pl.DataFrame(pl.from_arrow(table)), cast=True)
