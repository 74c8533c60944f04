"""Strategy: the records around a refused part."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.generator.repair.drawn_parts import DrawnPart
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.empty_values import make_empty_node
from pytest_fixturegen.generator.repair.patches import DrawInstead, OmitFields, Patch, Redraw
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.nodes import Record, unwrap_node

NAME = "surroundings"

TIMES = 2
"""How often a record is drawn again in one lap."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[Patch]:
    """Yield patches for the records around the refused part, then for the parts to leave out."""
    yield from _propose_redraws(drawn)
    yield from propose_omissions(NAME, drawn)


def _propose_redraws(drawn: Drawn) -> Iterator[Patch]:
    """Yield patches that draw the records around the refused part again."""
    around = drawn.trail[-2::-1]
    paths = [part.path for part in around if isinstance(unwrap_node(part.node), Record)]
    for time in range(1, TIMES + 1):
        for path in paths:
            yield Redraw(NAME, path, str(time))


def propose_omissions(name: str, drawn: Drawn) -> Iterator[Patch]:
    """Yield patches that leave out the refused part, or else a part that holds it.

    *name* is that of the strategy.
    """
    around = drawn.trail[-2::-1]
    for outer, inner in zip(around, drawn.trail[:0:-1], strict=True):
        node = make_empty_node(inner.node)
        if inner.has_pinned:
            continue
        if _is_optional(outer, inner):
            yield OmitFields(
                name,
                inner.path,
                "without",
                fields=(inner.path,),
            )
        elif node is not None:
            yield DrawInstead(
                name,
                inner.path,
                "without",
                node=node,
            )


def _is_optional(record: DrawnPart, field: DrawnPart) -> bool:
    """Return whether *record* may be drawn without *field*."""
    node = unwrap_node(record.node)
    slots = node.slots if isinstance(node, Record) else ()
    paths = {join_path(record.path, slot.name): slot.is_optional for slot in slots}
    return paths.get(field.path, False)


STRATEGY = RepairStrategy(
    NAME,
    "Draw the records around the refused part again, then leave out one that may be left out.",
    propose,
    first_lap=4,
)
