"""Spreads are those of the values: counted, measured and in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from pytest_fixturegen.doctor.distributions import (
    MAX_BARS,
    MAX_SAMPLE_LENGTH,
    build_spread,
    format_value,
    pick_samples,
)
from pytest_fixturegen.doctor.report import Spread


def spread(values: Sequence[Any]) -> Spread | None:
    """The spread of *values*."""
    return build_spread(values, [format_value(value) for value in values])


@pytest.mark.parametrize(
    ("values", "of", "low", "high"),
    [
        ([3, 1, 2], "number", "1", "3"),
        ([0.5, 900.25], "number", "0.5", "900.25"),
        ([1, 2.5], "number", "1", "2.5"),
        ([Decimal("1.50"), Decimal(2)], "number", "1.50", "2"),
        ([float("inf"), 1.0, 2.0], "number", "1.0", "2.0"),
        ([date(2026, 1, 2), date(2025, 1, 2)], "moment", "2025-01-02", "2026-01-02"),
        (
            [
                datetime(2026, 1, 2, tzinfo=timezone.utc),
                datetime(2026, 1, 1),
            ],  # one says its zone, the other does not
            "moment",
            "2026-01-01 00:00",
            "2026-01-02 00:00+00:00",
        ),
        ([time(9), time(8, 30)], "moment", "08:30:00", "09:00:00"),
        ([timedelta(hours=2), timedelta(1)], "duration", "2:00:00", "1 day, 0:00:00"),
        (["ab", "abcd"], "length", "2", "4"),
        ([[1], [1, 2, 3]], "items", "1", "3"),
    ],
)
def test_values_are_measured(values: list[Any], of: str, low: str, high: str) -> None:
    found = spread(values)
    assert found is not None
    assert (found.of, found.low, found.high) == (of, low, high)


def test_every_value_is_in_one_bar() -> None:
    for values in (
        [*range(MAX_BARS)],
        [*range(MAX_BARS + 1)],
        [number / 7 for number in range(100)],
        [-(10**30), 10**30],
    ):
        found = spread(values)
        assert found is not None
        assert sum(bar.count for bar in found.bars) == len(values)
        assert len(found.bars) == min(len({*values}), MAX_BARS) or len(values) < MAX_BARS
        assert found.bars[0].count
        assert found.bars[-1].count


def test_few_values_are_told_by_how_often_they_come() -> None:
    found = spread(["b", "a", "b", "c", "a", "b"])
    assert found is not None
    assert (found.of, [(bar.label, bar.count) for bar in found.bars]) == (
        "choice",
        [("b", 3), ("a", 2), ("c", 1)],
    )


def test_values_of_several_classes_are_told_by_class() -> None:
    found = spread([1, "one", 2, "two", 3])
    assert found is not None
    assert (found.of, [(bar.label, bar.count) for bar in found.bars]) == (
        "type",
        [("int", 3), ("str", 2)],
    )


def test_there_is_nothing_to_see_in_nothing_in_one_value_and_in_names_without_a_measure() -> None:
    assert (spread([]), spread([7, 7]), spread([UUID(int=number) for number in range(20)])) == (
        None,
        None,
        None,
    )


def test_samples_are_short_differ_and_stand_on_one_line() -> None:
    assert pick_samples(["a\nb", "a\nb", "c", "", "x" * 500, "d"]) == (
        "a b",
        "c",
        "''",
        "x" * (MAX_SAMPLE_LENGTH - 1) + "…",
    )


def test_what_cannot_be_said_is_told_by_its_class() -> None:
    class Secretive:
        def __repr__(self) -> str:
            raise RuntimeError

    assert format_value(Secretive()) == "<Secretive>"
    assert format_value({"held": Secretive()}) == '{"held": "<Secretive>"}'


def test_sets_are_said_in_one_order() -> None:
    assert format_value({"b", "a", "c"}) == '["a", "b", "c"]'
