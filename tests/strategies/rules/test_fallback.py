"""The rule fallback."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import BaseModel, create_model
from pydantic_core import core_schema

from pytest_fixturegen import GenerationConfig, explain, generate_instances
from pytest_fixturegen.errors import MappingError
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


class Loose(BaseModel):
    """Fields that can be filled without a guess, if nobody looks."""

    bare: list
    items: list[Any]
    table: dict[str, Any]
    either: int | Riddle
    thing: object
    perhaps: Any | None = None


@pytest.mark.parametrize("name", [*Puzzle.model_fields, *Loose.model_fields])
def test_a_guess_can_be_forbidden(name: str) -> None:
    model = Puzzle if name in Puzzle.model_fields else Loose
    guessed = [decision for decision in explain(model) if decision.rule == "fallback"]
    assert name in {decision.path.split(".")[0] for decision in guessed}
    field = model.model_fields[name]
    alone = create_model("Alone", **{name: (field.annotation, field)})
    with pytest.raises(MappingError, match=rf"^Alone\.{name}\b.* says nothing") as caught:
        list(generate_instances(alone, 1, config=STRICT))
    assert caught.value.facts["path"].split(".")[0] == name
    assert caught.value.facts["field"] == caught.value.facts["path"]
    assert "--allow-fallback" in caught.value.hint


def test_an_overridden_value_is_no_guess() -> None:
    config = replace(
        STRICT, overrides={f"Puzzle.{name}": {"value": 3} for name in Puzzle.model_fields}
    )
    assert [puzzle.gizmo for puzzle in generate_instances(Puzzle, 1, config=config)] == [3]


def test_the_field_of_a_nested_record_is_named() -> None:
    class Outer(BaseModel):
        inner: Puzzle

    with pytest.raises(MappingError) as caught:
        list(generate_instances(Outer, 1, config=STRICT))
    assert (caught.value.facts["path"], caught.value.facts["field"]) == ("inner.gizmo", "gizmo")
