"""Strategy: another value as planned."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen.generator.repair.drawn_parts import DrawnPart
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import Redraw
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.nodes import FactView, Record, unwrap_node

NAME = "redraw"

TIMES = 3
"""Redraws of a part in one lap: a rule that no other strategy understands needs luck."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[Redraw]:
    """Yield patches for the part that the message names, and for the whole refused part."""
    named = drawn.named
    parts = [drawn.refused] if named is None else [named, drawn.refused]
    for time in range(1, TIMES + 1):
        for part in parts:
            if time == 1 or not _is_redrawn_by_others(part):
                yield Redraw(NAME, part.path, str(time))


def _is_redrawn_by_others(part: DrawnPart) -> bool:
    """Return whether the strategy "shared facts" or "fewer fields" draws *part* again as well."""
    node = unwrap_node(part.node)
    if isinstance(node, Record):
        return any(slot.is_optional for slot in node.slots)
    return isinstance(node, FactView)


STRATEGY = RepairStrategy(
    NAME,
    "Draw the refused part, or a part that the message names, again as planned.",
    propose,
)
