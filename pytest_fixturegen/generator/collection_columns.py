"""Columns of lists, sets and mappings.

The item at each position is drawn at its own path, for the rows that have one there. So a longer
list keeps the items of a shorter one.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.type_names import format_path, join_path
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.nodes import Array, Dictionary, Node, Slot

if TYPE_CHECKING:
    from pytest_fixturegen.generator.columns import ColumnReader, RowIndices

MAX_REDRAWS = 64
"""How often a repeated item of a set is drawn again before the set stays smaller."""


def read_lists(
    reader: ColumnReader, node: Array, path: str, rows: RowIndices, scope: str
) -> list[list[Any]]:
    """Return the items of *node* for each of *rows*.

    Raise MappingError if a set has fewer different items than it needs.
    """
    lengths = _draw_lengths(reader, node, path, rows)
    lists: list[list[Any]] = [[] for _ in rows]
    for position in range(max(lengths)):
        longer = [number for number, length in enumerate(lengths) if length > position]
        item_path = join_path(path, str(position))
        if node.is_distinct:
            incomplete = [(number, lists[number]) for number in longer]
            _add_distinct_items(reader, node.item, item_path, rows, scope, incomplete)
            continue
        items = reader.read_column(node.item, item_path, _select_rows(rows, longer), scope)
        for number, item in zip(longer, items, strict=True):
            lists[number].append(item)
    if node.is_distinct:
        _require_length(reader, path, node.low, lists)
    return lists


def read_dictionaries(
    reader: ColumnReader, node: Dictionary, path: str, rows: RowIndices, scope: str
) -> list[dict[Any, Any]]:
    """Return the mappings of *node* for each of *rows*."""
    key_node = Array(
        node.key, node.low, node.high, is_distinct=True, size_transform=node.size_transform
    )
    key_lists = read_lists(reader, key_node, path, rows, scope)
    dictionaries: list[dict[Any, Any]] = [{} for _ in rows]
    for position in range(max(map(len, key_lists))):
        longer = [number for number, keys in enumerate(key_lists) if len(keys) > position]
        value_path = join_path(path, f"{position}.value")
        values = reader.read_column(node.value, value_path, _select_rows(rows, longer), scope)
        for number, value in zip(longer, values, strict=True):
            key = key_lists[number][position]
            if isinstance(key, Hashable):
                dictionaries[number][key] = value
    return dictionaries


def build_input_mappings(slots: list[Slot], columns: list[list[Any]]) -> list[Any]:
    """Return a mapping for each row of *columns*, as a model reads it.

    A key of several parts is a path into nested mappings and lists.
    """
    keys = [slot.key for slot in slots if slot.key]
    if all(len(key) == 1 for key in keys):
        names = [key[0] for key in keys]
        # The columns are equally long by construction, and the loop is hot.
        return [dict(zip(names, values)) for values in zip(*columns)]  # noqa: B905
    return [_nest_values(keys, values) for values in zip(*columns, strict=True)]


def _nest_values(keys: Sequence[tuple[str | int, ...]], values: Sequence[Any]) -> dict[str, Any]:
    """Return a mapping with each of *values* at its key, a path of names and list positions."""
    root: dict[Any, Any] = {}
    for key, value in zip(keys, values, strict=True):
        inner = root
        for part in key[:-1]:
            inner = inner.setdefault(part, {})
        inner[key[-1]] = value
    return {name: _to_nested_lists(inner) for name, inner in root.items()}


def _to_nested_lists(tree: Any) -> Any:
    """Return *tree* with a list in place of each mapping whose keys are positions."""
    if not isinstance(tree, dict) or not tree:
        return tree
    if all(type(key) is int for key in tree):
        return [_to_nested_lists(tree.get(position)) for position in range(max(tree) + 1)]
    return {name: _to_nested_lists(inner) for name, inner in tree.items()}


def _draw_lengths(reader: ColumnReader, node: Array, path: str, rows: RowIndices) -> list[int]:
    low, count = node.low, node.high - node.low + 1
    if count == 1:
        return [low] * len(rows)
    words: Iterable[int] = reader.read_words(path + "#", rows)
    if node.size_transform is not None:
        words = map(node.size_transform, words)
    return [low + (word * count >> 64) for word in words]


def _select_rows(rows: RowIndices, numbers: list[int]) -> RowIndices:
    return rows if len(numbers) == len(rows) else [rows[number] for number in numbers]


def _add_distinct_items(
    reader: ColumnReader,
    item: Node,
    path: str,
    rows: RowIndices,
    scope: str,
    incomplete: list[tuple[int, list[Any]]],
) -> None:
    """Add one item to each list of *incomplete*, which are pairs of a number in *rows* and a list.

    A list for which :data:`MAX_REDRAWS` redraws give no new item stays as it is.
    """
    for redraw in range(MAX_REDRAWS):
        item_path = f"{path}~{redraw}" if redraw else path
        item_rows = [rows[number] for number, _ in incomplete]
        values = reader.read_column(item, item_path, item_rows, scope)
        still_incomplete = []
        for (number, items), value in zip(incomplete, values, strict=True):
            if any(_is_same(value, other) for other in items):
                still_incomplete.append((number, items))
            else:
                items.append(value)
        if not still_incomplete:
            return
        incomplete = still_incomplete


def _is_same(one: Any, other: Any) -> bool:
    return bool(one == other) and isinstance(one, Hashable) == isinstance(other, Hashable)


def _require_length(reader: ColumnReader, path: str, low: int, lists: list[list[Any]]) -> None:
    if all(len(items) >= low for items in lists):
        return
    place = format_path(reader.stream.name, path)
    raise MappingError(
        f"{place}: expected {low} different items, but fewer exist.",
        hint="Lower min_length, or widen the type of the items.",
        model=reader.stream.name,
        path=path,
    )
