"""The facts of a record that records within it, and records that link to it, may ask for."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from pytest_fixturegen.nodes import Fact, FactView
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.began import (
    build_began_fact,
    build_pace_fact,
    build_record_context,
    to_seconds,
)
from pytest_fixturegen.providers.lives.clock import build_place_clock
from pytest_fixturegen.providers.lives.kinds import find_life
from pytest_fixturegen.providers.lives.periods import HOURS, build_period, find_pair
from pytest_fixturegen.providers.lives.verbs import CREATED, DONE, PARTS, SENT
from pytest_fixturegen.providers.record_outline import RecordOutline, list_name_words
from pytest_fixturegen.providers.stages.stage import build_stage_fact

SENT_WORDS = frozenset("shipped dispatched shipment parcel tracking started".split())
"""Words of records whose parts belong to a journey, which begins when it is sent."""


@lru_cache(maxsize=256)
def list_outer_facts(outline: RecordOutline, now: datetime) -> tuple[Fact, ...]:
    """Return the facts of a record of *outline* that other records may ask for."""
    context = build_record_context(outline, now)
    facts = (_build_life_fact(context), build_pace_fact(context))
    return (*facts, build_stage_fact(context))


def _build_life_fact(context: FieldContext) -> Fact:
    """Return the fact of the seconds from which until which a record lives."""
    life, now = find_life(context.record), to_seconds(context.now)
    pair = find_pair(context.record)
    period = build_period(context, "") if pair or life.name == "gathering" else None
    if period is not None and period.is_ahead:
        unit = pair[2] if pair else HOURS

        def show_period(word: int, *facts: int) -> tuple[int, int]:
            return period.compute_start(*facts), period.compute_end(unit, *facts)

        return Fact("life", FactView(show_period, period.facts))
    is_sent = not list_name_words(context.record).isdisjoint(SENT_WORDS)
    start = build_place_clock(
        life,
        now,
        SENT * PARTS if is_sent else CREATED,
    )
    end = build_place_clock(life, now, DONE * PARTS)
    ticks, is_parent = life.ticks, life.is_parent

    def show_life(
        word: int,
        began: int,
        pace: tuple[int, ...],
    ) -> tuple[int, int]:
        last = now if is_parent else end(began, pace) // ticks
        return start(began, pace) // ticks, last

    return Fact(
        "life",
        FactView(show_life, (build_began_fact(context), build_pace_fact(context))),
    )
