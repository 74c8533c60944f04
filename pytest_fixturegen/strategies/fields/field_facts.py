"""Descriptions of fields for plugins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ChoiceShape,
    CollectionShape,
    CustomJsonShape,
    MappingShape,
    ModelField,
    ModelShape,
    NamedShape,
    OptionalShape,
    RootShape,
    Scalar,
    Shape,
    ShapeRef,
    TupleShape,
    UnionShape,
)
from pytest_fixturegen.plugins.contracts import FieldFacts

SHAPE_KIND_NAMES: Mapping[type, str] = {
    ChoiceShape: "enum",
    UnionShape: "union",
    TupleShape: "tuple",
}


def describe_field(model_field: ModelField, refs: Mapping[str, Shape]) -> FieldFacts:
    """Return the facts of *model_field* that ``pfg_modify_strategy`` is given."""
    shape, is_nullable = model_field.shape, False
    while isinstance(shape, CheckedShape | CustomJsonShape | OptionalShape | ShapeRef):
        is_nullable = is_nullable or isinstance(shape, OptionalShape)
        shape = refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    return FieldFacts(
        model_field.name,
        alias=str(model_field.key[0]),
        kind=_get_kind_name(shape),
        required=model_field.required,
        nullable=is_nullable,
        default=model_field.default,
        examples=model_field.examples,
        rules=_list_constraints(shape),
    )


def _list_constraints(shape: Shape) -> dict[str, Any]:
    """Return the constraints of *shape* that are set, by name; only scalars have any."""
    if not isinstance(shape, Scalar | NamedShape):
        return {}
    constraints = shape.constraints
    values = {part.name: getattr(constraints, part.name) for part in fields(constraints)}
    return {name: value for name, value in values.items() if value}


def _get_kind_name(shape: Shape) -> str:
    """Return the kind of *shape* as plugins see it: a kind, the name of a class, or ``any``."""
    match shape:
        case Scalar(kind=kind) | CollectionShape(kind=kind) | MappingShape(kind=kind):
            return kind
        case NamedShape(type=cls) | ModelShape(cls=cls) | RootShape(cls=cls):
            return str(getattr(cls, "__name__", cls))
        case _:
            return SHAPE_KIND_NAMES.get(type(shape), "any")
