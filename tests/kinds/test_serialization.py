"""Serializers of the model determine the JSON."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    FieldSerializationInfo,
    PlainSerializer,
    SerializationInfo,
    SerializeAsAny,
    SerializerFunctionWrapHandler,
    WrapSerializer,
    field_serializer,
    model_serializer,
    model_validator,
)

from pytest_fixturegen import generate_lines
from tests.kinds.round_trips import draw, read_back, round_trip, to_json


class Event(BaseModel):
    seconds: Annotated[int, PlainSerializer(lambda value: value * 60)]
    day: Annotated[dt.date, PlainSerializer(lambda day: f"{day:%Y-%m-%d}", when_used="json")]
    marks: Annotated[list[int], WrapSerializer(lambda value, handler: handler(sorted(value)))]
    place: str

    @field_serializer("place", mode="wrap")
    def shouted(
        self, value: str, handler: SerializerFunctionWrapHandler, info: FieldSerializationInfo
    ) -> str:
        return str(handler(value)).upper()


def test_field_serializers_of_every_mode_are_used() -> None:
    for each, line in zip(draw(Event), to_json(Event), strict=True):
        assert line == {
            "seconds": each.seconds * 60,
            "day": each.day.isoformat(),
            "marks": sorted(each.marks),
            "place": each.place.upper(),
        }


class Sized(BaseModel):
    parts: list[int]

    @model_serializer(mode="wrap")
    def with_size(
        self, handler: SerializerFunctionWrapHandler, info: SerializationInfo
    ) -> dict[str, Any]:
        return {**handler(self), "size": len(self.parts)}


class Joined(BaseModel):
    width: int
    height: int

    @model_serializer
    def joined(self) -> str:
        return f"{self.width}x{self.height}"

    @model_validator(mode="before")
    @classmethod
    def apart(cls, given: Any) -> Any:
        return (
            dict(zip(("width", "height"), given.split("x"), strict=True))
            if isinstance(given, str)
            else given
        )


def test_model_serializers_are_used() -> None:
    assert all(line["size"] == len(line["parts"]) for line in to_json(Sized))
    assert all(
        line == f"{each.width}x{each.height}"
        for each, line in zip(round_trip(Joined), to_json(Joined), strict=True)
    )


class Animal(BaseModel):
    name: str


class Zoo(BaseModel):
    star: SerializeAsAny[Animal]
    others: list[SerializeAsAny[Animal]]


def test_serialize_as_any_uses_the_class_of_the_value() -> None:
    assert all(
        line["star"] == {"name": each.star.name}
        for each, line in zip(round_trip(Zoo), to_json(Zoo), strict=True)
    )


class Tagged(BaseModel):
    tags: set[str]
    pairs: frozenset[tuple[int, frozenset[str]]]
    parts: dict[str, set[int]]

    @model_validator(mode="after")
    def seen(self) -> Tagged:
        return self


def test_sets_have_one_order_in_json() -> None:
    assert read_back(Tagged) == draw(Tagged)
    for line in to_json(Tagged):
        assert line["tags"] == sorted(line["tags"])
        assert all(part == sorted(part, key=str) for part in line["parts"].values())
    assert list(generate_lines(Tagged, 5, 1)) == list(generate_lines(Tagged, 5, 1))
