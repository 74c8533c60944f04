"""The rule for values that a call or a declaration fixes."""

from __future__ import annotations

from pytest_fixturegen.nodes import Constant, Pinned
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule


@rule(reason="override", fills="override")
def call_override(context: PlanContext) -> Planned | None:
    """The value that a call or a declaration gives: `pfg.build(User, name="Bob")`."""
    if not context.overrides.is_value:
        return None
    value = context.overrides.value
    decision = call_override.decide(context, "the given value")
    return Planned(Pinned(Constant(value, value)), (decision,)).unproven()
