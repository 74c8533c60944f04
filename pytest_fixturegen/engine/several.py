"""Values with several parts: the lists, sets and mappings of a column.

The item at each position is drawn at a path of its own, for the rows that have one there: a longer list keeps the items
of a shorter one.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any

from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.identity import child, shown
from pytest_fixturegen.nodes import Array, Node, Slot, Table

if TYPE_CHECKING:
    from pytest_fixturegen.engine.columns import Reader, Rows

REDRAWS = 64
"""How often an item that is there already is drawn again before a set stays smaller."""


def lists(reader: Reader, node: Array, path: str, rows: Rows, scope: str) -> list[list[Any]]:
    """The items of *node* for each of *rows*."""
    lengths = _lengths(reader, node, path, rows)
    filled: list[list[Any]] = [[] for _ in rows]
    for position in range(max(lengths)):
        wanting = [place for place, length in enumerate(lengths) if length > position]
        at = child(path, str(position))
        if node.distinct:
            _fill_distinct(reader, node.item, at, rows, scope, [(place, filled[place]) for place in wanting])
            continue
        items = reader.column(node.item, at, _taken(rows, wanting), scope)
        for place, item in zip(wanting, items, strict=True):
            filled[place].append(item)
    if node.distinct:
        _require(reader, path, node.low, filled)
    return filled


def tables(reader: Reader, node: Table, path: str, rows: Rows, scope: str) -> list[dict[Any, Any]]:
    """The mappings of *node* for each of *rows*."""
    keys = lists(reader, Array(node.key, node.low, node.high, distinct=True, bend=node.bend), path, rows, scope)
    filled: list[dict[Any, Any]] = [{} for _ in rows]
    for position in range(max(map(len, keys))):
        wanting = [place for place, names in enumerate(keys) if len(names) > position]
        at = child(path, f"{position}.value")
        for place, value in zip(wanting, reader.column(node.value, at, _taken(rows, wanting), scope), strict=True):
            if isinstance(keys[place][position], Hashable):
                filled[place][keys[place][position]] = value
    return filled


def keyed(slots: list[Slot], columns: list[list[Any]]) -> list[Any]:
    """Mappings as the model reads them; a key of several parts is a path into mappings and lists."""
    keys = [slot.key for slot in slots if slot.key]
    if all(len(key) == 1 for key in keys):
        names = [key[0] for key in keys]
        return [dict(zip(names, values)) for values in zip(*columns)]  # noqa: B905 - equal by construction, and hot
    return [_placed(keys, values) for values in zip(*columns, strict=True)]


def _placed(keys: Sequence[tuple[str | int, ...]], values: Sequence[Any]) -> dict[str, Any]:
    """A mapping with each of *values* where its key, a path of names and list positions, points."""
    root: dict[Any, Any] = {}
    for key, value in zip(keys, values, strict=True):
        inner = root
        for part in key[:-1]:
            inner = inner.setdefault(part, {})
        inner[key[-1]] = value
    return {name: _listed(inner) for name, inner in root.items()}


def _listed(tree: Any) -> Any:
    if not isinstance(tree, dict) or not tree or not all(type(part) is int for part in tree):
        return {name: _listed(inner) for name, inner in tree.items()} if isinstance(tree, dict) and tree else tree
    return [_listed(tree.get(position)) for position in range(max(tree) + 1)]


def _lengths(reader: Reader, node: Array, path: str, rows: Rows) -> list[int]:
    low, count = node.low, node.high - node.low + 1
    if count == 1:
        return [low] * len(rows)
    words = reader.words(path + "#", rows)
    return [low + (word * count >> 64) for word in (map(node.bend, words) if node.bend else words)]


def _taken(rows: Rows, places: list[int]) -> Rows:
    return rows if len(places) == len(rows) else [rows[place] for place in places]


def _fill_distinct(reader: Reader, item: Node, path: str, rows: Rows, scope: str, wanting: list[tuple[int, list[Any]]]) -> None:
    """Add to each list of *wanting* one item it does not have; one that cannot be found is left out."""
    for redraw in range(REDRAWS):
        at = f"{path}~{redraw}" if redraw else path
        drawn = reader.column(item, at, [rows[place] for place, _ in wanting], scope)
        again = []
        for (place, items), value in zip(wanting, drawn, strict=True):
            if any(_same(value, other) for other in items):
                again.append((place, items))
            else:
                items.append(value)
        if not again:
            return
        wanting = again


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) and isinstance(one, Hashable) == isinstance(other, Hashable)


def _require(reader: Reader, path: str, low: int, filled: list[list[Any]]) -> None:
    if any(len(items) < low for items in filled):
        raise MappingError(
            f"{shown(reader.stream.name, path)}: {low} different items are asked for, and fewer exist.",
            hint="Lower min_length, or widen the type of the items.",
            model=reader.stream.name,
            path=path,
        )
