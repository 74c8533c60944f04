"""Optional values that stay empty: at the end of a chain of models, or as an option says."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import OptionalShape
from pytest_fixturegen.strategies.plan_context import PlanContext


def find_empty_reason(context: PlanContext) -> str:
    """Return why the optional value of *context* is left out; nothing if it is drawn.

    Settings of the field take precedence, and so does that the model would not make the same value
    again.
    """
    request = context.request
    if request is None or context.settings or not request.field.has_stable_factory:
        return ""
    return "fill=required" if context.config.fill == "required" else ""


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
