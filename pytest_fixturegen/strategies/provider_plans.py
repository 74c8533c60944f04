"""Plans of values that a provider draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_fixturegen.introspection.shapes import NamedShape, Scalar
from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.registry import find_type_provider, format_provider_name
from pytest_fixturegen.strategies import distributions
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.plugin_providers import (
    build_node,
    format_provider,
    has_valid_samples,
)
from pytest_fixturegen.strategies.rule import Rule

if TYPE_CHECKING:
    from pytest_fixturegen.plugins.registries import ProviderEntry

VALUE_SHAPES = (Scalar, NamedShape)
"""Shapes of values without parts, which a provider draws."""


def plan_by_type(rule: Rule, context: PlanContext) -> Planned | None:
    """Return the plan of the provider of the value's type; None if the type has no provider."""
    question = context.question
    provider = find_type_provider(question.kind)
    node = provider(question) if provider else None
    if provider is None or node is None:
        return None
    decision = rule.decide(context, format_provider_name(provider))
    return Planned(spread_numbers(node, context), (decision,))


def spread_numbers(node: Node, context: PlanContext) -> Node:
    """Return *node* with its numbers spread as ``number_distribution`` says; items stay uniform."""
    distribution = context.config.number_distribution
    if distribution == "uniform" or context.is_item:
        return node
    return distributions.transform_number(node, distribution)


def plan_plugin_node(
    rule: Rule,
    context: PlanContext,
    entry: ProviderEntry,
    node: Node,
) -> Planned:
    """Return the plan of a plugin's *node*: only the model can judge what it draws."""
    reason = f"{rule.reason}, by the plugin {entry.owner!r}"
    decision = rule.decide(
        context,
        format_provider(entry),
        reason,
        entry.owner,
    )
    return Planned(node, (decision,)).unproven()


def build_valid_node(entry: ProviderEntry, context: PlanContext) -> Node | None:
    """Return the node of a plugin's provider; None if its samples do not fit the place."""
    question = context.question
    node = build_node(entry, question, question.vocabulary.locale)
    if node is None or not has_valid_samples(node, question):
        return None
    return node
