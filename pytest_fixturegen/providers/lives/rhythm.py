"""The rhythm of the week: moments of people fall into working hours more often than into nights.

Time is stretched where little happens and shortened where much does. So the order of two moments
stays, and what is whole weeks apart stays so.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise

HOUR = 3600
WEEK = 7 * 24 * HOUR
MONDAY = 3 * 24 * HOUR
"""Seconds from the Monday before 1970 to 1970, which began on a Thursday."""

HOUR_WEIGHTS = (
    *(3, 2, 1, 1, 1, 2, 5, 15),
    *(34, 42, 44, 42, 36, 38, 42, 42),
    *(40, 36, 28, 24, 22, 18, 12, 6),
)
"""How much happens in each hour of a day."""

DAY_WEIGHTS = (100, 104, 104, 102, 96, 52, 44)
"""How much happens on each day, from Monday."""


def list_flat_hours() -> tuple[tuple[int, ...], tuple[tuple[int, int, int], ...]]:
    """Return where the hours begin in a flat week, and for each its flat beginning, its flat
    length, and its beginning.
    """
    ends = list_hour_ends()
    rows = enumerate(pairwise(ends))
    return ends, tuple((start, end - start, hour * HOUR) for hour, (start, end) in rows)


@lru_cache(maxsize=1)
def list_hour_ends() -> tuple[int, ...]:
    """Return the seconds of a week, from 0, after which each of its hours is over."""
    weights = [day * hour for day in DAY_WEIGHTS for hour in HOUR_WEIGHTS]
    total = sum(weights)
    return (0, *(end * WEEK // total for end in accumulate(weights)))


ENDS, HOURS = list_flat_hours()


def to_rhythm(second: int) -> int:
    """Return the second after 1970 in the rhythm of the week, for *second* of a flat week."""
    flat = (second + MONDAY) % WEEK
    start, length, begin = HOURS[bisect_right(ENDS, flat) - 1]
    return second - flat + begin + (flat - start) * HOUR // length


def from_rhythm(second: int) -> int:
    """Return the second of a flat week that :func:`to_rhythm` moves to *second* or just before."""
    ends = list_hour_ends()
    in_week = (second + MONDAY) % WEEK
    hour, rest = divmod(in_week, HOUR)
    return second - in_week + ends[hour] + rest * (ends[hour + 1] - ends[hour]) // HOUR
