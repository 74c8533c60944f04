"""Plans of containers of which a call fixes the items: lists and mappings with partial models."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pytest_fixturegen.introspection.shapes import CollectionShape, MappingShape, Shape
from pytest_fixturegen.nodes import Constructed, Record, Slot, Tuple
from pytest_fixturegen.strategies.containers import CONTAINER_BUILDERS, get_mapping_builder
from pytest_fixturegen.strategies.overrides import Overrides
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned, combine


def plan_given_items(context: PlanContext, items: Sequence[Shape]) -> Planned:
    """Return the plan of a tuple of *items*, each of which has the given value of its position."""
    places = [
        context.descend(str(index), item)._replace(overrides=Overrides(value))
        for index, (item, value) in enumerate(zip(items, context.overrides.value, strict=False))
    ]
    planned = [place.plan() for place in places]
    return combine(
        Tuple(tuple(part.node for part in planned)),
        planned,
    )


def plan_given_list(context: PlanContext, shape: CollectionShape) -> Planned:
    """Return the plan of a collection that has exactly the given items, each completed."""
    planned = plan_given_items(
        context,
        [shape.item] * len(context.overrides.value),
    )
    build: Callable[[Any], Any] = CONTAINER_BUILDERS.get(
        shape.kind,
        list,
    )
    return planned.with_node(Constructed(planned.node, build))


def plan_given_mapping(context: PlanContext, shape: MappingShape) -> Planned:
    """Return the plan of a mapping that has exactly the given entries, each completed."""
    given: Mapping[str, Any] = context.overrides.value
    planned = {
        key: context.descend(key, shape.value)._replace(overrides=Overrides(value)).plan()
        for key, value in given.items()
    }
    slots = tuple(
        Slot(
            key,
            (key,),
            key,
            part.node,
        )
        for key, part in planned.items()
    )
    build = get_mapping_builder(shape)
    return combine(Record(slots, build), planned.values())
