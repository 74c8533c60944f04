"""Strategy: nothing to read for code that does not end."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.empty_values import make_empty_node
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy

NAME = "endless code"


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield a patch for each part that the code reads and that may be empty.

    A record that looks names up in itself, for example, calls itself for one that it does not have.
    """
    if not isinstance(refusal.error, RecursionError):
        return
    for part in drawn.value_suspects:
        node = None if part.has_pinned else make_empty_node(part.node)
        if node is not None:
            yield DrawInstead(
                NAME,
                part.path,
                part.path,
                node=node,
            )


STRATEGY = RepairStrategy(
    NAME,
    "Draw None or no items for a field that is read by code that calls itself without end.",
    propose,
)
