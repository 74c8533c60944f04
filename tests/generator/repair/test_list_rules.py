"""Lists and mappings that satisfy the checks in a validator's code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, Field, create_model

from pytest_fixturegen.generator.repair.list_rules import scale_to_sum
from tests.generator.repair.records import draw_repaired

NEEDED = "region"


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
        (list[int], lambda value: value == sorted(value) and len(value) > 1),
        (list[str], lambda value: max(Counter(value).values(), default=0) < 2),
        (list[int], lambda value: len(value) == 6),
        (list[str], lambda value: len(value) > 7),
        (list[float], lambda value: sum(value) == 1.0),
        (list[Decimal], lambda value: sum(value) == 100),
        (dict[str, float], lambda value: abs(sum(value.values()) - 1) < 1e-9),
        (dict[str, int], lambda value: NEEDED in value),
        (dict[str, int], lambda value: len(value) == 4),
        (tuple[int, ...], lambda value: list(value) == sorted(value, reverse=True)),
    ],
)
def test_a_check_in_the_code_is_satisfied(kind: Any, is_right: Callable[[Any], object]) -> None:
    field = (Annotated[kind, AfterValidator(make_check(is_right))], ...)
    model = create_model("Basket", label=(str, ...), values=field)
    assert len({repr(record.values) for record in draw_repaired(model, 60)}) > 3


def test_a_sorted_list_keeps_several_items() -> None:
    check = make_check(lambda value: all(a < b for a, b in pairwise(value)))
    kind = Annotated[list[int], Field(min_length=3), AfterValidator(check)]
    model = create_model("Basket", values=(kind, ...))
    for record in draw_repaired(model, 60):
        assert len(set(record.values)) == len(record.values) >= 3


@pytest.mark.parametrize(
    ("total", "numbers"),
    [
        (1, [0.3, 7.5, 2.25]),
        (100, [5, 1, 9]),
        (100, {"a": 4, "b": 7}),
        (1, [Decimal(3), Decimal(4)]),
        (1, (0.1, 0.2)),
    ],
)
def test_numbers_are_scaled_to_an_exact_sum(total: int, numbers: Any) -> None:
    scaled = scale_to_sum(total, numbers)
    assert type(scaled) is type(numbers)
    assert sum(scaled.values() if isinstance(scaled, dict) else scaled) == total
