"""One field of each kind that Arrow can say, and the type that it has there."""

from __future__ import annotations

import collections
import datetime as dt
import decimal
import enum
import ipaddress
import pathlib
import uuid
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NamedTuple, Optional, Union

from pydantic import (
    AwareDatetime,
    BaseModel,
    ByteSize,
    EmailStr,
    Field,
    HttpUrl,
    Json,
    NaiveDatetime,
    RootModel,
    SecretStr,
)
from typing_extensions import NotRequired, TypedDict


class Role(str, enum.Enum):
    admin = "admin"
    guest = "guest"


class Level(enum.Enum):
    low = 1
    high = 2


class Point(BaseModel):
    x: int
    label: str | None


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


@dataclass
class Part:
    weight: float


class Pair(NamedTuple):
    count: int
    name: str


class Circle(BaseModel):
    kind: Literal["circle"]
    radius: float


class Square(BaseModel):
    kind: Literal["square"]
    side: float


class Tags(RootModel[list[str]]):
    pass


Shape = Annotated[Union[Circle, Square], Field(discriminator="kind")]
Cents = Annotated[decimal.Decimal, Field(max_digits=8, decimal_places=2)]

KINDS: dict[str, tuple[Any, str]] = {
    "whole": (int, "int64"),
    "huge": (Annotated[int, Field(ge=2**63, le=2**64 - 1)], "uint64"),
    "beyond": (Annotated[int, Field(ge=2**64, le=2**70)], "decimal128(38, 0)"),
    "ratio": (float, "double"),
    "free_decimal": (decimal.Decimal, "decimal128(38, 18)"),
    "cents": (Cents, "decimal128(8, 2)"),
    "long_decimal": (Annotated[decimal.Decimal, Field(max_digits=30)], "decimal128(38, 8)"),
    "flag": (bool, "bool"),
    "text": (str, "string"),
    "blob": (bytes, "binary"),
    "day": (dt.date, "date32[day]"),
    "hour": (dt.time, "time64[us]"),
    "moment": (dt.datetime, "timestamp[us, tz=UTC]"),
    "aware": (AwareDatetime, "timestamp[us, tz=UTC]"),
    "naive": (NaiveDatetime, "timestamp[us]"),
    "span": (dt.timedelta, "duration[us]"),
    "uid": (uuid.UUID, "extension<arrow.uuid>"),
    "mail": (EmailStr, "string"),
    "site": (HttpUrl, "string"),
    "host": (ipaddress.IPv4Address, "string"),
    "path": (pathlib.Path, "string"),
    "secret": (SecretStr, "string"),
    "size": (ByteSize, "int64"),
    "parsed": (Json[list[int]], "list<item: int64 not null>"),
    "role": (Role, "dictionary<values=string, indices=int8, ordered=0>"),
    "choice": (
        Literal["a", "b", None],
        "dictionary<values=string, indices=int8, ordered=0>",
    ),
    "level": (Level, "int64"),
    "mixed": (Literal["a", 1], "string"),
    "maybe": (Optional[int], "int64"),
    "numbers": (list[int], "list<item: int64 not null>"),
    "maybe_numbers": (list[Optional[int]], "list<item: int64>"),
    "nested_lists": (list[list[int]], "list<item: list<item: int64 not null> not null>"),
    "unique_words": (set[str], "list<item: string not null>"),
    "triple": (tuple[int, int, int], "list<item: int64 not null>"),
    "entry": (tuple[int, str], "struct<0: int64 not null, 1: string not null>"),
    "pair": (Pair, "struct<count: int64 not null, name: string not null>"),
    "counts": (dict[str, int], "map<string, int64>"),
    "by_number": (dict[int, str], "map<int64, string>"),
    "counter": (collections.Counter[str], "map<string, int64>"),
    "point": (Point, "struct<x: int64 not null, label: string>"),
    "maybe_point": (Optional[Point], "struct<x: int64, label: string>"),
    "points": (list[Point], "list<item: struct<x: int64 not null, label: string> not null>"),
    "movie": (Movie, "struct<title: string not null, year: int64>"),
    "part": (Part, "struct<weight: double not null>"),
    "tags": (Tags, "list<item: string not null>"),
    "number": (Union[int, float], "double"),
    "id_or_name": (Union[int, str], "string"),
    "shape": (
        Shape,
        "struct<kind: dictionary<values=string, indices=int8, ordered=0> not null,"
        " radius: double, side: double>",
    ),
    "anything": (Any, "string"),
    "free": (dict[str, Any], "string"),
}
"""By the name of a field: its type, and the Arrow type that it has."""
