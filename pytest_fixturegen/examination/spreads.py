"""From drawn values to what one wants to know of them: how many differ, how they are spread, what they look like."""

from __future__ import annotations

import json
import math
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from pytest_fixturegen.engine.written import in_order
from pytest_fixturegen.examination.report import Bar, Measure, Spread
from pytest_fixturegen.frozen import dataclass

FEW = 12
"""Different values that are told one by one; and bars of a histogram at most."""

SHOWN = 4
"""Samples of a field."""

LONGEST = 120
"""Characters of a sample."""

CONTAINERS = (list, tuple, set, frozenset, deque, Mapping)
NUMBERS = (int, float, Decimal, Fraction)


@dataclass(frozen=True, slots=True)
class Scale:
    """How a kind of value is measured: as a number, and that number in words."""

    of: Measure
    measure: Callable[[Any], float]
    say: Callable[[Any], str] = str


def text_of(value: Any, *, sets: bool = True) -> str:
    """*value* as its JSON says it, a text as it is. *sets*: whether it may hold a set, whose order must be made."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    from pydantic_core import to_json

    try:
        said = json.loads(to_json(value, fallback=_fallback, inf_nan_mode="strings"))
        said = in_order(value, said) if sets else said
    except Exception:  # an object of the user's may raise anything
        return f"<{type(value).__name__}>"
    return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)


def is_secret(value: Any) -> bool:
    """Whether *value* hides what it holds."""
    return hasattr(value, "get_secret_value")


def shown(value: Any) -> Any:
    """What a secret holds, for counting only; any other value as it is."""
    return value.get_secret_value() if is_secret(value) else value


def _fallback(value: Any) -> str:
    return f"<{type(value).__name__}>"


def samples_of(texts: Sequence[str]) -> tuple[str, ...]:
    """The first few of *texts* that differ, on one line each."""
    lines = (" ".join(text.split()) if text.strip() else repr(text) for text in dict.fromkeys(texts))
    return tuple(
        line if len(line) <= LONGEST else line[: LONGEST - 1] + "…" for line, _ in zip(lines, range(SHOWN), strict=False)
    )


def spread_of(values: Sequence[Any], texts: Sequence[str]) -> Spread | None:
    """How *values*, none of them None, are spread; *texts* say each of them. None where there is nothing to see."""
    if not values or len(set(texts)) == 1:
        return None
    classes = {type(value) for value in values}
    if len(classes) > 1 and not all(issubclass(cls, NUMBERS) for cls in classes):
        return _choices("type", [cls.__name__ for cls in map(type, values)])
    first = values[0]
    few = len(set(texts)) <= FEW and 2 * len(set(texts)) <= len(texts)
    if isinstance(first, bool | Enum) or (few and isinstance(first, str)):
        return _choices("choice", texts)
    scale = _scale_of(first)
    if scale is not None:
        return _histogram(scale, values)
    return _choices("choice", texts) if few else None


def _choices(of: Measure, texts: Sequence[str]) -> Spread:
    """The most frequent of *texts*, those that are equally frequent in the order of their names; the rest in one bar."""
    ranked = sorted(Counter(texts).items(), key=lambda each: (-each[1], each[0]))
    bars = [Bar(label[:LONGEST], count) for label, count in ranked[:FEW]]
    rest = sum(count for _, count in ranked[FEW:])
    bars += [Bar(f"{len(ranked) - FEW} others", rest)] if rest else []
    return Spread(of, "", "", tuple(bars))


def _scale_of(value: Any) -> Scale | None:
    match value:
        case int() | float() | Decimal() | Fraction():
            return Scale("number", float, lambda each: f"{each}")
        case datetime():
            return Scale("moment", _timestamp, lambda each: each.isoformat(" ", "minutes"))
        case date():
            return Scale("moment", lambda each: float(each.toordinal()), lambda each: str(each.isoformat()))
        case time():
            return Scale("moment", _seconds, lambda each: str(each.isoformat("seconds")))
        case timedelta():
            return Scale("duration", lambda each: float(each.total_seconds()))
        case str() | bytes():
            return Scale("length", lambda each: float(len(each)), lambda each: str(len(each)))
        case _ if isinstance(value, CONTAINERS):
            return Scale("items", lambda each: float(len(each)), lambda each: str(len(each)))
        case _:
            return None


def _timestamp(value: datetime) -> float:
    return (value if value.tzinfo else value.replace(tzinfo=timezone.utc)).timestamp()


def _seconds(value: time) -> float:
    return value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6


def _histogram(scale: Scale, values: Sequence[Any]) -> Spread | None:
    """*values* in bars of one width, or a bar for each whole number where these are few."""
    measured = sorted(((scale.measure(value), value) for value in values), key=lambda each: each[0])
    measured = [each for each in measured if math.isfinite(each[0])]
    if not measured:
        return None
    (low, first), (high, last) = measured[0], measured[-1]
    narrow = all(number.is_integer() for number, _ in measured) and high - low < FEW
    bars = int(high - low) + 1 if narrow else FEW
    width = 1.0 if narrow else (high - low) / bars or 1.0
    counts = Counter(min(int((number - low) / width), bars - 1) for number, _ in measured)
    named = scale.of not in ("moment", "duration")
    return Spread(
        scale.of,
        scale.say(first),
        scale.say(last),
        tuple(Bar(_label(low + bar * width, width, narrow=narrow) if named else "", counts[bar]) for bar in range(bars)),
    )


def _label(low: float, width: float, *, narrow: bool) -> str:
    return f"{low:g}" if narrow else f"{low:g} to {low + width:g}"
