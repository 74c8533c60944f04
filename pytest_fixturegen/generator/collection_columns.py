"""Values with several parts: the lists, sets and mappings of a column.

The item at each position is drawn at a path of its own, for the rows that have one there: a longer list keeps the items
of a shorter one.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.type_names import format_path, join_path
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.nodes import Array, Dictionary, Node, Slot

if TYPE_CHECKING:
    from pytest_fixturegen.generator.columns import ColumnReader, RowIndices

MAX_REDRAWS = 64
"""How often an item that is there already is drawn again before a set stays smaller."""


def read_lists(
    reader: ColumnReader, node: Array, path: str, rows: RowIndices, scope: str
) -> list[list[Any]]:
    """The items of *node* for each of *rows*."""
    lengths = _draw_lengths(reader, node, path, rows)
    filled: list[list[Any]] = [[] for _ in rows]
    for position in range(max(lengths)):
        wanting = [place for place, length in enumerate(lengths) if length > position]
        at = join_path(path, str(position))
        if node.is_distinct:
            _fill_distinct(
                reader, node.item, at, rows, scope, [(place, filled[place]) for place in wanting]
            )
            continue
        items = reader.read_column(node.item, at, _select_rows(rows, wanting), scope)
        for place, item in zip(wanting, items, strict=True):
            filled[place].append(item)
    if node.is_distinct:
        _require_length(reader, path, node.low, filled)
    return filled


def read_dictionaries(
    reader: ColumnReader, node: Dictionary, path: str, rows: RowIndices, scope: str
) -> list[dict[Any, Any]]:
    """The mappings of *node* for each of *rows*."""
    keys = read_lists(
        reader,
        Array(node.key, node.low, node.high, is_distinct=True, size_transform=node.size_transform),
        path,
        rows,
        scope,
    )
    filled: list[dict[Any, Any]] = [{} for _ in rows]
    for position in range(max(map(len, keys))):
        wanting = [place for place, names in enumerate(keys) if len(names) > position]
        at = join_path(path, f"{position}.value")
        for place, value in zip(
            wanting,
            reader.read_column(node.value, at, _select_rows(rows, wanting), scope),
            strict=True,
        ):
            if isinstance(keys[place][position], Hashable):
                filled[place][keys[place][position]] = value
    return filled


def build_input_mappings(slots: list[Slot], columns: list[list[Any]]) -> list[Any]:
    """Mappings as the model reads them; a key of several parts is a path into mappings and lists."""
    keys = [slot.key for slot in slots if slot.key]
    if all(len(key) == 1 for key in keys):
        names = [key[0] for key in keys]
        return [dict(zip(names, values)) for values in zip(*columns)]  # noqa: B905 - equal by construction, and hot
    return [_nest_values(keys, values) for values in zip(*columns, strict=True)]


def _nest_values(keys: Sequence[tuple[str | int, ...]], values: Sequence[Any]) -> dict[str, Any]:
    """A mapping with each of *values* where its key, a path of names and list positions, points."""
    root: dict[Any, Any] = {}
    for key, value in zip(keys, values, strict=True):
        inner = root
        for part in key[:-1]:
            inner = inner.setdefault(part, {})
        inner[key[-1]] = value
    return {name: _to_nested_lists(inner) for name, inner in root.items()}


def _to_nested_lists(tree: Any) -> Any:
    if not isinstance(tree, dict) or not tree or not all(type(part) is int for part in tree):
        return (
            {name: _to_nested_lists(inner) for name, inner in tree.items()}
            if isinstance(tree, dict) and tree
            else tree
        )
    return [_to_nested_lists(tree.get(position)) for position in range(max(tree) + 1)]


def _draw_lengths(reader: ColumnReader, node: Array, path: str, rows: RowIndices) -> list[int]:
    low, count = node.low, node.high - node.low + 1
    if count == 1:
        return [low] * len(rows)
    words = reader.read_words(path + "#", rows)
    return [
        low + (word * count >> 64)
        for word in (map(node.size_transform, words) if node.size_transform else words)
    ]


def _select_rows(rows: RowIndices, places: list[int]) -> RowIndices:
    return rows if len(places) == len(rows) else [rows[place] for place in places]


def _fill_distinct(
    reader: ColumnReader,
    item: Node,
    path: str,
    rows: RowIndices,
    scope: str,
    incomplete: list[tuple[int, list[Any]]],
) -> None:
    """Add to each list of *wanting* one item it does not have; one that cannot be found is left out."""
    for redraw in range(MAX_REDRAWS):
        at = f"{path}~{redraw}" if redraw else path
        drawn = reader.read_column(item, at, [rows[place] for place, _ in incomplete], scope)
        again = []
        for (place, items), value in zip(incomplete, drawn, strict=True):
            if any(_is_same(value, other) for other in items):
                again.append((place, items))
            else:
                items.append(value)
        if not again:
            return
        incomplete = again


def _is_same(one: Any, other: Any) -> bool:
    return bool(one == other) and isinstance(one, Hashable) == isinstance(other, Hashable)


def _require_length(reader: ColumnReader, path: str, low: int, filled: list[list[Any]]) -> None:
    if any(len(items) < low for items in filled):
        raise MappingError(
            f"{format_path(reader.stream.name, path)}: {low} different items are asked for, and fewer exist.",
            hint="Lower min_length, or widen the type of the items.",
            model=reader.stream.name,
            path=path,
        )
