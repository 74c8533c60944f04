"""TypedDicts and NamedTuples: required keys, generics, settings."""

from __future__ import annotations

from collections import namedtuple
from typing import Annotated, Generic, TypeVar

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, with_config
from typing_extensions import NamedTuple, NotRequired, Required, TypedDict

from tests.kinds.round_trips import draw, round_trip, to_json

T = TypeVar("T")


class Movie(TypedDict):
    title: Annotated[str, Field(max_length=20)]
    year: int
    rating: NotRequired[float]


class Draft(TypedDict, total=False):
    title: Required[str]
    pages: int


@with_config(ConfigDict(str_to_lower=True, extra="forbid"))
class Label(TypedDict):
    text: str


class Page(TypedDict, Generic[T]):
    items: list[T]
    total: int


def test_a_typed_dict_is_a_mapping_with_its_keys() -> None:
    for each in round_trip(Movie):
        assert {"title", "year"} <= each.keys() <= {"title", "year", "rating"}
        assert len(each["title"]) <= 20
    assert all("title" in each for each in round_trip(Draft))


def test_a_typed_dict_can_have_settings() -> None:
    assert all(each["text"] == each["text"].lower() for each in round_trip(Label))
    with pytest.raises(ValidationError, match="extra_forbidden"):
        TypeAdapter(Label).validate_python({**draw(Label)[0], "more": 1})


def test_a_typed_dict_takes_arguments() -> None:
    assert {type(item) for each in round_trip(Page[int]) for item in each["items"]} == {int}


class Spot(NamedTuple):
    north: float
    name: str = "somewhere"
    tags: list[int] = []


class Pair(NamedTuple, Generic[T]):
    left: T
    right: T


class Map(BaseModel):
    spots: list[Spot]
    pair: Pair[int]


def test_a_named_tuple_is_an_instance_with_its_names() -> None:
    assert all(type(each) is Spot and isinstance(each.name, str) for each in round_trip(Spot))
    assert all(line == list(each) for each, line in zip(draw(Spot), to_json(Spot), strict=True))
    assert {type(spot) for each in round_trip(Map) for spot in each.spots} == {Spot}
    assert {type(each.pair.left) for each in round_trip(Map)} == {int}


def test_a_named_tuple_without_types_is_filled() -> None:
    assert all(len(each) == 2 for each in draw(namedtuple("Loose", "width height")))
