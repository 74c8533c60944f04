"""Numbers that satisfy the comparisons in a validator's code."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import pytest
from pydantic import AfterValidator, BaseModel, create_model, field_validator

from tests.generator.repair.records import draw_repaired

LIMIT = 120_000
STEPS = {"coarse": 40, "fine": 8}


def make_check(is_right: Callable[[Any], object]) -> Callable[[Any], Any]:
    """Return a validator whose message says nothing."""

    def check(value: Any) -> Any:
        if not is_right(value):
            raise ValueError("no")
        return value

    return check


@pytest.mark.parametrize(
    ("kind", "is_right"),
    [
        (int, lambda value: value > LIMIT),
        (int, lambda value: value < -5),
        (int, lambda value: -20 < value < -10),
        (float, lambda value: value >= 90_000.5),
        (Decimal, lambda value: value > 70_000),
        (float, lambda value: 0 < value < 1),
        (int, lambda value: value % 12 == 0),
        (int, lambda value: value % 7 == 1),
        (float, lambda value: value % 15 == 0),
        (int, lambda value: value in (3001, 3005, 3010, 3020)),
    ],
)
def test_a_comparison_in_the_code_is_satisfied(
    kind: Any, is_right: Callable[[Any], object]
) -> None:
    model = create_model(
        "Load", weight=(Annotated[kind, AfterValidator(make_check(is_right))], ...)
    )
    weights = {record.weight for record in draw_repaired(model, 60)}
    assert len(weights) > 3
    assert all(type(weight) is kind for weight in weights)


class Keyed(BaseModel):
    key: UUID

    @field_validator("key")
    @classmethod
    def check(cls, key: UUID) -> UUID:
        if key.version != 1:
            raise ValueError("no")
        return key


def test_a_uuid_has_the_version_of_the_code() -> None:
    assert {record.key.version for record in draw_repaired(Keyed, 20)} == {1}


class Between:
    """A validator that is an object, with its bounds as attributes."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def __call__(self, value: int) -> int:
        if not self.low <= value <= self.high:
            raise ValueError("no")
        return value


def make_bound(least: int) -> Callable[[int], int]:
    """Return a validator with its bound in the function around it."""

    def check(value: int) -> int:
        if value < least:
            raise ValueError("no")
        return value

    return check


@pytest.mark.parametrize("check", [Between(70_000, 70_500), make_bound(800_000)])
def test_bounds_of_objects_and_of_functions_around_count(check: Callable[[int], int]) -> None:
    model = create_model("Load", weight=(Annotated[int, AfterValidator(check)], ...))
    weights = {record.weight for record in draw_repaired(model, 40)}
    assert len(weights) > 10
    assert min(weights) >= 70_000
