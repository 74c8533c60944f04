"""Keys that a validator misses: a mapping is drawn with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pytest_fixturegen.generator.repair.value_paths import FaultLocation
from pytest_fixturegen.nodes import Call, Dictionary, Node, Record, Slot

MISSING_KEY_PATTERN = re.compile(
    r"key|label|include|contain|missing|required|entr(?:y|ies)|propert|attribut|expected dict|must have",
    re.IGNORECASE,
)
"""Words of a message that asks a mapping for something."""

QUOTED_PATTERN = re.compile(r"['\"`]([\w.:/-]{1,60})['\"`]")
DOTTED_PATTERN = re.compile(r"(?<![\w.])[A-Za-z_][\w-]*(?:\.[\w-]+)+")

MAX_MISSING_KEYS = 8
"""Keys that one message may ask for at most."""


def add_missing_keys(location: FaultLocation, node: Dictionary | Record) -> Record | None:
    """*node*, a mapping, with the keys that the fault at *place* says are missing; None when it says nothing of keys."""
    keys = list(dict.fromkeys(find_missing_keys(location, node)))[:MAX_MISSING_KEYS]
    if not keys:
        return None
    if isinstance(node, Record):
        nodes = {id(slot.node): slot.node for slot in node.slots}
        value = (
            next(iter(nodes.values())) if len(nodes) == 1 else Call(draw_guess)
        )  # one node: it was a mapping, and is widened again
        return Record(
            (*node.slots, *(build_key_slot(key, value) for key in keys)),
            node.build,
            node.shares_facts,
        )
    return Record(tuple(build_key_slot(key, node.value) for key in keys), node.build)


def build_key_slot(key: Any, node: Node) -> Slot:
    """The field of a mapping that was asked for."""
    return Slot(str(key), (key,), str(key), node)


def find_missing_keys(location: FaultLocation, node: Dictionary | Record) -> Iterator[Any]:
    """The keys that the fault at *place* misses in what *node* drew."""
    error = location.fault.context.get("error")
    present = location.value if isinstance(location.value, dict) else {}
    if isinstance(error, KeyError) and error.args and error.args[0] not in present:
        yield error.args[0]
    elif isinstance(node, Dictionary) and MISSING_KEY_PATTERN.search(location.message):
        yield from QUOTED_PATTERN.findall(location.message)
        yield from DOTTED_PATTERN.findall(location.message)


def draw_guess(word: int) -> Any:
    """A value for a key of which nothing is known but that it is read."""
    return ("text", 1, {}, [], "1", 1.5, True)[word % 7]
