"""The length and the order that a message asks of a list."""

from __future__ import annotations

from pydantic import BaseModel, Field, field_validator

from tests.generator.repair.records import draw_repaired


class Range(BaseModel):
    between: list[float]

    @field_validator("between")
    @classmethod
    def check(cls, between: list[float]) -> list[float]:
        if len(between) != 2:
            raise ValueError(f"must have exactly 2 values, got {len(between)}")
        return between


def test_a_list_gets_the_length_that_a_message_asks_for() -> None:
    assert all(len(record.between) == 2 for record in draw_repaired(Range, attempts=1))


class Ranking(BaseModel):
    marks: list[int] = Field(min_length=5, max_length=8)

    @field_validator("marks")
    @classmethod
    def check(cls, marks: list[int]) -> list[int]:
        if marks != sorted(marks):
            raise ValueError("marks must be sorted")
        return marks


def test_a_list_gets_the_order_that_a_message_asks_for() -> None:
    records = draw_repaired(Ranking, attempts=1)
    assert all(record.marks == sorted(record.marks) for record in records)


class Interval(BaseModel):
    between: list[float]

    @field_validator("between")
    @classmethod
    def check(cls, between: list[float]) -> list[float]:
        if len(between) != 2:
            raise ValueError(f"must have exactly 2 values, got {len(between)}")
        if between[0] >= between[1]:
            raise ValueError("start must be less than end")
        return between


def test_a_list_gets_the_length_and_the_order_of_two_messages() -> None:
    for record in draw_repaired(Interval, attempts=4):
        assert record.between[0] < record.between[1]


class Course(BaseModel):
    legs: list[float]

    @field_validator("legs")
    @classmethod
    def check(cls, legs: list[float]) -> list[float]:
        if len(legs) != 4:
            raise ValueError("must have exactly 4 values")
        if legs != sorted(legs):
            raise ValueError("legs must be in ascending order")
        return legs


def test_a_list_gets_the_length_and_the_order() -> None:
    assert all(record.legs == sorted(record.legs) for record in draw_repaired(Course, attempts=2))
