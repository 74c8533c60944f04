"""A state as text: what a JSON file, a snapshot and a backup hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.store.adapters.adapter import State
from pytest_fixturegen.store.changes import require_consistent
from pytest_fixturegen.store.errors import BadRequestError, prefix_errors, prefix_record_errors
from pytest_fixturegen.store.schema import Resource, Schema

NUMBERS_KEY = "_numbers"
"""The key beside the resources that holds the last numbers given out."""


def format_state(state: State) -> Iterator[bytes]:
    """*state* as JSON, a record on a line, so that two states differ where their records do."""
    yield b"{"
    for name, texts in state.texts.items():
        yield dumps(name) + b": ["
        yield b"".join((b"\n" if place == 0 else b",\n") + text for place, text in enumerate(texts))
        yield b"\n],\n" if texts else b"],\n"
    yield dumps(NUMBERS_KEY) + b": " + dumps(dict(state.numbers)) + b"}\n"


def parse_state(text: bytes, schema: Schema, location: str, *, with_validation: bool) -> State:
    """The state that *text*, found at *place*, holds. Each record is *validated* where people may have edited it.

    Raises BadRequestError when it is no state of *schema*, InvalidError for a record that its model refuses, and
    ConflictError for records that cannot stand beside one another.
    """
    try:
        found = json.loads(text)
        numbers = {str(name): int(number) for name, number in found.pop(NUMBERS_KEY, {}).items()}
        pairs = list(found.items())
        if not all(isinstance(records, list) for _, records in pairs):
            raise TypeError("what it says of a resource is no list")
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        hint = "It is an object with a list of records for each resource."
        raise BadRequestError(f"{location} holds no state: {error}.", hint=hint) from error
    with prefix_errors(location):
        resources = [schema.find_resource(name) for name, _ in pairs]
        if not with_validation:
            return State(
                {name: list(map(_dump_record, records)) for name, records in pairs}, numbers
            )
        state = State(
            {each.name: list(_validate_records(each, found[each.name])) for each in resources},
            numbers,
        )
        require_consistent(schema, state)
    return state


def _validate_records(resource: Resource, records: Iterable[Any]) -> Iterator[bytes]:
    for index, record in enumerate(records):
        with prefix_record_errors(resource.name, index):
            yield resource.validate(_dump_record(record))


def _dump_record(record: Any) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
