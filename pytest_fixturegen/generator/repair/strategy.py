"""The form of a repair strategy."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import Patch
from pytest_fixturegen.generator.repair.refusal import Refusal


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
