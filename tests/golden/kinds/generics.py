"""Models that show what is special about generics."""

from __future__ import annotations

from typing import Annotated, Any, Generic, NewType, TypeVar, Union

from pydantic import BaseModel, Field, JsonValue, RootModel
from typing_extensions import TypeAliasType

T = TypeVar("T")
Number = TypeVar("Number", int, float)
Kind = TypeVar("Kind", bound=BaseModel)


class Song(BaseModel):
    seconds: int = Field(ge=30, le=900)


class Answer(BaseModel, Generic[T]):
    found: list[T]
    first: T
    by_name: dict[str, T]


class Album(Answer[Song]):
    year: int


class Scale(BaseModel, Generic[Number]):
    low: Number


class Shelf(BaseModel, Generic[Kind]):
    things: list[Kind] = Field(min_length=1)


class Scores(RootModel[dict[str, Annotated[int, Field(ge=0, le=10)]]]):
    def best(self) -> int:
        return max(self.root.values(), default=0)


class Stack(RootModel[list[T]], Generic[T]):
    pass


class Names(RootModel):  # type: ignore[type-arg]
    root: list[str] = Field(min_length=2, max_length=4)


class Team(BaseModel):
    names: Names
    scores: Scores


Positive = TypeAliasType("Positive", Annotated[int, Field(gt=0)])
Listed = TypeAliasType("Listed", list[T], type_params=(T,))
Nested = TypeAliasType("Nested", "Union[dict[str, Nested], list[Nested], int]")
UserId = NewType("UserId", int)


class Aliased(BaseModel):
    positive: Positive
    listed: Listed[str]
    nested: Nested
    user: UserId
    anything: JsonValue


def depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0)


TYPES = {
    "positive": Positive,
    "listed": Listed[int],
    "nested": Nested,
    "user_id": UserId,
}
"""More types that are drawn, by name."""
