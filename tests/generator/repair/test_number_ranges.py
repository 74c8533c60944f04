"""Ranges of numbers that a message describes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, Field, field_validator, model_validator
from typing_extensions import Self

from pytest_fixturegen.generator.repair.number_ranges import (
    apply_step,
    list_ranges,
    narrow_range,
)
from pytest_fixturegen.nodes import FixedPoint, GridFloat, Integer, UniformFloat
from tests.generator.repair.records import draw_repaired


class Priced(BaseModel):
    price: int = Field(ge=0, le=10_000_000)

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.price >= 10:
            raise ValueError(f"price must be less than 10, got {self.price}")
        return self


def test_a_number_below_a_bound_is_drawn() -> None:
    records = draw_repaired(Priced, attempts=8, n=40)
    assert len({record.price for record in records}) > 5


class Deep(BaseModel):
    margin_of_it: float = Field(ge=0, le=1)

    @field_validator("margin_of_it")
    @classmethod
    def check(cls, margin_of_it: float) -> float:
        if margin_of_it <= 0.99:
            raise ValueError("margin_of_it must be above 0.99")
        return margin_of_it


def test_a_number_above_a_bound_is_drawn() -> None:
    assert all(0.99 < record.margin_of_it <= 1 for record in draw_repaired(Deep, attempts=8))


class Rate(BaseModel):
    rate: Decimal = Field(max_digits=6, decimal_places=2)

    @field_validator("rate")
    @classmethod
    def check(cls, rate: Decimal) -> Decimal:
        if not 0 <= rate <= 40:
            raise ValueError("rate must be between 0 and 40")
        return rate


def test_a_number_between_two_bounds_is_drawn() -> None:
    assert len({record.rate for record in draw_repaired(Rate, attempts=3)}) > 15


class Boxes(BaseModel):
    amount: int = Field(ge=0, le=10_000)

    @field_validator("amount")
    @classmethod
    def check(cls, amount: int) -> int:
        if amount % 250:
            raise ValueError("amount must be a multiple of 250")
        return amount


def test_a_multiple_is_drawn() -> None:
    assert len({record.amount for record in draw_repaired(Boxes, attempts=2)}) > 5


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("a multiple of 7", Integer(-7, 20, 7)),
        ("must be divisible by 100", Integer(0, 20, 100)),
        ("seven, please", None),
    ],
)
def test_a_step_starts_at_a_multiple(message: str, expected: Integer | None) -> None:
    assert apply_step(message, Integer(-9, 20)) == expected


@pytest.mark.parametrize(
    ("message", "numbers", "labels"),
    [
        ("must be above 3", [3], ["above", "below"]),
        ("must be at most 3", [3], ["below", "above"]),
        ("from 3 to 5", [3, 5], ["between", "above", "below"]),
        ("wrong", [], []),
    ],
)
def test_the_likeliest_range_comes_first(
    message: str, numbers: list[int | float], labels: list[str]
) -> None:
    assert [label for label, _, _ in list_ranges(message, numbers)] == labels


@pytest.mark.parametrize(
    ("node", "bounds", "expected"),
    [
        (Integer(0, 100), (10, 20), Integer(11, 19)),
        (Integer(0, 100, 7), (10, 21), Integer(14, 20, 7)),
        (Integer(0, 100), (200, 300), None),
        (Integer(0, 100), (-5, 300), None),
        (GridFloat(0, 1000, 10.0), (2.5, float("inf")), GridFloat(26, 1000, 10.0)),
        (UniformFloat(0.0, 1.0), (0.5, 9), UniformFloat(0.5, 1.0)),
        (FixedPoint(0, 9999, 1, 2), (0, 40), FixedPoint(1, 3999, 1, 2)),
    ],
)
def test_a_node_is_narrowed(node: Any, bounds: tuple[float, float], expected: Any) -> None:
    assert narrow_range(node, *bounds) == expected
