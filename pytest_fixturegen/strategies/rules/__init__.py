"""The planning rules, in their order of precedence.

To add a way to fill a field, write a module with a rule, put the rule into ``RULES``, and add a
test module to ``tests/strategies/rules``.
"""

from __future__ import annotations

from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.strategies.planned import (
    DROPPED_PROVIDER,
    NO_VALUE_PROVIDER,
    OMITTED_PROVIDER,
)
from pytest_fixturegen.strategies.rule import FillKind, Rule
from pytest_fixturegen.strategies.rules.base_type import base_type
from pytest_fixturegen.strategies.rules.call_override import call_override
from pytest_fixturegen.strategies.rules.composite import composite
from pytest_fixturegen.strategies.rules.configured_override import configured_override
from pytest_fixturegen.strategies.rules.configured_type import configured_type
from pytest_fixturegen.strategies.rules.examples import examples
from pytest_fixturegen.strategies.rules.fallback import fallback
from pytest_fixturegen.strategies.rules.field_policy import field_policy
from pytest_fixturegen.strategies.rules.fixed_default import fixed_default
from pytest_fixturegen.strategies.rules.instance import instance
from pytest_fixturegen.strategies.rules.left_out import left_out
from pytest_fixturegen.strategies.rules.link import link
from pytest_fixturegen.strategies.rules.no_value import no_value
from pytest_fixturegen.strategies.rules.number_distribution import number_distribution
from pytest_fixturegen.strategies.rules.plugin import plugin
from pytest_fixturegen.strategies.rules.plugin_name import plugin_name
from pytest_fixturegen.strategies.rules.plugin_plain_type import plugin_plain_type
from pytest_fixturegen.strategies.rules.plugin_type import plugin_type
from pytest_fixturegen.strategies.rules.provider_by_name import provider_by_name
from pytest_fixturegen.strategies.rules.provider_by_named_type import provider_by_named_type
from pytest_fixturegen.strategies.rules.provider_by_type import provider_by_type
from pytest_fixturegen.strategies.rules.record_stage import record_stage
from pytest_fixturegen.strategies.rules.synthetic_identity import synthetic_identity
from pytest_fixturegen.strategies.rules.text_style import text_style
from pytest_fixturegen.strategies.unique import UNIQUE_FILLS

RULES: tuple[Rule, ...] = (
    call_override,
    configured_override,
    plugin,
    field_policy,
    examples,
    link,
    fixed_default,
    configured_type,
    left_out,
    plugin_type,
    no_value,
    plugin_name,
    plugin_plain_type,
    synthetic_identity,
    text_style,
    record_stage,
    number_distribution,
    provider_by_name,
    provider_by_named_type,
    provider_by_type,
    composite,
    instance,
    base_type,
    fallback,
)
"""The rules in the order in which they are tried: the first that returns a plan fills the place."""

OMITTING_PROVIDERS = (OMITTED_PROVIDER, NO_VALUE_PROVIDER, DROPPED_PROVIDER)
"""The providers of decisions that fill nothing."""

_FILL_KINDS: dict[str, FillKind] = {**{rule.name: rule.fills for rule in RULES}, **UNIQUE_FILLS}


def get_fill_kind(decision: Strategy) -> FillKind:
    """Return the way to fill a field by which reports count *decision*."""
    if decision.provider in OMITTING_PROVIDERS:
        return "left out"
    if decision.plugin:
        return "override"
    return _FILL_KINDS[decision.rule]
