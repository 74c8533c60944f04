"""The rule plugin_plain_type."""

from __future__ import annotations

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig
from tests.strategies.rules.planning import find_rule
from tests.strategies.rules.plugins import plugins


class User(BaseModel):
    email: str
    gizmo: str


CONFIG = GenerationConfig(plugins=plugins("PLAIN_TYPES"))
SYNTHETIC = GenerationConfig(plugins=plugins("PLAIN_TYPES"), identities="synthetic")


def test_a_plugins_provider_of_a_plain_type_wins_over_a_style() -> None:
    assert find_rule(User, "email", SYNTHETIC) == "plugin_plain_type"
    without = find_rule(User, "email", SYNTHETIC, without="plugin_plain_type")
    assert without == "synthetic_identity"


def test_the_name_of_a_field_wins_over_a_plugins_provider_of_a_plain_type() -> None:
    assert find_rule(User, "email", CONFIG) == "provider_by_name"
    assert find_rule(User, "gizmo", CONFIG) == "plugin_plain_type"
    assert find_rule(User, "gizmo", CONFIG, without="plugin_plain_type") == "provider_by_type"
