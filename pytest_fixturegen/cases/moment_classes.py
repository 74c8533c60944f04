"""The classes of dates, times, datetimes and durations: bounds, and days that break programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Literal

from pytest_fixturegen.cases.number_classes import satisfies_bounds
from pytest_fixturegen.introspection.shapes import Constraints, Scalar

MomentClass = tuple[Literal["choice", "bound", "sample"], str, Any]

SPECIAL_DAYS = (
    (
        "leap day",
        date(
            2024,
            2,
            29,
        ),
    ),
    (
        "ISO week of the next year",
        date(
            2024,
            12,
            30,
        ),
    ),
    (
        "ISO week of the previous year",
        date(
            2027,
            1,
            1,
        ),
    ),
    (
        "end of a year",
        date(
            2025,
            12,
            31,
        ),
    ),
    (
        "end of a month",
        date(
            2026,
            1,
            31,
        ),
    ),
    (
        "before 1970",
        date(
            1969,
            12,
            31,
        ),
    ),
    (
        "end of February",
        date(
            2100,
            2,
            28,
        ),
    ),
)
"""Dates that calendar code often gets wrong: 2100 is not a leap year; weeks as in ISO 8601."""

FAR_PAST, FAR_FUTURE = (
    date(
        1900,
        1,
        1,
    ),
    date(
        2099,
        12,
        31,
    ),
)
"""The days of the classes ``past`` and ``future`` where the type sets no bound."""

PAST_END = 2000
"""The first year that is not shown where the type asks for the past of an unknown present."""

NEW_YORK_FOLD = datetime(
    2025,
    11,
    2,
    5,
    30,
    tzinfo=timezone.utc,
)
BERLIN_FOLD = datetime(
    2025,
    10,
    26,
    1,
    30,
    tzinfo=timezone.utc,
)
BERLIN_GAP = datetime(
    2026,
    3,
    29,
    2,
    30,
)
"""Half an hour that clocks show twice, or never [IANA time zone database]."""

EAST, WEST = timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-8))

SPECIAL_MOMENTS = (
    (
        "midnight",
        datetime(
            2026,
            1,
            15,
            tzinfo=timezone.utc,
        ),
    ),
    (
        "microseconds",
        datetime(
            2026,
            1,
            15,
            9,
            5,
            7,
            123456,
            tzinfo=timezone.utc,
        ),
    ),
    (
        "offset east of Greenwich",
        datetime(
            2026,
            1,
            15,
            2,
            0,
            tzinfo=EAST,
        ),
    ),
    (
        "offset west of Greenwich",
        datetime(
            2026,
            1,
            15,
            22,
            0,
            tzinfo=WEST,
        ),
    ),
    (
        "leap day",
        datetime(
            2024,
            2,
            29,
            12,
            0,
            tzinfo=timezone.utc,
        ),
    ),
    (
        "end of a year",
        datetime(
            2025,
            12,
            31,
            23,
            59,
            59,
            999999,
            tzinfo=timezone.utc,
        ),
    ),
    (
        "ISO week of the next year",
        datetime(
            2024,
            12,
            30,
            12,
            0,
            tzinfo=timezone.utc,
        ),
    ),
    ("hour that Berlin repeats", BERLIN_FOLD),
    ("hour that New York repeats", NEW_YORK_FOLD),
    (
        "before 1970",
        datetime(
            1969,
            12,
            31,
            23,
            0,
            tzinfo=timezone.utc,
        ),
    ),
)

NAIVE_MOMENTS = (
    (
        "naive",
        datetime(
            2026,
            1,
            15,
            12,
            0,
        ),
    ),
    ("naive, in the hour that Berlin skips", BERLIN_GAP),
    (
        "naive, in the hour that Berlin repeats",
        datetime(
            2025,
            10,
            26,
            2,
            30,
        ),
    ),
    (
        "naive, in the hour that New York skips",
        datetime(
            2026,
            3,
            8,
            2,
            30,
        ),
    ),
)

SPECIAL_TIMES = (
    ("midnight", time(0, 0)),
    (
        "end of the day",
        time(
            23,
            59,
            59,
            999999,
        ),
    ),
    ("noon", time(12, 0)),
    (
        "one digit each",
        time(
            9,
            5,
            7,
        ),
    ),
)

SPECIAL_DURATIONS = (
    ("zero", timedelta(0)),
    ("negative", timedelta(hours=-1)),
    ("microseconds", timedelta(microseconds=1)),
    ("more than a day", timedelta(days=1, hours=1)),
    ("more than a month", timedelta(days=40)),
)

BOUND_NAMES = frozenset(
    ("zero", "negative", "midnight", "end of the day", "naive", "past", "future")
)
"""The special values that are separate classes in pairs."""


def list_day_classes(shape: Scalar) -> Iterator[MomentClass]:
    """Yield the classes of dates."""
    constraints = shape.constraints
    yield from _list_bounds(constraints, timedelta(days=1))
    candidates = [*SPECIAL_DAYS, *_list_far_days(constraints)]
    yield from _filter_fitting(candidates, constraints)


def _list_far_days(constraints: Constraints) -> list[tuple[str, date]]:
    """Return a day long ago and one far ahead, on the sides where no bound is set."""
    far = []
    if constraints.ge is None and constraints.gt is None:
        far.append(("past", FAR_PAST))
    if constraints.le is None and constraints.lt is None:
        far.append(("future", FAR_FUTURE))
    return far


def list_moment_classes(shape: Scalar) -> Iterator[MomentClass]:
    """Yield the classes of datetimes: aware ones, and naive ones if the type takes both."""
    constraints = shape.constraints
    yield from _list_bounds(constraints, timedelta(microseconds=1))
    far = [(name, _to_moment(day)) for name, day in _list_far_days(constraints)]
    special = [*far, *SPECIAL_MOMENTS]
    if constraints.tz == "naive":
        special = [(name, moment.replace(tzinfo=None)) for name, moment in special]
    elif isinstance(constraints.tz, int):
        zone = timezone(timedelta(seconds=constraints.tz))
        special = [(name, moment.astimezone(zone)) for name, moment in special]
    if constraints.tz in (None, "naive"):
        special += NAIVE_MOMENTS
    yield from _filter_fitting(special, constraints)


def _to_moment(day: date) -> datetime:
    return datetime(
        day.year,
        day.month,
        day.day,
        12,
        0,
        tzinfo=timezone.utc,
    )


def list_time_classes(shape: Scalar) -> Iterator[MomentClass]:
    """Yield the classes of times of the day."""
    constraints = shape.constraints
    for name in ("ge", "le"):
        bound = getattr(constraints, name)
        if bound is not None:
            yield "bound", "minimum" if name == "ge" else "maximum", bound
    special: list[tuple[str, Any]] = [*SPECIAL_TIMES]
    if constraints.tz not in (None, "naive"):
        special = [(name, moment.replace(tzinfo=timezone.utc)) for name, moment in special]
    yield from _filter_fitting(special, constraints)


def list_duration_classes(shape: Scalar) -> Iterator[MomentClass]:
    """Yield the classes of durations."""
    yield from _list_bounds(shape.constraints, timedelta(microseconds=1))
    yield from _filter_fitting(SPECIAL_DURATIONS, shape.constraints)


def _list_bounds(constraints: Constraints, unit: timedelta) -> Iterator[MomentClass]:
    """Yield the bounds; an exclusive one becomes the next value inside, which is *unit* away."""
    bounds = (
        ("minimum", constraints.ge, constraints.gt, unit),
        ("maximum", constraints.le, constraints.lt, -unit),
    )
    for name, inclusive, exclusive, inwards in bounds:
        if inclusive is not None:
            yield "bound", name, inclusive
        elif exclusive is not None:
            yield "bound", name, exclusive + inwards


def _filter_fitting(candidates: Any, constraints: Constraints) -> Iterator[MomentClass]:
    """Yield those *candidates* that satisfy *constraints*."""
    for name, value in candidates:
        if _fits(value, constraints):
            yield "bound" if name in BOUND_NAMES else "sample", name, value


def _fits(value: Any, constraints: Constraints) -> bool:
    """Return whether *value* is within the bounds; a naive moment is not next to an aware bound."""
    if constraints.now is not None:
        year: int = value.year
        return year < PAST_END if constraints.now == "past" else year == FAR_FUTURE.year
    try:
        return satisfies_bounds(value, constraints)
    except TypeError:
        return False


MOMENT_LISTERS = {
    "date": list_day_classes,
    "datetime": list_moment_classes,
    "time": list_time_classes,
    "timedelta": list_duration_classes,
}
"""Functions that list the classes of a kind of moment (date, time or duration)."""
