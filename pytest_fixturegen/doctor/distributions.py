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

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.doctor.report import Bar, Measure, Spread
from pytest_fixturegen.generator.json_output import sort_sets

MAX_BARS = 12
"""Different values that are told one by one; and bars of a histogram at most."""

MAX_SAMPLES = 4
"""Samples of a field."""

MAX_SAMPLE_LENGTH = 120
"""Characters of a sample."""

CONTAINER_TYPES = (list, tuple, set, frozenset, deque, Mapping)
NUMBER_TYPES = (int, float, Decimal, Fraction)


@dataclass(frozen=True, slots=True)
class Scale:
    """How a kind of value is measured: as a number, and that number in words."""

    quantity: Measure
    to_number: Callable[[Any], float]
    to_text: Callable[[Any], str] = str


def format_value(value: Any, *, with_sets: bool = True) -> str:
    """*value* as its JSON says it, a text as it is. *sets*: whether it may hold a set, whose order must be made."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    from pydantic_core import to_json

    try:
        said = json.loads(to_json(value, fallback=_describe_object, inf_nan_mode="strings"))
        said = sort_sets(value, said) if with_sets else said
    except Exception:  # an object of the user's may raise anything
        return f"<{type(value).__name__}>"
    return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)


def is_secret(value: Any) -> bool:
    """Whether *value* hides what it holds."""
    return hasattr(value, "get_secret_value")


def reveal_secret(value: Any) -> Any:
    """What a secret holds, for counting only; any other value as it is."""
    return value.get_secret_value() if is_secret(value) else value


def _describe_object(value: Any) -> str:
    return f"<{type(value).__name__}>"


def pick_samples(texts: Sequence[str]) -> tuple[str, ...]:
    """The first few of *texts* that differ, on one line each."""
    lines = (
        " ".join(text.split()) if text.strip() else repr(text) for text in dict.fromkeys(texts)
    )
    return tuple(
        line if len(line) <= MAX_SAMPLE_LENGTH else line[: MAX_SAMPLE_LENGTH - 1] + "…"
        for line, _ in zip(lines, range(MAX_SAMPLES), strict=False)
    )


def build_spread(values: Sequence[Any], texts: Sequence[str]) -> Spread | None:
    """How *values*, none of them None, are spread; *texts* say each of them. None where there is nothing to see."""
    if not values or len(set(texts)) == 1:
        return None
    classes = {type(value) for value in values}
    if len(classes) > 1 and not all(issubclass(cls, NUMBER_TYPES) for cls in classes):
        return _build_choice_spread("type", [cls.__name__ for cls in map(type, values)])
    first = values[0]
    few = len(set(texts)) <= MAX_BARS and 2 * len(set(texts)) <= len(texts)
    if isinstance(first, bool | Enum) or (few and isinstance(first, str)):
        return _build_choice_spread("choice", texts)
    scale = _find_scale(first)
    if scale is not None:
        return _build_histogram(scale, values)
    return _build_choice_spread("choice", texts) if few else None


def _build_choice_spread(measure: Measure, texts: Sequence[str]) -> Spread:
    """The most frequent of *texts*, those that are equally frequent in the order of their names; the rest in one bar."""
    ranked = sorted(Counter(texts).items(), key=lambda each: (-each[1], each[0]))
    bars = [Bar(label[:MAX_SAMPLE_LENGTH], count) for label, count in ranked[:MAX_BARS]]
    rest = sum(count for _, count in ranked[MAX_BARS:])
    bars += [Bar(f"{len(ranked) - MAX_BARS} others", rest)] if rest else []
    return Spread(measure, "", "", tuple(bars))


def _find_scale(value: Any) -> Scale | None:
    match value:
        case int() | float() | Decimal() | Fraction():
            return Scale("number", float, lambda each: f"{each}")
        case datetime():
            return Scale("moment", _to_timestamp, lambda each: each.isoformat(" ", "minutes"))
        case date():
            return Scale(
                "moment", lambda each: float(each.toordinal()), lambda each: str(each.isoformat())
            )
        case time():
            return Scale("moment", _count_seconds, lambda each: str(each.isoformat("seconds")))
        case timedelta():
            return Scale("duration", lambda each: float(each.total_seconds()))
        case str() | bytes():
            return Scale("length", lambda each: float(len(each)), lambda each: str(len(each)))
        case _ if isinstance(value, CONTAINER_TYPES):
            return Scale("items", lambda each: float(len(each)), lambda each: str(len(each)))
        case _:
            return None


def _to_timestamp(value: datetime) -> float:
    return (value if value.tzinfo else value.replace(tzinfo=timezone.utc)).timestamp()


def _count_seconds(value: time) -> float:
    return value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6


def _build_histogram(scale: Scale, values: Sequence[Any]) -> Spread | None:
    """*values* in bars of one width, or a bar for each whole number where these are few."""
    measured = sorted(
        ((scale.to_number(value), value) for value in values), key=lambda each: each[0]
    )
    measured = [each for each in measured if math.isfinite(each[0])]
    if not measured:
        return None
    (low, first), (high, last) = measured[0], measured[-1]
    narrow = all(number.is_integer() for number, _ in measured) and high - low < MAX_BARS
    bars = int(high - low) + 1 if narrow else MAX_BARS
    width = 1.0 if narrow else (high - low) / bars or 1.0
    counts = Counter(min(int((number - low) / width), bars - 1) for number, _ in measured)
    named = scale.quantity not in ("moment", "duration")
    return Spread(
        scale.quantity,
        scale.to_text(first),
        scale.to_text(last),
        tuple(
            Bar(
                _format_label(low + bar * width, width, is_single_number=narrow) if named else "",
                counts[bar],
            )
            for bar in range(bars)
        ),
    )


def _format_label(low: float, width: float, *, is_single_number: bool) -> str:
    return f"{low:g}" if is_single_number else f"{low:g} to {low + width:g}"
