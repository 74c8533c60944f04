"""The rule for fields that repeat a field of another record."""

from __future__ import annotations

from pytest_fixturegen.strategies import links
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule


@rule(reason="link", fills="link")
def link(context: PlanContext) -> Planned | None:
    """The value of the field of another record, if the option `link` names this field."""
    if context.request is None or not context.is_free:
        return None
    link_rule = context.inputs.relations.find_rule(
        context.model,
        context.name,
    )
    if link_rule is None:
        return None
    decision = link.decide(context, f"link.{link_rule.target}")
    return links.plan_link(context, link_rule).after(decision)
