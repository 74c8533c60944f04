"""Strategy: nothing at all, where that is allowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.nodes import Array, Constant, Dictionary, Node, Nullable, unwrap_node

NAME = "empty values"


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield a patch for each part that may be empty."""
    for part in drawn.suspects:
        node = None if part.has_pinned else make_empty_node(part.node)
        if node is not None:
            yield DrawInstead(NAME, part.path, node=node)


def make_empty_node(node: Node) -> Node | None:
    """Return a node of None or of no items, if *node* allows that."""
    if isinstance(node, Nullable):
        return node.closed or Constant(None, None)
    inner = unwrap_node(node)
    return replace(inner, low=0, high=0) if isinstance(inner, Array | Dictionary) else None


STRATEGY = RepairStrategy(
    NAME,
    "Draw None for a field that may be None, and no items for a list or a mapping.",
    propose,
    first_lap=2,
)
