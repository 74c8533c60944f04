"""Models that show what is special about dataclasses."""

from __future__ import annotations

import dataclasses
from dataclasses import InitVar
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic.dataclasses import dataclass as checked_dataclass
from typing_extensions import Self

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


@checked_dataclass
class Squared:
    side: InitVar[int]
    area: int = 0

    def __post_init__(self, side: int) -> None:
        self.area = side * side


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


@dataclasses.dataclass
class Box(Generic[T]):
    inside: T
    more: list[T]


class Store(BaseModel):
    boxes: list[Box[int]]
    first: Point
    tickets: dict[str, Ticket]
