"""Keys that a validator misses: a mapping is drawn with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pytest_fixturegen.engine.places import Place
from pytest_fixturegen.nodes import Call, Node, Record, Slot, Table

ASKED = re.compile(
    r"key|label|include|contain|missing|required|entr(?:y|ies)|propert|attribut|expected dict|must have", re.IGNORECASE
)
"""Words of a message that asks a mapping for something."""

QUOTED = re.compile(r"['\"`]([\w.:/-]{1,60})['\"`]")
DOTTED = re.compile(r"(?<![\w.])[A-Za-z_][\w-]*(?:\.[\w-]+)+")

MOST = 8
"""Keys that one message may ask for at most."""


def wider(place: Place, node: Table | Record) -> Record | None:
    """*node*, a mapping, with the keys that the fault at *place* says are missing; None when it says nothing of keys."""
    keys = list(dict.fromkeys(missing(place, node)))[:MOST]
    if not keys:
        return None
    if isinstance(node, Record):
        nodes = {id(slot.node): slot.node for slot in node.slots}
        value = (
            next(iter(nodes.values())) if len(nodes) == 1 else Call(guess)
        )  # one node: it was a mapping, and is widened again
        return Record((*node.slots, *(asked(key, value) for key in keys)), node.build, node.shared)
    return Record(tuple(asked(key, node.value) for key in keys), node.build)


def asked(key: Any, node: Node) -> Slot:
    """The field of a mapping that was asked for."""
    return Slot(str(key), (key,), str(key), node)


def missing(place: Place, node: Table | Record) -> Iterator[Any]:
    """The keys that the fault at *place* misses in what *node* drew."""
    error = place.fault.context.get("error")
    present = place.value if isinstance(place.value, dict) else {}
    if isinstance(error, KeyError) and error.args and error.args[0] not in present:
        yield error.args[0]
    elif isinstance(node, Table) and ASKED.search(place.words):
        yield from QUOTED.findall(place.words)
        yield from DOTTED.findall(place.words)


def guess(word: int) -> Any:
    """A value for a key of which nothing is known but that it is read."""
    return ("text", 1, {}, [], "1", 1.5, True)[word % 7]
