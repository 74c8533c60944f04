"""SQLite through the standard library: in memory, or in a file that survives the death of its process."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.adapters.sql import Row, SqlAdapter
from pytest_fixturegen.store.adapters.statements import BODY, Dialect
from pytest_fixturegen.store.queries import microseconds
from pytest_fixturegen.store.refusals import ConflictError, InvalidError
from pytest_fixturegen.store.schema import Column

WAIT = 5.0
"""Seconds that another process's write is waited for."""

MEMORY = ":memory:"

GATHERED = 2000
"""Pages in the log of a file before SQLite moves them into it. Among many records each new key touches another page of its
index: the more are gathered, the fewer pages are moved for a write, but the longer the write waits that moves them."""

CACHE = 32 * 1024
"""Kilobytes of pages that are remembered: what a list of 100,000 records looks through. SQLite looks at every page it
remembers when pages of an index are divided, so more would cost a new record among many."""

PRAGMAS = (
    "journal_mode = wal",
    "synchronous = normal",
    "foreign_keys = on",
    f"cache_size = -{CACHE}",
    f"wal_autocheckpoint = {GATHERED}",
)
"""How SQLite works for us."""

PAGES = {MEMORY: 16384}
PAGE = 8192
"""Bytes of a page, in memory and in a file. When a page of an index is full SQLite looks at every page it holds, so among
many records of which few fit on a page a new one would cost more; a write copies whole pages, so they are no larger."""


def memory() -> SqlAdapter:
    """A store that lives as long as its process."""
    return sqlite(MEMORY)


def sqlite(path: str) -> SqlAdapter:
    """A store in the file at *path*. A write is on the way to the disk before it is acknowledged.

    Raises StoreError when the file cannot be opened, or is no database.
    """
    with translated():
        return SqlAdapter(SqliteConnection(path), DIALECT)


class SqliteConnection:
    """A connection that leaves transactions to us, and may be used by any thread, one at a time."""

    def __init__(self, path: str) -> None:
        if path != MEMORY:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._connection = sqlite3.connect(
            path, timeout=WAIT, isolation_level=None, check_same_thread=False, cached_statements=512
        )
        self._connection.create_function("pfg_moment", 1, microseconds, deterministic=True)
        self._connection.create_function("pfg_lower", 1, _lower, deterministic=True)
        with ExitStack() as stack:
            stack.callback(self._connection.close)
            for pragma in (f"page_size = {PAGES.get(path, PAGE)}", *PRAGMAS):
                self._connection.execute(f"pragma {pragma}")
            stack.pop_all()

    def run(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """See Connection."""
        return self._connection.execute(statement, values).fetchall()

    def run_many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """See Connection."""
        self._connection.executemany(statement, rows)

    def changed(self, statement: str, values: Sequence[Any]) -> int:
        """See Connection."""
        return self._connection.execute(statement, values).rowcount

    def facts(self) -> dict[str, Any]:
        """See Connection."""
        pages, size = (self._connection.execute(f"pragma {name}").fetchone()[0] for name in ("page_count", "page_size"))
        return {"database": self._path, "bytes": pages * size}

    def close(self) -> None:
        """See Connection."""
        self._connection.close()


@contextmanager
def translated() -> Iterator[None]:
    """A scope in which what SQLite raises is said as ours."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise ConflictError(f"A constraint stands against it: {error}.") from error
    except OverflowError as error:
        problem = {"path": "", "message": "a number is too large", "type": "too_large"}
        raise InvalidError("SQLite cannot hold it: a number is too large.", problems=[problem]) from error
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"The database cannot be used: {error}.", hint="Is its file there, whole, and free to write?"
        ) from error


def _lower(text: Any) -> Any:
    return text.lower() if isinstance(text, str) else text


def _constant(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _path(column: Column) -> str:
    """The path of *column* as SQLite's JSON functions take it."""
    return _constant("$" + "".join(f'."{part}"' for part in column.path))


def _has_path(column: Column) -> bool:
    return not any('"' in part or "\\" in part for part in column.path)


def _value(column: Column) -> str:
    """What stands at the path of *column*. A name with a quote or a backslash is in no path: it is looked for."""
    if _has_path(column):
        return f"json_extract({BODY}, {_path(column)})"
    said = BODY
    for part in column.path:
        said = f"(select value from json_each({said}) where key = {_constant(part)})"
    return said


def _extract(column: Column) -> str:
    said = _value(column)
    match column.kind:
        case "moment":
            return f"pfg_moment({said})"
        case "decimal":
            return f"cast({said} as real)"
        case _:
            return said


def _holds(column: Column) -> str:
    where = f"{BODY}, {_path(column)}" if _has_path(column) else _value(column)
    return f"exists (select 1 from json_each({where}) where json_each.value = ?)"


DIALECT = Dialect(
    mark="?",
    percent="%",
    body=f"cast({BODY} as blob)",
    body_type="varchar(1000)",  # a guess of its length: plans shall prefer an index without it
    position="integer primary key",
    begin="begin immediate",
    no_limit=" limit -1",
    cascade="",
    own=(
        "create table if not exists pfg_facts (name text primary key, value text)",
        "create table if not exists pfg_numbers (resource text primary key, last integer)",
        "create table if not exists pfg_snapshots (name text primary key, state text)",
    ),
    defer="pragma defer_foreign_keys = on",
    check="pragma foreign_key_check",
    immediate="pragma defer_foreign_keys = off",
    number="insert into pfg_numbers values (?, ?) on conflict (resource) do update set last = max(last, excluded.last)",
    keep="insert or replace into pfg_snapshots values (?, ?)",
    deferrable="",
    lower="pfg_lower({})",
    find="instr({text}, ?) > 0",
    words=f"exists (select 1 from json_tree({BODY}) where type = 'text' and instr(pfg_lower(value), ?) > 0)",
    has_outline=True,
    starts="instr({text}, ?) = 1",
    types={
        "whole": "integer", "number": "real", "decimal": "real", "flag": "integer", "moment": "integer", "text": "text",
        "list": "text", "other": "text",
    },
    extract=_extract,
    holds=_holds,
    translated=translated,
)  # fmt: skip
