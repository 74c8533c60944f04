"""Handler that keeps the JSON of each record as a row of a SQLite table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Literal

from pytest_fixturegen._internal.regular_files import require_plain_path
from pytest_fixturegen.errors import PersistError, TransientError, format_os_error
from pytest_fixturegen.persistence.contract import (
    Batch,
    PersistenceContext,
    ResumableWriter,
    remembers,
)
from pytest_fixturegen.persistence.handlers.model_digests import (
    CREATE_DIGESTS_SQL,
    DIGEST_TABLE,
    is_same_model,
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

FIND_TABLE_SQL = "select 1 from sqlite_master where type = 'table' and name = ?"
DIGEST_KEY_SQL = "records = ? and model = ? and seed = ? and variant = ?"
FIND_DIGEST_SQL = f"select digest from {DIGEST_TABLE} where {DIGEST_KEY_SQL}"
RECORD_DIGEST_SQL = f"insert or replace into {DIGEST_TABLE} values (?, ?, ?, ?, ?)"
DELETE_ROWS_SQL = "delete from {table} where model = ? and seed = ? and variant = ?"

ERROR_HINTS = {
    "disk is full": "Make room on the disk; then --resume sends the rest.",
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
    database: Path,
    table: str = "records",
    ensure_table: bool = True,
    journal_mode: JournalMode = "wal",
    lock_timeout: float = 5.0,
) -> Iterator[ResumableWriter]:
    """Keep each record as a row of *table* in the file *database*, whose folder may be missing.

    The columns are model, seed, variant, position and body. One batch is one transaction; a record
    that exists already is replaced, not repeated. *lock_timeout* is the number of seconds that a
    try waits while another process has locked the database.
    """
    insert = INSERT_SQL.format(table=quote_name(table))
    row_key = (
        context.model,
        str(context.seed),
        context.variant,
    )
    name = str(database)
    with closing(_open_connection(database, lock_timeout)) as connection:
        try:
            _prepare_table(connection, table, journal_mode, ensure_table=ensure_table)
            _record_digest(connection, name, table, context)
        except sqlite3.Error as error:
            raise _build_sqlite_error(error, name) from error

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
                raise _build_sqlite_error(error, name) from error

        known = _find_known_ranges(connection, table, row_key) if context.resume else ()
        yield ResumableWriter(write, known)


def quote_name(name: str) -> str:
    """Return *name* quoted for SQL."""
    return '"' + name.replace('"', '""') + '"'


def _open_connection(database: Path, timeout: float) -> sqlite3.Connection:
    """Return a connection that waits *timeout* seconds for a lock, and create missing folders.

    Raises PersistError if the file cannot be opened.
    """
    try:
        require_plain_path(database)
        database.parent.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(database, timeout=timeout)
    except OSError as error:
        raise PersistError(
            f"{database} cannot be written: {format_os_error(error)}.",
            hint="Choose another path in the option 'database'.",
            database=str(database),
        ) from error
    except sqlite3.Error as error:
        raise _build_sqlite_error(error, str(database)) from error


def _prepare_table(
    connection: sqlite3.Connection,
    table: str,
    journal_mode: str,
    *,
    ensure_table: bool,
) -> None:
    """Set the journal mode, and create the tables if *ensure_table*."""
    connection.execute(f"pragma journal_mode = {journal_mode}")
    if ensure_table:
        connection.execute(CREATE_TABLE_SQL.format(table=quote_name(table)))
        connection.execute(CREATE_DIGESTS_SQL.format(digests=DIGEST_TABLE))
    # Fails early if the table is missing.
    connection.execute(f"select 1 from {quote_name(table)} limit 1").fetchall()


def _record_digest(
    connection: sqlite3.Connection,
    database: str,
    table: str,
    context: PersistenceContext,
) -> None:
    """Record the digest of the model, and delete rows of the model as it was before.

    Raises PersistError if a resumed run finds such rows. Without the table of digests, which only
    ensure_table creates, nothing is compared.
    """
    if not connection.execute(FIND_TABLE_SQL, (DIGEST_TABLE,)).fetchall():
        return
    row_key = (
        context.model,
        str(context.seed),
        context.variant,
    )
    digest_key = (table, *row_key)
    recorded = connection.execute(FIND_DIGEST_SQL, digest_key).fetchone()
    if recorded == (context.schema_digest,):
        return  # without a lock for writing
    with connection:
        connection.execute("begin immediate")
        recorded = connection.execute(FIND_DIGEST_SQL, digest_key).fetchone()
        if not is_same_model(context, recorded and recorded[0], f"The table {table} of {database}"):
            connection.execute(
                DELETE_ROWS_SQL.format(table=quote_name(table)),
                row_key,
            )
        connection.execute(RECORD_DIGEST_SQL, (*digest_key, context.schema_digest))


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
    return PersistError(
        f"{database}: {message}.",
        hint=hints[0],
        database=database,
    )
