"""A state as text: what a JSON file, a snapshot and a backup hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pytest_fixturegen.records import dumps
from pytest_fixturegen.store.adapters.adapter import State
from pytest_fixturegen.store.changes import require_sound
from pytest_fixturegen.store.refusals import BadRequestError
from pytest_fixturegen.store.schema import Schema

NUMBERS = "_numbers"
"""The key beside the resources that holds the last numbers given out."""


def state_text(state: State) -> Iterator[bytes]:
    """*state* as JSON, a record on a line, so that two states differ where their records do."""
    yield b"{"
    for name, texts in state.texts.items():
        yield dumps(name) + b": ["
        yield b"".join((b"\n" if place == 0 else b",\n") + text for place, text in enumerate(texts))
        yield b"\n],\n" if texts else b"],\n"
    yield dumps(NUMBERS) + b": " + dumps(dict(state.numbers)) + b"}\n"


def read_state(text: bytes, schema: Schema, place: str, *, validated: bool) -> State:
    """The state that *text*, found at *place*, holds. Each record is *validated* where people may have edited it.

    Raises BadRequestError when it is no state of *schema*, InvalidError for a record that its model refuses, and
    ConflictError for records that cannot stand beside one another.
    """
    try:
        found = json.loads(text)
        numbers = {str(name): int(number) for name, number in found.pop(NUMBERS, {}).items()}
        pairs = list(found.items())
        if not all(isinstance(records, list) for _, records in pairs):
            raise TypeError("what it says of a resource is no list")
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        hint = "It is an object with a list of records for each resource."
        raise BadRequestError(f"{place} holds no state: {error}.", hint=hint) from error
    for name, _ in pairs:
        schema.resource(name)
    state = State({name: [_text(schema, name, record, validated) for record in records] for name, records in pairs}, numbers)
    if validated:
        require_sound(schema, state)
    return state


def _text(schema: Schema, name: str, record: Any, validated: bool) -> bytes:
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return schema.resource(name).validate(text) if validated else text
