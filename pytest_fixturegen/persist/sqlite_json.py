"""Rows of a SQLite database, each the JSON of a record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Literal

from pytest_fixturegen.errors import PersistError, TransientError
from pytest_fixturegen.persist.contract import Batch, PersistenceContext, Remembered, remembers

Journaling = Literal["wal", "delete", "truncate", "persist", "memory", "off"]

TABLE = """
create table if not exists {table} (
    model text not null, seed text not null, variant text not null, position integer not null, body text not null,
    primary key (model, seed, variant, position)
) without rowid
"""
INSERT = """
insert into {table} (model, seed, variant, position, body) values (?, ?, ?, ?, ?)
on conflict (model, seed, variant, position) do update set body = excluded.body
"""

KNOWN = """
select min(position), max(position) from (
    select position, position - row_number() over (order by position) as island from {table}
    where model = ? and seed = ? and variant = ?
) group by island
"""
"""Runs of consecutive positions: what is left out between them was not delivered."""

HINTS = {
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
    journal_mode: Journaling = "wal",
    lock_timeout: float = 5.0,
) -> Iterator[Remembered]:
    """Keep each record as a row of *table* in the file *database*: model, seed, variant, position, body.

    One batch is one transaction, and a record that is there already is not there twice. *lock_timeout*: seconds that a
    try waits for whoever has locked the database.
    """
    insert = INSERT.format(table=quoted(table))
    same = (context.model, str(context.seed), context.variant)
    with closing(_connected(database, lock_timeout)) as connection:
        _prepare(connection, database, table, journal_mode, ensure_table=ensure_table)

        def write(batch: Batch) -> None:
            rows = [(*same, batch.start + place, line.decode()) for place, line in enumerate(batch.lines)]
            try:
                with connection:
                    connection.executemany(insert, rows)
            except sqlite3.Error as error:
                raise _translated(error, database) from error

        yield Remembered(write, _known(connection, table, same) if context.resume else ())


def quoted(name: str) -> str:
    """*name* as SQL writes a name."""
    return '"' + name.replace('"', '""') + '"'


def _connected(database: str, timeout: float) -> sqlite3.Connection:
    try:
        return sqlite3.connect(database, timeout=timeout)
    except sqlite3.Error as error:
        raise _translated(error, database) from error


def _prepare(connection: sqlite3.Connection, database: str, table: str, mode: str, *, ensure_table: bool) -> None:
    try:
        connection.execute(f"pragma journal_mode = {mode}")
        if ensure_table:
            connection.execute(TABLE.format(table=quoted(table)))
        connection.execute(f"select 1 from {quoted(table)} limit 1").fetchall()
    except sqlite3.Error as error:
        raise _translated(error, database) from error


def _known(connection: sqlite3.Connection, table: str, same: tuple[str, ...]) -> list[range]:
    return [range(first, last + 1) for first, last in connection.execute(KNOWN.format(table=quoted(table)), same)]


def _translated(error: sqlite3.Error, database: str) -> PersistError:
    words = str(error)
    if "locked" in words or "busy" in words:
        return TransientError(
            f"{database}: {words}.", hint="Another process holds it; --resume sends the rest.", database=database
        )
    hint = next((hint for part, hint in HINTS.items() if part in words), "Look at the path and the permissions of the file.")
    return PersistError(f"{database}: {words}.", hint=hint, database=database)
