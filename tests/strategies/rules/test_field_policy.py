"""The rule field_policy."""

from __future__ import annotations

from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances, policies_of
from tests.strategies.rules.planning import find_decision, find_rule


class User(BaseModel):
    name: str = Field(examples=["example"])


CONFIG = GenerationConfig(
    field_hints="examples", field_policies=policies_of({"*.name": {"value": "policy"}})
)


def test_a_field_policy_wins_over_examples() -> None:
    decision = find_decision(User, "name", CONFIG)
    assert (decision.rule, decision.reason) == ("field_policy", "a configured override")
    assert next(generate_instances(User, config=CONFIG)).name == "policy"


def test_without_the_rule_the_value_is_drawn() -> None:
    assert find_rule(User, "name", CONFIG, without="field_policy") == "provider_by_name"
