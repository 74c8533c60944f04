"""Statistics of drawn values: their texts, samples, and distribution."""

from __future__ import annotations

import json
import math
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence, Sized
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.doctor.report import Bar, Measure, Spread
from pytest_fixturegen.introspection.readers import plain_classes
from pytest_fixturegen.introspection.set_order import sort_sets

MAX_BARS = 12
"""Most bars of a histogram, and most values that have a bar each."""

MAX_SAMPLES = 4
"""Most samples of a field."""

MAX_SAMPLE_LENGTH = 120
"""Most characters of a sample."""

CONTAINER_TYPES = (list, tuple, set, frozenset, deque, Mapping)
NUMBER_TYPES = (int, float, Decimal, Fraction)


@dataclass(frozen=True, slots=True)
class Scale:
    """A measure of values: the number that is plotted, and the text of a value."""

    quantity: Measure
    to_number: Callable[[Any], float]
    to_text: Callable[[Any], str] = str


def format_value(
    value: Any,
    *,
    with_sets: bool = True,
) -> str:
    """Return *value* as JSON; a text is returned unchanged.

    With *with_sets*, the items of sets in *value* are sorted, since their order is random. This
    takes time; callers switch it off for types without sets.
    """
    if isinstance(value, str) and not isinstance(value, Enum):
        return value
    if isinstance(value, Enum):
        return str(value.value)

    def format_json() -> str:
        """Return the JSON text of *value*; a value that encodes to a text is that text."""
        encoded = to_json(value, fallback=_describe_part, inf_nan_mode="strings")
        parsed = json.loads(encoded)
        if with_sets:
            parsed = sort_sets(value, parsed)
        return parsed if isinstance(parsed, str) else json.dumps(parsed, ensure_ascii=False)

    from pydantic_core import to_json

    text = call_or_default(format_json, None)  # an object of the user may raise anything
    return _describe_object(value) if text is None else text


def is_secret(value: Any) -> bool:
    """Return whether *value* hides its content, such as a ``SecretStr``."""
    return hasattr(value, "get_secret_value")


def reveal_secret(value: Any) -> Any:
    """Return the content of a secret, which may be counted but not shown, or *value* itself."""
    return value.get_secret_value() if is_secret(value) else value


def _describe_part(value: Any) -> Any:
    """Return the JSON form of an unserializable *value*: the arguments of a plain object."""
    cls: Any = type(value)
    if plain_classes.is_plain_class(cls):
        return plain_classes.read_plain_arguments(value)
    return _describe_object(value)


def _describe_object(value: Any) -> str:
    """Return the name of the type in angle brackets, for objects that JSON cannot express."""
    return f"<{type(value).__name__}>"


def pick_samples(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the first different *texts*, each shortened to one line."""
    different = list(dict.fromkeys(texts))
    return tuple(_format_sample(text) for text in different[:MAX_SAMPLES])


def _format_sample(text: str) -> str:
    """Return *text* on one line; a blank text is quoted, so that it is visible."""
    is_blank = not text.strip()
    line = repr(text) if is_blank else " ".join(text.split())
    return shorten(line, MAX_SAMPLE_LENGTH)


def build_spread(
    values: Sequence[Any],
    texts: Sequence[str],
) -> Spread | None:
    """Return the distribution of *values*, or None if there is nothing to plot.

    *values* must not contain None; *texts* are their texts in the same order.
    """
    distinct_count = len(set(texts))
    if not values or distinct_count == 1:
        return None
    if _has_mixed_types(values):
        type_names = [type(value).__name__ for value in values]
        return _build_choice_spread("type", type_names)
    first = values[0]
    # A bar for each value makes sense only if values repeat.
    has_few_values = distinct_count <= MAX_BARS and 2 * distinct_count <= len(texts)
    if isinstance(first, bool | Enum):
        return _build_choice_spread("choice", texts)
    if isinstance(first, str) and has_few_values:
        return _build_choice_spread("choice", texts)
    scale = _find_scale(first)
    if scale is not None:
        return _build_histogram(scale, values)
    if has_few_values:
        return _build_choice_spread("choice", texts)
    return None


def _has_mixed_types(values: Sequence[Any]) -> bool:
    """Return whether *values* have several types; numbers of all kinds count as one type."""
    classes = {type(value) for value in values}
    if len(classes) == 1:
        return False
    return not all(issubclass(cls, NUMBER_TYPES) for cls in classes)


def _build_choice_spread(measure: Measure, texts: Sequence[str]) -> Spread:
    """Return a bar for each of the most frequent *texts*, and one bar for the others.

    Texts of equal frequency are in alphabetical order.
    """
    counts = Counter(texts)
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    frequent, others = ranked[:MAX_BARS], ranked[MAX_BARS:]
    bars = [Bar(label[:MAX_SAMPLE_LENGTH], count) for label, count in frequent]
    if others:
        other_count = sum(count for _, count in others)
        bars.append(Bar(f"{len(others)} others", other_count))
    return Spread(measure, "", "", tuple(bars))


def _find_scale(value: Any) -> Scale | None:
    """Return the measure that suits the type of *value*, or None if no type matches.

    The order matters: a datetime is also a date.
    """
    match value:
        case int() | float() | Decimal() | Fraction():
            return Scale("number", _to_float, lambda number: f"{number}")
        case datetime():
            return Scale(
                "moment",
                _to_timestamp,
                lambda moment: moment.isoformat(" ", "minutes"),
            )
        case date():
            return Scale(
                "moment",
                _count_days,
                lambda day: str(day.isoformat()),
            )
        case time():
            return Scale(
                "moment",
                _count_seconds,
                lambda moment: str(moment.isoformat("seconds")),
            )
        case timedelta():
            return Scale("duration", lambda duration: float(duration.total_seconds()))
        case str() | bytes():
            return Scale(
                "length",
                _measure_length,
                lambda text: str(len(text)),
            )
        case _ if isinstance(value, CONTAINER_TYPES):
            return Scale(
                "items",
                _measure_length,
                lambda items: str(len(items)),
            )
        case _:
            return None


def _to_float(value: Any) -> float:
    """Return *value* as a float, or infinity if it has none, such as a number of 400 digits."""
    try:
        return float(value)
    except (OverflowError, ValueError):
        return math.inf


def _to_timestamp(value: datetime) -> float:
    """Return the seconds since 1970; a datetime without zone counts as UTC."""
    if value.tzinfo is None:  # naive times would depend on the machine's zone
        value = value.replace(tzinfo=timezone.utc)
    return value.timestamp()


def _count_days(value: date) -> float:
    """Return the number of days since the start of the year 1."""
    return float(value.toordinal())


def _count_seconds(value: time) -> float:
    """Return the seconds since midnight, with microseconds as their fraction."""
    minutes = value.hour * 60 + value.minute
    return minutes * 60 + value.second + value.microsecond / 1e6


def _measure_length(value: Sized) -> float:
    """Return the number of characters, bytes or items."""
    return float(len(value))


def _build_histogram(
    scale: Scale,
    values: Sequence[Any],
) -> Spread | None:
    """Return *values* in bars of equal width; infinite values and NaN are left out.

    A narrow range of integers has a bar for each integer.
    """
    measured = _measure_values(scale, values)
    if not measured:
        return None
    low, first = measured[0]
    high, last = measured[-1]
    if math.isinf(high - low):  # the bars would have no width
        return None
    numbers = [number for number, _ in measured]
    has_integers = all(number.is_integer() for number in numbers)
    is_narrow = has_integers and high - low < MAX_BARS
    bar_count = int(high - low) + 1 if is_narrow else MAX_BARS
    width = 1.0
    if not is_narrow:
        # A range without width, such as 0.5 to 0.5, would divide by zero below.
        width = (high - low) / bar_count or 1.0
    # The highest value belongs to the last bar.
    last_bar = bar_count - 1
    counts = Counter(min(int((number - low) / width), last_bar) for number in numbers)
    labels = [""] * bar_count
    if scale.quantity not in ("moment", "duration"):
        starts = [low + index * width for index in range(bar_count)]
        labels = [_format_label(start, width, is_integer=is_narrow) for start in starts]
    bars = [Bar(label, counts[index]) for index, label in enumerate(labels)]
    return Spread(
        of=scale.quantity,
        low=scale.to_text(first),
        high=scale.to_text(last),
        bars=tuple(bars),
    )


def _measure_values(
    scale: Scale,
    values: Sequence[Any],
) -> list[tuple[float, Any]]:
    """Return each value that has a finite number on *scale*, after that number, lowest first."""
    measured: list[tuple[float, Any]] = []
    for value in values:
        number = scale.to_number(value)
        if math.isfinite(number):
            measured.append((number, value))
    measured.sort(key=lambda pair: pair[0])
    return measured


def _format_label(
    start: float,
    width: float,
    *,
    is_integer: bool,
) -> str:
    """Return the label of the bar at *start*: one integer, or the range that the bar covers."""
    return f"{start:g}" if is_integer else f"{start:g} to {start + width:g}"
