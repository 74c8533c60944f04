"""Optional values that end a chain of models."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import OptionalShape
from pytest_fixturegen.strategies.plan_context import PlanContext


def needs_stub(context: PlanContext) -> bool:
    """Whether the optional value of *context* is a stub instead of None.

    With ``on_cycle=stub`` a chain of models that refer to themselves ends with a record that holds
    only what it must.
    """
    if context.is_stub or context.config.on_cycle != "stub":
        return False
    shape, limits = context.shape, context.limits
    if not isinstance(shape, OptionalShape):
        return False
    is_cyclic = bool(limits.find_models(shape) & limits.cyclic_refs)
    return is_cyclic and limits.is_too_deep(shape, context.depth)
