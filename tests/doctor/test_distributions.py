"""Distributions of values: measured, counted and ordered."""

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
    """Return the distribution of *values*."""
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
            ],  # one has a time zone, the other has not
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
def test_values_have_a_measure_and_extremes(
    values: list[Any], of: str, low: str, high: str
) -> None:
    result = spread(values)
    assert result is not None
    assert (result.of, result.low, result.high) == (of, low, high)


def test_every_value_is_in_one_bar() -> None:
    for values in (
        [*range(MAX_BARS)],
        [*range(MAX_BARS + 1)],
        [number / 7 for number in range(100)],
        [-(10**30), 10**30],
    ):
        result = spread(values)
        assert result is not None
        assert sum(bar.count for bar in result.bars) == len(values)
        assert len(result.bars) == min(len({*values}), MAX_BARS) or len(values) < MAX_BARS
        assert result.bars[0].count
        assert result.bars[-1].count


def test_few_values_are_counted_one_by_one() -> None:
    result = spread(["b", "a", "b", "c", "a", "b"])
    assert result is not None
    assert (result.of, [(bar.label, bar.count) for bar in result.bars]) == (
        "choice",
        [("b", 3), ("a", 2), ("c", 1)],
    )


def test_values_of_several_classes_are_counted_by_class() -> None:
    result = spread([1, "one", 2, "two", 3])
    assert result is not None
    assert (result.of, [(bar.label, bar.count) for bar in result.bars]) == (
        "type",
        [("int", 3), ("str", 2)],
    )


def test_no_values_equal_values_and_unmeasured_values_have_no_distribution() -> None:
    assert (spread([]), spread([7, 7]), spread([UUID(int=number) for number in range(20)])) == (
        None,
        None,
        None,
    )


def test_samples_are_different_short_single_lines() -> None:
    assert pick_samples(["a\nb", "a\nb", "c", "", "x" * 500, "d"]) == (
        "a b",
        "c",
        "''",
        "x" * (MAX_SAMPLE_LENGTH - 1) + "…",
    )


def test_an_object_without_json_is_shown_as_its_class() -> None:
    class Secretive:
        def __repr__(self) -> str:
            raise RuntimeError

    assert format_value(Secretive()) == "<Secretive>"
    assert format_value({"key": Secretive()}) == '{"key": "<Secretive>"}'


def test_items_of_sets_are_sorted() -> None:
    assert format_value({"b", "a", "c"}) == '["a", "b", "c"]'


@pytest.mark.parametrize(
    "values", [[10**400, 10**401], [Decimal("sNaN"), Decimal("sNaN1")], [-1.7e308, 1.7e308]]
)
def test_numbers_that_no_bar_can_hold_are_not_plotted(values: Sequence[Any]) -> None:
    assert build_spread(values, ["one", "other"]) is None
