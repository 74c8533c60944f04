"""Coordinates: positions, boxes and rings that GeoJSON allows."""

from __future__ import annotations

from typing import Any

import pytest

from pytest_fixturegen.introspection.shapes import Constraints, Scalar, TupleShape, UnionShape
from pytest_fixturegen.nodes import GridFloat, Integer, OneOf, Tuple
from pytest_fixturegen.providers import geography
from tests.providers.contexts import make_context

FLOAT = Scalar("float", Constraints())
INT = Scalar("int", Constraints())
ITEM = make_context("coordinates", is_item=True)


def find_ranges(name: str, size: int) -> list[tuple[float, float]]:
    """The least and the greatest value of each coordinate."""
    node = geography.provide_coordinates(name, TupleShape((FLOAT,) * size), ITEM)
    assert isinstance(node, Tuple)
    items = [item for item in node.items if isinstance(item, GridFloat)]
    assert len(items) == size
    return [(item.low / item.scale, item.high / item.scale) for item in items]


@pytest.mark.parametrize("name", sorted(geography.POSITION_FIELDS))
def test_a_position_is_longitude_latitude_and_height(name: str) -> None:
    assert find_ranges(name, 2) == [(-180, 180), (-90, 90)]
    assert find_ranges(name, 3) == [(-180, 180), (-90, 90), (-4000, 4000)]


@pytest.mark.parametrize("name", sorted(geography.BOX_FIELDS))
def test_the_lower_corner_of_a_box_comes_before_the_upper_one(name: str) -> None:
    flat = find_ranges(name, 4)
    assert [low for low, _ in flat[:2]] == [-180, -90]
    assert [high for _, high in flat[2:]] == [180, 90]
    solid = find_ranges(name, 6)
    assert all(lower[1] < upper[0] for lower, upper in zip(solid[:3], solid[3:], strict=True))


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("position", TupleShape((FLOAT,))),
        ("position", TupleShape((FLOAT,) * 4)),
        ("bbox", TupleShape((FLOAT,) * 2)),
        ("bbox", TupleShape((FLOAT,) * 5)),
        ("name", TupleShape((FLOAT,) * 2)),
        ("position", TupleShape((FLOAT,) * 2, variadic_index=0)),
        ("position", TupleShape((FLOAT, Scalar("str", Constraints())))),
        ("position", TupleShape((FLOAT, Scalar("float", Constraints(ge=0))))),
    ],
)
def test_other_tuples_are_no_coordinates(name: str, shape: Any) -> None:
    assert geography.provide_coordinates(name, shape, ITEM) is None


def test_coordinates_may_be_whole_numbers_or_unions_of_numbers() -> None:
    union = UnionShape((("0", FLOAT), ("1", INT)))
    assert geography.provide_coordinates("position", TupleShape((INT, union)), ITEM) is not None


@pytest.mark.parametrize(
    ("name", "item", "min_length", "is_ring"),
    [
        ("coordinates", Tuple(()), 4, True),
        ("coordinates", OneOf((("0", Tuple(())), ("1", Tuple(())))), 4, True),
        ("coordinates", OneOf((("0", Tuple(())), ("1", Integer(0, 1)))), 4, False),
        ("coordinates", Tuple(()), 3, False),
        ("coordinates", Integer(0, 1), 4, False),
        ("rows", Tuple(()), 4, False),
    ],
)
def test_a_ring_is_a_list_of_at_least_four_positions(
    name: str, item: Any, min_length: int, is_ring: bool
) -> None:
    assert geography.is_ring(name, item, min_length) is is_ring


def test_a_ring_ends_at_its_first_position() -> None:
    assert geography.close_ring([(0, 0), (1, 0), (1, 1), (9, 9)]) == [
        (0, 0),
        (1, 0),
        (1, 1),
        (0, 0),
    ]
