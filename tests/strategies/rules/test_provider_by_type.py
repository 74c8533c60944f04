"""The rule provider_by_type."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.introspection.shapes import ChoiceShape, TypeReading
from pytest_fixturegen.nodes import Unsatisfiable
from pytest_fixturegen.strategies.planner import plan_type
from tests.strategies.rules.planning import find_decision, find_node, find_rule, plan_model


class Gadget(BaseModel):
    integer: int
    shade: Literal["pale", "deep"]


def test_a_plain_type_is_served_before_a_guess() -> None:
    decision = find_decision(Gadget, "integer")
    assert (decision.rule, decision.provider) == ("provider_by_type", "numeric.integer")
    plan = plan_model(Gadget, without="provider_by_type")
    assert isinstance(find_node(plan, "integer"), Unsatisfiable)


def test_a_closed_list_is_served_before_a_guess() -> None:
    assert find_decision(Gadget, "shade").provider == "choices.options"
    assert find_rule(Gadget, "shade") == "provider_by_type"


def test_an_enum_without_members_has_no_value() -> None:
    reading = TypeReading("Nothing", ChoiceShape((), ()))
    node = plan_type(reading, GenerationConfig()).node
    assert isinstance(node, Unsatisfiable)
    assert node.reason == "an enum without members has no value."
