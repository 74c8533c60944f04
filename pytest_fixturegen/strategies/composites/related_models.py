"""Plans of models that a type refers to without holding them: they are read and planned alone."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen._internal.deep_calls import allow_levels
from pytest_fixturegen._internal.type_names import format_type
from pytest_fixturegen.introspection.type_reader import read_class
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned, make_endless_node
from pytest_fixturegen.strategies.recursion_limits import RecursionLimits
from pytest_fixturegen.strategies.relations import NO_RELATIONS


def plan_related_model(model: Any, context: PlanContext) -> Planned:
    """Return the plan of *model*, one level deeper than *context*."""
    cache = context.inputs.cache
    key = (model, context.depth, context.name)
    cached = cache.find(key)
    if cached is not None:
        return cached
    # Until the model is planned, it cannot be drawn within itself.
    cache.put(
        key,
        Planned(make_endless_node(format_type(model))),
    )
    inside = _enter_model(model, context)
    levels = cache.add_related_levels(inside.inputs.reading)
    with allow_levels(levels):
        planned = inside.plan()
    cache.put(key, planned)
    return planned


def _enter_model(model: Any, context: PlanContext) -> PlanContext:
    """Return the context for *model*, one level deeper and without the field's overrides.

    Recursion limits are computed for *model*; it has no links, overrides or instances.
    """
    reading = read_class(model)
    limits = RecursionLimits(
        reading, context.config.max_depth, max_cycle_depth=context.limits.max_cycle_depth
    )
    inputs = context.inputs._replace(
        reading=reading, recursion_limits=limits, relations=NO_RELATIONS, with_instances=False
    )
    return context._replace(
        inputs=inputs,
        shape=reading.shape,
        depth=context.depth + 1,
        overrides=NO_OVERRIDES,
        request=None,
    )
