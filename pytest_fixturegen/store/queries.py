"""Queries: filters, order and pages, read from text, and their meaning in plain Python.

Databases evaluate a query in SQL. For storage without queries, this module selects among all
records.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime, timezone
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.store.errors import BadQueryError, is_store_error
from pytest_fixturegen.store.filter_names import (
    LIST_PARAMETERS,
    ORDER_OPERATORS,
    PARAMETERS,
    TEXT_OPERATORS,
    parse_filter_name,
)
from pytest_fixturegen.store.query_spellings import split_array_name
from pytest_fixturegen.store.schema import Column, Record, Resource
from pytest_fixturegen.store.values import has_words

__tracebackhide__ = is_store_error

COMPARISONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}

MAX_ROWS = 10_000
"""The largest page."""

MAX_PARAMETERS = 50
MAX_PAGE_NUMBER = 10**9
MAX_QUOTED_CHARACTERS = 80
"""Characters of a request's text that a message quotes."""

EPOCH = datetime(
    1970,
    1,
    1,
    tzinfo=timezone.utc,
)


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on a *column*.

    *value* is a JSON value, or a tuple of values for ``in`` and ``nin``.
    """

    column: Column
    operator: str
    value: Any


@dataclass(frozen=True, slots=True)
class Query:
    """Selects and orders records.

    A record matches if it passes all *filters* and one of its texts contains *search*, in any case.
    *sort* has pairs of a column and whether it descends. *offset* and *limit* choose a page of the
    result.
    """

    filters: tuple[Filter, ...] = ()
    sort: tuple[tuple[Column, bool], ...] = ()
    offset: int = 0
    limit: int | None = None
    search: str = ""


ALL_RECORDS = Query()


@dataclass(frozen=True, slots=True)
class Page:
    """The JSON *texts* of some records, and the *total* number of records that match the query."""

    texts: Sequence[bytes]
    total: int


@dataclass(frozen=True, slots=True)
class RecordView:
    """How a response shows records.

    *fields* are the fields to show, or empty for all. *expand* names relations to embed. A page has
    *size* records. *by_offset* is true if the request named an offset instead of a page.
    """

    fields: tuple[str, ...] = ()
    expand: tuple[str, ...] = ()
    page: int = 1
    size: int = field(default=0)
    by_offset: bool = False


def read_query(
    resource: Resource,
    parameters: Iterable[tuple[str, str]],
    default_size: int,
) -> tuple[Query, RecordView]:
    """Return the query and the view that *parameters* describe.

    Without a limit, a page has *default_size* records. Raise BadQueryError for an unknown
    parameter, field or operator, and for an invalid value.
    """
    pairs = list(parameters)
    if len(pairs) > MAX_PARAMETERS:
        raise BadQueryError(
            f"{len(pairs)} parameters are too many.", hint=f"Give {MAX_PARAMETERS} at most."
        )
    settings = _read_parameters(resource, pairs)
    filter_pairs = [pair for pair in pairs if _get_parameter(resource, pair[0]) not in settings]
    filters = _read_filters(resource, filter_pairs)
    size = _parse_number(settings, "limit", default_size, MAX_ROWS)
    page = _parse_number(settings, "page", 1, MAX_PAGE_NUMBER)
    max_offset = MAX_PAGE_NUMBER * MAX_ROWS
    offset = _parse_number(
        settings,
        "offset",
        (page - 1) * size,
        max_offset,
        minimum=0,
    )
    sort = tuple(_parse_sorts(resource, settings.get("sort", "")))
    query = Query(
        filters,
        sort,
        offset,
        size,
        settings.get("q", ""),
    )
    field_names = _split_list(settings.get("fields", ""))
    fields = tuple(resource.find_column(name).name for name in field_names)
    expand = tuple(_split_list(settings.get("expand", "")))
    return query, RecordView(
        fields,
        expand,
        page,
        size,
        "offset" in settings,
    )


def _read_parameters(resource: Resource, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the parameters among *pairs* that are not filters. Join the parts of repeated lists.

    A field of the resource with the name of a parameter is a filter. Raise BadQueryError if another
    parameter is repeated.
    """
    settings: dict[str, str] = {}
    for full_name, value in pairs:
        name = _get_parameter(resource, full_name)
        if not name:
            continue
        if name not in settings:
            settings[name] = value
        elif name in LIST_PARAMETERS:
            settings[name] += f",{value}"
        else:
            raise BadQueryError(
                f"{name} is given more than once.", hint="Give it once.", field=name
            )
    if "page" in settings and "offset" in settings:
        raise BadQueryError(
            "page and offset both say where to begin.", hint="Give one of them.", field="offset"
        )
    return settings


def _get_parameter(resource: Resource, name: str) -> str:
    """Return the parameter that *name* means, or an empty text if it is a filter.

    The name of a list may have the brackets of an array: ``sort[]``.
    """
    if name in PARAMETERS and name not in resource.columns:
        return name
    bare = split_array_name(name)
    is_list = bare in LIST_PARAMETERS and bare not in resource.columns
    return bare if is_list else ""


def _read_filters(resource: Resource, pairs: Iterable[tuple[str, str]]) -> tuple[Filter, ...]:
    """Return the filters of *pairs*. Join repeated ``in`` of a column.

    Raise BadQueryError if two filters of a column cannot both match.
    """
    filters: list[Filter] = []
    for name, text in pairs:
        rule = read_filter(resource, name, text)
        position = _find_same_filter(filters, rule)
        if position is None:
            filters.append(rule)
        elif rule.operator in ("in", "nin"):
            joined = (*filters[position].value, *rule.value)
            filters[position] = replace(rule, value=joined)
        else:
            _require_compatible(filters[position], rule)
            filters.append(rule)
    return tuple(filters)


def _find_same_filter(filters: Sequence[Filter], rule: Filter) -> int | None:
    """Return the position of the filter with the column and the operator of *rule*."""
    for position, other in enumerate(filters):
        if (other.column, other.operator) == (rule.column, rule.operator):
            return position
    return None


def _require_compatible(first: Filter, second: Filter) -> None:
    """Raise BadQueryError if no record can match both filters. A list can have both values."""
    is_exclusive = second.operator in ("eq", "null") and second.column.kind != "list"
    if is_exclusive and first.value != second.value:
        name = second.column.name
        raise BadQueryError(
            f"{name} has two values, which no record can match.",
            hint=f"To match any of several values: {name}_in=a,b.",
            field=name,
        )


def read_filter(
    resource: Resource,
    name: str,
    text: str | Sequence[str],
) -> Filter:
    """Return the filter of ``price=10``, ``price_gte=10`` or ``price[gte]=10``.

    *text* may be a sequence of values for ``in`` and ``nin``. Raise BadQueryError if the filter is
    invalid.
    """
    column, operator_name, is_array = parse_filter_name(resource, name)
    _require_operator(resource, column, operator_name)
    if is_array and isinstance(text, str):
        text = [text]  # a comma in an item of an array is part of the item
    if operator_name in ("in", "nin"):
        values = tuple(_parse_value(column, part) for part in _split_list(text))
        return Filter(column, operator_name, values)
    if not isinstance(text, str):
        raise BadQueryError(
            f"{name} has several values.",
            hint=f"To match any of several values: {column.name}_in.",
            field=column.name,
        )
    if operator_name == "null":
        return Filter(column, operator_name, _parse_flag(name, text))
    if operator_name in TEXT_OPERATORS:
        return Filter(column, operator_name, text)
    return Filter(column, operator_name, _parse_value(column, text))


def _require_operator(
    resource: Resource,
    column: Column,
    operator_name: str,
) -> None:
    """Raise BadQueryError if values of *column* cannot be compared by the operator."""
    name = column.name
    if column.kind == "other" and operator_name != "null":
        parts = [each for each in resource.columns if each.startswith(f"{name}.")]
        hint = f"Filter by a part of it: {parts[0]}." if parts else f"Use {name}_null."
        raise BadQueryError(
            f"{name} is an object: the operator {operator_name!r} does not apply.", hint=hint
        )
    if operator_name in TEXT_OPERATORS and column.kind != "text":
        raise BadQueryError(
            f"{name} is not a text: the operator {operator_name!r} does not apply.",
            hint="Compare it with eq.",
        )
    if operator_name in ORDER_OPERATORS and column.kind == "list":
        raise BadQueryError(
            f"{name} has no order: the operator {operator_name!r} does not apply.",
            hint="Use eq or null.",
        )


def _parse_value(column: Column, text: str) -> Any:
    """Return the value of a filter. Raise BadQueryError with the name of the field.

    An empty text, "null" or a comma suggests the operator that was probably meant.
    """
    try:
        return column.parse(text)
    except BadQueryError as error:
        hint = error.hint
        if text in ("", "null"):
            hint = f"To match records without a value: {column.name}_null=true."
        elif "," in text:
            hint = f"To match any of several values: {column.name}_in={text[:40]}."
        raise BadQueryError(
            f"{column.name}: {error.message}", hint=hint, **error.facts, field=column.name
        ) from None


def _parse_flag(name: str, text: str) -> bool:
    """Return whether *text* means true. Raise BadQueryError if it is neither true nor false."""
    if text not in ("true", "false", "1", "0"):
        raise BadQueryError(
            f"{name} must be true or false, got {text[:MAX_QUOTED_CHARACTERS]!r}.",
            hint="Give true or false.",
        )
    return text in ("true", "1")


def _parse_number(
    parameters: Mapping[str, str],
    name: str,
    default: int,
    maximum: int,
    *,
    minimum: int = 1,
) -> int:
    """Return the whole number *name* of *parameters*, within both bounds, inclusive."""
    text = parameters.get(name, str(default))
    is_number = re.fullmatch(r"\d{1,18}", text, re.ASCII) is not None
    if not is_number or not minimum <= int(text) <= maximum:
        raise BadQueryError(
            f"{name} is {text[:MAX_QUOTED_CHARACTERS]!r}.",
            hint=f"Give a whole number from {minimum} to {maximum}.",
            field=name,
        )
    return int(text)


def _parse_sorts(resource: Resource, text: str) -> Iterator[tuple[Column, bool]]:
    """Yield the columns to sort by, each with whether it is descending ("-" before the name).

    Raise BadQueryError if the values of a column have no order.
    """
    for part in _split_list(text):
        column = resource.find_column(part.lstrip("+-"))
        if column.kind in ("list", "other"):
            raise BadQueryError(
                f"{column.name} has no order: records cannot be sorted by it.",
                hint="Sort by another field.",
            )
        yield column, part.startswith("-")


def _split_list(text: str | Sequence[str]) -> list[str]:
    """Return the parts of a comma-separated text without empty ones, or the items of a list."""
    if not isinstance(text, str):
        return list(text)
    parts = (part.strip() for part in text.split(","))
    return [part for part in parts if part]


# The meaning of a query in plain Python.


def select_records(records: Iterable[Record], query: Query) -> tuple[list[Record], int]:
    """Return the page of *records* that *query* selects, and the number of all that match."""
    selected = [record for record in records if is_selected(record, query)]
    # A stable sort by the last column first orders by all columns.
    for column, is_descending in reversed(query.sort):
        with_value = [record for record in selected if column.read_value(record) is not None]
        without_value = [record for record in selected if column.read_value(record) is None]
        with_value.sort(
            key=partial(_read_comparable, column),
            reverse=is_descending,
        )
        selected = with_value + without_value
    stop = None if query.limit is None else query.offset + query.limit
    return selected[query.offset : stop], len(selected)


def _read_comparable(column: Column, record: Record) -> Any:
    """Return the value of *column* in *record* in a form that sorts."""
    return to_comparable(column, column.read_value(record))


def is_selected(record: Record, query: Query) -> bool:
    """Return whether *record* matches every filter of *query*, and contains its words."""
    if not all(is_match(record, rule) for rule in query.filters):
        return False
    return not query.search or has_words(record, query.search)


def is_match(record: Record, rule: Filter) -> bool:
    """Return whether *record* matches the filter *rule*."""
    value = rule.column.read_value(record)
    if rule.operator == "null":
        return (value is None) is rule.value
    if isinstance(value, list) and rule.column.kind == "list":
        return _is_list_match(value, rule)
    if value is None:
        return rule.operator in ("ne", "nin")
    return _is_value_match(value, rule)


def _is_list_match(items: list[Any], rule: Filter) -> bool:
    """Return whether a list contains a value of *rule*, or none for a negative operator."""
    wanted = rule.value if isinstance(rule.value, tuple) else (rule.value,)
    has_wanted = any(value in items for value in wanted)
    return has_wanted is (rule.operator in ("eq", "in"))


def _is_value_match(value: Any, rule: Filter) -> bool:
    """Return whether a value that is not None matches *rule*.

    The operators "like" and "starts" ignore case.
    """
    if rule.operator == "like":
        return _fold(rule.value) in _fold(value)
    if rule.operator == "starts":
        return _fold(value).startswith(_fold(rule.value))
    comparable = to_comparable(rule.column, value)
    if rule.operator in ("in", "nin"):
        wanted = [to_comparable(rule.column, other) for other in rule.value]
        return (comparable in wanted) is (rule.operator == "in")
    compare = COMPARISONS[rule.operator]
    return bool(compare(comparable, to_comparable(rule.column, rule.value)))


def _fold(value: Any) -> str:
    return str(value).lower()


def to_comparable(column: Column, value: Any) -> Any:
    """Return *value* in the form in which values of *column* are compared."""
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
    """Return a point in time as microseconds since 1970, or None if *value* is not one.

    *value* is a text in ISO 8601, in UTC if it has no zone, or a number of seconds since 1970.
    """
    try:
        if isinstance(value, int | float):
            return int(value * 1_000_000)
        moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
    except (ValueError, AttributeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    elapsed = moment - EPOCH
    return (elapsed.days * 86400 + elapsed.seconds) * 1_000_000 + elapsed.microseconds


def parse_decimal(value: Any) -> Decimal:
    """Return a number that JSON writes as text, or zero if *value* is not a number."""
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return Decimal(0)
