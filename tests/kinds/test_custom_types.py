"""Custom types: with a core schema, annotated third-party classes, and subclasses of str."""

from __future__ import annotations

from typing import Annotated, Any

import pydantic
from pydantic import BaseModel, GetCoreSchemaHandler, GetPydanticSchema, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from tests.golden.kinds.custom_types import Crate
from tests.kinds.round_trips import draw, round_trip, to_json


class Degree:
    """An angle with a core schema."""

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
        schema = core_schema.no_info_after_validator_function(
            cls, core_schema.int_schema(ge=0, le=720)
        )
        return core_schema.json_or_python_schema(
            json_schema=schema,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), schema]),
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda degree: degree.value
            ),
        )


class Foreign:
    """A third-party class without Pydantic support."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Foreign) and self.size == other.size

    def __hash__(self) -> int:
        return self.size

    def __repr__(self) -> str:
        return f"Foreign({self.size})"


def schema_of(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    serializer = core_schema.plain_serializer_function_ser_schema(lambda each: each.size)
    return core_schema.no_info_after_validator_function(
        Foreign, handler(int), serialization=serializer
    )


class Name(str):
    """A subclass of str with a core schema."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, handler(str))


class Ship(BaseModel):
    course: Degree
    cargo: Annotated[Foreign, GetPydanticSchema(schema_of)]
    name: Name
    mark: Annotated[Any, WithJsonSchema({"type": "string"})]


def test_a_type_with_a_core_schema_is_built_by_it() -> None:
    for each, line in zip(round_trip(Ship), to_json(Ship), strict=True):
        assert (type(each.course), type(each.cargo), type(each.name)) == (Degree, Foreign, Name)
        assert (line["course"], line["cargo"]) == (each.course.value, each.cargo.size)


class Held(BaseModel):
    thing: Annotated[Foreign, pydantic.ValidateAs(Crate, lambda crate: Foreign(crate.size))]


def test_validate_as_builds_a_class_from_a_model() -> None:
    assert {type(each.thing) for each in draw(Held)} == {Foreign}
    assert len({each.thing.size for each in draw(Held)}) > 10
