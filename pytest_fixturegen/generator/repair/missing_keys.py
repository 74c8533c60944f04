"""Strategy: keys that a validator misses in a mapping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pytest_fixturegen.generator.repair.drawn_parts import DrawnPart
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.nodes import Call, Dictionary, Node, Record, Slot, unwrap_node

NAME = "missing keys"

MISSING_KEY_PATTERN = re.compile(
    r"key|label|include|contain|missing|required|entr(?:y|ies)|propert|attribut|expected dict"
    r"|must have",
    re.IGNORECASE,
)
"""Words of a message that asks a mapping for something."""

QUOTED_PATTERN = re.compile(r"['\"`]([\w.:/-]{1,60})['\"`]")
DOTTED_PATTERN = re.compile(r"(?<![\w.])[A-Za-z_][\w-]*(?:\.[\w-]+)+")

MAX_MISSING_KEYS = 8
"""Keys that are taken from one message at most."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield a patch for each mapping that may lack keys."""
    for part in drawn.suspects:
        node = unwrap_node(part.node)
        if not isinstance(node, Dictionary | Record):
            continue
        keys = list(dict.fromkeys(find_missing_keys(refusal, part, node)))[:MAX_MISSING_KEYS]
        if keys:
            label = ", ".join(map(str, keys))
            yield DrawInstead(
                NAME,
                part.path,
                label,
                node=add_keys(node, keys),
                is_lasting=True,
            )


def find_missing_keys(
    refusal: Refusal, part: DrawnPart, node: Dictionary | Record
) -> Iterator[Any]:
    """Yield the keys that *refusal* misses in *part*, which *node* drew."""
    error = refusal.error
    present = part.value if isinstance(part.value, dict) else {}
    if isinstance(error, KeyError) and error.args and error.args[0] not in present:
        yield error.args[0]
    elif isinstance(node, Dictionary) and MISSING_KEY_PATTERN.search(refusal.message):
        yield from QUOTED_PATTERN.findall(refusal.message)
        yield from DOTTED_PATTERN.findall(refusal.message)


def add_keys(node: Dictionary | Record, keys: list[Any]) -> Record:
    """Return a node that draws *node* with *keys*."""
    if isinstance(node, Dictionary):
        return Record(
            tuple(_build_slot(key, node.value) for key in keys),
            node.build,
        )
    # A mapping that keys were added to before has one node for all of them.
    value_nodes = {id(slot.node): slot.node for slot in node.slots}
    value = next(iter(value_nodes.values())) if len(value_nodes) == 1 else Call(draw_guess)
    slots = (*node.slots, *(_build_slot(key, value) for key in keys))
    return Record(slots, node.build, node.shares_facts)


def draw_guess(word: int) -> Any:
    """Return a value for a key of which nothing is known except that it is read."""
    return ("text", 1, {}, [], "1", 1.5, True)[word % 7]


def _build_slot(key: Any, node: Node) -> Slot:
    """Return the slot that adds *key* to a mapping; JSON has the text of the key."""
    return Slot(
        str(key),
        (key,),
        str(key),
        node,
    )


STRATEGY = RepairStrategy(
    NAME,
    "Add the keys to a mapping that the message, or a KeyError, misses.",
    propose,
)
