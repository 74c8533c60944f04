"""The rule plugin_type."""

from __future__ import annotations

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances
from tests.strategies.rules.planning import find_decision, find_rule
from tests.strategies.rules.plugins import NAME, Badge, Hook, plugins


class Guest(BaseModel):
    badge: Badge
    hook: Hook


CONFIG = GenerationConfig(plugins=plugins("TYPES"))


def test_a_plugins_provider_of_a_type_wins_over_none() -> None:
    assert find_rule(Guest, "hook", CONFIG) == "plugin_type"
    assert find_rule(Guest, "hook", CONFIG, without="plugin_type") == "no_value"
    assert {guest.hook for guest in generate_instances(Guest, 5, config=CONFIG)} == {int}


def test_a_plugins_provider_of_a_class_wins_over_its_constructor() -> None:
    decision = find_decision(Guest, "badge", CONFIG)
    assert (decision.rule, decision.provider) == ("plugin_type", f"{NAME}:make_badge")
    assert decision.reason == f"the type, by the plugin '{NAME}:TYPES'"
    assert find_rule(Guest, "badge", CONFIG, without="plugin_type") == "instance"
    guests = generate_instances(Guest, 3, config=CONFIG)
    assert [guest.badge.number for guest in guests] == [0, 1, 2]
