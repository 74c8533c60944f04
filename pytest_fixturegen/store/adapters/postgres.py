"""PostgreSQL through psycopg: the same contract, for stores that several processes read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.adapters.sql import Row, SqlAdapter
from pytest_fixturegen.store.adapters.statements import BODY, Dialect
from pytest_fixturegen.store.refusals import ConflictError, InvalidError
from pytest_fixturegen.store.schema import Column

INSTALL = "pip install 'pytest-fixturegen[postgres]'"


def postgres(path: str) -> SqlAdapter:
    """A store in the database that the DSN *path* names. Raises StoreError when it does not answer."""
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise StoreError("The adapter postgres needs psycopg.", hint=INSTALL) from error
    with translated():
        return SqlAdapter(PostgresConnection(path), DIALECT)


class PostgresConnection:
    """A connection that leaves transactions to us."""

    def __init__(self, dsn: str) -> None:
        import psycopg

        self._connection = psycopg.connect(dsn, autocommit=True)
        self._connection.execute("set time zone 'UTC'")
        self._connection.execute("set client_min_messages to warning")

    def run(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """See Connection."""
        cursor = self._connection.execute(statement.encode(), values)
        return cursor.fetchall() if cursor.description else []

    def run_many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """See Connection."""
        with self._connection.cursor() as cursor:
            cursor.executemany(statement.encode(), rows)

    def changed(self, statement: str, values: Sequence[Any]) -> int:
        """See Connection."""
        return self._connection.execute(statement.encode(), values).rowcount

    def facts(self) -> dict[str, Any]:
        """See Connection."""
        told = self._connection.info
        return {"database": told.dbname, "host": told.host, "server": told.server_version}

    def close(self) -> None:
        """See Connection."""
        self._connection.close()


@contextmanager
def translated() -> Iterator[None]:
    """A scope in which what psycopg raises is said as ours."""
    import psycopg

    try:
        yield
    except psycopg.errors.IntegrityError as error:
        raise ConflictError(f"A constraint stands against it: {_words(error)}.") from error
    except psycopg.DataError as error:
        problem = {"path": "", "message": _words(error), "type": "postgres"}
        raise InvalidError(f"PostgreSQL cannot hold it: {_words(error)}.", problems=[problem]) from error
    except psycopg.Error as error:
        raise StoreError(f"PostgreSQL cannot be used: {_words(error)}.", hint="Is it running, and is the DSN right?") from error


def _words(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def _path(column: Column) -> str:
    """The path of *column* as an array of texts."""
    parts = ", ".join("'" + part.replace("'", "''").replace("%", "%%") + "'" for part in column.path)
    return f"array[{parts}]::text[]"


def _extract(column: Column) -> str:
    said = f"({BODY} #>> {_path(column)})"
    match column.kind:
        case "whole" | "number" | "decimal":
            return f"{said}::numeric"
        case "flag":
            return f"{said}::boolean"
        case "moment":
            return f"(extract(epoch from {said}::timestamptz) * 1000000)::bigint"
        case _:
            return f'{said} collate "C"'


def _holds(column: Column) -> str:
    said = f"({BODY} #> {_path(column)})"
    items = f"json_array_elements_text(case json_typeof({said}) when 'array' then {said} else '[]' end)"
    return f"exists (select 1 from {items} as item where item = %s::text)"


TEXTS = f"jsonb_path_query({BODY}::jsonb, 'strict $.** ? (@.type() == \"string\")')"

DIALECT = Dialect(
    mark="%s",
    percent="%%",
    body=f"convert_to({BODY}::text, 'UTF8')",
    body_type=f"json check ({BODY}::jsonb is not null)",  # what it could keep, but not search, is refused
    position="bigint generated always as identity",
    begin="begin",
    no_limit="",
    cascade="cascade",
    own=(
        "create table if not exists pfg_facts (name text primary key, value text)",
        "create table if not exists pfg_numbers (resource text primary key, last bigint)",
        "create table if not exists pfg_snapshots (name text primary key, state text)",
    ),
    defer="set constraints all deferred",
    check="set constraints all immediate",
    immediate="",
    number="insert into pfg_numbers values (%s, %s) on conflict (resource) do update"
    " set last = greatest(pfg_numbers.last, excluded.last)",
    keep="insert into pfg_snapshots values (%s, %s) on conflict (name) do update set state = excluded.state",
    deferrable="deferrable initially immediate",
    lower='lower(({}) collate "default")',  # "C" knows no case but that of ASCII
    find="position(%s in {text}) > 0",
    words=f"exists (select 1 from {TEXTS} as item where position(%s in lower(item #>> '{{}}')) > 0)",
    has_outline=False,
    starts="starts_with({text}, %s)",
    types={
        "whole": "bigint", "number": "double precision", "decimal": "double precision", "flag": "boolean", "moment": "bigint",
        "text": 'text collate "C"', "list": "text", "other": "text",
    },
    extract=_extract,
    holds=_holds,
    translated=translated,
)  # fmt: skip
