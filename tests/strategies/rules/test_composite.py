"""The rule composite."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, Json, RootModel

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.introspection.shapes import NamedShape, Scalar, TypeReading
from pytest_fixturegen.nodes import Array, Dictionary, JsonEncoded, Nullable, OneOf, Record, Tuple
from pytest_fixturegen.strategies.planner import plan_type
from pytest_fixturegen.strategies.rules import RULES
from tests.strategies.rules.planning import find_node, plan_model
from tests.strategies.rules.plugins import Badge


class Inner(BaseModel):
    gizmo: int


class Numbers(RootModel[list[int]]):
    pass


class Holder(BaseModel):
    items: list[int]
    pair: tuple[int, str]
    table: dict[str, int]
    choice: int | str
    perhaps: int | None
    inner: Inner
    text: Json[list[int]]
    root: Numbers


NODES: dict[str, type[Any]] = {
    "items": Array,
    "pair": Tuple,
    "table": Dictionary,
    "choice": OneOf,
    "perhaps": Nullable,
    "inner": Record,
    "text": JsonEncoded,
    "root": Array,
}


@pytest.mark.parametrize("name", NODES)
def test_a_shape_with_parts_is_planned_part_by_part(name: str) -> None:
    assert type(find_node(plan_model(Holder), name)) is NODES[name]


def test_a_named_type_is_made_from_its_inner_value_before_its_constructor() -> None:
    reading = TypeReading("Gizmo", NamedShape(Badge, inner=Scalar("int")))
    config = GenerationConfig()
    plan = plan_type(reading, config)
    assert [decision.rule for decision in plan.strategies] == ["provider_by_type"]
    assert (plan.needs_validation, plan.is_exact) == (True, False)
    rules = [rule for rule in RULES if rule.name != "composite"]
    assert plan_type(reading, config, rules=rules).strategies[0].rule == "instance"


def test_without_the_rule_no_model_is_planned() -> None:
    assert not isinstance(plan_model(Holder, without="composite").node, Record)
