"""Numbers within their bounds: integers, floats, Decimals, fractions, sizes."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pytest_fixturegen.nodes import Choice, Converted, Fixed, Integer, Interval, Node, Real, Refused
from pytest_fixturegen.providers.asks import Ask, Provider
from pytest_fixturegen.shape.shapes import Constraints

SPAN = 1000
"""How far an unbounded number goes from its one bound, or from 0."""

CENT = 2
"""Decimal places of a number that says nothing of them: the places of a price."""

WIDEST = 15
"""Digits of a Decimal at most: all that a float can hold exactly [IEEE 754 binary64]."""


def integer(ask: Ask) -> Node:
    """Whole numbers: 1 to 1000 when nothing else is said."""
    rules = ask.rules
    if rules.multiple_of is not None and Fraction(rules.multiple_of).denominator != 1:
        step = Fraction(rules.multiple_of).numerator
    else:
        step = int(rules.multiple_of or 1)
    low, high = bounds(rules, Fraction(1))
    return stepped(low, high, step or 1, rules)


def stepped(low: int | None, high: int | None, step: int, rules: Constraints) -> Node:
    """An Integer between the bounds that are there, on a grid of *step* through 0."""
    low, high = opened(low, high, SPAN * step)
    low, high = -(-low // step) * step, high // step * step
    return Integer(low, high, step) if low <= high else impossible(rules)


def opened(low: int | None, high: int | None, span: int) -> tuple[int, int]:
    """The bounds, with a missing one put *span* from the other, or from 1."""
    if low is None and high is None:
        return 1, span
    if low is None:
        assert high is not None
        return (min(1, high - 1) if 0 < high <= span else high - span), high
    return low, low + span if high is None else high


def bounds(rules: Constraints, grid: Fraction) -> tuple[int | None, int | None]:
    """The least and the greatest k for which ``k * grid`` keeps *rules*; None where there is no such rule."""
    lows = [math.ceil(_units(rules.ge, grid))] if rules.ge is not None else []
    lows += [math.floor(_units(rules.gt, grid)) + 1] if rules.gt is not None else []
    highs = [math.floor(_units(rules.le, grid))] if rules.le is not None else []
    highs += [math.ceil(_units(rules.lt, grid)) - 1] if rules.lt is not None else []
    return max(lows, default=None), min(highs, default=None)


def _units(bound: Any, grid: Fraction) -> Fraction:
    return Fraction(bound) / grid


def real(ask: Ask) -> Node:
    """Floats with two places where the bounds leave room for them, else with as many as it takes."""
    rules = ask.rules
    if _is_endless(rules):
        return real_within(_without_endless(rules))
    return real_within(rules)


def real_within(rules: Constraints) -> Node:
    """See :func:`real`; all bounds are finite."""
    if rules.multiple_of:
        step = Fraction(rules.multiple_of)
        whole = stepped(*bounds(rules, step), 1, rules)
        return whole if isinstance(whole, Refused) else Converted(whole, _Times(float(rules.multiple_of)))
    for places in (2, 4, 6):
        low, high = opened(*bounds(rules, Fraction(1, 10**places)), SPAN * 10**places)
        if high - low >= 99 and max(abs(low), abs(high)) < 2**53:  # a float holds each step exactly
            return Real(low, high, float(10**places))
    return _interval(rules)


def _is_endless(rules: Constraints) -> bool:
    return any(isinstance(bound, float) and not math.isfinite(bound) for bound in (rules.ge, rules.gt, rules.le, rules.lt))


def _without_endless(rules: Constraints) -> Constraints:
    finite = {name: bound for name in ("ge", "gt", "le", "lt") if math.isfinite(bound := getattr(rules, name) or 0.0)}
    return Constraints(multiple_of=rules.multiple_of, **{name: getattr(rules, name) for name in finite})


def _interval(rules: Constraints) -> Node:
    low = rules.ge if rules.gt is None else math.nextafter(rules.gt, math.inf)
    high = rules.le if rules.lt is None else math.nextafter(rules.lt, -math.inf)
    low = float(low) if low is not None else float(high) - SPAN
    high = float(high) if high is not None else low + max(SPAN, abs(low) / 8)
    return Interval(low, high) if low <= high else impossible(rules)


class _Times:
    """A whole number times a step. A class, so that it says what it is and can be compared."""

    def __init__(self, step: float) -> None:
        self.step = step

    def __call__(self, count: int) -> float:
        return count * self.step


def decimal(ask: Ask) -> Node:
    """Decimals: as many places as the rules allow, two when they say nothing."""
    rules = ask.rules
    places = _places(rules)
    grid = Fraction(1, 10**places)
    low, high = bounds(rules, grid)
    if rules.max_digits is not None or (low is None and high is None):
        whole = (rules.max_digits if rules.max_digits is not None else WIDEST) - max(places - (rules.decimal_places or 0), 0)
        most = 10 ** min(whole, WIDEST) - 1
        roof = most if rules.max_digits is not None else SPAN * 10**places
        low, high = max(low if low is not None else 0, -most), min(roof if high is None else high, most)
    low, high = opened(low, high, SPAN * 10**places)
    step = int(Fraction(rules.multiple_of) / grid) if rules.multiple_of else 1
    low, high = -(-low // step) * step, high // step * step
    return Fixed(low, high, step, places) if low <= high else impossible(rules)


def _places(rules: Constraints) -> int:
    if rules.multiple_of is not None:
        return max(0, -int(Decimal(str(rules.multiple_of)).as_tuple().exponent))
    if rules.decimal_places is not None:
        return rules.decimal_places
    places = CENT if rules.max_digits is None else min(CENT, rules.max_digits)
    given = [bound for bound in (rules.ge, rules.gt, rules.le, rules.lt) if bound is not None]
    width = max(given, default=1) - min(given, default=0) if len(given) > 1 else 1
    while 0 < width < Decimal(10) ** (1 - places) and places < WIDEST:
        places += 1
    return places


def complex_number(ask: Ask) -> Node:
    """A complex number of two small whole parts."""
    return Converted(Integer(0, 99 * 99 - 1), _complex, json=lambda number: str(_complex(number)).strip("()"))


def _complex(number: int) -> complex:
    return complex(1 + number // 99, 1 + number % 99)


def fraction(ask: Ask) -> Node:
    """A fraction of small whole numbers, or one of the whole numbers between the bounds."""
    low, high = bounds(ask.rules, Fraction(1, 12))
    low, high = opened(low, high, 1200)
    node = Integer(low, high) if low <= high else impossible(ask.rules)
    return node if isinstance(node, Refused) else Converted(node, _twelfths, json=lambda number: str(_twelfths(number)))


def _twelfths(number: int) -> Fraction:
    return Fraction(number, 12)


def byte_size(ask: Ask) -> Node:
    """A size in bytes, from a kibibyte to a gibibyte."""
    low, high = bounds(ask.rules, Fraction(1))
    return Integer(max(low or 1024, 0), high if high is not None else 2**30)


def boolean(ask: Ask) -> Node:
    """True or False."""
    return Choice((False, True), (False, True))


def nothing(ask: Ask) -> Node:
    """None."""
    return Choice((None,), (None,))


def impossible(rules: Constraints) -> Refused:
    """No number keeps *rules*."""
    said = [
        f"{name}={bound}" for name in ("ge", "gt", "le", "lt", "multiple_of") if (bound := getattr(rules, name)) is not None
    ]
    return Refused(f"no number keeps {', '.join(said)}.", "Widen the bounds, or override the field.")


PROVIDERS: dict[Any, Provider] = {
    "int": integer,
    "float": real,
    "decimal": decimal,
    "complex": complex_number,
    "fraction": fraction,
    Fraction: fraction,
    "ByteSize": byte_size,
    "bool": boolean,
    "none": nothing,
}
