"""The form of a repair strategy."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple, TypeVar

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import Patch
from pytest_fixturegen.generator.repair.refusal import Refusal

T = TypeVar("T")

FIRST_SHARE = 10
"""Patches of one strategy that are tried in the first lap."""

MAX_PATCHES = 40
"""Patches of one strategy that are tried for one refusal."""


class RepairStrategy(NamedTuple):
    """A way to repair a refused record.

    *propose* yields its patches for one refusal, the likeliest first, or nothing if it does not
    know any. *first_lap* and *last_lap* are the laps over the schedule in which the strategy takes
    part. Error messages and docs show the *name* and the *description*.
    """

    name: str
    description: str
    propose: Callable[[Refusal, Drawn], Iterable[Patch]]
    first_lap: int = 1
    last_lap: int = sys.maxsize


def take_share(patches: Iterable[T], lap: int) -> Iterator[T]:
    """Return the part of *patches*, the likeliest first, that is tried in *lap*.

    Code gives many hints, and other strategies have to be tried before the last of them.
    """
    if lap == 1:
        return islice(patches, FIRST_SHARE)
    return islice(patches, FIRST_SHARE, MAX_PATCHES)
