"""Indices in, records out: the one loop.

A run of indices is cut into blocks; each block is drawn column by column, and each record leaves as an instance or as
its line of JSON.
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
"""Records whose JSON is tried before the short way to it is trusted."""


def require_unique_capacity(plan: Plan, record_count: int) -> None:
    """Raises MappingError when *n* records are more than what was asked to be unique has values for."""
    for limit in plan.limits:
        if record_count > limit.size:
            raise build_too_many_error(limit.label, limit.size, record_count)


def iter_instances(plan: Plan, stream: Stream, start: int, stop: int) -> Iterator[Any]:
    """The validated values of indices *start* to *stop* (end not in)."""
    return (value for value, _ in _iter_accepted(plan, stream, start, stop))


def _iter_accepted(
    plan: Plan, stream: Stream, start: int, stop: int
) -> Iterator[tuple[Any, RecordSource]]:
    """Each value, and how it is drawn."""
    validate = plan.reading.validate
    for reader, rows in iter_blocks(stream, start, stop):
        for row, drawn in zip(rows, _draw_rows(plan, reader, rows), strict=True):
            try:
                yield validate(drawn), RecordSource(plan.node, reader, row)
            except Exception as error:
                yield repair_record(plan, reader, row, error, lambda value: value)


def build_instance(plan: Plan, stream: Stream, index: int) -> Any:
    """The validated value of *index* alone."""
    return next(iter_instances(plan, stream, index, index + 1))


def iter_json_lines(plan: Plan, stream: Stream, start: int, stop: int) -> Iterator[bytes]:
    """Each record of *start* to *stop* (end not in) as one line of JSON, without its end."""
    if not plan.is_direct:
        yield from (
            encode_record(plan, value, drawing)
            for value, drawing in _iter_accepted(plan, stream, start, stop)
        )
        return
    for reader, rows in iter_blocks(stream, start, stop, json=True):
        for row, drawn in zip(rows, _draw_rows(plan, reader, rows), strict=True):
            try:
                yield dumps(drawn)
            except TypeError:  # a number of more than 64 bits, where one is rare
                index = reader.block * BLOCK_SIZE + row
                yield from (
                    encode_record(plan, *accepted)
                    for accepted in _iter_accepted(plan, stream, index, index + 1)
                )


def iter_blocks(
    stream: Stream, start: int, stop: int, *, json: bool = False
) -> Iterator[tuple[ColumnReader, range]]:
    """A reader for each block that *start* to *stop* (end not in) touches, and the rows of it that they mean."""
    for block in range(start // BLOCK_SIZE, -(-stop // BLOCK_SIZE)):
        first = block * BLOCK_SIZE
        yield (
            ColumnReader(stream, block, build_instance, json=json),
            range(max(start - first, 0), min(stop - first, BLOCK_SIZE)),
        )


def verify_fast_path(plan: Plan) -> Plan:
    """*plan*, without its short way to JSON when its model does not take back what that says of the first few records."""
    stream = Stream(0, plan.reading.name)
    try:
        for line in iter_json_lines(plan, stream, 0, TRIAL_RECORDS) if plan.is_direct else ():
            plan.reading.validate_json(line)
    except MappingError:  # said again when it is drawn
        return plan
    except Exception:  # a refusal, or what JSON has no word for
        return replace(plan, is_exact=False)
    return plan


def _draw_rows(plan: Plan, reader: ColumnReader, rows: range) -> Column:
    return reader.read_column(plan.node, ROOT, rows, ROOT)
