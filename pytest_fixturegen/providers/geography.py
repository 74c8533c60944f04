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

BOX_FIELDS = frozenset({"bbox", "bounds", "bounding_box"})
POSITION_FIELDS = frozenset({"coordinates", "coordinate", "position", "center", "location"})
MIN_RING_POSITIONS = 4
"""Positions of a linear ring at least, the first and the last of them the same [RFC 7946 3.1.6]."""

DEGREE_SCALE = 10_000.0
LONGITUDE, LATITUDE, HEIGHT = 1_800_000, 900_000, 40_000_000
"""The greatest of each, in ten-thousandths of a degree or of a metre."""


def provide_coordinates(name: str, shape: TupleShape) -> Node | None:
    """A box, west and south before east and north [RFC 7946 5], or a position [3.1.1]; None where *shape* is neither."""
    if shape.variadic_index is not None or not all(map(_is_number, shape.items)):
        return None
    size = len(shape.items)
    if name in BOX_FIELDS and size in (4, 6):
        most = (LONGITUDE, LATITUDE, HEIGHT)[: size // 2]
        return Tuple(
            tuple(GridFloat(-each, -1, DEGREE_SCALE) for each in most)
            + tuple(GridFloat(1, each, DEGREE_SCALE) for each in most)
        )
    if name in POSITION_FIELDS and size in (2, 3):
        return Tuple(
            tuple(
                GridFloat(-each, each, DEGREE_SCALE)
                for each in (LONGITUDE, LATITUDE, HEIGHT)[:size]
            )
        )
    return None


def _is_number(shape: Shape) -> bool:
    if isinstance(shape, UnionShape):
        return all(_is_number(member) for _, member in shape.members)
    return shape in (Scalar("float", NO_CONSTRAINTS), Scalar("int", NO_CONSTRAINTS))


def is_ring(name: str, item: Node, min_length: int) -> bool:
    """Whether a list of at least *low* of *item* is a linear ring, that must end where it began."""
    members = [member for _, member in item.members] if isinstance(item, OneOf) else [item]
    return (
        name in POSITION_FIELDS
        and min_length >= MIN_RING_POSITIONS
        and all(isinstance(member, Tuple) for member in members)
    )


def close_ring(positions: list[Any]) -> list[Any]:
    """*positions*, the last of them replaced by the first."""
    return [*positions[:-1], positions[0]]
