"""Serializers of the model determine the JSON."""

from __future__ import annotations

from pytest_fixturegen import generate_lines
from tests.golden.kinds.serialization import Event, Joined, Sized, Tagged, Zoo
from tests.kinds.round_trips import draw, read_back, round_trip, to_json


def test_field_serializers_of_every_mode_are_used() -> None:
    for each, line in zip(draw(Event), to_json(Event), strict=True):
        assert line == {
            "seconds": each.seconds * 60,
            "day": each.day.isoformat(),
            "marks": sorted(each.marks),
            "place": each.place.upper(),
        }


def test_model_serializers_are_used() -> None:
    assert all(line["size"] == len(line["parts"]) for line in to_json(Sized))
    assert all(
        line == f"{each.width}x{each.height}"
        for each, line in zip(round_trip(Joined), to_json(Joined), strict=True)
    )


def test_serialize_as_any_uses_the_class_of_the_value() -> None:
    assert all(
        line["star"] == {"name": each.star.name}
        for each, line in zip(round_trip(Zoo), to_json(Zoo), strict=True)
    )


def test_sets_have_one_order_in_json() -> None:
    assert read_back(Tagged) == draw(Tagged)
    for line in to_json(Tagged):
        assert line["tags"] == sorted(line["tags"])
        assert all(part == sorted(part, key=str) for part in line["parts"].values())
    assert list(generate_lines(Tagged, 5, 1)) == list(generate_lines(Tagged, 5, 1))
