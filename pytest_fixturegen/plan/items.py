"""Plans what has several parts: lists, sets, tuples and mappings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_fixturegen.identity import snake_case
from pytest_fixturegen.nodes import Array, Constant, Node, Refused, Row, Table
from pytest_fixturegen.plan import amounts, containers
from pytest_fixturegen.plan.spots import Spot
from pytest_fixturegen.providers import geography
from pytest_fixturegen.shape.shapes import Items, Pairs, Places

if TYPE_CHECKING:
    from pytest_fixturegen.plan.planner import Planner


def array(planner: Planner, shape: Items, spot: Spot) -> Node:
    """The list or set of *shape*, or nothing in it where the record is too deep."""
    if planner.reach.is_too_deep(shape.item, spot.deep) and shape.low == 0:
        return Array(Constant(None, None), 0, 0, containers.BUILDERS.get(shape.kind))
    distinct = shape.kind in containers.DISTINCT
    item = planner.node(shape.item, spot.into("*"))
    low, high = amounts.sizes(planner, shape.low, shape.high, spot)
    if distinct:
        if containers.variety(item) < low:  # the pool of the name is too small: the type has more
            item = planner.node(shape.item, replace(spot.into("*"), name=""))
        high = min(high, containers.variety(item))
    if high < low:
        return Refused(f"no {shape.kind} has {low} different items of this type.", "Lower min_length, or widen the items.")
    planner.exact &= shape.kind != "generator"
    if geography.is_ring(snake_case(spot.name), item, low):
        return Array(item, low, high, geography.closed)
    return Array(item, low, high, containers.BUILDERS.get(shape.kind), distinct, amounts.bend(planner.config))


def row(planner: Planner, shape: Places, spot: Spot) -> Node:
    """The tuple of *shape*, with a node for each place."""
    corners = None if shape.names else geography.corners(snake_case(spot.name), shape)
    if corners is not None:
        planner.decided(spot, "geography.corners", "the name of the field")
        return corners
    items = list(shape.items)
    if shape.repeated is not None:
        low, _ = containers.sizes(max(shape.low - len(items) + 1, 0), None, spot.deep)
        items[shape.repeated : shape.repeated + 1] = [items[shape.repeated]] * max(low, 2 if low == 0 else low)
        items = items[: shape.high] if shape.high is not None else items
    if shape.names:
        spots = [replace(spot.into(name), name=name, several=False) for name in shape.names]
    else:
        spots = [spot.into(str(place)) for place in range(len(items))]
    nodes = tuple(planner.node(item, place) for item, place in zip(items, spots, strict=True))
    return Row(nodes, named=bool(shape.names))


def table(planner: Planner, shape: Pairs, spot: Spot) -> Node:
    """The mapping of *shape*: with keys that JSON can say, where the type lets it."""
    if planner.reach.is_too_deep(shape.value, spot.deep) and shape.low == 0:
        return Table(Constant("", ""), Constant(None, None), 0, 0, containers.BUILDERS.get(shape.kind))
    key = containers.json_key(planner.node(shape.key, replace(spot.into("*.key"), name="key", instances=True)))
    if key is None:
        planner.exact = False
        key = planner.node(shape.key, replace(spot.into("*.key"), name="key", instances=True))
    value = planner.node(shape.value, spot.into("*.value"))
    low, high = amounts.sizes(planner, shape.low, shape.high, spot)
    high = min(high, containers.variety(key))
    if high < low:
        return Refused(f"no mapping has {low} different keys of this type.", "Lower min_length, or widen the keys.")
    return Table(key, value, low, high, containers.BUILDERS.get(shape.kind), amounts.bend(planner.config))
