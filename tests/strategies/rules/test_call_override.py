"""The rule call_override."""

from __future__ import annotations

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, policies_of
from pytest_fixturegen.nodes import Constant, Pinned
from tests.strategies.rules.planning import find_node, find_rule, plan_model


class User(BaseModel):
    name: str


CONFIG = GenerationConfig(overrides=policies_of({"User.name": {"value": "configured"}}))


def test_a_value_of_a_call_wins_over_a_configured_override() -> None:
    assert find_rule(User, "name", CONFIG, {"name": "called"}) == "call_override"
    node = find_node(plan_model(User, CONFIG, {"name": "called"}), "name")
    assert node == Pinned(Constant("called", "called"))


def test_without_the_rule_the_value_is_drawn() -> None:
    without = find_rule(User, "name", CONFIG, {"name": "called"}, without="call_override")
    assert without == "provider_by_name"
