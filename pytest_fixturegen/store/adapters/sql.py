"""The contract in SQL: a row is the record's JSON, with real columns for its key, references, unique and indexed fields.

Databases differ in a :class:`Dialect`; everything else is said once, here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Protocol

from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.records import dumps, loads
from pytest_fixturegen.store.adapters.adapter import CAPABILITIES, Capability, State
from pytest_fixturegen.store.adapters.statements import (
    POSITION,
    Dialect,
    Statements,
    digest_of,
    indexes,
    quoted,
    selection,
    statements,
    stored,
    tables,
)
from pytest_fixturegen.store.queries import ALL, Page, Query
from pytest_fixturegen.store.refusals import ConflictError
from pytest_fixturegen.store.schema import WHOLE_NUMBERS, Key, Record, Schema

Row = tuple[Any, ...]


class Connection(Protocol):
    """A connection to a database, without transactions of its own making."""

    def run(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """Execute *statement* and give the rows it has."""

    def run_many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Execute *statement* with each of *rows*."""

    def changed(self, statement: str, values: Sequence[Any]) -> int:
        """Execute *statement* and tell how many rows it changed."""

    def facts(self) -> dict[str, Any]:
        """What the database tells of itself."""

    def close(self) -> None:
        """Let go of it."""


class SqlAdapter:
    """The adapter of a database. Its methods are the contract's: see Adapter."""

    capabilities: frozenset[Capability] = frozenset(CAPABILITIES) - {"saving"}

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self._connection = connection
        self._dialect = dialect
        self._depth = 0
        self._schema = Schema(())
        self._texts: dict[str, Statements] = {}

    def initialize(self, schema: Schema) -> bool:
        """See Adapter. Raises StoreError when the database holds other resources than *schema*'s."""
        self._schema = schema
        self._texts = {each.name: statements(each, self._dialect) for each in schema.resources}
        with self.savepoint():
            for statement in self._dialect.own:
                self._run(statement)
            digest = digest_of(schema)
            found = self._run("select value from pfg_facts where name = 'schema'")
            if found and found[0][0] != digest:
                hint = "Start with --reset to build it anew, or name another database."
                raise StoreError("The database holds other resources than these.", hint=hint)
            late = (each for resource in schema.resources for each in indexes(resource, self._dialect))
            for statement in late if found else tables(schema, self._dialect):
                self._run(statement)
            if not found:
                self._run(f"insert into pfg_facts values ('schema', {self._dialect.mark})", (digest,))
        return not found

    def wipe(self) -> None:
        """Drop every table of ours, whatever resources they are of."""
        with self.savepoint():
            for statement in self._dialect.own:
                self._run(statement)
            for (name,) in self._run(
                "select value from pfg_facts where name like 'table:%'".replace("%", self._dialect.percent)
            ):
                self._run(f"drop table if exists {quoted(name, self._dialect)} {self._dialect.cascade}")
            for name in ("pfg_facts", "pfg_numbers"):
                self._run(f"drop table {name}")

    def get_resources(self, resource: str, query: Query) -> Page:
        """See Adapter."""
        made = self._schema.resource(resource)
        asked, counted, values = selection(made, query, self._dialect)
        texts = self._run(asked, values)
        total = len(texts)
        if query.limit is not None and (total == query.limit or query.offset):
            total = self._run(counted, values)[0][0]
        return Page([text for (text,) in texts], total)

    def get_resource(self, resource: str, key: Key) -> bytes | None:
        """See Adapter."""
        found = self._run(self._texts[resource].select, (self._key(resource, key),))
        return found[0][0] if found else None

    def create_resource(self, resource: str, key: Key, text: bytes) -> None:
        """See Adapter."""
        self._run(self._texts[resource].insert, self._row(resource, loads(text), text))
        self._numbered(resource, [key])

    def create_many(self, resource: str, rows: Sequence[tuple[Key, bytes]]) -> None:
        """See Adapter."""
        own = any(each.target == resource for each in self._schema.resource(resource).references)
        with self.savepoint(), self._deferred(wanted=own):
            self._insert(resource, [text for _, text in rows])
            self._numbered(resource, [key for key, _ in rows])

    def update_resource(self, resource: str, key: Key, text: bytes) -> None:
        """See Adapter."""
        row = self._row(resource, loads(text), text)
        self._run(self._texts[resource].update, (*row, self._key(resource, key)))

    def patch_resource(self, resource: str, key: Key, changes: Record) -> None:
        """See Adapter."""
        text = self.get_resource(resource, key)
        assert text is not None
        self.update_resource(resource, key, dumps({**loads(text), **changes}))

    def delete_resource(self, resource: str, key: Key) -> bool:
        """See Adapter."""
        return bool(self._changed(self._texts[resource].delete, (self._key(resource, key),)))

    def find_related(self, resource: str, field: str, keys: Sequence[Key]) -> list[tuple[Key, bytes]]:
        """See Adapter."""
        made, dialect = self._schema.resource(resource), self._dialect
        column = made.columns[field]
        found = []
        for start in range(0, len(keys), 500):
            part = [stored(column, key) for key in keys[start : start + 500]]
            marks = ", ".join([dialect.mark] * len(part))
            where = f"{quoted(field, dialect)} in ({marks}) order by {POSITION}"
            found += self._run(f"select {dialect.body} from {quoted(resource, dialect)} where {where}", part)
        return [(made.key_of(loads(text)), text) for (text,) in found]

    def next_number(self, resource: str) -> int:
        """See Adapter."""
        mark = self._dialect.mark
        found = self._run(f"select last from pfg_numbers where resource = {mark}", (resource,))
        number = (found[0][0] if found else 0) + 1
        self._run(self._dialect.number, (resource, min(number, WHOLE_NUMBERS[1])))
        return int(number)

    def backup(self) -> State:
        """See Adapter."""
        texts = {each.name: self.get_resources(each.name, ALL).texts for each in self._schema.resources}
        return State(texts, dict(self._run("select resource, last from pfg_numbers")))

    def restore(self, state: State) -> None:
        """See Adapter."""
        with self.savepoint():
            self.reset()
            with self._deferred():
                for each in self._schema.resources:
                    self._insert(each.name, state.texts.get(each.name, ()))
            self._connection.run_many(self._dialect.number, list(state.numbers.items()))

    def reset(self) -> None:
        """See Adapter."""
        with self.savepoint(), self._deferred():
            for each in reversed(self._schema.resources):
                self._run(f"delete from {quoted(each.name, self._dialect)}")
            self._run("delete from pfg_numbers")

    def get_stats(self) -> dict[str, Any]:
        """See Adapter."""
        return self._connection.facts()

    def count(self, resource: str) -> int:
        """See Adapter."""
        return int(self._run(self._texts[resource].count)[0][0])

    @contextmanager
    def savepoint(self, *, keep: bool = True) -> Iterator[None]:
        """See Adapter."""
        name, outermost = f"pfg_{self._depth}", self._depth == 0
        self._run(self._dialect.begin if outermost else f"savepoint {name}")
        self._depth += 1
        try:
            yield
            if keep and outermost:
                self._run("commit")
        except BaseException:
            self._depth -= 1
            with suppress(StoreError):  # a full disk, or a lost connection, ends a transaction by itself
                self._back(name, outermost=outermost)
            raise
        self._depth -= 1
        if not keep:
            self._back(name, outermost=outermost)
        elif not outermost:
            self._run(f"release savepoint {name}")

    def snapshot(self, name: str, state: bytes) -> None:
        """See Adapter."""
        self._run(self._dialect.keep, (name, state.decode()))

    def get_snapshot(self, name: str) -> bytes | None:
        """See Adapter."""
        found = self._run(f"select state from pfg_snapshots where name = {self._dialect.mark}", (name,))
        return found[0][0].encode() if found else None

    def list_snapshots(self) -> list[str]:
        """See Adapter."""
        return sorted(name for (name,) in self._run("select name from pfg_snapshots"))

    def delete_snapshot(self, name: str) -> bool:
        """See Adapter."""
        return bool(self._changed(f"delete from pfg_snapshots where name = {self._dialect.mark}", (name,)))

    def close(self) -> None:
        """See Adapter."""
        self._connection.close()

    def _back(self, name: str, *, outermost: bool) -> None:
        """Undo what was done since the savepoint *name*, and forget it."""
        if outermost:
            self._run("rollback")
            return
        self._run(f"rollback to savepoint {name}")
        self._run(f"release savepoint {name}")

    @contextmanager
    def _deferred(self, *, wanted: bool = True) -> Iterator[None]:
        """References are checked when the scope ends, so that records may be written in any order."""
        if not wanted:
            yield
            return
        self._run(self._dialect.defer)
        try:
            yield
            if self._run(self._dialect.check):
                raise ConflictError("A reference leads to a record that is not there.")
        finally:
            if self._dialect.immediate:
                self._run(self._dialect.immediate)

    def _insert(self, resource: str, texts: Sequence[bytes]) -> None:
        rows = [self._row(resource, loads(text), text) for text in texts]
        with self._dialect.translated():
            self._connection.run_many(self._texts[resource].insert, rows)

    def _numbered(self, resource: str, keys: Sequence[Key]) -> None:
        """Remember the greatest of *keys*, so that it is not given out."""
        numbers = [key for key in keys if isinstance(key, int)]
        if numbers:
            self._run(self._dialect.number, (resource, max(numbers)))

    def _row(self, resource: str, record: Mapping[str, Any], text: bytes) -> list[Any]:
        made = self._schema.resource(resource)
        return [*(stored(made.columns[name], record.get(name)) for name in made.kept), text.decode()]

    def _key(self, resource: str, key: Key) -> Any:
        made = self._schema.resource(resource)
        return stored(made.columns[made.key], key)

    def _run(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        with self._dialect.translated():
            return self._connection.run(statement, values)

    def _changed(self, statement: str, values: Sequence[Any]) -> int:
        with self._dialect.translated():
            return self._connection.changed(statement, values)
