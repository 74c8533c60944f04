"""Models that show what is special about strict."""

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
)


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


class Locked(BaseModel):
    model_config = ConfigDict(strict=True)
    key: SecretStr
    door: int
