"""Rows in the tables of a database, whatever SQLAlchemy reaches.

The tables are read from the database itself, so no code of a model runs here. What was delivered is noted in a table
beside them, in the transaction that delivers it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.errors import PersistError, TransientError, suggest_nearest
from pytest_fixturegen.persistence.contract import (
    Batch,
    PersistenceContext,
    ResumableWriter,
    remembers,
)
from pytest_fixturegen.persistence.handlers.sql_rows import build_row_mapper

RETRYABLE_SQLSTATES = ("08", "40", "53", "55P03", "57P")
"""Beginnings of the SQL states that another try may change: connections, conflicts of transactions, too few resources,
locks, shutdowns [SQL:2023, PostgreSQL appendix A]."""


@remembers
def sql(
    context: PersistenceContext,
    *,
    url: str,
    tables: Mapping[str, str] | None = None,
    ledger: str = "pfg_delivered",
) -> Iterator[ResumableWriter]:
    """Insert each record as a row of its model's table in the database at *url*.

    *tables*: a table for each model that is not called like it. *ledger*: the table that notes what was delivered; a
    run that is resumed passes over it, a new one begins anew. One batch is one transaction.
    """
    alchemy = _import_sqlalchemy()
    logging.getLogger("psycopg").addHandler(logging.NullHandler())  # what it logs is what it raises
    with _open_engine(alchemy, url, context) as engine:
        with _translate_errors(alchemy, context):
            table = _reflect_table(alchemy, engine, context, tables or {})
            notes = _DeliveryLedger(alchemy, engine, ledger, context)
        rows, insert = build_row_mapper(context, table), table.insert()

        def write(batch: Batch) -> None:
            wanted = [
                rows.to_row(record)
                for place, record in enumerate(batch, batch.start)
                if not notes.has_position(place)
            ]
            with _translate_errors(alchemy, context), engine.begin() as connection:
                if wanted:
                    connection.execute(insert, wanted)
                notes.record_batch(connection, batch)

        yield ResumableWriter(write, notes.known)
        with _translate_errors(alchemy, context):
            _advance_sequence(alchemy, engine, table)


@contextmanager
def _open_engine(alchemy: ModuleType, url: str, context: PersistenceContext) -> Iterator[Any]:
    """An engine for *url*; its connections are closed after the block."""
    with _translate_errors(alchemy, context):
        engine = alchemy.create_engine(url, pool_pre_ping=True)
    try:
        yield engine
    finally:
        engine.dispose()


class _DeliveryLedger:
    """Which positions of one model's records are delivered."""

    def __init__(
        self, alchemy: ModuleType, engine: Any, name: str, context: PersistenceContext
    ) -> None:
        text, whole = alchemy.String(200), alchemy.BigInteger
        names = {"model": text, "seed": text, "variant": text, "first": whole, "stop": whole}
        columns = [alchemy.Column(each, kind, primary_key=True) for each, kind in names.items()]
        self.table = alchemy.Table(name, alchemy.MetaData(), *columns)
        self.same = {"model": context.model, "seed": str(context.seed), "variant": context.variant}
        mine = alchemy.and_(*(self.table.c[each] == value for each, value in self.same.items()))
        with engine.begin() as connection:
            self.table.create(connection, checkfirst=True)
            if not context.resume:
                connection.execute(self.table.delete().where(mine))
            self.known = [
                range(*row)
                for row in connection.execute(
                    alchemy.select(self.table.c.first, self.table.c.stop).where(mine)
                )
            ]

    def has_position(self, position: int) -> bool:
        """Whether the record at *place* was delivered before this run."""
        return any(position in each for each in self.known)

    def record_batch(self, connection: Any, batch: Batch) -> None:
        """Write down in the transaction of *connection* that *batch* is delivered."""
        connection.execute(
            self.table.insert(), {**self.same, "first": batch.start, "stop": batch.stop}
        )


def _merge_ranges(ranges: Iterable[range]) -> list[range]:
    """*ranges*, given in their order, as few as may be."""
    joined: list[range] = []
    for each in ranges:
        if joined and each.start <= joined[-1].stop:
            joined[-1] = range(joined[-1].start, max(each.stop, joined[-1].stop))
        else:
            joined.append(each)
    return joined


def _reflect_table(
    alchemy: ModuleType, engine: Any, context: PersistenceContext, tables: Mapping[str, str]
) -> Any:
    """The table of *context*'s model, as the database describes it."""
    known = alchemy.inspect(engine).get_table_names()
    wanted = tables.get(context.model) or context.table.get("name")
    names = (
        [wanted] if wanted else [context.model, context.model.lower(), to_snake_case(context.model)]
    )
    found = next((name for name in names if "." in name or name in known), None)
    if found is None:
        close = suggest_nearest(names[-1], known)
        raise PersistError(
            f"The database has no table {names[-1]!r} for {context.model}.",
            hint=f"Create it, or name another in the option 'tables'. {close}".strip(),
            model=context.model,
        )
    schema, _, name = found.rpartition(".")
    return alchemy.Table(
        name, alchemy.MetaData(), schema=schema or None, autoload_with=engine, resolve_fks=False
    )


def _advance_sequence(alchemy: ModuleType, engine: Any, table: Any) -> None:
    """Let PostgreSQL number its own rows after ours."""
    column = table.autoincrement_column
    if engine.dialect.name != "postgresql" or column is None:
        return
    highest = alchemy.select(alchemy.func.max(column)).scalar_subquery()
    sequence = alchemy.func.pg_get_serial_sequence(table.fullname, column.name)
    with engine.begin() as connection:
        if connection.scalar(alchemy.select(sequence)):
            connection.execute(alchemy.select(alchemy.func.setval(sequence, highest)))


def _import_sqlalchemy() -> ModuleType:
    try:
        import sqlalchemy
    except ImportError as error:
        raise PersistError(
            "sql needs SQLAlchemy, which is not installed.",
            hint="pip install 'pytest-fixturegen[sql]'",
        ) from error
    return sqlalchemy


@contextmanager
def _translate_errors(alchemy: ModuleType, context: PersistenceContext) -> Iterator[None]:
    """What SQLAlchemy raises within the block, as an error of ours: transient where another try may help."""
    try:
        yield
    except alchemy.exc.DBAPIError as error:
        words = " ".join(str(error.orig).split())
        state = getattr(error.orig, "sqlstate", None) or ""
        if _is_retryable(alchemy, error, state, words):
            raise TransientError(f"The database: {words}", sqlstate=state or None) from error
        raise PersistError(
            f"The database: {words}",
            hint=_suggest_fix(alchemy, error, context),
            sqlstate=state or None,
        ) from error
    except alchemy.exc.NoSuchModuleError as error:
        raise PersistError(
            f"url names no database: {error}", hint="Write it as dialect+driver://user@host/name."
        ) from error
    except (alchemy.exc.SQLAlchemyError, ImportError) as error:
        words = str(error).splitlines()[0]
        raise PersistError(
            f"The database cannot be used: {words}", hint="Look at url and the installed drivers."
        ) from error


def _is_retryable(alchemy: ModuleType, error: Any, state: str, message: str) -> bool:
    if "sqlite" in type(error.orig).__module__:
        return "locked" in message
    unnamed = not state and isinstance(error, alchemy.exc.OperationalError)
    return bool(error.connection_invalidated) or state.startswith(RETRYABLE_SQLSTATES) or unnamed


def _suggest_fix(alchemy: ModuleType, error: Any, context: PersistenceContext) -> str:
    if not isinstance(error, alchemy.exc.IntegrityError):
        return "The words are the database's."
    if "foreign" in str(error.orig).lower():
        return "--with-related delivers the rows that these point to; --link says where a field points."
    return f"Rows with these keys are there: empty the table of {context.model}, use another --seed, or --resume."
