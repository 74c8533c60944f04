"""The rule for values that the option ``field_policies`` sets."""

from __future__ import annotations

from pytest_fixturegen.strategies.fields.requested_values import plan_requested_value
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule


# A policy is an override by pattern: reports call both by one name.
@rule(reason="a configured override", fills="override")
def field_policy(context: PlanContext) -> Planned | None:
    """The value, factory or provider that a pattern of `field_policies` names, or the default."""
    if context.request is None or context.request.source != "policy":
        return None
    return plan_requested_value(field_policy, context)
