"""The main loop: from indices to records.

A range of indices is cut into blocks. Each block is drawn column by column, and each record becomes
an instance or a line of JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.type_names import ROOT
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator.columns import Column, ColumnReader
from pytest_fixturegen.generator.json_output import encode_record
from pytest_fixturegen.generator.permutation import build_too_many_error
from pytest_fixturegen.generator.repair.record_repair import RecordSource, repair_record
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import BLOCK_SIZE, Stream

TRIAL_RECORDS = 16
"""Records whose JSON the model reads before records are written without an instance."""


def require_unique_capacity(plan: Plan, record_count: int) -> None:
    """Raise MappingError if a field that has to be unique has fewer than *record_count* values."""
    for limit in plan.limits:
        if record_count > limit.size:
            raise build_too_many_error(limit.label, limit.size, record_count)


def iter_instances(plan: Plan, stream: Stream, start: int, stop: int) -> Iterator[Any]:
    """Yield the validated records of the indices from *start* to *stop*, without *stop*."""
    return (record for record, _ in _iter_accepted(plan, stream, start, stop))


def _iter_accepted(
    plan: Plan, stream: Stream, start: int, stop: int
) -> Iterator[tuple[Any, RecordSource]]:
    """Yield each validated record and how it was drawn."""
    validate = plan.reading.validate
    for reader, rows in iter_blocks(stream, start, stop):
        for row, drawn in zip(rows, _draw_rows(plan, reader, rows), strict=True):
            try:
                yield validate(drawn), RecordSource(plan.node, reader, row)
            except Exception as error:  # a validator of the user may raise anything
                yield repair_record(plan, reader, row, error, lambda value: value)


def build_instance(plan: Plan, stream: Stream, index: int) -> Any:
    """Return the validated record at *index*."""
    return next(iter_instances(plan, stream, index, index + 1))


def iter_json_lines(plan: Plan, stream: Stream, start: int, stop: int) -> Iterator[bytes]:
    """Yield the JSON of each record from *start* to *stop*, without *stop* and line ends."""
    if not plan.is_direct:
        for record, source in _iter_accepted(plan, stream, start, stop):
            yield encode_record(plan, record, source)
        return
    for reader, rows in iter_blocks(stream, start, stop, json=True):
        for row, drawn in zip(rows, _draw_rows(plan, reader, rows), strict=True):
            try:
                yield dumps(drawn)
            except TypeError:  # orjson writes no number of more than 64 bits
                index = reader.block * BLOCK_SIZE + row
                for record, source in _iter_accepted(plan, stream, index, index + 1):
                    yield encode_record(plan, record, source)


def iter_blocks(
    stream: Stream, start: int, stop: int, *, json: bool = False
) -> Iterator[tuple[ColumnReader, range]]:
    """Yield a reader and the rows to read for each block between *start* and *stop*."""
    for block in range(start // BLOCK_SIZE, -(-stop // BLOCK_SIZE)):
        first = block * BLOCK_SIZE
        rows = range(max(start - first, 0), min(stop - first, BLOCK_SIZE))
        yield ColumnReader(stream, block, build_instance, json=json), rows


def verify_fast_path(plan: Plan) -> Plan:
    """Return *plan*, marked as inexact if the model refuses the JSON of its first records.

    JSON of an inexact plan is written by the model itself, from validated instances.
    """
    if not plan.is_direct:
        return plan
    stream = Stream(0, plan.reading.name)
    try:
        for line in iter_json_lines(plan, stream, 0, TRIAL_RECORDS):
            plan.reading.validate_json(line)
    except MappingError:  # the same error follows when records are drawn
        return plan
    except Exception:  # a validator of the user may raise anything
        return replace(plan, is_exact=False)
    return plan


def _draw_rows(plan: Plan, reader: ColumnReader, rows: range) -> Column:
    return reader.read_column(plan.node, ROOT, rows, ROOT)
