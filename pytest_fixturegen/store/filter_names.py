"""The names of filters: a field, and perhaps an operator, as the query of a request writes them."""

from __future__ import annotations

import re
from difflib import get_close_matches

from pytest_fixturegen.errors import suggest_nearest
from pytest_fixturegen.store.errors import (
    MAX_QUOTED_CHARACTERS,
    BadQueryError,
    RequestError,
    is_store_error,
    make_unknown_error,
    shorten_text,
)
from pytest_fixturegen.store.query_spellings import (
    split_array_name,
    translate_filter,
    translate_parameter,
)
from pytest_fixturegen.store.schema import Column, Resource

__tracebackhide__ = is_store_error

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
"""The parameters of a query that are not filters."""

PARAMETER_HINTS = {
    "limit": "Write limit: the number of records of a page.",
    "offset": "Write offset: the number of records to skip.",
    "page": "Write page, from 1.",
    "sort": "Write sort=name, or sort=-name to descend.",
    "expand": "Write expand with the name of a relation.",
    "fields": "Write fields=a,b.",
    "q": "Write q to search all texts, or name a field: age_gte=18.",
}
"""Hints for query parameters of other servers: the parameter to use here."""

OPERATOR_NAME = re.compile(r"(.*?)(?:\[(\w*)\]|_([a-z]+))", re.ASCII | re.DOTALL)
"""``price[gte]`` or ``price_gte``: the field, and the operator in brackets or after the sign."""


def parse_filter_name(resource: Resource, name: str) -> tuple[Column, str, bool]:
    """Return the column and the operator of ``price``, ``price_gte``, ``price[gte]``.

    The third value is true if the name has the brackets of an array, as in ``price_in[]``. Raise
    BadQueryError if no field, or no operator, has such a name.
    """
    column = _find_filter_column(resource, name)
    if column:
        return *column, False
    item = _find_filter_column(resource, split_array_name(name))
    if item and item[1] in ("in", "nin"):
        return *item, True
    if item and item[1] != "eq":
        raise BadQueryError(
            f"{shorten_text(name)} has several values, and {item[1]} takes one.",
            hint=f"Write {split_array_name(name)}.",
            suggestions=[split_array_name(name)],
        )
    raise _make_filter_error(resource, name)


def _find_filter_column(resource: Resource, name: str) -> tuple[Column, str] | None:
    """Return the column and the operator that *name* means, or None if it is not a filter."""
    if name in resource.columns or name in resource.json_names:
        return resource.find_column(name), "eq"
    field_name, suffix, _ = _split_operator(name)
    is_field = field_name in resource.columns or field_name in resource.json_names
    return (resource.find_column(field_name), suffix) if is_field and suffix in OPERATORS else None


def _split_operator(name: str) -> tuple[str, str, bool]:
    """Return the field and the operator of *name*, and whether the operator is in brackets."""
    parsed = OPERATOR_NAME.fullmatch(name)
    if not parsed:
        return name, "", False
    field_name, in_brackets, after_sign = parsed.groups()
    has_brackets = in_brackets is not None
    return field_name, in_brackets if has_brackets else after_sign, has_brackets


def _make_filter_error(resource: Resource, name: str) -> RequestError:
    """Return the error of an unknown filter, with the spelling that the request probably means."""
    translated = translate_filter(
        name,
        (*resource.columns, *resource.json_names),
    )
    if translated:
        return _make_spelling_error(resource, name, translated, f"Write {translated}.")
    field_name, suffix, has_brackets = _split_operator(name)
    looks_like_operator = has_brackets or get_close_matches(suffix, OPERATORS)
    if field_name in resource.columns and looks_like_operator:
        return _make_operator_error(resource, field_name, suffix)
    parameter = translate_parameter(name)
    known = (*resource.columns, *PARAMETERS)
    if parameter and not get_close_matches(name, resource.columns, cutoff=0.8):
        return _make_spelling_error(resource, name, parameter, PARAMETER_HINTS[parameter])
    if suffix in OPERATORS:
        return make_unknown_error(
            f"field of {resource.name}", field_name, resource.columns, BadQueryError
        )
    return make_unknown_error(f"field or parameter of {resource.name}", name, known, BadQueryError)


def _make_spelling_error(
    resource: Resource,
    name: str,
    suggestion: str,
    hint: str,
) -> BadQueryError:
    """Return the error of *name*, which another server calls what we call *suggestion*."""
    return BadQueryError(
        f"Unknown field or parameter of {resource.name} {shorten_text(name)!r}.",
        hint=hint,
        suggestions=[suggestion],
    )


def _make_operator_error(
    resource: Resource,
    field_name: str,
    suffix: str,
) -> BadQueryError:
    """Return the error for ``home[city]``, which means ``home.city``, ``id[]`` or ``age[gtx]``."""
    message = f"Unknown operator {suffix[:MAX_QUOTED_CHARACTERS]!r}."
    part = f"{field_name}.{suffix}"
    if part in resource.columns:
        return BadQueryError(message, hint=f"Write {part}.", suggestions=[part])
    if not suffix or suffix.isdecimal():  # id[]=1 and id[0]=1 are items of an array
        list_filter = f"{field_name}_in"
        return BadQueryError(message, hint=f"Write {list_filter}.", suggestions=[list_filter])
    hint = suggest_nearest(suffix, OPERATORS)
    return BadQueryError(
        message,
        hint=hint,
        suggestions=list(OPERATORS),
    )
