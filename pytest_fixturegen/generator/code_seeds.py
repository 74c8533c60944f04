"""The seeds of user code: a word of the record's own stream for each use of its model."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from pytest_fixturegen._internal.seeded_globals import call_seeded, seed_globals
from pytest_fixturegen.generator.columns import CODE_SUFFIX, ColumnReader, RowIndices
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import Stream

VALIDATION_PATH = CODE_SUFFIX
JSON_PATH = f"{CODE_SUFFIX}.json"


def build_validator(
    plan: Plan,
    reader: ColumnReader,
    rows: RowIndices,
) -> Callable[[Any], Any]:
    """Return the validation of *plan*, which runs user code. It has to be called once a row."""
    validate = plan.reading.validate
    if not rows:
        return validate
    words = iter(reader.stream.read_words(VALIDATION_PATH, reader.block, rows[-1] + 1)[rows[0] :])
    return lambda drawn: call_seeded(next(words), validate, drawn)


def seed_validation(
    plan: Plan,
    reader: ColumnReader,
    row: int,
    attempt: int,
) -> AbstractContextManager[None]:
    """Seed the code that validates the record of *row* in an *attempt* to repair it.

    Attempts differ, because a validator may refuse what its own random numbers say.
    """
    return _seed(
        plan,
        reader.stream,
        reader.block,
        row,
        VALIDATION_PATH,
        attempt,
    )


def seed_json(
    plan: Plan,
    stream: Stream,
    block: int,
    row: int,
) -> AbstractContextManager[None]:
    """Seed the code that writes the JSON of the record of *row*."""
    return _seed(
        plan,
        stream,
        block,
        row,
        JSON_PATH,
        0,
    )


def _seed(
    plan: Plan,
    stream: Stream,
    block: int,
    row: int,
    path: str,
    attempt: int,
) -> AbstractContextManager[None]:
    """Return the context in which the code of a record draws from its own random words."""
    if not plan.reading.user_code:
        return nullcontext()
    return seed_globals(
        stream.read_words(
            path,
            block,
            row + 1,
            attempt,
        )[row]
    )
