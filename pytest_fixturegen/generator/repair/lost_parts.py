"""Strategy: nothing around a part that is lost."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import Patch
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.generator.repair.surroundings import propose_omissions

NAME = "lost parts"


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[Patch]:
    """Yield patches for a part that the model misses although it was drawn.

    Its own dump leaves such a part out, such as an empty list: what holds it is left out at once.
    """
    if refusal.kind == "missing" and len(drawn.trail) > len(refusal.loc):
        yield from propose_omissions(NAME, drawn)


STRATEGY = RepairStrategy(
    NAME,
    "Leave out what holds a part that the dump of the model itself leaves out.",
    propose,
)
