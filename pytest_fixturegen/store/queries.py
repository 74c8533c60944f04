"""Filter, sort, page: what is asked of a resource, read from text, and its meaning in plain Python.

Databases say the same in SQL; storage that cannot is asked for all its records, and the answer is worked out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime, timezone
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import partial
from typing import Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import suggest_nearest
from pytest_fixturegen.store.errors import BadQueryError, is_store_error, make_unknown_error
from pytest_fixturegen.store.schema import Column, Record, Resource
from pytest_fixturegen.store.values import has_words

__tracebackhide__ = is_store_error

Operator = Literal["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin", "like", "starts", "null"]
OPERATORS: tuple[str, ...] = (
    "eq",
    "ne",
    "gt",
    "gte",
    "lt",
    "lte",
    "in",
    "nin",
    "like",
    "starts",
    "null",
)
ORDER_OPERATORS = ("gt", "gte", "lt", "lte")
TEXT_OPERATORS = ("like", "starts")
LIST_PARAMETERS = ("sort", "fields", "expand")
PARAMETERS = ("sort", "page", "limit", "offset", "fields", "expand", "q")
"""What a query may say beside filters."""

MAX_ROWS = 10_000
MAX_PARAMETERS = 50
NUMBER_BOUNDS = (1, 10**9)
"""Bounds of a page's number and size, both ends in; the size has MOST_ROWS as its upper one."""

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


@dataclass(frozen=True, slots=True)
class Filter:
    """*column* stands to *value*, a value as JSON says it, as *operator* says; of ``in`` and ``nin`` a tuple of values."""

    column: Column
    operator: str
    value: Any


@dataclass(frozen=True, slots=True)
class Query:
    """Which records, in which order: those that keep all *filters*, sorted by columns (True: downwards), from *offset*
    on, *limit* at most. *words* must stand in one of their texts, whatever its case.
    """

    filters: tuple[Filter, ...] = ()
    sort: tuple[tuple[Column, bool], ...] = ()
    offset: int = 0
    limit: int | None = None
    search: str = ""


ALL_RECORDS = Query()


@dataclass(frozen=True, slots=True)
class Page:
    """The *texts* of some records as JSON, and the *total* of those that the filters let through."""

    texts: Sequence[bytes]
    total: int


@dataclass(frozen=True, slots=True)
class RecordView:
    """How the records of a query are shown: only *fields* (all, if there are none), with the records in *expand*.

    A page has *size* records; which one it is was said by its number, or *by_offset*.
    """

    fields: tuple[str, ...] = ()
    expand: tuple[str, ...] = ()
    page: int = 1
    size: int = field(default=0)
    by_offset: bool = False


def read_query(
    resource: Resource, parameters: Iterable[tuple[str, str]], default_size: int
) -> tuple[Query, RecordView]:
    """What the parameters *given* ask of *resource*; *usual* is how many records a page has unasked.

    Raises BadQueryError for a parameter, a field, an operator or a value that makes no sense.
    """
    pairs = list(parameters)
    if len(pairs) > MAX_PARAMETERS:
        raise BadQueryError(
            f"{len(pairs)} parameters are too many.", hint=f"Give {MAX_PARAMETERS} at most."
        )
    said = _read_parameters(resource, pairs)
    filters = _read_filters(resource, [pair for pair in pairs if pair[0] not in said])
    size = _parse_number(said, "limit", default_size, MAX_ROWS)
    page = _parse_number(said, "page", 1, NUMBER_BOUNDS[1])
    offset = _parse_number(
        said, "offset", (page - 1) * size, NUMBER_BOUNDS[1] * MAX_ROWS, minimum=0
    )
    query = Query(
        filters,
        tuple(_parse_sorts(resource, said.get("sort", ""))),
        offset,
        size,
        said.get("q", ""),
    )
    fields = tuple(resource.find_column(name).name for name in _split_list(said.get("fields", "")))
    return query, RecordView(
        fields, tuple(_split_list(said.get("expand", ""))), page, size, "offset" in said
    )


def _read_parameters(resource: Resource, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What *pairs* say beside filters. Lists said in parts are one; raises BadQueryError for what is said twice."""
    said: dict[str, str] = {}
    for name, value in pairs:
        if name not in PARAMETERS or name in resource.columns:
            continue
        if name in said and name not in LIST_PARAMETERS:
            raise BadQueryError(
                f"{name} is given more than once.", hint="Give it once.", field=name
            )
        said[name] = f"{said[name]},{value}" if name in said else value
    if "page" in said and "offset" in said:
        raise BadQueryError(
            "page and offset both say where to begin.", hint="Give one of them.", field="offset"
        )
    return said


def _read_filters(resource: Resource, pairs: Iterable[tuple[str, str]]) -> tuple[Filter, ...]:
    """The filters of *pairs*. Several ``in`` of a field are one; raises BadQueryError for two values that none can have."""
    found: list[Filter] = []
    for name, text in pairs:
        rule = read_filter(resource, name, text)
        twin = next(
            (
                each
                for each in found
                if (each.column, each.operator) == (rule.column, rule.operator)
            ),
            None,
        )
        if twin and rule.operator in ("in", "nin"):
            found[found.index(twin)] = replace(rule, value=(*twin.value, *rule.value))
            continue
        if (
            twin
            and rule.operator in ("eq", "null")
            and rule.column.kind != "list"
            and rule.value != twin.value
        ):
            words = f"{rule.column.name} is asked to be two things at once."
            raise BadQueryError(
                words,
                hint=f"For any of several: {rule.column.name}_in=a,b.",
                field=rule.column.name,
            )
        found.append(rule)
    return tuple(found)


def read_filter(resource: Resource, name: str, text: str | Sequence[str]) -> Filter:
    """``price=10``, ``price_gte=10`` or ``price[gte]=10`` as a Filter. Of ``in`` the values may come one by one."""
    column, operator = _parse_filter_name(resource, name)
    if column.kind == "other" and operator != "null":
        parts = [each for each in resource.columns if each.startswith(f"{column.name}.")]
        hint = (
            f"Ask for a part of it: {parts[0]}." if parts else "Ask with null whether it is there."
        )
        raise BadQueryError(
            f"{column.name} is an object, so it cannot be asked with {operator!r}.", hint=hint
        )
    if operator in TEXT_OPERATORS and column.kind != "text":
        raise BadQueryError(
            f"{column.name} is no text, so it cannot be asked with {operator!r}.",
            hint="Compare it with eq.",
        )
    if operator in ORDER_OPERATORS and column.kind == "list":
        raise BadQueryError(
            f"{column.name} has no order, so it cannot be asked with {operator!r}.",
            hint="Use eq or null.",
        )
    if operator in ("in", "nin"):
        return Filter(
            column, operator, tuple(_parse_value(column, each) for each in _split_list(text))
        )
    if not isinstance(text, str):
        raise BadQueryError(
            f"{name} is given several values.",
            hint=f"For any of several: {column.name}_in.",
            field=column.name,
        )
    if operator == "null":
        return Filter(column, operator, _parse_flag(name, text))
    return Filter(
        column, operator, text if operator in TEXT_OPERATORS else _parse_value(column, text)
    )


def _parse_filter_name(resource: Resource, name: str) -> tuple[Column, str]:
    spelt = re.fullmatch(r"(.*)\[(\w*)\]", name) or re.fullmatch(r"(.*)_([a-z]+)", name)
    known = spelt is not None and spelt[2] in OPERATORS
    if name in resource.columns or name in resource.json_names:
        return resource.find_column(name), "eq"
    if known and spelt is not None:
        return resource.find_column(spelt[1]), spelt[2]
    is_field = spelt is not None and spelt[1] in resource.columns
    if (
        is_field
        and spelt is not None
        and (name.endswith("]") or get_close_matches(spelt[2], OPERATORS))
    ):
        part = f"{spelt[1]}.{spelt[2]}"
        meant = (
            [part]
            if part in resource.columns
            else list(OPERATORS)
            if spelt[2]
            else [f"{spelt[1]}_in"]
        )
        hint = suggest_nearest(spelt[2], OPERATORS) if len(meant) > 1 else f"Write {meant[0]}."
        raise BadQueryError(
            f"There is no operator {spelt[2][:80]!r}.", hint=hint, suggestions=meant
        )
    raise make_unknown_error(
        f"field or parameter of {resource.name}",
        name,
        (*resource.columns, *PARAMETERS),
        BadQueryError,
    )


def _parse_value(column: Column, text: str) -> Any:
    try:
        return column.parse(text)
    except BadQueryError as error:
        several = (
            f"For any of several: {column.name}_in={text[:40]}." if "," in text else error.hint
        )
        hint = f"For those without: {column.name}_null=true." if text in ("", "null") else several
        raise BadQueryError(
            f"{column.name}: {error.message}", hint=hint, **error.facts, field=column.name
        ) from None


def _parse_flag(name: str, text: str) -> bool:
    if text not in ("true", "false", "1", "0"):
        raise BadQueryError(
            f"{name} is {text[:80]!r}, which is not true or false.", hint="Give true or false."
        )
    return text in ("true", "1")


def _parse_number(
    parameters: Mapping[str, str], name: str, default: int, maximum: int, *, minimum: int = 1
) -> int:
    text = parameters.get(name, str(default))
    if not re.fullmatch(r"\d{1,18}", text, re.ASCII) or not minimum <= int(text) <= maximum:
        raise BadQueryError(
            f"{name} is {text[:80]!r}.",
            hint=f"Give a whole number from {minimum} to {maximum}.",
            field=name,
        )
    return int(text)


def _parse_sorts(resource: Resource, text: str) -> Iterator[tuple[Column, bool]]:
    for each in _split_list(text):
        column = resource.find_column(each.lstrip("+-"))
        if column.kind in ("list", "other"):
            raise BadQueryError(
                f"{column.name} has no order, so nothing can be sorted by it.",
                hint="Sort by another field.",
            )
        yield column, each.startswith("-")


def _split_list(text: str | Sequence[str]) -> list[str]:
    return (
        [part.strip() for part in text.split(",") if part.strip()]
        if isinstance(text, str)
        else list(text)
    )


def _read_comparable(column: Column, record: Record) -> Any:
    """Return the value of *column* in *record* in a form that sorts."""
    return to_comparable(column, column.read_value(record))


# What a query means, in plain Python.


def select_records(records: Iterable[Record], query: Query) -> tuple[list[Record], int]:
    """Those of *records* that *query* asks for, and how many its filters let through."""
    found = [record for record in records if is_selected(record, query)]
    for column, downwards in reversed(query.sort):
        there = [record for record in found if column.read_value(record) is not None]
        there.sort(
            key=partial(_read_comparable, column),
            reverse=downwards,
        )
        found = there + [record for record in found if column.read_value(record) is None]
    stop = None if query.limit is None else query.offset + query.limit
    return found[query.offset : stop], len(found)


def is_selected(record: Record, query: Query) -> bool:
    """Whether *record* keeps every filter of *query*, and has its words."""
    return all(is_match(record, each) for each in query.filters) and (
        not query.search or has_words(record, query.search)
    )


def is_match(record: Record, rule: Filter) -> bool:
    """Whether *record* keeps the filter *rule*."""
    value, column = rule.column.read_value(record), rule.column
    if rule.operator == "null":
        return (value is None) is rule.value
    if isinstance(value, list) and column.kind == "list":
        return _is_list_match(value, rule)
    if value is None:
        return rule.operator in ("ne", "nin")
    return _is_operator_match(column, rule.operator, value, rule.value)


def _is_list_match(value: list[Any], rule: Filter) -> bool:
    """A list keeps a rule if it holds what is asked for."""
    wanted = rule.value if isinstance(rule.value, tuple) else (rule.value,)
    return any(each in value for each in wanted) is (rule.operator in ("eq", "in"))


def _is_operator_match(column: Column, operator: str, value: Any, other: Any) -> bool:
    if operator in TEXT_OPERATORS:
        text, part = str(value).lower(), str(other).lower()
        return part in text if operator == "like" else text.startswith(part)
    mine = to_comparable(column, value)
    if operator in ("in", "nin"):
        return (mine in [to_comparable(column, each) for each in other]) is (operator == "in")
    theirs = to_comparable(column, other)
    match operator:
        case "eq":
            return bool(mine == theirs)
        case "ne":
            return bool(mine != theirs)
        case "gt":
            return bool(mine > theirs)
        case "gte":
            return bool(mine >= theirs)
        case "lt":
            return bool(mine < theirs)
        case _:
            return bool(mine <= theirs)


def to_comparable(column: Column, value: Any) -> Any:
    """*value* as values of *column* are compared."""
    match column.kind:
        case "moment":
            return to_microseconds(value)
        case "decimal":
            return parse_decimal(value)
        case "flag":
            return bool(value)
        case "text":
            return value if isinstance(value, str) else str(value)
        case _:
            return value


def to_microseconds(value: Any) -> int | None:
    """A moment in ISO 8601, or in seconds, as microseconds since 1970; without a zone it is UTC. None for no moment."""
    try:
        if isinstance(value, int | float):
            return int(value * 1_000_000)
        moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
    except (ValueError, AttributeError, OverflowError):
        return None
    since = (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)) - EPOCH
    return (since.days * 86400 + since.seconds) * 1_000_000 + since.microseconds


def parse_decimal(value: Any) -> Decimal:
    """A number written as a text; zero for what is none."""
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return Decimal(0)
