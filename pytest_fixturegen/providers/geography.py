"""Positions on the earth: coordinates, boxes and rings as GeoJSON writes them [RFC 7946]."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen.nodes import Node, OneOf, Real, Row
from pytest_fixturegen.shape.shapes import FREE, Either, Places, Scalar, Shape

BOXES = frozenset({"bbox", "bounds", "bounding_box"})
POSITIONS = frozenset({"coordinates", "coordinate", "position", "center", "location"})
RING = 4
"""Positions of a linear ring at least, the first and the last of them the same [RFC 7946 3.1.6]."""

SCALE = 10_000.0
LONGITUDE, LATITUDE, HEIGHT = 1_800_000, 900_000, 40_000_000
"""The greatest of each, in ten-thousandths of a degree or of a metre."""


def corners(name: str, shape: Places) -> Node | None:
    """A box, west and south before east and north [RFC 7946 5], or a position [3.1.1]; None where *shape* is neither."""
    if shape.repeated is not None or not all(map(_is_number, shape.items)):
        return None
    size = len(shape.items)
    if name in BOXES and size in (4, 6):
        most = (LONGITUDE, LATITUDE, HEIGHT)[: size // 2]
        return Row(tuple(Real(-each, -1, SCALE) for each in most) + tuple(Real(1, each, SCALE) for each in most))
    if name in POSITIONS and size in (2, 3):
        return Row(tuple(Real(-each, each, SCALE) for each in (LONGITUDE, LATITUDE, HEIGHT)[:size]))
    return None


def _is_number(shape: Shape) -> bool:
    if isinstance(shape, Either):
        return all(_is_number(member) for _, member in shape.members)
    return shape in (Scalar("float", FREE), Scalar("int", FREE))


def is_ring(name: str, item: Node, low: int) -> bool:
    """Whether a list of at least *low* of *item* is a linear ring, that must end where it began."""
    members = [member for _, member in item.members] if isinstance(item, OneOf) else [item]
    return name in POSITIONS and low >= RING and all(isinstance(member, Row) for member in members)


def closed(positions: list[Any]) -> list[Any]:
    """*positions*, the last of them replaced by the first."""
    return [*positions[:-1], positions[0]]
