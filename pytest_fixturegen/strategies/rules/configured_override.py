"""The rule for values that the option ``overrides`` sets."""

from __future__ import annotations

from pytest_fixturegen.strategies.fields.requested_values import plan_requested_value
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule


@rule(reason="a configured override", fills="override")
def configured_override(context: PlanContext) -> Planned | None:
    """The value, factory or provider that `overrides` names, or the default with `ignore`."""
    if context.request is None or context.request.source != "override":
        return None
    return plan_requested_value(configured_override, context)
