"""Departures and arrivals as planned, and how late they really were."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import FactView, Node
from pytest_fixturegen.providers.fact_fields import NamedProvider
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.began import (
    build_began_fact,
    build_pace_fact,
    get_life,
    to_seconds,
)
from pytest_fixturegen.providers.lives.clock import AnyPace, build_place_clock, get_salt
from pytest_fixturegen.providers.lives.kinds import find_life, is_timetabled
from pytest_fixturegen.providers.lives.verbs import CREATED, DONE, PARTS, strip_moment_words
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.timestamps import provide_past

DELAYS = (0, 0, 5, 0, 10, 0, 5, 15, 0, 25, 0, 5, 40, 0, 10, 85)
"""Minutes by which departures are late."""

PLANNED_WORDS = frozenset("scheduled planned sched published timetabled".split())
PLACES = {"departure": CREATED, "arrival": DONE * PARTS}
DELAY_NAMES = frozenset(
    """delay delay_minutes delay_min delay_mins departure_delay departure_delay_minutes
    arrival_delay arrival_delay_minutes minutes_late""".split()
)


def find_delay_provider(context: FieldContext) -> NamedProvider | None:
    """Return the provider of a planned departure or arrival, or of a delay; None for others."""
    if not may_be_late(context.record):
        return None
    if context.name in DELAY_NAMES and context.kind in ("int", "float"):
        return _provide_delay
    if get_life(context).name != "flight":
        return None
    first, _, rest = context.name.partition("_")
    place = ENDS.get(strip_moment_words(context.name)) if is_timetabled(context.record) else None
    if place is not None:
        return partial(_provide_end, place, 0)
    end = rest.partition("_")[0]
    if end not in PLACES or first not in PLANNED_WORDS | {"actual"}:
        return None
    return partial(_provide_end, PLACES[end], 0 if first == "actual" else 60)


ENDS = {
    **dict.fromkeys(("departure", "departed"), PLACES["departure"]),
    **dict.fromkeys(("arrival", "arrived"), PLACES["arrival"]),
}
"""Places of the ends of a journey that is timetabled, as they were."""


@lru_cache(maxsize=256)
def may_be_late(outline: RecordOutline) -> bool:
    """Return whether records of *outline* are journeys, or say how late they are."""
    return find_life(outline).name == "flight" or outline.has(*DELAY_NAMES)


def count_late_minutes(pace: AnyPace) -> int:
    """Return the minutes by which a record with *pace* is late."""
    return DELAYS[get_salt(pace) // 60 % len(DELAYS)]


def build_lateness_view(
    context: FieldContext,
    shown: tuple[Any, Any] = (False, True),
) -> FactView | None:
    """Return the view of whether the record is late, by the values of *shown*: no and yes.

    Return None if nothing of the record can be late.
    """
    if not may_be_late(context.record):
        return None
    return FactView(
        lambda word, pace: shown[count_late_minutes(pace) > 0],
        (build_pace_fact(context),),
    )


def _provide_end(
    place: int,
    seconds: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the moment of *place*, earlier by *seconds* for each minute of delay."""
    clock = build_place_clock(
        get_life(context),
        to_seconds(context.now),
        place,
    )
    return provide_past(
        context, lambda began, pace: clock(began, pace) - seconds * count_late_minutes(pace)
    )


def _provide_delay(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the minutes that the record is late."""
    if not all(is_valid_number(end, context.constraints) for end in (0, max(DELAYS))):
        return None
    convert = float if context.kind == "float" else int
    facts = (build_began_fact(context), build_pace_fact(context))
    return FactView(
        lambda word, began, pace: convert(count_late_minutes(pace)),
        facts,
    )
