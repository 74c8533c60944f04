"""Links: the value of a field in a record of another model.

No pool of records is kept. Any record can be generated alone, so each link generates the field of
its target record again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import gcd
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.generator.scope import enter_root
from pytest_fixturegen.nodes import Link, Node, Record, SampleIndex, Slot
from pytest_fixturegen.streams import BLOCK_SIZE

if TYPE_CHECKING:
    from pytest_fixturegen.generator.columns import Column, ColumnReader, RowIndices
    from pytest_fixturegen.generator.scope import Scope
    from pytest_fixturegen.strategies.plan import Plan


def read_link(
    reader: ColumnReader,
    node: Link,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> Column:
    """Return the value of the linked field for each of *rows*."""
    python_reader = replace(reader, json=False) if reader.json else reader
    indices = python_reader.read_column(
        node.index,
        path,
        rows,
        scope,
    )
    plan: Plan = node.get_plan()
    if plan.needs_validation:  # validators may change the value
        values = {
            index: _build_field(
                reader,
                plan,
                node.field,
                index,
            )
            for index in set(indices)
        }
    else:
        values = _draw_field(
            reader,
            plan,
            node.field,
            sorted(set(indices)),
        )
    return [values[index] for index in indices]


def read_sample_index(
    reader: ColumnReader,
    node: SampleIndex,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> Column:
    """Return an index for the item of a list at the position that ends *path*.

    The indices of a list are equally spaced, so that they differ.
    """
    parent, _, last = path.rpartition(".")
    position, _, redraw = last.partition("~")
    step, size = int(position) + int(redraw or 0), node.size
    words = reader.read_words(f"{parent}~among", rows)
    return [((word * size >> 64) + step * _find_stride(word % size, size)) % size for word in words]


@lru_cache(maxsize=1024)
def _find_stride(length: int, size: int) -> int:
    """Return a step of at least *length* that visits all *size* places before it repeats one."""
    return next(step for step in range(length + 1, length + 2 + size) if gcd(step, size) == 1)


def _draw_field(
    reader: ColumnReader,
    plan: Plan,
    field: str,
    indices: Sequence[int],
) -> dict[int, Any]:
    """Return *field* at each of *indices*, read column by column for each block."""
    node = _find_field_node(plan, field)
    found: dict[int, Any] = {}
    for target_reader, rows in iter_target_blocks(reader, plan, indices):
        scope = enter_root(plan.node, rows)
        column = target_reader.read_column(
            node,
            field,
            rows,
            scope,
        )
        first = target_reader.block * BLOCK_SIZE
        found.update(zip((first + row for row in rows), column, strict=True))
    return found


def iter_target_blocks(
    reader: ColumnReader,
    plan: Plan,
    indices: Sequence[int],
) -> Iterator[tuple[ColumnReader, list[int]]]:
    """Yield a reader of the records of *plan* for each block of *indices*, and its rows."""
    stream = reader.stream.for_model(plan.reading.name)
    blocks: dict[int, list[int]] = {}
    for index in indices:
        blocks.setdefault(index // BLOCK_SIZE, []).append(index % BLOCK_SIZE)
    for block, rows in blocks.items():
        yield replace(reader, stream=stream, block=block, draft=None), rows


def _build_field(
    reader: ColumnReader,
    plan: Plan,
    field: str,
    index: int,
) -> Any:
    """Return *field* of the validated record at *index*."""
    from pytest_fixturegen.generator.code_seeds import seed_json

    stream = reader.stream.for_model(plan.reading.name)
    value = reader.build_record(plan, stream, index)
    if reader.json:
        key = next(slot.json_key for slot in _get_slots(plan) if slot.name == field)
        with seed_json(plan, stream, *divmod(index, BLOCK_SIZE)):
            return loads(plan.reading.dump_json(value))[key]
    return value[field] if isinstance(value, Mapping) else getattr(value, field)


def _find_field_node(plan: Plan, field: str) -> Node:
    """Return the node of *field*, which the record of *plan* must have."""
    return next(slot.node for slot in _get_slots(plan) if slot.name == field)


def _get_slots(plan: Plan) -> Sequence[Slot]:
    """Return the slots of *plan*, which must be the plan of a record."""
    assert isinstance(plan.node, Record)
    return plan.node.slots
