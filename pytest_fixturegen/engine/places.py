"""The parts of a refused record that a fault speaks of: where it stands, and what its words name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import ROOT, child
from pytest_fixturegen.nodes import Array, Built, Converted, Given, Node, Nullable, OneOf, Quoted, Record, Row, Table

Loc = tuple[Any, ...]

KEY = "[key]"
"""What Pydantic adds to the place of a mapping's key, to tell it from that of its value."""

NAMED = 6
"""Fields that one message may name at most."""

PLAIN = (str, int, float, Decimal, date, time, UUID, Enum)
"""Types of values that a message may repeat."""

SHORT = 3
"""Characters of a value that is too short to be told by a message."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where, in whose words, and what Pydantic adds to them."""

    loc: Loc
    words: str
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a record that a fault speaks of: its path, its node, the value that was drawn there, what Pydantic may
    call it, and the fault. A *twin* is what another field holds, which is to stand here, too.
    """

    path: str
    node: Node
    value: Any
    names: Loc = ()
    fault: Fault = Fault((), "")
    twin: Node | None = None

    @property
    def words(self) -> str:
        """What the validator said."""
        return self.fault.words

    @property
    def is_given(self) -> bool:
        """Whether the user fixed what stands here."""
        return isinstance(unwrapped(self.node), Given)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A record as it was drawn: from *node*, and at some paths from *patches*."""

    node: Node
    value: Any
    patches: Mapping[str, Node] = field(default_factory=dict)

    def places(self, fault: Fault) -> list[Place]:
        """What to draw again for *fault*: the part where it stands, and of a record those fields that its words name."""
        place = self.way(fault)[-1]
        told = [each for each in self.below(place) if _is_named(each, fault.words)] or [
            each for each in self.leaves(place) if _is_named(each, fault.words)
        ]
        if isinstance(fault.context.get("error"), KeyError):  # which says a key, but not of what
            told = [each for each in self.leaves(place) if self._is_mapping(each)] or told
        in_full = [each for each in self.leaves(place) if _is_named_in_full(each, fault.words)]
        return [replace(each, fault=fault) for each in (place, *(in_full or told)[:NAMED])]

    def _is_mapping(self, place: Place) -> bool:
        """Whether *place* takes any key, or took some already that were missing."""
        return isinstance(unwrapped(place.node), Table) or isinstance(self.patches.get(place.path), Record)

    def way(self, fault: Fault) -> list[Place]:
        """The parts from the record itself to where *fault* stands, as far as what was drawn shows them."""
        way = [self._patched(Place(ROOT, self.node, self.value, fault=fault))]
        for part in _joined(fault.loc):
            inner = next((each for each in self.below(way[-1]) if part in each.names), None)
            if inner is None:
                break
            way.append(replace(inner, fault=fault))
        return way

    def leaves(self, place: Place, depth: int = 3) -> Iterator[Place]:
        """The parts of *place*, and theirs."""
        for inner in self.below(place):
            yield inner
            if depth:
                yield from self.leaves(inner, depth - 1)

    def below(self, place: Place) -> list[Place]:
        """The parts right below *place*, as far as what was drawn shows them."""
        node = unwrapped(place.node)
        reader = PARTS.get(type(node))
        return [self._patched(part) for part in reader(place.path, node, place.value)] if reader else []

    def _patched(self, place: Place) -> Place:
        """*place* with the record, or the list of another length, that is drawn there instead, if one is."""
        patch = self.patches.get(place.path)
        if isinstance(patch, Array):
            patch = patch if patch.high and patch.item is getattr(unwrapped(place.node), "item", None) else None
        return replace(place, node=patch) if isinstance(patch, Record | Array) else place


def _joined(loc: Loc) -> Iterator[Any]:
    """The parts of *loc*, a mapping's key and the mark that it is one as a single part."""
    for index, part in enumerate(loc):
        if part != KEY:
            yield f"{part}{KEY}" if loc[index + 1 : index + 2] == (KEY,) else part


def _of_record(path: str, node: Record, value: Any) -> Iterator[Place]:
    held = value if isinstance(value, Mapping) else getattr(value, "__dict__", {})
    for slot in node.slots:
        key = slot.key[0] if slot.key and slot.key[0] in held else slot.name
        if slot.key and key in held:
            yield Place(child(path, slot.name), slot.node, held[key], (slot.name, slot.key[0]))


def _of_array(path: str, node: Array, value: Any) -> Iterator[Place]:
    for index, each in enumerate(value if isinstance(value, list | tuple) else ()):
        yield Place(child(path, str(index)), node.item, each, (index,))


def _of_row(path: str, node: Row, value: Any) -> Iterator[Place]:
    for index, (item, each) in enumerate(zip(node.items, value if isinstance(value, tuple) else (), strict=False)):
        yield Place(child(path, str(index)), item, each, (index,))


def _of_table(path: str, node: Table, value: Any) -> Iterator[Place]:
    for index, (key, each) in enumerate(value.items() if isinstance(value, Mapping) else ()):
        at = child(path, str(index))
        yield Place(at, node.key, key, (f"{key}{KEY}",))
        yield Place(child(at, "value"), node.value, each, (key, str(key)))


def _of_union(path: str, node: OneOf, value: Any) -> Iterator[Place]:
    for label, member in node.members:
        yield Place(f"{path}|{label}", member, value, (label,))


PARTS: dict[type, Any] = {Record: _of_record, Array: _of_array, Row: _of_row, Table: _of_table, OneOf: _of_union}
"""How the parts of what a node drew are found."""


def unwrapped(node: Node) -> Node:
    """*node* without what only changes its values."""
    while isinstance(node, Nullable | Converted | Built | Quoted):
        node = node.inner
    return node


def text_of(value: Any) -> str:
    """What a message may say of *value*: nothing of a value with parts, whose text may be without end."""
    return str(value) if isinstance(value, PLAIN) and not isinstance(value, bool) else ""


def _is_named(place: Place, words: str) -> bool:
    """Whether *words* speak of *place*: by the name of the field, or by the very value that stands there."""
    name = re.split(r"[.|]", place.path)[-1]
    text = text_of(place.value)
    by_value = len(text) > SHORT and text in words
    return by_value or (
        not name.isdigit() and any(is_word(each, words) for each in (name, *place.names) if isinstance(each, str))
    )


def _is_named_in_full(place: Place, words: str) -> bool:
    """Whether *words* name *place* together with what it stands in: ``owner.name``."""
    outer, _, name = place.path.rpartition(".")
    return bool(outer) and is_word(f"{re.split(r'[.|]', outer)[-1]}.{name}", words)


def is_word(name: str, words: str) -> bool:
    """Whether *name* stands in *words* as a word of its own; ``name(s)`` speaks of no field."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w|\(s\))", words) is not None
