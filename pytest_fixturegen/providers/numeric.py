"""Numbers within their bounds: integers, floats, Decimals, fractions, sizes."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from dataclasses import replace
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
"""Distance of the missing bound of a number from its other bound, or from 0."""

DEFAULT_DECIMAL_PLACES = 2
"""Decimal places of a number without rules for them: those of a price."""

MAX_DECIMAL_DIGITS = 15
"""The most digits of a Decimal: those that a float can hold exactly [IEEE 754 binary64]."""

FLOAT_PLACES = (2, 4, 6)
MIN_GRID_STEPS = 99
"""Steps between the bounds that make a grid of decimal places worth using."""

MAX_EXACT_INTEGER = 2**53
"""Integers below are exact as a float [IEEE 754 binary64]."""

BOUND_NAMES = ("ge", "gt", "le", "lt")


def integer(context: FieldContext) -> Node:
    """Return the node of an integer: 1 to 1000 without bounds."""
    constraints = context.constraints
    step = 1
    if constraints.multiple_of:
        # The numerator is the least integer that is a multiple of a fraction such as 0.5.
        step = Fraction(constraints.multiple_of).numerator
    low, high = find_grid_bounds(constraints, Fraction(1))
    return build_integer_node(low, high, step, constraints)


def build_integer_node(
    low: int | None,
    high: int | None,
    step: int,
    constraints: Constraints,
) -> Node:
    """Return the node of a multiple of *step* from *low* to *high*; None is a missing bound."""
    low, high = fill_bounds(low, high, DEFAULT_SPAN * step)
    low, high = _round_inwards(low, high, step)
    return Integer(low, high, step) if low <= high else build_unsatisfiable(constraints)


def _round_inwards(
    low: int,
    high: int,
    step: int,
) -> tuple[int, int]:
    """Return the first multiple of *step* from *low* on, and the last up to *high*."""
    return -(-low // step) * step, high // step * step


def fill_bounds(
    low: int | None,
    high: int | None,
    span: int,
) -> tuple[int, int]:
    """Return the bounds, with a missing one *span* away from the other, or from 1."""
    if low is not None:
        return low, low + span if high is None else high
    if high is None:
        return 1, span
    if 0 < high <= span:  # stay positive if possible
        return min(1, high - 1), high
    return high - span, high


def find_grid_bounds(constraints: Constraints, grid: Fraction) -> tuple[int | None, int | None]:
    """Return the least and the greatest k for which ``k * grid`` satisfies *constraints*.

    A bound that they do not set is None.
    """
    lows = []
    if constraints.ge is not None:
        lows.append(math.ceil(Fraction(constraints.ge) / grid))
    if constraints.gt is not None:
        lows.append(math.floor(Fraction(constraints.gt) / grid) + 1)
    highs = []
    if constraints.le is not None:
        highs.append(math.floor(Fraction(constraints.le) / grid))
    if constraints.lt is not None:
        highs.append(math.ceil(Fraction(constraints.lt) / grid) - 1)
    return max(lows, default=None), min(highs, default=None)


def real(context: FieldContext) -> Node:
    """Return the node of a float.

    It has two decimal places if the bounds leave room for that, else as many as necessary.
    """
    return build_real_node(_drop_infinite_bounds(context.constraints))


def build_real_node(constraints: Constraints) -> Node:
    """Return the node of a float, see :func:`real`. All bounds are finite."""
    if constraints.multiple_of:
        step = Fraction(constraints.multiple_of)
        low, high = find_grid_bounds(constraints, step)
        steps = build_integer_node(low, high, 1, constraints)
        return _convert(steps, _StepMultiplier(float(constraints.multiple_of)))
    for places in FLOAT_PLACES:
        scale = 10**places
        low, high = find_grid_bounds(constraints, Fraction(1, scale))
        first, last = fill_bounds(low, high, DEFAULT_SPAN * scale)
        is_exact = max(abs(first), abs(last)) < MAX_EXACT_INTEGER
        if is_exact and last - first >= MIN_GRID_STEPS:
            return GridFloat(first, last, float(scale))
    return _build_interval(constraints)


def _drop_infinite_bounds(constraints: Constraints) -> Constraints:
    """Return *constraints* without bounds that are infinite or not a number."""
    bounds = {name: getattr(constraints, name) for name in BOUND_NAMES}
    finite = {name: bound for name, bound in bounds.items() if _is_finite(bound)}
    if finite == bounds:
        return constraints
    changes: dict[str, Any] = {name: finite.get(name) for name in BOUND_NAMES}
    return replace(constraints, **changes)


def _is_finite(bound: Any) -> bool:
    """Return whether *bound* is a finite number; only a float or a Decimal can be anything else."""
    return not isinstance(bound, float | Decimal) or math.isfinite(bound)


def _build_interval(constraints: Constraints) -> Node:
    """Return a node of floats within the bounds, of which at least one is set.

    An exclusive bound becomes the next float inside; a missing one is a default span away, or more
    for large numbers. The node is unsatisfiable if no float is left.
    """
    low = constraints.ge if constraints.gt is None else math.nextafter(constraints.gt, math.inf)
    high = constraints.le if constraints.lt is None else math.nextafter(constraints.lt, -math.inf)
    first = float(low) if low is not None else float(high) - DEFAULT_SPAN
    # The span grows with the number: adding 1000 to 1e300 would change nothing.
    last = float(high) if high is not None else first + max(DEFAULT_SPAN, abs(first) / 8)
    last = min(last, sys.float_info.max)
    return UniformFloat(first, last) if first <= last else build_unsatisfiable(constraints)


class _StepMultiplier:
    """A function from a number of steps to a float. A class, so that nodes can be compared."""

    def __init__(self, step: float) -> None:
        self.step = step

    def __call__(self, count: int) -> float:
        return count * self.step


def decimal(context: FieldContext) -> Node:
    """Return the node of a Decimal.

    It has as many places as the constraints allow; two without rules for them.
    """
    constraints = _drop_infinite_bounds(context.constraints)
    places = _find_decimal_places(constraints)
    grid = Fraction(1, 10**places)
    low, high = find_grid_bounds(constraints, grid)
    if constraints.max_digits is not None or (low is None and high is None):
        low, high = _limit_digits(
            low,
            high,
            places,
            constraints,
        )
    first, last = fill_bounds(
        low,
        high,
        DEFAULT_SPAN * 10**places,
    )
    step = int(Fraction(constraints.multiple_of) / grid) if constraints.multiple_of else 1
    first, last = _round_inwards(first, last, step)
    if first > last:
        return build_unsatisfiable(constraints)
    return FixedPoint(first, last, step, places)


def _limit_digits(
    low: int | None,
    high: int | None,
    places: int,
    constraints: Constraints,
) -> tuple[int, int]:
    """Return the bounds, in units of the last decimal place, with as many digits as allowed."""
    if constraints.max_digits is None:
        limit, default_high = 10**MAX_DECIMAL_DIGITS - 1, DEFAULT_SPAN * 10**places
    else:
        limit = default_high = _find_digit_limit(places, constraints.max_digits, constraints)
    if low is None:
        low = 0 if high is None or high >= 0 else -limit
    first = max(low, -limit)
    last = min(default_high if high is None else high, limit)
    return first, last


def _find_digit_limit(
    places: int,
    max_digits: int,
    constraints: Constraints,
) -> int:
    """Return the greatest number, in units of the last of *places*, with *max_digits* digits.

    If the field limits its decimal places, too, the others are left to the digits before the point
    [pydantic-core, ``DecimalValidator``]. Large bounds allow more digits than a float holds.
    """
    digits = max_digits
    if constraints.decimal_places is not None:
        digits = max(max_digits - constraints.decimal_places, 0) + places
    needed = _count_whole_digits(constraints) + places
    limit: int = 10 ** min(digits, max(MAX_DECIMAL_DIGITS, needed))
    return limit - 1


def _count_whole_digits(constraints: Constraints) -> int:
    """Return how many digits before the point the allowed number nearest to 0 has."""
    low, high = find_grid_bounds(constraints, Fraction(1))
    nearest = max(low or 0, -(high or 0), 0)
    return len(str(nearest)) if nearest else 0


def _find_decimal_places(constraints: Constraints) -> int:
    """Return how many decimal places the numbers need: those of *multiple_of*, else the given ones.

    Without either, it is the default, more for a narrow range. The digits that a field may have are
    needed before the point first.
    """
    if constraints.multiple_of is not None:
        exponent = Decimal(str(constraints.multiple_of)).as_tuple().exponent
        return max(0, -int(exponent))
    max_digits = constraints.max_digits
    if constraints.decimal_places is not None:
        return min(constraints.decimal_places, max_digits or constraints.decimal_places)
    places = DEFAULT_DECIMAL_PLACES
    # A narrow range, such as 0.001 to 0.002, needs more places.
    width = _measure_range(constraints)
    while 0 < width < Decimal(10) ** (1 - places) and places < MAX_DECIMAL_DIGITS:
        places += 1
    if max_digits is not None:
        places = min(places, max(max_digits - _count_whole_digits(constraints), 0))
    return places


def _measure_range(constraints: Constraints) -> Any:
    """Return the distance between the bounds; 1 if there are fewer than two."""
    values = (getattr(constraints, name) for name in BOUND_NAMES)
    bounds = [bound for bound in values if bound is not None]
    if len(bounds) < 2:
        return 1
    return max(bounds) - min(bounds)


def complex_number(context: FieldContext) -> Node:
    """Return the node of a complex number of two integers from 1 to 99."""
    return Converted(
        Integer(0, 99 * 99 - 1),
        _to_complex,
        json=_format_complex,
    )


def _to_complex(number: int) -> complex:
    return complex(1 + number // 99, 1 + number % 99)


def _format_complex(number: int) -> str:
    return str(_to_complex(number)).strip("()")


def fraction(context: FieldContext) -> Node:
    """Return the node of a number of twelfths between the bounds; up to 100 without bounds."""
    low, high = find_grid_bounds(
        context.constraints,
        Fraction(1, 12),
    )
    first, last = fill_bounds(low, high, 1200)
    if first > last:
        return build_unsatisfiable(context.constraints)
    return Converted(
        Integer(first, last),
        _to_twelfths,
        json=_format_twelfths,
    )


def _to_twelfths(number: int) -> Fraction:
    return Fraction(number, 12)


def _format_twelfths(number: int) -> str:
    return str(_to_twelfths(number))


def byte_size(context: FieldContext) -> Node:
    """Return the node of a size in bytes, from a kibibyte to a gibibyte without bounds."""
    low, high = find_grid_bounds(context.constraints, Fraction(1))
    if high is None:
        high = 2**30
    return Integer(max(low or 1024, 0), high)


def boolean(context: FieldContext) -> Node:
    """Return the node of True or False."""
    return Choice((False, True), (False, True))


def nothing(context: FieldContext) -> Node:
    """Return the node of None."""
    return Choice((None,), (None,))


def build_unsatisfiable(constraints: Constraints) -> Unsatisfiable:
    """Return the node that says that no number satisfies *constraints*."""
    values = {name: getattr(constraints, name) for name in (*BOUND_NAMES, "multiple_of")}
    rules = [f"{name}={value}" for name, value in values.items() if value is not None]
    return Unsatisfiable(
        f"no number satisfies {', '.join(rules)}.", "Widen the bounds, or override the field."
    )


def _convert(node: Node, convert: Callable[[int], Any]) -> Node:
    """Return *node* with its values converted; an unsatisfiable node is returned unchanged."""
    return node if isinstance(node, Unsatisfiable) else Converted(node, convert)


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
