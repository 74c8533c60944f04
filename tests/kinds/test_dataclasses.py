"""Dataclasses of the standard library and of Pydantic, with and without constructor fields."""

from __future__ import annotations

import dataclasses
from dataclasses import InitVar
from typing import Generic, TypeVar

import pytest
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic.dataclasses import dataclass as checked_dataclass
from typing_extensions import Self

from tests.kinds.round_trips import draw, round_trip, to_json

T = TypeVar("T")


@dataclasses.dataclass(slots=True, frozen=True, order=True)
class Point:
    x: int
    label: str = "here"
    after: Point | None = None


@dataclasses.dataclass(kw_only=True)
class Parcel:
    __pydantic_config__ = ConfigDict(extra="forbid", str_to_upper=True)
    weight: int = dataclasses.field(metadata={"unit": "g"})
    street: str
    stamps: list[int] = dataclasses.field(default_factory=list)
    state: str = dataclasses.field(init=False, default="new")


def test_a_standard_dataclass_is_built_by_its_constructor() -> None:
    assert all(type(each) is Point and each.label == "here" for each in round_trip(Point))
    assert min(draw(Point)).x == min(each.x for each in draw(Point))


def test_a_field_without_init_keeps_its_default_and_is_not_in_json() -> None:
    for each, line in zip(round_trip(Parcel), to_json(Parcel), strict=True):
        assert each.state == "new"
        assert each.street.isupper()
        assert line.keys() == {"weight", "street", "stamps"}


@checked_dataclass
class Squared:
    side: InitVar[int]
    area: int = 0

    def __post_init__(self, side: int) -> None:
        self.area = side * side


def test_init_variables_are_written_to_json() -> None:
    for each, line in zip(round_trip(Squared), to_json(Squared), strict=True):
        assert each.area == line["side"] ** 2


@checked_dataclass(config=ConfigDict(validate_assignment=True), kw_only=True)
class Ticket:
    row: int = Field(ge=1, le=30, alias="theRow")
    price: int = Field(gt=0, repr=False)
    notes: list[Point] = dataclasses.field(default_factory=list)
    sold: bool = Field(init=False, default=False)

    @field_validator("price")
    @classmethod
    def in_tens(cls, value: int) -> int:
        return value // 10 * 10

    @model_validator(mode="after")
    def is_dear_in_front(self) -> Self:
        if self.row < 3 and self.price < 100:
            raise ValueError("the price must be at least 100 in the first rows")
        return self


def test_a_pydantic_dataclass_keeps_its_rules() -> None:
    for each in draw(Ticket):
        assert each.price % 10 == 0
        assert each.row >= 3 or each.price >= 100
        assert not each.sold
    with pytest.raises(ValidationError):
        draw(Ticket)[0].row = 31


@dataclasses.dataclass
class Box(Generic[T]):
    inside: T
    more: list[T]


class Store(BaseModel):
    boxes: list[Box[int]]
    first: Point
    tickets: dict[str, Ticket]


def test_dataclasses_work_in_models_and_with_arguments() -> None:
    for each in round_trip(Store):
        assert all(isinstance(item, int) for box in each.boxes for item in box.more)
        assert type(each.first) is Point
    assert {type(each.inside) for each in round_trip(Box[str])} == {str}
    assert TypeAdapter(Box[str]).validate_python(draw(Box[str])[0]) == draw(Box[str])[0]
