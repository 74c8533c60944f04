"""Dates, times and durations around the moment that data takes for the present."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Converted, Day, Instant, Integer, Node, Unsatisfiable
from pytest_fixturegen.providers.field_context import FieldContext, Provider

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MICROS_PER_SECOND = 1_000_000
"""Microseconds."""

MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND
MAX_YEARS_BACK = 5
"""How far back an unbounded moment lies at most."""

FUTURE_START_YEAR = 2090
"""A year that stays in the future: where Future types begin."""

MicrosecondRange = tuple[int, int]


def to_microseconds(moment: datetime) -> int:
    """Microseconds from 1970 to *moment*; a naive one is taken for UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return (aware - EPOCH) // timedelta(microseconds=1)


def instant(context: FieldContext) -> Node:
    """Whole seconds in the five years before now."""
    rules = context.constraints
    low, high = _resolve_range(
        context,
        [
            to_microseconds(_to_datetime(bound)) if bound is not None else None
            for bound in _list_bounds(rules)
        ],
        MICROS_PER_SECOND,
    )
    if low > high:
        return _build_unsatisfiable(rules)
    step = MICROS_PER_SECOND if high - low > MICROS_PER_SECOND else 1
    aware = rules.tz != "naive" and not any(
        isinstance(bound, datetime) and not bound.tzinfo for bound in _list_bounds(rules)
    )
    node = Instant(-(-low // step) * step, high, step, aware)
    return (
        Converted(node, _TimezoneShift(rules.tz))
        if isinstance(rules.tz, int) and rules.tz
        else node
    )


class _TimezoneShift:
    """The same moment in a zone *seconds* east of Greenwich."""

    def __init__(self, seconds: int) -> None:
        self.zone = timezone(timedelta(seconds=seconds))

    def __call__(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)


def day(context: FieldContext) -> Node:
    """A day in the five years before now."""
    bounds = [
        _to_date(bound).toordinal() * MICROS_PER_DAY if bound is not None else None
        for bound in _list_bounds(context.constraints)
    ]
    shift = EPOCH.toordinal() * MICROS_PER_DAY
    low, high = _resolve_range(
        context, [bound - shift if bound is not None else None for bound in bounds], MICROS_PER_DAY
    )
    first, last = (
        -(-low // MICROS_PER_DAY) + EPOCH.toordinal(),
        high // MICROS_PER_DAY + EPOCH.toordinal(),
    )
    return Day(first, last) if first <= last else _build_unsatisfiable(context.constraints)


def _list_bounds(constraints: Constraints) -> tuple[Any, Any, Any, Any]:
    return constraints.ge, constraints.gt, constraints.le, constraints.lt


def _resolve_range(context: FieldContext, bounds: list[int | None], unit: int) -> MicrosecondRange:
    """The earliest and the latest moment in *bounds* (ge, gt, le, lt), in microseconds."""
    ge, gt, le, lt = bounds
    lows = [bound for bound in (ge, gt + unit if gt is not None else None) if bound is not None]
    highs = [bound for bound in (le, lt - unit if lt is not None else None) if bound is not None]
    now = to_microseconds(context.now)
    if context.constraints.now == "future":
        lows.append(to_microseconds(datetime(FUTURE_START_YEAR, 1, 1, tzinfo=timezone.utc)))
    if context.constraints.now == "past":
        highs.append(now)
    low, high = max(lows, default=None), min(highs, default=None)
    if low is None:
        return (
            now if high is None else high
        ) - MAX_YEARS_BACK * 365 * MICROS_PER_DAY, now if high is None else high
    return low, max(low + MAX_YEARS_BACK * 365 * MICROS_PER_DAY, now) if high is None else high


def _to_datetime(bound: Any) -> datetime:
    return (
        bound
        if isinstance(bound, datetime)
        else datetime(bound.year, bound.month, bound.day, tzinfo=timezone.utc)
    )


def _to_date(bound: Any) -> date:
    return bound.date() if isinstance(bound, datetime) else bound


def clock(context: FieldContext) -> Node:
    """A whole minute of the day, to the second where the bounds ask for it."""
    rules = context.constraints
    ge, gt, le, lt = (
        bound and _count_seconds(bound) if bound is not None else None
        for bound in _list_bounds(rules)
    )
    low = max(ge or 0, -1 if gt is None else gt, 0) + (0 if gt is None or (ge or 0) > gt else 1)
    high = min(86_399 if le is None else le, 86_399 if lt is None else lt - 1)
    if low > high:
        return _build_unsatisfiable(rules)
    aware = rules.tz == "aware" or any(
        bound is not None and bound.tzinfo for bound in _list_bounds(rules)
    )
    step = 60 if high - low >= 3600 else 1
    return Converted(
        Integer(-(-low // step) * step, high, step),
        build_aware_time if aware else build_naive_time,
        json=_find_time_formatter(aware),
    )


def _count_seconds(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def build_naive_time(second: int) -> time:
    """The time of day *second* seconds after midnight."""
    return time(second // 3600, second // 60 % 60, second % 60)


def build_aware_time(second: int) -> time:
    """The same, in UTC."""
    return build_naive_time(second).replace(tzinfo=timezone.utc)


def _find_time_formatter(is_aware: bool) -> Any:
    return _format_aware_time if is_aware else None


def _format_aware_time(second: int) -> str:
    return f"{build_naive_time(second).isoformat()}Z"


def duration(context: FieldContext) -> Node:
    """Whole minutes, up to a week."""
    ge, gt, le, lt = (
        bound // timedelta(seconds=1) if bound is not None else None
        for bound in _list_bounds(context.constraints)
    )
    lows = [bound for bound in (ge, None if gt is None else gt + 1) if bound is not None]
    highs = [bound for bound in (le, None if lt is None else lt - 1) if bound is not None]
    low = max(lows, default=60 if not highs or min(highs) > 60 else min(highs) - 3600)
    high = min(highs, default=low + 7 * 86_400)
    step = 60 if high - low >= 3600 else 1
    node = Integer(-(-low // step) * step, high // step * step, step)
    return (
        Converted(node, build_timedelta, json=format_duration)
        if low <= high
        else _build_unsatisfiable(context.constraints)
    )


def build_timedelta(second: int) -> timedelta:
    """A duration of *second* seconds."""
    return timedelta(seconds=second)


def format_timedelta(length: timedelta) -> str:
    """A whole number of seconds as Pydantic writes it."""
    return format_duration(length // timedelta(seconds=1))


def format_duration(second: int) -> str:
    """A duration as Pydantic writes it: the parts that are not zero, years of 365 days [ISO 8601-1 5.5.2]."""
    sign, left = ("-", -second) if second < 0 else ("", second)
    days, left = divmod(left, 86_400)
    date_part = _format_parts((days // 365, "Y"), (days % 365, "D"))
    time_part = _format_parts((left // 3600, "H"), (left // 60 % 60, "M"), (left % 60, "S"))
    return f"{sign}P{date_part}{'T' if time_part else ''}{time_part}" if second else "PT0S"


def _format_parts(*parts: tuple[int, str]) -> str:
    return "".join(f"{count}{unit}" for count, unit in parts if count)


def _build_unsatisfiable(constraints: Constraints) -> Unsatisfiable:
    said = [
        f"{name}={bound}"
        for name in ("ge", "gt", "le", "lt")
        if (bound := getattr(constraints, name)) is not None
    ]
    said += [f"{constraints.now} only"] if constraints.now else []
    return Unsatisfiable(
        f"no moment keeps {', '.join(said)}.", "Widen the bounds, or override the field."
    )


PROVIDERS: dict[Any, Provider] = {
    "datetime": instant,
    "date": day,
    "time": clock,
    "timedelta": duration,
}
