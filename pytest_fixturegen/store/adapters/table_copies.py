"""Copies of all tables, from which a state returns faster than from its JSON.

To restore 20,000 records from JSON, each is parsed twice and bound to a statement: six seconds on a
busy machine, and one from a copy. The copies are temporary tables, which end with the connection.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from pytest_fixturegen.store.adapters.statements import (
    BODY_COLUMN,
    POSITION_COLUMN,
    SqlDialect,
    quote_identifier,
)
from pytest_fixturegen.store.schema import Schema

MIN_COPIED_ROWS = 1000
"""Records of a store that is worth a copy."""

Execute = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]


class TableCopies:
    """Copies of the tables of a database, by the digest of the state that they hold."""

    def __init__(
        self,
        execute: Execute,
        dialect: SqlDialect,
    ) -> None:
        """Keep the function that executes a statement."""
        self._execute = execute
        self._dialect = dialect
        self._tables: dict[str, str] = {}

    def set_schema(self, schema: Schema) -> None:
        """Remember the tables of *schema* and their columns, targets of references first."""
        for resource in schema.resources:
            columns = (*resource.stored_fields, BODY_COLUMN)
            quoted = (quote_identifier(column, self._dialect) for column in columns)
            table = quote_identifier(resource.name, self._dialect)
            self._tables[table] = ", ".join([POSITION_COLUMN, *quoted])
        self._tables["pfg_numbers"] = "resource, last"

    def keep(self, subject: bytes) -> None:
        """Copy all tables, as the state of *subject*, unless they are small."""
        tables = list(self._tables)[:-1]
        counts = [self._execute(f"select count(*) from {table}", ())[0][0] for table in tables]
        if sum(counts) < MIN_COPIED_ROWS:
            return
        for index, (table, columns) in enumerate(self._tables.items()):
            copy = _name_copy(subject, index)
            self._execute(f"drop table if exists temp.{copy}", ())
            self._execute(f"create temp table {copy} as select {columns} from {table}", ())

    def has(self, subject: bytes) -> bool:
        """Return whether there is a copy of *subject*. An undone transaction takes it along."""
        statement = "select count(*) from sqlite_temp_master where name = ?"
        return bool(self._execute(statement, (_name_copy(subject, 0),))[0][0])

    def drop(self, subject: bytes) -> None:
        """Drop the copy of *subject*, if there is one."""
        for index in range(len(self._tables)):
            self._execute(f"drop table if exists temp.{_name_copy(subject, index)}", ())

    def fill_tables(self, subject: bytes) -> None:
        """Insert the copy of *subject* into the tables, which are empty."""
        for index, (table, columns) in enumerate(self._tables.items()):
            copy = _name_copy(subject, index)
            self._execute(
                f"insert into {table} ({columns}) select {columns} from temp.{copy}",
                (),
            )


def _name_copy(subject: bytes, index: int) -> str:
    """Return the name of the copy of the table with this *index*."""
    return f"pfg_copy_{hashlib.blake2b(subject, digest_size=16).hexdigest()}_{index}"
