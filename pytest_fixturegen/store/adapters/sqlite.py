"""SQLite through the standard library: in memory, or in a file that survives the death of its process."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.adapters.sql import SqlAdapter, SqlRow
from pytest_fixturegen.store.adapters.statements import BODY_COLUMN, SqlDialect
from pytest_fixturegen.store.errors import ConflictError, InvalidError
from pytest_fixturegen.store.queries import to_microseconds
from pytest_fixturegen.store.schema import Column

LOCK_TIMEOUT = 5.0
"""Seconds that another process's write is waited for."""

MEMORY_PATH = ":memory:"

WAL_PAGES = 2000
"""Pages in the log of a file before SQLite moves them into it. Among many records each new key touches another page of its
index: the more are gathered, the fewer pages are moved for a write, but the longer the write waits that moves them."""

CACHE_KILOBYTES = 32 * 1024
"""Kilobytes of pages that are remembered: what a list of 100,000 records looks through. SQLite looks at every page it
remembers when pages of an index are divided, so more would cost a new record among many."""

PRAGMAS = (
    "journal_mode = wal",
    "synchronous = normal",
    "foreign_keys = on",
    f"cache_size = -{CACHE_KILOBYTES}",
    f"wal_autocheckpoint = {WAL_PAGES}",
)
"""How SQLite works for us."""

PAGE_SIZES = {MEMORY_PATH: 16384}
DEFAULT_PAGE_SIZE = 8192
"""Bytes of a page, in memory and in a file. When a page of an index is full SQLite looks at every page it holds, so among
many records of which few fit on a page a new one would cost more; a write copies whole pages, so they are no larger."""


def open_memory() -> SqlAdapter:
    """A store that lives as long as its process."""
    return open_sqlite(MEMORY_PATH)


def open_sqlite(path: str) -> SqlAdapter:
    """A store in the file at *path*. A write is on the way to the disk before it is acknowledged.

    Raises StoreError when the file cannot be opened, or is no database.
    """
    with translate_errors():
        return SqlAdapter(SqliteConnection(path), SQLITE_DIALECT)


class SqliteConnection:
    """A connection that leaves transactions to us, and may be used by any thread, one at a time."""

    def __init__(self, path: str) -> None:
        if path != MEMORY_PATH:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._connection = sqlite3.connect(
            path,
            timeout=LOCK_TIMEOUT,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=512,
        )
        self._connection.create_function("pfg_moment", 1, to_microseconds, deterministic=True)
        self._connection.create_function("pfg_lower", 1, _lower_text, deterministic=True)
        with ExitStack() as stack:
            stack.callback(self._connection.close)
            for pragma in (f"page_size = {PAGE_SIZES.get(path, DEFAULT_PAGE_SIZE)}", *PRAGMAS):
                self._connection.execute(f"pragma {pragma}")
            stack.pop_all()

    def execute(self, statement: str, values: Sequence[Any] = ()) -> list[SqlRow]:
        """See Connection."""
        return self._connection.execute(statement, values).fetchall()

    def execute_many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """See Connection."""
        self._connection.executemany(statement, rows)

    def execute_update(self, statement: str, values: Sequence[Any]) -> int:
        """See Connection."""
        return self._connection.execute(statement, values).rowcount

    def get_facts(self) -> dict[str, Any]:
        """See Connection."""
        pages, size = (
            self._connection.execute(f"pragma {name}").fetchone()[0]
            for name in ("page_count", "page_size")
        )
        return {"database": self._path, "bytes": pages * size}

    def close(self) -> None:
        """See Connection."""
        self._connection.close()


@contextmanager
def translate_errors() -> Iterator[None]:
    """A scope in which what SQLite raises is said as ours."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise ConflictError(f"A constraint stands against it: {error}.") from error
    except OverflowError as error:
        problem = {"path": "", "message": "a number is too large", "type": "too_large"}
        raise InvalidError(
            "SQLite cannot hold it: a number is too large.", problems=[problem]
        ) from error
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"The database cannot be used: {error}.",
            hint="Is its file there, whole, and free to write?",
        ) from error


def _lower_text(text: Any) -> Any:
    return text.lower() if isinstance(text, str) else text


def _quote_text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _format_path(column: Column) -> str:
    """The path of *column* as SQLite's JSON functions take it."""
    return _quote_text("$" + "".join(f'."{part}"' for part in column.path))


def _has_json_path(column: Column) -> bool:
    return not any('"' in part or "\\" in part for part in column.path)


def _format_value(column: Column) -> str:
    """What stands at the path of *column*. A name with a quote or a backslash is in no path: it is looked for."""
    if _has_json_path(column):
        return f"json_extract({BODY_COLUMN}, {_format_path(column)})"
    said = BODY_COLUMN
    for part in column.path:
        said = f"(select value from json_each({said}) where key = {_quote_text(part)})"
    return said


def _format_extract(column: Column) -> str:
    said = _format_value(column)
    match column.kind:
        case "moment":
            return f"pfg_moment({said})"
        case "decimal":
            return f"cast({said} as real)"
        case _:
            return said


def _format_contains(column: Column) -> str:
    where = (
        f"{BODY_COLUMN}, {_format_path(column)}"
        if _has_json_path(column)
        else _format_value(column)
    )
    return f"exists (select 1 from json_each({where}) where json_each.value = ?)"


SQLITE_DIALECT = SqlDialect(
    placeholder="?",
    escaped_percent="%",
    body_expression=f"cast({BODY_COLUMN} as blob)",
    body_type="varchar(1000)",  # a guess of its length: plans shall prefer an index without it
    position_type="integer primary key",
    begin_transaction="begin immediate",
    unlimited=" limit -1",
    drop_suffix="",
    setup_statements=(
        "create table if not exists pfg_facts (name text primary key, value text)",
        "create table if not exists pfg_numbers (resource text primary key, last integer)",
        "create table if not exists pfg_snapshots (name text primary key, state text)",
    ),
    defer_constraints="pragma defer_foreign_keys = on",
    check_constraints="pragma foreign_key_check",
    restore_constraints="pragma defer_foreign_keys = off",
    save_number="insert into pfg_numbers values (?, ?) on conflict (resource) do update set last = max(last, excluded.last)",
    save_snapshot="insert or replace into pfg_snapshots values (?, ?)",
    deferrable_clause="",
    lower_template="pfg_lower({})",
    contains_template="instr({text}, ?) > 0",
    search_condition=f"exists (select 1 from json_tree({BODY_COLUMN}) where type = 'text' and instr(pfg_lower(value), ?) > 0)",
    has_covering_index=True,
    prefix_template="instr({text}, ?) = 1",
    column_types={
        "whole": "integer", "number": "real", "decimal": "real", "flag": "integer", "moment": "integer", "text": "text",
        "list": "text", "other": "text",
    },
    format_extract=_format_extract,
    format_contains=_format_contains,
    translate_errors=translate_errors,
)  # fmt: skip
