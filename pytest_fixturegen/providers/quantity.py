"""Numbers that look like what they count: many small, few large, and none that the rules refuse."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import (
    Choice,
    Converted,
    Fact,
    FactView,
    FixedPoint,
    GridFloat,
    Integer,
    Node,
)
from pytest_fixturegen.providers import numeric
from pytest_fixturegen.providers.fact_fields import NamedProvider, format_fact_name
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.streams import mix_word

NumberLister = Callable[[], Sequence[int]]

NUMBER_POOL_SIZE = 1024
"""How many numbers a pool lists."""

MIN_VALID_NUMBERS = 12
"""How many of them must keep the rules for the pool to serve."""


def is_valid_number(number: Any, constraints: Constraints) -> bool:
    """Whether *number*, as a Decimal of just its digits, keeps all of *rules*."""
    if (constraints.ge is not None and number < constraints.ge) or (
        constraints.gt is not None and number <= constraints.gt
    ):
        return False
    if (constraints.le is not None and number > constraints.le) or (
        constraints.lt is not None and number >= constraints.lt
    ):
        return False
    if constraints.multiple_of is not None and Fraction(number) % Fraction(constraints.multiple_of):
        return False
    return (
        constraints.max_digits is None and constraints.decimal_places is None
    ) or _has_valid_digits(Decimal(number), constraints)


def _has_valid_digits(number: Decimal, constraints: Constraints) -> bool:
    """Whether it has no more digits than it may, counted as Pydantic does."""
    _, digits, exponent = number.as_tuple()
    places = max(0, -int(exponent))
    whole = max(len(digits) + int(exponent), 0)
    if constraints.decimal_places is not None and places > constraints.decimal_places:
        return False
    if constraints.max_digits is None:
        return True
    room = constraints.max_digits - (constraints.decimal_places or 0)
    return max(whole + places, len(digits)) <= constraints.max_digits and (
        constraints.decimal_places is None or whole <= room
    )


def build_number_pool(numbers: Sequence[int], places: int, context: FieldContext) -> Node | None:
    """One of *numbers* (each 10^-*places* of what it stands for) that keep the rules, in the kind asked for."""
    if context.kind == "int":
        numbers, places = sorted(round(number / 10**places) for number in numbers), 0
    exact = [Decimal(number).scaleb(-places) for number in numbers]
    if context.constraints != Constraints():
        exact = [number for number in exact if is_valid_number(number, context.constraints)]
    if len(exact) < min(MIN_VALID_NUMBERS, len(numbers)) or len(exact) < len(numbers) // 8:
        return None
    if context.kind == "decimal":
        return Choice(tuple(exact), tuple(map(str, exact)))
    values = tuple((int if context.kind == "int" else float)(number) for number in exact)
    return Choice(values, values)


def make_log_spaced(low: float, high: float, places: int = 0) -> NumberLister:
    """Numbers from *low* to *high*, as many of each order of magnitude."""

    def list_numbers() -> list[int]:
        start, width = math.log(low), math.log(high) - math.log(low)
        return [
            round(math.exp(start + width * step / (NUMBER_POOL_SIZE - 1)) * 10**places)
            for step in range(NUMBER_POOL_SIZE)
        ]

    return list_numbers


def make_evenly_spaced(low: float, high: float, places: int = 0) -> NumberLister:
    """Numbers from *low* to *high*, evenly."""
    return lambda: [
        round((low + (high - low) * step / (NUMBER_POOL_SIZE - 1)) * 10**places)
        for step in range(NUMBER_POOL_SIZE)
    ]


def make_price_lister(low: float, high: float) -> NumberLister:
    """Cents, many small and few large, with the endings that shops like."""
    endings = (99, 99, 99, 50, 0, 95, 49, 90, 25, 99)
    plain = make_log_spaced(low, high)
    return lambda: [
        whole * 100 + endings[mix_word(step, 5) % len(endings)]
        for step, whole in enumerate(plain())
    ]


def make_number_provider(numbers: Sequence[int] | NumberLister, places: int = 0) -> NamedProvider:
    """A provider of one of *numbers*, which are listed when they are first asked for."""
    listed = numbers if callable(numbers) else lambda: numbers
    return lambda context, owner: build_number_pool(listed(), places, context)


@dataclass(frozen=True, slots=True)
class RangeEnd:
    """The value at a share of the way through *values*: *end* 0 is the lower of two shares, 1 the higher."""

    get_value: Callable[[int], Any]
    count: int
    end: int

    def __call__(self, word: int, share: tuple[int, int]) -> Any:
        return self.get_value(share[self.end] * self.count >> 32)


def build_range_fact(name: str, owner: str) -> Fact:
    """Two shares of a range, one in its lower and one in its upper third, in parts of 2^32."""
    third = (1 << 32) // 3
    shares = tuple(
        (mix_word(number, 1) % (third - 1), 2 * third + 1 + mix_word(number, 2) % (third - 1))
        for number in range(512)
    )
    return Fact(f"{format_fact_name(owner, name)}_ends", Choice(shares, shares))


def build_range_end(node: Node | None, fact: Fact, end: int) -> Node | None:
    """The lower or the higher *end* of a range of what *node* draws: in order wherever both ends keep the same rules."""
    match node:
        case Choice(options, json) if len(options) > 2:
            ordered = tuple(sorted(set(options)))
            said = str if json and isinstance(json[0], str) else None
            return FactView(RangeEnd(ordered.__getitem__, len(ordered), end), (fact,), json=said)
        case FactView(show, (Fact(_, Choice(options)),), json):
            return build_range_end(
                Choice(tuple(show(0, option) for option in options), ("",) if json else ()),
                fact,
                end,
            )
        case Integer(low, high, step):
            return FactView(
                RangeEnd(partial(_get_integer_at, low, step), (high - low) // step + 1, end),
                (fact,),
            )
        case GridFloat(low, high, scale):
            return FactView(
                RangeEnd(partial(_get_real_at, low, scale), high - low + 1, end), (fact,)
            )
        case FixedPoint(low, high, step, places):
            return FactView(
                RangeEnd(
                    partial(_get_decimal_at, low, step, places), (high - low) // step + 1, end
                ),
                (fact,),
                json=str,
            )
        case Converted(inner, convert, json):
            shown = build_range_end(inner, fact, end)
            return None if shown is None else Converted(shown, convert, json)
        case _:
            return None


def _get_integer_at(low: int, step: int, index: int) -> int:
    return low + step * index


def _get_real_at(low: int, scale: float, index: int) -> float:
    return (low + index) / scale


def _get_decimal_at(low: int, step: int, places: int, index: int) -> Decimal:
    return Decimal(low + step * index).scaleb(-places)


NUMBER_PROVIDERS: dict[str, Callable[[FieldContext], Node]] = {
    "int": numeric.integer,
    "float": numeric.real,
    "decimal": numeric.decimal,
}
"""What draws a number that its name says nothing of."""
