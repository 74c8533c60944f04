"""Ledger of the handler ``sql``: the batches that were delivered, and who delivers now."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from pytest_fixturegen.persistence.contract import Batch, PersistenceContext, compute_digest
from pytest_fixturegen.persistence.destination_locks import build_busy_error, lock_destination
from pytest_fixturegen.persistence.handlers.model_digests import is_same_model

DIGEST_SUFFIX = "_models"
"""Suffix of the table that has the digest of each model in the ledger."""

PROCESS_PREFIX = "pfg persist, process "
"""Beginning of the application name of a session that holds the lock; the process id follows."""

FIND_OWNER_SQL = """
select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
where l.locktype = 'advisory' and l.granted and l.objsubid = 1
and ((l.classid::bigint << 32) | l.objid::bigint) = :key
"""


class DeliveryLedger:
    """The delivered ranges of one model's records, in the table *name*."""

    def __init__(
        self,
        alchemy: ModuleType,
        engine: Any,
        name: str,
        context: PersistenceContext,
    ) -> None:
        """Create the tables if they are missing, and read the ranges of earlier runs.

        A run that does not resume deletes the entries of the same data first. Raises PersistError
        if a resumed run finds entries of the model as it was before.
        """
        text = alchemy.String(200)
        integer = alchemy.BigInteger
        types = {
            "model": text,
            "seed": text,
            "variant": text,
            "first": integer,
            "stop": integer,
        }
        metadata = alchemy.MetaData()
        self.table = alchemy.Table(
            name,
            metadata,
            *_make_columns(alchemy, types),
        )
        digest_types = {"model": text, "seed": text, "variant": text}
        digests = alchemy.Table(
            f"{name}{DIGEST_SUFFIX}",
            metadata,
            *_make_columns(alchemy, digest_types),
            alchemy.Column("digest", text),
        )
        self.row_key = {
            "model": context.model,
            "seed": str(context.seed),
            "variant": context.variant,
        }
        select_ranges = alchemy.select(
            self.table.c.first,
            self.table.c.stop,
        )
        with engine.begin() as connection:
            metadata.create_all(connection, checkfirst=True)
            if not context.resume:
                connection.execute(self.table.delete().where(self._match_data(alchemy, self.table)))
            matching = select_ranges.where(self._match_data(alchemy, self.table))
            self.known = [range(*row) for row in connection.execute(matching)]
            is_same_data = self._match_data(alchemy, digests)
            select_digest = alchemy.select(digests.c.digest).where(is_same_data)
            recorded = connection.scalar(select_digest) if self.known else None
            is_same_model(context, recorded, f"The ledger {name}")
            connection.execute(digests.delete().where(is_same_data))
            entry = {**self.row_key, "digest": context.schema_digest}
            connection.execute(digests.insert(), entry)

    def has_position(self, position: int) -> bool:
        """Return whether an earlier run delivered the record at *position*."""
        return any(position in known for known in self.known)

    def record_batch(
        self,
        connection: Any,
        batch: Batch,
    ) -> None:
        """Add *batch* to the ledger, in the transaction of *connection*."""
        entry = {
            **self.row_key,
            "first": batch.start,
            "stop": batch.stop,
        }
        connection.execute(self.table.insert(), entry)

    def _match_data(
        self,
        alchemy: ModuleType,
        table: Any,
    ) -> Any:
        """Return the condition that a row of *table* belongs to the data of this run."""
        return alchemy.and_(*(table.c[column] == value for column, value in self.row_key.items()))


def _make_columns(alchemy: ModuleType, types: dict[str, Any]) -> list[Any]:
    """Return a column of the primary key for each of *types*."""
    return [alchemy.Column(column, kind, primary_key=True) for column, kind in types.items()]


@contextmanager
def lock_ledger(
    alchemy: ModuleType,
    engine: Any,
    ledger: str,
    context: PersistenceContext,
) -> Iterator[None]:
    """Keep other runs with the same data away from *ledger* within the block.

    SQLite is locked by a file next to its database, PostgreSQL by an advisory lock; other databases
    have only the primary key of the ledger, which refuses a batch that another run has delivered.
    Raise PersistError, which names the other process, if the ledger is locked.
    """
    identity = compute_digest([ledger, context.model, context.seed, context.variant])[:16]
    database = engine.url.database
    if engine.dialect.name == "sqlite" and database and database != ":memory:":
        path = Path(database)
        with lock_destination(path.with_name(f"{path.name}-{identity}")):
            yield
    elif engine.dialect.name == "postgresql":
        with _lock_postgres(alchemy, engine, identity, f"{database}, table {ledger}"):
            yield
    else:
        yield


@contextmanager
def _lock_postgres(
    alchemy: ModuleType,
    engine: Any,
    identity: str,
    place: str,
) -> Iterator[None]:
    """Hold the advisory lock *identity* in a separate session, which ends with the process."""
    key = int(identity, 16) >> 1  # keys are positive numbers of 63 bits
    set_name = alchemy.text("select set_config('application_name', :name, false)")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(set_name, {"name": f"{PROCESS_PREFIX}{os.getpid()}"})
        take_lock = alchemy.text("select pg_try_advisory_lock(:key)")
        if not connection.scalar(take_lock, {"key": key}):
            owner = str(connection.scalar(alchemy.text(FIND_OWNER_SQL), {"key": key}) or "")
            raise build_busy_error(place, owner.removeprefix(PROCESS_PREFIX))
        try:
            yield
        finally:
            connection.invalidate()  # closes the session, and with it the lock
