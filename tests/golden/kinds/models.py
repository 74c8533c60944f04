"""Models that show what is special about models."""

from __future__ import annotations

import abc
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr


class Shelf(BaseModel):
    row: int = Field(ge=1, le=40)
    label: str


class Library(BaseModel):
    name: str
    shelves: list[Shelf]
    main: Shelf
    open_days: ClassVar[int] = 6


class Archive(Library):
    vault: int = Field(ge=100, le=199)
    name: str = Field(max_length=12)


class Account(BaseModel):
    owner: str
    _opened: int = PrivateAttr(default=7)
    _log: list[str] = PrivateAttr(default_factory=list)
    _greeting: str = ""

    def model_post_init(self, context: Any, /) -> None:
        self._greeting = f"Hello {self.owner}"


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int]
    name: str


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str


class Coin(BaseModel):
    model_config = ConfigDict(frozen=True)
    cents: int = Field(ge=1, le=200)


class Purse(BaseModel):
    coins: set[Coin] = Field(min_length=2)
    best: Coin = Field(frozen=True)


class Message(BaseModel):
    title: str
    body: BaseModel


class Plant(BaseModel, abc.ABC):
    height: int

    @property
    @abc.abstractmethod
    def latin(self) -> str: ...


class Rose(Plant):
    @property
    def latin(self) -> str:
        return "Rosa"


def short(cls: type, value: str) -> str:
    assert len(value) < 30
    return value
