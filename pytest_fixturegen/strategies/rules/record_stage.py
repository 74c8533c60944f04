"""The rule for fields that say how far their record came."""

from __future__ import annotations

from pytest_fixturegen.providers.families.lookup import compares_numbers
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule
from pytest_fixturegen.strategies.stage_views import find_stage_node


@rule(reason="the stage of the record", fills="field name")
def record_stage(context: PlanContext) -> Planned | None:
    """The hidden stage of the record, for a status or a flag: it agrees with the timestamps."""
    is_flag = getattr(context.shape, "kind", "") == "bool"
    if is_flag and compares_numbers(context.question):
        return None
    named = find_stage_node(context)
    if named is None:
        return None
    provider, node = named
    return Planned(
        node,
        (record_stage.decide(context, provider),),
    )
