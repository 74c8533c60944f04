"""Values that break one rule of a type: just outside its bounds, of another type, unknown.

Each is a JSON value, since that is what an application is sent. The lists are ordered: what breaks
a rule of the type comes before what is of another type.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any, NamedTuple

from pytest_fixturegen.cases.text_classes import draw_longer_match, make_text
from pytest_fixturegen.introspection.shapes import ChoiceShape, Constraints, Scalar
from pytest_fixturegen.providers.numeric import find_grid_bounds
from pytest_fixturegen.providers.text import is_valid_text


class Rank(IntEnum):
    """Kinds of violations; those that programs most often forget to check come first."""

    RULE = 0
    MISSING = 1
    MEMBER = 2
    NULL = 3
    TYPE = 4
    COERCION = 5


class Violation(NamedTuple):
    """A JSON *value* that breaks a *rule*, named in words; *rank* says what kind of rule it is."""

    rank: Rank
    rule: str
    value: Any


MAX_PATTERN_TEXTS = 3
"""The most texts that break one pattern."""

FLOAT_STEP = Fraction(1, 100)
"""How far a float lies outside its bound: a value that people would type."""

UNKNOWN_MEMBER = "unknown"

OFFSET = re.compile(r"(Z|[+-]\d\d:?\d\d)$")
"""The offset of a moment [ISO 8601]."""


def list_violations(shape: Scalar | ChoiceShape, current: Any) -> Iterator[Violation]:
    """Yield values that break a rule of *shape*; *current* is a valid JSON value of it."""
    if isinstance(shape, ChoiceShape):
        yield from _list_member_violations(shape)
        return
    lister = RULE_LISTERS.get(shape.kind)
    if lister is not None:
        yield from lister(shape.constraints, current)
    for value in WRONG_TYPES.get(shape.kind, ()):
        yield Violation(
            Rank.TYPE,
            f"another type than {shape.kind}",
            value,
        )
    for value in _list_coercible(shape.kind, current):
        yield Violation(
            Rank.COERCION,
            f"{value!r} for {shape.kind}",
            value,
        )


def _list_member_violations(shape: ChoiceShape) -> Iterator[Violation]:
    """Yield values that are not members: in the wrong case, a member's name, and unknown."""
    members = [value for value in shape.json if isinstance(value, str | int | float)]
    texts = [value for value in members if isinstance(value, str)]
    numbers = [value for value in members if not isinstance(value, str)]
    candidates: list[Any] = [texts[0].swapcase()] if texts else []
    candidates += [
        getattr(
            value,
            "name",
            None,
        )
        for value in shape.values[:1]
    ]
    candidates += [UNKNOWN_MEMBER] if texts or not numbers else [max(numbers) + 1]
    for value in candidates:
        if value is not None and value not in shape.json:
            yield Violation(
                Rank.MEMBER,
                "no member",
                value,
            )


def _list_integers(constraints: Constraints, current: Any) -> Iterator[Violation]:
    """Yield whole numbers outside the bounds, and between the multiples."""
    step = Fraction(constraints.multiple_of).numerator if constraints.multiple_of else 1
    low, high = find_grid_bounds(constraints, Fraction(step))
    if high is not None:
        yield Violation(
            Rank.RULE,
            "above the maximum",
            (high + 1) * step,
        )
    if low is not None:
        yield Violation(
            Rank.RULE,
            "below the minimum",
            (low - 1) * step,
        )
    if step > 1 and isinstance(current, int):
        yield Violation(
            Rank.RULE,
            f"no multiple of {step}",
            current + 1,
        )


def _list_floats(constraints: Constraints, current: Any) -> Iterator[Violation]:
    """Yield floats outside the bounds, and between the multiples."""
    for number in _list_outside(constraints, FLOAT_STEP):
        yield number._replace(value=float(number.value))
    if constraints.multiple_of and isinstance(current, int | float):
        between = current + float(constraints.multiple_of) / 2
        yield Violation(
            Rank.RULE,
            f"no multiple of {constraints.multiple_of}",
            between,
        )


def _list_outside(constraints: Constraints, step: Fraction) -> Iterator[Violation]:
    """Yield numbers outside the bounds: *step* beyond them, and exactly at exclusive ones."""
    for name, sign in (("le", 1), ("ge", -1)):
        bound = getattr(constraints, name)
        if bound is not None and math.isfinite(bound):
            side = "above the maximum" if sign > 0 else "below the minimum"
            yield Violation(
                Rank.RULE,
                side,
                Fraction(bound) + sign * step,
            )
    for name in ("lt", "gt"):
        bound = getattr(constraints, name)
        if bound is not None and math.isfinite(bound):
            yield Violation(
                Rank.RULE,
                "at the exclusive bound",
                Fraction(bound),
            )


def _list_decimals(constraints: Constraints, current: Any) -> Iterator[Violation]:
    """Yield decimals outside the bounds, with too many places, or with too many digits."""
    places = constraints.decimal_places
    step = Fraction(1, 10 ** (2 if places is None else places))
    for number in _list_outside(constraints, step):
        yield number._replace(value=_write_decimal(number.value))
    usual = Decimal(str(current)) if _is_decimal(current) else Decimal(1)
    if places is not None:
        more = usual.quantize(Decimal(1).scaleb(-places)) + Decimal(1).scaleb(-places - 1)
        yield Violation(
            Rank.RULE,
            f"more than {places} decimal places",
            str(more),
        )
    if constraints.max_digits is not None:
        whole = constraints.max_digits - (places or 0) + 1
        yield Violation(
            Rank.RULE,
            f"more than {constraints.max_digits} digits",
            "1" * whole,
        )


def _is_decimal(value: Any) -> bool:
    return (
        isinstance(value, str | int | float)
        and re.fullmatch(r"-?\d+(\.\d+)?", str(value)) is not None
    )


def _write_decimal(number: Fraction) -> str:
    return str(Decimal(number.numerator) / Decimal(number.denominator))


def _list_texts(constraints: Constraints, current: Any) -> Iterator[Violation]:
    """Yield texts that are too long or too short, or that a pattern does not match."""
    low, high = constraints.min_length, constraints.max_length
    if constraints.pattern is not None:
        for text in _break_pattern(constraints, str(current)):
            yield Violation(
                Rank.RULE,
                "no match of the pattern",
                text,
            )
    if high is not None:
        yield Violation(
            Rank.RULE,
            f"longer than {high}",
            _make_longer(constraints, high + 1),
        )
    if low:
        yield Violation(
            Rank.RULE,
            f"shorter than {low}",
            str(current)[: low - 1],
        )
    if constraints.ascii_only:
        yield Violation(
            Rank.RULE,
            "beyond ASCII",
            "é" * max(low or 1, 1),
        )


def _make_longer(constraints: Constraints, length: int) -> str:
    """Return a text of *length* characters that breaks no other rule, if one is found."""
    if constraints.pattern is None:
        return make_text(length, constraints)
    return draw_longer_match(constraints.pattern, length) or make_text(length, constraints)


def _break_pattern(constraints: Constraints, text: str) -> list[str]:
    """Return plausible texts that the pattern does not match: mistakes in typing *text*."""
    swapped = {ord(digit): "A" for digit in "0123456789"}
    candidates = [
        text.swapcase(),
        f"{text}{text[-1:] or 'x'}",
        text[:-1],
        text.translate(swapped),
        f" {text}",
        f"x-{text}",
        f"{text}\n",
        re.sub(
            r"[^0-9A-Za-z]",
            "",
            text,
        ),
        re.sub(
            r"[A-Za-z]",
            "1",
            text,
        ),
        "?",
    ]
    lengths_only = Constraints(min_length=constraints.min_length, max_length=constraints.max_length)
    broken = [
        each
        for each in dict.fromkeys(candidates)
        if is_valid_text(each, lengths_only) and not is_valid_text(each, constraints)
    ]
    return broken[:MAX_PATTERN_TEXTS]


def _list_days(constraints: Constraints, current: Any) -> Iterator[Violation]:
    """Yield dates outside the bounds, and one that no calendar has."""
    yield from _list_moments_outside(constraints, timedelta(days=1))
    yield Violation(
        Rank.TYPE,
        "no day of the calendar",
        "2023-02-29",
    )


def _list_datetimes(constraints: Constraints, current: Any) -> Iterator[Violation]:
    """Yield moments outside the bounds, and with or without an offset where that is wrong."""
    text = str(current)
    if constraints.tz is not None and constraints.tz != "naive":
        naive = OFFSET.sub("", text)
        yield Violation(
            Rank.RULE,
            "without an offset",
            naive,
        )
    if constraints.tz == "naive":
        yield Violation(
            Rank.RULE,
            "with an offset",
            f"{text}Z",
        )
    if isinstance(constraints.tz, int):
        yield Violation(
            Rank.RULE,
            "another offset",
            OFFSET.sub("+11:45", text),
        )
    yield from _list_moments_outside(constraints, timedelta(seconds=1))
    yield Violation(
        Rank.TYPE,
        "no day of the calendar",
        "2023-02-29T10:00:00Z",
    )


def _list_times(constraints: Constraints, current: Any) -> Iterator[Violation]:
    """Yield a time that no clock shows, and one outside the bounds."""
    if constraints.le is not None and constraints.le < time(
        23,
        59,
        59,
    ):
        yield Violation(
            Rank.RULE,
            "above the maximum",
            "23:59:59",
        )
    if constraints.ge is not None and constraints.ge > time(0, 0):
        yield Violation(
            Rank.RULE,
            "below the minimum",
            "00:00:00",
        )
    yield Violation(
        Rank.TYPE,
        "no time of the day",
        "25:00:00",
    )


def _list_durations(constraints: Constraints, current: Any) -> Iterator[Violation]:
    """Yield durations outside the bounds."""
    for violation in _list_moments_outside(constraints, timedelta(seconds=1)):
        seconds = violation.value
        yield violation._replace(value=seconds)


def _list_moments_outside(constraints: Constraints, step: timedelta) -> Iterator[Violation]:
    """Yield moments *step* beyond the bounds, at exclusive ones, and on the wrong side of now."""
    bounds = (
        ("above the maximum", constraints.le, step),
        ("below the minimum", constraints.ge, -step),
        ("at the exclusive bound", constraints.lt, timedelta(0)),
        ("at the exclusive bound", constraints.gt, timedelta(0)),
    )
    for rule, bound, beyond in bounds:
        if bound is None:
            continue
        try:
            yield Violation(
                Rank.RULE,
                rule,
                _write_moment(bound + beyond),
            )
        except OverflowError:  # the bound is the last day that there is
            continue
    if constraints.now == "past":
        yield Violation(
            Rank.RULE,
            "in the future",
            "2999-12-31",
        )
    elif constraints.now == "future":
        yield Violation(
            Rank.RULE,
            "in the past",
            "1999-12-31",
        )


def _write_moment(moment: date | timedelta) -> Any:
    """Return *moment* as JSON: ISO 8601, or the seconds of a duration."""
    if isinstance(moment, timedelta):
        return moment.total_seconds()
    if isinstance(moment, datetime) and moment.tzinfo is timezone.utc:
        return moment.isoformat().replace("+00:00", "Z")
    return moment.isoformat()


def _list_coercible(kind: str, current: Any) -> list[Any]:
    """Return values of another JSON type that a model may take for the *current* one."""
    if kind == "bool":
        return ["true", 1]
    if kind in ("int", "float") and isinstance(current, int | float):
        return [str(current)]
    if kind == "str":
        return [12]
    return [0] if kind in ("date", "datetime", "time", "timedelta") else []


RULE_LISTERS: Mapping[str, Callable[[Constraints, Any], Iterator[Violation]]] = {
    "int": _list_integers,
    "float": _list_floats,
    "decimal": _list_decimals,
    "str": _list_texts,
    "bytes": _list_texts,
    "date": _list_days,
    "datetime": _list_datetimes,
    "time": _list_times,
    "timedelta": _list_durations,
}
"""Functions that list the rule violations of a kind of scalar."""

WRONG_TYPES: Mapping[str, tuple[Any, ...]] = {
    "int": ("twelve", 1.5),
    "float": ("twelve",),
    "decimal": ("twelve",),
    "str": ([],),
    "bytes": ([],),
    "bool": ("maybe",),
    "date": ("yesterday",),
    "datetime": ("yesterday",),
    "time": ("noon",),
    "timedelta": ("an hour",),
    "uuid": ("not-a-uuid",),
    "url": ("no url",),
    "multi-host-url": ("no url",),
    "none": ("something",),
}
"""JSON values of another type, by the kind of scalar."""
