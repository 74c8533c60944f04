"""The birthdays that fixed ages and years of birth belong to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pytest_fixturegen.nodes import Constant, FactPin, Integer, Node
from pytest_fixturegen.providers.fact_pins import (
    PinnedNodes,
    build_constant,
    read_number,
    read_size,
)
from pytest_fixturegen.providers.moment_pins import DAY, read_second

EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


def _find_birthday(second: int, born: Node) -> PinnedNodes:
    """Return the node of the day of *second*."""
    return (build_constant(second // DAY + EPOCH_ORDINAL),)


BIRTHDAY_PIN = FactPin(read_second, _find_birthday)
"""The pin of a birthday."""


def _find_birth_year(year: Decimal, born: Node) -> PinnedNodes | None:
    """Return the node of the days of *year*; None if there is no such year."""
    if not date.min.year <= year < date.max.year:
        return None
    first = date(int(year), 1, 1).toordinal()
    return _limit_days(
        born,
        first,
        date(int(year) + 1, 1, 1).toordinal() - 1,
    )


BIRTH_YEAR_PIN = FactPin(read_number, _find_birth_year, 1)
"""The pin of the year of a birthday."""


def make_age_pin(cutoffs: Sequence[int]) -> FactPin:
    """Return the pin of an age in whole years.

    *cutoffs* are the birthdays of those who turn an age today, from the greatest age to 0.
    """

    def find_days(age: Decimal, born: Node) -> PinnedNodes | None:
        """Return the node of the birthdays of those whose age is *age*."""
        oldest = len(cutoffs) - 1
        if age >= oldest:
            return None
        turned = cutoffs[oldest - int(age)]
        return _limit_days(
            born,
            cutoffs[oldest - int(age) - 1] + 1,
            turned,
        )

    return FactPin(read_size, find_days, 2)


def _limit_days(
    born: Node,
    first: int,
    last: int,
) -> PinnedNodes | None:
    """Return *born* with the days from *first* to *last*, those of its own if there are some."""
    if isinstance(born, Constant):
        return None
    if isinstance(born, Integer) and max(born.low, first) <= min(born.high, last):
        first, last = max(born.low, first), min(born.high, last)
    return (Integer(first, last),)
