"""Invalid records: every rule is broken once, and the model's own error is stated."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, Optional, Union

import attrs
import msgspec
import pytest
from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)
from typing_extensions import Self, TypedDict

from pytest_fixturegen import generate_invalid
from pytest_fixturegen.cases.invalid_cases import InvalidCase


def find_types(model: Any) -> set[tuple[str, str]]:
    """Return the pairs of path and error type of the invalid cases of *model*."""
    return {(case.path, case.type) for case in generate_invalid(model)}


class Unit(Enum):
    PIECE = "piece"
    LITRE = "litre"


class Line(BaseModel):
    sku: str = Field(pattern=r"^[A-Z]{2}[0-9]{4}$")
    quantity: int = Field(ge=1, le=999)


class Order(BaseModel):
    model_config = ConfigDict(extra="forbid")

    number: int = Field(ge=1, multiple_of=5)
    net: Decimal = Field(gt=0, le=100, decimal_places=2)
    name: str = Field(min_length=2, max_length=10)
    unit: Unit
    mode: Literal["fast", "slow"]
    day: date = Field(ge=date(2020, 1, 1))
    at: AwareDatetime
    lines: list[Line] = Field(min_length=1, max_length=5)
    flags: dict[str, Annotated[int, Field(le=9)]]
    pair: tuple[int, str]
    note: Optional[str] = Field(default=None, max_length=30)


BROKEN = (
    ("number", "greater_than_equal"),
    ("number", "multiple_of"),
    ("number", "missing"),
    ("number", "int_type"),
    ("number", "int_parsing"),
    ("number", "int_from_float"),
    ("net", "greater_than"),
    ("net", "less_than_equal"),
    ("net", "decimal_max_places"),
    ("name", "string_too_short"),
    ("name", "string_too_long"),
    ("name", "string_type"),
    ("unit", "enum"),
    ("mode", "literal_error"),
    ("day", "greater_than_equal"),
    ("day", "date_from_datetime_parsing"),
    ("at", "timezone_aware"),
    ("lines", "too_short"),
    ("lines", "too_long"),
    ("lines", "list_type"),
    ("lines[0].sku", "string_pattern_mismatch"),
    ("lines[0].quantity", "less_than_equal"),
    ("lines[1].quantity", "less_than_equal"),
    ("lines[1].sku", "missing"),
    ("pair", "missing"),
    ("pair[0]", "int_parsing"),
    ("note", "string_too_long"),
    ("unexpected", "extra_forbidden"),
    ("lines", "missing"),
)


@pytest.mark.parametrize(("path", "error_type"), BROKEN)
def test_the_rule_is_broken_and_named(path: str, error_type: str) -> None:
    assert (path, error_type) in find_types(Order)


def test_values_of_mappings_break_their_rules() -> None:
    assert any(
        path.startswith("flags[") and kind == "less_than_equal" for path, kind in find_types(Order)
    )


def test_a_case_states_the_error_the_base_and_a_readable_id() -> None:
    cases = {case.id: case for case in generate_invalid(Order)}
    case = cases["lines[0].quantity=1000 less_than_equal"]
    assert case.loc == ("lines", 0, "quantity")
    assert case.ctx == {"le": 999}
    assert case.payload["lines"][0]["quantity"] == 1000
    assert case.base["lines"][0]["quantity"] <= 999
    with pytest.raises(ValidationError) as caught:
        Order.model_validate(case.payload)
    assert case.matches(caught.value)
    assert not cases["number missing"].matches(caught.value)


def test_optional_parts_of_the_base_are_there() -> None:
    base = generate_invalid(Order)[0].base
    assert base["note"] is not None
    assert len(base["lines"]) > 1


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = Field(le=9)


class Dog(BaseModel):
    kind: Literal["dog"]
    legs: int = Field(le=4)


class Pet(BaseModel):
    animal: Annotated[Union[Cat, Dog], Field(discriminator="kind")]


def test_every_member_of_a_union_breaks_its_rules() -> None:
    types = find_types(Pet)
    assert {("animal.lives", "less_than_equal"), ("animal.legs", "less_than_equal")} <= types
    assert any(kind == "union_tag_invalid" for _, kind in types)
    assert any(kind == "union_tag_not_found" for _, kind in types)


class Booking(BaseModel):
    first: date
    last: date
    code: str = Field(min_length=1, max_length=20)

    @field_validator("code")
    @classmethod
    def is_single_line(cls, value: str) -> str:
        if "\n" in value:
            raise ValueError("a code has one line")
        return value

    @model_validator(mode="after")
    def is_ordered(self) -> Self:
        if self.last < self.first:
            raise ValueError("last must not be before first")
        return self


def test_validators_of_fields_and_records_are_broken() -> None:
    messages = {case.errors[0].msg for case in generate_invalid(Booking)}
    assert any("a code has one line" in message for message in messages)
    assert any("last must not be before first" in message for message in messages)


class Strict(BaseModel):
    model_config = ConfigDict(strict=True)

    age: int
    active: bool


def test_a_strict_model_refuses_what_others_coerce() -> None:
    assert ("age", "int_type") in find_types(Strict)
    assert not generate_invalid(Strict).findings


def test_what_a_model_coerces_is_a_finding() -> None:
    class Lax(BaseModel):
        age: int
        active: bool
        tags: set[str]

    findings = [str(each) for each in generate_invalid(Lax).findings]
    assert any(each.startswith("age: accepts '") for each in findings)
    assert "active: accepts 'true' for bool: the model coerces." in findings
    assert any("repeated items for set" in each for each in findings)


class Point(TypedDict):
    x: Annotated[int, Field(ge=0)]
    y: int


def test_typed_dicts_have_invalid_cases() -> None:
    assert {("x", "greater_than_equal"), ("y", "missing")} <= find_types(Point)


class Track(msgspec.Struct):
    title: Annotated[str, msgspec.Meta(min_length=1)]
    seconds: Annotated[int, msgspec.Meta(ge=1, le=3600)]


def test_msgspec_states_its_own_errors() -> None:
    cases = {case.id: case for case in generate_invalid(Track)}
    case = cases["seconds=3601 ValidationError"]
    assert case.loc == ("seconds",)
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.json.decode(case.json, type=Track)
    assert case.matches(caught.value)


@attrs.define
class Street:
    name: str = attrs.field(validator=attrs.validators.max_len(20))


@attrs.define
class Person:
    age: int = attrs.field(validator=attrs.validators.ge(18))
    street: Street


def test_attrs_states_the_errors_of_its_validators() -> None:
    cases = generate_invalid(Person)
    too_young = next(case for case in cases if case.path == "age" and case.type == "ValueError")
    with pytest.raises(ValueError, match="'age' must be >= 18") as caught:
        Person(age=too_young.payload["age"], street=Street("x"))
    assert too_young.matches(caught.value)
    assert any(case.path == "street.name" for case in cases)


def test_rules_come_before_types_and_a_budget_keeps_the_first() -> None:
    cases = generate_invalid(Order)
    types = [case.type for case in cases]
    assert types.index("less_than_equal") < types.index("missing") < types.index("int_parsing")
    assert generate_invalid(Order, max_cases=3).ids == cases.ids[:3]


def test_the_second_item_is_wrong_within_the_first_twenty_cases() -> None:
    paths = [case.path for case in generate_invalid(Order)[:20]]
    assert any(path.startswith("lines[1]") for path in paths)


def test_patterns_are_broken_by_plausible_texts() -> None:
    texts = [
        case.payload["lines"][0]["sku"]
        for case in generate_invalid(Order)
        if (case.path, case.type) == ("lines[0].sku", "string_pattern_mismatch")
    ]
    assert len(texts) == 3
    assert any(text == text.lower() for text in texts)


def test_a_type_without_rules_has_no_invalid_cases() -> None:
    cases = generate_invalid(Any)
    assert list(cases) == []


def test_cases_are_values_of_their_type() -> None:
    assert all(isinstance(case, InvalidCase) for case in generate_invalid(Line))
