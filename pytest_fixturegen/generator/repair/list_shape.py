"""Strategy: the length and the order that a message asks of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.nodes import Array, unwrap_node

NAME = "list shape"

LENGTH_PATTERN = re.compile(
    r"(?:exactly|at least|of size|length\b[^\n\d]{0,40}?(?:>=|==|be|of|is)?)\D{0,12}(\d{1,3})"
    r"|(\d{1,3}) (?:values|items|elements|numbers)",
    re.IGNORECASE,
)
ORDER_PATTERN = re.compile(r"less than|ascending|sorted|order|before|increasing")


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield a patch for each list that the message may ask another shape of."""
    for part in drawn.suspects:
        node = unwrap_node(part.node)
        if isinstance(node, Array):
            shaped = reshape_array(refusal.message, node)
            if shaped is not None:
                yield DrawInstead(NAME, part.path, node=shaped)


def reshape_array(message: str, node: Array) -> Array | None:
    """Return *node* with the length and the order that *message* asks for, if it asks for one."""
    length = LENGTH_PATTERN.search(message)
    is_ordered = ORDER_PATTERN.search(message) is not None
    if length is None and not is_ordered:
        return None
    if length is not None:
        count = int(length[1] or length[2])
        node = replace(
            node,
            low=count,
            high=count,
            size_transform=None,
        )
    return replace(node, build=_sort_items) if is_ordered else node


def _sort_items(items: list[Any]) -> list[Any]:
    """Return *items* in ascending order, or as they are if they cannot be compared."""
    try:
        return sorted(items)
    except TypeError:  # the items have no order
        return items


STRATEGY = RepairStrategy(
    NAME,
    "Draw a list with as many items, or in the order, that the message asks for.",
    propose,
)
