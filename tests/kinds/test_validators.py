"""Validators of every mode accept the records, and transform each value once."""

from __future__ import annotations

from typing import Annotated, Any

from annotated_types import IsDigit, LowerCase, Not, Predicate, UpperCase
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    InstanceOf,
    ModelWrapValidatorHandler,
    PlainValidator,
    SecretStr,
    SkipValidation,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    field_validator,
    model_validator,
)
from pydantic.experimental.pipeline import validate_as
from pydantic_core import PydanticCustomError
from typing_extensions import Self

from tests.kinds.round_trips import draw, read_back, round_trip, to_json


def even(value: int) -> int:
    if value % 2:
        raise ValueError("must be even")
    return value


def halved(value: Any) -> Any:
    return int(value) // 2


def clipped(value: Any, handler: ValidatorFunctionWrapHandler) -> int:
    return min(int(handler(value)), 50)


class Chain(BaseModel):
    after: Annotated[int, Field(ge=0, le=99), AfterValidator(even)]
    before: Annotated[int, BeforeValidator(halved)]
    wrapped: Annotated[int, WrapValidator(clipped)]
    plain: Annotated[int, PlainValidator(lambda value: int(value) % 7)]
    listed: list[Annotated[int, AfterValidator(even)]]


def test_annotated_validators_are_applied() -> None:
    for each in draw(Chain):
        assert each.after % 2 == 0
        assert 0 <= each.after <= 99
        assert each.wrapped <= 50
        assert each.plain in range(7)
        assert not any(item % 2 for item in each.listed)
    assert len(read_back(Chain)) == 20


class Trip(BaseModel):
    origin: str
    target: str
    days: int = Field(ge=1, le=30)
    nights: int = Field(ge=0, le=30)

    @field_validator("origin", "target", mode="after")
    @classmethod
    def in_capitals(cls, value: str) -> str:
        return value.upper()

    @field_validator("nights")
    @classmethod
    def below_days(cls, value: int, info: ValidationInfo) -> int:
        if value >= info.data.get("days", 31):
            raise ValueError("nights must be fewer than days")
        return value

    @model_validator(mode="before")
    @classmethod
    def without_ticket(cls, given: Any) -> Any:
        if isinstance(given, dict) and "ticket" in given:
            raise ValueError("a ticket is no part of a trip")
        return given

    @model_validator(mode="after")
    def is_a_trip(self) -> Self:
        if self.origin == self.target:
            raise ValueError("origin and target must differ")
        return self

    @model_validator(mode="wrap")
    @classmethod
    def watched(cls, given: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        return handler(given)


def test_field_and_model_validators_of_every_mode_hold() -> None:
    for each in round_trip(Trip):
        assert each.origin.isupper()
        assert each.nights < each.days
        assert each.origin != each.target


class Window(BaseModel):
    low: int = Field(ge=0, le=50)
    high: int = Field(ge=0, le=50)
    even = field_validator("low")(even)


def test_fields_drawn_together_are_redrawn_together() -> None:
    records = round_trip(Window)
    assert all(each.low % 2 == 0 for each in records)
    assert len({each.low for each in records}) > 3


class Signup(BaseModel):
    password: SecretStr
    password_again: SecretStr
    email: str
    confirm_email: str

    @field_validator("password_again")
    @classmethod
    def is_the_same(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        if value != info.data["password"]:
            raise ValueError("Passwords do not match")
        return value

    @model_validator(mode="after")
    def agrees(self) -> Self:
        if self.email != self.confirm_email:
            raise ValueError("e-mail addresses must match")
        return self


def test_repeated_passwords_and_addresses_are_equal() -> None:
    for each in draw(Signup):
        assert each.password == each.password_again
        assert each.email == each.confirm_email
    assert len({each.password.get_secret_value() for each in draw(Signup)}) > 10


class Sample(BaseModel):
    answer: int

    @field_validator("answer")
    @classmethod
    def is_a_multiple(cls, value: int) -> int:
        if value % 14:
            raise PydanticCustomError(
                "not_a_multiple", "{number} is not a multiple of 14", {"number": value}
            )
        return value


def test_a_custom_pydantic_error_is_understood() -> None:
    assert all(each.answer % 14 == 0 for each in round_trip(Sample))


class Answers(BaseModel):
    lower: LowerCase[str]
    upper: UpperCase[str]
    digits: IsDigit[str]
    even: Annotated[int, Predicate(lambda value: value % 2 == 0)]
    odd: Annotated[int, Not(lambda value: value % 2 == 0)]


def test_predicates_hold() -> None:
    for each in round_trip(Answers):
        assert each.lower.islower()
        assert each.upper.isupper()
        assert each.digits.isdigit()
        assert (each.even % 2, each.odd % 2) == (0, 1)


class Gauge:
    def __init__(self, level: int) -> None:
        self.level = level

    def __repr__(self) -> str:
        return f"Gauge({self.level})"


class Unchecked(BaseModel):
    gauge: InstanceOf[Gauge]
    free: SkipValidation[int]
    each: list[SkipValidation[str]]


def test_unvalidated_fields_still_hold_instances() -> None:
    for each in draw(Unchecked):
        assert isinstance(each.gauge, Gauge)
        assert isinstance(each.gauge.level, int)


Percent = Annotated[int, validate_as(int).ge(0).le(100)]
Word = Annotated[str, validate_as(str).str_strip().str_lower()]
Step = Annotated[int, validate_as(int).predicate(lambda value: value % 3 == 0)]


def test_every_step_of_a_pipeline_holds() -> None:
    assert all(0 <= each <= 100 for each in round_trip(Percent))
    assert all(each == each.lower() for each in round_trip(Word))
    assert all(each % 3 == 0 for each in round_trip(Step))
    assert to_json(Step) == draw(Step)
