"""Numbers within their bounds: integers, floats, Decimals, fractions, sizes."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import (
    Choice,
    Converted,
    FixedPoint,
    GridFloat,
    Integer,
    Node,
    UniformFloat,
    Unsatisfiable,
)
from pytest_fixturegen.providers.field_context import FieldContext, Provider

DEFAULT_SPAN = 1000
"""How far an unbounded number goes from its one bound, or from 0."""

DEFAULT_DECIMAL_PLACES = 2
"""Decimal places of a number that says nothing of them: the places of a price."""

MAX_DECIMAL_DIGITS = 15
"""Digits of a Decimal at most: all that a float can hold exactly [IEEE 754 binary64]."""


def integer(context: FieldContext) -> Node:
    """Whole numbers: 1 to 1000 when nothing else is said."""
    rules = context.constraints
    if rules.multiple_of is not None and Fraction(rules.multiple_of).denominator != 1:
        step = Fraction(rules.multiple_of).numerator
    else:
        step = int(rules.multiple_of or 1)
    low, high = find_grid_bounds(rules, Fraction(1))
    return build_integer_node(low, high, step or 1, rules)


def build_integer_node(
    low: int | None, high: int | None, step: int, constraints: Constraints
) -> Node:
    """An Integer between the bounds that are there, on a grid of *step* through 0."""
    low, high = fill_bounds(low, high, DEFAULT_SPAN * step)
    low, high = -(-low // step) * step, high // step * step
    return Integer(low, high, step) if low <= high else build_unsatisfiable(constraints)


def fill_bounds(low: int | None, high: int | None, span: int) -> tuple[int, int]:
    """The bounds, with a missing one put *span* from the other, or from 1."""
    if low is None and high is None:
        return 1, span
    if low is None:
        assert high is not None
        return (min(1, high - 1) if 0 < high <= span else high - span), high
    return low, low + span if high is None else high


def find_grid_bounds(constraints: Constraints, grid: Fraction) -> tuple[int | None, int | None]:
    """The least and the greatest k for which ``k * grid`` keeps *rules*; None where there is no such rule."""
    lows = [math.ceil(_count_steps(constraints.ge, grid))] if constraints.ge is not None else []
    lows += (
        [math.floor(_count_steps(constraints.gt, grid)) + 1] if constraints.gt is not None else []
    )
    highs = [math.floor(_count_steps(constraints.le, grid))] if constraints.le is not None else []
    highs += (
        [math.ceil(_count_steps(constraints.lt, grid)) - 1] if constraints.lt is not None else []
    )
    return max(lows, default=None), min(highs, default=None)


def _count_steps(bound: Any, grid: Fraction) -> Fraction:
    return Fraction(bound) / grid


def real(context: FieldContext) -> Node:
    """Floats with two places where the bounds leave room for them, else with as many as it takes."""
    rules = context.constraints
    if _has_infinite_bound(rules):
        return build_real_node(_drop_infinite_bounds(rules))
    return build_real_node(rules)


def build_real_node(constraints: Constraints) -> Node:
    """See :func:`real`; all bounds are finite."""
    if constraints.multiple_of:
        step = Fraction(constraints.multiple_of)
        whole = build_integer_node(*find_grid_bounds(constraints, step), 1, constraints)
        return (
            whole
            if isinstance(whole, Unsatisfiable)
            else Converted(whole, _StepMultiplier(float(constraints.multiple_of)))
        )
    for places in (2, 4, 6):
        low, high = fill_bounds(
            *find_grid_bounds(constraints, Fraction(1, 10**places)), DEFAULT_SPAN * 10**places
        )
        if high - low >= 99 and max(abs(low), abs(high)) < 2**53:  # a float holds each step exactly
            return GridFloat(low, high, float(10**places))
    return _build_interval(constraints)


def _has_infinite_bound(constraints: Constraints) -> bool:
    return any(
        isinstance(bound, float) and not math.isfinite(bound)
        for bound in (constraints.ge, constraints.gt, constraints.le, constraints.lt)
    )


def _drop_infinite_bounds(constraints: Constraints) -> Constraints:
    finite = {
        name: bound
        for name in ("ge", "gt", "le", "lt")
        if math.isfinite(bound := getattr(constraints, name) or 0.0)
    }
    return Constraints(
        multiple_of=constraints.multiple_of, **{name: getattr(constraints, name) for name in finite}
    )


def _build_interval(constraints: Constraints) -> Node:
    low = constraints.ge if constraints.gt is None else math.nextafter(constraints.gt, math.inf)
    high = constraints.le if constraints.lt is None else math.nextafter(constraints.lt, -math.inf)
    low = float(low) if low is not None else float(high) - DEFAULT_SPAN
    high = float(high) if high is not None else low + max(DEFAULT_SPAN, abs(low) / 8)
    return UniformFloat(low, high) if low <= high else build_unsatisfiable(constraints)


class _StepMultiplier:
    """A whole number times a step. A class, so that it says what it is and can be compared."""

    def __init__(self, step: float) -> None:
        self.step = step

    def __call__(self, count: int) -> float:
        return count * self.step


def decimal(context: FieldContext) -> Node:
    """Decimals: as many places as the rules allow, two when they say nothing."""
    rules = context.constraints
    places = _find_decimal_places(rules)
    grid = Fraction(1, 10**places)
    low, high = find_grid_bounds(rules, grid)
    if rules.max_digits is not None or (low is None and high is None):
        whole = (rules.max_digits if rules.max_digits is not None else MAX_DECIMAL_DIGITS) - max(
            places - (rules.decimal_places or 0), 0
        )
        most = 10 ** min(whole, MAX_DECIMAL_DIGITS) - 1
        roof = most if rules.max_digits is not None else DEFAULT_SPAN * 10**places
        low, high = (
            max(low if low is not None else 0, -most),
            min(roof if high is None else high, most),
        )
    low, high = fill_bounds(low, high, DEFAULT_SPAN * 10**places)
    step = int(Fraction(rules.multiple_of) / grid) if rules.multiple_of else 1
    low, high = -(-low // step) * step, high // step * step
    return FixedPoint(low, high, step, places) if low <= high else build_unsatisfiable(rules)


def _find_decimal_places(constraints: Constraints) -> int:
    if constraints.multiple_of is not None:
        return max(0, -int(Decimal(str(constraints.multiple_of)).as_tuple().exponent))
    if constraints.decimal_places is not None:
        return constraints.decimal_places
    places = (
        DEFAULT_DECIMAL_PLACES
        if constraints.max_digits is None
        else min(DEFAULT_DECIMAL_PLACES, constraints.max_digits)
    )
    given = [
        bound
        for bound in (constraints.ge, constraints.gt, constraints.le, constraints.lt)
        if bound is not None
    ]
    width = max(given, default=1) - min(given, default=0) if len(given) > 1 else 1
    while 0 < width < Decimal(10) ** (1 - places) and places < MAX_DECIMAL_DIGITS:
        places += 1
    return places


def complex_number(context: FieldContext) -> Node:
    """A complex number of two small whole parts."""
    return Converted(
        Integer(0, 99 * 99 - 1),
        _to_complex,
        json=lambda number: str(_to_complex(number)).strip("()"),
    )


def _to_complex(number: int) -> complex:
    return complex(1 + number // 99, 1 + number % 99)


def fraction(context: FieldContext) -> Node:
    """A fraction of small whole numbers, or one of the whole numbers between the bounds."""
    low, high = find_grid_bounds(context.constraints, Fraction(1, 12))
    low, high = fill_bounds(low, high, 1200)
    node = Integer(low, high) if low <= high else build_unsatisfiable(context.constraints)
    return (
        node
        if isinstance(node, Unsatisfiable)
        else Converted(node, _to_twelfths, json=lambda number: str(_to_twelfths(number)))
    )


def _to_twelfths(number: int) -> Fraction:
    return Fraction(number, 12)


def byte_size(context: FieldContext) -> Node:
    """A size in bytes, from a kibibyte to a gibibyte."""
    low, high = find_grid_bounds(context.constraints, Fraction(1))
    return Integer(max(low or 1024, 0), high if high is not None else 2**30)


def boolean(context: FieldContext) -> Node:
    """True or False."""
    return Choice((False, True), (False, True))


def nothing(context: FieldContext) -> Node:
    """None."""
    return Choice((None,), (None,))


def build_unsatisfiable(constraints: Constraints) -> Unsatisfiable:
    """No number keeps *rules*."""
    said = [
        f"{name}={bound}"
        for name in ("ge", "gt", "le", "lt", "multiple_of")
        if (bound := getattr(constraints, name)) is not None
    ]
    return Unsatisfiable(
        f"no number keeps {', '.join(said)}.", "Widen the bounds, or override the field."
    )


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
