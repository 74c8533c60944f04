"""The classes of numbers: bounds and their neighbours, zero, signs, and large numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from pytest_fixturegen.introspection.shapes import Constraints, Scalar
from pytest_fixturegen.providers.numeric import find_grid_bounds
from pytest_fixturegen.providers.quantity import BOUND_CHECKS

NumberClass = tuple[Literal["choice", "bound", "sample"], str, Any]

SPECIAL_COUNTS = (("eleven", 11), ("thousand", 1000))
"""Numbers with an irregular ordinal in English (eleventh), and with a thousands separator."""

COUNT_NAMES = frozenset(name for name, _ in SPECIAL_COUNTS)

LARGE_INTEGERS = (2**31, 2**53 + 1, 2**63)
"""The first whole numbers that do not fit a signed 32-bit integer, a float exactly [IEEE 754], and
a signed 64-bit integer.
"""

LARGE_PREFIX = "above "

LARGE_FLOAT = 1e16
"""A float above 2^53, which has no fraction; ``repr`` writes it with an exponent."""

SMALL_FLOAT = 1e-5
"""A float that ``repr`` writes with an exponent."""

SPECIAL_DECIMALS = (
    ("without places", Decimal(10)),
    ("half", Decimal("2.5")),
    ("many places", Decimal("0.123456789")),
)
"""Decimals that are written with no places, that are rounded to even, and with many places."""


def list_integer_classes(shape: Scalar) -> Iterator[NumberClass]:
    """Yield the classes of whole numbers."""
    constraints = shape.constraints
    step = 1
    if constraints.multiple_of:
        step = Fraction(constraints.multiple_of).numerator
    low, high = find_grid_bounds(constraints, Fraction(step))
    numbers = _list_grid_numbers(low, high)
    for kind, name, count in numbers:
        if step == 1 or name not in COUNT_NAMES:
            yield kind, name, count * step
    for large in LARGE_INTEGERS:
        count = -(-large // step)
        if high is None and (low is None or count > low):
            yield "sample", f"{LARGE_PREFIX}{_name_power(large)}", count * step


def is_large(name: str) -> bool:
    """Return whether the class *name* is one of numbers that no bound limits."""
    return name.startswith(LARGE_PREFIX)


def _name_power(number: int) -> str:
    """Return the power of two that *number* reaches: ``2^53`` for 2^53 + 1."""
    return f"2^{number.bit_length() - 1}"


def _list_grid_numbers(low: int | None, high: int | None) -> Iterator[NumberClass]:
    """Yield the classes of the whole numbers from *low* to *high*, bounds first."""
    if low is not None:
        yield "bound", "minimum", low
    if high is not None:
        yield "bound", "maximum", high
    candidates: list[NumberClass] = [
        ("bound", "zero", 0),
        ("bound", "negative", -1),
        ("sample", "smallest positive", 1),
        *(("sample", name, number) for name, number in SPECIAL_COUNTS),
    ]
    if low is not None:
        candidates.append(("sample", "just above the minimum", low + 1))
    if high is not None:
        candidates.append(("sample", "just below the maximum", high - 1))
    for kind, name, number in candidates:
        if _is_between(
            number,
            low,
            high,
        ):
            yield kind, name, number


def _is_between(
    number: int,
    low: int | None,
    high: int | None,
) -> bool:
    return (low is None or number >= low) and (high is None or number <= high)


def list_float_classes(shape: Scalar) -> Iterator[NumberClass]:
    """Yield the classes of floats. Infinity and NaN are left out: JSON has no word for them."""
    constraints = shape.constraints
    if constraints.multiple_of:
        step = Fraction(constraints.multiple_of)
        low, high = find_grid_bounds(constraints, step)
        for kind, name, count in _list_grid_numbers(low, high):
            if name not in COUNT_NAMES:
                yield kind, name, count * float(constraints.multiple_of)
        return
    candidates: list[NumberClass] = [
        (
            "bound",
            "minimum",
            _find_float_bound(
                constraints.ge,
                constraints.gt,
                math.inf,
            ),
        ),
        (
            "bound",
            "maximum",
            _find_float_bound(
                constraints.le,
                constraints.lt,
                -math.inf,
            ),
        ),
        ("bound", "zero", 0.0),
        ("bound", "negative", -0.5),
        ("sample", "whole", 2.0),
        ("sample", "half", 2.5),
        ("sample", "sum of fractions", 0.1 + 0.2),
        ("sample", "small", SMALL_FLOAT),
        ("sample", "large", LARGE_FLOAT),
    ]
    for kind, name, number in candidates:
        if number is not None and satisfies_bounds(number, constraints):
            yield kind, name, number


def _find_float_bound(
    inclusive: Any,
    exclusive: Any,
    inwards: float,
) -> float | None:
    """Return the float at the bound, or next to the exclusive one; None without a finite bound."""
    if exclusive is not None and math.isfinite(exclusive):
        return math.nextafter(float(exclusive), inwards)
    if inclusive is not None and math.isfinite(inclusive):
        return float(inclusive)
    return None


def satisfies_bounds(value: Any, constraints: Constraints) -> bool:
    """Return whether *value* is within the bounds of *constraints*."""
    bounds = [(check, getattr(constraints, name)) for name, check in BOUND_CHECKS.items()]
    return all(bound is None or check(value, bound) for check, bound in bounds)


def list_decimal_classes(shape: Scalar) -> Iterator[NumberClass]:
    """Yield the classes of Decimals: exact bounds, and as many places as allowed."""
    constraints = shape.constraints
    places = _find_places(constraints)
    step = Fraction(1, 10**places)
    if constraints.multiple_of:
        step = Fraction(str(constraints.multiple_of))
    low, high = find_grid_bounds(constraints, step)
    if constraints.max_digits is not None:
        limit = int((10 ** (constraints.max_digits - places)) / step) - 1
        low = None if low is None else max(low, -limit)
        high = limit if high is None else min(high, limit)
    for kind, name, count in _list_grid_numbers(low, high):
        if name not in COUNT_NAMES:
            yield kind, name, _to_decimal(count * step, places)
    if constraints.multiple_of is None:
        yield from _list_scales(constraints)


def _find_places(constraints: Constraints) -> int:
    """Return the decimal places of the numbers: two, unless the constraints say otherwise."""
    places = 2 if constraints.decimal_places is None else constraints.decimal_places
    if constraints.max_digits is not None:
        places = min(places, constraints.max_digits)
    return max(places, 0)


def _to_decimal(number: Fraction, places: int) -> Decimal:
    """Return *number*, which has a finite decimal expansion, with at least *places* places."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    quantum = Decimal(1).scaleb(-places)
    rounded = exact.quantize(quantum) if abs(exact) < Decimal(10) ** 20 else exact
    return rounded if rounded == exact else exact


def _list_scales(constraints: Constraints) -> Iterator[NumberClass]:
    """Yield Decimals that are written with no places, and with many."""
    for name, number in SPECIAL_DECIMALS:
        digits = len(number.as_tuple().digits)
        places = -int(number.as_tuple().exponent)
        room = None
        if constraints.max_digits is not None:
            room = constraints.max_digits - max(constraints.decimal_places or 0, places)
        fits = (
            constraints.decimal_places is None or places <= constraints.decimal_places,
            room is None or digits - places <= room,
            satisfies_bounds(number, constraints),
        )
        if all(fits):
            yield "sample", name, number


NUMBER_LISTERS = {
    "int": list_integer_classes,
    "float": list_float_classes,
    "decimal": list_decimal_classes,
}
"""Functions that list the classes of a kind of number."""
