"""Two stores on one database, as two processes have them: guards and uniqueness."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.errors import ConflictError, MissingError, StaleError
from pytest_fixturegen.store.store import Store

PATIENCE = 20.0
"""Seconds after which a change that must come counts as lost."""


class Note(BaseModel):
    id: int
    text: str


Change = Callable[[Store, Callable[[bytes], None]], Any]

CHANGES: dict[str, Change] = {
    "patch": lambda store, guard: store.rows("notes").patch(1, b'{"text": "b"}', guard),
    "replace": lambda store, guard: store.rows("notes").replace(1, b'{"text": "b"}', guard),
    "delete": lambda store, guard: store.rows("notes").delete(1, guard),
}


def open_notes(adapter: str, path: str) -> Store:
    config = StoreConfig(adapter=adapter, db_path=path, count=0, cache_size=0)
    unique = GenerationConfig(unique=("Note.text",))
    return open_store([Note], config, unique, data={"notes": [{"id": 1, "text": "a"}]})


@pytest.fixture
def servers(dsn: str) -> Iterator[tuple[Store, Store]]:
    """Two stores on one PostgreSQL database."""
    with closing(open_notes("postgres", dsn)) as one, closing(open_notes("postgres", dsn)) as other:
        yield one, other


def count_waiting(dsn: str) -> int:
    """Return how many requests wait for a lock in PostgreSQL."""
    import psycopg

    with psycopg.connect(dsn, autocommit=True) as connection:
        found = connection.execute("select count(*) from pg_locks where not granted").fetchone()
    assert found
    return int(found[0])


@pytest.mark.parametrize("first", CHANGES)
@pytest.mark.parametrize("second", CHANGES)
def test_a_guard_in_postgres_sees_the_change_of_another_process(
    servers: tuple[Store, Store], dsn: str, first: str, second: str
) -> None:
    one, other = servers
    seen: list[bytes] = []
    is_done = threading.Event()

    def change_meanwhile() -> None:
        try:
            CHANGES[second](other, seen.append)
        except MissingError:
            seen.append(b"missing")
        finally:
            is_done.set()

    with ThreadPoolExecutor(1) as threads:

        def start_the_other(old: bytes) -> None:
            threads.submit(change_meanwhile)
            while not is_done.is_set() and not seen and not count_waiting(dsn):
                pass

        CHANGES[first](one, start_the_other)
        assert is_done.wait(PATIENCE)
    expected = b"missing" if first == "delete" else b'"b"'
    assert expected in seen[0]


@pytest.mark.parametrize("first", CHANGES)
@pytest.mark.parametrize("second", CHANGES)
def test_a_guard_in_sqlite_excludes_other_processes(
    tmp_path: Path, first: str, second: str
) -> None:
    path = str(tmp_path / "db")
    with closing(open_notes("sqlite", path)) as one, closing(open_notes("sqlite", path)) as other:
        connection: Any = other.adapter.adapter._connection  # type: ignore[attr-defined]
        connection.execute("pragma busy_timeout = 0")  # it need not wait to fail

        def change_meanwhile(old: bytes) -> None:
            with pytest.raises(StoreError, match="locked"):
                CHANGES[second](other, lambda old: None)

        CHANGES[first](one, change_meanwhile)


def test_one_of_many_conditional_changes_wins(servers: tuple[Store, Store]) -> None:
    def require_first_text(old: bytes) -> None:
        if b'"a"' not in old:
            raise StaleError("changed")

    def change(number: int) -> bool:
        store = servers[number % 2]
        try:
            store.rows("notes").patch(1, b'{"text": "b%d"}' % number, require_first_text)
        except StaleError:
            return False
        return True

    with ThreadPoolExecutor(16) as threads:
        assert sum(threads.map(change, range(32))) == 1


def test_unique_values_and_keys_hold_between_processes(servers: tuple[Store, Store]) -> None:
    def create(number: int) -> bool:
        try:
            servers[number % 2]["notes"].create(text=f"t{number // 4}")
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(16) as threads:
        assert sum(threads.map(create, range(64))) == 16
    notes = servers[0]["notes"].all()
    assert len({note.id for note in notes}) == len({note.text for note in notes}) == 17


@pytest.mark.parametrize("key", [2, -1, 2**63, 10**40])
def test_a_missing_record_is_explained_after_the_transaction(
    servers: tuple[Store, Store], key: int
) -> None:
    rows = servers[0].rows("notes")
    changes: tuple[Callable[[], Any], ...] = (
        lambda: rows.patch(key, b'{"text": "b"}'),
        lambda: rows.replace(key, b'{"text": "b"}'),
        lambda: rows.delete(key),
    )
    for change in changes:
        with pytest.raises(MissingError) as caught:
            change()
        assert caught.value.hint == "It has 1: 1."
