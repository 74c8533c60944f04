"""Handler that keeps the JSON of each record as a row of a PostgreSQL table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from pytest_fixturegen.errors import PersistError, TransientError
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

if TYPE_CHECKING:
    import psycopg

ColumnType = Literal["text", "json", "jsonb"]
CREATE_TABLE_SQL = """
create table if not exists {table} (
    model text not null, seed numeric not null, variant text not null, position bigint not null,
    body {kind} not null, primary key (model, seed, variant, position)
)
"""
CREATE_STAGING_SQL = """
create temporary table if not exists {staging} (position bigint, body {kind})
on commit delete rows
"""
COPY_STAGING_SQL = "copy {staging} (position, body) from stdin"
COPY_SQL = "copy {table} (model, seed, variant, position, body) from stdin"
UPSERT_SQL = """
insert into {table} (model, seed, variant, position, body)
select %s, %s, %s, position, body from {staging}
on conflict (model, seed, variant, position) do update set body = excluded.body
"""
KNOWN_RANGES_SQL = """
select min(position), max(position) from (
    select position, position - row_number() over (order by position) as island from {table}
    where model = %s and seed = %s and variant = %s
) as islands group by island
"""
"""Finds runs of consecutive positions; the gaps between them were not delivered."""

LOCK_SETUP_SQL = "select pg_advisory_xact_lock(hashtext('pytest-fixturegen setup'))"
"""Two sessions that create the same table at once would conflict, "if not exists" or not."""

DIGEST_KEY_SQL = "records = %s and model = %s and seed = %s and variant = %s"
FIND_DIGEST_SQL = f"select digest from {{digests}} where {DIGEST_KEY_SQL} for update"
RECORD_DIGEST_SQL = """
insert into {digests} (records, model, seed, variant, digest) values (%s, %s, %s, %s, %s)
on conflict (records, model, seed, variant) do update set digest = excluded.digest
"""
DELETE_ROWS_SQL = "delete from {table} where model = %s and seed = %s and variant = %s"

WRONG_PASSWORDS = ("password authentication failed", "no password supplied")
"""Messages of connections that no other try will open; they have no SQL state."""

RETRYABLE_SQLSTATES = ("08", "40", "53", "55P03", "57P")
"""Beginnings of the SQL states that another try may change [PostgreSQL, appendix A].

They mean connections, transaction conflicts, too few resources, locks and shutdowns.
"""

SQLSTATE_HINTS = {
    "42P01": "Create the table, or set ensure_table to true.",
    "28P01": "Check the password in dsn.",
    "42501": "Grant the role in dsn the right to write to the table.",
    "25006": "Name a server in dsn that accepts writes.",
}

STAGING_TABLE = "pfg_staging"
"""The temporary table of a connection."""


@remembers
def postgres_json(
    context: PersistenceContext,
    *,
    dsn: str,
    table: str = "records",
    ensure_table: bool = True,
    column_type: ColumnType = "text",
) -> Iterator[ResumableWriter]:
    """Keep each record as a row of *table*: model, seed, variant, position, body.

    *dsn* is a connection string of libpq. The *column_type* ``text`` or ``json`` keeps the bytes of
    the body. A record that exists already is replaced, not repeated.
    """
    schema, dot, _ = table.rpartition(".")
    names = {
        "table": _quote_name(table),
        "digests": _quote_name(f"{schema}{dot}{DIGEST_TABLE}"),
        "staging": STAGING_TABLE,
        "kind": column_type,
    }
    setup = [f"select 1 from {names['table']} limit 1"]
    if ensure_table:
        creation = [CREATE_TABLE_SQL, CREATE_DIGESTS_SQL]
        setup = [
            LOCK_SETUP_SQL,
            *(statement.format(**names) for statement in creation),
            *setup,
        ]
    with _translate_errors():
        connector = PostgresConnector(dsn, setup)
    row_key = (
        context.model,
        str(context.seed),
        context.variant,
    )
    writer = PostgresBatchWriter(connector, names, row_key)

    def write(batch: Batch) -> None:
        with _translate_errors():
            writer.write_batch(batch)

    with closing(connector):
        with _translate_errors():
            _record_digest(connector, names, table, context)
        known: list[range] = []
        if context.resume:
            known = _find_known_ranges(
                connector,
                KNOWN_RANGES_SQL.format(**names),
                row_key,
            )
        yield ResumableWriter(write, known)


class PostgresBatchWriter:
    """Writes batches of one model, seed and variant, the *row_key*, into a table.

    A batch is one COPY into the table. After the first conflict with an existing record, batches
    go through a temporary table in one transaction, which replaces existing records.
    """

    def __init__(
        self,
        connector: PostgresConnector,
        sql_names: dict[str, str],
        row_key: tuple[str, str, str],
    ) -> None:
        """Prepare the statements with the quoted *sql_names*; nothing is executed yet."""
        self.row_key = row_key
        self._connector = connector
        self._is_direct = True
        self._copy = COPY_SQL.format(**sql_names)
        self._create_staging = CREATE_STAGING_SQL.format(**sql_names)
        self._copy_staging = COPY_STAGING_SQL.format(**sql_names)
        self._upsert = UPSERT_SQL.format(**sql_names)

    def write_batch(self, batch: Batch) -> None:
        """Write *batch* in one transaction."""
        from psycopg.errors import UniqueViolation

        if self._is_direct:
            try:
                return self._copy_batch(batch)
            except UniqueViolation:
                self._is_direct = False
        return self._upsert_batch(batch)

    def _copy_batch(self, batch: Batch) -> None:
        """Append *batch* with one COPY.

        Raises UniqueViolation if the table has one of its records.
        """
        with (
            self._connector.use_connection() as connection,
            connection.cursor() as cursor,
            cursor.copy(self._copy.encode()) as copy,
        ):
            copy.write(format_copy_rows(batch, self.row_key))

    def _upsert_batch(self, batch: Batch) -> None:
        """Write *batch* through a temporary table, and replace the records that exist already."""
        with (
            self._connector.use_connection() as connection,
            connection.transaction(),
            connection.cursor() as cursor,
        ):
            cursor.execute(self._create_staging.encode())
            with cursor.copy(self._copy_staging.encode()) as copy:
                copy.write(format_copy_rows(batch))
            cursor.execute(self._upsert.encode(), self.row_key)


class PostgresConnector:
    """A connection to *dsn* that is opened again after it broke.

    Each new connection executes *setup_statements* first.
    """

    def __init__(
        self,
        dsn: str,
        setup_statements: Sequence[str],
    ) -> None:
        """Open the first connection, so that a wrong *dsn* fails before the first batch."""
        self._dsn = dsn
        self._setup_statements = setup_statements
        self._connection = self._open_connection()

    @contextmanager
    def use_connection(self) -> Iterator[psycopg.Connection[Any]]:
        """Yield the connection, a new one if the last is known to be closed."""
        if self._connection.closed:
            self._connection = self._open_connection()
        yield self._connection

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _open_connection(self) -> psycopg.Connection[Any]:
        """Return a new connection that has executed the setup; one whose setup fails is closed."""
        connection: psycopg.Connection[Any] = _import_psycopg().connect(self._dsn, autocommit=True)
        with ExitStack() as on_failure:
            on_failure.callback(connection.close)
            with connection.transaction():
                for statement in self._setup_statements:
                    connection.execute(statement.encode())
            on_failure.pop_all()
        return connection


def format_copy_rows(batch: Batch, row_key: tuple[str, ...] = ()) -> bytes:
    """Return the rows of *batch* in the text format of COPY: *row_key*, position and line.

    JSON on one line contains no tab and no line end, so only backslashes need an escape.
    """
    prefix = "".join(f"{part}\t" for part in row_key).encode()
    rows = [
        b"%b%d\t%b\n" % (prefix, position, line)
        for position, line in enumerate(batch.lines, batch.start)
    ]
    return b"".join(rows).replace(b"\\", b"\\\\")


def _record_digest(
    connector: PostgresConnector,
    sql_names: dict[str, str],
    table: str,
    context: PersistenceContext,
) -> None:
    """Record the digest of the model, and delete rows of the model as it was before.

    Raises PersistError if a resumed run finds such rows. Without the table of digests, which only
    ensure_table creates, nothing is compared.
    """
    row_key = (
        context.model,
        str(context.seed),
        context.variant,
    )
    digest_key = (table, *row_key)

    def fill_names(statement: str) -> bytes:
        return statement.format(**sql_names).encode()

    with connector.use_connection() as connection:
        found = connection.execute("select to_regclass(%s)", (sql_names["digests"],)).fetchone()
        if found is None or found[0] is None:
            return
        with connection.transaction():
            recorded = connection.execute(fill_names(FIND_DIGEST_SQL), digest_key).fetchone()
            if not is_same_model(context, recorded and recorded[0], f"The table {table}"):
                connection.execute(fill_names(DELETE_ROWS_SQL), row_key)
            record = (*digest_key, context.schema_digest)
            connection.execute(fill_names(RECORD_DIGEST_SQL), record)


def _find_known_ranges(
    connector: PostgresConnector,
    query: str,
    row_key: tuple[Any, ...],
) -> list[range]:
    """Return the runs of consecutive positions that the table has for *row_key*."""
    with _translate_errors(), connector.use_connection() as connection:
        rows = connection.execute(query.encode(), row_key)
        return [range(first, last + 1) for first, last in rows]


def _quote_name(name: str) -> str:
    """Return *name* quoted for SQL; ``schema.table`` is quoted as two names."""
    return ".".join('"' + part.replace('"', '""') + '"' for part in name.split("."))


def _import_psycopg() -> ModuleType:
    """Return the driver. Raises PersistError if the extra that contains it is not installed."""
    try:
        import psycopg
    except ImportError as error:
        raise PersistError(
            "postgres-json needs psycopg, which is not installed.",
            hint="pip install 'pytest-fixturegen[postgres]'",
        ) from error
    return psycopg


@contextmanager
def _translate_errors() -> Iterator[None]:
    """Translate what the driver raises within the block.

    The error is a TransientError if another try may succeed, or else a PersistError.
    """
    driver = _import_psycopg()
    try:
        yield
    except driver.Error as error:
        state = error.sqlstate or ""
        message = " ".join(str(error).split()) or type(error).__name__
        facts = {"sqlstate": error.sqlstate}
        # A connection that could not be opened has no SQL state.
        has_no_connection = not state and isinstance(error, driver.OperationalError)
        if has_no_connection and any(words in message for words in WRONG_PASSWORDS):
            hint = SQLSTATE_HINTS["28P01"]
            raise PersistError(f"PostgreSQL: {message}", hint=hint, **facts) from error
        if has_no_connection or state.startswith(RETRYABLE_SQLSTATES):
            raise TransientError(f"PostgreSQL: {message}", **facts) from error
        hint = SQLSTATE_HINTS.get(state, "The server raised this error.")
        raise PersistError(f"PostgreSQL: {message}", hint=hint, **facts) from error
