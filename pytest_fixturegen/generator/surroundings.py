"""Facts of records, and what is around a record: records, lists, links, its index."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.generator import collection_columns
from pytest_fixturegen.generator.link_columns import iter_target_blocks
from pytest_fixturegen.generator.scope import Scope, enter_root, find_record_fact
from pytest_fixturegen.nodes import (
    Aggregate,
    Array,
    Constant,
    Fact,
    Length,
    Link,
    Linked,
    Node,
    Nullable,
    Outer,
    Position,
    Record,
    RecordIndex,
    Slot,
    unwrap_node,
)
from pytest_fixturegen.streams import BLOCK_SIZE, Stream

if TYPE_CHECKING:
    from pytest_fixturegen.generator.columns import Column, ColumnReader, RowIndices
    from pytest_fixturegen.strategies.plan import Plan

LIST_POSITION = re.compile(r"(?:^|\.)(\d+)(?=$|[.|~])")
"""The part of a path that is a position in a list."""


def read_fact(
    reader: ColumnReader,
    fact: Fact,
    rows: RowIndices,
    scope: Scope,
) -> Column:
    """Return the Python values of *fact* in the record of *scope*, the same for each view.

    A fact is read once for all rows of its record, because most records show it several times.
    """
    path = join_path(scope.path, f"~{fact.name}")
    if type(reader.stream) is not Stream:  # words of a distribution, for one field alone
        return reader.for_python().read_column(fact.node, path, rows, scope)
    known = scope.columns.get(fact.name)
    if known is None or not (known[0] is fact.node or known[0] == fact.node):
        values = reader.for_python().read_column(fact.node, path, scope.rows, scope)
        known = scope.columns[fact.name] = fact.node, values
    return scope.select(known[1], rows)


def read_outer(
    reader: ColumnReader,
    node: Outer,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> Column:
    """Return the fact of the record around *scope*, or the default for a record without one."""
    found = scope.find_outer_fact(node.name)
    if found is None:
        return reader.read_column(
            node.default,
            path,
            rows,
            scope,
        )
    outer, fact = found
    return read_fact(reader, fact, rows, outer)


def read_position(
    reader: ColumnReader,
    node: Position,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> Column:
    """Return the position in the innermost list, which the path of the record tells."""
    positions = LIST_POSITION.findall(scope.path)
    return [int(positions[-1]) if positions else 0] * len(rows)


def read_record_index(
    reader: ColumnReader,
    node: RecordIndex,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> Column:
    """Return the index of each root record, counted over all blocks."""
    first = reader.block * BLOCK_SIZE
    return [first + row for row in rows]


# Records that a record links to


def read_linked(
    reader: ColumnReader,
    node: Linked,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> Column:
    """Return the facts of the records that the record links to, in the order of its fields."""
    columns = [
        _read_linked_fact(reader, link, node.name, join_path(scope.path, slot.name), rows, scope)
        for slot, link in _list_links(scope.record, node.fields)
    ]
    found = [column for column in columns if column is not None]
    return list(zip(*found, strict=True)) if found else [()] * len(rows)


def _list_links(record: Node | None, fields: Sequence[str]) -> list[tuple[Slot, Link]]:
    """Return the slots of *record* for *fields* that hold one link each, with their links."""
    slots = record.slots if isinstance(record, Record) else ()
    unwrapped = [(slot, unwrap_node(slot.node)) for slot in slots if slot.name in fields]
    return [(slot, link) for slot, link in unwrapped if isinstance(link, Link)]


def _read_linked_fact(
    reader: ColumnReader,
    link: Link,
    name: str,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> Column | None:
    """Return the fact *name* of the records that *link* draws; None if they have no such fact."""
    plan: Plan = link.get_plan()
    fact = find_record_fact(plan.node, name)
    if fact is None:
        return None
    indices = reader.read_column(
        link.index,
        path,
        rows,
        scope,
    )
    values: dict[int, Any] = {}
    for target_reader, target_rows in iter_target_blocks(reader, plan, sorted(set(indices))):
        root = enter_root(plan.node, target_rows)
        column = read_fact(target_reader, fact, target_rows, root)
        first = target_reader.block * BLOCK_SIZE
        values.update(zip((first + row for row in target_rows), column, strict=True))
    return [values[index] for index in indices]


# Lists of a record


def read_length(
    reader: ColumnReader,
    node: Length,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> Column:
    """Return the number of items in a list next to the field."""
    slot = scope.find_slot(node.field)
    if slot is None:
        return reader.read_column(
            node.default,
            path,
            rows,
            scope,
        )
    list_path = join_path(scope.path, slot.name)
    array = _find_plain_list(reader, slot.node, list_path)
    if array is not None:
        return collection_columns.draw_lengths(reader, array, list_path, rows)
    # Items may ask for this length: it must not depend on them.
    lists = reader.read_column(
        _drop_items(slot.node),
        list_path,
        rows,
        scope,
    )
    return [len(value or ()) for value in lists]


def _drop_items(node: Node) -> Node:
    """Return *node* with lists of None of the same length, unless its length depends on items."""
    if isinstance(node, Nullable):
        return replace(node, inner=_drop_items(node.inner))
    if isinstance(node, Array) and (node.may_repeat or not node.is_distinct):
        return replace(node, item=Constant(None, None), build=None, is_distinct=False)
    return node


def _find_plain_list(
    reader: ColumnReader,
    node: Node,
    path: str,
) -> Array | None:
    """Return the list at *path* if its items are those that the plan says, each on its own."""
    is_replaced = reader.draft is not None and path in reader.draft.replacements
    if isinstance(node, Array) and not node.is_distinct and not is_replaced:
        return node
    return None


def read_aggregate(
    reader: ColumnReader,
    node: Aggregate,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> Column:
    """Return the aggregates of *node*, over a field of the items in a sibling list."""
    slot = scope.find_slot(node.field)
    if slot is None:
        return reader.read_column(
            node.default,
            path,
            rows,
            scope,
        )
    python_reader = reader.for_python()
    list_path = join_path(scope.path, slot.name)
    values: Sequence[Sequence[Any]]
    array = _find_plain_list(reader, slot.node, list_path)
    if array is not None and isinstance(array.item, Record):
        values = _read_item_values(
            python_reader,
            array,
            node,
            list_path,
            rows,
            scope,
        )
    else:
        lists = python_reader.read_column(
            slot.node,
            list_path,
            rows,
            scope,
        )
        values = [[_get_field(item, node.item_field) for item in items or ()] for items in lists]
    return [node.combine([value for value in items if value is not None]) for items in values]


def _read_item_values(
    reader: ColumnReader,
    array: Array,
    node: Aggregate,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> list[list[Any]]:
    """Return the values of one field of all items, without the other fields of the items."""
    lengths = collection_columns.draw_lengths(reader, array, path, rows)
    values: list[list[Any]] = [[] for _ in rows]
    for position in range(max(lengths)):
        places = [place for place, length in enumerate(lengths) if length > position]
        own_rows = [rows[place] for place in places]
        item_path = join_path(path, str(position))
        inner = Scope(item_path, own_rows, array.item, scope)
        slot = inner.find_slot(node.item_field)
        if slot is None:
            break
        slot_path = join_path(item_path, slot.name)
        column = reader.read_column(
            slot.node,
            slot_path,
            own_rows,
            inner,
        )
        for place, value in zip(places, column, strict=True):
            values[place].append(value)
    return values


def _get_field(item: Any, name: str) -> Any:
    """Return the field *name* of *item*, which may be a mapping; None if it has no such field.

    Without a name, return the item itself.
    """
    if not name:
        return item
    return item.get(name) if isinstance(item, dict) else getattr(item, name, None)
