"""The rule left_out."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances
from tests.strategies.rules.planning import find_decision, find_rule
from tests.strategies.rules.plugins import Badge, plugins


class Inner(BaseModel):
    number: int = 0


class Middle(BaseModel):
    inner: Inner = Field(default_factory=Inner)


class Outer(BaseModel):
    middle: Middle


class Holder(BaseModel):
    badge: Badge = Field(default_factory=lambda: Badge(-1))


class Handler(BaseModel):
    callback: Callable[[], int] | None = None


def test_a_field_that_is_too_deep_is_left_out() -> None:
    shallow = GenerationConfig(max_depth=1)
    decision = find_decision(Outer, "middle.inner", shallow)
    assert (decision.rule, decision.provider, decision.reason) == (
        "left_out",
        "left out",
        "max_depth",
    )
    assert find_rule(Outer, "middle.inner.number", shallow, without="left_out") == "fixed_default"


def test_a_field_without_json_is_left_out_before_a_plugin_is_asked() -> None:
    config = GenerationConfig(plugins=plugins("TYPES"))
    assert find_rule(Holder, "badge", config) == "left_out"
    assert find_rule(Holder, "badge", config, without="left_out") == "plugin_type"
    assert next(generate_instances(Holder, config=config)).badge.number == -1


def test_without_the_rule_an_optional_field_is_none() -> None:
    assert find_rule(Handler, "callback") == "left_out"
    assert find_rule(Handler, "callback", without="left_out") == "no_value"
