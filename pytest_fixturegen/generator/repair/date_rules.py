"""Strategy: dates and times that satisfy the checks in a validator's code.

A validator that compares with the present day reads the clock. The dates that are drawn for it lie
decades away from the reference time of the data, so that they are the same for years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar

from pytest_fixturegen.generator.repair.converted_nodes import convert_node
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy, take_share
from pytest_fixturegen.generator.repair.validator_code import ValidatorCode
from pytest_fixturegen.generator.repair.value_targets import ValueTarget, list_value_targets
from pytest_fixturegen.nodes import Day, Instant, Node

NAME = "date rules"

MAX_DATES = 3
"""Dates of the code that are tried."""

CLOCK_FUNCTIONS = ("today", "now", "utcnow", "time", "localtime", "timestamp")
FUTURES = ((30, 40), (200, 210))
"""Years after the reference time: from the first to the second number."""

PASTS = ((-60, -25), (-120, -100))

NEIGHBOUR_YEARS = 5
"""Years after, or before, a date of the code from which dates are drawn."""

KNOWN_YEARS = range(1800, 2200)
"""Whole numbers that are years."""

SATURDAY = 5
FIRST_OFFICE_HOUR, OFFICE_HOURS = 9, 8

Moment = TypeVar("Moment", bound=date)


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield patches for each date and each time."""
    patches = (
        DrawInstead(
            NAME,
            target.path,
            label,
            node=target.wrap(node),
        )
        for target in list_value_targets(drawn)
        if is_date(target)
        for label, node in list_date_nodes(drawn.code, target, drawn.now)
    )
    return take_share(patches, drawn.lap)


def is_date(target: ValueTarget) -> bool:
    """Return whether dates, or datetimes, are drawn at *target*."""
    if target.value is None:
        return isinstance(target.node, Day | Instant)
    return isinstance(target.value, date)


def list_date_nodes(
    code: ValidatorCode,
    target: ValueTarget,
    now: datetime,
) -> Iterator[tuple[str, Node]]:
    """Yield a label and a node for each way to satisfy *code* at *target*."""
    for name in code.names:
        if name in PART_CHANGES:
            for change in PART_CHANGES[name]:
                yield change.__name__, convert_node(target.whole, change)
    for moment in list_moments(code)[:MAX_DATES]:
        for label, years in (("after", NEIGHBOUR_YEARS), ("before", -NEIGHBOUR_YEARS)):
            yield f"{label} {moment}", make_date_node(target, moment, 0, years)
        new_year = moment.replace(month=1, day=1)
        yield f"in {moment.year}", make_date_node(target, new_year, 0, 1)
    if code.uses(*CLOCK_FUNCTIONS):
        for low, high in (*FUTURES, *PASTS):
            yield f"{low} to {high} years", make_date_node(target, now.date(), low, high)


def list_moments(code: ValidatorCode) -> list[date]:
    """Return the dates that *code* refers to, and those that its numbers may mean."""
    moments = [moment.date() if isinstance(moment, datetime) else moment for moment in code.moments]
    numbers = [number for number in code.numbers if isinstance(number, int)]
    for place, number in enumerate(numbers):
        if number in KNOWN_YEARS:
            month, day = [*numbers[place + 1 : place + 3], 1, 1][:2]
            moments.append(_make_day(number, month, day))
    return list(dict.fromkeys(moments))


def _make_day(
    year: int,
    month: int,
    day: int,
) -> date:
    """Return the date, or the first day of *year* if *month* and *day* are not valid."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 1, 1)


def make_date_node(
    target: ValueTarget,
    start: date,
    low: int,
    high: int,
) -> Node:
    """Return a node of dates like that of *target*, from *low* to *high* years after *start*."""
    first, last = sorted((_add_years(start, low), _add_years(start, high)))
    first, last = first + timedelta(days=1), last - timedelta(days=1)
    is_datetime = isinstance(target.value, datetime) or isinstance(target.node, Instant)
    if not is_datetime:
        return Day(first.toordinal(), last.toordinal())
    if isinstance(target.value, datetime):
        is_aware = target.value.tzinfo is not None
    else:
        is_aware = isinstance(target.node, Instant) and target.node.is_aware
    bounds = [int(_to_timestamp(day)) * 1_000_000 for day in (first, last)]
    return Instant(
        bounds[0],
        bounds[1],
        1_000_000,
        is_aware,
    )


def _to_timestamp(day: date) -> float:
    """Return the Unix time of the beginning of *day*."""
    return datetime(
        day.year,
        day.month,
        day.day,
        tzinfo=timezone.utc,
    ).timestamp()


def _add_years(day: date, years: int) -> date:
    """Return *day* so many *years* later, within the years that dates have."""
    year = min(max(day.year + years, date.min.year + 1), date.max.year - 1)
    return day.replace(year=year, day=min(day.day, 28))


def move_to_working_day(moment: Moment) -> Moment:
    """Return *moment*, up to two days earlier if it is at a weekend."""
    return moment - timedelta(days=max(moment.weekday() - SATURDAY + 1, 0))


def move_to_weekend(moment: Moment) -> Moment:
    """Return *moment*, up to five days later unless it is at a weekend."""
    return moment + timedelta(days=max(SATURDAY - moment.weekday(), 0))


def move_to_full_hour(moment: Moment) -> Moment:
    """Return the beginning of the hour of *moment*."""
    if not isinstance(moment, datetime):
        return moment
    return moment.replace(minute=0, second=0, microsecond=0)


def move_to_office_hours(moment: Moment) -> Moment:
    """Return *moment* between nine and five."""
    if not isinstance(moment, datetime):
        return moment
    return moment.replace(hour=FIRST_OFFICE_HOUR + moment.hour % OFFICE_HOURS)


def move_to_midnight(moment: Moment) -> Moment:
    """Return the beginning of the day of *moment*."""
    if not isinstance(moment, datetime):
        return moment
    return moment.replace(
        hour=0,
        minute=0,
        second=0,
        microsecond=0,
    )


def move_to_first_day(moment: Moment) -> Moment:
    """Return *moment* at the first day of its month."""
    return moment.replace(day=1)


def drop_time_zone(moment: Moment) -> Moment:
    """Return *moment* without its time zone."""
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment


def add_time_zone(moment: Moment) -> Moment:
    """Return *moment* as a time in UTC."""
    if not isinstance(moment, datetime) or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=timezone.utc)


_WEEKDAY_CHANGES = (move_to_working_day, move_to_weekend)
_ZONE_CHANGES = (drop_time_zone, add_time_zone)
_HOUR_CHANGES = (move_to_full_hour, move_to_midnight)

PART_CHANGES: dict[str, tuple[Callable[[date], date], ...]] = {
    "weekday": _WEEKDAY_CHANGES,
    "isoweekday": _WEEKDAY_CHANGES,
    "isocalendar": _WEEKDAY_CHANGES,
    "tzinfo": _ZONE_CHANGES,
    "utcoffset": _ZONE_CHANGES,
    "minute": _HOUR_CHANGES,
    "second": _HOUR_CHANGES,
    "microsecond": _HOUR_CHANGES,
    "hour": (move_to_office_hours, move_to_midnight),
    "day": (move_to_first_day,),
}
"""Changes of dates that satisfy validators that use the attribute of this name."""

STRATEGY = RepairStrategy(
    NAME,
    "Draw a date before or after those of the code, far from the clock, or on a working day.",
    propose,
    last_lap=2,
)
