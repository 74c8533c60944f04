"""Sources of tables: the records of a model, column by column, with the encoding of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import pyarrow as pa

from pytest_fixturegen._internal.deep_calls import allow_levels
from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import ROOT, join_path
from pytest_fixturegen._internal.user_code import translate_user_errors
from pytest_fixturegen.datasets.arrow_types import ArrowTypeReader
from pytest_fixturegen.datasets.encodings import Member, TargetEncoding
from pytest_fixturegen.errors import EmitError
from pytest_fixturegen.generator import generate
from pytest_fixturegen.generator.code_seeds import seed_json
from pytest_fixturegen.generator.columns import ColumnReader
from pytest_fixturegen.generator.repair.record_source import RecordSource
from pytest_fixturegen.generator.scope import Scope
from pytest_fixturegen.introspection.readers.frame_schemas.frame_schema import (
    TableSchema,
    check_table,
)
from pytest_fixturegen.nodes import Record
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import BLOCK_SIZE, Stream

UNIT_BLOCKS = 4
"""Blocks of records that are drawn together: each column of them becomes one array."""

UNIT_ROWS = UNIT_BLOCKS * BLOCK_SIZE

OnProgress = Callable[[int], None]

Columns = list[list[Any]]
"""The values of each column."""


@dataclass(frozen=True, slots=True)
class TableSource:
    """The records of *plan* for *stream* as a table with the columns *members*.

    Unless the type *is_record*, the only column has its values.
    The library of *frame_schema*, if there is one, checks each unit of the table.
    """

    plan: Plan
    stream: Stream
    members: tuple[Member, ...]
    is_record: bool = True
    frame_schema: TableSchema | None = None

    def iter_arrays(
        self, start: int, stop: int, on_progress: OnProgress = lambda count: None
    ) -> Iterator[list[Any]]:
        """Yield the arrays of the columns for UNIT_ROWS records, again and again.

        The units end at the same records whatever the first one is. *on_progress* is called with
        the number of records that were drawn since its last call.
        """
        for first, last in split_units(start, stop):
            columns = self._read_columns(
                first,
                last,
                on_progress,
            )
            arrays = [
                member.encoding.build(values)
                for member, values in zip(
                    self.members,
                    columns,
                    strict=True,
                )
            ]
            if self.frame_schema is not None:
                fields = [member.describe() for member in self.members]
                table = pa.Table.from_arrays(arrays, schema=pa.schema(fields))
                check_table(self.frame_schema, table)
            yield arrays

    def _read_columns(
        self,
        start: int,
        stop: int,
        on_progress: OnProgress,
    ) -> Columns:
        """Return the values of each column from the record *start* to *stop*, excluded."""
        with allow_levels(self.plan.levels):
            if self.plan.is_direct:
                return self._draw_columns(
                    start,
                    stop,
                    on_progress,
                )
            return self._split(
                list(
                    self._iter_values(
                        start,
                        stop,
                        on_progress,
                    )
                )
            )

    def _iter_values(
        self,
        start: int,
        stop: int,
        on_progress: OnProgress,
    ) -> Iterator[Any]:
        """Yield the plain values of validated records."""
        accepted = generate.iter_accepted(
            self.plan,
            self.stream,
            start,
            stop,
        )
        for count, (value, source) in enumerate(accepted, start=1):
            yield self._dump(value, source)
            if count % BLOCK_SIZE == 0 or start + count == stop:
                on_progress((count - 1) % BLOCK_SIZE + 1)

    def _draw_columns(
        self,
        start: int,
        stop: int,
        on_progress: OnProgress,
    ) -> Columns:
        """Return the values of each column as JSON has them: the plan proves that they are valid.

        No record is made of them.
        """
        columns: Columns = [[] for _ in self.members]
        for reader, rows in generate.iter_blocks(
            self.stream,
            start,
            stop,
            json=True,
        ):
            for column, values in zip(
                columns,
                self._draw_block(reader, rows),
                strict=True,
            ):
                column.extend(values)
            on_progress(len(rows))
        return columns

    def _draw_block(
        self,
        reader: ColumnReader,
        rows: range,
    ) -> Columns:
        """Return the values of each column for *rows* of one block."""
        node = self.plan.node
        scope = Scope(ROOT, rows)
        if not isinstance(node, Record) or node.build is not None:
            return self._split(
                reader.read_column(
                    node,
                    ROOT,
                    rows,
                    scope,
                )
            )
        inner = (
            scope
            if node.shares_facts
            else Scope(
                ROOT,
                rows,
                node,
                scope,
            )
        )
        slots = {slot.json_key: slot for slot in node.slots}
        columns: Columns = []
        for member in self.members:
            slot = slots.get(member.name)
            if slot is None:
                columns.append([None] * len(rows))
                continue
            columns.append(
                reader.read_column(
                    slot.node,
                    join_path(ROOT, slot.name),
                    rows,
                    inner,
                )
            )
        return columns

    def _split(self, values: Sequence[Any]) -> Columns:
        """Return the columns of *values*, mappings or the values of the only column."""
        if not self.is_record:
            return [list(values)]
        return [[value.get(member.name) for value in values] for member in self.members]

    def _dump(
        self,
        value: Any,
        source: RecordSource,
    ) -> Any:
        """Return the plain Python value of the record *value*, which *source* drew."""
        reader = source.reader
        with (
            seed_json(
                self.plan,
                reader.stream,
                reader.block,
                source.row,
            ),
            translate_user_errors(partial(_build_dump_error, self.plan.reading.name)),
        ):
            return self.plan.reading.dump_python(
                value,
                mode="python",
                round_trip=False,
            )


def _build_dump_error(name: str, error: Exception) -> EmitError:
    """Return the error that a serializer of the user raised."""
    return EmitError(
        f"{name}: cannot write a record as a row: {type(error).__name__}: {error}",
        hint="Correct the serializers of the model.",
        model=name,
    )


def split_units(start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the borders of the units from *start* to *stop*, excluded."""
    while start < stop:
        end = min(start - start % UNIT_ROWS + UNIT_ROWS, stop)
        yield start, end
        start = end


def build_table_source(
    plan: Plan, stream: Stream, frame_schema: TableSchema | None = None
) -> TableSource:
    """Return the source of the records of *plan*, whose types are those of *frame_schema*."""
    reading = plan.reading
    members, is_record = ArrowTypeReader(reading.refs).read_members(reading.shape, reading.name)
    if frame_schema is None:
        return TableSource(
            plan,
            stream,
            members,
            is_record,
        )
    targets = tuple(
        Member(
            field.name,
            TargetEncoding(
                member.encoding.path,
                field.type,
                member.encoding,
            ),
            field.nullable,
            field.metadata,
        )
        for member, field in zip(
            members,
            frame_schema.arrow,
            strict=True,
        )
    )
    return TableSource(
        plan,
        stream,
        targets,
        is_record,
        frame_schema,
    )


def build_schema(members: Sequence[Member], metadata: Mapping[str, str]) -> Any:
    """Return the Arrow schema of *members*, with *metadata*."""
    return pa.schema([member.describe() for member in members], metadata)
