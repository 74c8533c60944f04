"""Indices in, records out: the one loop.

A run of indices is cut into blocks; each block is drawn column by column, and each record leaves as an instance or as
its line of JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pytest_fixturegen.engine.columns import Column, Reader
from pytest_fixturegen.engine.permutation import too_many
from pytest_fixturegen.engine.repair import Drawing, mended
from pytest_fixturegen.engine.written import written
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.identity import ROOT
from pytest_fixturegen.plan.strategy import Plan
from pytest_fixturegen.records import dumps
from pytest_fixturegen.streams import BLOCK, Stream

TRIED = 16
"""Records whose JSON is tried before the short way to it is trusted."""


def require_room(plan: Plan, n: int) -> None:
    """Raises MappingError when *n* records are more than what was asked to be unique has values for."""
    for limit in plan.limits:
        if n > limit.size:
            raise too_many(limit.what, limit.size, n)


def instances(plan: Plan, stream: Stream, start: int, stop: int) -> Iterator[Any]:
    """The validated values of indices *start* to *stop* (end not in)."""
    return (value for value, _ in _accepted(plan, stream, start, stop))


def _accepted(plan: Plan, stream: Stream, start: int, stop: int) -> Iterator[tuple[Any, Drawing]]:
    """Each value, and how it is drawn."""
    validate = plan.reading.validate
    for reader, rows in blocks(stream, start, stop):
        for row, drawn in zip(rows, _drawn(plan, reader, rows), strict=True):
            try:
                yield validate(drawn), Drawing(plan.node, reader, row)
            except Exception as error:
                yield mended(plan, reader, row, error, lambda value: value)


def instance(plan: Plan, stream: Stream, index: int) -> Any:
    """The validated value of *index* alone."""
    return next(instances(plan, stream, index, index + 1))


def lines(plan: Plan, stream: Stream, start: int, stop: int) -> Iterator[bytes]:
    """Each record of *start* to *stop* (end not in) as one line of JSON, without its end."""
    if not plan.direct:
        yield from (written(plan, value, drawing) for value, drawing in _accepted(plan, stream, start, stop))
        return
    for reader, rows in blocks(stream, start, stop, json=True):
        for row, drawn in zip(rows, _drawn(plan, reader, rows), strict=True):
            try:
                yield dumps(drawn)
            except TypeError:  # a number of more than 64 bits, where one is rare
                index = reader.block * BLOCK + row
                yield from (written(plan, *accepted) for accepted in _accepted(plan, stream, index, index + 1))


def blocks(stream: Stream, start: int, stop: int, *, json: bool = False) -> Iterator[tuple[Reader, range]]:
    """A reader for each block that *start* to *stop* (end not in) touches, and the rows of it that they mean."""
    for block in range(start // BLOCK, -(-stop // BLOCK)):
        first = block * BLOCK
        yield Reader(stream, block, instance, json=json), range(max(start - first, 0), min(stop - first, BLOCK))


def proven(plan: Plan) -> Plan:
    """*plan*, without its short way to JSON when its model does not take back what that says of the first few records."""
    stream = Stream(0, plan.reading.name)
    try:
        for line in lines(plan, stream, 0, TRIED) if plan.direct else ():
            plan.reading.validate_json(line)
    except MappingError:  # said again when it is drawn
        return plan
    except Exception:  # a refusal, or what JSON has no word for
        return replace(plan, exact=False)
    return plan


def _drawn(plan: Plan, reader: Reader, rows: range) -> Column:
    return reader.column(plan.node, ROOT, rows, ROOT)
