"""Rows of a PostgreSQL table, each the JSON of a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from pytest_fixturegen.errors import PersistError, TransientError
from pytest_fixturegen.persistence.contract import (
    Batch,
    PersistenceContext,
    ResumableWriter,
    remembers,
)

if TYPE_CHECKING:
    import psycopg

ColumnType = Literal["text", "json", "jsonb"]
CREATE_TABLE_SQL = """
create table if not exists {table} (
    model text not null, seed numeric not null, variant text not null, position bigint not null, body {kind} not null,
    primary key (model, seed, variant, position)
)
"""
CREATE_STAGING_SQL = "create temporary table if not exists {held} (position bigint, body {kind}) on commit delete rows"
COPY_STAGING_SQL = "copy {held} (position, body) from stdin"
COPY_SQL = "copy {table} (model, seed, variant, position, body) from stdin"
UPSERT_SQL = """
insert into {table} (model, seed, variant, position, body) select %s, %s, %s, position, body from {held}
on conflict (model, seed, variant, position) do update set body = excluded.body
"""
KNOWN_RANGES_SQL = """
select min(position), max(position) from (
    select position, position - row_number() over (order by position) as island from {table}
    where model = %s and seed = %s and variant = %s
) as islands group by island
"""
"""Runs of consecutive positions: what is left out between them was not delivered."""

RETRYABLE_SQLSTATES = ("08", "40", "53", "55P03", "57P")
"""Beginnings of the SQL states that another try may change: connections, conflicts of transactions, too few resources,
locks, shutdowns [PostgreSQL, appendix A]."""

SQLSTATE_HINTS = {
    "42P01": "Create the table, or set ensure_table to true.",
    "28P01": "Look at the password in dsn.",
    "42501": "Let the role in dsn write to the table.",
    "25006": "Name a server in dsn that can be written to.",
}

STAGING_TABLE = "copy {held} (position, body) from stdin"
COPY_SQL = "copy {table} (model, seed, variant, position, body) from stdin"
UPSERT_SQL = """
insert into {table} (model, seed, variant, position, body) select %s, %s, %s, position, body from {held}
on conflict (model, seed, variant, position) do update set body = excluded.body
"""
KNOWN_RANGES_SQL = """
select min(position), max(position) from (
    select position, position - row_number() over (order by position) as island from {table}
    where model = %s and seed = %s and variant = %s
) as islands group by island
"""
"""Runs of consecutive positions: what is left out between them was not delivered."""

RETRYABLE_SQLSTATES = ("08", "40", "53", "55P03", "57P")
"""Beginnings of the SQL states that another try may change: connections, conflicts of transactions, too few resources,
locks, shutdowns [PostgreSQL, appendix A]."""

SQLSTATE_HINTS = {
    "42P01": "Create the table, or set ensure_table to true.",
    "28P01": "Look at the password in dsn.",
    "42501": "Let the role in dsn write to the table.",
    "25006": "Name a server in dsn that can be written to.",
}

COPY_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
"""What the text format of COPY spells in another way."""

STAGING_TABLE = "pfg_held"
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

    A batch is one COPY. Once a record is there already, batches go by way of a temporary table, in one transaction, and
    what is there is not there twice. *dsn* is what libpq understands. *column_type*: ``text`` and ``json`` keep the bytes.
    """
    names = {"table": _quote_name(table), "held": STAGING_TABLE, "kind": column_type}
    there = f"select 1 from {names['table']} limit 1"
    with _translate_errors():
        line = PostgresConnector(
            dsn, [CREATE_TABLE_SQL.format(**names), there] if ensure_table else [there]
        )
    sink = PostgresBatchWriter(line, names, (context.model, str(context.seed), context.variant))

    def write(batch: Batch) -> None:
        with _translate_errors():
            sink.write_batch(batch)

    with closing(line):
        yield ResumableWriter(
            write,
            _find_known_ranges(line, KNOWN_RANGES_SQL.format(**names), sink.same)
            if context.resume
            else (),
        )


class PostgresBatchWriter:
    """Puts batches of the *same* model, seed and variant into a table: straight there, until a record is there already."""

    def __init__(
        self, connector: PostgresConnector, sql_names: dict[str, str], row_key: tuple[str, str, str]
    ) -> None:
        self.same = row_key
        self._line, self._straight = connector, True
        self._copy, self._hold, self._held, self._upsert = (
            each.format(**sql_names)
            for each in (COPY_SQL, CREATE_STAGING_SQL, COPY_STAGING_SQL, UPSERT_SQL)
        )

    def write_batch(self, batch: Batch) -> None:
        """One transaction."""
        from psycopg.errors import UniqueViolation

        if self._straight:
            try:
                return self._copy_batch(batch)
            except UniqueViolation:
                self._straight = False
        return self._upsert_batch(batch)

    def _copy_batch(self, batch: Batch) -> None:
        with (
            self._line.use_connection() as connection,
            connection.cursor() as cursor,
            cursor.copy(self._copy.encode()) as into,
        ):
            into.write(format_copy_rows(batch, self.same))

    def _upsert_batch(self, batch: Batch) -> None:
        with (
            self._line.use_connection() as connection,
            connection.transaction(),
            connection.cursor() as cursor,
        ):
            cursor.execute(self._hold.encode())
            with cursor.copy(self._held.encode()) as into:
                into.write(format_copy_rows(batch))
            cursor.execute(self._upsert.encode(), self.same)


class PostgresConnector:
    """A connection to *dsn* on which each statement of *prepare* was executed; it is made anew when it has broken."""

    def __init__(self, dsn: str, setup_statements: Sequence[str]) -> None:
        self._dsn, self._prepare = dsn, setup_statements
        self._connection = self._open_connection()

    @contextmanager
    def use_connection(self) -> Iterator[psycopg.Connection[Any]]:
        """The connection, alive as far as is known."""
        if self._connection.closed:
            self._connection = self._open_connection()
        yield self._connection

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _open_connection(self) -> psycopg.Connection[Any]:
        connection: psycopg.Connection[Any] = _import_psycopg().connect(self._dsn, autocommit=True)
        try:
            for statement in self._prepare:
                connection.execute(statement.encode())
        except BaseException:
            connection.close()
            raise
        return connection


def format_copy_rows(batch: Batch, row_key: tuple[str, ...] = ()) -> bytes:
    """The rows of *batch* in the text format of COPY: what is the *same* for all, then position and line.

    JSON on one line holds no tab and no line end, so that a backslash is all that is spelt in another way.
    """
    before = "".join(f"{each}\t" for each in row_key).encode()
    rows = [
        b"%b%d\t%b\n" % (before, place, line) for place, line in enumerate(batch.lines, batch.start)
    ]
    return b"".join(rows).replace(b"\\", b"\\\\")


def _find_known_ranges(
    connector: PostgresConnector, query: str, row_key: tuple[Any, ...]
) -> list[range]:
    with _translate_errors(), connector.use_connection() as connection:
        return [
            range(first, last + 1) for first, last in connection.execute(query.encode(), row_key)
        ]


def _quote_name(name: str) -> str:
    """*name* as SQL writes a name; ``schema.table`` is two."""
    return ".".join('"' + part.replace('"', '""') + '"' for part in name.split("."))


def _import_psycopg() -> ModuleType:
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
    """What the driver raises within the block, as an error of ours: transient where another try may help."""
    driver = _import_psycopg()
    try:
        yield
    except driver.Error as error:
        state = error.sqlstate or ""
        words = " ".join(str(error).split()) or type(error).__name__
        facts = {"sqlstate": error.sqlstate}
        if state.startswith(RETRYABLE_SQLSTATES) or (
            not state and isinstance(error, driver.OperationalError)
        ):
            raise TransientError(f"PostgreSQL: {words}", **facts) from error
        hint = SQLSTATE_HINTS.get(state, "The words are the server's.")
        raise PersistError(f"PostgreSQL: {words}", hint=hint, **facts) from error
