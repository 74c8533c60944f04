"""Numbers that look like what they count: many small, few large, and none that the rules refuse."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.nodes import Choice, Converted, Fact, Fixed, Integer, Node, Real, View
from pytest_fixturegen.providers import numeric
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.views import Named, owned
from pytest_fixturegen.shape.shapes import Constraints
from pytest_fixturegen.streams import mixed

Numbers = Callable[[], Sequence[int]]

SIZE = 1024
"""How many numbers a pool lists."""

FEWEST = 12
"""How many of them must keep the rules for the pool to serve."""


def keeps_number(number: Any, rules: Constraints) -> bool:
    """Whether *number*, as a Decimal of just its digits, keeps all of *rules*."""
    if (rules.ge is not None and number < rules.ge) or (rules.gt is not None and number <= rules.gt):
        return False
    if (rules.le is not None and number > rules.le) or (rules.lt is not None and number >= rules.lt):
        return False
    if rules.multiple_of is not None and Fraction(number) % Fraction(rules.multiple_of):
        return False
    return (rules.max_digits is None and rules.decimal_places is None) or _has_digits(Decimal(number), rules)


def _has_digits(number: Decimal, rules: Constraints) -> bool:
    """Whether it has no more digits than it may, counted as Pydantic does."""
    _, digits, exponent = number.as_tuple()
    places = max(0, -int(exponent))
    whole = max(len(digits) + int(exponent), 0)
    if rules.decimal_places is not None and places > rules.decimal_places:
        return False
    if rules.max_digits is None:
        return True
    room = rules.max_digits - (rules.decimal_places or 0)
    return max(whole + places, len(digits)) <= rules.max_digits and (rules.decimal_places is None or whole <= room)


def pool(numbers: Sequence[int], places: int, ask: Ask) -> Node | None:
    """One of *numbers* (each 10^-*places* of what it stands for) that keep the rules, in the kind asked for."""
    if ask.kind == "int":
        numbers, places = sorted(round(number / 10**places) for number in numbers), 0
    exact = [Decimal(number).scaleb(-places) for number in numbers]
    if ask.rules != Constraints():
        exact = [number for number in exact if keeps_number(number, ask.rules)]
    if len(exact) < min(FEWEST, len(numbers)) or len(exact) < len(numbers) // 8:
        return None
    if ask.kind == "decimal":
        return Choice(tuple(exact), tuple(map(str, exact)))
    values = tuple((int if ask.kind == "int" else float)(number) for number in exact)
    return Choice(values, values)


def skewed(low: float, high: float, places: int = 0) -> Numbers:
    """Numbers from *low* to *high*, as many of each order of magnitude."""

    def listed() -> list[int]:
        start, width = math.log(low), math.log(high) - math.log(low)
        return [round(math.exp(start + width * step / (SIZE - 1)) * 10**places) for step in range(SIZE)]

    return listed


def even(low: float, high: float, places: int = 0) -> Numbers:
    """Numbers from *low* to *high*, evenly."""
    return lambda: [round((low + (high - low) * step / (SIZE - 1)) * 10**places) for step in range(SIZE)]


def prices(low: float, high: float) -> Numbers:
    """Cents, many small and few large, with the endings that shops like."""
    endings = (99, 99, 99, 50, 0, 95, 49, 90, 25, 99)
    plain = skewed(low, high)
    return lambda: [whole * 100 + endings[mixed(step, 5) % len(endings)] for step, whole in enumerate(plain())]


def counted(numbers: Sequence[int] | Numbers, places: int = 0) -> Named:
    """A provider of one of *numbers*, which are listed when they are first asked for."""
    listed = numbers if callable(numbers) else lambda: numbers
    return lambda ask, whose: pool(listed(), places, ask)


@dataclass(frozen=True, slots=True)
class Between:
    """The value at a share of the way through *values*: *end* 0 is the lower of two shares, 1 the higher."""

    values: Callable[[int], Any]
    count: int
    end: int

    def __call__(self, word: int, share: tuple[int, int]) -> Any:
        return self.values(share[self.end] * self.count >> 32)


def ends_fact(name: str, whose: str) -> Fact:
    """Two shares of a range, one in its lower and one in its upper third, in parts of 2^32."""
    third = (1 << 32) // 3
    shares = tuple((mixed(number, 1) % (third - 1), 2 * third + 1 + mixed(number, 2) % (third - 1)) for number in range(512))
    return Fact(f"{owned(whose, name)}_ends", Choice(shares, shares))


def end_of(node: Node | None, fact: Fact, end: int) -> Node | None:
    """The lower or the higher *end* of a range of what *node* draws: in order wherever both ends keep the same rules."""
    match node:
        case Choice(options, json) if len(options) > 2:
            ordered = tuple(sorted(set(options)))
            said = str if json and isinstance(json[0], str) else None
            return View(Between(ordered.__getitem__, len(ordered), end), (fact,), json=said)
        case View(show, (Fact(_, Choice(options)),), json):
            return end_of(Choice(tuple(show(0, option) for option in options), ("",) if json else ()), fact, end)
        case Integer(low, high, step):
            return View(Between(partial(_whole, low, step), (high - low) // step + 1, end), (fact,))
        case Real(low, high, scale):
            return View(Between(partial(_real, low, scale), high - low + 1, end), (fact,))
        case Fixed(low, high, step, places):
            return View(Between(partial(_fixed, low, step, places), (high - low) // step + 1, end), (fact,), json=str)
        case Converted(inner, convert, json):
            shown = end_of(inner, fact, end)
            return None if shown is None else Converted(shown, convert, json)
        case _:
            return None


def _whole(low: int, step: int, place: int) -> int:
    return low + step * place


def _real(low: int, scale: float, place: int) -> float:
    return (low + place) / scale


def _fixed(low: int, step: int, places: int, place: int) -> Decimal:
    return Decimal(low + step * place).scaleb(-places)


PLAIN: dict[str, Callable[[Ask], Node]] = {"int": numeric.integer, "float": numeric.real, "decimal": numeric.decimal}
"""What draws a number that its name says nothing of."""
