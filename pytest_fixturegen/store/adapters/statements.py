"""SQL statements for the tables, conditions and orders of a resource, in a database's dialect."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.store.errors import InvalidError
from pytest_fixturegen.store.queries import Filter, Query, to_microseconds
from pytest_fixturegen.store.schema import (
    INTEGER_BOUNDS,
    Column,
    ColumnKind,
    Reference,
    Resource,
    Schema,
)

BODY_COLUMN = "pfg_body"
"""The column of every table that holds the record as JSON."""

POSITION_COLUMN = "pfg_position"
"""The column of every table that holds the position of the record in the order of creation."""

ON_DELETE_CLAUSES = {
    "cascade": "on delete cascade",
    "nullify": "on delete set null",
    "restrict": "",
}
COMPARISON_SIGNS = {"eq": "=", "ne": "<>", "gt": ">", "gte": ">=", "lt": "<", "lte": "<="}

JSON_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
"""Characters that JSON may write in another way."""

Condition = tuple[str, list[Any]]
"""A condition in SQL, and the values of its placeholders."""


@dataclass(frozen=True, slots=True)
class SqlDialect:
    """The parts of SQL in which databases differ.

    *setup_statements* create the tables that every store has. *column_types* gives the type of a
    column for each kind. *format_extract* returns an expression for the comparable value of a
    column within the body, *format_contains* one that tests whether a list contains a value, and
    *search_condition* tests whether a text within the body contains the words; if
    *has_search_filter*, it first takes words that the whole body must contain. *has_covering_index*
    is true if each table has an index of all columns but the body, so that a filter need not read
    the bodies. *has_small_nulls* is true if null sorts before all values, *has_temporary_copies* if
    TableCopies understands the database. *lock_clause* locks selected rows until the end of the
    transaction; SQLite needs none, because its transactions exclude other writers from the start.
    *translate_errors* is a scope that turns errors of the driver into errors of the store.
    """

    placeholder: str
    lock_clause: str
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
    has_search_filter: bool
    has_covering_index: bool
    has_small_nulls: bool
    has_temporary_copies: bool
    prefix_template: str
    column_types: dict[ColumnKind, str]
    format_extract: Callable[[Column], str]
    format_contains: Callable[[Column], str]
    translate_errors: Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class ResourceStatements:
    """The statements of one resource that every request uses.

    *columns* are those that *insert* and *update* write, before the body.
    """

    columns: tuple[Column, ...]
    insert: str
    select: str
    update: str
    delete: str
    count: str
    last_number: str


@dataclass(frozen=True, slots=True)
class Selection:
    """The statements of a query: *select* reads its page, *count* counts all matching records.

    Both take *values*.
    """

    select: str
    count: str
    values: list[Any]


def quote_identifier(name: str, dialect: SqlDialect) -> str:
    """Return *name* as an identifier."""
    return '"' + name.replace('"', '""').replace("%", dialect.escaped_percent) + '"'


def quote_literal(text: str, dialect: SqlDialect) -> str:
    """Return *text* as a string literal."""
    return "'" + text.replace("'", "''").replace("%", dialect.escaped_percent) + "'"


def to_column_value(column: Column, value: Any) -> Any:
    """Return *value* as the database column of *column* stores it.

    The result compares with the expressions of *format_extract*. Raise InvalidError for a whole
    number that exceeds INTEGER_BOUNDS.
    """
    if value is None:
        return None
    match column.kind:
        case "moment":
            return to_microseconds(value)
        case "whole":
            return _require_storable_integer(column, value)
        case "flag" | "number":
            return value
        case "decimal":
            return float(value)
        case _:
            return value if isinstance(value, str) else dumps(value).decode()


def _require_storable_integer(column: Column, value: int) -> int:
    """Return *value*, or raise InvalidError if an integer column cannot hold it."""
    if INTEGER_BOUNDS[0] <= value <= INTEGER_BOUNDS[1]:
        return value
    problem = {"path": column.name, "message": "the number is too large", "type": "too_large"}
    raise InvalidError(f"{column.name} is a number that is too large.", problems=[problem])


def build_tables(schema: Schema, dialect: SqlDialect) -> list[str]:
    """Return the statements that create the tables of *schema* and record their names."""
    statements: list[str] = []
    for resource in schema.resources:
        statements += _build_table(resource, schema, dialect)
    for resource in schema.resources:
        statements += _build_constraints(resource, schema, dialect)
    return statements


def _build_table(
    resource: Resource,
    schema: Schema,
    dialect: SqlDialect,
) -> list[str]:
    """Return the statements that create the table, its indexes and the fact that it exists.

    The columns are the position, the stored fields in their order, and the body.
    """
    table = quote_identifier(resource.name, dialect)
    columns = [
        f"{POSITION_COLUMN} {dialect.position_type}",
        *(
            _build_column(
                resource,
                field,
                schema,
                dialect,
            )
            for field in resource.stored_fields
        ),
        f"{BODY_COLUMN} {dialect.body_type} not null",
    ]
    fact = quote_literal(f"table:{resource.name}", dialect)
    name = quote_literal(resource.name, dialect)
    return [
        f"create table {table} ({', '.join(columns)})",
        *build_indexes(resource, dialect),
        f"insert into pfg_facts values ({fact}, {name})",
    ]


def build_indexes(resource: Resource, dialect: SqlDialect) -> list[str]:
    """Return the statements that create the missing indexes of *resource*."""
    table = quote_identifier(resource.name, dialect)
    references = (reference.field for reference in resource.references)
    unique = (resource.key, *resource.unique)  # the database indexes them by itself
    fields = dict.fromkeys((*references, *resource.indexed))
    indexes = {
        field: f"{quote_identifier(field, dialect)}, {POSITION_COLUMN}"
        for field in fields
        if field not in unique
    }
    if dialect.has_covering_index:
        stored = (quote_identifier(field, dialect) for field in resource.stored_fields)
        indexes[""] = ", ".join([POSITION_COLUMN, *stored])
    return [
        f"create index if not exists {make_index_name(resource, field, dialect)}"
        f" on {table} ({columns})"
        for field, columns in indexes.items()
    ]


def _build_column(
    resource: Resource,
    field: str,
    schema: Schema,
    dialect: SqlDialect,
) -> str:
    """Return the definition of one column.

    It includes the foreign key if the dialect has no clause for deferrable keys; otherwise a later
    statement adds the key.
    """
    constraint = _build_column_constraint(resource, field)
    column_type = dialect.column_types[resource.columns[field].kind]
    foreign_key = ""
    if not dialect.deferrable_clause:
        foreign_key = "".join(
            _build_foreign_key(reference, schema, dialect)
            for reference in resource.references
            if reference.field == field
        )
    return f"{quote_identifier(field, dialect)} {column_type}{constraint}{foreign_key}"


def _build_column_constraint(resource: Resource, field: str) -> str:
    """Return the constraint of the column *field* in SQL."""
    if field == resource.key:
        return " not null unique"
    return " unique" if field in resource.unique else ""


def _build_constraints(
    resource: Resource,
    schema: Schema,
    dialect: SqlDialect,
) -> list[str]:
    """Return the statements that add the references of *resource* after all tables exist.

    A dialect without a deferrable clause declares references in the table itself.
    """
    if not dialect.deferrable_clause:
        return []
    table = quote_identifier(resource.name, dialect)
    return [
        f"alter table {table} add foreign key ({quote_identifier(reference.field, dialect)})"
        f"{_build_foreign_key(reference, schema, dialect)} {dialect.deferrable_clause}"
        for reference in resource.references
    ]


def _build_foreign_key(
    reference: Reference,
    schema: Schema,
    dialect: SqlDialect,
) -> str:
    """Return the clause that makes a column refer to the key of its target resource."""
    table = quote_identifier(reference.target, dialect)
    key = quote_identifier(
        schema.find_resource(reference.target).key,
        dialect,
    )
    return f" references {table} ({key}) {ON_DELETE_CLAUSES[reference.on_delete]}"


def make_index_name(
    resource: Resource,
    field: str,
    dialect: SqlDialect,
) -> str:
    """Return the quoted name of the index of *field*, the same in every run."""
    # A digest: PostgreSQL cuts names at 63 bytes, which could make two of them equal.
    digest = hashlib.blake2b(f"{resource.name}.{field}".encode(), digest_size=8).hexdigest()
    return quote_identifier(f"pfg_{digest}", dialect)


def build_statements(resource: Resource, dialect: SqlDialect) -> ResourceStatements:
    """Return the statements of *resource*."""
    mark = dialect.placeholder
    table = quote_identifier(resource.name, dialect)
    with_key = f"where {quote_identifier(resource.key, dialect)} = {mark}"
    stored = [quote_identifier(field, dialect) for field in resource.stored_fields]
    names = [*stored, BODY_COLUMN]
    marks = ", ".join([mark] * len(names))
    assignments = ", ".join(f"{name} = {mark}" for name in names)
    greatest = "0"
    if resource.columns[resource.key].kind == "whole":
        greatest = f"(select max({quote_identifier(resource.key, dialect)}) from {table})"
    return ResourceStatements(
        columns=tuple(resource.columns[field] for field in resource.stored_fields),
        insert=f"insert into {table} ({', '.join(names)}) values ({marks})",
        select=f"select {dialect.body_expression} from {table} {with_key}",
        update=f"update {table} set {assignments} {with_key}",
        delete=f"delete from {table} {with_key}",
        count=f"select count(*) from {table}",
        last_number=f"select (select last from pfg_numbers where resource = {mark}), {greatest}",
    )


def compute_digest(schema: Schema) -> str:
    """Return a digest of everything that determines the tables of *schema*."""
    facts = [
        [
            resource.name,
            resource.key,
            sorted(resource.stored_fields),
            resource.unique,
            [(link.field, link.target, link.on_delete) for link in resource.references],
        ]
        for resource in schema.resources
    ]
    return hashlib.sha256(dumps(facts)).hexdigest()


def build_selection(
    resource: Resource,
    query: Query,
    dialect: SqlDialect,
) -> Selection:
    """Return the statements of *query*."""
    table = quote_identifier(resource.name, dialect)
    where, values = build_conditions(resource, query, dialect)
    order = build_ordering(resource, query, dialect)
    limit = _build_limit(query, dialect)
    count = f"select count(*) from {table}{where}"
    is_plain = not where and order == POSITION_COLUMN
    is_selective_page = bool(limit) and not is_plain
    if dialect.has_covering_index and is_selective_page:
        # The covering index finds the positions of the page without reading any body.
        positions = f"select {POSITION_COLUMN} from {table}{where} order by {order}{limit}"
        where, limit = f" where {POSITION_COLUMN} in ({positions})", ""
    select = f"select {dialect.body_expression} from {table}{where} order by {order}{limit}"
    return Selection(select, count, values)


def _build_limit(query: Query, dialect: SqlDialect) -> str:
    """Return the limit and offset clauses, or an empty text if *query* has neither.

    An offset without a limit needs the dialect's word for "unlimited".
    """
    limit = "" if query.limit is None else f" limit {query.limit}"
    if query.offset:
        return f"{limit or dialect.unlimited} offset {query.offset}"
    return limit


def build_conditions(
    resource: Resource,
    query: Query,
    dialect: SqlDialect,
) -> Condition:
    """Return the filters of *query* as a ``where`` clause with its values."""
    conditions: list[str] = []
    values: list[Any] = []
    for rule in query.filters:
        condition, condition_values = _build_condition(resource, rule, dialect)
        conditions.append(condition)
        values += condition_values
    if query.search:
        conditions.append(dialect.search_condition)
        words = query.search.lower()
        if dialect.has_search_filter:
            values.append("" if JSON_ESCAPED.search(words) else words)
        values.append(words)
    where = f" where {' and '.join(conditions)}" if conditions else ""
    return where, values


def _build_condition(
    resource: Resource,
    rule: Filter,
    dialect: SqlDialect,
) -> Condition:
    """Return the SQL condition of one filter, with its values.

    An empty list of choices needs no column: nothing is in it, and everything is outside it.
    """
    expression = build_column_expression(resource, rule.column, dialect)
    match rule.operator:
        case "null":
            return f"{expression} is {'' if rule.value else 'not '}null", []
        case "like":
            return _build_text_condition(dialect.contains_template, expression, rule, dialect)
        case "starts":
            return _build_text_condition(dialect.prefix_template, expression, rule, dialect)
        case "in" | "nin" if not rule.value:
            return ("1 = 0" if rule.operator == "in" else "1 = 1"), []
    operands = rule.value if isinstance(rule.value, tuple) else (rule.value,)
    values = [to_column_value(_get_item_column(rule.column), operand) for operand in operands]
    if rule.column.kind == "list":
        return _build_list_condition(rule, values, dialect)
    return _build_comparison(expression, rule, values, dialect)


def _build_text_condition(
    template: str,
    expression: str,
    rule: Filter,
    dialect: SqlDialect,
) -> Condition:
    """Return the condition that fills *template*; both sides are in lower case."""
    lowered = dialect.lower_template.format(expression)
    return template.format(text=lowered), [rule.value.lower()]


def _build_list_condition(
    rule: Filter,
    values: Sequence[Any],
    dialect: SqlDialect,
) -> Condition:
    """Return the condition that a list contains any of *values*, or none of them.

    The operators "eq" and "in" ask for any; the others ask for none.
    """
    contains = " or ".join([dialect.format_contains(rule.column)] * len(values))
    is_positive = rule.operator in ("eq", "in")
    return (f"({contains})" if is_positive else f"not ({contains})"), list(values)


def _build_comparison(
    expression: str,
    rule: Filter,
    values: Sequence[Any],
    dialect: SqlDialect,
) -> Condition:
    """Compare a value. Negative operators also match records without one, as they do in Python."""
    mark = dialect.placeholder
    marks = ", ".join([mark] * len(values))
    match rule.operator:
        case "in":
            condition = f"{expression} in ({marks})"
        case "nin":
            condition = f"({expression} is null or {expression} not in ({marks}))"
        case "ne":
            condition = f"({expression} is null or {expression} <> {mark})"
        case _:
            condition = f"{expression} {COMPARISON_SIGNS[rule.operator]} {mark}"
    return condition, list(values)


def _get_item_column(column: Column) -> Column:
    """Return the column whose values are compared: of a list, its items as JSON."""
    return Column(column.path, "number") if column.kind == "list" else column


def build_column_expression(
    resource: Resource,
    column: Column,
    dialect: SqlDialect,
) -> str:
    """Return the column of a stored field, or the expression that reads it from the body."""
    if column.name in resource.stored_fields:
        return quote_identifier(column.name, dialect)
    return dialect.format_extract(column)


def build_ordering(
    resource: Resource,
    query: Query,
    dialect: SqlDialect,
) -> str:
    """Return the order of *query*. Records without a value come last, ties in creation order."""
    terms: list[str] = []
    for column, is_descending in query.sort:
        terms += build_order_terms(
            resource,
            column,
            dialect,
            is_descending=is_descending,
        )
    return ", ".join([*terms, POSITION_COLUMN])


def build_order_terms(
    resource: Resource,
    column: Column,
    dialect: SqlDialect,
    *,
    is_descending: bool,
) -> list[str]:
    """Return the terms that sort by *column*, with records without a value last."""
    expression = build_column_expression(resource, column, dialect)
    direction = "desc" if is_descending else "asc"
    is_indexed = column.name in (resource.key, *resource.indexed)
    if is_indexed and column.name not in resource.nullable:
        return [f"{expression} {direction}"]  # "nulls last" would keep the index from being used
    if not dialect.has_small_nulls:
        return [f"{expression} {direction} nulls last"]
    # These terms can be the columns of an index.
    return (
        [f"{expression} desc"] if is_descending else [f"{expression} is null", f"{expression} asc"]
    )
