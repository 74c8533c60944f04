"""Models that show what is special about foreign."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Annotated, Generic, Optional, TypeVar

import attrs
import msgspec
from attrs import validators
from pydantic import BaseModel, ConfigDict

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


class Trip(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    ride: Ride
    tracks: list[Track]
    days: int
