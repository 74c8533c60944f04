"""Rows of a SQLite database, each the JSON of a record."""

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
    model text not null, seed text not null, variant text not null, position integer not null, body text not null,
    primary key (model, seed, variant, position)
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
"""Runs of consecutive positions: what is left out between them was not delivered."""

ERROR_HINTS = {
    "readonly": "Make the file and its folder writable.",
    "no such table": "Create it, or set ensure_table to true.",
    "constraint": "The table asks for what these records do not keep.",
    "not a database": "Name another file.",
}


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
    """Keep each record as a row of *table* in the file *database*: model, seed, variant, position, body.

    One batch is one transaction, and a record that is there already is not there twice. *lock_timeout*: seconds that a
    try waits for whoever has locked the database.
    """
    insert = INSERT_SQL.format(table=quote_name(table))
    same = (context.model, str(context.seed), context.variant)
    with closing(_open_connection(database, lock_timeout)) as connection:
        _prepare_table(connection, database, table, journal_mode, ensure_table=ensure_table)

        def write(batch: Batch) -> None:
            rows = [
                (*same, batch.start + place, line.decode())
                for place, line in enumerate(batch.lines)
            ]
            try:
                with connection:
                    connection.executemany(insert, rows)
            except sqlite3.Error as error:
                raise _build_sqlite_error(error, database) from error

        yield ResumableWriter(
            write, _find_known_ranges(connection, table, same) if context.resume else ()
        )


def quote_name(name: str) -> str:
    """*name* as SQL writes a name."""
    return '"' + name.replace('"', '""') + '"'


def _open_connection(database: str, timeout: float) -> sqlite3.Connection:
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
    try:
        connection.execute(f"pragma journal_mode = {journal_mode}")
        if ensure_table:
            connection.execute(CREATE_TABLE_SQL.format(table=quote_name(table)))
        connection.execute(f"select 1 from {quote_name(table)} limit 1").fetchall()
    except sqlite3.Error as error:
        raise _build_sqlite_error(error, database) from error


def _find_known_ranges(
    connection: sqlite3.Connection, table: str, row_key: tuple[str, ...]
) -> list[range]:
    return [
        range(first, last + 1)
        for first, last in connection.execute(
            KNOWN_RANGES_SQL.format(table=quote_name(table)), row_key
        )
    ]


def _build_sqlite_error(error: sqlite3.Error, database: str) -> PersistError:
    words = str(error)
    if "locked" in words or "busy" in words:
        return TransientError(
            f"{database}: {words}.",
            hint="Another process holds it; --resume sends the rest.",
            database=database,
        )
    hint = next(
        (hint for part, hint in ERROR_HINTS.items() if part in words),
        "Look at the path and the permissions of the file.",
    )
    return PersistError(f"{database}: {words}.", hint=hint, database=database)
