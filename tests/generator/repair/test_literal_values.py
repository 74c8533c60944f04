"""Values that the message of a validator names."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, BaseModel, Field, field_validator, model_validator
from typing_extensions import Self

from pytest_fixturegen.generator.repair.literal_values import find_candidate_groups
from tests.generator.repair.records import draw_repaired


@pytest.mark.parametrize(
    ("message", "label", "texts"),
    [
        ("must be one of ['alpha', 'beta']", "quoted", ["alpha", "beta"]),
        ('facet_order must be either "alpha" or "count".', "quoted", ["alpha", "count"]),
        ("expected NONE, DRUID or none", "expected", ["NONE", "DRUID", "none"]),
        (
            "'x' is not valid. Expected names (NONE, DRUID) or values (none, druid)",
            "listed",
            ["NONE", "DRUID", "none", "druid"],
        ),
        ("Must be Q followed by digits (e.g., Q123)", "listed", ["Q123"]),
        ("category_uid must be 5", "expected", ["5"]),
        ("category_uid must be 5 for this event type", "number", ["5"]),
        ("type_uid must be 302 (class_uid=3 * 100 + activity_id=2), got 6", "expected", ["302"]),
        ("port is 80 or 443", "number", ["80", "443"]),
        ("use the 'in' keyword: for example, 'in 7 days'.", "example", ["in 7 days"]),
        ("use the 'in' keyword: for example, 'in 7 days'.", "quoted", ["in"]),
        ('no unit, such as "5 kg" or "2 m"', "example", ["5 kg", "2 m"]),
    ],
)
def test_a_message_names_values(message: str, label: str, texts: list[str]) -> None:
    assert find_candidate_groups(message)[label] == texts


def test_the_value_that_was_refused_is_no_candidate() -> None:
    groups = find_candidate_groups("'shady route' is not valid: use 'a'", "shady route")
    assert groups == {"quoted": ["a"]}


class Listed(BaseModel):
    role: str

    @field_validator("role")
    @classmethod
    def check(cls, role: str) -> str:
        if role not in ("keeper", "reader"):
            raise ValueError(f"{role!r} is unknown: must be one of ['keeper', 'reader']")
        return role


def test_values_that_the_validator_names_are_drawn() -> None:
    assert {record.role for record in draw_repaired(Listed, 1)} == {"keeper", "reader"}


class Event(BaseModel):
    category: int
    label: str

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.category != 5:
            raise ValueError(f"category must be 5 for this event, got {self.category}")
        return self


def test_a_rule_of_the_model_names_its_field() -> None:
    assert {record.category for record in draw_repaired(Event, 1)} == {5}


class Audited(BaseModel):
    """Each text repeats a number; the message names all that it compares, in no fixed order."""

    activity_id: int = Field(ge=1, le=5)
    activity: str
    status: str
    status_id: int = Field(ge=1, le=3)
    type_uid: int

    @model_validator(mode="after")
    def check(self) -> Self:
        wanted = 300 + self.activity_id
        if self.type_uid != wanted:
            raise ValueError(
                f"type_uid must be {wanted} (3 * 100 + activity_id={self.activity_id}), "
                f"got {self.type_uid}"
            )
        for number, text, name in (
            (self.activity_id, self.activity, "activity"),
            (self.status_id, self.status, "status"),
        ):
            label = f"{name.title()} {chr(64 + number)}"
            if text != label:
                raise ValueError(
                    f"Inconsistent {name}_id={number} and {name}={text!r} (expected {label!r})"
                )
        return self


def test_a_literal_goes_to_the_named_field_that_can_have_it() -> None:
    records = draw_repaired(Audited, 4)
    assert {record.type_uid for record in records} == {301, 302, 303, 304, 305}
    assert {record.activity for record in records} == {f"Activity {x}" for x in "ABCDE"}


class Balanced(Audited):
    @model_validator(mode="after")
    def check_balance(self) -> Self:
        if (self.activity_id + self.status_id) % 2:
            raise ValueError("out of balance")
        return self


def test_a_literal_is_drawn_anew_after_what_it_depends_on_changed() -> None:
    records = draw_repaired(Balanced, 18)
    assert len({record.activity for record in records}) > 1


class Coding(BaseModel):
    system: str
    code: str


class Coded(BaseModel):
    system: str
    coding: Coding

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.coding.system != "Guidelines, 2017":
            raise ValueError("`coding.system` must be one of: ['Guidelines, 2017']")
        return self


def test_a_field_that_is_named_in_full_is_the_one_that_is_drawn() -> None:
    records = draw_repaired(Coded, 1)
    assert {record.coding.system for record in records} == {"Guidelines, 2017"}
    assert all("Guidelines" not in record.system for record in records)


class Property(BaseModel):
    name: str
    value: str

    @model_validator(mode="after")
    def check(self) -> Self:
        wrong = []
        if self.name != "type":
            wrong.append("name may have one of the values ['type']")
        if self.value not in ("primary", "alternate"):
            wrong.append("value may have one of the values ['primary', 'alternate']")
        if wrong:
            raise ValueError("\n".join(wrong))
        return self


def test_each_line_of_a_message_is_about_the_field_that_it_names() -> None:
    records = draw_repaired(Property, 20)
    assert {record.name for record in records} == {"type"}
    assert {record.value for record in records} == {"primary", "alternate"}


class Grade(Enum):
    low = "low"
    mid = "mid"
    high = "high"


class Graded(BaseModel):
    grade: Grade

    @field_validator("grade")
    @classmethod
    def check(cls, grade: Grade) -> Grade:
        if grade is not Grade.high:
            raise ValueError("only ['high'] is allowed here")
        return grade


def test_the_members_of_an_enum_that_are_named_are_drawn() -> None:
    assert {record.grade for record in draw_repaired(Graded, 1)} == {Grade.high}


def check_order(order: str) -> str:
    """Refuse all but two words."""
    if order not in ("alpha", "count"):
        raise ValueError('order must be either "alpha" or "count"')
    return order


class Sorted(BaseModel):
    by: dict[str, Annotated[str, AfterValidator(check_order)]]


def test_the_values_of_a_mapping_are_drawn() -> None:
    records = draw_repaired(Sorted, 2)
    assert {order for record in records for order in record.by.values()} == {"alpha", "count"}


class Settings(BaseModel):
    days: list[str]
    mode: Any

    @model_validator(mode="after")
    def check(self) -> Self:
        if not set(self.days) <= {"mon", "tue", "wed"}:
            raise ValueError("days: each must be one of 'mon', 'tue', 'wed'")
        if self.mode not in (1, 2, "auto"):
            raise ValueError("mode: expected 1, 2 or auto")
        return self


def test_items_and_values_of_any_type_are_drawn() -> None:
    records = draw_repaired(Settings, 30)
    assert all(record.mode in (1, 2, "auto") for record in records)
    assert {day for record in records for day in record.days} == {"mon", "tue", "wed"}
