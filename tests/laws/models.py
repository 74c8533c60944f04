"""Random models over the type language, for the laws."""

from __future__ import annotations

import datetime as dt
import enum
import uuid
from decimal import Decimal
from typing import Annotated, Any, Literal, Optional, Union

from hypothesis import strategies as st
from pydantic import AnyUrl, BaseModel, EmailStr, Field, HttpUrl, IPvAnyAddress, SecretStr, create_model

NAMES = (
    "id name first_name last_name full_name email username phone street city country postal_code title description "
    "price quantity total created_at updated_at start_date end_date birthday age url slug status code latitude longitude "
    "language currency company alpha beta gamma_value x1 payload kind level note tags"
).split()


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


PLAIN: tuple[Any, ...] = (
    int, float, bool, str, bytes, Decimal, dt.date, dt.datetime, dt.time, dt.timedelta, uuid.UUID, Color, Inner,
    EmailStr, HttpUrl, AnyUrl, IPvAnyAddress, SecretStr, Literal["a", "b", 3], Any,
    Annotated[Left | Right, Field(discriminator="kind")],
)  # fmt: skip

bounded_ints = st.tuples(st.integers(-1000, 1000), st.integers(0, 500)).map(
    lambda pair: Annotated[int, Field(ge=pair[0], le=pair[0] + pair[1])]
)
bounded_floats = st.tuples(st.integers(-100, 100), st.floats(0.0, 50.0)).map(
    lambda pair: Annotated[float, Field(ge=pair[0], le=pair[0] + pair[1])]
)
bounded_text = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(
    lambda pair: Annotated[str, Field(min_length=pair[0], max_length=pair[0] + pair[1])]
)
patterns = st.sampled_from([r"^[A-Z]{2}\d{4}$", r"^[a-z]+(-[a-z]+)*$", r"\d{3}", r"^(foo|bar)_[0-9a-f]{8}$"]).map(
    lambda pattern: Annotated[str, Field(pattern=pattern)]
)
decimals = st.tuples(st.integers(1, 9), st.integers(0, 4)).map(
    lambda pair: Annotated[Decimal, Field(max_digits=pair[0] + pair[1], decimal_places=pair[1])]
)
leaves = st.sampled_from(PLAIN) | bounded_ints | bounded_floats | bounded_text | patterns | decimals


def containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Types made of *inner* types."""
    return st.one_of(
        inner.map(lambda each: list[each]),
        inner.map(lambda each: Optional[each]),
        inner.map(lambda each: dict[str, each]),
        inner.map(lambda each: tuple[each, int]),
        st.tuples(inner, st.sampled_from([int, str, Inner])).map(lambda pair: Union[pair]),
        st.sampled_from([int, str, uuid.UUID, dt.date, Color]).map(lambda each: set[each]),
    )


types = st.recursive(leaves, containers, max_leaves=3)
fields = st.dictionaries(st.sampled_from(NAMES), types, min_size=1, max_size=6)
seeds = st.integers(0, 2**64)


def model_of(named: dict[str, Any], name: str = "Random", module: str = "somewhere") -> type[BaseModel]:
    """A model with these fields, all required."""
    return create_model(name, __module__=module, **{field: (kind, ...) for field, kind in named.items()})


models = fields.map(model_of)
