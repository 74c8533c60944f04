"""The parts right below a part of a record: fields, items and the places of tuples."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.cases.places import MISSING, RecordPart, Requirement, is_given
from pytest_fixturegen.introspection.shapes import ModelField, ModelShape, TupleShape
from pytest_fixturegen.nodes import Node, Record, Slot, Tuple


def list_field_parts(
    part: RecordPart,
    shape: ModelShape,
    node: Record,
    requirements: tuple[Requirement, ...],
) -> Iterator[RecordPart]:
    """Yield a part for each field of a record that the plan fills."""
    slots = {slot.name: slot for slot in node.slots}
    before: list[tuple[ModelField, str, Node]] = []
    for model_field in shape.fields:
        slot = slots.get(model_field.name)
        if slot is None or slot.key is None:
            continue
        path = join_path(part.path, slot.name)
        title = join_path(part.title, slot.name)
        value = read_field(part.value, slot)
        yield RecordPart(
            model_field.shape,
            slot.node,
            path,
            title,
            value,
            requirements,
            model_field,
            shape.ref,
            tuple(before),
        )
        before.append((model_field, path, slot.node))


def read_field(record: Any, slot: Slot) -> Any:
    """Return the value of *slot* in *record*, a drawn mapping or instance; MISSING without one."""
    if not is_given(record) or slot.key is None:
        return MISSING
    if not isinstance(record, Mapping):
        return getattr(
            record,
            slot.name,
            MISSING,
        )
    value: Any = record
    for part in slot.key:
        has_part = part in value if isinstance(value, Mapping) else _has_position(value, part)
        if not has_part:
            return MISSING
        value = value[part]
    return value


def _has_position(value: Any, part: str | int) -> bool:
    return isinstance(value, list) and isinstance(part, int) and part < len(value)


def list_tuple_parts(
    part: RecordPart,
    shape: TupleShape,
    node: Tuple,
) -> Iterator[RecordPart]:
    """Yield a part for each place of a tuple that does not repeat."""
    values: Sequence[Any] = part.value if isinstance(part.value, tuple | list) else ()
    names = shape.names or tuple(f"[{index}]" for index in range(len(node.items)))
    for index, (item, inner) in enumerate(
        zip(
            shape.items,
            node.items,
            strict=False,
        )
    ):
        if shape.variadic_index is not None and index > shape.variadic_index:
            return
        value = values[index] if index < len(values) else MISSING
        name = names[index]
        title = join_path(part.title, name) if shape.names else f"{part.title}{name}"
        path = join_path(part.path, str(index))
        yield RecordPart(
            item,
            inner,
            path,
            title,
            value,
            part.requirements,
        )


def read_first_item(value: Any) -> Any:
    """Return the first item of a drawn list; MISSING for an empty one, and for a set."""
    is_list = isinstance(value, list | tuple | deque)
    return value[0] if is_list and value else MISSING


def read_first_value(value: Any) -> Any:
    """Return the first value of a drawn mapping; MISSING for an empty one."""
    values = value.values() if isinstance(value, Mapping) else ()
    return next(iter(values), MISSING)
