"""The rule for fields that are not filled because their record would become too deep."""

from __future__ import annotations

from pytest_fixturegen.strategies.fields.omitted_fields import is_unserializable, plan_omitted
from pytest_fixturegen.strategies.optional_values import find_empty_reason, needs_stub
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import OMITTED_PROVIDER, Planned
from pytest_fixturegen.strategies.rule import rule


@rule(reason="max_depth", fills="left out")
def left_out(context: PlanContext) -> Planned | None:
    """Nothing, for an optional field that is too deep, unusual, or that JSON cannot represent."""
    if context.request is None or not context.is_free or context.request.field.required:
        return None
    reason = _find_reason(context)
    if not reason:
        return None
    return plan_omitted(context, left_out.decide(context, OMITTED_PROVIDER, reason))


def _find_reason(context: PlanContext) -> str:
    """Return why a field that is not required stays empty; nothing if it is filled."""
    if context.is_stub:
        return "on_cycle=stub"
    if context.limits.is_too_deep(context.shape, context.depth) and not needs_stub(context):
        return left_out.reason
    if is_unserializable(context.shape, context.refs):
        return "JSON has no word for it"
    return find_empty_reason(context)
