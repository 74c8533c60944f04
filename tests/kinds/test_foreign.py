"""Classes of attrs and msgspec use their constructors and validators."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Annotated, Generic, Optional, TypeVar, Union

import attrs
import msgspec
from attrs import validators
from pydantic import BaseModel, ConfigDict

from pytest_fixturegen import generate_lines
from tests.kinds.round_trips import draw, round_trip, to_json

T = TypeVar("T")


@attrs.frozen
class Stop:
    name: str
    minutes: int = attrs.field(validator=[validators.ge(0), validators.le(59)])


@attrs.define
class Ride:
    number: int = attrs.field(validator=validators.instance_of(int))
    line: str = attrs.field(validator=validators.in_(["red", "blue"]))
    stops: list[Stop] = attrs.field(factory=list)
    begins: dt.time = attrs.field(kw_only=True)
    after: Optional[Ride] = None
    _cars: int = 4
    delayed: bool = attrs.field(init=False, default=False)
    weight: float = attrs.field(
        default=attrs.Factory(lambda self: 2.5, takes_self=True), converter=float
    )


@attrs.define
class Case(Generic[T]):
    inside: T
    more: list[T]


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


class Track(msgspec.Struct, rename="camel", kw_only=True, frozen=True):
    track_name: Annotated[str, msgspec.Meta(max_length=9)]
    length: Annotated[int, msgspec.Meta(ge=30, le=900)]
    code: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}\d$")]
    id: uuid.UUID
    tags: Annotated[list[str], msgspec.Meta(min_length=2)] = []
    rating: int | msgspec.UnsetType = msgspec.UNSET
    follows: Optional[Track] = None


class Rain(msgspec.Struct, tag=True):
    liters: float


class Snow(msgspec.Struct, tag="flakes", forbid_unknown_fields=True):
    depth: int


class Sun(msgspec.Struct, tag=True):
    hours: int


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


class Trip(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    ride: Ride
    tracks: list[Track]
    days: int


def test_attrs_classes_and_structs_work_in_models() -> None:
    for each in draw(Trip):
        attrs.validate(each.ride)
        assert all(
            msgspec.convert(msgspec.to_builtins(track), Track) == track for track in each.tracks
        )
    assert len({each.ride.number for each in draw(Trip)}) > 10
