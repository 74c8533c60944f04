"""Types of the user's that draw as something else, until validation accepts it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from pytest_fixturegen import generate_instances


def draw_records(model: Any, n: int = 20) -> list[Any]:
    return list(generate_instances(model, n, 1))


class Snowflake(int):
    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(cls.validate)

    @classmethod
    def validate(cls, value: Any, _: Any) -> Snowflake:
        if not isinstance(value, int):
            raise TypeError("no int")
        return cls(value)


class Message(BaseModel):
    id: Snowflake


def test_a_custom_type_is_drawn_as_its_base_type() -> None:
    assert all(isinstance(record.id, Snowflake) for record in draw_records(Message))


class Patient(BaseModel):
    name: str


class PatientType:
    model_path = f"{__name__}.Patient"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.validate)

    @classmethod
    def validate(cls, value: Any) -> Patient:
        return Patient.model_validate(value)


class Visit(BaseModel):
    patient: PatientType


def test_a_type_that_refers_to_a_model_is_drawn_as_that_model() -> None:
    assert all(isinstance(record.patient, Patient) for record in draw_records(Visit))
