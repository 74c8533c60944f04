"""Strategy: the facts that a refused field shows."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import Redraw
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.nodes import FactView, unwrap_node

NAME = "shared facts"


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[Redraw]:
    """Yield a patch for each fact behind the suspects.

    Another draw of the field alone may show the same again.
    """
    record, _ = drawn.find_enclosing_record()
    nodes = [unwrap_node(part.node) for part in drawn.suspects]
    while nodes:
        node = nodes.pop(0)
        for fact in node.facts if isinstance(node, FactView) else ():
            yield Redraw(NAME, join_path(record.path, f"~{fact.name}"))
            nodes.append(unwrap_node(fact.node))


STRATEGY = RepairStrategy(
    NAME,
    "Draw the fact again that a refused field shows, such as the person behind an e-mail.",
    propose,
)
