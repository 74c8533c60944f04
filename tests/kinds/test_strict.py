"""Strict mode: values already have the exact type, in Python and in JSON."""

from __future__ import annotations

import datetime as dt
import enum
import ipaddress
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import (
    AnyUrl,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    Strict,
    StrictBool,
    StrictBytes,
    StrictFloat,
    StrictInt,
    StrictStr,
    TypeAdapter,
)

from tests.kinds.round_trips import draw, read_back, round_trip


class Level(enum.Enum):
    low = "low"
    high = "high"


@dataclass
class Point:
    x: int


class Inner(BaseModel):
    size: int


class Whole(BaseModel):
    model_config = ConfigDict(strict=True)
    number: int
    amount: Decimal
    day: dt.datetime
    level: Level
    point: Point
    inner: Inner
    inners: dict[str, list[Inner]]
    names: set[str]
    pair: tuple[Inner, int]
    id: uuid.UUID
    either: Inner | int
    host: ipaddress.IPv4Address
    link: AnyUrl
    raw: bytes


class Single(BaseModel):
    number: int = Field(strict=True)
    day: Annotated[dt.date, Strict()]
    points: Annotated[tuple[int, ...], Strict()]
    names: Annotated[set[int], Strict()]
    flag: StrictBool
    text: StrictStr
    raw: StrictBytes
    real: StrictFloat
    count: StrictInt


def test_strict_models_and_fields_get_what_they_ask_for() -> None:
    assert {
        (type(each.inner), type(each.point), type(each.level)) for each in round_trip(Whole)
    } == {(Inner, Point, Level)}
    for each in round_trip(Single):
        assert [
            type(value) for value in (each.number, each.flag, each.text, each.raw, each.real)
        ] == [
            int,
            bool,
            str,
            bytes,
            float,
        ]


def test_a_strict_validator_accepts_the_records() -> None:
    adapter = TypeAdapter(Whole)
    for each in draw(Whole):
        assert adapter.validate_python(dict(each), strict=True) == each


class Locked(BaseModel):
    model_config = ConfigDict(strict=True)
    key: SecretStr
    door: int


def test_a_strict_secret_is_a_secret() -> None:
    assert {type(each.key) for each in draw(Locked)} == {SecretStr}
    assert len(read_back(Locked)) == 20
