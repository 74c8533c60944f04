"""The contract in SQL: a row is the record's JSON, with real columns for its key, references, unique and indexed fields.

Databases differ in a :class:`Dialect`; everything else is said once, here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Protocol

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.adapters.adapter import CAPABILITIES, Capability, State
from pytest_fixturegen.store.adapters.statements import (
    POSITION_COLUMN,
    ResourceStatements,
    SqlDialect,
    build_indexes,
    build_selection,
    build_statements,
    build_tables,
    compute_digest,
    quote_identifier,
    to_column_value,
)
from pytest_fixturegen.store.errors import ConflictError
from pytest_fixturegen.store.queries import ALL_RECORDS, Page, Query
from pytest_fixturegen.store.schema import INTEGER_BOUNDS, Key, Record, Schema

SqlRow = tuple[Any, ...]


class DatabaseConnection(Protocol):
    """A connection to a database, without transactions of its own making."""

    def execute(self, statement: str, values: Sequence[Any] = ()) -> list[SqlRow]:
        """Execute *statement* and give the rows it has."""

    def execute_many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Execute *statement* with each of *rows*."""

    def execute_update(self, statement: str, values: Sequence[Any]) -> int:
        """Execute *statement* and tell how many rows it changed."""

    def get_facts(self) -> dict[str, Any]:
        """What the database tells of itself."""

    def close(self) -> None:
        """Let go of it."""


class SqlAdapter:
    """The adapter of a database. Its methods are the contract's: see Adapter."""

    capabilities: frozenset[Capability] = frozenset(CAPABILITIES) - {"saving"}

    def __init__(self, connection: DatabaseConnection, dialect: SqlDialect) -> None:
        self._connection = connection
        self._dialect = dialect
        self._depth = 0
        self._schema = Schema(())
        self._texts: dict[str, ResourceStatements] = {}

    def initialize(self, schema: Schema) -> bool:
        """See Adapter. Raises StoreError when the database holds other resources than *schema*'s."""
        self._schema = schema
        self._texts = {
            each.name: build_statements(each, self._dialect) for each in schema.resources
        }
        with self.savepoint():
            for statement in self._dialect.setup_statements:
                self._execute(statement)
            digest = compute_digest(schema)
            found = self._execute("select value from pfg_facts where name = 'schema'")
            if found and found[0][0] != digest:
                hint = "Start with --reset to build it anew, or name another database."
                raise StoreError("The database holds other resources than these.", hint=hint)
            late = (
                each
                for resource in schema.resources
                for each in build_indexes(resource, self._dialect)
            )
            for statement in late if found else build_tables(schema, self._dialect):
                self._execute(statement)
            if not found:
                self._execute(
                    f"insert into pfg_facts values ('schema', {self._dialect.placeholder})",
                    (digest,),
                )
        return not found

    def wipe(self) -> None:
        """Drop every table of ours, whatever resources they are of."""
        with self.savepoint():
            for statement in self._dialect.setup_statements:
                self._execute(statement)
            for (name,) in self._execute(
                "select value from pfg_facts where name like 'table:%'".replace(
                    "%", self._dialect.escaped_percent
                )
            ):
                self._execute(
                    f"drop table if exists {quote_identifier(name, self._dialect)} {self._dialect.drop_suffix}"
                )
            for name in ("pfg_facts", "pfg_numbers"):
                self._execute(f"drop table {name}")

    def get_resources(self, resource: str, query: Query) -> Page:
        """See Adapter."""
        made = self._schema.find_resource(resource)
        asked, counted, values = build_selection(made, query, self._dialect)
        texts = self._execute(asked, values)
        total = len(texts)
        if query.limit is not None and (total == query.limit or query.offset):
            total = self._execute(counted, values)[0][0]
        return Page([text for (text,) in texts], total)

    def get_resource(self, resource: str, key: Key) -> bytes | None:
        """See Adapter."""
        found = self._execute(self._texts[resource].select, (self._to_key_value(resource, key),))
        return found[0][0] if found else None

    def create_resource(self, resource: str, key: Key, text: bytes) -> None:
        """See Adapter."""
        self._execute(self._texts[resource].insert, self._to_row(resource, loads(text), text))
        self._reserve_numbers(resource, [key])

    def create_many(self, resource: str, rows: Sequence[tuple[Key, bytes]]) -> None:
        """See Adapter."""
        own = any(
            each.target == resource for each in self._schema.find_resource(resource).references
        )
        with self.savepoint(), self._defer_references(is_needed=own):
            self._insert_texts(resource, [text for _, text in rows])
            self._reserve_numbers(resource, [key for key, _ in rows])

    def update_resource(self, resource: str, key: Key, text: bytes) -> None:
        """See Adapter."""
        row = self._to_row(resource, loads(text), text)
        self._execute(self._texts[resource].update, (*row, self._to_key_value(resource, key)))

    def patch_resource(self, resource: str, key: Key, changes: Record) -> None:
        """See Adapter."""
        text = self.get_resource(resource, key)
        assert text is not None
        self.update_resource(resource, key, dumps({**loads(text), **changes}))

    def delete_resource(self, resource: str, key: Key) -> bool:
        """See Adapter."""
        return bool(
            self._execute_update(self._texts[resource].delete, (self._to_key_value(resource, key),))
        )

    def find_related(
        self, resource: str, field: str, keys: Sequence[Key]
    ) -> list[tuple[Key, bytes]]:
        """See Adapter."""
        made, dialect = self._schema.find_resource(resource), self._dialect
        column = made.columns[field]
        found = []
        for start in range(0, len(keys), 500):
            part = [to_column_value(column, key) for key in keys[start : start + 500]]
            marks = ", ".join([dialect.placeholder] * len(part))
            where = f"{quote_identifier(field, dialect)} in ({marks}) order by {POSITION_COLUMN}"
            found += self._execute(
                f"select {dialect.body_expression} from {quote_identifier(resource, dialect)} where {where}",
                part,
            )
        return [(made.get_key(loads(text)), text) for (text,) in found]

    def next_number(self, resource: str) -> int:
        """See Adapter."""
        mark = self._dialect.placeholder
        found = self._execute(f"select last from pfg_numbers where resource = {mark}", (resource,))
        number = (found[0][0] if found else 0) + 1
        self._execute(self._dialect.save_number, (resource, min(number, INTEGER_BOUNDS[1])))
        return int(number)

    def backup(self) -> State:
        """See Adapter."""
        texts = {
            each.name: self.get_resources(each.name, ALL_RECORDS).texts
            for each in self._schema.resources
        }
        return State(texts, dict(self._execute("select resource, last from pfg_numbers")))

    def restore(self, state: State) -> None:
        """See Adapter."""
        with self.savepoint():
            self.reset()
            with self._defer_references():
                for each in self._schema.resources:
                    self._insert_texts(each.name, state.texts.get(each.name, ()))
            self._connection.execute_many(self._dialect.save_number, list(state.numbers.items()))

    def reset(self) -> None:
        """See Adapter."""
        with self.savepoint(), self._defer_references():
            for each in reversed(self._schema.resources):
                self._execute(f"delete from {quote_identifier(each.name, self._dialect)}")
            self._execute("delete from pfg_numbers")

    def get_stats(self) -> dict[str, Any]:
        """See Adapter."""
        return self._connection.get_facts()

    def count(self, resource: str) -> int:
        """See Adapter."""
        return int(self._execute(self._texts[resource].count)[0][0])

    @contextmanager
    def savepoint(self, *, keep: bool = True) -> Iterator[None]:
        """See Adapter."""
        name, outermost = f"pfg_{self._depth}", self._depth == 0
        self._execute(self._dialect.begin_transaction if outermost else f"savepoint {name}")
        self._depth += 1
        try:
            yield
            if keep and outermost:
                self._execute("commit")
        except BaseException:
            self._depth -= 1
            with suppress(
                StoreError
            ):  # a full disk, or a lost connection, ends a transaction by itself
                self._roll_back(name, is_outermost=outermost)
            raise
        self._depth -= 1
        if not keep:
            self._roll_back(name, is_outermost=outermost)
        elif not outermost:
            self._execute(f"release savepoint {name}")

    def snapshot(self, name: str, state: bytes) -> None:
        """See Adapter."""
        self._execute(self._dialect.save_snapshot, (name, state.decode()))

    def get_snapshot(self, name: str) -> bytes | None:
        """See Adapter."""
        found = self._execute(
            f"select state from pfg_snapshots where name = {self._dialect.placeholder}", (name,)
        )
        return found[0][0].encode() if found else None

    def list_snapshots(self) -> list[str]:
        """See Adapter."""
        return sorted(name for (name,) in self._execute("select name from pfg_snapshots"))

    def delete_snapshot(self, name: str) -> bool:
        """See Adapter."""
        return bool(
            self._execute_update(
                f"delete from pfg_snapshots where name = {self._dialect.placeholder}", (name,)
            )
        )

    def close(self) -> None:
        """See Adapter."""
        self._connection.close()

    def _roll_back(self, name: str, *, is_outermost: bool) -> None:
        """Undo what was done since the savepoint *name*, and forget it."""
        if is_outermost:
            self._execute("rollback")
            return
        self._execute(f"rollback to savepoint {name}")
        self._execute(f"release savepoint {name}")

    @contextmanager
    def _defer_references(self, *, is_needed: bool = True) -> Iterator[None]:
        """References are checked when the scope ends, so that records may be written in any order."""
        if not is_needed:
            yield
            return
        self._execute(self._dialect.defer_constraints)
        try:
            yield
            if self._execute(self._dialect.check_constraints):
                raise ConflictError("A reference leads to a record that is not there.")
        finally:
            if self._dialect.restore_constraints:
                self._execute(self._dialect.restore_constraints)

    def _insert_texts(self, resource: str, texts: Sequence[bytes]) -> None:
        rows = [self._to_row(resource, loads(text), text) for text in texts]
        with self._dialect.translate_errors():
            self._connection.execute_many(self._texts[resource].insert, rows)

    def _reserve_numbers(self, resource: str, keys: Sequence[Key]) -> None:
        """Remember the greatest of *keys*, so that it is not given out."""
        numbers = [key for key in keys if isinstance(key, int)]
        if numbers:
            self._execute(self._dialect.save_number, (resource, max(numbers)))

    def _to_row(self, resource: str, record: Mapping[str, Any], text: bytes) -> list[Any]:
        made = self._schema.find_resource(resource)
        return [
            *(to_column_value(made.columns[name], record.get(name)) for name in made.stored_fields),
            text.decode(),
        ]

    def _to_key_value(self, resource: str, key: Key) -> Any:
        made = self._schema.find_resource(resource)
        return to_column_value(made.columns[made.key], key)

    def _execute(self, statement: str, values: Sequence[Any] = ()) -> list[SqlRow]:
        with self._dialect.translate_errors():
            return self._connection.execute(statement, values)

    def _execute_update(self, statement: str, values: Sequence[Any]) -> int:
        with self._dialect.translate_errors():
            return self._connection.execute_update(statement, values)
