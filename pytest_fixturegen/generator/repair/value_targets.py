"""The single values of a refused record that another value may be drawn for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from pytest_fixturegen.generator.repair.drawn_parts import DrawnPart
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.nodes import (
    Array,
    Day,
    Dictionary,
    FixedPoint,
    GridFloat,
    Integer,
    Node,
    Nullable,
    OneOf,
    Record,
    Transformed,
    Tuple,
    UniformFloat,
    unwrap_node,
)

NUMERIC_NODES = (Integer, GridFloat, FixedPoint, UniformFloat, Day, Transformed)
TYPED_VALUES = (bool, bytes, date, time, timedelta, UUID)
"""Types of values for which a message rarely means a text."""


class ValueTarget(NamedTuple):
    """A single value for which another node may be drawn.

    *path* is where to draw it, *node* drew the refused *value*. *whole* is what draws
    it now, after the patches for other rules, without None. The items of a list, and the values
    of a mapping, are one target together: their *value* is None, and *wrap* makes the node of the
    collection from a node of an item.
    """

    path: str
    node: Node
    value: Any
    whole: Node
    wrap: Callable[[Node], Node] = lambda node: node

    @property
    def is_number(self) -> bool:
        """Whether numbers are drawn there."""
        if isinstance(self.value, str):
            return False
        if isinstance(self.node, NUMERIC_NODES):
            return True
        return isinstance(self.value, float | int | Decimal) and not isinstance(self.value, bool)

    @property
    def may_be_text(self) -> bool:
        """Whether a text may be what is wanted there."""
        if isinstance(self.node, OneOf) or isinstance(self.value, str):
            return True
        return not self.is_number and not isinstance(self.value, TYPED_VALUES)


def list_value_targets(drawn: Drawn) -> Iterator[ValueTarget]:
    """Yield the single values among the suspects of *drawn*, and the items of collections."""
    return read_targets(drawn, drawn.value_suspects)


def list_named_targets(drawn: Drawn) -> Iterator[ValueTarget]:
    """Yield the single values among the suspects, and the others that the message names.

    A message with two fields and a value rarely says which of the fields needs the value.
    """
    suspects = drawn.value_suspects
    in_order = (*suspects[:1], *drawn.list_named(), *suspects[1:])
    parts = {part.path: part for part in in_order if not part.is_pinned}
    return read_targets(drawn, parts.values())


def read_targets(drawn: Drawn, parts: Iterable[DrawnPart]) -> Iterator[ValueTarget]:
    """Yield the single values among *parts* of *drawn*, and the items of collections."""
    for part in parts:
        node = unwrap_node(part.node)
        if isinstance(node, Record | Tuple):
            continue
        is_text = isinstance(part.value, str)  # of "text input", whatever was planned
        if is_text or not isinstance(node, Array | Dictionary):
            yield ValueTarget(
                part.path,
                node,
                part.value,
                _unwrap_nullable(drawn.get_node(part)),
            )
            continue
        whole_item = node.item if isinstance(node, Array) else node.value
        item = unwrap_node(whole_item)
        if not isinstance(item, Record | Array | Dictionary | Tuple | OneOf):
            yield ValueTarget(
                part.path,
                item,
                None,
                _unwrap_nullable(whole_item),
                _make_wrapper(node),
            )


def _unwrap_nullable(node: Node) -> Node:
    """Return *node*, or the node that it draws if it does not draw None."""
    return node.inner if isinstance(node, Nullable) else node


def _make_wrapper(collection: Array | Dictionary) -> Callable[[Node], Node]:
    """Return a function that puts another node of the items into *collection*."""
    if isinstance(collection, Array):
        return lambda item: replace(collection, item=item)
    return lambda value: replace(collection, value=value)
