"""Types that run user code: only around these the global generators are seeded."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import math
import operator
import random
import uuid
from typing import Annotated, Any, NamedTuple

import annotated_types
import attrs
import msgspec
import pytest
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Discriminator,
    EmailStr,
    Field,
    HttpUrl,
    IPvAnyAddress,
    PlainSerializer,
    PrivateAttr,
    SecretStr,
    Tag,
    computed_field,
    field_validator,
    model_validator,
)

from pytest_fixturegen.introspection.type_reader import read_type
from pytest_fixturegen.introspection.user_functions import is_user_function


def check(value: Any) -> Any:
    return value


class Point(NamedTuple):
    x: int
    y: int


class Plain(BaseModel):
    email: EmailStr
    url: HttpUrl
    address: IPvAnyAddress
    secret: SecretStr
    point: Point
    at: dt.datetime
    positive: Annotated[int, annotated_types.Gt(0)]
    items: list[int] = Field(default_factory=list)
    key: uuid.UUID = Field(default_factory=uuid.uuid4)
    root: Annotated[float, AfterValidator(math.sqrt)]
    title: Annotated[str, AfterValidator(str.title)]
    _private: int = PrivateAttr(default=1)


class WithFieldValidator(BaseModel):
    x: int
    _check = field_validator("x")(check)


class WithModelValidator(BaseModel):
    x: int

    @model_validator(mode="before")
    @classmethod
    def prepare(cls, data: Any) -> Any:
        return data


class WithPostInit(BaseModel):
    x: int

    def model_post_init(self, context: Any) -> None:
        self.x = 1


class WithInit(BaseModel):
    x: int

    def __init__(self, **data: Any) -> None:
        super().__init__(**data)


class WithPrivateFactory(BaseModel):
    x: int
    _private: float = PrivateAttr(default_factory=random.random)


class WithFactory(BaseModel):
    x: float = Field(default_factory=random.random)


class WithComputedField(BaseModel):
    x: int

    @computed_field
    def y(self) -> int:
        return self.x


class WithSerializer(BaseModel):
    x: Annotated[int, PlainSerializer(check)]


class Inside(BaseModel):
    inner: list[WithFieldValidator]


@dataclasses.dataclass
class WithDataclassPostInit:
    x: int

    def __post_init__(self) -> None:
        self.y = self.x


@dataclasses.dataclass
class WithUninitialized:
    x: int
    y: float = dataclasses.field(init=False, default_factory=random.random)


@dataclasses.dataclass
class PlainDataclass:
    x: int
    y: list[int] = dataclasses.field(default_factory=list)


@attrs.define
class PlainAttrs:
    x: int = attrs.field(validator=attrs.validators.gt(0), converter=int)
    y: list[int] = attrs.Factory(list)


@attrs.define
class AttrsWithFactory:
    x: float = attrs.field(init=False, factory=random.random)


@attrs.define
class AttrsWithValidator:
    x: int = attrs.field(validator=[attrs.validators.gt(0), lambda *_: None])


class PlainStruct(msgspec.Struct):
    x: int
    y: list[int] = msgspec.field(default_factory=list)


class StructWithPostInit(msgspec.Struct):
    x: int

    def __post_init__(self) -> None:
        self.x = 1


TAGGED = Annotated[
    Annotated[int, Tag("a")] | Annotated[str, Tag("b")], Discriminator(lambda value: "a")
]

PLACES: list[tuple[Any, set[str]]] = [
    (Plain, set()),
    (PlainDataclass, set()),
    (PlainAttrs, set()),
    (PlainStruct, set()),
    (Point, set()),
    (WithFieldValidator, {"validation"}),
    (WithModelValidator, {"validation"}),
    (WithPostInit, {"validation"}),
    (WithInit, {"validation"}),
    (WithPrivateFactory, {"validation"}),
    (WithDataclassPostInit, {"validation"}),
    (Inside, {"validation"}),
    (TAGGED, {"validation"}),
    (Annotated[int, annotated_types.Predicate(check)], {"validation"}),
    (Annotated[int, BeforeValidator(functools.partial(check))], {"validation"}),
    (WithFactory, {"factory"}),
    (WithComputedField, {"serialization"}),
    (WithSerializer, {"serialization"}),
]


@pytest.mark.parametrize(("model", "places"), PLACES)
def test_user_code_is_found_where_it_runs(model: Any, places: set[str]) -> None:
    assert read_type(model).user_code == places


@pytest.mark.parametrize(
    "model", [AttrsWithFactory, AttrsWithValidator, StructWithPostInit, WithUninitialized]
)
def test_constructors_with_user_code_are_found(model: Any) -> None:
    assert "validation" in read_type(model).user_code


@pytest.mark.parametrize(
    "function",
    [check, random.random, random.choice, lambda: 1, functools.partial(map, check), Plain],
)
def test_functions_of_the_user_and_random_ones_count(function: Any) -> None:
    assert is_user_function(function) == (function is not Plain)


@pytest.mark.parametrize(
    "function",
    [list, str.strip, "".join, math.floor, operator.itemgetter(1), uuid.uuid4, dt.datetime.now],
)
def test_functions_of_the_standard_library_do_not_count(function: Any) -> None:
    assert not is_user_function(function)
