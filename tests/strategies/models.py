"""Models that the tests of planning share."""

from __future__ import annotations

from enum import Enum
from typing import Any, Literal, Optional, Union

from pydantic import BaseModel, EmailStr, Field

from pytest_fixturegen import GenerationConfig, generate_instances


class Kind(Enum):
    a = "a"
    b = "b"
    c = "c"


class Cat(BaseModel):
    cat: int


class Dog(BaseModel):
    dog: int


class Thing(BaseModel):
    kind: Kind
    size: Literal["s", "m", "l"]
    pet: Union[Cat, Dog]
    parts: list[int]
    few: list[int] = Field(min_length=2, max_length=4)
    level: int = Field(ge=10, le=109)
    ratio: float = Field(ge=0, le=1)
    note: str = Field(min_length=3, max_length=40)
    code: str = Field(pattern=r"^[A-Z]{2}\d+$")
    state: str = Field(default="new", examples=["old", "used"])
    hint: str = Field(examples=["x", "y"])


class Person(BaseModel):
    first_name: str
    email: EmailStr
    phone: str
    city: str


class Node(BaseModel):
    label: str
    extra: Optional[str] = None
    next: Optional[Node] = None


def draw_things(n: int = 200, **options: Any) -> list[Thing]:
    """Return *n* things, drawn with *options*."""
    return list(generate_instances(Thing, n, config=GenerationConfig(**options)))
