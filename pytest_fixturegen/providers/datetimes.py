"""Dates, times and durations around the moment that the data takes for the present."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Any, NamedTuple

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Converted, Day, Instant, Integer, Node, Unsatisfiable
from pytest_fixturegen.providers.field_context import FieldContext, Provider

EPOCH = datetime(
    1970,
    1,
    1,
    tzinfo=timezone.utc,
)
MICROS_PER_SECOND = 1_000_000
SECONDS_PER_DAY = 86_400
MICROS_PER_DAY = SECONDS_PER_DAY * MICROS_PER_SECOND

MAX_YEARS_BACK = 5
"""How many years before now a moment without bounds lies at most."""

FUTURE_START_YEAR = 2090
"""The year in which ``Future`` types begin: far enough to stay in the future."""

MIN_MOMENT = (datetime.min.replace(tzinfo=timezone.utc) - EPOCH) // timedelta(microseconds=1)
MAX_MOMENT = (datetime.max.replace(tzinfo=timezone.utc) - EPOCH) // timedelta(microseconds=1)
"""The first and the last moment that a datetime can be, in microseconds from 1970."""

MIN_SECONDS = timedelta.min // timedelta(seconds=1)
MAX_SECONDS = timedelta.max // timedelta(seconds=1)
"""The shortest and the longest duration, in whole seconds."""

MicrosecondRange = tuple[int, int]


class Bounds(NamedTuple):
    """The four bounds of a field; an absent bound is None."""

    ge: Any
    gt: Any
    le: Any
    lt: Any

    def list_lower(self, unit: int) -> list[int]:
        """Return the lower bounds, in numbers that a value may equal."""
        bounds = (self.ge, None if self.gt is None else self.gt + unit)
        return [bound for bound in bounds if bound is not None]

    def list_upper(self, unit: int) -> list[int]:
        """Return the upper bounds, in numbers that a value may equal."""
        bounds = (self.le, None if self.lt is None else self.lt - unit)
        return [bound for bound in bounds if bound is not None]


def _list_bounds(constraints: Constraints) -> Bounds:
    """Return the four bounds of *constraints*; one that is not set is None."""
    return Bounds(
        constraints.ge,
        constraints.gt,
        constraints.le,
        constraints.lt,
    )


def _convert_bounds(constraints: Constraints, convert: Any) -> Bounds:
    """Return the bounds of *constraints*, each of them converted."""
    bounds = _list_bounds(constraints)
    return Bounds(*(None if bound is None else convert(bound) for bound in bounds))


def to_microseconds(moment: datetime) -> int:
    """Return the microseconds from 1970 to *moment*; a naive moment is taken for UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return (aware - EPOCH) // timedelta(microseconds=1)


def instant(context: FieldContext) -> Node:
    """Return a node of whole seconds, in the five years before now unless bounds say otherwise."""
    constraints = context.constraints
    bounds = _convert_bounds(
        constraints,
        lambda bound: to_microseconds(_to_datetime(bound)),
    )
    low, high = _resolve_range(context, bounds, MICROS_PER_SECOND)
    if low > high:
        low, high = _resolve_range(context, bounds, 1)
    if low > high:
        return _build_unsatisfiable(constraints)
    step = MICROS_PER_SECOND if high - low > MICROS_PER_SECOND else 1
    node = Instant(
        _round_up(low, step),
        high,
        step,
        _is_aware(constraints),
    )
    if isinstance(constraints.tz, int) and constraints.tz:
        return Converted(node, _TimezoneShift(constraints.tz))
    return node


def _is_aware(constraints: Constraints) -> bool:
    """Return whether the moments have a time zone: not if the type or a bound is naive."""
    if constraints.tz == "naive":
        return False
    moments = [bound for bound in _list_bounds(constraints) if isinstance(bound, datetime)]
    return all(moment.tzinfo for moment in moments)


class _TimezoneShift:
    """Converts a moment to a time zone *seconds* east of Greenwich."""

    def __init__(self, seconds: int) -> None:
        self.zone = timezone(timedelta(seconds=seconds))

    def __call__(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)


def day(context: FieldContext) -> Node:
    """Return a node of days, in the five years before now unless bounds say otherwise."""
    epoch_day = EPOCH.toordinal()
    bounds = _convert_bounds(
        context.constraints,
        lambda bound: (_to_date(bound).toordinal() - epoch_day) * MICROS_PER_DAY,
    )
    low, high = _resolve_range(context, bounds, MICROS_PER_DAY)
    if low > high:
        return _build_unsatisfiable(context.constraints)
    first = _round_up(low, MICROS_PER_DAY) // MICROS_PER_DAY + epoch_day
    last = high // MICROS_PER_DAY + epoch_day
    return Day(first, last) if first <= last else _build_unsatisfiable(context.constraints)


def _round_up(number: int, step: int) -> int:
    """Return the least multiple of *step* that is no less than *number*."""
    return -(-number // step) * step


def _resolve_range(
    context: FieldContext,
    bounds: Bounds,
    unit: int,
) -> MicrosecondRange:
    """Return the earliest and the latest moment within *bounds*, in microseconds from 1970."""
    lows, highs = bounds.list_lower(unit), bounds.list_upper(unit)
    now = to_microseconds(context.now)
    if context.constraints.now == "future":
        lows.append(
            to_microseconds(
                datetime(
                    FUTURE_START_YEAR,
                    1,
                    1,
                    tzinfo=timezone.utc,
                )
            )
        )
    if context.constraints.now == "past":
        highs.append(now)
    span = MAX_YEARS_BACK * 365 * MICROS_PER_DAY
    high = min(highs, default=None)
    if not lows:
        latest = now if high is None else high
        return max(latest - span, MIN_MOMENT), latest
    low = max(lows)
    return low, min(max(low + span, now) if high is None else high, MAX_MOMENT)


def _to_datetime(bound: Any) -> datetime:
    """Return *bound*; a date becomes the start of this day in UTC."""
    if isinstance(bound, datetime):
        return bound
    return datetime(
        bound.year,
        bound.month,
        bound.day,
        tzinfo=timezone.utc,
    )


def _to_date(bound: Any) -> date:
    """Return *bound* as a date; a datetime loses its time of day."""
    return bound.date() if isinstance(bound, datetime) else bound


def clock(context: FieldContext) -> Node:
    """Return a node of whole minutes of the day, or of a smaller unit for a narrow range."""
    constraints = context.constraints
    bounds = _convert_bounds(constraints, _count_microseconds)
    low, high = _to_seconds(bounds)
    step = 60 if high - low >= 3600 else 1
    is_aware = _is_aware_clock(constraints)
    if low <= high:
        seconds = Integer(
            _round_up(low, step),
            high,
            step,
        )
        if is_aware:
            return Converted(seconds, build_aware_time, json=_format_aware_time)
        return Converted(seconds, build_naive_time)
    first = max([0, *bounds.list_lower(1)])
    last = min([MICROS_PER_DAY - 1, *bounds.list_upper(1)])
    if first > last or is_aware:
        return _build_unsatisfiable(constraints)
    return Converted(Integer(first, last), _build_exact_time)


def _to_seconds(bounds: Bounds) -> tuple[int, int]:
    """Return the first and the last whole second of the day within *bounds*, in microseconds."""
    lows = [-(-bound // MICROS_PER_SECOND) for bound in bounds.list_lower(1)]
    highs = [bound // MICROS_PER_SECOND for bound in bounds.list_upper(1)]
    return max([0, *lows]), min([SECONDS_PER_DAY - 1, *highs])


def _is_aware_clock(constraints: Constraints) -> bool:
    """Return whether times have a time zone: only if the type or a bound has one."""
    if constraints.tz == "aware":
        return True
    bounds = [bound for bound in _list_bounds(constraints) if bound is not None]
    return any(bound.tzinfo for bound in bounds)


def _count_microseconds(moment: time) -> int:
    """Return the microseconds from midnight to *moment*."""
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return seconds * MICROS_PER_SECOND + moment.microsecond


def _build_exact_time(micros: int) -> time:
    """Return the time of day *micros* microseconds after midnight."""
    seconds, rest = divmod(micros, MICROS_PER_SECOND)
    return build_naive_time(seconds).replace(microsecond=rest)


def build_naive_time(second: int) -> time:
    """Return the time of day *second* seconds after midnight."""
    return time(
        second // 3600,
        second // 60 % 60,
        second % 60,
    )


def build_aware_time(second: int) -> time:
    """Return the time of day *second* seconds after midnight, in UTC."""
    return build_naive_time(second).replace(tzinfo=timezone.utc)


def _format_aware_time(second: int) -> str:
    return f"{build_naive_time(second).isoformat()}Z"


def duration(context: FieldContext) -> Node:
    """Return a node of whole minutes, up to a week unless bounds say otherwise.

    A narrow range has whole seconds, or microseconds.
    """
    bounds = _convert_bounds(
        context.constraints,
        lambda bound: bound // timedelta.resolution,
    )
    lows, highs = bounds.list_lower(1), bounds.list_upper(1)
    low, high = _find_duration_range(lows, highs)
    if low <= high:
        step = 60 if high - low >= 3600 else 1
        seconds = Integer(
            _round_up(low, step),
            high // step * step,
            step,
        )
        return Converted(seconds, build_timedelta, json=format_duration)
    first = max([timedelta.min // timedelta.resolution, *lows])
    last = min([timedelta.max // timedelta.resolution, *highs])
    if first > last:
        return _build_unsatisfiable(context.constraints)
    return Converted(
        Integer(first, last),
        _build_exact_timedelta,
        json=_format_exact_duration,
    )


def _find_duration_range(lows: list[int], highs: list[int]) -> tuple[int, int]:
    """Return the shortest and the longest duration in whole seconds; bounds in microseconds."""
    low_seconds = [-(-bound // MICROS_PER_SECOND) for bound in lows]
    high_seconds = [bound // MICROS_PER_SECOND for bound in highs]
    low = max(low_seconds, default=_find_shortest_duration(high_seconds))
    high = min(high_seconds, default=low + 7 * SECONDS_PER_DAY)
    return max(low, MIN_SECONDS), min(high, MAX_SECONDS)


def _find_shortest_duration(upper_bounds: list[int]) -> int:
    """Return the lower bound of a duration that has none: a minute, or less if it must be less."""
    if not upper_bounds or min(upper_bounds) > 60:
        return 60
    return min(upper_bounds) - 3600


def build_timedelta(second: int) -> timedelta:
    """Return a duration of *second* seconds."""
    return timedelta(seconds=second)


def _build_exact_timedelta(micros: int) -> timedelta:
    """Return a duration of *micros* microseconds."""
    return timedelta(microseconds=micros)


def _format_exact_duration(micros: int) -> str:
    """Return *micros* microseconds as Pydantic writes a duration in JSON."""
    from pydantic_core import to_jsonable_python

    text: str = to_jsonable_python(timedelta(microseconds=micros))
    return text


def format_timedelta(length: timedelta) -> str:
    """Return *length*, a whole number of seconds, as Pydantic writes it in JSON."""
    return format_duration(length // timedelta(seconds=1))


def format_duration(second: int) -> str:
    """Return *second* seconds as Pydantic writes a duration in JSON [ISO 8601-1 5.5.2].

    Only parts that are not zero are written; a year has 365 days.
    """
    if second == 0:
        return "PT0S"
    days, seconds = divmod(abs(second), SECONDS_PER_DAY)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    date_part = _format_parts(
        (days // 365, "Y"),
        (days % 365, "D"),
    )
    time_part = _format_parts(
        (hours, "H"),
        (minutes, "M"),
        (seconds % 60, "S"),
    )
    sign = "-" if second < 0 else ""
    return f"{sign}P{date_part}{'T' if time_part else ''}{time_part}"


def _format_parts(*parts: tuple[int, str]) -> str:
    """Return the counts with their units, without those that are zero."""
    return "".join(f"{count}{unit}" for count, unit in parts if count)


def _build_unsatisfiable(constraints: Constraints) -> Unsatisfiable:
    """Return the refusal of a field whose bounds leave no moment; it names every bound."""
    bounds = _list_bounds(constraints)._asdict()
    rules = [f"{name}={bound}" for name, bound in bounds.items() if bound is not None]
    if constraints.now:
        rules.append(f"{constraints.now} only")
    return Unsatisfiable(
        f"no moment satisfies {', '.join(rules)}.", "Widen the bounds, or override the field."
    )


PROVIDERS: dict[Any, Provider] = {
    "datetime": instant,
    "date": day,
    "time": clock,
    "timedelta": duration,
}
"""Kinds of value, with the provider of each."""
