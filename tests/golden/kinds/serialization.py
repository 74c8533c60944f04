"""Models that show what is special about serialization."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    FieldSerializationInfo,
    PlainSerializer,
    SerializationInfo,
    SerializeAsAny,
    SerializerFunctionWrapHandler,
    WrapSerializer,
    field_serializer,
    model_serializer,
    model_validator,
)


class Event(BaseModel):
    seconds: Annotated[int, PlainSerializer(lambda value: value * 60)]
    day: Annotated[dt.date, PlainSerializer(lambda day: f"{day:%Y-%m-%d}", when_used="json")]
    marks: Annotated[list[int], WrapSerializer(lambda value, handler: handler(sorted(value)))]
    place: str

    @field_serializer("place", mode="wrap")
    def shouted(
        self, value: str, handler: SerializerFunctionWrapHandler, info: FieldSerializationInfo
    ) -> str:
        return str(handler(value)).upper()


class Sized(BaseModel):
    parts: list[int]

    @model_serializer(mode="wrap")
    def with_size(
        self, handler: SerializerFunctionWrapHandler, info: SerializationInfo
    ) -> dict[str, Any]:
        return {**handler(self), "size": len(self.parts)}


class Joined(BaseModel):
    width: int
    height: int

    @model_serializer
    def joined(self) -> str:
        return f"{self.width}x{self.height}"

    @model_validator(mode="before")
    @classmethod
    def apart(cls, given: Any) -> Any:
        return (
            dict(zip(("width", "height"), given.split("x"), strict=True))
            if isinstance(given, str)
            else given
        )


class Animal(BaseModel):
    name: str


class Zoo(BaseModel):
    star: SerializeAsAny[Animal]
    others: list[SerializeAsAny[Animal]]


class Tagged(BaseModel):
    tags: set[str]
    pairs: frozenset[tuple[int, frozenset[str]]]
    parts: dict[str, set[int]]

    @model_validator(mode="after")
    def seen(self) -> Tagged:
        return self
