"""Plans of lists, sets and other collections of one shape."""

from __future__ import annotations

from dataclasses import replace

from pytest_fixturegen.introspection.shapes import CollectionShape
from pytest_fixturegen.nodes import Array, Call, Choice, Constant, Node, Nullable, Unsatisfiable
from pytest_fixturegen.providers import geography
from pytest_fixturegen.providers.fact_fields import list_sample_words
from pytest_fixturegen.strategies import containers, distinct_items, distributions
from pytest_fixturegen.strategies.composites.domain_entries import plan_entry_list
from pytest_fixturegen.strategies.composites.given_items import plan_given_list
from pytest_fixturegen.strategies.composites.number_lists import plan_number_list
from pytest_fixturegen.strategies.distinct_items import CountedItems
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.stage_views import find_list_gate

DISTINCT_SAMPLES = 24
"""The samples of a text that tell whether there are many of its kind."""


def plan_array(context: PlanContext, shape: CollectionShape) -> Planned:
    """Return the plan of a collection, which is empty if the record is too deep for its items."""
    if not context.is_free:
        return plan_given_list(context, shape)
    build = containers.CONTAINER_BUILDERS.get(shape.kind)
    if shape.low == 0 and context.limits.is_too_deep(shape.item, context.depth):
        return Planned(
            Array(
                Constant(None, None),
                0,
                0,
                build,
            )
        )
    named = plan_entry_list(context, shape) or plan_number_list(context, shape)
    if named is not None:
        return named
    is_set = shape.kind in containers.SET_KINDS
    item = context.descend("*", shape.item).plan()
    low, high = distributions.plan_size_range(
        shape.low,
        shape.high,
        context,
    )
    is_distinct = is_set or _has_distinct_words(item, high, shape)
    if is_set:
        item, values = _widen_item(item, low, context, shape)
        high = min(high, values.size)
        low = min(low, max(high, shape.low))  # a configured minimum yields to the type
        item = item.with_node(values.sample(low))
    if high < low:
        return item.with_node(
            Unsatisfiable(
                f"no {shape.kind} has {low} different items of this type.",
                "Lower min_length, or widen the items.",
            )
        )
    if geography.is_ring(context.plain_name, item.node, low):
        node = Array(
            item.node,
            low,
            high,
            geography.close_ring,
        )
    else:
        size_transform = distributions.get_size_transform(context.config)
        node = Array(
            item.node,
            low,
            high,
            build,
            is_distinct,
            size_transform,
            may_repeat=not is_set,
        )
    # Reading a generator consumes it, so its JSON is written from the model.
    is_exact = item.is_exact and shape.kind != "generator"
    return item._replace(node=_wait_for_stage(context, node, shape), is_exact=is_exact)


def _wait_for_stage(
    context: PlanContext,
    array: Array,
    shape: CollectionShape,
) -> Node:
    """Return *array*, empty as long as its record has not come to what it lists.

    Sizes that options or the type demand stay, and optional lists are None instead.
    """
    gate = find_list_gate(context) if shape.low == 0 < array.low else None
    if gate is None:
        return array
    nothing = Constant(None, None)
    return Nullable(
        array,
        0,
        gate,
        replace(array, item=nothing, low=0, high=0),
    )


def _has_distinct_words(
    item: Planned,
    high: int,
    shape: CollectionShape,
) -> bool:
    """Return whether the items are texts with enough different values to avoid repetition.

    A plugin's provider is not called for this: only its author knows whether that is safe.
    """
    node = item.node
    if shape.kind != "list" or not isinstance(node, Choice | Call) or item.needs_validation:
        return False
    if isinstance(node, Choice):
        texts = node.options
    else:
        texts = tuple(map(node.draw, list_sample_words()[:DISTINCT_SAMPLES]))
    if not all(type(text) is str for text in texts):
        return False
    return len(set(texts)) >= min(2 * high, DISTINCT_SAMPLES)


def _widen_item(
    item: Planned,
    low: int,
    context: PlanContext,
    shape: CollectionShape,
) -> tuple[Planned, CountedItems]:
    """Return the plan of a set's items, without their name if it has fewer than *low* values.

    The values of the items are counted.
    """
    values = distinct_items.count_items(item.node)
    if values.size >= low:
        return item, values
    unnamed = context.descend("*", shape.item)._replace(name="").plan()
    return unnamed.after(*item.decisions), distinct_items.count_items(unnamed.node)
