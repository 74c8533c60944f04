"""Models with types that the sample plugins serve."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from zlib import crc32

from pydantic import AfterValidator, BaseModel, Field
from pydantic_core import core_schema

TOWN = crc32(b"B-")


class Plate(str):
    """A text with validation."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return core_schema.no_info_after_validator_function(
            cls.checked, core_schema.str_schema(max_length=12)
        )

    @classmethod
    def checked(cls, text: str) -> Plate:
        if crc32(text[:2].encode()) != TOWN:  # a check that only the plugin can satisfy
            raise ValueError("no plate of this town")
        return cls(text)


def even(text: str) -> str:
    if not text[-1:].isdecimal() or int(text[-1]) % 2:
        raise ValueError("not even")
    return text


Even = Annotated[str, AfterValidator(even)]


class Weight(BaseModel):
    grams: int
    unit: str


def short(text: str) -> str:
    if len(text) % 2:
        raise ValueError("odd")
    return text


class Deep(BaseModel):
    text: Annotated[str, AfterValidator(short)]


class Mid(BaseModel):
    deep: Deep


class Top(BaseModel):
    mid: Mid | None


class Car(BaseModel):
    plate: Plate
    former: Plate | None
    others: list[Plate]
    number: Annotated[Even, Field(max_length=9)]
    weight: Weight
    paint: str
    paints: list[str]
    code: str = Field(alias="paint_code", max_length=3)
    seats: int = Field(ge=2, le=5)
    tier: str = "basic"
    nickname: str | None = None
    built_at: datetime
    sold_at: datetime
