"""The rule for field names that a plugin serves."""

from __future__ import annotations

from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.by_name import get_kind_name
from pytest_fixturegen.providers.fact_fields import detach_facts
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.provider_plans import (
    VALUE_SHAPES,
    build_valid_node,
    plan_plugin_node,
)
from pytest_fixturegen.strategies.rule import rule


@rule(reason="the name of the field", fills="override")
def plugin_name(context: PlanContext) -> Planned | None:
    """A plugin's provider for the field's name, or for its singular in the items of a list."""
    plugin_rules = context.inputs.plugin_rules
    if plugin_rules is None or not isinstance(context.shape, VALUE_SHAPES):
        return None
    question = context.question
    kind = get_kind_name(question)
    singular = field_names.to_singular(question.name) or ""
    for name, is_item in ((question.name, question.is_item), (singular, True)):
        entry = plugin_rules.names.get((name, kind))
        if entry is None:
            continue
        node = build_valid_node(entry, context)
        if node is None:
            continue
        if is_item:
            node = detach_facts(node)  # all items would be equal if they showed a fact
        return plan_plugin_node(plugin_name, context, entry, node)
    return None
