"""The rule plugin_name."""

from __future__ import annotations

from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances
from tests.strategies.rules.planning import find_decision, find_rule
from tests.strategies.rules.plugins import NAME, plugins


class Guild(BaseModel):
    emblem: str
    emblems: list[str]
    short: str = Field(max_length=2)


class Sign(BaseModel):
    emblem: str = Field(max_length=2)


CONFIG = GenerationConfig(plugins=plugins("NAMES", "PLAIN_TYPES"))


def test_a_plugins_provider_of_a_name_wins_over_that_of_a_plain_type() -> None:
    decision = find_decision(Guild, "emblem", CONFIG)
    assert (decision.rule, decision.plugin) == ("plugin_name", f"{NAME}:NAMES")
    assert decision.reason == f"the name of the field, by the plugin '{NAME}:NAMES'"
    assert find_rule(Guild, "emblem", CONFIG, without="plugin_name") == "plugin_plain_type"
    assert {guild.emblem for guild in generate_instances(Guild, 20, config=CONFIG)} == {
        "one",
        "two",
    }


def test_items_are_served_by_the_singular_of_the_name() -> None:
    assert find_rule(Guild, "emblems.*", CONFIG) == "plugin_name"


def test_a_provider_does_not_serve_if_its_samples_break_a_constraint() -> None:
    assert find_rule(Sign, "emblem", CONFIG) == "provider_by_type"
