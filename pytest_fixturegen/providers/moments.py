"""Dates, times and durations around the moment that data takes for the present."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from pytest_fixturegen.nodes import Converted, Day, Instant, Integer, Node, Refused
from pytest_fixturegen.providers.asks import Ask, Provider
from pytest_fixturegen.shape.shapes import Constraints

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
SECOND = 1_000_000
"""Microseconds."""

DAY = 86_400 * SECOND
YEARS = 5
"""How far back an unbounded moment lies at most."""

FAR = 2090
"""A year that stays in the future: where Future types begin."""

Moment = tuple[int, int]


def micros(moment: datetime) -> int:
    """Microseconds from 1970 to *moment*; a naive one is taken for UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return (aware - EPOCH) // timedelta(microseconds=1)


def instant(ask: Ask) -> Node:
    """Whole seconds in the five years before now."""
    rules = ask.rules
    low, high = _within(ask, [micros(_as_datetime(bound)) if bound is not None else None for bound in _bounds(rules)], SECOND)
    if low > high:
        return _impossible(rules)
    step = SECOND if high - low > SECOND else 1
    aware = rules.tz != "naive" and not any(isinstance(bound, datetime) and not bound.tzinfo for bound in _bounds(rules))
    node = Instant(-(-low // step) * step, high, step, aware)
    return Converted(node, _Shifted(rules.tz)) if isinstance(rules.tz, int) and rules.tz else node


class _Shifted:
    """The same moment in a zone *seconds* east of Greenwich."""

    def __init__(self, seconds: int) -> None:
        self.zone = timezone(timedelta(seconds=seconds))

    def __call__(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)


def day(ask: Ask) -> Node:
    """A day in the five years before now."""
    bounds = [_as_date(bound).toordinal() * DAY if bound is not None else None for bound in _bounds(ask.rules)]
    shift = EPOCH.toordinal() * DAY
    low, high = _within(ask, [bound - shift if bound is not None else None for bound in bounds], DAY)
    first, last = -(-low // DAY) + EPOCH.toordinal(), high // DAY + EPOCH.toordinal()
    return Day(first, last) if first <= last else _impossible(ask.rules)


def _bounds(rules: Constraints) -> tuple[Any, Any, Any, Any]:
    return rules.ge, rules.gt, rules.le, rules.lt


def _within(ask: Ask, bounds: list[int | None], unit: int) -> Moment:
    """The earliest and the latest moment in *bounds* (ge, gt, le, lt), in microseconds."""
    ge, gt, le, lt = bounds
    lows = [bound for bound in (ge, gt + unit if gt is not None else None) if bound is not None]
    highs = [bound for bound in (le, lt - unit if lt is not None else None) if bound is not None]
    now = micros(ask.now)
    if ask.rules.now == "future":
        lows.append(micros(datetime(FAR, 1, 1, tzinfo=timezone.utc)))
    if ask.rules.now == "past":
        highs.append(now)
    low, high = max(lows, default=None), min(highs, default=None)
    if low is None:
        return (now if high is None else high) - YEARS * 365 * DAY, now if high is None else high
    return low, max(low + YEARS * 365 * DAY, now) if high is None else high


def _as_datetime(bound: Any) -> datetime:
    return bound if isinstance(bound, datetime) else datetime(bound.year, bound.month, bound.day, tzinfo=timezone.utc)


def _as_date(bound: Any) -> date:
    return bound.date() if isinstance(bound, datetime) else bound


def clock(ask: Ask) -> Node:
    """A whole minute of the day, to the second where the bounds ask for it."""
    rules = ask.rules
    ge, gt, le, lt = (bound and _seconds(bound) if bound is not None else None for bound in _bounds(rules))
    low = max(ge or 0, -1 if gt is None else gt, 0) + (0 if gt is None or (ge or 0) > gt else 1)
    high = min(86_399 if le is None else le, 86_399 if lt is None else lt - 1)
    if low > high:
        return _impossible(rules)
    aware = rules.tz == "aware" or any(bound is not None and bound.tzinfo for bound in _bounds(rules))
    step = 60 if high - low >= 3600 else 1
    return Converted(
        Integer(-(-low // step) * step, high, step), aware_clock if aware else naive_clock, json=_clock_text(aware)
    )


def _seconds(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def naive_clock(second: int) -> time:
    """The time of day *second* seconds after midnight."""
    return time(second // 3600, second // 60 % 60, second % 60)


def aware_clock(second: int) -> time:
    """The same, in UTC."""
    return naive_clock(second).replace(tzinfo=timezone.utc)


def _clock_text(aware: bool) -> Any:
    return _aware_text if aware else None


def _aware_text(second: int) -> str:
    return f"{naive_clock(second).isoformat()}Z"


def duration(ask: Ask) -> Node:
    """Whole minutes, up to a week."""
    ge, gt, le, lt = (bound // timedelta(seconds=1) if bound is not None else None for bound in _bounds(ask.rules))
    lows = [bound for bound in (ge, None if gt is None else gt + 1) if bound is not None]
    highs = [bound for bound in (le, None if lt is None else lt - 1) if bound is not None]
    low = max(lows, default=60 if not highs or min(highs) > 60 else min(highs) - 3600)
    high = min(highs, default=low + 7 * 86_400)
    step = 60 if high - low >= 3600 else 1
    node = Integer(-(-low // step) * step, high // step * step, step)
    return Converted(node, seconds_long, json=duration_text) if low <= high else _impossible(ask.rules)


def seconds_long(second: int) -> timedelta:
    """A duration of *second* seconds."""
    return timedelta(seconds=second)


def as_text(length: timedelta) -> str:
    """A whole number of seconds as Pydantic writes it."""
    return duration_text(length // timedelta(seconds=1))


def duration_text(second: int) -> str:
    """A duration as Pydantic writes it: the parts that are not zero, years of 365 days [ISO 8601-1 5.5.2]."""
    sign, left = ("-", -second) if second < 0 else ("", second)
    days, left = divmod(left, 86_400)
    date_part = _parts((days // 365, "Y"), (days % 365, "D"))
    time_part = _parts((left // 3600, "H"), (left // 60 % 60, "M"), (left % 60, "S"))
    return f"{sign}P{date_part}{'T' if time_part else ''}{time_part}" if second else "PT0S"


def _parts(*parts: tuple[int, str]) -> str:
    return "".join(f"{count}{unit}" for count, unit in parts if count)


def _impossible(rules: Constraints) -> Refused:
    said = [f"{name}={bound}" for name in ("ge", "gt", "le", "lt") if (bound := getattr(rules, name)) is not None]
    said += [f"{rules.now} only"] if rules.now else []
    return Refused(f"no moment keeps {', '.join(said)}.", "Widen the bounds, or override the field.")


PROVIDERS: dict[Any, Provider] = {"datetime": instant, "date": day, "time": clock, "timedelta": duration}
