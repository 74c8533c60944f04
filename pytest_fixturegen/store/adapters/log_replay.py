"""Applies the changes of a log to the text of a JSON file.

A change is a line: ``put users {...}``, ``delete users 7`` or ``number users 12``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.store.adapters.adapter import State
from pytest_fixturegen.store.schema import Key, Schema
from pytest_fixturegen.store.state_text import dump_record, format_state, parse_document


def format_put(resource: str, text: bytes) -> bytes:
    """Return the change that creates or replaces the record *text*."""
    # A line break outside of strings is white space; within them, JSON escapes it.
    line = text.replace(b"\n", b" ") if b"\n" in text else text
    return b"put %s %s\n" % (resource.encode(), line)


def format_delete(resource: str, key: Key) -> bytes:
    """Return the change that deletes the record with this *key*."""
    return b"delete %s %s\n" % (resource.encode(), dumps(key))


def format_number(resource: str, number: int) -> bytes:
    """Return the change that reserves the *number* for a key."""
    return b"number %s %d\n" % (resource.encode(), number)


def replay_changes(
    text: bytes,
    changes: Iterable[bytes],
    schema: Schema,
    location: str,
) -> bytes:
    """Return the state *text*, found at *location*, after *changes*.

    Raise MissingError if a change names a resource that *schema* does not have.
    """
    records, numbers = parse_document(text, location)
    last_numbers = dict(numbers)
    tables = {
        name: {schema.find_resource(name).get_key(record): record for record in rows}
        for name, rows in records.items()
    }
    for change in changes:
        verb, name, value = _parse_change(change)
        key_of = schema.find_resource(name).get_key
        table = tables.setdefault(name, {})
        match verb:
            case "put":
                table[key_of(value)] = value
                _reserve_number(last_numbers, name, key_of(value))
            case "delete":
                table.pop(value, None)
            case _:
                _reserve_number(last_numbers, name, value)
    texts = {name: list(map(dump_record, table.values())) for name, table in tables.items()}
    return b"".join(format_state(State(texts, last_numbers)))


def _parse_change(change: bytes) -> tuple[str, str, Any]:
    """Return the verb of a line, its resource and its record, key or number."""
    verb, name, value = change.decode("utf-8", "surrogatepass").split(" ", 2)
    return verb, name, json.loads(value)


def _reserve_number(
    numbers: dict[str, int],
    name: str,
    key: Key,
) -> None:
    """Remember *key* as the last number of the resource *name*, if it is the greatest."""
    if isinstance(key, int):
        numbers[name] = max(key, numbers.get(name, key))
