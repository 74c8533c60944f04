"""Plans of lists of numbers that are one value: coordinates, routes, embeddings."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    CollectionShape,
    Scalar,
    Shape,
    TupleShape,
)
from pytest_fixturegen.nodes import Call, Converted, FactView, Tuple
from pytest_fixturegen.providers.fact_fields import detach_facts
from pytest_fixturegen.providers.place_facts import Locality, build_place_fact
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned, combine
from pytest_fixturegen.streams import mix_word

POSITION_WORDS = {
    **dict.fromkeys(("coordinates", "coordinate", "lnglat", "lonlat", "lng_lat"), ("lng", "lat")),
    **dict.fromkeys(
        "location position center centroid point latlng latlon lat_lng lat_lon geo gps".split(),
        ("lat", "lng"),
    ),
}
"""Last words of names of one position, with its two numbers in their order: GeoJSON has the
longitude first [RFC 7946 3.1.1]."""

ROUTE_WORDS = frozenset(
    """route path polyline waypoints track trace trajectory geometry line points coordinates
    vertices shape polygon boundary""".split()
)
"""Last words of names of several positions."""

VECTOR_WORDS = frozenset(
    "embedding embeddings vector vectors encoding latent representation".split()
)
"""Last words of names of vectors of unit length."""

VECTOR_SIZE = 16
"""The numbers of a vector whose length is not limited."""

ROUTE_SIZE = (6, 12)
"""The positions of a route."""

STEP_DEGREES = 0.004
"""The way from one position of a route to the next, some hundred metres."""

DEGREE_PARTS = 10_000
"""Places count ten-thousandths of a degree."""

FLOAT = Scalar("float")


def plan_number_list(context: PlanContext, shape: CollectionShape) -> Planned | None:
    """Return the plan of a list that is a position, a route or a vector, or None for others."""
    last = to_snake_case(context.name).rpartition("_")[2]
    if shape.kind != "list":
        return None
    if _is_number(shape.item) and last in VECTOR_WORDS:
        return _plan_vector(shape)
    if shape.item == FLOAT and to_snake_case(context.name) in POSITION_WORDS:
        return _plan_position(
            context,
            shape,
            POSITION_WORDS[to_snake_case(context.name)],
        )
    make = _find_position_builder(shape.item)
    if make and last in ROUTE_WORDS:
        latitude_first = last not in ("geometry", "coordinates")
        return _plan_route(context, shape, make, latitude_first=latitude_first)
    return None


def _is_number(shape: Shape) -> bool:
    return shape == FLOAT


def _fit_size(shape: CollectionShape, size: int) -> int:
    """Return *size*, or the nearest one that the type allows."""
    return max(shape.low, size if shape.high is None else min(size, shape.high))


def _plan_vector(shape: CollectionShape) -> Planned:
    """Return the plan of a vector of length 1."""
    size = _fit_size(shape, VECTOR_SIZE)
    return Planned(Call(lambda word: draw_unit_vector(size, word)))


def draw_unit_vector(size: int, word: int) -> list[float]:
    """Return *size* numbers from -1 to 1 whose squares add up to about one."""
    numbers = [(mix_word(word, place) >> 11) / (1 << 52) - 1 for place in range(size)]
    length = math.sqrt(sum(number * number for number in numbers)) or 1.0
    return [round(number / length, 6) for number in numbers]


def _plan_position(
    context: PlanContext,
    shape: CollectionShape,
    axes: tuple[str, str],
) -> Planned | None:
    """Return the plan of a position: the longitude and latitude of the record's place."""
    if shape.low > len(axes) or (shape.high is not None and shape.high < len(axes)):
        return None
    planned = [
        context.descend(str(place), FLOAT)._replace(name=axis, is_item=context.is_item).plan()
        for place, axis in enumerate(axes)
    ]
    return combine(
        Converted(Tuple(tuple(part.node for part in planned)), list, list),
        planned,
    )


def _find_position_builder(item: Shape) -> Callable[[Any], Any] | None:
    """Return the type that holds a position of two numbers, or None if *item* cannot be one."""
    if isinstance(item, TupleShape) and item.items == (FLOAT, FLOAT) and not item.names:
        return None if item.variadic_index is not None else tuple
    is_pair = isinstance(item, CollectionShape) and item.kind == "list" and item.item == FLOAT
    if not is_pair or not isinstance(item, CollectionShape):
        return None
    return list if item.low <= 2 and item.high in (None, 2) else None


def _plan_route(
    context: PlanContext,
    shape: CollectionShape,
    make: Callable[[Any], Any],
    *,
    latitude_first: bool,
) -> Planned:
    """Return the plan of positions that begin in the record's city, and go on step by step."""
    low, high = (_fit_size(shape, size) for size in ROUTE_SIZE)
    axes = 1 if latitude_first else -1

    def show_route(word: int, place: Locality) -> list[Any]:
        count = low + mix_word(word, 1) % (high - low + 1)
        start = place.latitude / DEGREE_PARTS, place.longitude / DEGREE_PARTS
        return [make(position[::axes]) for position in draw_positions(start, count, word)]

    fact = build_place_fact(context.ask("float", NO_CONSTRAINTS), "")
    node = FactView(
        show_route,
        (fact,),
        lambda route: [list(position) for position in route],
    )
    return Planned(detach_facts(node) if context.is_item else node)


def draw_positions(
    start: tuple[float, float],
    count: int,
    word: int,
) -> list[tuple[float, float]]:
    """Return *count* latitudes and longitudes of a way that begins at *start*."""
    latitude, longitude = start
    heading = mix_word(word, 2) % 360
    positions = []
    for step in range(count):
        positions.append((round(latitude, 5), round(longitude, 5)))
        heading += mix_word(word, 10 + step) % 90 - 45
        latitude += math.cos(math.radians(heading)) * STEP_DEGREES
        longitude += math.sin(math.radians(heading)) * STEP_DEGREES
    return positions
