"""The rule for optional values that are None because their record would become too deep."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import OptionalShape
from pytest_fixturegen.nodes import Constant
from pytest_fixturegen.strategies.fields.omitted_fields import is_unserializable
from pytest_fixturegen.strategies.optional_values import find_empty_reason, needs_stub
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import NO_VALUE_PROVIDER, Planned
from pytest_fixturegen.strategies.rule import rule


@rule(reason="max_depth", fills="left out")
def no_value(context: PlanContext) -> Planned | None:
    """None, for an optional value that is too deep, unusual, or that JSON cannot represent."""
    shape = context.shape
    if not isinstance(shape, OptionalShape) or needs_stub(context):
        return None
    reason = _find_reason(shape, context)
    if not reason:
        return None
    decision = no_value.decide(context, NO_VALUE_PROVIDER, reason)
    return Planned(Constant(None, None), (decision,))


def _find_reason(shape: OptionalShape, context: PlanContext) -> str:
    """Return why a value is None; nothing if it is drawn."""
    if context.limits.is_too_deep(shape.inner, context.depth):
        return no_value.reason
    if is_unserializable(shape.inner, context.refs):
        return "JSON has no word for it"
    return find_empty_reason(context)
