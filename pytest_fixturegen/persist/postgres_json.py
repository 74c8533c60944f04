"""Rows of a PostgreSQL table, each the JSON of a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from pytest_fixturegen.errors import PersistError, TransientError
from pytest_fixturegen.persist.contract import Batch, PersistenceContext, Remembered, remembers

if TYPE_CHECKING:
    import psycopg

ColumnType = Literal["text", "json", "jsonb"]
CREATE = """
create table if not exists {table} (
    model text not null, seed numeric not null, variant text not null, position bigint not null, body {kind} not null,
    primary key (model, seed, variant, position)
)
"""
HOLD = "create temporary table if not exists {held} (position bigint, body {kind}) on commit delete rows"
COPY_HELD = "copy {held} (position, body) from stdin"
COPY = "copy {table} (model, seed, variant, position, body) from stdin"
UPSERT = """
insert into {table} (model, seed, variant, position, body) select %s, %s, %s, position, body from {held}
on conflict (model, seed, variant, position) do update set body = excluded.body
"""
KNOWN = """
select min(position), max(position) from (
    select position, position - row_number() over (order by position) as island from {table}
    where model = %s and seed = %s and variant = %s
) as islands group by island
"""
"""Runs of consecutive positions: what is left out between them was not delivered."""

PASSING = ("08", "40", "53", "55P03", "57P")
"""Beginnings of the SQL states that another try may change: connections, conflicts of transactions, too few resources,
locks, shutdowns [PostgreSQL, appendix A]."""

HINTS = {
    "42P01": "Create the table, or set ensure_table to true.",
    "28P01": "Look at the password in dsn.",
    "42501": "Let the role in dsn write to the table.",
    "25006": "Name a server in dsn that can be written to.",
}

HELD = "copy {held} (position, body) from stdin"
COPY = "copy {table} (model, seed, variant, position, body) from stdin"
UPSERT = """
insert into {table} (model, seed, variant, position, body) select %s, %s, %s, position, body from {held}
on conflict (model, seed, variant, position) do update set body = excluded.body
"""
KNOWN = """
select min(position), max(position) from (
    select position, position - row_number() over (order by position) as island from {table}
    where model = %s and seed = %s and variant = %s
) as islands group by island
"""
"""Runs of consecutive positions: what is left out between them was not delivered."""

PASSING = ("08", "40", "53", "55P03", "57P")
"""Beginnings of the SQL states that another try may change: connections, conflicts of transactions, too few resources,
locks, shutdowns [PostgreSQL, appendix A]."""

HINTS = {
    "42P01": "Create the table, or set ensure_table to true.",
    "28P01": "Look at the password in dsn.",
    "42501": "Let the role in dsn write to the table.",
    "25006": "Name a server in dsn that can be written to.",
}

ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
"""What the text format of COPY spells in another way."""

HELD = "pfg_held"
"""The temporary table of a connection."""


@remembers
def postgres_json(
    context: PersistenceContext,
    *,
    dsn: str,
    table: str = "records",
    ensure_table: bool = True,
    column_type: ColumnType = "text",
) -> Iterator[Remembered]:
    """Keep each record as a row of *table*: model, seed, variant, position, body.

    A batch is one COPY. Once a record is there already, batches go by way of a temporary table, in one transaction, and
    what is there is not there twice. *dsn* is what libpq understands. *column_type*: ``text`` and ``json`` keep the bytes.
    """
    names = {"table": _quoted(table), "held": HELD, "kind": column_type}
    there = f"select 1 from {names['table']} limit 1"
    with _translated():
        line = Line(dsn, [CREATE.format(**names), there] if ensure_table else [there])
    sink = Sink(line, names, (context.model, str(context.seed), context.variant))

    def write(batch: Batch) -> None:
        with _translated():
            sink.write(batch)

    with closing(line):
        yield Remembered(write, _known(line, KNOWN.format(**names), sink.same) if context.resume else ())


class Sink:
    """Puts batches of the *same* model, seed and variant into a table: straight there, until a record is there already."""

    def __init__(self, line: Line, names: dict[str, str], same: tuple[str, str, str]) -> None:
        self.same = same
        self._line, self._straight = line, True
        self._copy, self._hold, self._held, self._upsert = (each.format(**names) for each in (COPY, HOLD, COPY_HELD, UPSERT))

    def write(self, batch: Batch) -> None:
        """One transaction."""
        from psycopg.errors import UniqueViolation

        if self._straight:
            try:
                return self._copied(batch)
            except UniqueViolation:
                self._straight = False
        return self._upserted(batch)

    def _copied(self, batch: Batch) -> None:
        with self._line.connected() as connection, connection.cursor() as cursor, cursor.copy(self._copy.encode()) as into:
            into.write(copied(batch, self.same))

    def _upserted(self, batch: Batch) -> None:
        with self._line.connected() as connection, connection.transaction(), connection.cursor() as cursor:
            cursor.execute(self._hold.encode())
            with cursor.copy(self._held.encode()) as into:
                into.write(copied(batch))
            cursor.execute(self._upsert.encode(), self.same)


class Line:
    """A connection to *dsn* on which each statement of *prepare* was executed; it is made anew when it has broken."""

    def __init__(self, dsn: str, prepare: Sequence[str]) -> None:
        self._dsn, self._prepare = dsn, prepare
        self._connection = self._made()

    @contextmanager
    def connected(self) -> Iterator[psycopg.Connection[Any]]:
        """The connection, alive as far as is known."""
        if self._connection.closed:
            self._connection = self._made()
        yield self._connection

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _made(self) -> psycopg.Connection[Any]:
        connection: psycopg.Connection[Any] = _driver().connect(self._dsn, autocommit=True)
        try:
            for statement in self._prepare:
                connection.execute(statement.encode())
        except BaseException:
            connection.close()
            raise
        return connection


def copied(batch: Batch, same: tuple[str, ...] = ()) -> bytes:
    """The rows of *batch* in the text format of COPY: what is the *same* for all, then position and line.

    JSON on one line holds no tab and no line end, so that a backslash is all that is spelt in another way.
    """
    before = "".join(f"{each}\t" for each in same).encode()
    rows = [b"%b%d\t%b\n" % (before, place, line) for place, line in enumerate(batch.lines, batch.start)]
    return b"".join(rows).replace(b"\\", b"\\\\")


def _known(line: Line, query: str, same: tuple[Any, ...]) -> list[range]:
    with _translated(), line.connected() as connection:
        return [range(first, last + 1) for first, last in connection.execute(query.encode(), same)]


def _quoted(name: str) -> str:
    """*name* as SQL writes a name; ``schema.table`` is two."""
    return ".".join('"' + part.replace('"', '""') + '"' for part in name.split("."))


def _driver() -> ModuleType:
    try:
        import psycopg
    except ImportError as error:
        raise PersistError(
            "postgres-json needs psycopg, which is not installed.", hint="pip install 'pytest-fixturegen[postgres]'"
        ) from error
    return psycopg


@contextmanager
def _translated() -> Iterator[None]:
    """What the driver raises within the block, as an error of ours: transient where another try may help."""
    driver = _driver()
    try:
        yield
    except driver.Error as error:
        state = error.sqlstate or ""
        words = " ".join(str(error).split()) or type(error).__name__
        facts = {"sqlstate": error.sqlstate}
        if state.startswith(PASSING) or (not state and isinstance(error, driver.OperationalError)):
            raise TransientError(f"PostgreSQL: {words}", **facts) from error
        hint = HINTS.get(state, "The words are the server's.")
        raise PersistError(f"PostgreSQL: {words}", hint=hint, **facts) from error
