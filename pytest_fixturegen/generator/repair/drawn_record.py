"""A refused record as it was drawn, and the parts of it that a refusal is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple
from uuid import UUID

from pytest_fixturegen._internal.equality import is_same
from pytest_fixturegen._internal.type_names import ROOT, is_below
from pytest_fixturegen.config.options import DEFAULT_NOW
from pytest_fixturegen.generator.draft import Draft
from pytest_fixturegen.generator.repair.drawn_parts import KEY_MARK, PART_READERS, DrawnPart
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

MAX_NAMED_PARTS = 6
"""Parts of a record that are taken from one message at most."""

MAX_WALK_DEPTH = 3
"""Levels below a part on which the parts that a message names are looked for, besides the first."""

PLAIN_TYPES = (str, int, float, Decimal, date, time, UUID, Enum)
"""Types of values that a message may repeat."""

MAX_IGNORED_LENGTH = 3
"""Characters of a value that is too short to recognize in a message."""


@dataclass(slots=True)
class DrawnRecord:
    """The *value* of a record as it was drawn by *node* and *draft*.

    *choose_member* returns the position of the member that drew the value of a union, by the path
    and the number of members. *parts* are the parts that were listed already, by the path of what
    they are parts of, and *parts_by_name* the same by their names.
    """

    node: Node
    value: Any
    draft: Draft
    choose_member: Callable[[str, int], int]
    parts: dict[str, list[DrawnPart]] = field(default_factory=dict)
    parts_by_name: dict[str, dict[Any, DrawnPart]] = field(default_factory=dict)

    def trace(self, loc: Loc) -> list[DrawnPart]:
        """Return the parts from the record to *loc*, as far as the drawn value shows them."""
        trail = [
            self._apply_draft(
                DrawnPart(
                    ROOT,
                    self.node,
                    self.value,
                )
            )
        ]
        for name in _join_key_marks(loc):
            inner = self._find_part(trail[-1], name)
            if inner is None:
                break
            trail.append(inner)
        return trail

    def _find_part(
        self,
        part: DrawnPart,
        name: Any,
    ) -> DrawnPart | None:
        """Return the part of *part* that Pydantic calls *name*, if there is one."""
        named = self.parts_by_name.get(part.path)
        if named is None:
            named = {}
            for inner in self.list_parts(part):
                for inner_name in inner.names:
                    named.setdefault(inner_name, inner)
            self.parts_by_name[part.path] = named
        return named.get(name) if isinstance(name, Hashable) else None

    def is_drawn(self, trail: list[DrawnPart]) -> bool:
        """Return whether *trail* leads through the members of unions that drew the value."""
        for outer, inner in pairwise(trail):
            node = unwrap_node(outer.node)
            if isinstance(node, OneOf):
                number = self.choose_member(
                    outer.path,
                    len(node.members),
                )
                if inner.path != f"{outer.path}|{node.members[number][0]}":
                    return False
        return True

    def trace_argument(self, error: BaseException) -> list[DrawnPart]:
        """Return the parts from the record to the one whose validator raised *error*.

        Pydantic does not say where an exception was raised that is not a refusal. The function that
        raised it has the value as an argument.
        """
        root = self.trace(())
        found = (
            self._trace_value(
                each,
                root,
                MAX_WALK_DEPTH,
            )
            for each in read_arguments(error)
        )
        return next(filter(None, found), root)

    def _trace_value(
        self,
        value: Any,
        trail: list[DrawnPart],
        depth: int,
    ) -> list[DrawnPart]:
        """Return *trail* and the parts after it to the first one with *value*, or nothing."""
        if is_same(trail[-1].value, value):
            return trail
        for inner in self.list_parts(trail[-1]) if depth >= 0 else ():
            found = self._trace_value(
                value,
                [*trail, inner],
                depth - 1,
            )
            if found:
                return found
        return []

    def list_parts(self, part: DrawnPart) -> list[DrawnPart]:
        """Return the parts right below *part*, as far as the drawn value shows them."""
        node = unwrap_node(part.node)
        read_parts = PART_READERS.get(type(node))
        if read_parts is None:
            return []
        if part.path not in self.parts:
            inner = read_parts(
                part.path,
                node,
                part.value,
            )
            self.parts[part.path] = [self._apply_draft(each) for each in inner]
        return self.parts[part.path]

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
        """Return the parts of *part* that the message names, in full if it names any in full.

        The subject of the message is first, ``total`` in ``total must be rate * hours``, and parts
        of which it repeats only the value are last.
        """
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
        innermost.sort(key=partial(_rank_named, refusal.message))
        return innermost[:MAX_NAMED_PARTS]

    def find_named_on_trail(
        self,
        trail: list[DrawnPart],
        refusal: Refusal,
    ) -> list[DrawnPart]:
        """Return the parts inside the last part of *trail* that the message names.

        If it names none of them, return the sibling fields whose text the message quotes: the
        validator of a field may check the value of an earlier field.
        """
        siblings = [each for part in trail[-2:-1] for each in self.list_parts(part)]
        quoted = [each for each in siblings if f"'{each.value}'" in refusal.message]
        return self.find_named_parts(trail[-1], refusal) or quoted[: bool(refusal.error)]

    def find_parts_in_code(
        self,
        part: DrawnPart,
        code: ValidatorCode,
    ) -> list[DrawnPart]:
        """Return the fields of *part*, a record, that *code* reads as attributes or by key."""
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
        if isinstance(node, Record | Pinned):
            return part._replace(node=node)
        planned_item = getattr(
            unwrap_node(part.node),
            "item",
            None,
        )
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
        """Constants, names and tables that the code of the validator refers to."""
        return self.read_code()

    @property
    def named(self) -> DrawnPart | None:
        """The part that the message names: another one in each lap, if it names several.

        What the user fixed is not among them, unless everything named is fixed.
        """
        named = self.list_named()
        parts = [part for part in named if not part.is_pinned] or named
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
        """The suspects, and the fields that the code reads if the message names none.

        The validator of a field reads the fields before it from ``info.data``.
        """
        if self.named is not None:
            return self.suspects
        if self.code.uses("data") and not isinstance(unwrap_node(self.refused.node), Record):
            record, _ = self.find_enclosing_record()
            return [*self.suspects, *self._list_free_fields(record)]
        return [*self._list_free_fields(self.refused), *self.suspects]

    def _list_free_fields(self, record: DrawnPart) -> list[DrawnPart]:
        """Return the first fields of *record* that the code reads and the user did not fix."""
        fields = self.record.find_parts_in_code(record, self.code)
        free_fields = [field for field in fields if not field.is_pinned]
        return [field for field in free_fields if field.path != self.refused.path][:MAX_NAMED_PARTS]

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


def read_loc(trail: list[DrawnPart]) -> Loc:
    """Return the place of the last part of *trail*, as Pydantic writes it."""
    return tuple(part.names[0] for part in trail[1:])


def is_word(name: str, message: str) -> bool:
    """Return whether *message* contains the word *name*, other than as in ``name(s)``."""
    if name not in message:  # most names: a search takes a hundred times as long
        return False
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
    return (len(text) > MAX_IGNORED_LENGTH and text in message) or _has_name_in(message, part)


def _has_name_in(message: str, part: DrawnPart) -> bool:
    """Return whether *message* contains a name of *part*."""
    own_name = re.split(r"[.|]", part.path)[-1]
    if own_name.isdigit():
        return False
    names = [name for name in (own_name, *part.names) if isinstance(name, str)]
    return any(is_word(name, message) for name in names)


def _rank_named(message: str, part: DrawnPart) -> int:
    """Return how directly *message* names *part*: 0 for its subject, 2 if only by the value."""
    return 0 if _is_subject(part, message) else 2 - _has_name_in(message, part)


SUBJECT_END = r"['\"`]? (?:must|should|has to|have to|needs? to|cannot|can't|is expected)(?!\w)"
"""The words after the subject of a message that demands something."""


def _is_subject(part: DrawnPart, message: str) -> bool:
    """Return whether *message* says what *part* must be."""
    names = "|".join(re.escape(name) for name in part.names if isinstance(name, str))
    return bool(names) and re.search(rf"(?<!\w)(?:{names}){SUBJECT_END}", message) is not None


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
