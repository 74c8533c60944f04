"""Models that show what is special about recursion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional, Union

from pydantic import BaseModel, Field, RootModel
from typing_extensions import Self, TypedDict


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
