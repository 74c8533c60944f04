"""Several processes on one database, and what a store remembers of records and totals."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.store.adapters.learned_indexes import MIN_ROWS, SCANS_BEFORE_INDEX
from pytest_fixturegen.store.adapters.sql import SqlAdapter
from pytest_fixturegen.store.adapters.sqlite import (
    MEMORY_PATH,
    SQLITE_DIALECT,
    SqliteConnection,
)
from pytest_fixturegen.store.queries import Query, read_filter
from pytest_fixturegen.store.store import Store

ROOT = Path(__file__).resolve().parents[2]

WRITER = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from tests.store.test_outside_changes import open_items
store = open_items(Path(sys.argv[1]))
for number in range(100):
    store["items"].create(name=f"{{sys.argv[2]}}-{{number}}", size=1)
store.close()
"""


class Item(BaseModel):
    id: int
    name: str
    size: int
    note: str | None = None


class LoggingConnection(SqliteConnection):
    """A connection that remembers the statements that it executes."""

    def __init__(self, path: str = MEMORY_PATH) -> None:
        self.statements: list[str] = []
        super().__init__(path)

    def execute(self, statement: str, values: Any = ()) -> Any:
        self.statements.append(statement)
        return super().execute(statement, values)


def open_items(path: Path) -> Store:
    """Return a store of items in the SQLite database at *path*."""
    config = StoreConfig(adapter="sqlite", db_path=str(path), generate=False)
    return open_store({"items": Item}, config)


@pytest.fixture
def connection() -> LoggingConnection:
    return LoggingConnection()


@pytest.fixture
def store(connection: LoggingConnection) -> Iterator[Store]:
    """Return a store of 1,200 items in memory."""
    adapter = SqlAdapter(connection, SQLITE_DIALECT)
    data = [
        {
            "id": number,
            "name": f"Ärger {number}" if number % 7 else f"K{number}",
            "size": number % 3,
        }
        for number in range(MIN_ROWS + 200)
    ]
    config = StoreConfig(generate=False)
    with closing(open_store({"items": Item}, config, adapter=adapter, data={"items": data})) as one:
        yield one


def build_query(store: Store, sort: str = "", **filters: Any) -> Query:
    resource = store.rows("items").resource
    rules = tuple(read_filter(resource, name, value) for name, value in filters.items())
    order = ((resource.find_column(sort.lstrip("-")), sort.startswith("-")),) if sort else ()
    return Query(rules, sort=order, limit=5)


def count_counts(connection: LoggingConnection) -> int:
    """Return how many statements counted the matches of a filter."""
    return sum(
        statement.startswith("select count(*)") and " where " in statement
        for statement in connection.statements
    )


def test_a_total_is_counted_once_until_the_next_change(
    store: Store, connection: LoggingConnection
) -> None:
    rows, query = store.rows("items"), build_query(store, size="1")
    totals = [rows.find(query).total for _ in range(4)]
    assert totals == [400] * 4
    assert count_counts(connection) == 1
    store["items"].create(name="x", size=1)
    assert [rows.find(query).total for _ in range(2)] == [401, 401]
    assert count_counts(connection) == 2
    assert rows.find(build_query(store, size="2")).total == 400


def test_a_total_within_an_undone_scope_is_forgotten(store: Store) -> None:
    rows, query = store.rows("items"), build_query(store, size="1")
    with store.rollback():
        store["items"].delete(1)
        assert rows.find(query).total == 399
    assert rows.find(query).total == 400
    backup = store.backup()
    store.reset()
    store.restore(backup)
    assert rows.find(query).total == 400


@pytest.mark.parametrize("sort", ["size", "-size", "note", "-note", "name"])
def test_a_frequent_order_gets_an_index(
    store: Store, connection: LoggingConnection, sort: str
) -> None:
    store["items"].patch(7, note="b")
    store["items"].patch(3, note="a")
    rows, query = store.rows("items"), build_query(store, sort)
    pages = [rows.find(query).texts for _ in range(SCANS_BEFORE_INDEX + 1)]
    assert all(page == pages[0] for page in pages)
    statement = next(each for each in reversed(connection.statements) if " order by " in each)
    plan = connection.execute(f"explain query plan {statement}")
    assert any("USING COVERING INDEX pfg_learned_" in step[-1] for step in plan), plan


def test_a_frequent_filter_gets_an_index(store: Store, connection: LoggingConnection) -> None:
    rows, query = store.rows("items"), build_query(store, "-name", size="1")
    pages = [rows.find(query).texts for _ in range(SCANS_BEFORE_INDEX + 1)]
    assert all(page == pages[0] for page in pages)
    created = [each for each in connection.statements if each.startswith("create index if not")]
    assert len([each for each in created if "pfg_learned" in each]) == 1
    statement = next(each for each in reversed(connection.statements) if " order by " in each)
    plan = connection.execute(f"explain query plan {statement}", (1,))
    assert any("USING COVERING INDEX pfg_learned_" in step[-1] for step in plan), plan


def test_indexes_are_not_learned_in_scopes_or_small_tables(connection: LoggingConnection) -> None:
    adapter = SqlAdapter(connection, SQLITE_DIALECT)
    with closing(open_store({"items": Item}, adapter=adapter)) as store:
        for _ in range(2 * SCANS_BEFORE_INDEX):
            store.rows("items").find(build_query(store, "-size"))
        with store.rollback():
            for _ in range(2 * SCANS_BEFORE_INDEX):
                store.rows("items").find(build_query(store, "size"))
    assert not [each for each in connection.statements if "pfg_learned" in each]


@pytest.mark.parametrize("words", ["ärger", "ÄRGER 11", "k7", "K", "\u212a7", '"', "", "7"])
def test_like_and_search_ignore_case_beyond_ascii(store: Store, words: str) -> None:
    rows = store.rows("items")
    total = sum(words.lower() in item.name.lower() for item in store["items"])
    assert rows.find(build_query(store, name_like=words)).total == total
    assert rows.find(Query(search=words, limit=5)).total == total


def test_search_finds_characters_that_json_escapes(store: Store) -> None:
    store["items"].create(name='a "b" \\ c\n\u212aelvin', size=1)
    for words in ('"b"', "\\", "c\n", "kelvin", "KELVIN"):
        assert store.rows("items").find(Query(search=words, limit=5)).total == 1, words


def test_cached_records_follow_another_process(tmp_path: Path) -> None:
    with closing(open_items(tmp_path / "db")) as first, closing(open_items(tmp_path / "db")) as two:
        item = first["items"].create(name="a", size=1)
        assert two["items"].get(item.id).name == "a"
        first["items"].patch(item.id, name="b")
        assert two["items"].get(item.id).name == "b"
        query = build_query(two, size="1")
        assert two.rows("items").find(Query(query.filters, limit=1)).total == 1
        first["items"].create(name="c", size=1)
        assert two.rows("items").find(Query(query.filters, limit=1)).total == 2
        with closing(sqlite3.connect(tmp_path / "db")) as other:
            other.execute("delete from items where id = ?", (item.id,))
            other.commit()
        assert [each.name for each in first["items"]] == ["c"]
        assert two["items"].create(name="d", size=1).id == 3


def test_two_processes_write_to_one_database(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path / "db")]
    processes = [subprocess.Popen([*command, name]) for name in ("one", "two")]
    assert [process.wait() for process in processes] == [0, 0]
    with closing(open_items(tmp_path / "db")) as store:
        items = store["items"].all()
        assert len({item.id for item in items}) == 200
        assert {item.name for item in items} == {
            f"{name}-{number}" for name in ("one", "two") for number in range(100)
        }
