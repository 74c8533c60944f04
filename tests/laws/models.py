"""Strategies for random models over all supported types."""

from __future__ import annotations

import datetime as dt
import ipaddress
import uuid
from collections import deque
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Optional, Union

from hypothesis import strategies as st
from pydantic import (
    AfterValidator,
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
    SecretStr,
    StringConstraints,
    computed_field,
    create_model,
    field_validator,
    model_validator,
)
from pydantic.alias_generators import to_camel
from typing_extensions import Self

from tests.golden.kinds.laws import (
    KEYS,
    Box,
    Branch,
    Color,
    Inner,
    Left,
    Level,
    Named,
    Options,
    Part,
    Right,
    Spot,
    Squares,
    unchanged,
)

NAMES = (
    "id name first_name last_name full_name email username phone street city "
    "country postal_code title description "
    "price quantity total created_at updated_at start_date end_date birthday age "
    "url slug status code latitude longitude "
    "language currency company alpha beta gamma_value x1 payload kind level note tags"
).split()


class Span(BaseModel):
    """Validators within and across fields, and a computed field."""

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

bounded_ints = st.tuples(st.integers(-1000, 1000), st.integers(0, 500)).map(
    lambda pair: Annotated[int, Field(ge=pair[0], le=pair[0] + pair[1])]
)
bounded_floats = st.tuples(st.integers(-100, 100), st.floats(0.0, 50.0)).map(
    lambda pair: Annotated[float, Field(ge=pair[0], le=pair[0] + pair[1])]
)
bounded_text = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(
    lambda pair: Annotated[str, Field(min_length=pair[0], max_length=pair[0] + pair[1])]
)
patterns = st.sampled_from(
    [r"^[A-Z]{2}\d{4}$", r"^[a-z]+(-[a-z]+)*$", r"\d{3}", r"^(foo|bar)_[0-9a-f]{8}$"]
).map(lambda pattern: Annotated[str, Field(pattern=pattern)])
decimals = st.tuples(st.integers(1, 9), st.integers(0, 4)).map(
    lambda pair: Annotated[Decimal, Field(max_digits=pair[0] + pair[1], decimal_places=pair[1])]
)
leaves = st.sampled_from(PLAIN) | bounded_ints | bounded_floats | bounded_text | patterns | decimals


def containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for types that contain *inner* types."""
    return st.one_of(
        inner.map(lambda each: list[each]),
        inner.map(lambda each: Optional[each]),
        inner.map(lambda each: dict[str, each]),
        inner.map(lambda each: tuple[each, int]),
        inner.map(lambda each: tuple[each, ...]),
        inner.map(lambda each: deque[each]),
        inner.map(lambda each: Box[each]),
        inner.map(lambda each: Annotated[each, AfterValidator(unchanged)]),
        st.tuples(inner, st.integers(0, 3)).map(
            lambda pair: Annotated[list[pair[0]], Field(min_length=pair[1])]
        ),
        st.tuples(st.sampled_from(KEYS), inner).map(lambda pair: dict[pair]),
        st.tuples(inner, st.sampled_from([int, str, Inner])).map(lambda pair: Union[pair]),
        st.sampled_from([int, str, uuid.UUID, dt.date, Color, Level]).map(lambda each: set[each]),
        st.sampled_from([int, str, tuple[int, str]]).map(lambda each: frozenset[each]),
    )


types = st.recursive(leaves, containers, max_leaves=3)
fields = st.dictionaries(st.sampled_from(NAMES), types, min_size=1, max_size=6)
seeds = st.integers(0, 2**64)


def model_of(
    named: dict[str, Any],
    name: str = "Random",
    module: str = "somewhere",
    settings: ConfigDict | None = None,
) -> type[BaseModel]:
    """Return a model with these required fields."""
    return create_model(
        name,
        __module__=module,
        __config__=settings,
        **{field: (kind, ...) for field, kind in named.items()},
    )


configs = st.sampled_from(
    (
        ConfigDict(),
        ConfigDict(extra="forbid", frozen=True),
        ConfigDict(alias_generator=to_camel, populate_by_name=True),
        ConfigDict(str_strip_whitespace=True, use_enum_values=True),
        ConfigDict(
            ser_json_bytes="base64",
            val_json_bytes="base64",
            ser_json_timedelta="float",
            revalidate_instances="always",
        ),
    )
)
models = st.tuples(fields, configs).map(lambda pair: model_of(pair[0], settings=pair[1]))
