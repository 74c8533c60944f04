"""Models that show what is special about validators."""

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


class Window(BaseModel):
    low: int = Field(ge=0, le=50)
    high: int = Field(ge=0, le=50)
    even = field_validator("low")(even)


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


class Answers(BaseModel):
    lower: LowerCase[str]
    upper: UpperCase[str]
    digits: IsDigit[str]
    even: Annotated[int, Predicate(lambda value: value % 2 == 0)]
    odd: Annotated[int, Not(lambda value: value % 2 == 0)]


class Gauge:
    def __init__(self, level: int) -> None:
        self.level = level

    def __repr__(self) -> str:
        return f"Gauge({self.level})"


class Unchecked(BaseModel):
    gauge: InstanceOf[Gauge]
    free: SkipValidation[int]
    each: list[SkipValidation[str]]


Percent = Annotated[int, validate_as(int).ge(0).le(100)]
Word = Annotated[str, validate_as(str).str_strip().str_lower()]
Step = Annotated[int, validate_as(int).predicate(lambda value: value % 3 == 0)]


TYPES = {"percent": Percent, "word": Word, "step": Step}
"""More types that are drawn, by name."""
