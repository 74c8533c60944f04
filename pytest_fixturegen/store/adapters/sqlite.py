"""The adapters ``memory`` and ``sqlite``: SQLite through the standard library."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.regular_files import require_plain_path
from pytest_fixturegen.errors import StoreError, format_os_error
from pytest_fixturegen.store.adapters.sql import SqlAdapter, SqlRow
from pytest_fixturegen.store.adapters.statements import BODY_COLUMN, SqlDialect
from pytest_fixturegen.store.errors import ConflictError, InvalidError
from pytest_fixturegen.store.queries import to_microseconds
from pytest_fixturegen.store.schema import Column

LOCK_TIMEOUT = 5.0
"""Seconds that a write waits for the write of another process."""

CORRUPT_FILE = re.compile("file is not a database|malformed")
"""The messages of SQLite for a file that it cannot read [sqlite.org: result codes 11 and 26]."""

MEMORY_PATH = ":memory:"

WAL_PAGES = 2000
"""Pages in the write-ahead log before SQLite moves them into the file.

In a large table, each new key changes another page of its index. A longer log gathers more changes
of a page, so a write moves fewer pages on average, but the write that moves them takes longer.
"""

CACHE_KILOBYTES = 32 * 1024
"""Kilobytes of cached pages: enough for a list of 100,000 records.

SQLite visits every cached page when it splits a page of an index. A larger cache would slow down an
insert into a large table.
"""

PRAGMAS = (
    "journal_mode = wal",
    "synchronous = normal",
    "foreign_keys = on",
    f"cache_size = -{CACHE_KILOBYTES}",
    f"wal_autocheckpoint = {WAL_PAGES}",
)
"""Settings of each connection."""

PAGE_SIZES = {MEMORY_PATH: 16384}
DEFAULT_PAGE_SIZE = 8192
"""Bytes of a page, in memory and in a file.

Small pages hold few records, and a full page makes SQLite visit every cached page (see
CACHE_KILOBYTES). Large pages cost a write more, because it copies whole pages.
"""


def open_memory() -> SqlAdapter:
    """Return a store in memory. It ends with its process."""
    return open_sqlite(MEMORY_PATH)


def open_sqlite(path: str) -> SqlAdapter:
    """Return a store in the file at *path*. A committed write survives the death of the process.

    Raise StoreError if the file cannot be opened, or is not a database.
    """
    with translate_errors():
        return SqlAdapter(SqliteConnection(path), SQLITE_DIALECT)


class SqliteConnection:
    """A connection in autocommit mode: the adapter begins and ends transactions.

    Any thread may use it, one at a time. *factory* is the class of the connection.
    """

    def __init__(
        self,
        path: str,
        factory: type[sqlite3.Connection] = sqlite3.Connection,
    ) -> None:
        """Open the file at *path*, and create its directory if it does not exist.

        The connection is closed again if one of the pragmas fails. *factory* is the class of the
        connection.
        """
        if path != MEMORY_PATH:
            _require_file_path(Path(path))
            Path(path).parent.mkdir(
                parents=True,
                exist_ok=True,
            )
        self._path = path
        self._connection = sqlite3.connect(
            path,
            timeout=LOCK_TIMEOUT,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=512,
            factory=factory,
        )
        self._connection.create_function(
            "pfg_moment",
            1,
            to_microseconds,
            deterministic=True,
        )
        self._connection.create_function(
            "pfg_lower",
            1,
            _lower_text,
            deterministic=True,
        )
        with ExitStack() as stack:
            stack.callback(self._connection.close)
            for pragma in (f"page_size = {PAGE_SIZES.get(path, DEFAULT_PAGE_SIZE)}", *PRAGMAS):
                self._connection.execute(f"pragma {pragma}")
            stack.pop_all()

    def execute(
        self,
        statement: str,
        values: Sequence[Any] = (),
    ) -> list[SqlRow]:
        """See DatabaseConnection."""
        return self._connection.execute(statement, values).fetchall()

    def execute_many(
        self,
        statement: str,
        rows: Sequence[Sequence[Any]],
    ) -> None:
        """See DatabaseConnection."""
        self._connection.executemany(statement, rows)

    def execute_update(
        self,
        statement: str,
        values: Sequence[Any],
    ) -> int:
        """See DatabaseConnection."""
        return self._connection.execute(statement, values).rowcount

    def get_facts(self) -> dict[str, Any]:
        """See DatabaseConnection."""
        page_count = self._read_pragma("page_count")
        page_size = self._read_pragma("page_size")
        return {"database": self._path, "bytes": page_count * page_size}

    def count_changes(self) -> tuple[int, int]:
        """See DatabaseConnection."""
        own_changes = self._connection.total_changes
        if self._path == MEMORY_PATH:
            return own_changes, 0
        return own_changes, self._read_pragma("data_version")

    def close(self) -> None:
        """See DatabaseConnection."""
        self._connection.close()

    def _read_pragma(self, name: str) -> int:
        """Return the value of the pragma *name*."""
        value: int = self._connection.execute(f"pragma {name}").fetchone()[0]
        return value


@contextmanager
def translate_errors() -> Iterator[None]:
    """Return a scope that turns errors of SQLite into errors of the store."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise ConflictError(f"The request breaks a constraint: {error}.") from error
    except OverflowError as error:
        problem = {"path": "", "message": "a number is too large", "type": "too_large"}
        raise InvalidError(
            "SQLite cannot store the record: a number is too large.", problems=[problem]
        ) from error
    except sqlite3.DatabaseError as error:
        if not CORRUPT_FILE.search(str(error)):
            raise _make_use_error(error) from error
        raise StoreError(
            f"Cannot use the database: {error}.",
            hint="Start with --reset to move the file aside, or choose another one with --db-path.",
            is_corrupt=True,
        ) from error
    except (sqlite3.Error, OSError) as error:
        raise _make_use_error(error) from error


def _require_file_path(path: Path) -> None:
    """Raise StoreError if *path* is a pipe or a device, or a link out of the working directory."""
    try:
        require_plain_path(path)
    except OSError as error:
        raise StoreError(
            f"Cannot open the database {path}: {format_os_error(error)}.",
            hint="Choose another path with --db-path.",
            path=str(path),
        ) from error


def _make_use_error(error: Exception) -> StoreError:
    """Return the error that the database cannot be used."""
    return StoreError(
        f"Cannot use the database: {error}.",
        hint="Check that its file exists, is a SQLite database, and is writable.",
    )


def _lower_text(text: Any) -> Any:
    """Return *text* in lower case; another value as it is."""
    return text.lower() if isinstance(text, str) else text


def _quote_text(text: str) -> str:
    """Return *text* as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


def _format_path(column: Column) -> str:
    """Return the path of *column* in the syntax of SQLite's JSON functions."""
    return _quote_text("$" + "".join(f'."{part}"' for part in column.path))


def _has_json_path(column: Column) -> bool:
    """Return whether SQLite's path syntax can express the path: it has no escapes for these."""
    return not any('"' in part or "\\" in part for part in column.path)


def _format_value(column: Column) -> str:
    """Return an expression for the value of *column*. It looks up names that no path expresses."""
    if _has_json_path(column):
        return f"json_extract({BODY_COLUMN}, {_format_path(column)})"
    value = BODY_COLUMN
    for part in column.path:
        value = f"(select value from json_each({value}) where key = {_quote_text(part)})"
    return value


def _format_extract(column: Column) -> str:
    """Return the SQL expression of a value in the body, converted to compare by its kind."""
    value = _format_value(column)
    match column.kind:
        case "moment":
            return f"pfg_moment({value})"
        case "decimal":
            return f"cast({value} as real)"
        case _:
            return value


def _format_contains(column: Column) -> str:
    """Return the SQL condition that a list in the body contains the parameter."""
    if _has_json_path(column):
        array = f"{BODY_COLUMN}, {_format_path(column)}"
    else:
        array = _format_value(column)
    return f"exists (select 1 from json_each({array}) where json_each.value = ?)"


LOWER_TEMPLATE = (
    "case when length({0}) = length(cast({0} as blob)) then lower({0}) else pfg_lower({0}) end"
)
"""The lower case of a text: by SQLite if it is ASCII, which a call of Python would slow down."""

SQLITE_DIALECT = SqlDialect(
    placeholder="?",
    lock_clause="",
    escaped_percent="%",
    body_expression=f"cast({BODY_COLUMN} as blob)",
    # The length is an estimate for the query planner: it should prefer an index without the body.
    body_type="varchar(1000)",
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
    save_number="insert into pfg_numbers values (?, ?) on conflict (resource) do update"
    " set last = max(last, excluded.last)",
    save_snapshot="insert or replace into pfg_snapshots values (?, ?)",
    deferrable_clause="",
    lower_template=LOWER_TEMPLATE,
    contains_template="instr({text}, ?) > 0",
    # The texts of a record are taken apart only if its whole JSON contains the words: 37
    # milliseconds for 10,000 records instead of 240.
    search_condition=f"(instr(lower({BODY_COLUMN}), ?) > 0"
    f" or length({BODY_COLUMN}) <> length(cast({BODY_COLUMN} as blob)))"
    f" and exists (select 1 from json_tree({BODY_COLUMN})"
    f" where type = 'text' and instr({LOWER_TEMPLATE.format('value')}, ?) > 0)",
    has_search_filter=True,
    has_covering_index=True,
    has_small_nulls=True,
    has_temporary_copies=True,
    prefix_template="instr({text}, ?) = 1",
    column_types={
        "whole": "integer",
        "number": "real",
        "decimal": "real",
        "flag": "integer",
        "moment": "integer",
        "text": "text",
        "list": "text",
        "other": "text",
    },
    format_extract=_format_extract,
    format_contains=_format_contains,
    translate_errors=translate_errors,
)
