"""Classes of attrs and msgspec use their constructors and validators."""

from __future__ import annotations

from typing import Union

import attrs
import msgspec

from pytest_fixturegen import generate_lines
from tests.golden.kinds.foreign import Case, Rain, Ride, Snow, Stop, Sun, Track, Trip
from tests.kinds.round_trips import draw, round_trip, to_json


def test_an_attrs_class_uses_its_constructor_and_validators() -> None:
    for each in round_trip(Ride):
        attrs.validate(each)
        assert each.line in ("red", "blue")
        assert (each._cars, each.delayed) == (4, False)
        assert {type(stop) for stop in each.stops} <= {Stop}
    assert {each.line for each in draw(Ride)} == {"red", "blue"}


def test_attrs_classes_work_in_containers_and_with_arguments() -> None:
    assert {
        type(stop)
        for each in round_trip(dict[str, list[Stop | None]])
        for stops in each.values()
        for stop in stops
    } == {Stop}
    assert {type(each.inside) for each in round_trip(Case[int])} == {int}


def test_json_of_an_attrs_class_uses_its_argument_names() -> None:
    keys = {"number", "line", "stops", "begins", "after", "cars", "weight"}
    assert all(line.keys() == keys for line in to_json(Ride))


def test_a_struct_is_valid_by_msgspec() -> None:
    for each, line in zip(round_trip(Track), generate_lines(Track, 20, 3), strict=True):
        assert msgspec.json.decode(line, type=Track) == each
        assert msgspec.json.encode(each) == line
        assert 30 <= each.length <= 900


def test_tagged_structs_are_distinguished() -> None:
    kind = list[Union[Rain, Sun]]
    days = [
        day for line in generate_lines(kind, 20, 3) for day in msgspec.json.decode(line, type=kind)
    ]
    assert {type(day) for day in days} == {Rain, Sun}
    assert {line["type"] for line in to_json(Snow)} == {"flakes"}


def test_attrs_classes_and_structs_work_in_models() -> None:
    for each in draw(Trip):
        attrs.validate(each.ride)
        assert all(
            msgspec.convert(msgspec.to_builtins(track), Track) == track for track in each.tracks
        )
    assert len({each.ride.number for each in draw(Trip)}) > 10
