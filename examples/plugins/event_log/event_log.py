"""Plugin: an append-only log of events, in which each seal includes the previous one."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from pytest_fixturegen import TransientError, hookimpl

if TYPE_CHECKING:
    from pytest_fixturegen import Batch, PersistenceContext
    from pytest_fixturegen.plugins.registries import Registry

SCHEMA = """
create table if not exists events
    (number integer primary key, batch text, model text, body text, seal text);
create trigger if not exists unchanged before update on events
    begin select raise(abort, 'the log only grows'); end;
create trigger if not exists kept before delete on events
    begin select raise(abort, 'the log only grows'); end;
"""


@hookimpl
def pfg_register_persistence_handlers(registry: Registry) -> None:
    """Register the handler ``event-log``, whose option is ``database``."""
    registry.add("event-log", "event_log:event_log")


def event_log(context: PersistenceContext, *, database: str) -> Iterator[Callable[[Batch], None]]:
    """Append each record to the log in the file *database*. A batch is one transaction."""
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(SCHEMA)

        def write(batch: Batch) -> None:
            try:
                with connection:
                    append(connection, context.model, batch)
            except sqlite3.OperationalError as error:  # another process is writing
                raise TransientError(str(error)) from error

        yield write


def append(connection: sqlite3.Connection, model: str, batch: Batch) -> None:
    """Write the events of *batch*, unless the log contains them."""
    if connection.execute("select 1 from events where batch = ?", (batch.key,)).fetchone():
        return
    last = connection.execute("select seal from events order by number desc limit 1").fetchone()
    seal = last[0] if last else ""
    for line in batch.lines:
        seal = sealed(seal, line)
        row = (batch.key, model, line.decode(), seal)
        connection.execute("insert into events (batch, model, body, seal) values (?, ?, ?, ?)", row)


def sealed(before: str, line: bytes) -> str:
    """Return the seal of the event *line*, which follows an event with the seal *before*."""
    return hashlib.sha256(before.encode() + line).hexdigest()
