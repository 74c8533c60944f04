"""The rule fallback."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic_core import core_schema

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.nodes import Unsatisfiable
from tests.strategies.rules.planning import find_decision, find_node, plan_model


class Riddle:
    """A class of which nothing is known."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return core_schema.no_info_plain_validator_function(lambda value: value)


class Puzzle(BaseModel):
    gizmo: Any
    riddle: Riddle


STRICT = GenerationConfig(allow_fallback=False)


def test_any_value_and_an_unknown_class_are_guessed() -> None:
    for name in ("gizmo", "riddle"):
        decision = find_decision(Puzzle, name)
        assert (decision.rule, decision.reason) == ("fallback", "a guess: the type says nothing")


def test_without_the_rule_nothing_can_be_drawn() -> None:
    plan = plan_model(Puzzle, without="fallback")
    assert isinstance(find_node(plan, "gizmo"), Unsatisfiable)
    assert isinstance(find_node(plan, "riddle"), Unsatisfiable)


def test_a_guess_can_be_forbidden() -> None:
    plan = plan_model(Puzzle, STRICT)
    node = find_node(plan, "riddle")
    assert isinstance(node, Unsatisfiable)
    assert "says nothing of its values" in node.reason
    assert not isinstance(find_node(plan, "gizmo"), Unsatisfiable)
