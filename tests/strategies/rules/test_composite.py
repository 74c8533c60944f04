"""The rule composite."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, Json, RootModel

from pytest_fixturegen.nodes import Array, Dictionary, JsonEncoded, Nullable, OneOf, Record, Tuple
from tests.strategies.rules.planning import find_node, plan_model


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


def test_without_the_rule_no_model_is_planned() -> None:
    assert not isinstance(plan_model(Holder, without="composite").node, Record)
