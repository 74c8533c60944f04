"""The rule plugin."""

from __future__ import annotations

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances, policies_of
from tests.strategies.rules.planning import find_decision, find_rule
from tests.strategies.rules.plugins import NAME, plugins


class User(BaseModel):
    name: str


CONFIG = GenerationConfig(
    field_policies=policies_of({"*.name": {"value": "policy"}}), plugins=plugins("VALUES")
)


def test_a_plugin_wins_over_a_field_policy() -> None:
    decision = find_decision(User, "name", CONFIG)
    assert (decision.rule, decision.plugin) == ("plugin", f"{NAME}:VALUES")
    assert decision.reason == f"the plugin '{NAME}:VALUES'"
    assert next(generate_instances(User, config=CONFIG)).name == "plugin"


def test_without_the_rule_the_value_is_drawn() -> None:
    assert find_rule(User, "name", CONFIG, without="plugin") == "provider_by_name"
