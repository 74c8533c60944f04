"""How the time of a record grows: with the number of records, of fields, of members and levels.

Each row compares the time per unit of one size with that of the smallest size. A factor of more
than 2 would be superlinear growth.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from benchmarks.medium import Customer
from benchmarks.models import make_deep, make_union, make_wide
from pytest_fixturegen import generate_lines

RECORD_COUNTS = (1_000, 10_000, 100_000)
LARGE_COUNTS = (1_000_000, 10_000_000)
FIELD_COUNTS = (10, 100, 1_000, 5_000)
MEMBER_COUNTS = (2, 20, 100, 500)
LEVEL_COUNTS = (2, 10, 50)

MODEL_RECORDS = 50
"""Records of each model whose size varies; planning counts, too."""

SUPERLINEAR = 2.0
"""The growth of the time per unit above which a row is marked."""


class Growth(NamedTuple):
    """The time of one size: *seconds* in all, for *units* of *what*."""

    what: str
    units: int
    seconds: float

    @property
    def each(self) -> float:
        """Microseconds per unit."""
        return self.seconds / self.units * 1e6


def measure_growth(*, is_full: bool) -> Iterator[list[Growth]]:
    """Yield the sizes of each kind of growth; if *is_full*, up to ten million records."""
    counts = (*RECORD_COUNTS, *(LARGE_COUNTS if is_full else ()))
    yield [Growth("records", count, time_lines(Customer, count)) for count in counts]
    yield list(_measure_models("fields", FIELD_COUNTS, make_wide))
    yield list(_measure_models("union members", MEMBER_COUNTS, make_union))
    yield list(_measure_models("levels", LEVEL_COUNTS, make_deep))


def _measure_models(
    what: str,
    sizes: tuple[int, ...],
    make: Callable[[int], Any],
) -> Iterator[Growth]:
    """Yield the time to plan a model of each size and to draw its first records."""
    for size in sizes:
        yield Growth(what, size, time_lines(make(size), MODEL_RECORDS))


def time_lines(model: Any, count: int) -> float:
    """Return the seconds of processor time that planning and *count* lines take."""
    gc.collect()
    start = time.process_time()
    lines = generate_lines(model, count, seed=2)
    for _ in islice(lines, count):
        pass
    return time.process_time() - start
