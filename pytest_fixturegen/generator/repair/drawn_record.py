"""A refused record as it was drawn, and the parts of it that a refusal is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple
from uuid import UUID

from pytest_fixturegen._internal.type_names import ROOT, is_below, join_path
from pytest_fixturegen.config.options import DEFAULT_NOW
from pytest_fixturegen.generator.draft import Draft
from pytest_fixturegen.generator.repair.refusal import Loc, Refusal
from pytest_fixturegen.generator.repair.validator_code import ValidatorCode, read_arguments
from pytest_fixturegen.nodes import (
    Array,
    Dictionary,
    Node,
    OneOf,
    Pinned,
    Record,
    Tuple,
    unwrap_node,
)

KEY_MARK = "[key]"
"""What Pydantic adds to the place of a mapping's key, to tell it from that of its value."""

MAX_NAMED_PARTS = 6
"""Parts of a record that are taken from one message at most."""

MAX_WALK_DEPTH = 3
"""Levels below a part on which the parts that a message names are looked for, besides the first."""

PLAIN_TYPES = (str, int, float, Decimal, date, time, UUID, Enum)
"""Types of values that a message may repeat."""

MAX_IGNORED_LENGTH = 3
"""Characters of a value that is too short to recognize in a message."""


class DrawnPart(NamedTuple):
    """A part of a record: its path, its node, its value, and the names that Pydantic may use."""

    path: str
    node: Node
    value: Any
    names: Loc = ()

    @property
    def is_pinned(self) -> bool:
        """Whether the user fixed the value."""
        return isinstance(unwrap_node(self.node), Pinned)

    @property
    def has_pinned(self) -> bool:
        """Whether the user fixed the value or a part of it, so that it must not be left out."""
        return contains_pinned(self.node)


class DrawnRecord(NamedTuple):
    """The *value* of a record as it was drawn by *node* and *draft*."""

    node: Node
    value: Any
    draft: Draft = Draft()

    def trace(self, loc: Loc) -> list[DrawnPart]:
        """Return the parts from the record to *loc*, as far as the drawn value shows them."""
        trail = [self._apply_draft(DrawnPart(ROOT, self.node, self.value))]
        for name in _join_key_marks(loc):
            parts = self.list_parts(trail[-1])
            inner = next((part for part in parts if name in part.names), None)
            if inner is None:
                break
            trail.append(inner)
        return trail

    def trace_argument(self, error: BaseException) -> list[DrawnPart]:
        """Return the parts from the record to the one whose validator raised *error*.

        Pydantic does not say where an exception was raised that is not a refusal. The function that
        raised it has the value as an argument.
        """
        root = self.trace(())
        for argument in read_arguments(error):
            trail = self._trace_value(argument, root, MAX_WALK_DEPTH)
            if trail:
                return trail
        return root

    def _trace_value(
        self,
        value: Any,
        trail: list[DrawnPart],
        depth: int,
    ) -> list[DrawnPart]:
        """Return the parts to the first one with *value* from the last of *trail* on, or nothing."""
        if is_same(trail[-1].value, value):
            return trail
        for inner in self.list_parts(trail[-1]) if depth >= 0 else ():
            found = self._trace_value(value, [*trail, inner], depth - 1)
            if found:
                return found
        return []

    def list_parts(self, part: DrawnPart) -> list[DrawnPart]:
        """Return the parts right below *part*, as far as the drawn value shows them."""
        node = unwrap_node(part.node)
        read_parts = PART_READERS.get(type(node))
        if read_parts is None:
            return []
        return [self._apply_draft(inner) for inner in read_parts(part.path, node, part.value)]

    def walk_parts(
        self,
        part: DrawnPart,
        depth: int = MAX_WALK_DEPTH,
    ) -> Iterator[DrawnPart]:
        """Yield the parts below *part*, each followed by its own parts."""
        for inner in self.list_parts(part):
            yield inner
            if depth:
                yield from self.walk_parts(inner, depth - 1)

    def find_named_parts(
        self,
        part: DrawnPart,
        refusal: Refusal,
    ) -> list[DrawnPart]:
        """Return the parts of *part* that the message names, in full if it names any in full."""
        below = list(self.walk_parts(part))
        named = [inner for inner in below if _is_named_in_full(inner, refusal.message)]
        if not named and isinstance(refusal.error, KeyError):
            # the message is a key that is missing, but does not say in which mapping
            named = [inner for inner in below if self._takes_any_key(inner)]
        named = (
            named
            or _filter_named(self.list_parts(part), refusal.message)
            or _filter_named(below, refusal.message)
        )
        innermost = [part for part in named if not _has_part(part, named)]
        return innermost[:MAX_NAMED_PARTS]

    def find_parts_in_code(
        self,
        part: DrawnPart,
        code: ValidatorCode,
    ) -> list[DrawnPart]:
        """Return the fields of *part*, a record, that *code* reads as attributes or by their keys."""
        if not isinstance(unwrap_node(part.node), Record):
            return []
        used = {*code.names, *code.texts}
        return [inner for inner in self.list_parts(part) if not used.isdisjoint(inner.names)]

    def _takes_any_key(self, part: DrawnPart) -> bool:
        """Return whether *part* is a mapping of any keys, or was one until keys were added."""
        if isinstance(unwrap_node(part.node), Dictionary):
            return True
        replacement = self.draft.replacements.get(part.path)
        return replacement is not None and isinstance(replacement.node, Record)

    def _apply_draft(self, part: DrawnPart) -> DrawnPart:
        """Return *part* with the node that replaced its own, if that node has parts."""
        replacement = self.draft.replacements.get(part.path)
        if replacement is None:
            return part
        node = replacement.node
        if isinstance(node, Record):
            return part._replace(node=node)
        planned_item = getattr(unwrap_node(part.node), "item", None)
        if isinstance(node, Array) and node.high and node.item is planned_item:
            return part._replace(node=node)
        return part


class Drawn(NamedTuple):
    """A drawn *record* from the point of view of one refusal: what a repair strategy looks at.

    *trail* leads from the record to the part that is refused. *list_named* returns the parts below
    it that the message names. *read_code* returns what the validator's code refers to. *draw_word*
    gives the random word of a path for this attempt, *rule* identifies what refuses, *now* is
    the reference time of the data, *lap*
    is the lap over the schedule, and *next_plan* the number of the plan to try after this one.
    """

    record: DrawnRecord
    trail: list[DrawnPart]
    list_named: Callable[[], list[DrawnPart]]
    read_code: Callable[[], ValidatorCode]
    draw_word: Callable[[str], int]
    rule: Hashable = ()
    now: datetime = DEFAULT_NOW
    lap: int = 1
    next_plan: int = 0

    @property
    def code(self) -> ValidatorCode:
        """What the code of the validator refers to."""
        return self.read_code()

    @property
    def named(self) -> DrawnPart | None:
        """The part that the message names: another one in each lap, if it names several."""
        parts = self.list_named()
        return parts[(self.lap - 1) % len(parts)] if parts else None

    @property
    def refused(self) -> DrawnPart:
        """The part that is refused."""
        return self.trail[-1]

    @property
    def suspects(self) -> list[DrawnPart]:
        """The parts that may be wrong and that the user did not fix, the likeliest first."""
        named = self.named
        parts = [self.refused] if named is None else [named, self.refused]
        return [part for part in parts if not part.is_pinned]

    @property
    def value_suspects(self) -> list[DrawnPart]:
        """The suspects, and the fields that the code reads if the message names none."""
        if self.named is not None:
            return self.suspects
        fields = self.record.find_parts_in_code(self.refused, self.code)
        free_fields = [field for field in fields if not field.is_pinned]
        return [*free_fields[:MAX_NAMED_PARTS], *self.suspects]

    def get_node(self, part: DrawnPart) -> Node:
        """Return the node that draws *part* now, unless the rule that refuses has put it there."""
        replacement = self.record.draft.replacements.get(part.path)
        if replacement is not None and replacement.owner.rule == self.rule:
            replacement = replacement.base
        if replacement is None or replacement.source is not None:
            return part.node
        return replacement.node

    def list_number_texts(self) -> set[str]:
        """Return the texts of the numbers in the refused part that a message may repeat.

        Short ones are left out, because a message may mean another number by them.
        """
        parts = (self.refused, *self.record.walk_parts(self.refused))
        numbers = [part.value for part in parts if isinstance(part.value, int | float | Decimal)]
        texts = map(to_message_text, numbers)
        return {text for text in texts if len(text) > MAX_IGNORED_LENGTH}

    def find_enclosing_record(self) -> tuple[DrawnPart, str | None]:
        """Return the innermost record around the refused part, and the name of its refused field.

        The name is None if the record itself is refused.
        """
        records = [part for part in self.trail if _has_facts(unwrap_node(part.node))]
        record = records[-1] if records else self.trail[0]
        rest = self.refused.path[len(record.path) :].lstrip(".")
        return record, rest.partition(".")[0] or None


def locate(refusal: Refusal, trail: list[DrawnPart]) -> Refusal:
    """Return *refusal*, at the end of *trail*, with its place.

    It consists of the path of the refused part and the rest of the loc, which was not drawn.
    """
    missing = tuple(_join_key_marks(refusal.loc))[len(trail) - 1 :]
    return refusal._replace(place=(trail[-1].path, missing))


def contains_pinned(node: Node) -> bool:
    """Return whether a value that the user fixed is drawn by *node* or by a node within it."""
    match unwrap_node(node):
        case Pinned():
            return True
        case Record(slots=slots):
            return any(contains_pinned(slot.node) for slot in slots)
        case Tuple(items=items):
            return any(map(contains_pinned, items))
        case OneOf(members=members):
            return any(contains_pinned(member) for _, member in members)
        case Array(item=item) | Dictionary(value=item):
            return contains_pinned(item)
        case _:
            return False


def is_same(one: Any, other: Any) -> bool:
    """Return whether both are equal and of one type; False if that has no single answer."""
    try:
        return type(one) is type(other) and bool(one == other)
    except (TypeError, ValueError):  # of an array, equality is an array
        return False


def read_loc(trail: list[DrawnPart]) -> Loc:
    """Return the place of the last part of *trail*, as Pydantic writes it."""
    return tuple(part.names[0] for part in trail[1:])


def is_word(name: str, message: str) -> bool:
    """Return whether *message* contains the word *name*, other than as in ``name(s)``."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w|\(s\))", message) is not None


def to_message_text(value: Any) -> str:
    """Return the text by which a message may repeat *value*, or nothing for a value with parts."""
    if isinstance(value, bool) or not isinstance(value, PLAIN_TYPES):
        return ""
    return str(value)


def _has_part(part: DrawnPart, parts: list[DrawnPart]) -> bool:
    """Return whether one of *parts* is a part of *part*."""
    return any(is_below(other.path, part.path) for other in parts if other.path != part.path)


def _has_facts(node: Node) -> bool:
    """Return whether *node* draws a record with fields: a named tuple counts as one."""
    if isinstance(node, Tuple):
        return node.is_named
    return isinstance(node, Record)


def _filter_named(parts: list[DrawnPart], message: str) -> list[DrawnPart]:
    """Return those of *parts* whose name or value *message* contains."""
    return [part for part in parts if _is_named(part, message)]


def _is_named(part: DrawnPart, message: str) -> bool:
    """Return whether *message* contains the name of *part* or its value."""
    text = to_message_text(part.value)
    if len(text) > MAX_IGNORED_LENGTH and text in message:
        return True
    own_name = re.split(r"[.|]", part.path)[-1]
    if own_name.isdigit():
        return False
    names = [name for name in (own_name, *part.names) if isinstance(name, str)]
    return any(is_word(name, message) for name in names)


def _is_named_in_full(part: DrawnPart, message: str) -> bool:
    """Return whether *message* names *part* together with what it is a part of: ``owner.name``."""
    outer, _, name = part.path.rpartition(".")
    if not outer:
        return False
    owner = re.split(r"[.|]", outer)[-1]
    return is_word(f"{owner}.{name}", message)


def _join_key_marks(loc: Loc) -> Iterator[Any]:
    """Yield the names in *loc*, each key of a mapping together with its mark."""
    for index, name in enumerate(loc):
        if name == KEY_MARK:
            continue
        is_marked = loc[index + 1 : index + 2] == (KEY_MARK,)
        yield f"{name}{KEY_MARK}" if is_marked else name


def _iter_record_parts(
    path: str,
    node: Record,
    value: Any,
) -> Iterator[DrawnPart]:
    """Yield the part of each field that *value*, a mapping or an instance, has by key or name."""
    fields = value if isinstance(value, Mapping) else getattr(value, "__dict__", {})
    for slot in node.slots:
        if not slot.key:
            continue
        key = slot.key[0] if slot.key[0] in fields else slot.name
        if key in fields:
            names = (slot.name, slot.key[0])
            yield DrawnPart(
                join_path(path, slot.name),
                slot.node,
                fields[key],
                names,
            )


def _iter_array_parts(
    path: str,
    node: Array,
    value: Any,
) -> Iterator[DrawnPart]:
    """Yield a part for each item of *value*; nothing if it is neither a list nor a tuple."""
    items = value if isinstance(value, list | tuple) else ()
    for index, item in enumerate(items):
        yield DrawnPart(
            join_path(path, str(index)),
            node.item,
            item,
            (index,),
        )


def _iter_tuple_parts(
    path: str,
    node: Tuple,
    value: Any,
) -> Iterator[DrawnPart]:
    """Yield a part for each item of *value*, drawn by the node at the same position."""
    items = value if isinstance(value, tuple) else ()
    for index, (item_node, item) in enumerate(zip(node.items, items, strict=False)):
        yield DrawnPart(
            join_path(path, str(index)),
            item_node,
            item,
            (index,),
        )


def _iter_dictionary_parts(
    path: str,
    node: Dictionary,
    value: Any,
) -> Iterator[DrawnPart]:
    """Yield two parts for each entry of *value*, its key and its value."""
    entries = value.items() if isinstance(value, Mapping) else ()
    for index, (key, item) in enumerate(entries):
        entry = join_path(path, str(index))
        yield DrawnPart(
            entry,
            node.key,
            key,
            (f"{key}{KEY_MARK}",),
        )
        yield DrawnPart(
            join_path(entry, "value"),
            node.value,
            item,
            (key, str(key)),
        )


def _iter_union_parts(
    path: str,
    node: OneOf,
    value: Any,
) -> Iterator[DrawnPart]:
    """Yield a part for each member, since the value does not show which member drew it."""
    for label, member in node.members:
        yield DrawnPart(f"{path}|{label}", member, value, (label,))


PART_READERS: dict[type, Callable[[str, Any, Any], Iterator[DrawnPart]]] = {
    Record: _iter_record_parts,
    Array: _iter_array_parts,
    Tuple: _iter_tuple_parts,
    Dictionary: _iter_dictionary_parts,
    OneOf: _iter_union_parts,
}
"""How the parts of a value are found, by the type of the node that drew it."""
