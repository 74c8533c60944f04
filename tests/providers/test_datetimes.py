"""Dates, times and durations: their ranges, their bounds, and how JSON writes them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from pydantic import TypeAdapter

from pytest_fixturegen.config.options import DEFAULT_NOW
from pytest_fixturegen.nodes import Converted, Day, Instant, Node, Unsatisfiable
from pytest_fixturegen.providers import datetimes
from tests.providers.samples import draw_values, field

FIVE_YEARS = timedelta(days=5 * 365)
ONE_SECOND = timedelta(seconds=1)


def find_range(node: Node) -> tuple[datetime, datetime]:
    """The first and the last moment of *node*."""
    assert isinstance(node, Instant)
    start = datetimes.EPOCH
    return start + timedelta(0, 0, node.low), start + timedelta(0, 0, node.high)


def test_a_moment_without_bounds_lies_in_the_five_years_before_now() -> None:
    node = datetimes.instant(field(kind="datetime"))
    first, last = find_range(node)
    assert (first, last) == (DEFAULT_NOW - FIVE_YEARS, DEFAULT_NOW)
    assert isinstance(node, Instant)
    assert node.step == datetimes.MICROS_PER_SECOND


NOON = datetime(2020, 1, 1, 12, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("rules", "first", "last"),
    [
        ({"ge": NOON}, NOON, DEFAULT_NOW),
        ({"gt": NOON}, NOON + ONE_SECOND, DEFAULT_NOW),
        ({"ge": DEFAULT_NOW}, DEFAULT_NOW, DEFAULT_NOW + FIVE_YEARS),
        ({"le": NOON}, NOON - FIVE_YEARS, NOON),
        ({"lt": NOON}, NOON - ONE_SECOND - FIVE_YEARS, NOON - ONE_SECOND),
        ({"ge": NOON, "le": NOON}, NOON, NOON),
        ({"ge": date(2020, 1, 1), "lt": NOON}, NOON - timedelta(hours=12), NOON - ONE_SECOND),
        ({"now": "past"}, DEFAULT_NOW - FIVE_YEARS, DEFAULT_NOW),
    ],
)
def test_moments_keep_their_bounds(rules: Any, first: datetime, last: datetime) -> None:
    node = datetimes.instant(field(kind="datetime", **rules))
    assert find_range(node) == (first, last)


def test_future_moments_begin_far_in_the_future() -> None:
    first, _ = find_range(datetimes.instant(field(kind="datetime", now="future")))
    assert first == datetime(2090, 1, 1, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("rules", "is_aware"),
    [
        ({}, True),
        ({"tz": "naive"}, False),
        ({"tz": "aware"}, True),
        ({"ge": datetime(2020, 1, 1)}, False),
        ({"ge": NOON}, True),
    ],
)
def test_moments_are_aware_unless_the_type_or_a_bound_is_naive(rules: Any, is_aware: bool) -> None:
    node = datetimes.instant(field(kind="datetime", **rules))
    assert isinstance(node, Instant)
    assert node.is_aware is is_aware


def test_moments_are_shifted_to_the_zone_of_their_type() -> None:
    node = datetimes.instant(field(kind="datetime", tz=7200))
    assert isinstance(node, Converted)
    assert node.convert is not None
    shifted = node.convert(NOON)
    assert (shifted, shifted.utcoffset()) == (NOON, timedelta(hours=2))


@pytest.mark.parametrize(
    ("rules", "first", "last"),
    [
        ({}, (DEFAULT_NOW - FIVE_YEARS).date(), DEFAULT_NOW.date()),
        ({"ge": date(2020, 1, 1), "le": date(2020, 1, 3)}, date(2020, 1, 1), date(2020, 1, 3)),
        ({"gt": date(2020, 1, 1), "lt": date(2020, 1, 3)}, date(2020, 1, 2), date(2020, 1, 2)),
        ({"le": date(2020, 1, 3)}, date(2020, 1, 3) - FIVE_YEARS, date(2020, 1, 3)),
    ],
)
def test_days_keep_their_bounds(rules: Any, first: date, last: date) -> None:
    node = datetimes.day(field(kind="date", **rules))
    assert isinstance(node, Day)
    assert (date.fromordinal(node.low), date.fromordinal(node.high)) == (first, last)


@pytest.mark.parametrize(
    ("rules", "first", "last"),
    [
        ({}, time(0), time(23, 59)),
        ({"ge": time(9), "le": time(17)}, time(9), time(17)),
        ({"gt": time(9), "lt": time(17)}, time(9, 1), time(16, 59)),
        ({"gt": time(9), "lt": time(9, 0, 5)}, time(9, 0, 1), time(9, 0, 4)),
        ({"ge": time(9), "gt": time(9), "le": time(9, 0, 2)}, time(9, 0, 1), time(9, 0, 2)),
    ],
)
def test_times_of_day_fill_their_bounds(rules: Any, first: time, last: time) -> None:
    times = draw_values(datetimes.clock(field(kind="time", **rules)), 20_000)
    assert (min(times), max(times)) == (first, last)


@pytest.mark.parametrize(
    ("rules", "is_aware"),
    [({}, False), ({"tz": "aware"}, True), ({"ge": time(9, tzinfo=timezone.utc)}, True)],
)
def test_times_are_aware_if_the_type_or_a_bound_is(rules: Any, is_aware: bool) -> None:
    node = datetimes.clock(field(kind="time", **rules))
    assert isinstance(node, Converted)
    assert all((value.tzinfo is timezone.utc) is is_aware for value in draw_values(node))
    assert (node.json is not None) is is_aware
    if node.json is not None:
        assert node.json(3661) == "01:01:01Z"


@pytest.mark.parametrize(
    ("rules", "shortest", "longest"),
    [
        ({}, timedelta(minutes=1), timedelta(days=7, minutes=1)),
        ({"ge": timedelta(hours=1)}, timedelta(hours=1), timedelta(days=7, hours=1)),
        ({"le": timedelta(hours=2)}, timedelta(minutes=1), timedelta(hours=2)),
        ({"gt": timedelta(0), "lt": timedelta(seconds=4)}, ONE_SECOND, ONE_SECOND * 3),
        ({"le": timedelta(seconds=30)}, timedelta(seconds=-3540), timedelta(0)),
    ],
)
def test_durations_keep_their_bounds(rules: Any, shortest: timedelta, longest: timedelta) -> None:
    durations = draw_values(datetimes.duration(field(kind="timedelta", **rules)), 2000)
    spread = (longest - shortest) / 50
    assert shortest <= min(durations) <= shortest + spread
    assert longest - spread <= max(durations) <= longest


@pytest.mark.parametrize(
    "seconds", [0, 1, 59, 60, 3600, 86_399, 86_400, 90_061, 31_536_000, 99_999_999, -1, -90_061]
)
def test_durations_are_written_as_pydantic_writes_them(seconds: int) -> None:
    length = timedelta(seconds=seconds)
    assert datetimes.build_timedelta(seconds) == length
    written = TypeAdapter(timedelta).dump_python(length, mode="json")
    assert datetimes.format_duration(seconds) == datetimes.format_timedelta(length) == written


@pytest.mark.parametrize(
    ("provide", "rules", "reason"),
    [
        (datetimes.instant, {"ge": NOON, "lt": NOON}, f"ge={NOON}, lt={NOON}"),
        (datetimes.day, {"gt": date(2020, 1, 1), "lt": date(2020, 1, 2)}, "gt=2020-01-01"),
        (datetimes.clock, {"gt": time(9), "lt": time(9)}, "gt=09:00:00, lt=09:00:00"),
        (datetimes.duration, {"gt": ONE_SECOND, "lt": ONE_SECOND}, "gt=0:00:01, lt=0:00:01"),
        (datetimes.instant, {"now": "past", "ge": DEFAULT_NOW + ONE_SECOND}, "past only"),
    ],
)
def test_bounds_that_exclude_every_value_are_named(provide: Any, rules: Any, reason: str) -> None:
    node = provide(field(**rules))
    assert isinstance(node, Unsatisfiable)
    assert node.reason.startswith("no moment satisfies ")
    assert reason in node.reason
    assert node.hint == "Widen the bounds, or override the field."


def test_a_naive_moment_is_taken_for_utc() -> None:
    assert datetimes.to_microseconds(datetime(1970, 1, 1, 0, 0, 1)) == 1_000_000
    assert datetimes.to_microseconds(NOON) == datetimes.to_microseconds(NOON.replace(tzinfo=None))
