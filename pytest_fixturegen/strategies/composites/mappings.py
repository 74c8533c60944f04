"""Plans of mappings."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import ChoiceShape, MappingShape, Shape, ShapeRef
from pytest_fixturegen.nodes import Constant, Dictionary, Unsatisfiable
from pytest_fixturegen.strategies import containers, distinct_items, distributions
from pytest_fixturegen.strategies.composites.domain_entries import plan_entry_mapping
from pytest_fixturegen.strategies.composites.given_items import plan_given_mapping
from pytest_fixturegen.strategies.composites.json_objects import find_key_name, plan_object
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned, combine


def plan_mapping(context: PlanContext, shape: MappingShape) -> Planned:
    """Return the plan of a mapping.

    It is empty if the record is too deep for its values, or if no JSON has keys of its type.
    """
    if not context.is_free:
        return plan_given_mapping(context, shape)
    build = containers.get_mapping_builder(shape)
    is_too_deep = context.limits.is_too_deep(shape.value, context.depth)
    if shape.low == 0 and (is_too_deep or _has_unreadable_keys(shape.key, context)):
        return Planned(
            Dictionary(
                Constant("", ""),
                Constant(None, None),
                0,
                0,
                build,
            )
        )
    named = _plan_known_keys(context, shape)
    if named is not None:
        return named
    key = _plan_key(context, shape)
    value = context.descend("*.value", shape.value).plan()
    low, high = distributions.plan_size_range(
        shape.low,
        shape.high,
        context,
    )
    keys = distinct_items.count_items(key.node)
    high = min(high, keys.size)
    low = min(low, max(high, shape.low))  # a configured minimum yields to the type
    key = key.with_node(keys.sample(low))
    if high < low:
        unsatisfiable = Unsatisfiable(
            f"no mapping has {low} different keys of this type.",
            "Lower min_length, or widen the keys.",
        )
        return combine(unsatisfiable, (key, value))
    size_transform = distributions.get_size_transform(context.config)
    node = Dictionary(
        key.node,
        value.node,
        low,
        high,
        build,
        size_transform,
    )
    return combine(node, (key, value))


def _plan_known_keys(context: PlanContext, shape: MappingShape) -> Planned | None:
    """Return the plan of a mapping with the keys that its name implies, or None if it implies none.

    A model with validators may require other keys; None then leaves the keys to repair.
    """
    if "validation" in context.inputs.reading.user_code:
        return None
    return plan_entry_mapping(context, shape) or plan_object(context, shape)


def _has_unreadable_keys(key: Shape, context: PlanContext) -> bool:
    """Return whether Pydantic reads none of the keys back from JSON, where keys are texts.

    Texts, booleans and members of IntEnum are read; 1 of a Literal or of another Enum is not.
    """
    while isinstance(key, ShapeRef):
        key = context.refs[key.name]
    if not isinstance(key, ChoiceShape):
        return False
    return not any(
        isinstance(text, str | bool) or (isinstance(value, int) and value is not text)
        for value, text in zip(key.values, key.json, strict=True)
    )


def _plan_key(context: PlanContext, shape: MappingShape) -> Planned:
    """Return the plan of the keys, which is exact if JSON objects can have them as they are."""
    place = context.descend("*.key", shape.key)
    name = find_key_name(context, shape)
    planned = place._replace(name=name, with_instances=True).plan()
    if containers.is_json_key(planned.node):
        return planned
    return planned._replace(is_exact=False)
