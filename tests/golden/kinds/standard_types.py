"""Models that show what is special about standard types."""

from __future__ import annotations

import datetime as dt
import enum
import math
import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import annotated_types as at
from pydantic import (
    AllowInfNan,
    AwareDatetime,
    BaseModel,
    ByteSize,
    Field,
    FiniteFloat,
    FutureDate,
    FutureDatetime,
    NaiveDatetime,
    NegativeInt,
    NonNegativeFloat,
    NonPositiveInt,
    PastDate,
    PastDatetime,
    PositiveFloat,
    StringConstraints,
    conbytes,
    condecimal,
    confloat,
    conint,
    conlist,
    conset,
    constr,
)

NUMBERS: tuple[tuple[Any, Any], ...] = (
    (NegativeInt, lambda value: value < 0),
    (NonPositiveInt, lambda value: value <= 0),
    (PositiveFloat, lambda value: value > 0),
    (NonNegativeFloat, lambda value: value >= 0),
    (conint(gt=3, lt=9), lambda value: 3 < value < 9),
    (confloat(multiple_of=0.5, ge=1, le=4), lambda value: value % 0.5 == 0),
    (
        condecimal(max_digits=5, decimal_places=2),
        lambda value: value == round(value, 2) and abs(value) < 1000,
    ),
    (
        Annotated[Decimal, Field(gt=Decimal("0.1"), lt=Decimal("0.2"))],
        lambda value: Decimal("0.1") < value < Decimal("0.2"),
    ),
    (Annotated[int, at.Interval(ge=3, lt=9)], lambda value: 3 <= value < 9),
    (Annotated[int, at.MultipleOf(7)], lambda value: value % 7 == 0),
    (Annotated[float, AllowInfNan(False)], math.isfinite),
    (FiniteFloat, lambda value: abs(value) < float("inf")),
    (Annotated[float, at.Unit("km")], lambda value: isinstance(value, float)),
    (Fraction, lambda value: isinstance(value, Fraction)),
    (ByteSize, lambda value: value.human_readable()),
)
TEXTS: tuple[tuple[Any, Any], ...] = (
    (constr(min_length=4, max_length=6), lambda value: 4 <= len(value) <= 6),
    (
        Annotated[str, StringConstraints(to_upper=True, max_length=5)],
        lambda value: value.isupper() and len(value) <= 5,
    ),
    (
        Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-\d{3}$")],
        re.compile(r"[A-Z]{2}-\d{3}").fullmatch,
    ),
    (
        Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)],
        lambda value: value == value.strip() != "",
    ),
    (conbytes(min_length=3, max_length=9), lambda value: 3 <= len(value) <= 9),
    (at.IsAscii[str], str.isascii),
    (Annotated[str, at.Len(3, 3)], lambda value: len(value) == 3),
    (conlist(int, min_length=2, max_length=3), lambda value: len(value) in (2, 3)),
    (conset(int, min_length=3), lambda value: len(value) >= 3),
    (re.Pattern[str], lambda value: isinstance(value, re.Pattern)),
)
LOW = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-\d{3}$", to_lower=True)]
NOW = dt.datetime.now(dt.timezone.utc)
MOMENTS: tuple[tuple[Any, Any], ...] = (
    (PastDate, lambda value: value < NOW.date()),
    (FutureDate, lambda value: value > NOW.date()),
    (PastDatetime, lambda value: value.timestamp() < NOW.timestamp()),
    (FutureDatetime, lambda value: value.timestamp() > NOW.timestamp()),
    (AwareDatetime, lambda value: value.tzinfo is not None),
    (NaiveDatetime, lambda value: value.tzinfo is None),
    (Annotated[dt.datetime, at.Timezone(None)], lambda value: isinstance(value, dt.datetime)),
    (
        Annotated[dt.time, Field(ge=dt.time(9), le=dt.time(17))],
        lambda value: dt.time(9) <= value.replace(tzinfo=None) <= dt.time(17),
    ),
    (
        Annotated[dt.timedelta, Field(ge=dt.timedelta(), lt=dt.timedelta(hours=1))],
        lambda value: value.total_seconds() < 3600,
    ),
    (
        Annotated[dt.date, Field(gt=dt.date(2024, 1, 1), lt=dt.date(2024, 2, 1))],
        lambda value: (value.year, value.month) == (2024, 1),
    ),
    (ZoneInfo, lambda value: value.key),
)


class Plain(enum.Enum):
    one = "one"
    two = "two"

    @classmethod
    def _missing_(cls, value: object) -> Plain:
        return cls.one


class Rights(enum.Flag):
    read = 1
    write = 2


class Level(enum.IntEnum):
    low = 1
    high = 2


class Weight(float, enum.Enum):
    light = 0.5
    heavy = 9.5


class Choices(BaseModel):
    plain: Plain
    rights: Rights
    level: Level
    weight: Weight
    word: Literal["a", "b", 3, True, None]
    keyed: dict[Plain, int]
    several: frozenset[Level]


TYPES = {
    **{f"number{place}": kind for place, (kind, _) in enumerate(NUMBERS)},
    **{f"text{place}": kind for place, (kind, _) in enumerate(TEXTS)},
    **{f"moment{place}": kind for place, (kind, _) in enumerate(MOMENTS)},
    "lower": LOW,
}
"""More types that are drawn, by name."""
