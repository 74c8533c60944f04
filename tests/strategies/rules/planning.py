"""Plans of models with all rules, or without one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.introspection.type_reader import read_type
from pytest_fixturegen.nodes import Node, Record
from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.strategies.planner import plan_type
from pytest_fixturegen.strategies.rules import RULES

DEFAULTS = GenerationConfig()


def plan_model(
    model: Any,
    config: GenerationConfig = DEFAULTS,
    overrides: Mapping[str, Any] | None = None,
    *,
    without: str = "",
) -> Plan:
    """Return the plan of *model*, made without the rule that *without* names."""
    rules = [rule for rule in RULES if rule.name != without]
    assert len(rules) == len(RULES) - bool(without), f"no rule is called {without!r}"
    return plan_type(read_type(model), config, overrides, rules=rules)


def find_decision(
    model: Any,
    path: str,
    config: GenerationConfig = DEFAULTS,
    overrides: Mapping[str, Any] | None = None,
    *,
    without: str = "",
) -> Strategy:
    """Return the first decision for *path* of *model*."""
    plan = plan_model(model, config, overrides, without=without)
    found = [decision for decision in plan.strategies if decision.path == path]
    assert found, f"nothing is decided for {path}: {plan.strategies}"
    return found[0]


def find_rule(
    model: Any,
    path: str,
    config: GenerationConfig = DEFAULTS,
    overrides: Mapping[str, Any] | None = None,
    *,
    without: str = "",
) -> str:
    """Return the name of the rule that fills *path* of *model*."""
    return find_decision(model, path, config, overrides, without=without).rule


def find_node(plan: Plan, name: str) -> Node:
    """Return the node of the field *name*."""
    assert isinstance(plan.node, Record)
    return next(slot.node for slot in plan.node.slots if slot.name == name)
