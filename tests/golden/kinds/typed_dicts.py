"""Models that show what is special about typed dicts."""

from __future__ import annotations

from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, with_config
from typing_extensions import NamedTuple, NotRequired, Required, TypedDict

T = TypeVar("T")


class Movie(TypedDict):
    title: Annotated[str, Field(max_length=20)]
    year: int
    rating: NotRequired[float]


class Draft(TypedDict, total=False):
    title: Required[str]
    pages: int


@with_config(ConfigDict(str_to_lower=True, extra="forbid"))
class Label(TypedDict):
    text: str


class Page(TypedDict, Generic[T]):
    items: list[T]
    total: int


class Spot(NamedTuple):
    north: float
    name: str = "somewhere"
    tags: list[int] = []


class Pair(NamedTuple, Generic[T]):
    left: T
    right: T


class Map(BaseModel):
    spots: list[Spot]
    pair: Pair[int]
