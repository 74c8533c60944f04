"""Parts of the calendar: the month, the quarter or the weekday of the day of a record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import FactView, Node
from pytest_fixturegen.providers.fact_fields import NamedProvider, build_text_view
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.began import build_began_fact, get_life
from pytest_fixturegen.providers.lives.clock import build_began_clock
from pytest_fixturegen.providers.lives.kinds import DAY
from pytest_fixturegen.providers.quantity import is_valid_number

EPOCH_ORDINAL = date(1970, 1, 1).toordinal()

DATED_LIVES = frozenset("hour day week month reading weather".split())
"""Lives of records that are about an hour, a day or a month."""

# The names that strftime gives depend on the process.
MONTHS = tuple(
    """January February March April May June July August September October November
    December""".split()
)
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

NUMBERS: dict[str, Callable[[date], int]] = {
    "month": lambda day: day.month,
    "quarter": lambda day: (day.month + 2) // 3,
    "fiscal_quarter": lambda day: (day.month + 2) // 3,
    "year": lambda day: day.year,
    "fiscal_year": lambda day: day.year,
    "week": lambda day: day.isocalendar()[1],
    "week_number": lambda day: day.isocalendar()[1],
    "iso_week": lambda day: day.isocalendar()[1],
    "day_of_week": lambda day: day.weekday(),
    "day_of_year": lambda day: day.timetuple().tm_yday,
}
"""Names of numbers of the calendar."""

TEXTS: dict[str, Callable[[date], str]] = {
    "month": lambda day: MONTHS[day.month - 1],
    "month_name": lambda day: MONTHS[day.month - 1],
    "quarter": lambda day: f"Q{(day.month + 2) // 3}",
    "fiscal_quarter": lambda day: f"Q{(day.month + 2) // 3}",
    "weekday": lambda day: WEEKDAYS[day.weekday()],
    "day_of_week": lambda day: WEEKDAYS[day.weekday()],
    "day_name": lambda day: WEEKDAYS[day.weekday()],
}
"""Names of texts of the calendar."""


def find_calendar_provider(context: FieldContext) -> NamedProvider | None:
    """Return the provider of a part of the calendar if the record is about a day; else None."""
    if get_life(context).name not in DATED_LIVES:
        return None
    if context.kind == "int" and context.name in NUMBERS:
        return partial(_provide_part, NUMBERS[context.name])
    is_english = context.vocabulary.locale.startswith("en")
    if context.kind == "str" and context.name in TEXTS and is_english:
        return partial(_provide_part, TEXTS[context.name])
    return None


def _provide_part(
    read: Callable[[date], Any],
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of what *read* reads of the day on which the record began."""
    show_began = build_began_clock(get_life(context))

    def show(word: int, began: int) -> Any:
        return read(date.fromordinal(show_began(began) // DAY + EPOCH_ORDINAL))

    fact = build_began_fact(context)
    if context.kind == "str":
        return build_text_view(context, show, fact)
    if context.name not in ("year", "fiscal_year") and not is_valid_number(1, context.constraints):
        return None
    return FactView(show, (fact,))
