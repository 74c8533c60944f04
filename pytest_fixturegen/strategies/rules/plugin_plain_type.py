"""The rule for plain types that a plugin serves."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import Scalar
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.plugin_providers import read_served_shape
from pytest_fixturegen.strategies.provider_plans import build_valid_node, plan_plugin_node
from pytest_fixturegen.strategies.rule import rule
from pytest_fixturegen.strategies.rules.number_distribution import number_distribution
from pytest_fixturegen.strategies.rules.provider_by_name import provider_by_name
from pytest_fixturegen.strategies.rules.synthetic_identity import synthetic_identity
from pytest_fixturegen.strategies.rules.text_style import text_style

STYLES = (synthetic_identity, text_style, number_distribution)


@rule(reason="the type", fills="override")
def plugin_plain_type(context: PlanContext) -> Planned | None:
    """A plugin's provider for a plain type such as `str`, unless the name has a provider."""
    plugin_rules = context.inputs.plugin_rules
    shape = context.shape
    if plugin_rules is None or not isinstance(shape, Scalar):
        return None
    entries = [entry for entry in plugin_rules.types if read_served_shape(entry) == shape.kind]
    if not entries or _is_served_by_name(context):
        return None
    for entry in entries:
        node = build_valid_node(entry, context)
        if node is not None:
            return plan_plugin_node(plugin_plain_type, context, entry, node)
    return None


def _is_served_by_name(context: PlanContext) -> bool:
    """Whether the field's name would decide, which a style prevents."""
    if any(style.plan(context) is not None for style in STYLES):
        return False
    return provider_by_name.plan(context) is not None
