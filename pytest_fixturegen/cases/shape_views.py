"""Shapes and nodes behind what only wraps them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    NamedShape,
    OptionalShape,
    RootShape,
    Shape,
    ShapeRef,
)
from pytest_fixturegen.nodes import Constructed, Node, Nullable, Pinned
from pytest_fixturegen.providers.registry import find_type_provider


class ShapeView(NamedTuple):
    """A shape and its node behind references, checks, root models and None.

    *is_optional* says that the value may be None. *builders* build instances of root models
    around the value, the outer ones first.
    """

    shape: Shape
    node: Node
    is_optional: bool
    builders: tuple[Constructed, ...]


def view_shape(
    shape: Shape,
    node: Node,
    refs: Mapping[str, Shape],
) -> ShapeView:
    """Return *shape* and *node* without what wraps them."""
    inner, is_optional = _unwrap_shape(shape, refs)
    builders: list[Constructed] = []
    while isinstance(node, Nullable | Constructed | Pinned):
        if isinstance(node, Constructed):
            builders.append(node)
        node = node.inner
    return ShapeView(
        inner,
        node,
        is_optional,
        tuple(builders),
    )


def _unwrap_shape(shape: Shape, refs: Mapping[str, Shape]) -> tuple[Shape, bool]:
    """Return *shape* without what wraps it, and whether it takes None."""
    is_optional = False
    while True:
        if isinstance(shape, ShapeRef):
            shape = refs[shape.name]
        elif isinstance(shape, OptionalShape):
            is_optional, shape = True, shape.inner
        elif isinstance(shape, CheckedShape | CustomJsonShape | RootShape):
            shape = shape.inner
        elif isinstance(shape, NamedShape) and shape.inner and not find_type_provider(shape.type):
            shape = shape.inner  # drawn as its inner shape, since no provider knows the type
        else:
            return shape, is_optional
