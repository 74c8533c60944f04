"""TypedDicts and NamedTuples: required keys, generics, settings."""

from __future__ import annotations

from collections import namedtuple

import pytest
from pydantic import TypeAdapter, ValidationError

from tests.golden.kinds.typed_dicts import Draft, Label, Map, Movie, Page, Spot
from tests.kinds.round_trips import draw, round_trip, to_json


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


def test_a_named_tuple_is_an_instance_with_its_names() -> None:
    assert all(type(each) is Spot and isinstance(each.name, str) for each in round_trip(Spot))
    assert all(line == list(each) for each, line in zip(draw(Spot), to_json(Spot), strict=True))
    assert {type(spot) for each in round_trip(Map) for spot in each.spots} == {Spot}
    assert {type(each.pair.left) for each in round_trip(Map)} == {int}


def test_a_named_tuple_without_types_is_filled() -> None:
    assert all(len(each) == 2 for each in draw(namedtuple("Loose", "width height")))
