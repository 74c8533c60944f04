"""Moments that a record with a fixed status has not reached: a draft has not been published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    ModelField,
    OptionalShape,
    Shape,
)
from pytest_fixturegen.nodes import Constant, Node, Pinned, Slot, unwrap_node
from pytest_fixturegen.providers.fact_pins import list_options, read_text
from pytest_fixturegen.providers.timestamps import is_unreached

STATUS_NAMES = frozenset(("status", "state", "stage"))
"""Names of fields that say which stage a record has reached."""


def leave_unreached(fields: Sequence[ModelField], slots: Sequence[Slot]) -> list[Slot]:
    """Return *slots* with None for the moments that a fixed status rules out, if they accept it."""
    statuses = [_read_fixed_text(slot.node) for slot in slots if slot.name in STATUS_NAMES]
    status = next(filter(None, statuses), "")
    if not status:
        return list(slots)
    optional = {field.name for field in fields if _accepts_none(field.shape)}
    return [_leave_slot(slot, status) if slot.name in optional else slot for slot in slots]


def _read_fixed_text(node: Node) -> str:
    """Return the text that the user or the model's default fixes; "" if it is none."""
    inner = node.inner if isinstance(node, Pinned) else node
    texts = set(map(read_text, list_options(unwrap_node(inner))))
    return texts.pop() if len(texts) == 1 else ""


def _accepts_none(shape: Shape) -> bool:
    while isinstance(shape, CheckedShape | CustomJsonShape):
        shape = shape.inner
    return isinstance(shape, OptionalShape)


def _leave_slot(slot: Slot, status: str) -> Slot:
    """Return *slot* with None if *status* rules it out and the user does not fix it."""
    if isinstance(slot.node, Pinned) or not is_unreached(to_snake_case(slot.name), status):
        return slot
    return replace(slot, node=Constant(None, None))
