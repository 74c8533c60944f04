"""Texts of SQL: tables, conditions and orders of a resource, in the words of a database's dialect."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.records import dumps
from pytest_fixturegen.store.queries import Filter, Query, microseconds
from pytest_fixturegen.store.refusals import InvalidError
from pytest_fixturegen.store.schema import WHOLE_NUMBERS, Column, Kind, Resource, Schema

BODY = "pfg_body"
POSITION = "pfg_position"
"""Our own columns: the record as JSON, and its place in the order of creation."""

FATES = {"cascade": "on delete cascade", "nullify": "on delete set null", "restrict": ""}
SIGNS = {"eq": "=", "ne": "<>", "gt": ">", "gte": ">=", "lt": "<", "lte": "<="}


@dataclass(frozen=True, slots=True)
class Dialect:
    """What databases say each in their own way.

    *own* makes our own tables; *types* names the type of a column for each kind; *extract* says the value at a path of
    the body, ready to be compared; *holds* that a list holds a value; *words* that some text of the body has a word.
    *has_outline* says whether a table has an index of all its columns but the body, which reading every row then spares.
    *translated* is a scope that turns the driver's errors into ours.
    """

    mark: str
    percent: str
    body: str
    body_type: str
    position: str
    begin: str
    no_limit: str
    cascade: str
    own: tuple[str, ...]
    defer: str
    check: str
    immediate: str
    number: str
    keep: str
    deferrable: str
    lower: str
    find: str
    words: str
    has_outline: bool
    starts: str
    types: dict[Kind, str]
    extract: Callable[[Column], str]
    holds: Callable[[Column], str]
    translated: Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Statements:
    """What is said of one resource again and again."""

    insert: str
    select: str
    update: str
    delete: str
    count: str


def quoted(name: str, dialect: Dialect) -> str:
    """*name* as an identifier."""
    return '"' + name.replace('"', '""').replace("%", dialect.percent) + '"'


def literal(text: str, dialect: Dialect) -> str:
    """*text* as a constant."""
    return "'" + text.replace("'", "''").replace("%", dialect.percent) + "'"


def stored(column: Column, value: Any) -> Any:
    """*value* of *column* as a database's column of its own holds it, and as it is compared with what that extracts.

    Raises InvalidError for a whole number that no database holds.
    """
    if value is None:
        return None
    if column.kind == "moment":
        return microseconds(value)
    if column.kind in ("whole", "flag", "number"):
        if column.kind == "whole" and not WHOLE_NUMBERS[0] <= value <= WHOLE_NUMBERS[1]:
            problem = {"path": column.name, "message": "the number is too large", "type": "too_large"}
            raise InvalidError(f"{column.name} is a number that is too large.", problems=[problem])
        return value
    if column.kind == "decimal":
        return float(value)
    return value if isinstance(value, str) else dumps(value).decode()


def tables(schema: Schema, dialect: Dialect) -> list[str]:
    """The statements that make the tables of *schema*, and put down their names."""
    made = [statement for each in schema.resources for statement in _table(each, schema, dialect)]
    return made + [statement for each in schema.resources for statement in _constraints(each, schema, dialect)]


def _table(resource: Resource, schema: Schema, dialect: Dialect) -> list[str]:
    name = quoted(resource.name, dialect)
    columns = [f"{POSITION} {dialect.position}", *(_column(resource, field, schema, dialect) for field in resource.kept)]
    columns.append(f"{BODY} {dialect.body_type} not null")
    return [
        f"create table {name} ({', '.join(columns)})",
        *indexes(resource, dialect),
        f"insert into pfg_facts values ({literal('table:' + resource.name, dialect)}, {literal(resource.name, dialect)})",
    ]


def indexes(resource: Resource, dialect: Dialect) -> list[str]:
    """The statements that make those indexes of *resource* that are not there yet."""
    name = quoted(resource.name, dialect)
    fields = (*(each.field for each in resource.references), *resource.indexed)
    indexed = [each for each in dict.fromkeys(fields) if each not in (resource.key, *resource.unique)]
    keys = {each: f"{quoted(each, dialect)}, {POSITION}" for each in indexed}
    if dialect.has_outline:
        keys[""] = ", ".join([POSITION, *(quoted(each, dialect) for each in resource.kept)])
    return [f"create index if not exists {_index(resource, each, dialect)} on {name} ({key})" for each, key in keys.items()]


def _column(resource: Resource, field: str, schema: Schema, dialect: Dialect) -> str:
    rules = " not null unique" if field == resource.key else " unique" if field in resource.unique else ""
    kind = dialect.types[resource.columns[field].kind]
    inline = (
        ""
        if dialect.deferrable
        else "".join(_foreign(each, schema, dialect) for each in resource.references if each.field == field)
    )
    return f"{quoted(field, dialect)} {kind}{rules}{inline}"


def _constraints(resource: Resource, schema: Schema, dialect: Dialect) -> list[str]:
    """The references of *resource*, where a table may only name another that is there."""
    if not dialect.deferrable:
        return []
    table = quoted(resource.name, dialect)
    added = [f"foreign key ({quoted(each.field, dialect)}){_foreign(each, schema, dialect)}" for each in resource.references]
    return [f"alter table {table} add {each} {dialect.deferrable}" for each in added]


def _foreign(reference: Any, schema: Schema, dialect: Dialect) -> str:
    key = schema.resource(reference.target).key
    return f" references {quoted(reference.target, dialect)} ({quoted(key, dialect)}) {FATES[reference.on_delete]}"


def _index(resource: Resource, field: str, dialect: Dialect) -> str:
    short = hashlib.blake2b(f"{resource.name}.{field}".encode(), digest_size=8).hexdigest()
    return quoted(f"pfg_{short}", dialect)


def statements(resource: Resource, dialect: Dialect) -> Statements:
    """The statements of *resource*."""
    table, key, mark = quoted(resource.name, dialect), quoted(resource.key, dialect), dialect.mark
    fields = [*(quoted(each, dialect) for each in resource.kept), BODY]
    return Statements(
        insert=f"insert into {table} ({', '.join(fields)}) values ({', '.join([mark] * len(fields))})",
        select=f"select {dialect.body} from {table} where {key} = {mark}",
        update=f"update {table} set {', '.join(f'{each} = {mark}' for each in fields)} where {key} = {mark}",
        delete=f"delete from {table} where {key} = {mark}",
        count=f"select count(*) from {table}",
    )


def digest_of(schema: Schema) -> str:
    """What tells the tables of *schema* from others."""
    told = [
        [each.name, each.key, sorted(each.kept), each.unique, [(to.field, to.target, to.on_delete) for to in each.references]]
        for each in schema.resources
    ]
    return hashlib.sha256(dumps(told)).hexdigest()


def selection(resource: Resource, query: Query, dialect: Dialect) -> tuple[str, str, list[Any]]:
    """What gives the records of *query*, what counts all that its filters let through, and the values of both."""
    table, (where, values) = quoted(resource.name, dialect), conditions(resource, query, dialect)
    order, limit = ordering(resource, query, dialect), "" if query.limit is None else f" limit {query.limit}"
    counted = f"select count(*) from {table}{where}"
    if query.offset:
        limit = f"{limit or dialect.no_limit} offset {query.offset}"
    if dialect.has_outline and limit and where + order != POSITION:
        where = f" where {POSITION} in (select {POSITION} from {table}{where} order by {order}{limit})"
        limit = ""
    asked = f"select {dialect.body} from {table}{where} order by {order}{limit}"
    return asked, counted, values


def conditions(resource: Resource, query: Query, dialect: Dialect) -> tuple[str, list[Any]]:
    """The filters of *query* as a ``where``, and its values."""
    parts, values = [], []
    for each in query.filters:
        text, given = _condition(resource, each, dialect)
        parts.append(text)
        values += given
    if query.words:
        parts.append(dialect.words)
        values.append(query.words.lower())
    return (f" where {' and '.join(parts)}" if parts else ""), values


def _condition(resource: Resource, rule: Filter, dialect: Dialect) -> tuple[str, list[Any]]:
    column, mark = rule.column, dialect.mark
    said = _expression(resource, column, dialect)
    match rule.operator:
        case "null":
            return f"{said} is {'' if rule.value else 'not '}null", []
        case "in" | "nin" if not rule.value:
            return ("1 = 0" if rule.operator == "in" else "1 = 1"), []
        case "like":
            return dialect.find.format(text=dialect.lower.format(said)), [rule.value.lower()]
        case "starts":
            return dialect.starts.format(text=dialect.lower.format(said)), [rule.value.lower()]
    given = [stored(_item(column), each) for each in (rule.value if isinstance(rule.value, tuple) else (rule.value,))]
    if column.kind == "list":
        held = " or ".join([dialect.holds(column)] * len(given))
        return (f"({held})" if rule.operator in ("eq", "in") else f"not ({held})"), given
    if rule.operator in ("in", "nin"):
        listed = f"{said} {'in' if rule.operator == 'in' else 'not in'} ({', '.join([mark] * len(given))})"
        return (listed if rule.operator == "in" else f"({said} is null or {listed})"), given
    compared = f"{said} {SIGNS[rule.operator]} {mark}"
    return (f"({said} is null or {compared})" if rule.operator == "ne" else compared), given


def _item(column: Column) -> Column:
    """What is compared: of a list, its items as they stand in JSON."""
    return Column(column.path, "number") if column.kind == "list" else column


def _expression(resource: Resource, column: Column, dialect: Dialect) -> str:
    return quoted(column.name, dialect) if column.name in resource.kept else dialect.extract(column)


def ordering(resource: Resource, query: Query, dialect: Dialect) -> str:
    """The order of *query*; what has nothing there comes last, and equals stand as they were created."""
    parts = [f"{_expression(resource, column, dialect)} {_way(resource, column, down=down)}" for column, down in query.sort]
    return ", ".join([*parts, POSITION])


def _way(resource: Resource, column: Column, *, down: bool) -> str:
    """Upwards or downwards. Where every record has a value no word is lost about those without: no index gives them last."""
    if column.name in (resource.key, *resource.indexed) and column.name not in resource.nullable:
        return "desc" if down else "asc"
    return f"{'desc' if down else 'asc'} nulls last"
