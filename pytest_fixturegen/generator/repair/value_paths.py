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

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import ROOT, join_path
from pytest_fixturegen.nodes import (
    Array,
    Constructed,
    Converted,
    Dictionary,
    JsonEncoded,
    Node,
    Nullable,
    OneOf,
    Pinned,
    Record,
    Tuple,
)

Loc = tuple[Any, ...]

KEY_MARK = "[key]"
"""What Pydantic adds to the place of a mapping's key, to tell it from that of its value."""

MAX_NAMED_FIELDS = 6
"""Fields that one message may name at most."""

PLAIN_TYPES = (str, int, float, Decimal, date, time, UUID, Enum)
"""Types of values that a message may repeat."""

MAX_IGNORED_LENGTH = 3
"""Characters of a value that is too short to be told by a message."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where, in whose words, and what Pydantic adds to them."""

    loc: Loc
    message: str
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FaultLocation:
    """A part of a record that a fault speaks of: its path, its node, the value that was drawn there, what Pydantic may
    call it, and the fault. A *twin* is what another field holds, which is to stand here, too.
    """

    path: str
    node: Node
    value: Any
    names: Loc = ()
    fault: Fault = Fault((), "")
    equal_node: Node | None = None

    @property
    def message(self) -> str:
        """What the validator said."""
        return self.fault.message

    @property
    def is_pinned(self) -> bool:
        """Whether the user fixed what stands here."""
        return isinstance(unwrap_node(self.node), Pinned)


@dataclass(frozen=True, slots=True)
class DrawnRecord:
    """A record as it was drawn: from *node*, and at some paths from *patches*."""

    node: Node
    value: Any
    patches: Mapping[str, Node] = field(default_factory=dict)

    def find_locations(self, fault: Fault) -> list[FaultLocation]:
        """What to draw again for *fault*: the part where it stands, and of a record those fields that its words name."""
        place = self.trace_fault(fault)[-1]
        told = [each for each in self.list_parts(place) if _is_mentioned(each, fault.message)] or [
            each for each in self.walk_parts(place) if _is_mentioned(each, fault.message)
        ]
        if isinstance(fault.context.get("error"), KeyError):  # which says a key, but not of what
            told = [each for each in self.walk_parts(place) if self._is_mapping(each)] or told
        in_full = [
            each for each in self.walk_parts(place) if _is_mentioned_in_full(each, fault.message)
        ]
        return [
            replace(each, fault=fault) for each in (place, *(in_full or told)[:MAX_NAMED_FIELDS])
        ]

    def _is_mapping(self, location: FaultLocation) -> bool:
        """Whether *place* takes any key, or took some already that were missing."""
        return isinstance(unwrap_node(location.node), Dictionary) or isinstance(
            self.patches.get(location.path), Record
        )

    def trace_fault(self, fault: Fault) -> list[FaultLocation]:
        """The parts from the record itself to where *fault* stands, as far as what was drawn shows them."""
        way = [self._apply_patch(FaultLocation(ROOT, self.node, self.value, fault=fault))]
        for part in _join_key_marks(fault.loc):
            inner = next((each for each in self.list_parts(way[-1]) if part in each.names), None)
            if inner is None:
                break
            way.append(replace(inner, fault=fault))
        return way

    def walk_parts(self, location: FaultLocation, depth: int = 3) -> Iterator[FaultLocation]:
        """The parts of *place*, and theirs."""
        for inner in self.list_parts(location):
            yield inner
            if depth:
                yield from self.walk_parts(inner, depth - 1)

    def list_parts(self, location: FaultLocation) -> list[FaultLocation]:
        """The parts right below *place*, as far as what was drawn shows them."""
        node = unwrap_node(location.node)
        reader = PART_READERS.get(type(node))
        return (
            [self._apply_patch(part) for part in reader(location.path, node, location.value)]
            if reader
            else []
        )

    def _apply_patch(self, location: FaultLocation) -> FaultLocation:
        """*place* with the record, or the list of another length, that is drawn there instead, if one is."""
        patch = self.patches.get(location.path)
        if isinstance(patch, Array):
            patch = (
                patch
                if patch.high and patch.item is getattr(unwrap_node(location.node), "item", None)
                else None
            )
        return replace(location, node=patch) if isinstance(patch, Record | Array) else location


def _join_key_marks(loc: Loc) -> Iterator[Any]:
    """The parts of *loc*, a mapping's key and the mark that it is one as a single part."""
    for index, part in enumerate(loc):
        if part != KEY_MARK:
            yield f"{part}{KEY_MARK}" if loc[index + 1 : index + 2] == (KEY_MARK,) else part


def _iter_record_parts(path: str, node: Record, value: Any) -> Iterator[FaultLocation]:
    held = value if isinstance(value, Mapping) else getattr(value, "__dict__", {})
    for slot in node.slots:
        key = slot.key[0] if slot.key and slot.key[0] in held else slot.name
        if slot.key and key in held:
            yield FaultLocation(
                join_path(path, slot.name), slot.node, held[key], (slot.name, slot.key[0])
            )


def _iter_array_parts(path: str, node: Array, value: Any) -> Iterator[FaultLocation]:
    for index, each in enumerate(value if isinstance(value, list | tuple) else ()):
        yield FaultLocation(join_path(path, str(index)), node.item, each, (index,))


def _iter_tuple_parts(path: str, node: Tuple, value: Any) -> Iterator[FaultLocation]:
    for index, (item, each) in enumerate(
        zip(node.items, value if isinstance(value, tuple) else (), strict=False)
    ):
        yield FaultLocation(join_path(path, str(index)), item, each, (index,))


def _iter_dictionary_parts(path: str, node: Dictionary, value: Any) -> Iterator[FaultLocation]:
    for index, (key, each) in enumerate(value.items() if isinstance(value, Mapping) else ()):
        at = join_path(path, str(index))
        yield FaultLocation(at, node.key, key, (f"{key}{KEY_MARK}",))
        yield FaultLocation(join_path(at, "value"), node.value, each, (key, str(key)))


def _iter_union_parts(path: str, node: OneOf, value: Any) -> Iterator[FaultLocation]:
    for label, member in node.members:
        yield FaultLocation(f"{path}|{label}", member, value, (label,))


PART_READERS: dict[type, Any] = {
    Record: _iter_record_parts,
    Array: _iter_array_parts,
    Tuple: _iter_tuple_parts,
    Dictionary: _iter_dictionary_parts,
    OneOf: _iter_union_parts,
}
"""How the parts of what a node drew are found."""


def unwrap_node(node: Node) -> Node:
    """*node* without what only changes its values."""
    while isinstance(node, Nullable | Converted | Constructed | JsonEncoded):
        node = node.inner
    return node


def to_message_text(value: Any) -> str:
    """What a message may say of *value*: nothing of a value with parts, whose text may be without end."""
    return str(value) if isinstance(value, PLAIN_TYPES) and not isinstance(value, bool) else ""


def _is_mentioned(location: FaultLocation, message: str) -> bool:
    """Whether *words* speak of *place*: by the name of the field, or by the very value that stands there."""
    name = re.split(r"[.|]", location.path)[-1]
    text = to_message_text(location.value)
    by_value = len(text) > MAX_IGNORED_LENGTH and text in message
    return by_value or (
        not name.isdigit()
        and any(is_word(each, message) for each in (name, *location.names) if isinstance(each, str))
    )


def _is_mentioned_in_full(location: FaultLocation, message: str) -> bool:
    """Whether *words* name *place* together with what it stands in: ``owner.name``."""
    outer, _, name = location.path.rpartition(".")
    return bool(outer) and is_word(f"{re.split(r'[.|]', outer)[-1]}.{name}", message)


def is_word(name: str, message: str) -> bool:
    """Whether *name* stands in *words* as a word of its own; ``name(s)`` speaks of no field."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w|\(s\))", message) is not None
