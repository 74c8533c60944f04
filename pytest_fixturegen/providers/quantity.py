"""Numbers with a believable distribution that satisfy their constraints."""

from __future__ import annotations

import math
import operator
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import (
    Choice,
    Converted,
    Fact,
    FactPin,
    FactView,
    FixedPoint,
    GridFloat,
    Integer,
    Node,
    ToJson,
)
from pytest_fixturegen.providers import numeric
from pytest_fixturegen.providers.fact_fields import NamedProvider, format_fact_name
from pytest_fixturegen.providers.fact_pins import PinnedNodes, read_number
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.streams import mix_word

BOUND_CHECKS: dict[str, Callable[[Any, Any], bool]] = {
    "ge": operator.ge,
    "gt": operator.gt,
    "le": operator.le,
    "lt": operator.lt,
}
"""The bounds of numbers, and what each asks."""

NumberLister = Callable[[], Sequence[int]]

NUMBER_POOL_SIZE = 1024
"""Numbers in a pool."""

MIN_VALID_NUMBERS = 12
"""Numbers of a pool that must satisfy the constraints; with fewer, the pool is not used."""

SHOP_ENDINGS = (99, 99, 99, 50, 0, 95, 49, 90, 25, 99)
"""Cents at the end of a price."""

RANGE_FACT_SIZE = 512
"""Pairs of shares in a range."""

SPREAD = -1.0
"""The end that stands for the standard deviation of the values of a range."""

SPREAD_SHARE = 0.22
"""The deviation as a part of the distance between both ends."""


def is_valid_number(number: Any, constraints: Constraints) -> bool:
    """Return whether *number*, an int or a Decimal, satisfies *constraints*.

    The digits of a Decimal are counted as they are: 1.50 has two decimal places.
    """
    return make_number_check(constraints)(number)


def make_number_check(constraints: Constraints) -> Callable[[Any], bool]:
    """Return :func:`is_valid_number` for many numbers with the same *constraints*."""
    bounds = _list_bounds(constraints)
    has_only_bounds = (
        constraints.multiple_of is None
        and constraints.max_digits is None
        and constraints.decimal_places is None
    )
    if has_only_bounds:
        return lambda number: all(compare(number, bound) for compare, bound in bounds)
    return lambda number: (
        all(compare(number, bound) for compare, bound in bounds)
        and _has_valid_form(number, constraints)
    )


def _has_valid_form(number: Any, constraints: Constraints) -> bool:
    """Return whether *number* is a multiple and has the digits that *constraints* ask for."""
    if constraints.multiple_of is not None and Fraction(number) % Fraction(constraints.multiple_of):
        return False
    if constraints.max_digits is None and constraints.decimal_places is None:
        return True
    return _has_valid_digits(Decimal(number), constraints)


def is_within_bounds(number: Any, constraints: Constraints) -> bool:
    """Return whether *number* keeps the bounds that are set. Raise TypeError if it has no order."""
    return all(compare(number, bound) for compare, bound in _list_bounds(constraints))


def _list_bounds(constraints: Constraints) -> list[tuple[Callable[[Any, Any], Any], Any]]:
    """Return the bounds that are set, each with its comparison."""
    bounds = [(compare, getattr(constraints, name)) for name, compare in BOUND_CHECKS.items()]
    return [pair for pair in bounds if pair[1] is not None]


def _has_valid_digits(number: Decimal, constraints: Constraints) -> bool:
    """Return whether the digits of *number*, counted as Pydantic does, satisfy *constraints*."""
    _, digits, exponent = number.as_tuple()
    places = max(0, -int(exponent))
    whole_digits = max(len(digits) + int(exponent), 0)
    if constraints.decimal_places is not None:
        if places > constraints.decimal_places:
            return False
        # Pydantic reserves the decimal places, even if the number does not use them.
        if constraints.max_digits is not None:
            reserved = constraints.max_digits - constraints.decimal_places
            if whole_digits > reserved:
                return False
    if constraints.max_digits is None:
        return True
    return max(whole_digits + places, len(digits)) <= constraints.max_digits


def build_number_pool(
    numbers: Sequence[int],
    places: int,
    context: FieldContext,
) -> Node | None:
    """Return the node of one of those *numbers* that satisfy the constraints.

    A number counts units of 10^-*places*. Return None if too few of them are valid.
    """
    if context.kind == "int":
        numbers = sorted(round(number / 10**places) for number in numbers)
        places = 0
    valid = [Decimal(number).scaleb(-places) for number in numbers]
    if context.constraints != Constraints():
        valid = list(filter(make_number_check(context.constraints), valid))
    fewest = max(min(MIN_VALID_NUMBERS, len(numbers)), len(numbers) // 8)
    if len(valid) < fewest:
        return None
    if context.kind == "decimal":
        return Choice(
            tuple(valid),
            tuple(map(str, valid)),
        )
    values = tuple(map(int if context.kind == "int" else float, valid))
    return Choice(values, values)


# Lists of numbers


def make_log_spaced(
    low: float,
    high: float,
    places: int = 0,
) -> NumberLister:
    """Return a lister of numbers from *low* to *high*, as many of each order of magnitude.

    The numbers count units of 10^-*places*.
    """

    def list_numbers() -> list[int]:
        """Return the numbers in ascending order: their logarithms are evenly spaced."""
        start, width = math.log(low), math.log(high) - math.log(low)
        last_step = NUMBER_POOL_SIZE - 1
        return [
            round(math.exp(start + width * step / last_step) * 10**places)
            for step in range(NUMBER_POOL_SIZE)
        ]

    return list_numbers


def make_evenly_spaced(
    low: float,
    high: float,
    places: int = 0,
) -> NumberLister:
    """Return a lister of evenly spaced numbers from *low* to *high*, in units of 10^-*places*."""

    def list_numbers() -> list[int]:
        """Return the numbers in ascending order, with both ends included."""
        return [
            round((low + (high - low) * step / (NUMBER_POOL_SIZE - 1)) * 10**places)
            for step in range(NUMBER_POOL_SIZE)
        ]

    return list_numbers


def make_price_lister(low: float, high: float) -> NumberLister:
    """Return a lister of prices in cents, many small and few large.

    *low* and *high* are without cents. Prices end as they do in shops.
    """
    list_whole_prices = make_log_spaced(low, high)

    def list_numbers() -> list[int]:
        """Return the prices in cents, each whole price with an ending of its own step."""
        return [
            price * 100 + SHOP_ENDINGS[mix_word(step, 5) % len(SHOP_ENDINGS)]
            for step, price in enumerate(list_whole_prices())
        ]

    return list_numbers


def make_number_provider(numbers: Sequence[int] | NumberLister, places: int = 0) -> NamedProvider:
    """Return a provider of one of *numbers*, in units of 10^-*places*.

    A lister is called when the provider is used.
    """

    def provide_number(context: FieldContext, owner: str) -> Node | None:
        listed = numbers() if callable(numbers) else numbers
        return build_number_pool(listed, places, context)

    return provide_number


# Ranges


@dataclass(frozen=True, slots=True)
class RangeEnd:
    """A value of an ordered sequence at one of two shares of its length, or between them.

    *get_value* returns the value at an index below *count*. *end* is 0 for the lower share, 1 for
    the higher, and SPREAD for the deviation of the values between them.
    """

    get_value: Callable[[int], Any]
    count: int
    end: float

    def __call__(
        self,
        word: int,
        share: tuple[int, int],
    ) -> Any:
        """Return the value at a *share* in parts of 2**32."""
        low = min(share[0] * self.count >> 32, self.count - 2)
        high = max(share[1] * self.count >> 32, low + 1)
        if self.end == SPREAD:
            return self._compute_spread(low, high)
        return self.get_value(low + round((high - low) * self.end))

    def _compute_spread(
        self,
        low: int,
        high: int,
    ) -> Any:
        """Return a deviation that goes with both ends."""
        distance = self.get_value(high) - self.get_value(low)
        return type(distance)(round(float(distance) * SPREAD_SHARE, 3))

    def get_decimal(self, index: int) -> Decimal:
        """Return the value at *index*, to compare it with a fixed one."""
        return Decimal(str(self.get_value(index)))


def build_range_fact(name: str, owner: str) -> Fact:
    """Return the fact of two shares: one in the lower third, one in the upper, in parts of 2^32."""
    return Fact(f"{format_fact_name(owner, name)}_ends", list_range_shares())


@lru_cache(maxsize=1)
def list_range_shares() -> Choice:
    """Return the choice of two shares that all range facts draw from."""
    third = (1 << 32) // 3
    shares = []
    for number in range(RANGE_FACT_SIZE):
        lower = mix_word(number, 1) % (third - 1)
        higher = 2 * third + 1 + mix_word(number, 2) % (third - 1)
        shares.append((lower, higher))
    pairs = tuple(shares)
    return Choice(pairs, pairs)


def build_band_fact(name: str, owner: str) -> Fact:
    """Return the fact of two shares that are near each other, as of a pay range or of a day."""
    return Fact(f"{format_fact_name(owner, name)}_band", list_band_shares())


@lru_cache(maxsize=1)
def list_band_shares() -> Choice:
    """Return the choice of two shares that all band facts draw from."""
    whole = 1 << 32
    shares = []
    for number in range(RANGE_FACT_SIZE):
        lower = whole * (20 + mix_word(number, 3) % 500) // 1000
        width = whole * (100 + mix_word(number, 4) % 200) // 1000
        shares.append((lower, lower + width))
    pairs = tuple(shares)
    return Choice(pairs, pairs)


def build_range_end(
    node: Node | None,
    fact: Fact,
    end: float,
) -> Node | None:
    """Return the lower or the higher *end* of a range of the values of *node*.

    Two ends with the same *fact* and the same constraints are in order. Return None for a node
    whose values have no order.
    """
    match node:
        case Choice(options, json) if len(options) > 2:
            return _build_choice_end(
                options,
                bool(json) and isinstance(json[0], str),
                fact,
                end,
            )
        case FactView(show, (Fact(_, Choice(options)),), json):
            shown = tuple(show(0, option) for option in options)
            return build_range_end(
                Choice(shown, ("",) if json else ()),
                fact,
                end,
            )
        case Integer(low, high, step):
            get_integer = partial(_get_integer_at, low, step)
            return _view_range_end(
                RangeEnd(get_integer, (high - low) // step + 1, end),
                fact,
            )
        case GridFloat(low, high, scale):
            get_real = partial(_get_real_at, low, scale)
            return _view_range_end(
                RangeEnd(get_real, high - low + 1, end),
                fact,
            )
        case FixedPoint(low, high, step, places):
            get_decimal = partial(_get_decimal_at, low, step, places)
            count = (high - low) // step + 1
            return _view_range_end(
                RangeEnd(get_decimal, count, end),
                fact,
                str,
            )
        case Converted(inner, convert, json):
            inner_end = build_range_end(inner, fact, end)
            return None if inner_end is None else Converted(inner_end, convert, json)
        case _:
            return None


def _build_choice_end(
    options: Sequence[Any],
    is_text_in_json: bool,
    fact: Fact,
    end: float,
) -> FactView:
    """Return one *end* of a range between two of the distinct *options*, in ascending order.

    JSON shows it as a text if *is_text_in_json*, as it shows a Decimal.
    """
    ordered = tuple(sorted(set(options)))
    to_json = str if is_text_in_json else None
    return _view_range_end(
        RangeEnd(ordered.__getitem__, len(ordered), end),
        fact,
        to_json,
    )


def _view_range_end(
    range_end: RangeEnd,
    fact: Fact,
    to_json: ToJson | None = None,
) -> FactView:
    """Return the view of *range_end*, one of two ends that show *fact*."""
    is_end = range_end.end in (0, 1)
    pin = FactPin(_read_end, partial(_find_shares, range_end)) if is_end else None
    return FactView(range_end, (fact,), to_json, pin)


def _find_shares(
    range_end: RangeEnd,
    number: Decimal,
    node: Node,
) -> PinnedNodes | None:
    """Return the node of the shares of a range with *number* at one end, the other one beyond it.

    Return None if it leaves no room for the other end.
    """
    if not isinstance(range_end.get_value(0), int | float | Decimal):
        return None
    index = bisect_left(
        range(range_end.count),
        number,
        key=range_end.get_decimal,
    )
    first, last = (1, range_end.count) if range_end.end else (0, range_end.count - 1)
    if not first <= index < last:
        return None
    fixed = (index << 32) // range_end.count
    widen = partial(_widen_shares, int(range_end.end), fixed)
    return (FactView(widen, (Fact("drawn ends", node),)),)


def _read_end(value: Any) -> Decimal | None:
    """Return the number that *value* is, or its seconds from midnight; None for others."""
    if isinstance(value, time):
        return Decimal(value.hour * 3600 + value.minute * 60 + value.second)
    return read_number(value)


def _widen_shares(
    end: int,
    fixed: int,
    word: int,
    share: tuple[int, int],
) -> tuple[int, int]:
    """Return shares with *fixed* at one *end*, and at the other one the part beyond it."""
    whole = (1 << 32) - 1
    if end:
        return fixed * share[0] >> 32, fixed
    return fixed, whole - ((whole - fixed) * (whole - share[1]) >> 32)


def _get_integer_at(
    low: int,
    step: int,
    index: int,
) -> int:
    """Return the integer at *index* of the series from *low* in steps of *step*."""
    return low + step * index


def _get_real_at(
    low: int,
    scale: float,
    index: int,
) -> float:
    """Return the float at *index* of the grid from *low*, in units of 1 / *scale*."""
    return (low + index) / scale


def _get_decimal_at(
    low: int,
    step: int,
    places: int,
    index: int,
) -> Decimal:
    """Return the Decimal at *index*; *low* and *step* count units of 10^-*places*."""
    return Decimal(low + step * index).scaleb(-places)


NUMBER_PROVIDERS: dict[str, Callable[[FieldContext], Node]] = {
    "int": numeric.integer,
    "float": numeric.real,
    "decimal": numeric.decimal,
}
"""Providers of a number whose name has no meaning."""
