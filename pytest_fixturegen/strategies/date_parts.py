"""Numbers that are the year, month or quarter of a day in the same record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pytest_fixturegen.introspection.shapes import Shape
from pytest_fixturegen.nodes import FactView, Slot
from pytest_fixturegen.providers.fact_fields import build_draw, list_sample_words

PARTS: dict[str, Callable[[date], int]] = {
    "year": lambda day: day.year,
    "month": lambda day: day.month,
    "quarter": lambda day: (day.month + 2) // 3,
    "day_of_week": lambda day: day.isoweekday(),
    "weekday": lambda day: day.isoweekday(),
}
"""Integer parts of a date, by the last words of the field's name."""

MOMENT_ENDINGS = ("date", "at", "on", "datetime", "day", "time", "timestamp")
"""Last words of the names of days and moments."""


def show_date_parts(
    slots: Sequence[Slot],
    shapes: Mapping[str, Shape],
    drawn: frozenset[str],
) -> list[Slot]:
    """Return *slots* in which ``release_year`` is that of ``release_date``.

    *shapes* are those of their fields; only the fields *drawn* by name or type are changed.
    """
    kinds = {name: getattr(shape, "kind", "") for name, shape in shapes.items()}
    days = {slot.name: slot.node for slot in slots if kinds.get(slot.name) in ("date", "datetime")}
    if not days:
        return list(slots)
    return [
        _show_part(slot, days) if slot.name in drawn and kinds.get(slot.name) == "int" else slot
        for slot in slots
    ]


def _show_part(slot: Slot, days: Mapping[str, Any]) -> Slot:
    """Return *slot* with a part of one of *days* if it is named after it."""
    for ending, get_part in PARTS.items():
        stem = slot.name.removesuffix(ending)
        names = [f"{stem}{last}" for last in MOMENT_ENDINGS]
        if stem != slot.name and stem == "":
            names = [name for name in days if name in ("date", "day") or len(days) == 1]
        day = next(
            (days[name] for name in names if name in days),
            None,
        )
        if stem != slot.name and isinstance(day, FactView) and _shows_days(day):
            return replace(slot, node=FactView(_make_show(day.show, get_part), day.facts))
    return slot


def _make_show(show: Callable[..., Any], get_part: Callable[[date], int]) -> Callable[..., int]:
    """Return the function that shows a part of the date that *show* returns."""
    return lambda word, *facts: get_part(show(word, *facts))


def _shows_days(view: FactView) -> bool:
    """Return whether what *view* shows has a year and does not depend on its own word."""
    try:
        draw = build_draw(view)
    except TypeError:  # a fact that is drawn from the number of the record
        return True
    return all(isinstance(draw(word), date) for word in list_sample_words()[:3])
