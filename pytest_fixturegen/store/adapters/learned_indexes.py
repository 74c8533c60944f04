"""Indexes for filters and orders that clients ask for again and again.

A filter without an index reads every row, and an order sorts them all: in a table of 10,000 rows,
771 microseconds instead of 16.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from pytest_fixturegen.store.adapters.statements import (
    SqlDialect,
    build_column_expression,
    build_order_terms,
    quote_identifier,
)
from pytest_fixturegen.store.queries import Query
from pytest_fixturegen.store.schema import Column, Resource

SCANS_BEFORE_INDEX = 5
"""How often a filter and order is asked for until it gets an index."""

MAX_LEARNED_INDEXES = 8
"""Indexes of one resource that are created without being asked for: each makes a write slower."""

MIN_ROWS = 1000
"""Rows of a table that is worth an index."""


class IndexLearner:
    """Counts the filters and orders of queries, and proposes indexes for the frequent ones."""

    def __init__(self, dialect: SqlDialect) -> None:
        """Start without any counts."""
        self._dialect = dialect
        self._scans: Counter[tuple[str, str]] = Counter()
        self._learned: Counter[str] = Counter()

    def propose_index(
        self,
        resource: Resource,
        query: Query,
    ) -> str:
        """Return the statement that creates the index for *query*, or an empty text.

        It is empty until the same fields were asked for several times, and if the query has an
        index already, or needs every row anyway.
        """
        if query.search or not (query.filters or query.sort):
            return ""
        if self._learned[resource.name] >= MAX_LEARNED_INDEXES:
            return ""
        columns = ", ".join(self._list_index_columns(resource, query))
        if not columns:
            return ""
        self._scans[resource.name, columns] += 1
        if self._scans[resource.name, columns] != SCANS_BEFORE_INDEX:
            return ""
        self._learned[resource.name] += 1
        name = hashlib.blake2b(f"{resource.name}: {columns}".encode(), digest_size=8).hexdigest()
        table = quote_identifier(resource.name, self._dialect)
        return f"create index if not exists pfg_learned_{name} on {table} ({columns})"

    def _list_index_columns(
        self,
        resource: Resource,
        query: Query,
    ) -> Iterator[str]:
        """Yield the columns of the index: those of equal values, then those of the order."""
        equal = [rule.column for rule in query.filters if rule.operator == "eq"]
        ordered = [column for column, _ in query.sort]
        if not all(map(_can_be_indexed, (*equal, *ordered))):
            return
        fast_fields = (resource.key, *resource.unique)
        if any(column.name in fast_fields for column in equal):
            return
        if not equal and ordered and ordered[0].name in (*fast_fields, *resource.indexed):
            return
        for column in equal:
            yield build_column_expression(resource, column, self._dialect)
        for column, is_descending in query.sort:
            yield from build_order_terms(
                resource,
                column,
                self._dialect,
                is_descending=is_descending,
            )


def _can_be_indexed(column: Column) -> bool:
    """Return whether SQLite can index the column without functions of this package."""
    if column.kind in ("list", "other"):
        return False
    return column.is_stored or column.kind != "moment"
