"""Constraints that tables add to the shapes of their fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    ModelField,
    ModelShape,
    OptionalShape,
    Scalar,
    Shape,
    ShapeRef,
    TypeReading,
)

SMALL_LIMITS = {"ge": -(2**15), "le": 2**15 - 1}
"""The limits of a small integer [PostgreSQL, section 8.1.1]."""

ChangeModel = Callable[[ModelShape], Shape]


def change_root(reading: TypeReading, change: ChangeModel) -> TypeReading:
    """Return *reading* with its model, which validators or a reference may hide, changed."""
    if isinstance(reading.shape, ShapeRef):
        name = reading.shape.name
        changed = _change_shape(reading.refs[name], change)
        return replace(reading, refs={**reading.refs, name: changed})
    return replace(reading, shape=_change_shape(reading.shape, change))


def _change_shape(shape: Shape, change: ChangeModel) -> Shape:
    """Return *shape* with the model in it changed."""
    match shape:
        case ModelShape():
            return change(shape)
        case CheckedShape(inner) | CustomJsonShape(inner):
            return replace(shape, inner=_change_shape(inner, change))
        case _:
            return shape


def check_storage(shape: Shape) -> Shape:
    """Return *shape* without the limits of small integers, which validation then checks.

    Bounds say which numbers are usual, but these only say which ones can be stored.
    """
    match shape:
        case OptionalShape(inner):
            return replace(shape, inner=check_storage(inner))
        case Scalar("int", rules) if (rules.ge, rules.le) == tuple(SMALL_LIMITS.values()):
            plain = replace(rules, ge=None, le=None)
            return CheckedShape(Scalar("int", plain), "smallint")
        case _:
            return shape


def rename_fields(model: ModelShape, names: Mapping[str, str]) -> ModelShape:
    """Return *model* with its fields called by attribute; *names* has their names in the model."""
    attributes = {name: attribute for attribute, name in names.items()}
    fields = [
        replace(field, name=attributes[field.name], shape=check_storage(field.shape))
        for field in model.fields
    ]
    return replace(model, fields=tuple(fields))


def find_field(model: ModelShape, name: str) -> ModelField | None:
    """Return the field *name* of *model*, or None."""
    return next(
        (field for field in model.fields if field.name == name),
        None,
    )
