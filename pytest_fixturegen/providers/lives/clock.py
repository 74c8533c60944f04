"""The clock of a record: from when it began, and its pace, to the second of each of its moments."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from pytest_fixturegen.providers.lives.kinds import DAY, HOUR, Life
from pytest_fixturegen.providers.lives.rhythm import from_rhythm, to_rhythm
from pytest_fixturegen.providers.lives.verbs import CREATED, DELETED, DONE, PARTS
from pytest_fixturegen.streams import mix_word

PART_BITS = 20
"""Bits of a part of the time from DONE until the present: 2**20 is all of it."""

EARLY_GAPS = ((60, HOUR), (60, 6 * HOUR), (HOUR, 3 * DAY), (DAY, 12 * DAY))
"""For each stage from CONFIRMED to DONE: the least seconds after the previous stage, and a span."""

PACE_COUNT = 512

Pace = tuple[int, ...]
"""By stage: up to DONE, seconds after the beginning; then parts of the time since DONE."""


class ExactPace(NamedTuple):
    """The pace of a record with fixed moments: by stage, the ticks after the beginning."""

    ticks: tuple[int, ...]


AnyPace = Pace | ExactPace
Clock = Callable[[int, AnyPace], int]
"""A function from a beginning in seconds and a pace to a moment, in ticks after 1970."""


@lru_cache(maxsize=1)
def list_paces() -> tuple[Pace, ...]:
    """Return the paces that a record may have; each is in ascending order."""
    return tuple(
        _build_pace(mix_word(number, 1), mix_word(number, 2)) for number in range(PACE_COUNT)
    )


def _build_pace(early_bits: int, late_bits: int) -> Pace:
    """Return the pace in which each stage takes its part of *early_bits*, or of *late_bits*."""
    gaps = []
    for least, span in EARLY_GAPS:
        early_bits, part = divmod(early_bits, span)
        gaps.append(least + part)
    late_gaps = [1 + (late_bits >> shift & 0xFFFF) for shift in (0, 16, 32, 48)]
    # The last stage comes some time before the present.
    total = sum(late_gaps) + 0xFFFF // 5
    late_parts = [(end << PART_BITS) // total for end in accumulate(late_gaps)]
    return (0, *accumulate(gaps), *late_parts)


def get_salt(pace: AnyPace) -> int:
    """Return a number that differs from pace to pace."""
    return sum(pace.ticks) if isinstance(pace, ExactPace) else pace[SALT_STAGE]


SALT_STAGE = DONE
"""The stage whose seconds differ most from pace to pace."""


def build_stage_clock(
    life: Life,
    now: int,
    stage: int,
) -> Clock:
    """Return the clock of *stage* in a flat week, at the present *now* in seconds."""
    if life.ticks == 1 and stage == CREATED:
        return _compute_first_second
    times, parts, ticks = life.speed[0] * life.ticks, life.speed[1], life.ticks
    least = life.least * ticks * min(stage, DONE) // DONE
    end = to_flat(life, now)
    late = life.late * ticks or 1 << 62
    early_stage = min(stage, DONE)

    def compute_tick(began: int, pace: AnyPace) -> int:
        """Return the tick of the stage."""
        if isinstance(pace, ExactPace):
            return began * ticks + pace.ticks[stage]
        start = began if ticks == 1 else began * ticks + pace[SALT_STAGE] % ticks
        early = start + pace[early_stage] * times // parts + least
        if early > end:
            early = min(early, max(start, end))
        if stage <= DONE or early >= end:
            return early
        return early + (min(end - early, late) * pace[stage] >> PART_BITS)

    return compute_tick


def _compute_first_second(began: int, pace: AnyPace) -> int:
    """Return the second of the stage CREATED: that of the beginning, unless it was fixed."""
    return began + pace.ticks[CREATED] if isinstance(pace, ExactPace) else began


def build_flat_clock(
    life: Life,
    now: int,
    place: int,
) -> Clock:
    """Return the clock of *place* in a flat week: of its stage, or between two stages."""
    stage, part = divmod(place, PARTS)
    if not part and stage >= 0:
        return build_stage_clock(life, now, stage)
    is_before = place < 0
    first = build_stage_clock(life, now, CREATED if is_before else stage)
    second = build_stage_clock(
        life,
        now,
        DONE if is_before else min(stage + 1, DELETED),
    )
    eighths = place if is_before else part

    def compute_tick(began: int, pace: AnyPace) -> int:
        """Return the tick as many eighths of the way from the first moment to the second."""
        start = first(began, pace)
        return start + (second(began, pace) - start) * eighths // PARTS

    return compute_tick


@lru_cache(maxsize=512)
def build_place_clock(
    life: Life,
    now: int,
    place: int,
) -> Clock:
    """Return the clock of *place* in the rhythm of the record."""
    flat_clock = build_flat_clock(life, now, place)
    if life.is_slow:
        return lambda began, pace: to_rhythm(flat_clock(began, pace))
    if life.is_human and life.grain > 1:
        grain = life.grain
        return lambda began, pace: flat_clock(began, pace) // grain * grain
    return flat_clock


def build_began_clock(life: Life) -> Callable[[int], int]:
    """Return the function from the beginning of a record to the second that it shows."""
    return to_rhythm if life.is_slow else int


def to_flat(life: Life, second: int) -> int:
    """Return the tick in a flat week of a *second* that a record shows."""
    return from_rhythm(second) if life.is_slow else second * life.ticks
