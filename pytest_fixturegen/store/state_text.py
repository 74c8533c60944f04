"""The state of a store as text: the format of JSON files, snapshots and backups."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.store.adapters.adapter import State
from pytest_fixturegen.store.changes import require_consistent
from pytest_fixturegen.store.errors import BadRequestError, prefix_errors, prefix_record_errors
from pytest_fixturegen.store.schema import Resource, Schema

NUMBERS_KEY = "_numbers"
"""The key, next to the resources, of the last numbers that were used as keys."""

SNAPSHOT_KEY = "_snapshot"
"""The key, next to the resources, of the description of a snapshot."""


def format_state(state: State) -> Iterator[bytes]:
    """Yield *state* as JSON with one record on a line, so that a diff shows changed records."""
    yield b"{"
    for name, texts in state.texts.items():
        yield dumps(name) + b": ["
        yield b",".join(b"\n" + text for text in texts)
        yield b"\n],\n" if texts else b"],\n"
    yield dumps(NUMBERS_KEY) + b": " + dumps(dict(state.numbers)) + b"}\n"


def parse_state(
    text: bytes,
    schema: Schema,
    location: str,
    *,
    with_validation: bool,
) -> State:
    """Return the state that *text*, found at *location*, describes.

    *with_validation* validates each record, for texts that people may have edited. Raise
    BadRequestError if *text* is not a state of *schema*, InvalidError if a model rejects a record,
    and ConflictError if the records break a constraint.
    """
    records, numbers = parse_document(text, location)
    with prefix_errors(location):
        resources = [schema.find_resource(name) for name in records]
        if not with_validation:
            return State(
                {name: list(map(dump_record, each)) for name, each in records.items()},
                numbers,
            )
        valid_texts = {
            resource.name: list(_validate_records(resource, records[resource.name]))
            for resource in resources
        }
        state = State(valid_texts, numbers)
        require_consistent(schema, state)
    return state


def parse_document(text: bytes, location: str) -> tuple[Mapping[str, list[Any]], Mapping[str, int]]:
    """Return the records by resource, and the last numbers by resource.

    Raise BadRequestError if *text* has another form.
    """
    try:
        document = json.loads(text)
        if not isinstance(document, dict):
            raise TypeError(f"expected an object, got {_describe_json(document)}")
        document.pop(SNAPSHOT_KEY, None)
        numbers = document.pop(NUMBERS_KEY, {})
        if not isinstance(numbers, dict) or not all(map(_is_whole, numbers.values())):
            raise TypeError(f"expected an object of whole numbers in {NUMBERS_KEY!r}")
        for name, records in document.items():
            if not isinstance(records, list):
                raise TypeError(
                    f"expected a list of the records of {name!r}, got {_describe_json(records)}"
                )
    except (ValueError, TypeError, RecursionError) as error:
        raise BadRequestError(
            f"{location} is not a state of a store: {error}.",
            hint="Expected an object with a list of records for each resource.",
        ) from error
    return document, numbers


def _is_whole(value: Any) -> bool:
    """Return whether *value* is an integer, and no bool."""
    return isinstance(value, int) and not isinstance(value, bool)


def _describe_json(value: Any) -> str:
    """Return the JSON type of *value*, for a message."""
    names = {
        dict: "an object",
        list: "an array",
        str: "a string",
        bool: "a boolean",
    }
    if value is None:
        return "null"
    return names.get(type(value), "a number")


def _validate_records(resource: Resource, records: Iterable[Any]) -> Iterator[bytes]:
    """Yield valid *records* as JSON; an error names the place of its record."""
    for index, record in enumerate(records):
        with prefix_record_errors(resource.name, index):
            yield resource.validate(dump_record(record))


def dump_record(record: Any) -> bytes:
    """Return *record* as one line of JSON."""
    # json, not orjson: a file may hold numbers beyond 64 bits and lone surrogates.
    text = json.dumps(
        record,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return text.encode("utf-8", "surrogatepass")
