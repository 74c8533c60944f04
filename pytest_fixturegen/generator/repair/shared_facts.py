"""Strategy: the facts that a refused field shows."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import Redraw
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.nodes import FactView, Node, unwrap_node

NAME = "shared facts"

TIMES = 2
"""How often a fact is drawn again in one lap."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[Redraw]:
    """Yield patches for each fact behind the suspects.

    Another draw of a field alone may show the same fact again.
    """
    record, _ = drawn.find_enclosing_record()
    facts = list_facts([part.node for part in drawn.suspects])
    for time in range(1, TIMES + 1):
        for fact in facts:
            yield Redraw(
                NAME,
                join_path(record.path, f"~{fact}"),
                str(time),
            )


def list_facts(nodes: list[Node]) -> list[str]:
    """Return the names of the facts that *nodes* show, and of those that these show."""
    names: dict[str, None] = {}
    waiting = list(nodes)
    while waiting:
        node = unwrap_node(waiting.pop(0))
        for fact in node.facts if isinstance(node, FactView) else ():
            names[fact.name] = None
            waiting.append(fact.node)
    return list(names)


STRATEGY = RepairStrategy(
    NAME,
    "Draw the fact again that a refused field shows, such as the person behind an e-mail.",
    propose,
)
