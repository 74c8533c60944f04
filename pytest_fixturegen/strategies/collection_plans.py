"""Plans what has several parts: lists, sets, tuples and mappings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.introspection.shapes import CollectionShape, MappingShape, TupleShape
from pytest_fixturegen.nodes import Array, Constant, Dictionary, Node, Tuple, Unsatisfiable
from pytest_fixturegen.providers import geography
from pytest_fixturegen.strategies import containers, distributions
from pytest_fixturegen.strategies.plan_context import PlanContext

if TYPE_CHECKING:
    from pytest_fixturegen.strategies.planner import Planner


def plan_array(planner: Planner, shape: CollectionShape, context: PlanContext) -> Node:
    """The list or set of *shape*, or nothing in it where the record is too deep."""
    if planner.recursion_limits.is_too_deep(shape.item, context.depth) and shape.low == 0:
        return Array(Constant(None, None), 0, 0, containers.CONTAINER_BUILDERS.get(shape.kind))
    distinct = shape.kind in containers.SET_KINDS
    item = planner.plan_node(shape.item, context.descend("*"))
    low, high = distributions.plan_size_range(planner, shape.low, shape.high, context)
    if distinct:
        if (
            containers.count_distinct_values(item) < low
        ):  # the pool of the name is too small: the type has more
            item = planner.plan_node(shape.item, replace(context.descend("*"), name=""))
        high = min(high, containers.count_distinct_values(item))
    if high < low:
        return Unsatisfiable(
            f"no {shape.kind} has {low} different items of this type.",
            "Lower min_length, or widen the items.",
        )
    planner.is_exact &= shape.kind != "generator"
    if geography.is_ring(to_snake_case(context.name), item, low):
        return Array(item, low, high, geography.close_ring)
    return Array(
        item,
        low,
        high,
        containers.CONTAINER_BUILDERS.get(shape.kind),
        distinct,
        distributions.get_size_transform(planner.config),
    )


def plan_tuple(planner: Planner, shape: TupleShape, context: PlanContext) -> Node:
    """The tuple of *shape*, with a node for each place."""
    corners = (
        None if shape.names else geography.provide_coordinates(to_snake_case(context.name), shape)
    )
    if corners is not None:
        planner.record_decision(context, "geography.corners", "the name of the field")
        return corners
    items = list(shape.items)
    if shape.variadic_index is not None:
        low, _ = containers.choose_size_range(
            max(shape.low - len(items) + 1, 0), None, context.depth
        )
        items[shape.variadic_index : shape.variadic_index + 1] = [
            items[shape.variadic_index]
        ] * max(low, 2 if low == 0 else low)
        items = items[: shape.high] if shape.high is not None else items
    if shape.names:
        spots = [replace(context.descend(name), name=name, is_item=False) for name in shape.names]
    else:
        spots = [context.descend(str(place)) for place in range(len(items))]
    nodes = tuple(planner.plan_node(item, place) for item, place in zip(items, spots, strict=True))
    return Tuple(nodes, is_named=bool(shape.names))


def plan_dictionary(planner: Planner, shape: MappingShape, context: PlanContext) -> Node:
    """The mapping of *shape*: with keys that JSON can say, where the type lets it."""
    if planner.recursion_limits.is_too_deep(shape.value, context.depth) and shape.low == 0:
        return Dictionary(
            Constant("", ""),
            Constant(None, None),
            0,
            0,
            containers.CONTAINER_BUILDERS.get(shape.kind),
        )
    key = containers.find_json_key_node(
        planner.plan_node(
            shape.key, replace(context.descend("*.key"), name="key", with_instances=True)
        )
    )
    if key is None:
        planner.is_exact = False
        key = planner.plan_node(
            shape.key, replace(context.descend("*.key"), name="key", with_instances=True)
        )
    value = planner.plan_node(shape.value, context.descend("*.value"))
    low, high = distributions.plan_size_range(planner, shape.low, shape.high, context)
    high = min(high, containers.count_distinct_values(key))
    if high < low:
        return Unsatisfiable(
            f"no mapping has {low} different keys of this type.",
            "Lower min_length, or widen the keys.",
        )
    return Dictionary(
        key,
        value,
        low,
        high,
        containers.CONTAINER_BUILDERS.get(shape.kind),
        distributions.get_size_transform(planner.config),
    )
