"""Texts of SQL: tables, conditions and orders of a resource, in the words of a database's dialect."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.store.errors import InvalidError
from pytest_fixturegen.store.queries import Filter, Query, to_microseconds
from pytest_fixturegen.store.schema import INTEGER_BOUNDS, Column, ColumnKind, Resource, Schema

BODY_COLUMN = "pfg_body"
POSITION_COLUMN = "pfg_position"
"""Our own columns: the record as JSON, and its place in the order of creation."""

ON_DELETE_CLAUSES = {
    "cascade": "on delete cascade",
    "nullify": "on delete set null",
    "restrict": "",
}
COMPARISON_SIGNS = {"eq": "=", "ne": "<>", "gt": ">", "gte": ">=", "lt": "<", "lte": "<="}


@dataclass(frozen=True, slots=True)
class SqlDialect:
    """What databases say each in their own way.

    *own* makes our own tables; *types* names the type of a column for each kind; *extract* says the value at a path of
    the body, ready to be compared; *holds* that a list holds a value; *words* that some text of the body has a word.
    *has_outline* says whether a table has an index of all its columns but the body, which reading every row then spares.
    *translated* is a scope that turns the driver's errors into ours.
    """

    placeholder: str
    escaped_percent: str
    body_expression: str
    body_type: str
    position_type: str
    begin_transaction: str
    unlimited: str
    drop_suffix: str
    setup_statements: tuple[str, ...]
    defer_constraints: str
    check_constraints: str
    restore_constraints: str
    save_number: str
    save_snapshot: str
    deferrable_clause: str
    lower_template: str
    contains_template: str
    search_condition: str
    has_covering_index: bool
    prefix_template: str
    column_types: dict[ColumnKind, str]
    format_extract: Callable[[Column], str]
    format_contains: Callable[[Column], str]
    translate_errors: Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class ResourceStatements:
    """What is said of one resource again and again."""

    insert: str
    select: str
    update: str
    delete: str
    count: str


def quote_identifier(name: str, dialect: SqlDialect) -> str:
    """*name* as an identifier."""
    return '"' + name.replace('"', '""').replace("%", dialect.escaped_percent) + '"'


def quote_literal(text: str, dialect: SqlDialect) -> str:
    """*text* as a constant."""
    return "'" + text.replace("'", "''").replace("%", dialect.escaped_percent) + "'"


def to_column_value(column: Column, value: Any) -> Any:
    """*value* of *column* as a database's column of its own holds it, and as it is compared with what that extracts.

    Raises InvalidError for a whole number that no database holds.
    """
    if value is None:
        return None
    if column.kind == "moment":
        return to_microseconds(value)
    if column.kind in ("whole", "flag", "number"):
        if column.kind == "whole" and not INTEGER_BOUNDS[0] <= value <= INTEGER_BOUNDS[1]:
            problem = {
                "path": column.name,
                "message": "the number is too large",
                "type": "too_large",
            }
            raise InvalidError(f"{column.name} is a number that is too large.", problems=[problem])
        return value
    if column.kind == "decimal":
        return float(value)
    return value if isinstance(value, str) else dumps(value).decode()


def build_tables(schema: Schema, dialect: SqlDialect) -> list[str]:
    """The statements that make the tables of *schema*, and put down their names."""
    made = [
        statement for each in schema.resources for statement in _build_table(each, schema, dialect)
    ]
    return made + [
        statement
        for each in schema.resources
        for statement in _build_constraints(each, schema, dialect)
    ]


def _build_table(resource: Resource, schema: Schema, dialect: SqlDialect) -> list[str]:
    name = quote_identifier(resource.name, dialect)
    columns = [
        f"{POSITION_COLUMN} {dialect.position_type}",
        *(_build_column(resource, field, schema, dialect) for field in resource.stored_fields),
    ]
    columns.append(f"{BODY_COLUMN} {dialect.body_type} not null")
    return [
        f"create table {name} ({', '.join(columns)})",
        *build_indexes(resource, dialect),
        f"insert into pfg_facts values ({quote_literal('table:' + resource.name, dialect)}, {quote_literal(resource.name, dialect)})",
    ]


def build_indexes(resource: Resource, dialect: SqlDialect) -> list[str]:
    """The statements that make those indexes of *resource* that are not there yet."""
    name = quote_identifier(resource.name, dialect)
    fields = (*(each.field for each in resource.references), *resource.indexed)
    indexed = [
        each for each in dict.fromkeys(fields) if each not in (resource.key, *resource.unique)
    ]
    keys = {each: f"{quote_identifier(each, dialect)}, {POSITION_COLUMN}" for each in indexed}
    if dialect.has_covering_index:
        keys[""] = ", ".join(
            [POSITION_COLUMN, *(quote_identifier(each, dialect) for each in resource.stored_fields)]
        )
    return [
        f"create index if not exists {_make_index_name(resource, each, dialect)} on {name} ({key})"
        for each, key in keys.items()
    ]


def _build_column(resource: Resource, field: str, schema: Schema, dialect: SqlDialect) -> str:
    rules = (
        " not null unique"
        if field == resource.key
        else " unique"
        if field in resource.unique
        else ""
    )
    kind = dialect.column_types[resource.columns[field].kind]
    inline = (
        ""
        if dialect.deferrable_clause
        else "".join(
            _build_foreign_key(each, schema, dialect)
            for each in resource.references
            if each.field == field
        )
    )
    return f"{quote_identifier(field, dialect)} {kind}{rules}{inline}"


def _build_constraints(resource: Resource, schema: Schema, dialect: SqlDialect) -> list[str]:
    """The references of *resource*, where a table may only name another that is there."""
    if not dialect.deferrable_clause:
        return []
    table = quote_identifier(resource.name, dialect)
    added = [
        f"foreign key ({quote_identifier(each.field, dialect)}){_build_foreign_key(each, schema, dialect)}"
        for each in resource.references
    ]
    return [f"alter table {table} add {each} {dialect.deferrable_clause}" for each in added]


def _build_foreign_key(reference: Any, schema: Schema, dialect: SqlDialect) -> str:
    key = schema.find_resource(reference.target).key
    return f" references {quote_identifier(reference.target, dialect)} ({quote_identifier(key, dialect)}) {ON_DELETE_CLAUSES[reference.on_delete]}"


def _make_index_name(resource: Resource, field: str, dialect: SqlDialect) -> str:
    short = hashlib.blake2b(f"{resource.name}.{field}".encode(), digest_size=8).hexdigest()
    return quote_identifier(f"pfg_{short}", dialect)


def build_statements(resource: Resource, dialect: SqlDialect) -> ResourceStatements:
    """The statements of *resource*."""
    table, key, mark = (
        quote_identifier(resource.name, dialect),
        quote_identifier(resource.key, dialect),
        dialect.placeholder,
    )
    fields = [*(quote_identifier(each, dialect) for each in resource.stored_fields), BODY_COLUMN]
    return ResourceStatements(
        insert=f"insert into {table} ({', '.join(fields)}) values ({', '.join([mark] * len(fields))})",
        select=f"select {dialect.body_expression} from {table} where {key} = {mark}",
        update=f"update {table} set {', '.join(f'{each} = {mark}' for each in fields)} where {key} = {mark}",
        delete=f"delete from {table} where {key} = {mark}",
        count=f"select count(*) from {table}",
    )


def compute_digest(schema: Schema) -> str:
    """What tells the tables of *schema* from others."""
    told = [
        [
            each.name,
            each.key,
            sorted(each.stored_fields),
            each.unique,
            [(to.field, to.target, to.on_delete) for to in each.references],
        ]
        for each in schema.resources
    ]
    return hashlib.sha256(dumps(told)).hexdigest()


def build_selection(
    resource: Resource, query: Query, dialect: SqlDialect
) -> tuple[str, str, list[Any]]:
    """What gives the records of *query*, what counts all that its filters let through, and the values of both."""
    table, (where, values) = (
        quote_identifier(resource.name, dialect),
        build_conditions(resource, query, dialect),
    )
    order, limit = (
        build_ordering(resource, query, dialect),
        "" if query.limit is None else f" limit {query.limit}",
    )
    counted = f"select count(*) from {table}{where}"
    if query.offset:
        limit = f"{limit or dialect.unlimited} offset {query.offset}"
    if dialect.has_covering_index and limit and where + order != POSITION_COLUMN:
        where = f" where {POSITION_COLUMN} in (select {POSITION_COLUMN} from {table}{where} order by {order}{limit})"
        limit = ""
    asked = f"select {dialect.body_expression} from {table}{where} order by {order}{limit}"
    return asked, counted, values


def build_conditions(
    resource: Resource, query: Query, dialect: SqlDialect
) -> tuple[str, list[Any]]:
    """The filters of *query* as a ``where``, and its values."""
    parts, values = [], []
    for each in query.filters:
        text, given = _build_condition(resource, each, dialect)
        parts.append(text)
        values += given
    if query.search:
        parts.append(dialect.search_condition)
        values.append(query.search.lower())
    return (f" where {' and '.join(parts)}" if parts else ""), values


def _build_condition(
    resource: Resource, rule: Filter, dialect: SqlDialect
) -> tuple[str, list[Any]]:
    column, mark = rule.column, dialect.placeholder
    said = _build_expression(resource, column, dialect)
    match rule.operator:
        case "null":
            return f"{said} is {'' if rule.value else 'not '}null", []
        case "in" | "nin" if not rule.value:
            return ("1 = 0" if rule.operator == "in" else "1 = 1"), []
        case "like":
            return dialect.contains_template.format(text=dialect.lower_template.format(said)), [
                rule.value.lower()
            ]
        case "starts":
            return dialect.prefix_template.format(text=dialect.lower_template.format(said)), [
                rule.value.lower()
            ]
    given = [
        to_column_value(_get_item_column(column), each)
        for each in (rule.value if isinstance(rule.value, tuple) else (rule.value,))
    ]
    if column.kind == "list":
        held = " or ".join([dialect.format_contains(column)] * len(given))
        return (f"({held})" if rule.operator in ("eq", "in") else f"not ({held})"), given
    if rule.operator in ("in", "nin"):
        listed = f"{said} {'in' if rule.operator == 'in' else 'not in'} ({', '.join([mark] * len(given))})"
        return (listed if rule.operator == "in" else f"({said} is null or {listed})"), given
    compared = f"{said} {COMPARISON_SIGNS[rule.operator]} {mark}"
    return (f"({said} is null or {compared})" if rule.operator == "ne" else compared), given


def _get_item_column(column: Column) -> Column:
    """What is compared: of a list, its items as they stand in JSON."""
    return Column(column.path, "number") if column.kind == "list" else column


def _build_expression(resource: Resource, column: Column, dialect: SqlDialect) -> str:
    return (
        quote_identifier(column.name, dialect)
        if column.name in resource.stored_fields
        else dialect.format_extract(column)
    )


def build_ordering(resource: Resource, query: Query, dialect: SqlDialect) -> str:
    """The order of *query*; what has nothing there comes last, and equals stand as they were created."""
    parts = [
        f"{_build_expression(resource, column, dialect)} {_build_direction(resource, column, is_descending=down)}"
        for column, down in query.sort
    ]
    return ", ".join([*parts, POSITION_COLUMN])


def _build_direction(resource: Resource, column: Column, *, is_descending: bool) -> str:
    """Upwards or downwards. Where every record has a value no word is lost about those without: no index gives them last."""
    if column.name in (resource.key, *resource.indexed) and column.name not in resource.nullable:
        return "desc" if is_descending else "asc"
    return f"{'desc' if is_descending else 'asc'} nulls last"
