"""Read nodes: the values of a block of records, one column at a time.

Each node has a method that returns its values for *rows*, the positions of records within a block,
in one comprehension over the words of the stream. The same methods give Python values and, with
``json=True``, the JSON values that the model would write.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.seeded_globals import UserFunction
from pytest_fixturegen._internal.type_names import format_path, join_path
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator import (
    collection_columns,
    link_columns,
    permutation,
    surroundings,
)
from pytest_fixturegen.generator.draft import Draft
from pytest_fixturegen.generator.scope import Scope
from pytest_fixturegen.nodes import (
    Aggregate,
    Array,
    Call,
    Callback,
    Choice,
    Constant,
    Constructed,
    Converted,
    Day,
    Dictionary,
    FactView,
    FixedPoint,
    GridFloat,
    Instant,
    Integer,
    JsonEncoded,
    Length,
    Link,
    Linked,
    Node,
    Nullable,
    OneOf,
    Outer,
    Pinned,
    Position,
    RandomUuid,
    Record,
    RecordIndex,
    SampleIndex,
    Transformed,
    Tuple,
    UniformFloat,
    UniqueNumber,
    Unsatisfiable,
)
from pytest_fixturegen.streams import (
    BLOCK_SIZE,
    Stream,
    TransformedStream,
    choose_bucket,
    compute_choice_cuts,
)

CODE_SUFFIX = "~code"
"""Suffix of the stream path whose words seed the user's code."""

RowIndices = Sequence[int]
Column = list[Any]

UTC_EPOCH = datetime(
    1970,
    1,
    1,
    tzinfo=timezone.utc,
)
NAIVE_EPOCH = datetime(1970, 1, 1)
MAX_CUT_CHOICES = 16
"""Up to this many choices, adding one changes few records; beyond, cutting the range costs more."""

MAX_CUT_MEMBERS = 64
"""Up to this many members, a union is chosen by cuts. Their number grows with the square of the
members: 64 take 0.1 s, 300 took 8 s.
"""


@dataclass(frozen=True, slots=True)
class ColumnReader:
    """Reads nodes for the records of one *block*.

    *build_record* returns the validated record of another plan, for a stream, at an index. *draft*
    has the changes of a repair. JSON has the keys that the model reads if *with_input_keys*, else
    those it writes.
    """

    stream: Stream
    block: int
    build_record: Callable[..., Any]
    json: bool = False
    draft: Draft | None = None
    with_input_keys: bool = False

    def read_words(
        self,
        path: str,
        rows: RowIndices,
    ) -> Sequence[int]:
        """Return the word of *path* for each of *rows*."""
        attempt = 0 if self.draft is None else self.draft.count_attempts(path)
        words = self.stream.read_words(
            path,
            self.block,
            rows[-1] + 1,
            attempt,
        )
        return words if len(words) == len(rows) else [words[row] for row in rows]

    def read_column(
        self,
        node: Node,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return the value of *node* for each of *rows*, which ascend.

        *scope* is the record whose facts the node shows.
        """
        if not rows:
            return []
        if self.draft is not None and path in self.draft.replacements:
            return self._read_replacement(
                self.draft,
                path,
                rows,
                scope,
            )
        return NODE_READERS[type(node)](
            self,
            node,
            path,
            rows,
            scope,
        )

    def _read_replacement(
        self,
        draft: Draft,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Read the node that *draft* puts at *path*; replacements within it do not apply."""
        replacement = draft.replacements[path]
        reader = replace(self, draft=draft.restore_nodes((path,)))
        return reader.read_column(
            replacement.node,
            replacement.source or path,
            rows,
            scope,
        )

    def read_constant(
        self,
        node: Constant,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return the one value, or its JSON form, for each row without a word of the stream."""
        return [node.json if self.json else node.value] * len(rows)

    def read_choice(
        self,
        node: Choice,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return one option for each row, each as likely as the others.

        Few options share the range of words by cuts, so that a new option changes few records.
        """
        options = node.json if self.json else node.options
        size = len(options)
        if size > MAX_CUT_CHOICES:
            return [options[word * size >> 64] for word in self.read_words(path, rows)]
        cuts, owners = get_choice_cuts(size)
        pieces = [options[owner] for owner in owners]
        return [pieces[bisect_right(cuts, word)] for word in self.read_words(path, rows)]

    def read_integer(
        self,
        node: Integer,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return whole numbers between the bounds, which are included, in multiples of the step."""
        low, step = node.low, node.step
        count = (node.high - low) // step + 1
        if step == 1:
            return [low + (word * count >> 64) for word in self.read_words(path, rows)]
        return [low + step * (word * count >> 64) for word in self.read_words(path, rows)]

    def read_grid_float(
        self,
        node: GridFloat,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return whole numbers between the bounds, each divided by the node's scale."""
        low, scale, count = node.low, node.scale, node.high - node.low + 1
        return [(low + (word * count >> 64)) / scale for word in self.read_words(path, rows)]

    def read_uniform_float(
        self,
        node: UniformFloat,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return floats of 53 random bits, clamped since rounding may leave the bounds."""
        low, high = node.low, node.high
        half, width = low / 2, high / 2 - low / 2  # halves: the whole width may overflow
        drawn = (
            2 * (half + (word >> 11) * 2.0**-53 * width) for word in self.read_words(path, rows)
        )
        return [min(max(value, low), high) for value in drawn]

    def read_fixed_point(
        self,
        node: FixedPoint,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return decimals with the node's number of places; JSON has their texts."""
        low, step, places = node.low, node.step, -node.decimal_places
        count = (node.high - low) // step + 1
        drawn = [
            Decimal(low + step * (word * count >> 64)).scaleb(places)
            for word in self.read_words(path, rows)
        ]
        return [str(value) for value in drawn] if self.json else drawn

    def read_instant(
        self,
        node: Instant,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return datetimes that the node bounds in microseconds since 1970: in UTC, or naive."""
        low, step, epoch = node.low, node.step, UTC_EPOCH if node.is_aware else NAIVE_EPOCH
        count = (node.high - low) // step + 1
        return [
            epoch + timedelta(0, 0, low + step * (word * count >> 64))
            for word in self.read_words(path, rows)
        ]

    def read_day(
        self,
        node: Day,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return dates whose ordinals lie between the bounds, which are included."""
        low, count, make = node.low, node.high - node.low + 1, date.fromordinal
        return [make(low + (word * count >> 64)) for word in self.read_words(path, rows)]

    def read_uuid(
        self,
        node: RandomUuid,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return UUIDs of the node's version, each from the words of *path* and of ``path~``."""
        fixed = (node.version << 76) | (2 << 62)
        pairs = zip(self.read_words(path, rows), self.read_words(path + "~", rows), strict=True)
        return [
            UUID(int=((high >> 16) << 80) | ((high & 0xFFF) << 64) | (low >> 2) | fixed)
            for high, low in pairs
        ]

    def read_call(
        self,
        node: Call,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return the values that the node's function draws, converted for JSON if needed."""
        values = list(map(node.draw, self.read_words(path, rows)))
        return convert_values(values, node.json if self.json else None)

    def read_callback(
        self,
        node: Callback,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return the results of the node's function for each word and the index of its record.

        The index counts over all blocks, so it does not depend on which block is read.
        """
        first = self.block * BLOCK_SIZE
        return [
            node.make(word, first + row)
            for word, row in zip(self.read_words(path, rows), rows, strict=True)
        ]

    def read_transformed(
        self,
        node: Transformed,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return values of the inner node, read from the stream with its words transformed."""
        transformed = TransformedStream(
            self.stream.seed,
            self.stream.name,
            self.stream,
            node.transform,
            model_seeds=self.stream.model_seeds,
        )
        return replace(self, stream=transformed).read_column(
            node.inner,
            path,
            rows,
            scope,
        )

    def read_fact_view(
        self,
        node: FactView,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return the values that the node derives from its facts, which views in *scope* share."""
        facts = [surroundings.read_fact(self, fact, rows, scope) for fact in node.facts]
        values = list(map(node.show, self.read_words(path, rows), *facts))
        return convert_values(values, node.json if self.json else None)

    def for_python(self) -> ColumnReader:
        """Return a reader of Python values with the same settings."""
        return replace(self, json=False) if self.json else self

    def read_nullable(
        self,
        node: Nullable,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return None for rows whose word of ``path?`` is below the chance, else inner values."""
        if not node.p_none and node.gate is None:
            return self.read_column(
                node.inner,
                path,
                rows,
                scope,
            )
        nones = self._find_nones(node, path, rows, scope)
        empty = self._read_closed(node, path, rows, scope)
        filled_rows = [row for row, is_none in zip(rows, nones, strict=True) if not is_none]
        values = iter(
            self.read_column(
                node.inner,
                path,
                filled_rows,
                scope,
            )
        )
        pairs = zip(empty, nones, strict=True)
        return [each if is_none else next(values) for each, is_none in pairs]

    def _read_closed(
        self,
        node: Nullable,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return what each of *rows* has if the gate of *node* is closed to it."""
        if node.closed is None:
            return [None] * len(rows)
        return self.read_column(
            node.closed,
            path + "?",
            rows,
            scope,
        )

    def _find_nones(
        self,
        node: Nullable,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> list[bool]:
        """Return for each row whether the node's chance or its gate makes it None."""
        limit = node.p_none
        nones = [word < limit for word in self.read_words(path + "?", rows)]
        if node.gate is None:
            return nones
        shown = self.for_python().read_fact_view(node.gate, path + "?", rows, scope)
        return [is_none or not value for is_none, value in zip(nones, shown, strict=True)]

    def read_one_of(
        self,
        node: OneOf,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return a value of one member for each row; the word of ``path|`` chooses the member.

        Each member is read once, for its own rows only.
        """
        chosen = choose_members(
            self.read_words(path + "|", rows),
            len(node.members),
        )
        own_rows: dict[int, list[int]] = {}
        for row, number in zip(rows, chosen, strict=True):
            own_rows.setdefault(number, []).append(row)
        columns = {}
        for number, member_rows in own_rows.items():
            label, member = node.members[number]
            columns[number] = iter(
                self.read_column(
                    member,
                    f"{path}|{label}",
                    member_rows,
                    scope,
                )
            )
        return [next(columns[number]) for number in chosen]

    def read_array(
        self,
        node: Array,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return the collection of each row, built from a list of its items; JSON has the lists."""
        lists = collection_columns.read_lists(
            self,
            node,
            path,
            rows,
            scope,
        )
        if not self.json:
            return convert_values(lists, node.build)
        # The order of a set differs between processes, so JSON has it in the order of its text.
        is_set = node.is_distinct and node.build is not None
        return [sorted(items, key=dumps) for items in lists] if is_set else lists

    def read_tuple(
        self,
        node: Tuple,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return a tuple for each row; a named tuple is a scope of facts for its items."""
        inner = Scope(path, rows, node, scope) if node.is_named else scope
        columns = [
            self.read_column(
                item,
                join_path(path, str(place)),
                rows,
                inner,
            )
            for place, item in enumerate(node.items)
        ]
        return list(zip(*columns, strict=True)) if columns else [()] * len(rows)

    def read_dictionary(
        self,
        node: Dictionary,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return a mapping for each row, built as the node says; JSON has plain mappings."""
        tables = collection_columns.read_dictionaries(
            self,
            node,
            path,
            rows,
            scope,
        )
        return tables if self.json else convert_values(tables, node.build)

    def read_record(
        self,
        node: Record,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return a record for each row: built from input keys, or a mapping for JSON.

        Fields without a key of that kind, and those that the draft omits, are left out.
        """
        inner = scope if node.shares_facts else Scope(path, rows, node, scope)
        keyed_by = "json_key" if self.json and not self.with_input_keys else "key"
        slots = [slot for slot in node.slots if getattr(slot, keyed_by) is not None]
        if self.draft is not None:
            omitted = self.draft.omitted
            slots = [slot for slot in slots if join_path(path, slot.name) not in omitted]
        columns = [
            self.read_column(
                slot.node,
                join_path(path, slot.name),
                rows,
                inner,
            )
            for slot in slots
        ]
        if not slots:
            records: Column = [{} for _ in rows]
        elif keyed_by == "json_key":
            keys = [slot.json_key for slot in slots]
            # Hot: strict=True costs a tenth, and the lengths are equal by construction.
            return [dict(zip(keys, values)) for values in zip(*columns)]  # noqa: B905
        else:
            records = collection_columns.build_input_mappings(slots, columns)
        build = None if self.json else node.build
        return self._convert_column(records, build, path, rows)

    def read_converted(
        self,
        node: Converted,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return inner Python values, each converted; JSON has the node's own conversion."""
        values = self.for_python().read_column(
            node.inner,
            path,
            rows,
            scope,
        )
        # A model reads a value without a conversion as it was drawn.
        is_input = self.with_input_keys and node.convert is None
        uses_json = self.json and not is_input and node.json is not None
        convert = node.json if uses_json else node.convert
        return self._convert_column(values, convert, path, rows)

    def read_constructed(
        self,
        node: Constructed,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return the objects that the node builds from inner values; for JSON, these values."""
        values = self.read_column(
            node.inner,
            path,
            rows,
            scope,
        )
        build = None if self.json else node.build
        return self._convert_column(values, build, path, rows)

    def _convert_column(
        self,
        values: Column,
        convert: Callable[[Any], Any] | None,
        path: str,
        rows: RowIndices,
    ) -> Column:
        """Return *values*, each converted; code of the user is seeded by its path and row."""
        if not isinstance(convert, UserFunction):
            return convert_values(values, convert)
        words = self.read_words(f"{path}{CODE_SUFFIX}", rows)
        return [convert.call_seeded(value, word) for value, word in zip(values, words, strict=True)]

    def read_pinned(
        self,
        node: Pinned,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return the values of the inner node: that they are pinned concerns only the repair."""
        return self.read_column(
            node.inner,
            path,
            rows,
            scope,
        )

    def read_json_encoded(
        self,
        node: JsonEncoded,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Return inner JSON values as texts, or as they are if JSON has the written keys."""
        values = replace(self, json=True).read_column(
            node.inner,
            path,
            rows,
            scope,
        )
        if self.json and not self.with_input_keys:
            return values
        return [dumps(value).decode() for value in values]

    def read_unsatisfiable(
        self,
        node: Unsatisfiable,
        path: str,
        rows: RowIndices,
        scope: Scope,
    ) -> Column:
        """Raise MappingError with the reason of the node and the path of the field."""
        raise MappingError(
            f"{format_path(self.stream.name, path)}: {node.reason}",
            hint=node.hint,
            model=self.stream.name,
            path=path,
        )


def convert_values(values: Column, convert: Callable[[Any], Any] | None) -> Column:
    """Return *values*, each converted by *convert* unless it is None."""
    return values if convert is None else [convert(value) for value in values]


def choose_members(words: Iterable[int], count: int) -> list[int]:
    """Return the member of a union of *count* members that each word chooses."""
    if count > MAX_CUT_MEMBERS:
        return [choose_bucket(word, count) for word in words]
    cuts, owners = get_choice_cuts(count)
    return [owners[bisect_right(cuts, word)] for word in words]


@lru_cache(maxsize=64)
def get_choice_cuts(count: int) -> tuple[list[int], list[int]]:
    """Return the cached result of :func:`~pytest_fixturegen.streams.compute_choice_cuts`."""
    return compute_choice_cuts(count)


NODE_READERS: dict[type, Callable[[ColumnReader, Any, str, RowIndices, Scope], Column]] = {
    Constant: ColumnReader.read_constant,
    Choice: ColumnReader.read_choice,
    Integer: ColumnReader.read_integer,
    GridFloat: ColumnReader.read_grid_float,
    UniformFloat: ColumnReader.read_uniform_float,
    FixedPoint: ColumnReader.read_fixed_point,
    Instant: ColumnReader.read_instant,
    Day: ColumnReader.read_day,
    RandomUuid: ColumnReader.read_uuid,
    Call: ColumnReader.read_call,
    Callback: ColumnReader.read_callback,
    Transformed: ColumnReader.read_transformed,
    FactView: ColumnReader.read_fact_view,
    Nullable: ColumnReader.read_nullable,
    OneOf: ColumnReader.read_one_of,
    Array: ColumnReader.read_array,
    Tuple: ColumnReader.read_tuple,
    Dictionary: ColumnReader.read_dictionary,
    Record: ColumnReader.read_record,
    Converted: ColumnReader.read_converted,
    Constructed: ColumnReader.read_constructed,
    JsonEncoded: ColumnReader.read_json_encoded,
    Pinned: ColumnReader.read_pinned,
    Unsatisfiable: ColumnReader.read_unsatisfiable,
    UniqueNumber: permutation.read_unique_number,
    SampleIndex: link_columns.read_sample_index,
    Link: link_columns.read_link,
    Outer: surroundings.read_outer,
    Linked: surroundings.read_linked,
    Position: surroundings.read_position,
    RecordIndex: surroundings.read_record_index,
    Length: surroundings.read_length,
    Aggregate: surroundings.read_aggregate,
}
"""The method for each node. A lookup, since a ``match`` with 20 cases costs 1 µs (measured)."""
