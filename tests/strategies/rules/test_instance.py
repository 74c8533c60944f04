"""The rule instance."""

from __future__ import annotations

from pydantic import BaseModel

from pytest_fixturegen import generate_instances
from tests.strategies.rules.planning import find_decision, find_rule
from tests.strategies.rules.plugins import Badge


class Guest(BaseModel):
    badge: Badge
    kind: type[Badge]


def test_an_instance_wins_over_a_guess() -> None:
    decision = find_decision(Guest, "badge")
    assert (decision.rule, decision.provider) == ("instance", "an instance")
    assert find_rule(Guest, "badge", without="instance") == "fallback"
    assert isinstance(next(generate_instances(Guest)).badge, Badge)


def test_a_class_is_asked_for_by_its_type() -> None:
    assert find_decision(Guest, "kind").provider == "the class itself"
    assert next(generate_instances(Guest)).kind is Badge
