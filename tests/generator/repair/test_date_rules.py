"""Dates that satisfy the checks in a validator's code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, create_model

from pytest_fixturegen import GenerationConfig, generate_instances
from tests.generator.repair.records import draw_repaired

FOUNDED = dt.date(1988, 4, 2)
UTC = dt.timezone.utc


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
        (dt.date, lambda value: value > dt.date.today()),
        (dt.date, lambda value: value.year < 2000 and value < dt.date.today()),
        (dt.datetime, lambda value: value > dt.datetime.now(value.tzinfo)),
        (dt.datetime, lambda value: value < dt.datetime(2001, 9, 9, tzinfo=UTC)),
        (dt.date, lambda value: value < FOUNDED),
        (dt.date, lambda value: value.year == 1999),
        (dt.date, lambda value: value.day == 1),
        (dt.date, lambda value: value.isoweekday() > 5),
        (dt.datetime, lambda value: 9 <= value.hour < 17),
        (
            dt.datetime,
            lambda value: value.time() == dt.time(0, 0) or value.hour + value.minute == 0,
        ),
    ],
)
def test_a_check_in_the_code_is_satisfied(kind: Any, is_right: Callable[[Any], object]) -> None:
    model = create_model("Visit", on=(Annotated[kind, AfterValidator(make_check(is_right))], ...))
    assert len({record.on for record in draw_repaired(model, 60)}) > 3


def test_a_future_lies_decades_after_the_reference_time() -> None:
    def check(value: dt.date) -> dt.date:
        if value <= dt.date.today():
            raise ValueError("no")
        return value

    model = create_model("Visit", on=(Annotated[dt.date, AfterValidator(check)], ...))
    now = dt.datetime(2040, 1, 1, tzinfo=UTC)
    config = GenerationConfig(now=dt.datetime(2010, 1, 1, tzinfo=UTC))
    repaired = {record.on.year for record in generate_instances(model, 20, 1, config)}
    assert min(repaired) >= now.year
