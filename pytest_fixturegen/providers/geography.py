"""Positions on the earth: coordinates, boxes and rings as GeoJSON writes them [RFC 7946]."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    Scalar,
    Shape,
    TupleShape,
    UnionShape,
)
from pytest_fixturegen.nodes import GridFloat, Node, OneOf, Tuple
from pytest_fixturegen.providers.domains import geo_points
from pytest_fixturegen.providers.field_context import FieldContext

FLOAT = Scalar("float", NO_CONSTRAINTS)

BOX_FIELDS = frozenset({"bbox", "bounds", "bounding_box"})
POSITION_FIELDS = frozenset({"coordinates", "coordinate", "position", "center", "location"})

MIN_RING_POSITIONS = 4
"""The least positions of a linear ring, whose first and last one are equal [RFC 7946 3.1.6]."""

DEGREE_SCALE = 10_000.0
"""Coordinates are multiples of one ten-thousandth, about eleven metres."""

AXIS_LIMITS = (1_800_000, 900_000, 40_000_000)
"""The greatest longitude, latitude (in 1/10,000 degree) and height (in 1/10,000 metre)."""


def provide_coordinates(
    name: str,
    shape: TupleShape,
    context: FieldContext,
) -> Node | None:
    """Return a node of a box [RFC 7946 5] or of a position [3.1.1]; None if *shape* is neither.

    The lower corner of a box, south and west, comes before the upper one. If they are no items of a
    list, they are of the point of the record.
    """
    if shape.variadic_index is not None or not all(map(_is_number, shape.items)):
        return None
    size = len(shape.items)
    if not context.is_item and all(item == FLOAT for item in shape.items):
        node = _build_own_coordinates(name, size, context)
        if node is not None:
            return node
    if name in BOX_FIELDS and size in (4, 6):
        limits = AXIS_LIMITS[: size // 2]
        lower_corner = [GridFloat(-limit, -1, DEGREE_SCALE) for limit in limits]
        upper_corner = [GridFloat(1, limit, DEGREE_SCALE) for limit in limits]
        return Tuple((*lower_corner, *upper_corner))
    if name in POSITION_FIELDS and size in (2, 3):
        limits = AXIS_LIMITS[:size]
        return Tuple(tuple(GridFloat(-limit, limit, DEGREE_SCALE) for limit in limits))
    return None


def _build_own_coordinates(
    name: str,
    size: int,
    context: FieldContext,
) -> Node | None:
    """Return the node of a box or a position of the point that the record shows."""
    if name in BOX_FIELDS and size == 4:
        return geo_points.build_box(context)
    if name in POSITION_FIELDS and size in (2, 3):
        return geo_points.build_position(context, size)
    return None


def _is_number(shape: Shape) -> bool:
    """Return whether *shape* is a number without constraints, or a union of such numbers."""
    if isinstance(shape, UnionShape):
        return all(_is_number(member) for _, member in shape.members)
    return shape in (FLOAT, Scalar("int", NO_CONSTRAINTS))


def is_ring(
    name: str,
    item: Node,
    min_length: int,
) -> bool:
    """Return whether a list of at least *min_length* of *item* is a linear ring."""
    if name not in POSITION_FIELDS or min_length < MIN_RING_POSITIONS:
        return False
    members = [member for _, member in item.members] if isinstance(item, OneOf) else [item]
    return all(isinstance(member, Tuple) for member in members)


def close_ring(positions: list[Any]) -> list[Any]:
    """Return *positions* with the first one in the place of the last one."""
    return [*positions[:-1], positions[0]]
