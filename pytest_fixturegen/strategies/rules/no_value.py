"""The rule for optional values that are None because their record would become too deep."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import OptionalShape
from pytest_fixturegen.nodes import Constant
from pytest_fixturegen.strategies.fields.omitted_fields import is_unserializable
from pytest_fixturegen.strategies.optional_values import needs_stub
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import NO_VALUE_PROVIDER, Planned
from pytest_fixturegen.strategies.rule import rule


@rule(reason="max_depth", fills="left out")
def no_value(context: PlanContext) -> Planned | None:
    """None, for an optional value that is too deep or that JSON cannot represent."""
    shape = context.shape
    if not isinstance(shape, OptionalShape) or needs_stub(context):
        return None
    if context.limits.is_too_deep(shape.inner, context.depth):
        decision = no_value.decide(context, NO_VALUE_PROVIDER)
    elif is_unserializable(shape.inner, context.refs):
        decision = no_value.decide(context, NO_VALUE_PROVIDER, "JSON has no word for it")
    else:
        return None
    return Planned(Constant(None, None), (decision,))
