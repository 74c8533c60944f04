"""Handler that inserts rows into the tables of any database that SQLAlchemy supports.

It reads the tables from the database, so that no code of a model runs here. A ledger table lists
the delivered batches; each batch and its entry are one transaction.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.regular_files import require_plain_path
from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.errors import PersistError, TransientError, format_os_error, suggest_nearest
from pytest_fixturegen.persistence.contract import (
    Batch,
    PersistenceContext,
    ResumableWriter,
    UnmappedModelError,
    remembers,
)
from pytest_fixturegen.persistence.handlers.sql_inserts import build_insert
from pytest_fixturegen.persistence.handlers.sql_ledger import DeliveryLedger, lock_ledger
from pytest_fixturegen.persistence.handlers.sql_rows import RowMapper, build_row_mapper

RETRYABLE_SQLSTATES = ("08", "40", "53", "55P03", "57P")
"""Beginnings of the SQL states that another try may change [SQL:2023; PostgreSQL, appendix A].

They mean connections, transaction conflicts, too few resources, locks and shutdowns.
"""


@remembers
def sql(
    context: PersistenceContext,
    *,
    url: str,
    tables: Mapping[str, str] | None = None,
    ledger: str = "pfg_delivered",
) -> Iterator[ResumableWriter]:
    """Insert each record as a row of its model's table in the database at *url*.

    A class whose hierarchy has several tables has a row in each, that of the base class first.

    *tables* names the table of each model that has another name than its table. *ledger* is the
    table that lists delivered batches: a resumed run skips them, a new run forgets them.
    """
    alchemy = _import_sqlalchemy()
    # psycopg logs what it also raises; without a handler, logging would print it.
    logging.getLogger("psycopg").addHandler(logging.NullHandler())
    with _open_engine(alchemy, url, context) as engine, ExitStack() as stack:
        with _translate_errors(alchemy, context):
            stack.enter_context(lock_ledger(alchemy, engine, ledger, context))
            targets = [
                _build_target(alchemy, engine, context, description, tables or {})
                for description in (*context.table.get("bases", ()), context.table)
            ]
            delivered = DeliveryLedger(alchemy, engine, ledger, context)

        def write(batch: Batch) -> None:
            """Insert the rows of *batch* that no earlier run has, with its entry in the ledger."""
            records = [
                record
                for position, record in enumerate(batch, batch.start)
                if not delivered.has_position(position)
            ]
            with _translate_errors(alchemy, context), engine.begin() as connection:
                for target in targets if records else ():
                    connection.execute(
                        target.insert,
                        list(map(target.mapper.to_row, records)),
                    )
                delivered.record_batch(connection, batch)

        yield ResumableWriter(write, delivered.known)
        with _translate_errors(alchemy, context):
            for target in targets:
                _advance_sequence(alchemy, engine, target.table)


@dataclass(frozen=True, slots=True)
class _InsertTarget:
    """A *table* that records go to, the *insert* into it, and the *mapper* to its rows."""

    table: Any
    insert: Any
    mapper: RowMapper


def _build_target(
    alchemy: ModuleType,
    engine: Any,
    context: PersistenceContext,
    description: Mapping[str, Any],
    tables: Mapping[str, str],
) -> _InsertTarget:
    """Return the target of the records in the table that *description* describes."""
    is_own = description is context.table
    table = _reflect_table(
        alchemy,
        engine,
        context,
        (is_own and tables.get(context.model)) or description.get("name"),
    )
    mapper = build_row_mapper(context, table, description)
    return _InsertTarget(table, build_insert(engine, table), mapper)


@contextmanager
def _open_engine(
    alchemy: ModuleType,
    url: str,
    context: PersistenceContext,
) -> Iterator[Any]:
    """Yield an engine for *url*, and close its connections after the block."""
    with _translate_errors(alchemy, context):
        engine = alchemy.create_engine(url, pool_pre_ping=True)
    _require_file_path(engine.url)
    try:
        yield engine
    finally:
        engine.dispose()


def _require_file_path(url: Any) -> None:
    """Raise PersistError if *url* names a database file that must not be opened, as a link."""
    name = url.database or ""
    if url.get_backend_name() != "sqlite" or name.startswith((":", "file:")):
        return
    try:
        require_plain_path(Path(name))
    except OSError as error:
        raise PersistError(
            f"{name} cannot be written: {format_os_error(error)}.",
            hint="Name another database in the option 'url'.",
            database=name,
        ) from error


def _reflect_table(
    alchemy: ModuleType,
    engine: Any,
    context: PersistenceContext,
    configured: str | None,
) -> Any:
    """Return the table *configured*, or that of the model of *context*, from the database.

    Raises PersistError if the database has no such table.
    """
    known = alchemy.inspect(engine).get_table_names()
    names = [
        context.model,
        context.model.lower(),
        to_snake_case(context.model),
    ]
    if configured:
        names = [configured]
    # A name with a schema cannot be looked up in the list, which has bare names.
    table_name = next(
        (name for name in names if "." in name or name in known),
        None,
    )
    if table_name is None:
        suggestion = suggest_nearest(names[-1], known)
        error_class = UnmappedModelError if context.has_tables else PersistError
        raise error_class(
            f"The database has no table {names[-1]!r} for {context.model}.",
            hint=f"Create it, or name another in the option 'tables'. {suggestion}".strip(),
            model=context.model,
        )
    schema, _, bare_name = table_name.rpartition(".")
    # SQLAlchemy warns of types that it does not know. Their values are sent as texts.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", alchemy.exc.SAWarning)
        return alchemy.Table(
            bare_name,
            alchemy.MetaData(),
            schema=schema or None,
            autoload_with=engine,
            resolve_fks=False,
        )


def _advance_sequence(
    alchemy: ModuleType,
    engine: Any,
    table: Any,
) -> None:
    """Let PostgreSQL number its next rows after the inserted ones."""
    column = table.autoincrement_column
    if engine.dialect.name != "postgresql" or column is None:
        return
    highest = alchemy.select(alchemy.func.max(column)).scalar_subquery()
    sequence = alchemy.func.pg_get_serial_sequence(table.fullname, column.name)
    with engine.begin() as connection:
        if connection.scalar(alchemy.select(sequence)):
            connection.execute(alchemy.select(alchemy.func.setval(sequence, highest)))


def _import_sqlalchemy() -> ModuleType:
    """Return SQLAlchemy. Raises PersistError if the extra that contains it is not installed."""
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
    """Translate what SQLAlchemy raises within the block.

    The error is a TransientError if another try may succeed, or else a PersistError.
    """
    try:
        yield
    except alchemy.exc.DBAPIError as error:
        message = " ".join(str(error.orig).split())
        state = getattr(error.orig, "sqlstate", None) or ""
        if _is_retryable(alchemy, error, state, message):
            raise TransientError(f"The database: {message}", sqlstate=state or None) from error
        raise PersistError(
            f"The database: {message}",
            hint=_suggest_fix(alchemy, error, context),
            sqlstate=state or None,
        ) from error
    except alchemy.exc.NoSuchModuleError as error:
        raise PersistError(
            f"url names an unknown database: {error}",
            hint="Write it as dialect+driver://user@host/name.",
        ) from error
    except (alchemy.exc.SQLAlchemyError, ImportError) as error:
        first_line = str(error).splitlines()[0]
        raise PersistError(
            f"The database cannot be used: {first_line}",
            hint="Check url and the installed drivers.",
        ) from error


def _is_retryable(
    alchemy: ModuleType,
    error: Any,
    state: str,
    message: str,
) -> bool:
    """Return whether another try may succeed: after locks, lost connections and conflicts.

    SQLite has no SQL states, so its message decides.
    """
    if "sqlite" in type(error.orig).__module__:
        return "locked" in message
    if error.connection_invalidated or state.startswith(RETRYABLE_SQLSTATES):
        return True
    return not state and isinstance(error, alchemy.exc.OperationalError)


def _suggest_fix(
    alchemy: ModuleType,
    error: Any,
    context: PersistenceContext,
) -> str:
    """Return a hint for a broken foreign key or a repeated key, or who raised any other error."""
    if not isinstance(error, alchemy.exc.IntegrityError):
        return "The database raised this error."
    if "foreign" in str(error.orig).lower():
        return (
            "Deliver the rows that these refer to with --with-related; --link says where a field "
            "refers to."
        )
    return (
        f"Rows with these keys exist already: empty the table of {context.model}, or use --resume "
        "if an earlier run of this command delivered them."
    )
