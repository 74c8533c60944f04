"""Forward references and recursive types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional, Union

from pydantic import BaseModel, Field, RootModel
from typing_extensions import Self, TypedDict

from tests.kinds.round_trips import draw, round_trip


class Folder(BaseModel):
    name: str
    parts: list[Union[Folder, File]] = Field(default_factory=list)


class File(BaseModel):
    size: int
    beside: Optional[Folder] = None


class Link(BaseModel):
    after: Self | None = None
    value: int


@dataclass
class Branch:
    leaves: int
    left: Optional[Branch] = None
    right: Optional[Branch] = None


class Person(TypedDict):
    age: int
    children: list[Person]


class Tree(RootModel[dict[str, "Tree"]]):
    pass


def depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list | tuple):
        return max(map(depth, value), default=0)
    return 1 + max(map(depth, vars(value).values()), default=0) if hasattr(value, "__dict__") else 0


def test_recursive_types_nest_and_end() -> None:
    for kind in (Folder, Link, Branch, Person):
        depths = {depth(each) for each in round_trip(kind)}
        assert 2 <= max(depths) <= 12, kind


def test_mutually_recursive_models_end() -> None:
    records = round_trip(Folder)
    assert {type(part) for each in records for part in each.parts} == {Folder, File}
    assert any(part.beside for each in records for part in each.parts if isinstance(part, File))


def test_a_recursive_root_model_ends() -> None:
    assert max(len(repr(each)) for each in draw(Tree)) < 2000
