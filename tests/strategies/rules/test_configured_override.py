"""The rule configured_override."""

from __future__ import annotations

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances, policies_of
from tests.strategies.rules.planning import find_rule
from tests.strategies.rules.plugins import plugins


class User(BaseModel):
    name: str


CONFIG = GenerationConfig(
    overrides=policies_of({"User.name": {"value": "configured"}}), plugins=plugins("VALUES")
)


def test_a_configured_override_wins_over_a_plugin() -> None:
    assert find_rule(User, "name", CONFIG) == "configured_override"
    assert next(generate_instances(User, config=CONFIG)).name == "configured"


def test_without_the_rule_the_value_is_drawn() -> None:
    assert find_rule(User, "name", CONFIG, without="configured_override") == "provider_by_name"
