"""Indices in, records out: the one loop.

A run of indices is cut into blocks; each block is drawn column by column, and each record leaves as an instance or as
its line of JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pytest_fixturegen.engine.columns import Column, Reader
from pytest_fixturegen.engine.permutation import too_many
from pytest_fixturegen.engine.repair import Refusal, mended
from pytest_fixturegen.identity import ROOT
from pytest_fixturegen.plan.strategy import Plan
from pytest_fixturegen.records import dumps
from pytest_fixturegen.streams import BLOCK, Stream


def require_room(plan: Plan, n: int) -> None:
    """Raises MappingError when *n* records are more than what was asked to be unique has values for."""
    for limit in plan.limits:
        if n > limit.size:
            raise too_many(limit.what, limit.size, n)


def instances(plan: Plan, stream: Stream, start: int, stop: int) -> Iterator[Any]:
    """The validated values of indices *start* to *stop* (end not in)."""
    validate = plan.reading.validate
    for reader, rows in blocks(stream, start, stop):
        for row, drawn in zip(rows, _drawn(plan, reader, rows), strict=True):
            try:
                yield validate(drawn)
            except Exception as error:
                yield mended(plan, reader, row, error)


def instance(plan: Plan, stream: Stream, index: int) -> Any:
    """The validated value of *index* alone."""
    return next(instances(plan, stream, index, index + 1))


def lines(plan: Plan, stream: Stream, start: int, stop: int) -> Iterator[bytes]:
    """Each record of *start* to *stop* (end not in) as one line of JSON, without its end."""
    if not plan.direct:
        yield from (
            json_of(plan, stream, index, value) for index, value in enumerate(instances(plan, stream, start, stop), start)
        )
        return
    for reader, rows in blocks(stream, start, stop, json=True):
        yield from map(dumps, _drawn(plan, reader, rows))


def blocks(stream: Stream, start: int, stop: int, *, json: bool = False) -> Iterator[tuple[Reader, range]]:
    """A reader for each block that *start* to *stop* (end not in) touches, and the rows of it that they mean."""
    for block in range(start // BLOCK, -(-stop // BLOCK)):
        first = block * BLOCK
        yield Reader(stream, block, instance, json=json), range(max(start - first, 0), min(stop - first, BLOCK))


def json_of(plan: Plan, stream: Stream, index: int, value: Any) -> bytes:
    """What the model says of *value* in JSON, once it accepts that itself.

    Raises MappingError when it does not: such a record cannot be sent to anyone who uses the model.
    """
    reading = plan.reading
    refusals = []
    for dump in (reading.dump_json, reading.dump_round_trip):
        try:
            text = dump(value)
            reading.validate_json(text)
        except Exception as error:
            refusals.append(error)
        else:
            return text
    raise Refusal(refusals[0]).as_error(stream.name, index, "does not accept its own JSON")


def _drawn(plan: Plan, reader: Reader, rows: range) -> Column:
    return reader.column(plan.node, ROOT, rows, ROOT)
