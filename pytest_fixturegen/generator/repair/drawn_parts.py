"""The parts of a drawn value: the fields of a record, the items of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.generator.repair.refusal import Loc
from pytest_fixturegen.nodes import (
    Array,
    Dictionary,
    Node,
    OneOf,
    Pinned,
    Record,
    Tuple,
    unwrap_node,
)
from pytest_fixturegen.strategies.node_parts import list_inner

KEY_MARK = "[key]"
"""What Pydantic adds to the place of a mapping's key, to tell it from that of its value."""


class DrawnPart(NamedTuple):
    """A part of a record: its path, its node, its value, and the names that Pydantic may use."""

    path: str
    node: Node
    value: Any
    names: Loc = ()

    @property
    def is_pinned(self) -> bool:
        """Whether the user fixed the value."""
        return isinstance(unwrap_node(self.node), Pinned)

    @property
    def has_pinned(self) -> bool:
        """Whether the user fixed the value or a part of it, so that it must not be left out."""
        return contains_pinned(self.node)


def contains_pinned(node: Node) -> bool:
    """Return whether a value that the user fixed is drawn by *node* or by a node within it."""
    inner = unwrap_node(node)
    return isinstance(inner, Pinned) or any(contains_pinned(part) for _, part in list_inner(inner))


def _iter_record_parts(
    path: str,
    node: Record,
    value: Any,
) -> Iterator[DrawnPart]:
    """Yield the part of each field that *value*, a mapping or an instance, has by key or name."""
    fields = value if isinstance(value, Mapping) else getattr(value, "__dict__", {})
    for slot in node.slots:
        if not slot.key:
            continue
        key = slot.key[0] if slot.key[0] in fields else slot.name
        if key in fields:
            names = (slot.name, slot.key[0])
            yield DrawnPart(
                join_path(path, slot.name),
                slot.node,
                fields[key],
                names,
            )


def _iter_array_parts(
    path: str,
    node: Array,
    value: Any,
) -> Iterator[DrawnPart]:
    """Yield a part for each item of *value*; nothing if it is neither a list nor a tuple."""
    items = value if isinstance(value, list | tuple) else ()
    for index, item in enumerate(items):
        yield DrawnPart(
            join_path(path, str(index)),
            node.item,
            item,
            (index,),
        )


def _iter_tuple_parts(
    path: str,
    node: Tuple,
    value: Any,
) -> Iterator[DrawnPart]:
    """Yield a part for each item of *value*, drawn by the node at the same position."""
    items = value if isinstance(value, list | tuple) else ()
    for index, (item_node, item) in enumerate(zip(node.items, items, strict=False)):
        yield DrawnPart(
            join_path(path, str(index)),
            item_node,
            item,
            (index,),
        )


def _iter_dictionary_parts(
    path: str,
    node: Dictionary,
    value: Any,
) -> Iterator[DrawnPart]:
    """Yield two parts for each entry of *value*, its key and its value."""
    entries = value.items() if isinstance(value, Mapping) else ()
    for index, (key, item) in enumerate(entries):
        entry = join_path(path, str(index))
        yield DrawnPart(
            entry,
            node.key,
            key,
            (f"{key}{KEY_MARK}",),
        )
        yield DrawnPart(
            join_path(entry, "value"),
            node.value,
            item,
            (key, str(key)),
        )


def _iter_union_parts(
    path: str,
    node: OneOf,
    value: Any,
) -> Iterator[DrawnPart]:
    """Yield a part for each member, since the value does not show which member drew it."""
    for label, member in node.members:
        yield DrawnPart(f"{path}|{label}", member, value, (label,))


PART_READERS: dict[type, Callable[[str, Any, Any], Iterator[DrawnPart]]] = {
    Record: _iter_record_parts,
    Array: _iter_array_parts,
    Tuple: _iter_tuple_parts,
    Dictionary: _iter_dictionary_parts,
    OneOf: _iter_union_parts,
}
"""How the parts of a value are found, by the type of the node that drew it."""
