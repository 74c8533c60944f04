"""Plans of tuples and named tuples."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import Shape, TupleShape
from pytest_fixturegen.nodes import Tuple
from pytest_fixturegen.strategies import containers
from pytest_fixturegen.strategies.composites.given_items import plan_given_items
from pytest_fixturegen.strategies.partial_values import list_item_shapes
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned, combine

MIN_VARIADIC_ITEMS = 2
"""The items of ``tuple[int, ...]`` if its length is not limited."""


def plan_tuple(context: PlanContext, shape: TupleShape) -> Planned:
    """Return the plan of a tuple, which has a node for each of its places."""
    if not context.is_free:
        return plan_given_items(
            context,
            list_item_shapes(shape, len(context.overrides.value)),
        )
    items = _list_items(context, shape)
    if shape.names:
        places = [
            context.descend(name, item)._replace(name=name, is_item=False)
            for name, item in zip(shape.names, items, strict=True)
        ]
    else:
        places = [context.descend(str(index), item) for index, item in enumerate(items)]
    planned = [place.plan() for place in places]
    nodes = tuple(part.node for part in planned)
    return combine(
        Tuple(nodes, is_named=bool(shape.names)),
        planned,
    )


def _list_items(context: PlanContext, shape: TupleShape) -> list[Shape]:
    """Return the shape of each place. The item that may repeat is repeated as often as needed."""
    items = list(shape.items)
    index = shape.variadic_index
    if index is None:
        return items
    min_repeats = max(shape.low - len(items) + 1, 0)
    repeats, _ = containers.choose_size_range(
        min_repeats,
        None,
        context.size_depth,
    )
    items[index : index + 1] = [items[index]] * (repeats or MIN_VARIADIC_ITEMS)
    return items if shape.high is None else items[: shape.high]
