"""Strategy: another value as planned."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import Redraw
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy

NAME = "redraw"


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[Redraw]:
    """Yield a patch for the part that the message names, and one for the whole refused part."""
    if drawn.named is not None:
        yield Redraw(NAME, drawn.named.path)
    yield Redraw(NAME, drawn.refused.path)


STRATEGY = RepairStrategy(
    NAME,
    "Draw the refused part, or a part that the message names, again as planned.",
    propose,
)
