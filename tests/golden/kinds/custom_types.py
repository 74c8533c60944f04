"""Models that show what is special about custom types."""

from __future__ import annotations

from typing import Annotated, Any

import pydantic
from pydantic import BaseModel, GetCoreSchemaHandler, GetPydanticSchema, WithJsonSchema
from pydantic_core import CoreSchema, core_schema


class Degree:
    """An angle that knows how it is read and written."""

    def __init__(self, value: int) -> None:
        self.value = value % 360

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Degree) and self.value == other.value

    def __hash__(self) -> int:
        return self.value

    def __repr__(self) -> str:
        return f"Degree({self.value})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        made = core_schema.no_info_after_validator_function(
            cls, core_schema.int_schema(ge=0, le=720)
        )
        return core_schema.json_or_python_schema(
            json_schema=made,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), made]),
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda degree: degree.value
            ),
        )


class Foreign:
    """A class of somebody's who never heard of Pydantic."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Foreign) and self.size == other.size

    def __hash__(self) -> int:
        return self.size

    def __repr__(self) -> str:
        return f"Foreign({self.size})"


def schema_of(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    written = core_schema.plain_serializer_function_ser_schema(lambda each: each.size)
    return core_schema.no_info_after_validator_function(
        Foreign, handler(int), serialization=written
    )


class Name(str):
    """A text with a class of its own."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, handler(str))


class Ship(BaseModel):
    course: Degree
    cargo: Annotated[Foreign, GetPydanticSchema(schema_of)]
    name: Name
    mark: Annotated[Any, WithJsonSchema({"type": "string"})]


class Crate(BaseModel):
    size: int


class Held(BaseModel):
    thing: Annotated[Foreign, pydantic.ValidateAs(Crate, lambda crate: Foreign(crate.size))]
