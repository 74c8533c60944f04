"""The adapter contract in SQL.

A row has the record's JSON, and a column for each field with an order or a constraint. Databases
differ in a :class:`SqlDialect`; everything else is here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Protocol

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen._internal.user_code import undo_on_error
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.adapters.adapter import CAPABILITIES, Capability, State
from pytest_fixturegen.store.adapters.learned_indexes import MIN_ROWS, IndexLearner
from pytest_fixturegen.store.adapters.schema_upgrade import (
    add_columns,
    dump_layout,
    find_added_fields,
)
from pytest_fixturegen.store.adapters.statements import (
    POSITION_COLUMN,
    ResourceStatements,
    Selection,
    SqlDialect,
    build_indexes,
    build_selection,
    build_statements,
    build_tables,
    compute_digest,
    quote_identifier,
    to_column_value,
)
from pytest_fixturegen.store.adapters.table_copies import TableCopies
from pytest_fixturegen.store.adapters.totals import TotalCache
from pytest_fixturegen.store.errors import ConflictError, InvalidError
from pytest_fixturegen.store.queries import ALL_RECORDS, Page, Query
from pytest_fixturegen.store.schema import INTEGER_BOUNDS, Key, Record, Schema, parse_record

SqlRow = tuple[Any, ...]


MAX_LISTED_KEYS = 500
"""Keys in one ``in (...)``: SQLite limits the parameters of a statement."""


class DatabaseConnection(Protocol):
    """A connection to a database that begins no transaction by itself."""

    def execute(
        self,
        statement: str,
        values: Sequence[Any] = (),
    ) -> list[SqlRow]:
        """Execute *statement* and return its rows."""

    def execute_many(
        self,
        statement: str,
        rows: Sequence[Sequence[Any]],
    ) -> None:
        """Execute *statement* with each of *rows*."""

    def execute_update(
        self,
        statement: str,
        values: Sequence[Any],
    ) -> int:
        """Execute *statement* and return the number of rows that it changed."""

    def get_facts(self) -> dict[str, Any]:
        """Return facts about the database, for statistics."""

    def count_changes(self) -> tuple[int, int] | None:
        """Return two numbers: one grows with the changes of this connection, one with those of
        others. Return None if the database cannot tell.
        """

    def close(self) -> None:
        """Close the connection."""


class SqlAdapter:
    """The adapter of a database. :class:`Adapter` describes its methods."""

    capabilities: frozenset[Capability] = frozenset(CAPABILITIES) - {"saving"}

    def __init__(
        self,
        connection: DatabaseConnection,
        dialect: SqlDialect,
    ) -> None:
        """Keep the connection and the dialect; *initialize* adds the schema and its statements."""
        self._connection = connection
        self._dialect = dialect
        self._depth = 0
        self._schema = Schema(())
        self._statements: dict[str, ResourceStatements] = {}
        self._foreign_changes = 0
        self._totals = TotalCache()
        self._learner = IndexLearner(dialect)
        self._copies = TableCopies(self._execute, dialect)

    def initialize(self, schema: Schema) -> bool:
        """See Adapter. Raise StoreError if the database holds other resources than *schema*."""
        self._schema = schema
        self._copies.set_schema(schema)
        self._statements = {
            resource.name: build_statements(resource, self._dialect)
            for resource in schema.resources
        }
        with self.savepoint():
            self._execute_all(self._dialect.setup_statements)
            is_new = self._require_same_schema(compute_digest(schema))
            if is_new:
                self._execute_all(build_tables(schema, self._dialect))
                mark = self._dialect.placeholder
                self._execute(
                    f"insert into pfg_facts values ('schema', {mark})", (compute_digest(schema),)
                )
                self._execute(
                    f"insert into pfg_facts values ('layout', {mark})", (dump_layout(schema),)
                )
            else:  # the indexed fields may have changed since the last run
                for resource in schema.resources:
                    self._execute_all(build_indexes(resource, self._dialect))
        return is_new

    def wipe(self) -> None:
        """Drop every table of the store, whatever schema it has. Snapshots remain."""
        with self.savepoint():
            self._execute_all(self._dialect.setup_statements)
            pattern = f"table:{self._dialect.escaped_percent}"
            names = self._execute(f"select value from pfg_facts where name like '{pattern}'")
            for (name,) in names:
                table = quote_identifier(name, self._dialect)
                self._execute(f"drop table if exists {table} {self._dialect.drop_suffix}")
            for table in ("pfg_facts", "pfg_numbers"):
                self._execute(f"drop table {table}")

    def get_resources(
        self,
        resource: str,
        query: Query,
    ) -> Page:
        """See Adapter."""
        if self._dialect.has_covering_index and query.limit is not None and not self._depth:
            self._learn_index(resource, query)
        selection = build_selection(
            self._schema.find_resource(resource),
            query,
            self._dialect,
        )
        rows = self._execute(selection.select, selection.values)
        total = len(rows)
        # A page that is not full, and begins at the first record, has all records.
        may_have_more = total == query.limit or query.offset
        if query.limit is not None and may_have_more:
            total = self._count_matches(selection)
        return Page([text for (text,) in rows], total)

    def get_resource(
        self,
        resource: str,
        key: Key,
    ) -> bytes | None:
        """See Adapter."""
        statement = self._statements[resource].select
        rows = self._execute(
            statement,
            (self._to_key_value(resource, key),),
        )
        return rows[0][0] if rows else None

    def lock_resource(
        self,
        resource: str,
        key: Key,
    ) -> bytes | None:
        """See Adapter."""
        statement = self._statements[resource].select + self._dialect.lock_clause
        rows = self._execute(
            statement,
            (self._to_key_value(resource, key),),
        )
        return rows[0][0] if rows else None

    def create_resource(
        self,
        resource: str,
        key: Key,
        text: bytes,
    ) -> None:
        """See Adapter."""
        row = self._to_row(
            resource,
            parse_record(text),
            text,
        )
        self._execute(self._statements[resource].insert, row)
        self._reserve_numbers(resource, [key])

    def create_many(
        self,
        resource: str,
        rows: Sequence[tuple[Key, bytes]],
    ) -> None:
        """See Adapter."""
        references = self._schema.find_resource(resource).references
        refers_to_itself = any(reference.target == resource for reference in references)
        with self.savepoint(), self._defer_references(is_needed=refers_to_itself):
            self._insert_texts(resource, [text for _, text in rows])
            self._reserve_numbers(resource, [key for key, _ in rows])

    def update_resource(
        self,
        resource: str,
        key: Key,
        text: bytes,
    ) -> None:
        """See Adapter."""
        row = self._to_row(
            resource,
            parse_record(text),
            text,
        )
        key_value = self._to_key_value(resource, key)
        self._execute(
            self._statements[resource].update,
            (*row, key_value),
        )

    def patch_resource(
        self,
        resource: str,
        key: Key,
        changes: Record,
    ) -> None:
        """See Adapter."""
        text = self.get_resource(resource, key)
        assert text is not None
        self.update_resource(
            resource,
            key,
            dumps({**loads(text), **changes}),
        )

    def delete_resource(
        self,
        resource: str,
        key: Key,
    ) -> bool:
        """See Adapter."""
        statement = self._statements[resource].delete
        return bool(self._execute_update(statement, (self._to_key_value(resource, key),)))

    def find_related(
        self,
        resource: str,
        field: str,
        keys: Sequence[Key],
    ) -> list[tuple[Key, bytes]]:
        """See Adapter."""
        found: list[tuple[Key, bytes]] = []
        for start in range(0, len(keys), MAX_LISTED_KEYS):
            found += self._find_related_once(resource, field, keys[start : start + MAX_LISTED_KEYS])
        return found

    def next_number(self, resource: str) -> int:
        """See Adapter."""
        number = self._find_last_number(resource) + 1
        saved = min(number, INTEGER_BOUNDS[1])  # the caller rejects a number beyond the bounds
        self._execute(self._dialect.save_number, (resource, saved))
        return number

    def backup(self) -> State:
        """See Adapter."""
        texts = {
            resource.name: self.get_resources(resource.name, ALL_RECORDS).texts
            for resource in self._schema.resources
        }
        return State(texts, dict(self._execute("select resource, last from pfg_numbers")))

    def restore(self, state: State) -> None:
        """See Adapter."""
        with self.savepoint():
            self.reset()
            with self._defer_references():
                for resource in self._schema.resources:
                    self._insert_texts(
                        resource.name,
                        state.texts.get(resource.name, ()),
                    )
            numbers = list(state.numbers.items())
            self._connection.execute_many(self._dialect.save_number, numbers)
            for resource in self._schema.resources:
                self._reserve_numbers(
                    resource.name,
                    [self._find_last_number(resource.name)],
                )

    def reset(self) -> None:
        """See Adapter."""
        with self.savepoint(), self._defer_references():
            for resource in reversed(self._schema.resources):
                self._execute(f"delete from {quote_identifier(resource.name, self._dialect)}")
            self._execute("delete from pfg_numbers")

    def keep_copy(self, subject: bytes) -> None:
        """See Adapter."""
        if self._dialect.has_temporary_copies:
            self._copies.keep(subject)

    def restore_copy(self, subject: bytes) -> bool:
        """See Adapter."""
        if not self._dialect.has_temporary_copies or not self._copies.has(subject):
            return False
        with self.savepoint():
            self.reset()
            with self._defer_references():
                self._copies.fill_tables(subject)
        return True

    def get_stats(self) -> dict[str, Any]:
        """See Adapter."""
        return self._connection.get_facts()

    def count(self, resource: str) -> int:
        """See Adapter."""
        return int(self._execute(self._statements[resource].count)[0][0])

    @contextmanager
    def savepoint(self, *, keep: bool = True) -> Iterator[None]:
        """See Adapter. The outermost scope is a transaction."""
        name, is_outermost = f"pfg_{self._depth}", self._depth == 0
        begin = self._dialect.begin_transaction if is_outermost else f"savepoint {name}"
        self._execute(begin)
        self._depth += 1

        def undo() -> None:
            """Close the scope and roll its changes back, if the transaction still exists."""
            self._depth -= 1
            # A full disk or a lost connection has ended the transaction already.
            with suppress(StoreError):
                self._roll_back(name, is_outermost=is_outermost)

        with undo_on_error(undo):
            yield
            if keep and is_outermost:
                self._execute("commit")
        self._depth -= 1
        if not keep:
            self._roll_back(name, is_outermost=is_outermost)
        elif not is_outermost:
            self._execute(f"release savepoint {name}")

    def snapshot(
        self,
        name: str,
        state: bytes,
    ) -> None:
        """See Adapter."""
        self._drop_copy(name)
        self._execute(
            self._dialect.save_snapshot,
            (name, state.decode()),
        )
        self.keep_copy(state)

    def get_snapshot(self, name: str) -> bytes | None:
        """See Adapter."""
        mark = self._dialect.placeholder
        rows = self._execute(f"select state from pfg_snapshots where name = {mark}", (name,))
        return rows[0][0].encode() if rows else None

    def list_snapshots(self) -> list[str]:
        """See Adapter."""
        return sorted(name for (name,) in self._execute("select name from pfg_snapshots"))

    def delete_snapshot(self, name: str) -> bool:
        """See Adapter."""
        self._drop_copy(name)
        statement = f"delete from pfg_snapshots where name = {self._dialect.placeholder}"
        return bool(self._execute_update(statement, (name,)))

    def detect_changes(self) -> bool:
        """See Adapter."""
        counts = self._count_changes()
        if counts is None or counts[1] == self._foreign_changes:
            return False
        self._foreign_changes = counts[1]
        return True

    def close(self) -> None:
        """See Adapter."""
        self._connection.close()

    def _learn_index(
        self,
        resource_name: str,
        query: Query,
    ) -> None:
        """Create an index for *query* if a large table was often asked for its fields."""
        resource = self._schema.find_resource(resource_name)
        statement = self._learner.propose_index(resource, query)
        # Another process may hold the lock, or the file may be read-only: both can do without.
        with suppress(StoreError):
            if statement and self.count(resource_name) >= MIN_ROWS:
                self._execute(statement)

    def _count_matches(self, selection: Selection) -> int:
        """Return how many records match, from memory if no record has changed since the count."""
        state = self._count_changes()
        total = self._totals.get(selection, state)
        if total is None:
            total = int(self._execute(selection.count, selection.values)[0][0])
            self._totals.put(selection, state, total)
        return total

    def _count_changes(self) -> tuple[int, int] | None:
        """Return how often the database changed; None if it does not count."""
        with self._dialect.translate_errors():
            return self._connection.count_changes()

    def _require_same_schema(self, digest: str) -> bool:
        """Return whether the database is new. Add the columns that its models have gained.

        Raise StoreError if it has another schema.
        """
        facts: dict[str, str] = dict(self._execute("select name, value from pfg_facts"))
        if "schema" in facts and facts["schema"] != digest:
            self._upgrade_schema(facts.get("layout", "[]"), digest)
        return "schema" not in facts

    def _upgrade_schema(
        self,
        old_layout: str,
        digest: str,
    ) -> None:
        """Add the columns that the database lacks. Raise StoreError if that is not enough."""
        added = find_added_fields(old_layout, self._schema)
        reason = ""
        if added is not None:
            try:
                add_columns(
                    self._execute,
                    self._schema,
                    self._dialect,
                    added,
                )
            except InvalidError as error:
                added, reason = None, f" A record does not fit them: {error.message}"
        if added is None:
            raise StoreError(
                f"The database holds other resources than the models declare.{reason}",
                hint="Start with --reset to replace them, or name another database.",
            )
        mark = self._dialect.placeholder
        for name, value in (("schema", digest), ("layout", dump_layout(self._schema))):
            self._execute(
                f"update pfg_facts set value = {mark} where name = '{name}'",
                (value,),
            )

    def _find_related_once(
        self,
        resource_name: str,
        field: str,
        keys: Sequence[Key],
    ) -> list[tuple[Key, bytes]]:
        """Return the records, with their keys, whose *field* is one of *keys*, in position order.

        All keys go into one statement, so there must not be more than the database accepts.
        """
        dialect = self._dialect
        resource = self._schema.find_resource(resource_name)
        values = [to_column_value(resource.columns[field], key) for key in keys]
        marks = ", ".join([dialect.placeholder] * len(values))
        rows = self._execute(
            f"select {dialect.body_expression} from {quote_identifier(resource_name, dialect)}"
            f" where {quote_identifier(field, dialect)} in ({marks}) order by {POSITION_COLUMN}",
            values,
        )
        return [(resource.get_key(loads(text)), text) for (text,) in rows]

    def _roll_back(
        self,
        name: str,
        *,
        is_outermost: bool,
    ) -> None:
        """Undo the changes since the savepoint *name*, and remove the savepoint."""
        self._totals.clear()  # a count within the scope may have seen its changes
        if is_outermost:
            self._execute("rollback")
            return
        self._execute(f"rollback to savepoint {name}")
        self._execute(f"release savepoint {name}")

    @contextmanager
    def _defer_references(self, *, is_needed: bool = True) -> Iterator[None]:
        """Check references at the end of the scope, so that records can be written in any order."""
        if not is_needed:
            yield
            return
        self._execute(self._dialect.defer_constraints)
        try:
            yield
            if self._execute(self._dialect.check_constraints):
                raise ConflictError("A reference leads to a record that does not exist.")
        finally:
            if self._dialect.restore_constraints:
                self._execute(self._dialect.restore_constraints)

    def _insert_texts(
        self,
        resource: str,
        texts: Sequence[bytes],
    ) -> None:
        """Insert *texts* in their order, with one call of the driver."""
        rows = [self._to_row(resource, loads(text), text) for text in texts]
        with self._dialect.translate_errors():
            self._connection.execute_many(
                self._statements[resource].insert,
                rows,
            )

    def _drop_copy(self, name: str) -> None:
        """Drop the copy of the snapshot *name*, which is about to be replaced or deleted."""
        if self._dialect.has_temporary_copies:
            text = self.get_snapshot(name)
            if text is not None:
                self._copies.drop(text)

    def _find_last_number(self, resource: str) -> int:
        """Return the last number drawn, or the greatest key if another program wrote a greater."""
        ((last, key),) = self._execute(
            self._statements[resource].last_number,
            (resource,),
        )
        return max(last or 0, key or 0)

    def _reserve_numbers(
        self,
        resource: str,
        keys: Sequence[Key],
    ) -> None:
        """Save the greatest of *keys*, so that *next_number* does not return it again."""
        numbers = [key for key in keys if isinstance(key, int) and key > 0]
        if numbers:
            self._execute(
                self._dialect.save_number,
                (resource, max(numbers)),
            )

    def _to_row(
        self,
        resource: str,
        record: Mapping[str, Any],
        text: bytes,
    ) -> list[Any]:
        """Return the values of the statement *insert*: one per column, then the body."""
        columns = self._statements[resource].columns
        values = [to_column_value(column, record.get(column.name)) for column in columns]
        return [*values, text.decode()]

    def _to_key_value(
        self,
        resource_name: str,
        key: Key,
    ) -> Any:
        """Return *key* as the key column of the resource stores it."""
        resource = self._schema.find_resource(resource_name)
        return to_column_value(resource.columns[resource.key], key)

    def _execute_all(self, statements: Iterable[str]) -> None:
        for statement in statements:
            self._execute(statement)

    def _execute(
        self,
        statement: str,
        values: Sequence[Any] = (),
    ) -> list[SqlRow]:
        """Return the rows of *statement*.

        Errors of the driver are raised as those of the store.
        """
        with self._dialect.translate_errors():
            return self._connection.execute(statement, values)

    def _execute_update(
        self,
        statement: str,
        values: Sequence[Any],
    ) -> int:
        """Return how many rows *statement* changed.

        Errors of the driver are raised as those of the store.
        """
        with self._dialect.translate_errors():
            return self._connection.execute_update(statement, values)
