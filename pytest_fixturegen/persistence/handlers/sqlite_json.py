"""Handler that keeps the JSON of each record as a row of a SQLite table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Literal

from pytest_fixturegen.errors import PersistError, TransientError
from pytest_fixturegen.persistence.contract import (
    Batch,
    PersistenceContext,
    ResumableWriter,
    remembers,
)

JournalMode = Literal["wal", "delete", "truncate", "persist", "memory", "off"]

CREATE_TABLE_SQL = """
create table if not exists {table} (
    model text not null, seed text not null, variant text not null, position integer not null,
    body text not null, primary key (model, seed, variant, position)
) without rowid
"""
INSERT_SQL = """
insert into {table} (model, seed, variant, position, body) values (?, ?, ?, ?, ?)
on conflict (model, seed, variant, position) do update set body = excluded.body
"""

KNOWN_RANGES_SQL = """
select min(position), max(position) from (
    select position, position - row_number() over (order by position) as island from {table}
    where model = ? and seed = ? and variant = ?
) group by island
"""
"""Finds runs of consecutive positions; the gaps between them were not delivered."""

ERROR_HINTS = {
    "readonly": "Make the file and its folder writable.",
    "no such table": "Create it, or set ensure_table to true.",
    "constraint": "The table has a constraint that these records break.",
    "not a database": "Name another file.",
}
"""Hints by a part of SQLite's message."""


@remembers
def sqlite_json(
    context: PersistenceContext,
    *,
    database: str,
    table: str = "records",
    ensure_table: bool = True,
    journal_mode: JournalMode = "wal",
    lock_timeout: float = 5.0,
) -> Iterator[ResumableWriter]:
    """Keep each record as a row of *table* in the file *database*.

    The columns are model, seed, variant, position and body. One batch is one transaction; a record
    that exists already is replaced, not repeated. *lock_timeout* is the number of seconds that a
    try waits while another process has locked the database.
    """
    insert = INSERT_SQL.format(table=quote_name(table))
    row_key = (context.model, str(context.seed), context.variant)
    with closing(_open_connection(database, lock_timeout)) as connection:
        _prepare_table(
            connection,
            database,
            table,
            journal_mode,
            ensure_table=ensure_table,
        )

        def write(batch: Batch) -> None:
            """Write *batch* in one transaction; rows with the same key are replaced."""
            rows = [
                (*row_key, position, line.decode())
                for position, line in enumerate(batch.lines, batch.start)
            ]
            try:
                with connection:
                    connection.executemany(insert, rows)
            except sqlite3.Error as error:
                raise _build_sqlite_error(error, database) from error

        known = _find_known_ranges(connection, table, row_key) if context.resume else ()
        yield ResumableWriter(write, known)


def quote_name(name: str) -> str:
    """Return *name* quoted for SQL."""
    return '"' + name.replace('"', '""') + '"'


def _open_connection(database: str, timeout: float) -> sqlite3.Connection:
    """Return a connection that waits *timeout* seconds for a lock.

    Raises PersistError if the file cannot be opened.
    """
    try:
        return sqlite3.connect(database, timeout=timeout)
    except sqlite3.Error as error:
        raise _build_sqlite_error(error, database) from error


def _prepare_table(
    connection: sqlite3.Connection,
    database: str,
    table: str,
    journal_mode: str,
    *,
    ensure_table: bool,
) -> None:
    """Set the journal mode, and create the table if *ensure_table*.

    Raises PersistError if the table is missing, TransientError if the file is locked.
    """
    try:
        connection.execute(f"pragma journal_mode = {journal_mode}")
        if ensure_table:
            connection.execute(CREATE_TABLE_SQL.format(table=quote_name(table)))
        # Fails early if the table is missing.
        connection.execute(f"select 1 from {quote_name(table)} limit 1").fetchall()
    except sqlite3.Error as error:
        raise _build_sqlite_error(error, database) from error


def _find_known_ranges(
    connection: sqlite3.Connection,
    table: str,
    row_key: tuple[str, ...],
) -> list[range]:
    """Return the runs of consecutive positions that the table has for *row_key*."""
    query = KNOWN_RANGES_SQL.format(table=quote_name(table))
    return [range(first, last + 1) for first, last in connection.execute(query, row_key)]


def _build_sqlite_error(error: sqlite3.Error, database: str) -> PersistError:
    """Return *error* as a TransientError if a lock caused it, or else as a PersistError."""
    message = str(error)
    if "locked" in message or "busy" in message:
        return TransientError(
            f"{database}: {message}.",
            hint="Another process has locked it; --resume sends the rest.",
            database=database,
        )
    hints = [hint for part, hint in ERROR_HINTS.items() if part in message]
    hints.append("Check the path and the permissions of the file.")
    return PersistError(f"{database}: {message}.", hint=hints[0], database=database)
