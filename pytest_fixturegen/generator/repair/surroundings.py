"""Strategy: the records around a refused part."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import Redraw
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.nodes import Record, unwrap_node

NAME = "surroundings"


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[Redraw]:
    """Yield a patch for each record around the refused part."""
    for part in reversed(drawn.trail[:-1]):
        if isinstance(unwrap_node(part.node), Record):
            yield Redraw(NAME, part.path)


STRATEGY = RepairStrategy(
    NAME,
    "Draw the records around the refused part again, the innermost first.",
    propose,
    first_lap=2,
)
