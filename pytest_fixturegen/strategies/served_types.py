"""Which places hold a type that a plugin or an override serves."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    CheckedShape,
    Constraints,
    InstanceOf,
    ModelShape,
    NamedShape,
    OpaqueShape,
    RootShape,
    Scalar,
    Shape,
    ShapeRef,
    unwrap_shape,
)
from pytest_fixturegen.introspection.type_reader import read_type

ServedShape = Shape | str | None
"""The shape of a type, the kind of a plain type, or None if models cannot tell the type."""


def is_served_type(
    shape: Shape,
    served: Any,
    served_shape: ServedShape,
) -> bool:
    """Return whether the place of *shape* holds the type *served*, which has *served_shape*."""
    if isinstance(served_shape, str):
        return getattr(shape, "kind", "") == served_shape
    reasons = (
        shape == served_shape,
        _has_same_checks(shape, served_shape),
        _is_shape_of(shape, served),
    )
    return any(reasons)


def _has_same_checks(shape: Shape, served: Shape | None) -> bool:
    """Whether *shape* is the annotated type *served*, with validators, and with more constraints.

    The provider is asked with the constraints of the field.
    """
    is_checked = False
    while isinstance(shape, CheckedShape) and isinstance(served, CheckedShape):
        if shape.rule != served.rule:
            return False
        shape, served, is_checked = shape.inner, served.inner, True
    if not isinstance(shape, Scalar) or not isinstance(served, Scalar):
        return False
    return is_checked and shape.kind == served.kind


def _is_shape_of(shape: Shape, served: Any) -> bool:
    """Whether *shape* is that of the class *served*."""
    match shape:
        case ModelShape(cls=cls) | RootShape(cls=cls) | InstanceOf(cls=cls):
            return cls is served
        case OpaqueShape(cls=cls) | NamedShape(type=cls):
            return cls is served
        case _:
            return False


def get_constraints(place: Shape) -> Constraints:
    """Return the constraints of *place*; only scalars and named types have some."""
    shape = unwrap_shape(place)
    return shape.constraints if isinstance(shape, Scalar | NamedShape) else NO_CONSTRAINTS


def read_served(served: Any) -> ServedShape:
    """Return the shape of the type *served*, or its kind if it is a plain type.

    Return None for another name of a plain type, which leaves no trace. Raise MappingError for a
    type that cannot be read.
    """
    try:
        return _read_cached(served)
    except TypeError:  # some type expressions cannot be hashed
        return _read(served)


def _read(served: Any) -> ServedShape:
    """Return what :func:`read_served` does."""
    if served is None:
        return None
    reading = read_type(served)
    shape: Shape | None = reading.shape
    if isinstance(shape, ShapeRef):
        shape = reading.refs.get(shape.name)
    if not isinstance(shape, Scalar) or shape.constraints != NO_CONSTRAINTS:
        return shape
    return shape.kind if isinstance(served, type) else None


_read_cached = lru_cache(maxsize=256)(_read)
