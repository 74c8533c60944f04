"""The bodies of people: height, weight and their index [WHO, body mass index] belong together."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import Choice, Fact, Node, View
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.quantity import keeps_number
from pytest_fixturegen.providers.views import Named, Table, owned, table
from pytest_fixturegen.streams import mixed

SIZE = 512
"""How many heights, and how many indices, there are to draw from."""

SHORTEST, LEANEST = 1480, 175
"""Millimetres; tenths of kilograms for a square metre."""

KINDS: dict[str, Callable[[int, int], Any]] = {
    "int": lambda number, places: round(number / 10**places),
    "float": lambda number, places: number / 10**places,
    "decimal": lambda number, places: Decimal(number).scaleb(-places),
}
"""A number of 10^-places, in the kind asked for."""


@lru_cache(maxsize=1)
def _bodies() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Heights and indices of grown-up people: those in the middle most often."""
    halves = [(mixed(step, 1) % 256 + mixed(step, 2) % 256, mixed(step, 3) % 90 + mixed(step, 4) % 75) for step in range(SIZE)]
    return tuple(SHORTEST + tall for tall, _ in halves), tuple(LEANEST + wide for _, wide in halves)


def _facts(whose: str) -> tuple[Fact, Fact]:
    heights, indices = _bodies()
    return Fact(owned(whose, "height"), Choice(heights, heights)), Fact(owned(whose, "body"), Choice(indices, indices))


def body(tell: Callable[[int, int], int], places: int, ask: Ask, whose: str) -> Node | None:
    """What *tell* tells of a height and an index, in 10^-*places*."""
    write, (heights, indices) = KINDS[ask.kind], _bodies()
    ends = [tell(choose(heights), choose(indices)) for choose in (min, max)]
    if not all(keeps_number(Decimal(str(write(each, places))), ask.rules) for each in ends):
        return None
    json = str if ask.kind == "decimal" else None
    return View(lambda word, height, index: write(tell(height, index), places), _facts(whose), json)


def _weight(height: int, index: int) -> int:
    return index * height * height // 10**6


centimetres: Named = partial(body, lambda height, _: height, 1)
metres: Named = partial(body, lambda height, _: height // 10, 2)
kilograms: Named = partial(body, _weight, 1)
bmi: Named = partial(body, lambda _, index: index, 1)

NUMBERS = "int float decimal"
NAMES: Table = table(
    ("bmi body_mass_index", NUMBERS, bmi),
    ("body_height body_height_cm", NUMBERS, centimetres),
    ("body_weight body_weight_kg", NUMBERS, kilograms),
)
"""What speaks of a body whatever the model."""

OF_PEOPLE: Table = table(
    ("height height_cm", NUMBERS, centimetres),
    ("height_m", "float decimal", metres),
    ("weight weight_kg", NUMBERS, kilograms),
)
"""What speaks of a body where the model is a person."""
