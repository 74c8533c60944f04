"""``SkipValidation`` draws the type that it wraps, although the model takes anything there."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Optional, Union

import pytest
from pydantic import (
    BaseModel,
    EmailStr,
    Field,
    PlainSerializer,
    SkipValidation,
    create_model,
)

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.api.generate import build_instance
from tests.kinds.round_trips import draw, to_json


class Inner(BaseModel):
    size: int


@dataclass
class Note:
    text: str


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


Bounded = Annotated[int, Field(ge=5, le=900)]
TYPES: dict[str, tuple[Any, type]] = {
    "a number": (SkipValidation[int], int),
    "bounds within": (SkipValidation[Bounded], int),
    "bounds before": (Annotated[Bounded, SkipValidation], int),
    "bounds after": (Annotated[int, SkipValidation, Field(ge=5, le=900)], int),
    "a date": (SkipValidation[dt.datetime], dt.datetime),
    "a decimal": (SkipValidation[Decimal], Decimal),
    "an address": (SkipValidation[EmailStr], str),
    "an enum": (SkipValidation[Color], Color),
    "a model": (SkipValidation[Inner], Inner),
    "a dataclass": (SkipValidation[Note], Note),
    "an optional value": (SkipValidation[Optional[int]], int),
    "an optional skipped value": (Optional[SkipValidation[Inner]], Inner),
    "a serializer after it": (Annotated[SkipValidation[int], PlainSerializer(str)], int),
    "a serializer before it": (Annotated[int, PlainSerializer(str), SkipValidation], int),
}


@pytest.mark.parametrize("name", TYPES)
def test_the_wrapped_type_is_drawn(name: str) -> None:
    hint, expected = TYPES[name]
    model = create_model("Row", value=(hint, ...))
    values = [each.value for each in draw(model)]
    assert {type(value) for value in values} - {type(None)} == {expected}
    assert "bounds" not in name or all(5 <= value <= 900 for value in values)
    to_json(model)


class Containers(BaseModel):
    numbers: list[SkipValidation[int]]
    all_numbers: SkipValidation[list[int]]
    models: SkipValidation[list[Inner]]
    by_name: dict[str, SkipValidation[Inner]]
    pair: tuple[SkipValidation[int], str]
    choices: set[SkipValidation[Color]]
    either: Union[SkipValidation[dt.date], Inner]
    deep: list[Optional[SkipValidation[dict[str, Inner]]]]


def test_the_wrapped_type_is_drawn_in_containers() -> None:
    records = draw(Containers)
    for each in records:
        assert {type(number) for number in (*each.numbers, *each.all_numbers)} <= {int}
        assert {type(model) for model in (*each.models, *each.by_name.values())} <= {Inner}
        assert type(each.pair[0]) is int
        assert {type(choice) for choice in each.choices} <= {Color}
        deep_models = [model for inner in each.deep if inner for model in inner.values()]
        assert {type(model) for model in deep_models} <= {Inner}
    assert {type(each.either) for each in records} == {dt.date, Inner}
    to_json(Containers)


class Tree(BaseModel):
    value: SkipValidation[int]
    left: Optional[SkipValidation[Tree]] = None


def test_a_recursive_model_may_skip_validation() -> None:
    children = [each.left for each in draw(Tree) if each.left]
    assert {type(child) for child in children} == {Tree}
    assert {type(child.value) for child in children} == {int}


def test_a_given_value_of_another_type_stays_what_it_is() -> None:
    model = create_model("Row", value=(SkipValidation[int], ...))
    record = build_instance(model, GenerationConfig(), "row", overrides={"value": "any text"})
    assert record.value == "any text"
