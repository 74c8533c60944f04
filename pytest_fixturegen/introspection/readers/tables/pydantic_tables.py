"""Classes of SQLModel: what their columns add to the shape that Pydantic describes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import Any

from pytest_fixturegen.introspection.readers.tables.checks import Rule, list_rules
from pytest_fixturegen.introspection.readers.tables.inheritance import (
    find_discriminator,
    find_share,
)
from pytest_fixturegen.introspection.readers.tables.mapped_classes import list_columns
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ChoiceShape,
    ModelField,
    ModelShape,
    OptionalShape,
    Scalar,
    Shape,
    add_constraint,
)


def add_column_rules(cls: Any, model: ModelShape) -> ModelShape:
    """Return *model*, the shape of *cls*, with what its columns and constraints say.

    A field is left out if its table column is not mapped, such as one that the database computes.
    """
    columns = dict(list_columns(cls))
    table_names = {column.key for column in cls.__table__.columns}
    fields = [
        _add_rules(cls, field, columns[field.name]) if field.name in columns else field
        for field in model.fields
        if field.name in columns or field.name not in table_names
    ]
    return replace(model, fields=tuple(fields), share=find_share(cls))


def _add_rules(
    cls: Any,
    field: ModelField,
    column: Any,
) -> ModelField:
    """Return *field*, narrowed by *column* and by the inheritance hierarchy of *cls*."""
    discriminator = find_discriminator(cls)
    if discriminator is not None and discriminator.field == field.name:
        values = discriminator.values
        return replace(field, shape=_build_choice(values), required=True, has_default=False)
    shape = _change_scalar(
        field.shape,
        lambda scalar: _narrow_scalar(scalar, column.type),
    )
    for rule in list_rules(cls):
        if rule.column == column.name:
            shape = _apply_rule(shape, rule)
    return replace(field, shape=shape)


def _build_choice(values: tuple[Any, ...]) -> ChoiceShape:
    """Return the shape of one of *values*."""
    json = tuple(value.value if isinstance(value, Enum) else value for value in values)
    return ChoiceShape(values, json)


def _change_scalar(shape: Shape, change: Callable[[Scalar], Shape]) -> Shape:
    """Return *shape* with the plain value in it changed."""
    match shape:
        case Scalar():
            return change(shape)
        case OptionalShape(inner) | CheckedShape(inner):
            return replace(shape, inner=_change_scalar(inner, change))
        case _:
            return shape


def _narrow_scalar(scalar: Scalar, column_type: Any) -> Shape:
    """Return *scalar* as its column takes it: of its length, and without a time zone."""
    rules = scalar.constraints
    length = getattr(column_type, "length", None)
    if scalar.kind == "str" and isinstance(length, int) and rules.max_length is None:
        return replace(scalar, constraints=rules.merge(max_length=length))
    is_naive = getattr(column_type, "timezone", None) is False
    if scalar.kind == "datetime" and is_naive and rules.tz is None:
        return replace(scalar, constraints=rules.merge(tz="naive"))
    return scalar


def _apply_rule(shape: Shape, rule: Rule) -> Shape:
    """Return *shape*, narrowed by the CHECK constraint *rule*."""
    if rule.options:
        return _change_scalar(shape, lambda scalar: _build_choice(rule.options))
    for name, limit in rule.limits.items():
        shape = add_constraint(shape, {name: limit})
    return shape
