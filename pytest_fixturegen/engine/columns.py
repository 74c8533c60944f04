"""The meaning of every node: a block of records, one column at a time.

A node turns *rows*, places within one block, into a list of values, in one comprehension over the stream's words. The
same reading gives Python values and, with ``json=True``, what their model would say of them in JSON.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

from pytest_fixturegen.engine import linking, permutation, several
from pytest_fixturegen.engine.presence import by_chance
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import ancestors, child, shown
from pytest_fixturegen.nodes import (
    Among,
    Array,
    Built,
    Call,
    Choice,
    Constant,
    Converted,
    Day,
    Fact,
    Fixed,
    Given,
    Instant,
    Integer,
    Interval,
    Link,
    Made,
    Node,
    Nullable,
    Number,
    OneOf,
    Quoted,
    Real,
    Record,
    Refused,
    Row,
    Shaped,
    Slot,
    Table,
    Unique128,
    View,
)
from pytest_fixturegen.plan.strategy import Plan
from pytest_fixturegen.records import dumps
from pytest_fixturegen.streams import BLOCK, Bent, Stream, choice_cuts

Rows = Sequence[int]
Column = list[Any]

AWARE = datetime(1970, 1, 1, tzinfo=timezone.utc)
NAIVE = datetime(1970, 1, 1)
SPARSE = 2
"""Attempts after which a refused record is drawn with some of its optional fields missing."""

FEW = 16
"""How many choices may be cut so that a new one moves few records; more of them are a pool."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads nodes for the records of one *block*. *whole* gives the record of another plan at an index, accepted by its model.

    *attempts* says which paths are drawn another time, and the how manieth; *patches* what is drawn there instead, and
    *kept* which fields a record must not leave out, *dropped* which it must. JSON *as_read* has the keys that models read,
    not those they write.
    """

    stream: Stream
    block: int
    whole: Callable[[Plan, Stream, int], Any]
    json: bool = False
    attempts: Mapping[str, int] = field(default_factory=dict)
    patches: Mapping[str, Node] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    as_read: bool = False

    def words(self, path: str, rows: Rows) -> Sequence[int]:
        """A word for each of *rows*."""
        words = self.stream.words(path, self.block, rows[-1] + 1, self._attempt(path) if self.attempts else 0)
        return words if len(words) == len(rows) else [words[row] for row in rows]

    def _attempt(self, path: str) -> int:
        return sum(self.attempts.get(ancestor, 0) for ancestor in ancestors(path))

    def column(self, node: Node, path: str, rows: Rows, scope: str) -> Column:
        """One value of *node* for each of *rows*, which are in ascending order. *scope* is the path whose facts it shows."""
        if not rows:
            return []
        if self.patches and path in self.patches and self.attempts[path] % 5:  # each fifth time it is drawn as planned
            rest = {at: patch for at, patch in self.patches.items() if at != path}  # what it wraps stands at the same path
            return replace(self, patches=rest).column(self.patches[path], path, rows, scope)
        return READERS[type(node)](self, node, path, rows, scope)

    def constant(self, node: Constant, path: str, rows: Rows, scope: str) -> Column:
        return [node.json if self.json else node.value] * len(rows)

    def choice(self, node: Choice, path: str, rows: Rows, scope: str) -> Column:
        options = node.json if self.json else node.options
        size = len(options)
        if size > FEW:
            return [options[word * size >> 64] for word in self.words(path, rows)]
        cuts, owners = cuts_of(size)
        pieces = [options[owner] for owner in owners]
        return [pieces[bisect_right(cuts, word)] for word in self.words(path, rows)]

    def integer(self, node: Integer, path: str, rows: Rows, scope: str) -> Column:
        low, step = node.low, node.step
        count = (node.high - low) // step + 1
        if step == 1:
            return [low + (word * count >> 64) for word in self.words(path, rows)]
        return [low + step * (word * count >> 64) for word in self.words(path, rows)]

    def real(self, node: Real, path: str, rows: Rows, scope: str) -> Column:
        low, scale, count = node.low, node.scale, node.high - node.low + 1
        return [(low + (word * count >> 64)) / scale for word in self.words(path, rows)]

    def interval(self, node: Interval, path: str, rows: Rows, scope: str) -> Column:
        low, high = node.low, node.high
        half, width = low / 2, high / 2 - low / 2  # halves: the whole width may be no float
        drawn = (2 * (half + (word >> 11) * 2.0**-53 * width) for word in self.words(path, rows))
        return [min(max(value, low), high) for value in drawn]

    def fixed(self, node: Fixed, path: str, rows: Rows, scope: str) -> Column:
        low, step, places = node.low, node.step, -node.places
        count = (node.high - low) // step + 1
        drawn = [Decimal(low + step * (word * count >> 64)).scaleb(places) for word in self.words(path, rows)]
        return [str(value) for value in drawn] if self.json else drawn

    def instant(self, node: Instant, path: str, rows: Rows, scope: str) -> Column:
        low, step, epoch = node.low, node.step, AWARE if node.aware else NAIVE
        count = (node.high - low) // step + 1
        return [epoch + timedelta(0, 0, low + step * (word * count >> 64)) for word in self.words(path, rows)]

    def day(self, node: Day, path: str, rows: Rows, scope: str) -> Column:
        low, count, make = node.low, node.high - node.low + 1, date.fromordinal
        return [make(low + (word * count >> 64)) for word in self.words(path, rows)]

    def unique128(self, node: Unique128, path: str, rows: Rows, scope: str) -> Column:
        fixed = (node.version << 76) | (2 << 62)
        pairs = zip(self.words(path, rows), self.words(path + "~", rows), strict=True)
        return [UUID(int=((high >> 16) << 80) | ((high & 0xFFF) << 64) | (low >> 2) | fixed) for high, low in pairs]

    def call(self, node: Call, path: str, rows: Rows, scope: str) -> Column:
        return said(list(map(node.draw, self.words(path, rows))), node.json if self.json else None)

    def made(self, node: Made, path: str, rows: Rows, scope: str) -> Column:
        first = self.block * BLOCK
        return [node.make(word, first + row) for word, row in zip(self.words(path, rows), rows, strict=True)]

    def shaped(self, node: Shaped, path: str, rows: Rows, scope: str) -> Column:
        bent = Bent(self.stream.seed, self.stream.name, self.stream, node.bend, others=self.stream.others)
        return replace(self, stream=bent).column(node.inner, path, rows, scope)

    def view(self, node: View, path: str, rows: Rows, scope: str) -> Column:
        facts = [self.fact(fact, rows, scope) for fact in node.facts]
        return said(list(map(node.show, self.words(path, rows), *facts)), node.json if self.json else None)

    def fact(self, fact: Fact, rows: Rows, scope: str) -> Column:
        python = replace(self, json=False) if self.json else self
        return python.column(fact.node, child(scope, f"~{fact.name}"), rows, scope)

    def nullable(self, node: Nullable, path: str, rows: Rows, scope: str) -> Column:
        if not node.p_none:
            return self.column(node.inner, path, rows, scope)
        limit = node.p_none
        nones = [word < limit for word in self.words(path + "?", rows)]
        values = iter(self.column(node.inner, path, [row for row, none in zip(rows, nones, strict=True) if not none], scope))
        return [None if none else next(values) for none in nones]

    def one_of(self, node: OneOf, path: str, rows: Rows, scope: str) -> Column:
        cuts, owners = cuts_of(len(node.members))
        chosen = [owners[bisect_right(cuts, word)] for word in self.words(path + "|", rows)]
        columns = []
        for number, (label, member) in enumerate(node.members):
            mine = [row for row, owner in zip(rows, chosen, strict=True) if owner == number]
            columns.append(iter(self.column(member, f"{path}|{label}", mine, scope)))
        return [next(columns[owner]) for owner in chosen]

    def array(self, node: Array, path: str, rows: Rows, scope: str) -> Column:
        lists = several.lists(self, node, path, rows, scope)
        if self.json:
            return [sorted(items, key=dumps) for items in lists] if node.distinct else lists
        return said(lists, node.build)

    def row(self, node: Row, path: str, rows: Rows, scope: str) -> Column:
        inner = path if node.named else scope
        columns = [self.column(item, child(path, str(place)), rows, inner) for place, item in enumerate(node.items)]
        return list(zip(*columns, strict=True)) if columns else [()] * len(rows)

    def table(self, node: Table, path: str, rows: Rows, scope: str) -> Column:
        tables = several.tables(self, node, path, rows, scope)
        return tables if self.json else said(tables, node.build)

    def record(self, node: Record, path: str, rows: Rows, scope: str) -> Column:
        inner = scope if node.shared else path
        keyed_by = "json_key" if self.json and not self.as_read else "key"
        slots = [slot for slot in node.slots if getattr(slot, keyed_by) is not None]
        if self.attempts:
            slots = self._sparse(slots, path, rows)
        columns = [self.column(slot.node, child(path, slot.name), rows, inner) for slot in slots]
        if not slots:
            records: Column = [{} for _ in rows]
        elif keyed_by == "json_key":
            keys = [slot.json_key for slot in slots]
            return [dict(zip(keys, values)) for values in zip(*columns)]  # noqa: B905 - equal by construction, and hot
        else:
            records = several.keyed(slots, columns)
        return said(records, None if self.json else node.build)

    def _sparse(self, slots: list[Slot], path: str, rows: Rows) -> list[Slot]:
        """Of a record that was refused often: its required fields, and by chance some of the others, or none of them.

        A rule across fields, such as "one of the two", is most often kept when fewer of them are there.
        """
        if self.dropped:
            slots = [slot for slot in slots if child(path, slot.name) not in self.dropped]
        attempt = self.attempts.get(path, 0)
        if attempt < SPARSE:
            return slots
        optional = [place for place, slot in enumerate(slots) if slot.optional and child(path, slot.name) not in self.kept]
        kept = by_chance(attempt, len(optional), self.words(path + "~kept", rows)[0])
        left = {place for place, keep in zip(optional, kept, strict=True) if not keep}
        return [slot for place, slot in enumerate(slots) if place not in left]

    def converted(self, node: Converted, path: str, rows: Rows, scope: str) -> Column:
        python = replace(self, json=False) if self.json else self
        written = self.json and not (self.as_read and node.convert is None)  # without a conversion it is read as it is drawn
        convert = node.json if written and node.json else node.convert
        return said(python.column(node.inner, path, rows, scope), convert)

    def built(self, node: Built, path: str, rows: Rows, scope: str) -> Column:
        return said(self.column(node.inner, path, rows, scope), None if self.json else node.build)

    def given(self, node: Given, path: str, rows: Rows, scope: str) -> Column:
        return self.column(node.inner, path, rows, scope)

    def quoted(self, node: Quoted, path: str, rows: Rows, scope: str) -> Column:
        values = replace(self, json=True).column(node.inner, path, rows, scope)
        return values if self.json and not self.as_read else [dumps(value).decode() for value in values]

    def refused(self, node: Refused, path: str, rows: Rows, scope: str) -> Column:
        raise MappingError(f"{shown(self.stream.name, path)}: {node.reason}", hint=node.hint, model=self.stream.name, path=path)


def said(values: Column, say: Callable[[Any], Any] | None) -> Column:
    """*values*, each as *say* says it."""
    return values if say is None else [say(value) for value in values]


@lru_cache(maxsize=64)
def cuts_of(count: int) -> tuple[list[int], list[int]]:
    """See :func:`~pytest_fixturegen.streams.choice_cuts`."""
    return choice_cuts(count)


READERS: dict[type, Callable[[Reader, Any, str, Rows, str], Column]] = {
    Constant: Reader.constant,
    Choice: Reader.choice,
    Integer: Reader.integer,
    Real: Reader.real,
    Interval: Reader.interval,
    Fixed: Reader.fixed,
    Instant: Reader.instant,
    Day: Reader.day,
    Unique128: Reader.unique128,
    Call: Reader.call,
    Made: Reader.made,
    Shaped: Reader.shaped,
    View: Reader.view,
    Nullable: Reader.nullable,
    OneOf: Reader.one_of,
    Array: Reader.array,
    Row: Reader.row,
    Table: Reader.table,
    Record: Reader.record,
    Converted: Reader.converted,
    Built: Reader.built,
    Quoted: Reader.quoted,
    Given: Reader.given,
    Refused: Reader.refused,
    Number: permutation.numbers,
    Among: linking.chosen,
    Link: linking.linked,
}
"""How each node is read: the house's ``match``, looked up instead of tried in turn (measured: 20 cases cost 1 µs)."""
