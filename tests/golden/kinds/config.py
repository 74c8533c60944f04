"""Models that show what is special about config."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Hue(enum.Enum):
    red = "r"
    blue = "b"


class Spoken(BaseModel):
    word: str
    hue: Hue
    usual: Hue = Hue.red
    raw: bytes
    wait: dt.timedelta
    when: dt.datetime
    real: float


def under(**settings: Any) -> Any:
    """The same fields under *settings*."""
    return type(
        "Under", (Spoken,), {"model_config": ConfigDict(**settings), "__module__": __name__}
    )


class Word(BaseModel):
    model_config = ConfigDict(regex_engine="python-re")
    word: str = Field(pattern=r"^(?!foo)[a-z]{4}(?=z)z$")


@dataclass
class Row:
    size: int
    name: str


class FromRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    size: int
    name: str


class Engine:
    def __init__(self, power: int, fuel: str = "wood") -> None:
        self.power = power

    def __repr__(self) -> str:
        return f"Engine({self.power})"


class Car(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    engine: Engine
    seats: int
    spare: Engine | None = None
