"""What a validator's words say of the values it would take."""

from __future__ import annotations

from typing import Any, Optional

import pytest
from pydantic import BaseModel, GetCoreSchemaHandler, field_validator, model_validator
from pydantic_core import CoreSchema, core_schema

from pytest_fixturegen import generate_instances
from pytest_fixturegen.generator.repair.message_hints import find_candidate_values


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("must be one of ['alpha', 'beta']", {"alpha", "beta"}),
        ('facet_order must be either "alpha" or "count".', {"alpha", "count"}),
        (
            "'x' is not valid. Expected names (NONE, DRUID) or values (none, druid)",
            {"NONE", "DRUID", "none", "druid"},
        ),
        ("Must be Q followed by digits (e.g., Q123)", {"Q123"}),
        ("category_uid must be 5 for this event type", {"5"}),
    ],
)
def test_a_message_names_values(words: str, told: set[str]) -> None:
    assert told <= set(find_candidate_values(words))


def test_the_value_that_was_refused_is_no_candidate() -> None:
    assert "shady route" not in find_candidate_values(
        "'shady route' is not valid: use 'a'", "shady route"
    )


def made(model: Any, n: int = 20) -> list[Any]:
    return list(generate_instances(model, n, 1))


class Listed(BaseModel):
    role: str

    @field_validator("role")
    def known(cls, role: str) -> str:
        if role not in ("keeper", "reader"):
            raise ValueError(f"{role!r} is unknown: must be one of ['keeper', 'reader']")
        return role


def test_values_named_by_the_validator_are_tried() -> None:
    assert {record.role for record in made(Listed)} == {"keeper", "reader"}


class Event(BaseModel):
    category: int
    label: str

    @model_validator(mode="after")
    def agree(self) -> Event:
        if self.category != 5:
            raise ValueError(f"category must be 5 for this event, got {self.category}")
        return self


def test_a_rule_of_the_model_names_its_field() -> None:
    assert {record.category for record in made(Event)} == {5}


class Needing(BaseModel):
    url: Optional[str] = None
    first: Optional[str] = None
    second: Optional[str] = None
    third: Optional[str] = None

    @model_validator(mode="after")
    def needs_url_and_one(self) -> Needing:
        if self.url is None:
            raise ValueError("a value for the field 'url' is required")
        if sum(each is not None for each in (self.first, self.second, self.third)) > 1:
            raise ValueError("only one of first, second, third")
        return self


def test_a_field_that_a_message_asks_for_is_kept() -> None:
    assert all(record.url for record in made(Needing))


class Range(BaseModel):
    between: list[float]

    @field_validator("between")
    def is_a_range(cls, between: list[float]) -> list[float]:
        if len(between) != 2:
            raise ValueError(f"must have exactly 2 values, got {len(between)}")
        if between[0] >= between[1]:
            raise ValueError("start must be less than end")
        return between


def test_a_list_gets_the_length_and_the_order_that_are_asked_for() -> None:
    assert all(record.between[0] < record.between[1] for record in made(Range))


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


def test_a_type_of_the_users_is_drawn_as_what_it_derives_from() -> None:
    assert all(isinstance(record.id, Snowflake) for record in made(Message))


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


def test_a_type_that_stands_for_a_model_is_drawn_as_that_model() -> None:
    assert all(isinstance(record.patient, Patient) for record in made(Visit))
