"""Filters and order of a list, as the parameters of a description name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pytest_fixturegen.server.documented.pages import DIRECTION_WORDS, SORT_WORDS
from pytest_fixturegen.store.documented.words import find_same_name, normalize_name
from pytest_fixturegen.store.queries import Filter, Query
from pytest_fixturegen.store.schema import Column, Resource

UNORDERED = ("list", "other")
VALUE_TYPES: Mapping[str, tuple[type, ...]] = {
    "whole": (int,),
    "number": (int, float),
    "flag": (bool,),
    "text": (str,),
    "moment": (str,),
}
"""The types of values that a column of each kind is compared with."""


def build_query(
    resource: Resource,
    values: Mapping[str, Any],
    page_parameters: Mapping[str, str],
    search_words: frozenset[str],
) -> Query:
    """Return the query of the parameters *values* of a list, without its page.

    A parameter with the name of a field filters by it. Those in *page_parameters* choose a page.
    """
    others = {name: value for name, value in values.items() if name not in page_parameters.values()}
    search = next(
        (value for name, value in others.items() if normalize_name(name) in search_words), ""
    )
    return Query(
        filters=tuple(_iter_filters(resource, others)),
        sort=tuple(_iter_sorts(resource, others)),
        search=search if isinstance(search, str) else "",
    )


def _iter_filters(resource: Resource, values: Mapping[str, Any]) -> Iterator[Filter]:
    """Yield a filter for each parameter with the name of a field, if its value can be compared."""
    for name, value in values.items():
        field = find_same_name(name, resource.columns)
        column = resource.columns[field] if field else None
        if column is None or column.kind == "other":
            continue
        wanted = value if isinstance(value, list) else [value]
        if not all(can_compare(column, each) for each in wanted):
            continue
        if isinstance(value, list):
            yield Filter(
                column,
                "in",
                tuple(value),
            )
        else:
            yield Filter(
                column,
                "eq",
                value,
            )


def can_compare(column: Column, value: Any) -> bool:
    """Return whether values of *column* can be compared with *value*."""
    types = VALUE_TYPES.get(column.kind, (str, int, float))
    is_flag = isinstance(value, bool)
    if isinstance(value, int) and abs(value) >= 2**63:
        return False
    return isinstance(value, types) and (not is_flag or column.kind == "flag")


def _iter_sorts(resource: Resource, values: Mapping[str, Any]) -> Iterator[tuple[Column, bool]]:
    """Yield the fields that parameters order a list by, and whether each descends."""
    words = {normalize_name(name): value for name, value in values.items()}
    direction = next((words[word] for word in words if word in DIRECTION_WORDS), "")
    is_descending = isinstance(direction, str) and direction.lower().startswith("desc")
    for word, value in words.items():
        if word in SORT_WORDS:
            texts = value if isinstance(value, list) else str(value).split(",")
            for text in filter(lambda each: isinstance(each, str), texts):
                yield from _parse_sort(
                    resource,
                    text,
                    is_descending=is_descending,
                )


def _parse_sort(
    resource: Resource,
    text: str,
    *,
    is_descending: bool,
) -> Iterator[tuple[Column, bool]]:
    """Yield the field that *text* names: ``name``, ``-name``, ``name:desc`` or ``name desc``."""
    name, _, order = text.strip().replace(":", " ").partition(" ")
    field = find_same_name(name.lstrip("+-"), resource.columns) if name.strip("+-") else None
    column = resource.columns[field] if field else None
    if column is not None and column.kind not in UNORDERED:
        yield column, name.startswith("-") or order.lower().startswith("desc") or is_descending
