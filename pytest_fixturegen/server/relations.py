"""Related records: the record that another one refers to, and those that a third resource joins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.store.api_service import ManyToMany
from pytest_fixturegen.store.errors import MissingError
from pytest_fixturegen.store.rows import ResourceRows
from pytest_fixturegen.store.schema import Key, Record
from pytest_fixturegen.store.store import Store


def find_join(
    store: Store,
    source: str,
    target: str,
) -> ManyToMany | None:
    """Return the many-to-many relationship of two resources that the API file declares, or None."""
    for join in store.hooks.service.joins:
        if (join.source, join.target) == (source, target):
            return join
    return None


def list_joined_keys(
    store: Store,
    join: ManyToMany,
    keys: Sequence[Key],
) -> dict[Key, list[Key]]:
    """Return for each of *keys*, of the source, the keys of the target that it is joined with."""
    with store.lock:
        related = store.adapter.find_related(
            join.through,
            join.source_field,
            list(keys),
        )
    joined: dict[Key, dict[Key, None]] = {key: {} for key in keys}
    for _, text in related:
        record = loads(text)
        target_key = record.get(join.target_field)
        if target_key is not None:
            joined[record[join.source_field]][target_key] = None
    return {key: list(targets) for key, targets in joined.items()}


def expand_join(
    store: Store,
    rows: ResourceRows,
    join: ManyToMany,
    records: Sequence[Record],
) -> list[Any]:
    """Return for each of *records* the list of the records that it is joined with."""
    keys = [rows.resource.get_key(record) for record in records]
    joined = list_joined_keys(store, join, keys)
    target_rows = store.rows(join.target)
    targets = {key: _find_record(target_rows, key) for each in joined.values() for key in each}
    return [[targets[key] for key in joined[own] if targets[key]] for own in keys]


def _find_record(rows: ResourceRows, key: Key) -> Record | None:
    """Return the record with *key*; None if it is lost."""
    try:
        record: Record = loads(rows.get(key))
    except MissingError:  # storage without foreign keys may have lost it
        return None
    return record
