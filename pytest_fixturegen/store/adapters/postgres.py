"""The adapter ``postgres``: PostgreSQL through psycopg, for stores that several processes read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.adapters.sql import SqlAdapter, SqlRow
from pytest_fixturegen.store.adapters.statements import BODY_COLUMN, SqlDialect
from pytest_fixturegen.store.errors import ConflictError, InvalidError
from pytest_fixturegen.store.schema import Column

T = TypeVar("T")

BEGIN_STATEMENT = "begin"
TRANSACTION_ENDS = ("commit", "rollback")
REPEATABLE_STATEMENTS = (BEGIN_STATEMENT, "select ")
"""Statements that change nothing by themselves."""

INSTALL_HINT = "pip install 'pytest-fixturegen[postgres]'"


def open_postgres(path: str) -> SqlAdapter:
    """Return a store in the database that the DSN *path* names.

    Raise StoreError if psycopg is not installed, or the server does not answer.
    """
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise StoreError("The adapter postgres needs psycopg.", hint=INSTALL_HINT) from error
    with translate_errors():
        return SqlAdapter(PostgresConnection(path), POSTGRES_DIALECT)


class PostgresConnection:
    """A connection in autocommit mode: the adapter begins and ends transactions.

    If the server has closed the connection, the next statement outside of a transaction opens a
    new one. Within a transaction, every statement fails until the transaction ends, because its
    changes are lost.
    """

    def __init__(self, dsn: str) -> None:
        """Connect to the database *dsn*, in UTC and without notices.

        Each statement commits by itself unless a transaction is begun explicitly.
        """
        self._dsn = dsn
        self._is_in_transaction = False
        self._connection = self._connect()

    def execute(
        self,
        statement: str,
        values: Sequence[Any] = (),
    ) -> list[SqlRow]:
        """See DatabaseConnection."""

        def run(connection: Any) -> list[SqlRow]:
            cursor = connection.execute(statement.encode(), values)
            return cursor.fetchall() if cursor.description else []

        if statement in TRANSACTION_ENDS:
            self._is_in_transaction = False
            return run(self._connection)
        rows = self._run(
            run,
            may_repeat=statement.startswith(REPEATABLE_STATEMENTS),
        )
        if statement == BEGIN_STATEMENT:
            self._is_in_transaction = True
        return rows

    def execute_many(
        self,
        statement: str,
        rows: Sequence[Sequence[Any]],
    ) -> None:
        """See DatabaseConnection."""

        def run(connection: Any) -> None:
            with connection.cursor() as cursor:
                cursor.executemany(statement.encode(), rows)

        self._run(run)

    def execute_update(
        self,
        statement: str,
        values: Sequence[Any],
    ) -> int:
        """See DatabaseConnection."""

        def run(connection: Any) -> int:
            count: int = connection.execute(statement.encode(), values).rowcount
            return count

        return self._run(run)

    def _connect(self) -> Any:
        """Return a new connection, which commits each statement."""
        import psycopg

        connection = psycopg.connect(self._dsn, autocommit=True)
        connection.execute("set time zone 'UTC'")
        connection.execute("set client_min_messages to warning")
        return connection

    def _run(
        self,
        action: Callable[[Any], T],
        *,
        may_repeat: bool = False,
    ) -> T:
        """Return what *action* returns for the connection, after a new one if it is lost.

        An action that turns out to have lost its connection is repeated only if it *may_repeat*: a
        change may have been committed before the connection broke.
        """
        import psycopg

        if self._connection.closed and not self._is_in_transaction:
            self._connection = self._connect()
        try:
            return action(self._connection)
        except psycopg.OperationalError:
            is_lost = self._connection.closed and not self._is_in_transaction
            if not is_lost or not may_repeat:
                raise
        self._connection = self._connect()
        return action(self._connection)

    def get_facts(self) -> dict[str, Any]:
        """See DatabaseConnection."""
        info = self._connection.info
        return {
            "database": info.dbname,
            "host": info.host,
            "server": info.server_version,
        }

    def count_changes(self) -> None:
        """See DatabaseConnection. PostgreSQL has no cheap number of this kind."""
        return

    def close(self) -> None:
        """See DatabaseConnection."""
        self._connection.close()


@contextmanager
def translate_errors() -> Iterator[None]:
    """Return a scope that turns errors of psycopg into errors of the store."""
    import psycopg

    try:
        yield
    except psycopg.errors.IntegrityError as error:
        reason = _get_first_line(error)
        raise ConflictError(f"The request breaks a constraint: {reason}.") from error
    except psycopg.DataError as error:
        reason = _get_first_line(error)
        problem = {"path": "", "message": reason, "type": "postgres"}
        raise InvalidError(
            f"PostgreSQL cannot store the record: {reason}.", problems=[problem]
        ) from error
    except psycopg.Error as error:
        raise StoreError(
            f"Cannot use PostgreSQL: {_get_first_line(error)}.",
            hint="Check that the server runs, and that the DSN is right.",
        ) from error


def _get_first_line(error: Exception) -> str:
    """Return the first line of the message of *error*; its class if it has no message."""
    lines = str(error).splitlines()
    return lines[0] if lines else type(error).__name__


def _format_path(column: Column) -> str:
    """Return the path of *column* as an array of texts."""
    parts = (part.replace("'", "''").replace("%", "%%") for part in column.path)
    quoted = ", ".join(f"'{part}'" for part in parts)
    return f"array[{quoted}]::text[]"


def _format_extract(column: Column) -> str:
    """Return the SQL expression of a value in the body, cast so that it compares by its kind.

    Text uses the collation "C", which orders by code points in every database.
    """
    text = f"({BODY_COLUMN} #>> {_format_path(column)})"
    match column.kind:
        case "whole" | "number" | "decimal":
            return f"{text}::numeric"
        case "flag":
            return f"{text}::boolean"
        case "moment":
            return f"(extract(epoch from {text}::timestamptz) * 1000000)::bigint"
        case _:
            return f'{text} collate "C"'


def _format_contains(column: Column) -> str:
    """Return the SQL condition that a list in the body contains the parameter.

    A value that is not a list counts as an empty one, which avoids an error of the database.
    """
    value = f"({BODY_COLUMN} #> {_format_path(column)})"
    array = f"case json_typeof({value}) when 'array' then {value} else '[]' end"
    items = f"json_array_elements_text({array})"
    return f"exists (select 1 from {items} as item where item = %s::text)"


ALL_TEXTS = f"jsonb_path_query({BODY_COLUMN}::jsonb, 'strict $.** ? (@.type() == \"string\")')"
"""Every text within a record, at any depth."""

POSTGRES_DIALECT = SqlDialect(
    placeholder="%s",
    lock_clause=" for update",
    escaped_percent="%%",
    body_expression=f"convert_to({BODY_COLUMN}::text, 'UTF8')",
    # json keeps what jsonb cannot search, such as \u0000: the check rejects it.
    body_type=f"json check ({BODY_COLUMN}::jsonb is not null)",
    position_type="bigint generated always as identity",
    begin_transaction=BEGIN_STATEMENT,
    unlimited="",
    drop_suffix="cascade",
    setup_statements=(
        "create table if not exists pfg_facts (name text primary key, value text)",
        "create table if not exists pfg_numbers (resource text primary key, last bigint)",
        "create table if not exists pfg_snapshots (name text primary key, state text)",
    ),
    defer_constraints="set constraints all deferred",
    check_constraints="set constraints all immediate",
    restore_constraints="",
    save_number="insert into pfg_numbers values (%s, %s) on conflict (resource) do update"
    " set last = greatest(pfg_numbers.last, excluded.last)",
    save_snapshot="insert into pfg_snapshots values (%s, %s)"
    " on conflict (name) do update set state = excluded.state",
    deferrable_clause="deferrable initially immediate",
    # The collation "C" lowers ASCII only.
    lower_template='lower(({}) collate "default")',
    contains_template="position(%s in {text}) > 0",
    search_condition=f"exists (select 1 from {ALL_TEXTS} as item"
    " where position(%s in lower(item #>> '{}')) > 0)",
    has_search_filter=False,
    has_covering_index=False,
    has_small_nulls=False,
    has_temporary_copies=False,
    prefix_template="starts_with({text}, %s)",
    column_types={
        "whole": "bigint",
        "number": "double precision",
        "decimal": "double precision",
        "flag": "boolean",
        "moment": "bigint",
        "text": 'text collate "C"',
        "list": "text",
        "other": "text",
    },
    format_extract=_format_extract,
    format_contains=_format_contains,
    translate_errors=translate_errors,
)
