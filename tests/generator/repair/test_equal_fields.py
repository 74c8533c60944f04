"""Fields that a validator wants to be the same."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, Field, SecretStr, ValidationInfo, field_validator, model_validator
from typing_extensions import Self

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.generator.repair.equal_fields import find_equal_fields, is_equality_message
from tests.generator.repair.records import draw_repaired


class Account(BaseModel):
    email: str
    backup: str
    confirm_email: str

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.email != self.confirm_email:
            raise ValueError("email and confirm_email must match")
        return self


def test_the_fields_that_a_message_names_get_one_value() -> None:
    records = draw_repaired(Account, attempts=1)
    assert all(record.email == record.confirm_email != record.backup for record in records)
    assert len({record.email for record in records}) == len(records)


class Signup(BaseModel):
    password: SecretStr
    password_again: SecretStr

    @field_validator("password_again")
    @classmethod
    def check(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        if value != info.data["password"]:
            raise ValueError("Passwords do not match")
        return value


def test_fields_of_one_stem_get_one_value() -> None:
    for record in draw_repaired(Signup, attempts=1):
        assert record.password == record.password_again


class Codes(BaseModel):
    code_one: str
    code_two: str
    code_three: str

    @model_validator(mode="after")
    def check(self) -> Self:
        if not self.code_one == self.code_two == self.code_three:
            raise ValueError("all codes must be equal")
        return self


def test_more_than_two_fields_may_be_equal() -> None:
    assert all(len(set(vars(record).values())) == 1 for record in draw_repaired(Codes, attempts=3))


class Renewed(Account):
    size: int = Field(ge=0, le=9)

    @model_validator(mode="after")
    def check_size(self) -> Self:
        if self.size % 3:
            raise ValueError("wrong")
        return self


def test_fields_stay_equal_if_the_record_is_drawn_again() -> None:
    assert all(record.email == record.confirm_email for record in draw_repaired(Renewed, 40))


@pytest.mark.parametrize("name", ["email", "confirm_email"])
def test_the_other_field_repeats_the_one_that_the_user_fixed(name: str) -> None:
    fixed = {name: "ada@example.com"}
    record = build_instance(Account, GenerationConfig(), "account", overrides=fixed)
    assert (record.email, record.confirm_email) == ("ada@example.com", "ada@example.com")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Passwords do not match", True),
        ("both secrets have to be identical", True),
        ("name mismatch", True),
        ("origin and target must not be the same", False),
        ("start and end should differ, not equal", False),
        ("size is wrong", False),
    ],
)
def test_a_message_asks_for_equality(message: str, expected: bool) -> None:
    assert is_equality_message(message) is expected


@pytest.mark.parametrize(
    ("values", "failed_field", "message", "expected"),
    [
        ({"a": "x", "b": "y"}, None, "a and b must match", [("b", "a")]),
        ({"a": "x", "b": "y"}, "a", "must be the same as b", [("a", "b")]),
        ({"a": "x", "b": 1}, None, "a and b must match", []),
        ({"a": "x", "b": "x"}, None, "a and b must match", []),
        ({"pin1": "x", "pin2": "y", "note": "z"}, None, "no match", [("pin2", "pin1")]),
    ],
)
def test_pairs_of_fields_come_from_the_message_and_the_names(
    values: dict[str, Any], failed_field: str | None, message: str, expected: list[tuple[str, str]]
) -> None:
    assert find_equal_fields(values, failed_field, message) == expected
