"""Databases whose models have gained fields: the new columns are added, and no record is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.store.adapters.statements import (
    POSITION_COLUMN,
    SqlDialect,
    build_indexes,
    build_statements,
    make_index_name,
    quote_identifier,
    to_column_value,
)
from pytest_fixturegen.store.schema import Resource, Schema

Execute = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]

Layout = list[list[Any]]
"""The name, key, stored fields, unique fields and references of each resource."""

FIELDS_POSITION = 2
"""The position of the stored fields in the description of a resource."""


def describe_layout(schema: Schema) -> Layout:
    """Return everything that determines the tables of *schema*."""
    return [
        [
            resource.name,
            resource.key,
            sorted(resource.stored_fields),
            list(resource.unique),
            [[link.field, link.target, link.on_delete] for link in resource.references],
        ]
        for resource in schema.resources
    ]


def find_added_fields(old_text: str, schema: Schema) -> dict[str, list[str]] | None:
    """Return the fields of each resource that the layout *old_text* lacks.

    Return None if the two differ in anything else.
    """
    old, new = loads(old_text.encode()), describe_layout(schema)
    if _leave_out_fields(old) != _leave_out_fields(new):
        return None
    added: dict[str, list[str]] = {}
    old_fields = {each[0]: each[FIELDS_POSITION] for each in old}
    for name, _, fields, *_ in new:
        if not set(old_fields[name]) <= set(fields):
            return None
        added[name] = [field for field in fields if field not in old_fields[name]]
    return added


def _leave_out_fields(layout: Layout) -> Layout:
    """Return *layout* without the stored fields, in an order that does not depend on them."""
    return sorted([*each[:FIELDS_POSITION], *each[FIELDS_POSITION + 1 :]] for each in layout)


def add_columns(
    execute: Execute,
    schema: Schema,
    dialect: SqlDialect,
    added: Mapping[str, Sequence[str]],
) -> None:
    """Add the columns of *added* fields, and write each record as its model does now.

    Raise InvalidError if a model rejects one of its records.
    """
    for resource in schema.resources:
        fields = added[resource.name]
        if fields:
            _add_columns_of(execute, resource, dialect, fields)


def _add_columns_of(
    execute: Execute,
    resource: Resource,
    dialect: SqlDialect,
    fields: Sequence[str],
) -> None:
    """Add the columns *fields* to one table."""
    table = quote_identifier(resource.name, dialect)
    for field in fields:
        column_type = dialect.column_types[resource.columns[field].kind]
        name = quote_identifier(field, dialect)
        execute(f"alter table {table} add column {name} {column_type}", ())
    rows = execute(
        f"select {dialect.body_expression} from {table} order by {POSITION_COLUMN}",
        (),
    )
    statements = build_statements(resource, dialect)
    for (text,) in rows:
        valid = resource.validate(text)
        record = loads(valid)
        values = [to_column_value(each, record.get(each.name)) for each in statements.columns]
        key = to_column_value(
            resource.columns[resource.key],
            loads(text)[resource.key],
        )
        execute(
            statements.update,
            (*values, valid.decode(), key),
        )
    # The index of all columns has the same name with more columns.
    execute(f"drop index if exists {make_index_name(resource, '', dialect)}", ())
    for statement in build_indexes(resource, dialect):
        execute(statement, ())


def dump_layout(schema: Schema) -> str:
    """Return the layout of *schema* as the database keeps it."""
    return dumps(describe_layout(schema)).decode()
