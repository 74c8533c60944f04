"""A module with every problem that the doctor finds."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal

import annotated_types
from pydantic import BaseModel, Field, field_validator


class Colour:
    """A type that only its validator describes."""

    def __init__(self, text: str) -> None:
        self.text = text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def read(cls, value: Any) -> Colour:
        return cls(str(value))


class Guessed(BaseModel):
    payload: Any
    colour: Colour
    extras: dict[str, Any]
    name: str


class Holder(BaseModel):
    guessed: Guessed
    nickname: str | None = None


class Refusing(BaseModel):
    number: int = Field(ge=1, le=100)

    @field_validator("number")
    @classmethod
    def number_is_odd(cls, value: int) -> int:
        if value % 2 == 0:
            raise ValueError(f"{value} is even")
        return value


class Comment(BaseModel):
    text: str
    replies: list[Comment] = Field(default_factory=list)
    parent: Comment | None = None


class Impossible(BaseModel):
    number: int = Field(ge=5, le=3)


class Hopeless(BaseModel):
    code: str

    @field_validator("code")
    @classmethod
    def never(cls, value: str) -> str:
        raise ValueError("no code is ever good enough")


class Unmapped(BaseModel):
    either: Annotated[Literal[3, 7, 14], annotated_types.MultipleOf(7)]


class Halved(BaseModel):
    amount: Annotated[int, Field(gt=5, lt=5)] | str
    parts: list[Annotated[str, Field(min_length=3, max_length=2)] | float | None]
    kept: int | str


class Holding(BaseModel):
    halved: Halved


class Hostile(BaseModel):
    choice: Annotated[
        str,
        Field(
            examples=[
                "<script>alert(1)</script>",
                "</title><img src=//evil.example>",
                "\x1b[31mred",
            ]
        ),
    ]


with suppress(OSError):  # the sandbox refuses it
    Path(__file__).parents[1].joinpath("outside.txt").read_text()
