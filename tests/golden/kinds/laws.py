"""Models that show what is special about nothing: a mixture of all types."""

from __future__ import annotations

import datetime as dt
import enum
import ipaddress
import uuid
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, NamedTuple, Optional, TypeVar

from pydantic import (
    AnyUrl,
    AwareDatetime,
    Base64Str,
    BaseModel,
    ByteSize,
    ConfigDict,
    EmailStr,
    Field,
    FutureDate,
    HttpUrl,
    IPvAnyAddress,
    Json,
    JsonValue,
    PastDatetime,
    PositiveInt,
    RootModel,
    SecretStr,
    StringConstraints,
    computed_field,
    create_model,
    field_validator,
    model_validator,
)
from pydantic.alias_generators import to_camel
from typing_extensions import NotRequired, Self, TypedDict


class Color(enum.Enum):
    red = "red"
    green = "green"
    blue = "blue"


class Inner(BaseModel):
    code: int
    label: str = Field(max_length=12)


class Left(BaseModel):
    kind: Literal["left"] = "left"
    size: int


class Right(BaseModel):
    kind: Literal["right"] = "right"
    name: str


class Level(enum.IntEnum):
    low = 1
    high = 2


@dataclass
class Part:
    size: int
    name: str = "part"


class Options(TypedDict):
    width: int
    height: NotRequired[float]


class Spot(NamedTuple):
    place: int
    label: str


class Branch(BaseModel):
    leaf: int
    branches: list[Self] = Field(default_factory=list)


class Named(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")
    first_name: str
    home_town: str


class Squares(RootModel[list[PositiveInt]]):
    pass


class Span(BaseModel):
    """Rules across fields and within them, and a field that is no input."""

    low: int = Field(ge=0, le=50)
    high: int = Field(ge=0, le=50)

    @field_validator("low")
    @classmethod
    def is_even(cls, value: int) -> int:
        if value % 2:
            raise ValueError("must be even")
        return value

    @model_validator(mode="after")
    def is_ordered(self) -> Self:
        if self.low > self.high:
            raise ValueError("low must not be above high")
        return self

    @computed_field  # type: ignore[prop-decorator]
    @property
    def width(self) -> int:
        return self.high - self.low


T = TypeVar("T")


class Box(BaseModel, Generic[T]):
    inside: T
    spare: Optional[T] = None


def unchanged(value: Any) -> Any:
    return value


PLAIN: tuple[Any, ...] = (
    int,
    float,
    bool,
    str,
    bytes,
    Decimal,
    dt.date,
    dt.datetime,
    dt.time,
    dt.timedelta,
    uuid.UUID,
    Color,
    Inner,
    EmailStr,
    HttpUrl,
    AnyUrl,
    IPvAnyAddress,
    SecretStr,
    Literal["a", "b", 3],
    Any,
    Annotated[Left | Right, Field(discriminator="kind")],
    Level,
    Part,
    Options,
    Spot,
    Branch,
    Named,
    Squares,
    Span,
    JsonValue,
    Json[list[int]],
    Base64Str,
    ByteSize,
    Path,
    ipaddress.IPv4Network,
    AwareDatetime,
    PastDatetime,
    FutureDate,
    Literal[Level.high],
    Annotated[str, StringConstraints(to_lower=True, max_length=9)],
    Annotated[int, Field(multiple_of=7)],
    Annotated[list[int], Field(min_length=2, max_length=3)],
)


KEYS = (str, uuid.UUID, dt.date, Color, Annotated[str, Field(pattern=r"^[a-z]{3}$")])
NAMES = "id name email status price total city created_at end_date latitude level note".split()


def make_model(number: int, config: ConfigDict) -> Any:
    """Return a model of a dozen types of :data:`PLAIN`, the first of them at *number*."""
    kinds = [PLAIN[(number + place * 5) % len(PLAIN)] for place in range(len(NAMES))]
    wraps = (lambda each: each, lambda each: list[each], lambda each: Optional[each])
    fields = {
        name: (wraps[(number + place) % 3](kind), ...)
        for place, (name, kind) in enumerate(zip(NAMES, kinds, strict=True))
    }
    return create_model(f"Random{number}", __module__=__name__, __config__=config, **fields)


CONFIGS = (
    ConfigDict(),
    ConfigDict(extra="forbid", frozen=True),
    ConfigDict(alias_generator=to_camel, populate_by_name=True),
    ConfigDict(str_strip_whitespace=True, use_enum_values=True),
    ConfigDict(ser_json_bytes="base64", val_json_bytes="base64", ser_json_timedelta="float"),
)

TYPES = {
    **{f"plain{place}": kind for place, kind in enumerate(PLAIN)},
    **{f"keyed{place}": dict[kind, int] for place, kind in enumerate(KEYS)},
    **{f"boxed{place}": Box[kind] for place, kind in enumerate(PLAIN[:20])},
    **{f"random{number}": make_model(number, CONFIGS[number % 5]) for number in range(10)},
}
"""More types that are drawn, by name."""
