"""Models of every kind, and a value of every type that can be written as source."""

from __future__ import annotations

import dataclasses
import enum
import ipaddress
import re
import uuid
from collections import Counter, OrderedDict, defaultdict, deque
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Generic, Literal, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

import pydantic
from pydantic import (
    AliasChoices,
    AliasPath,
    Base64Bytes,
    BaseModel,
    ConfigDict,
    Field,
    Json,
    RootModel,
)

T = TypeVar("T")


class Color(enum.Enum):
    RED = 1
    BLUE = "b"


class Level(enum.IntEnum):
    LOW = 1


class Perm(enum.Flag):
    R = 1
    W = 2
    X = 4
    RW = 3


Odd = enum.Enum("Odd", {"red-ish": 1, "None": 2}, module=__name__)  # type: ignore[misc]


class Address(BaseModel):
    street: str
    tags: list[str] = Field(default_factory=list)


class User(BaseModel):
    id: int
    name: str
    address: Address | None = None
    secret: pydantic.SecretStr = pydantic.SecretStr("x")


class Aliased(BaseModel):
    full_name: str = Field(alias="fullName")
    age: int = Field(validation_alias=AliasChoices("howOld", "years"))


class Spaced(BaseModel):
    full_name: str = Field(alias="full name")
    kind: int = Field(1, alias="class")


class Nested(BaseModel):
    a: int = Field(validation_alias=AliasPath("o", "a"))
    b: int = Field(validation_alias=AliasPath("o", "list", 1))
    c: int = Field(validation_alias=AliasPath("o", "list", 0))


class ByName(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    full_name: str = Field(alias="full name")


class Tags(RootModel[list[str]]):
    pass


class Box(BaseModel, Generic[T]):
    content: T


class LabelledBox(BaseModel, Generic[T]):
    content: T = Field(alias="the content")


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")
    a: int


class Encoded(BaseModel):
    numbers: Json[list[int]]
    raw: Base64Bytes = b"aGVsbG8="
    more: list[Json[int]] = []


class Outer(BaseModel):
    class Inner(BaseModel):
        y: int

    inner: Inner


class Stamped(BaseModel):
    id: uuid.UUID = Field(default_factory=uuid.uuid4)


class Network(BaseModel):
    url: pydantic.HttpUrl
    dsn: pydantic.PostgresDsn
    sender: pydantic.NameEmail
    size: pydantic.ByteSize
    key: pydantic.SecretBytes
    born: pydantic.Secret[date]
    when: pydantic.AwareDatetime


class HTTPServer(BaseModel):
    port: int


@dataclasses.dataclass
class Point:
    x: int
    path: list[int] = dataclasses.field(default_factory=list)
    seen: int = dataclasses.field(init=False, default=3)


@pydantic.dataclasses.dataclass
class Dated:
    day: date
    count: int = Field(1, alias="howMany")


@pydantic.dataclasses.dataclass
class Labelled:
    name: str = Field(alias="full name")


class Moved(int):
    __module__ = "elsewhere"


class Pair(NamedTuple):
    a: int
    b: str = "x"


class Name(str):
    pass


class Opaque:
    pass


class Unstable(BaseModel):
    count: int

    @pydantic.field_validator("count")
    @classmethod
    def more(cls, count: int) -> int:
        return count + 1


def function() -> None:
    pass


class Twisted(float):
    def __new__(cls, a: int, b: int) -> Twisted:
        return super().__new__(cls, a + b)


def network() -> Network:
    return Network.model_validate(
        {
            "url": "https://example.com/a?b='c\"",
            "dsn": "postgres://u:p@h/db",
            "sender": "Ann <a@example.com>",
            "size": "5kb",
            "key": b"\x00",
            "born": date(2020, 1, 1),
            "when": "2024-01-05T09:30:00Z",
        }
    )


SCALARS: list[Any] = [
    *[None, True, 1, -5, 2**63 - 1, 2**63, 2**70, -(2**63), -(2**900), 1 << 20_000],
    *[
        1.5,
        -0.0,
        1e300,
        1e16,
        1e-7,
        float("inf"),
        float("-inf"),
        float("nan"),
        1 + 2j,
        complex("nan"),
    ],
    *[
        "a",
        "",
        "José",
        "日本",
        "שלום",
        "\ud800x",
        "a\nb\t\r\0\u202e'\"\\",
        "it's",
        'say "hi"',
        "😀",
        "{x}",
        "\x85\u2028",
    ],
    *[b"\x00\xff'\"", b"", bytearray(b"x"), range(3), range(0, 9, 2), ...],
    *[Decimal("12.50"), Decimal("NaN"), Decimal("-0"), Decimal("1E+9"), Fraction(1, 3)],
]
MOMENTS: list[Any] = [
    datetime(2024, 1, 5, 9, 30, tzinfo=timezone.utc),
    datetime(2024, 1, 5),
    datetime(2024, 1, 5, 9, 0, 0, 5),
    datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Paris")),
    *[
        date(2024, 1, 1),
        time(0),
        time(9, 5, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
        time(1, 2, 3, 4),
    ],
    *[timezone(timedelta(hours=1), "X"), timezone.utc, ZoneInfo("Asia/Tokyo")],
    *[
        timedelta(),
        timedelta(minutes=-30),
        timedelta.min,
        timedelta.max,
        timedelta(days=1, seconds=3661, microseconds=7),
    ],
]
COLLECTIONS: list[Any] = [
    *[
        [1, [2]],
        (),
        (1,),
        (1, 2),
        set(),
        {1, 2, 10},
        {"b", "a"},
        frozenset(),
        frozenset({(1,), "x"}),
        {},
        {"a": 1, 2: [3]},
    ],
    *[
        deque([1]),
        deque([1], 3),
        defaultdict(list, {"a": [1]}),
        defaultdict(None, {}),
        OrderedDict(a=1),
        Counter("aab"),
    ],
]
PLACES: list[Any] = [
    *[
        Path("a/b"),
        PurePosixPath("x"),
        PureWindowsPath("c:\\x"),
        uuid.UUID(int=5),
        *map(ipaddress.ip_address, ("10.0.0.1", "::1")),
    ],
    *[
        ipaddress.ip_network("10.0.0.0/8"),
        ipaddress.ip_interface("10.0.0.1/8"),
        ipaddress.ip_network("::/64"),
    ],
    *[
        re.compile(r"\d+"),
        re.compile("(?i)x"),
        re.compile(b"x", re.IGNORECASE | re.MULTILINE),
        re.compile("x", re.ASCII),
    ],
]
SYMBOLS: list[Any] = [
    *[
        Color.RED,
        Level.LOW,
        Perm.R,
        Perm.R | Perm.X,
        Perm.RW,
        Perm.R | Perm.W | Perm.X,
        Perm(0),
        Odd(1),
        Odd(2),
    ],
    *[function, len, User, Outer.Inner, int, list[int], Color],
]
OBJECTS: list[Any] = [
    User(id=1, name="Ann", address=Address(street="s")),
    Aliased.model_validate({"fullName": "a", "howOld": 2}),
    Spaced.model_validate({"full name": "x", "class": 2}),
    Nested.model_validate({"o": {"a": 1, "list": [2, 3]}}),
    ByName(full_name="a"),
    Tags(["a"]),
    Box[int](content=1),
    Box[Box[int | None]](content=Box[int | None](content=None)),
    Box[Literal["a"]](content="a"),
    Box[dict[str, list[Any]]](content={"a": [1]}),
    LabelledBox[int].model_validate({"the content": 1}),
    Open.model_validate({"a": 1, "b": [1]}),
    Open.model_validate({"a": 1, "x y": 2, "__c": 3, "ﬁ": 4}),
    Encoded.model_validate({"numbers": "[1]", "raw": b"aGVsbG8=", "more": ["1"]}),
    Outer(inner=Outer.Inner(y=1)),
    Stamped(),
    network(),
    HTTPServer(port=80),
    Point(1, [2]),
    Dated(date(2020, 1, 1), howMany=3),  # type: ignore[call-arg]
    Pair(1, "z"),
    Name("x"),
]
VALUES = [*SCALARS, *MOMENTS, *COLLECTIONS, *PLACES, *SYMBOLS, *OBJECTS]
