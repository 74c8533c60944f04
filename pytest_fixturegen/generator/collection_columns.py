"""Lists, sets and mappings of a column.

The item at each position has its own path and is read for the rows that have such an item. So a
longer list begins with the items of a shorter one.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.type_names import format_path, join_path
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.nodes import Array, Dictionary, Slot

if TYPE_CHECKING:
    from pytest_fixturegen.generator.columns import ColumnReader, RowIndices
    from pytest_fixturegen.generator.scope import Scope

MAX_REDRAWS = 64
"""How often a repeated item of a set is redrawn before the set stays smaller."""


def read_lists(
    reader: ColumnReader,
    node: Array,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> list[list[Any]]:
    """Return the items of *node* for each of *rows*."""
    lengths = draw_lengths(reader, node, path, rows)
    lists: list[list[Any]] = [[] for _ in rows]
    for position in range(max(lengths)):
        places = [place for place, length in enumerate(lengths) if length > position]
        item_path = join_path(path, str(position))
        if node.is_distinct:
            incomplete = [(place, lists[place]) for place in places]
            _fill_distinct(
                reader,
                node,
                item_path,
                rows,
                scope,
                incomplete,
            )
            continue
        items = reader.read_column(
            node.item,
            item_path,
            _select_rows(rows, places),
            scope,
        )
        for place, item in zip(places, items, strict=True):
            lists[place].append(item)
    if node.is_distinct and not node.may_repeat:
        _require_length(reader, path, node.low, lists)
    return lists


def read_dictionaries(
    reader: ColumnReader,
    node: Dictionary,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> list[dict[Any, Any]]:
    """Return the mapping of *node* for each of *rows*."""
    key_node = Array(
        node.key, node.low, node.high, is_distinct=True, size_transform=node.size_transform
    )
    keys = read_lists(
        reader,
        key_node,
        path,
        rows,
        scope,
    )
    dictionaries: list[dict[Any, Any]] = [{} for _ in rows]
    for position in range(max(map(len, keys))):
        places = [place for place, names in enumerate(keys) if len(names) > position]
        value_path = join_path(path, f"{position}.value")
        values = reader.read_column(
            node.value,
            value_path,
            _select_rows(rows, places),
            scope,
        )
        for place, value in zip(places, values, strict=True):
            key = keys[place][position]
            if isinstance(key, Hashable):
                dictionaries[place][key] = value
    return dictionaries


def build_input_mappings(slots: list[Slot], columns: list[list[Any]]) -> list[Any]:
    """Return the mappings that the model reads; a key of several parts is a path into them."""
    keys = [slot.key for slot in slots if slot.key]
    if all(len(key) == 1 for key in keys):
        names = [key[0] for key in keys]
        # Hot: strict=True costs a tenth, and the lengths are equal by construction.
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
    """Return *tree* with each mapping of positions as a list; None fills the gaps between them."""
    if not isinstance(tree, dict) or not tree:
        return tree
    if all(type(part) is int for part in tree):
        items = map(tree.get, range(max(tree) + 1))
        return list(map(_to_nested_lists, items))
    return {name: _to_nested_lists(inner) for name, inner in tree.items()}


def draw_lengths(
    reader: ColumnReader,
    node: Array,
    path: str,
    rows: RowIndices,
) -> list[int]:
    """Return a length for each of *rows*, from the word of ``path#`` unless only one is allowed."""
    low, count = node.low, node.high - node.low + 1
    if count == 1:
        return [low] * len(rows)
    words = reader.read_words(path + "#", rows)
    if node.size_transform is not None:
        words = [node.size_transform(word) for word in words]
    return [low + (word * count >> 64) for word in words]


def _select_rows(rows: RowIndices, places: list[int]) -> RowIndices:
    """Return those of *rows* at *places*: *rows* itself, not a copy, if that is all of them."""
    return rows if len(places) == len(rows) else [rows[place] for place in places]


def _fill_distinct(
    reader: ColumnReader,
    node: Array,
    path: str,
    rows: RowIndices,
    scope: Scope,
    incomplete: list[tuple[int, list[Any]]],
) -> None:
    """Add an item of *node* to each list of *incomplete* that it does not have.

    If none is found, leave it out, or repeat one if the node says so.
    """
    for redraw in range(MAX_REDRAWS):
        item_path = f"{path}~{redraw}" if redraw else path
        wanted_rows = [rows[place] for place, _ in incomplete]
        values = reader.read_column(
            node.item,
            item_path,
            wanted_rows,
            scope,
        )
        repeated = []
        for (place, items), value in zip(incomplete, values, strict=True):
            is_last = node.may_repeat and redraw == MAX_REDRAWS - 1
            # Hot: "in" is ten times as fast, and finds nothing for most values.
            is_known = value in items and any(_is_same(value, other) for other in items)
            if is_known and not is_last:
                repeated.append((place, items))
            else:
                items.append(value)
        if not repeated:
            return
        incomplete = repeated


def _is_same(one: Any, other: Any) -> bool:
    """Return whether a set would hold only one of both: equal, and alike in whether they hash."""
    return bool(one == other) and isinstance(one, Hashable) == isinstance(other, Hashable)


def _require_length(
    reader: ColumnReader,
    path: str,
    low: int,
    filled: list[list[Any]],
) -> None:
    """Raise MappingError if a list has fewer than *low* items because too few values differ."""
    if any(len(items) < low for items in filled):
        raise MappingError(
            f"{format_path(reader.stream.name, path)}: expected {low} different items, got fewer.",
            hint="Lower min_length, or widen the type of the items.",
            model=reader.stream.name,
            path=path,
        )
