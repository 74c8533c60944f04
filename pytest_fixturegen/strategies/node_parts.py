"""The nodes right within a node, and a node with others in their places."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pytest_fixturegen.nodes import (
    Array,
    Constructed,
    Converted,
    Dictionary,
    JsonEncoded,
    Node,
    Nullable,
    OneOf,
    Record,
    Slot,
    Tuple,
)

VALUE_STEP = ".*.value"
KEY_STEP = ITEM_STEP = ".*"

Steps = list[tuple[str, Node]]
"""Nodes, each with the step of a path that leads to it."""

WRAPPERS = (Nullable, Converted, Constructed, JsonEncoded)

LISTERS: Mapping[type, Callable[[Any], Steps]] = {
    **dict.fromkeys(WRAPPERS, lambda node: [("", node.inner)]),
    Record: lambda node: [(f".{slot.name}", slot.node) for slot in node.slots],
    OneOf: lambda node: [(f"|{label}", member) for label, member in node.members],
    Array: lambda node: [(ITEM_STEP, node.item)],
    Dictionary: lambda node: [(VALUE_STEP, node.value), (KEY_STEP, node.key)],
    Tuple: lambda node: [(f".{position}", item) for position, item in enumerate(node.items)],
}
"""Functions that list the inner nodes of a node, by its type; other types have none."""

REBUILDERS: Mapping[type, Callable[[Any, Sequence[Node]], Node]] = {
    **dict.fromkeys(WRAPPERS, lambda node, inner: replace(node, inner=inner[0])),
    Record: lambda node, inner: replace(node, slots=tuple(map(_set_node, node.slots, inner))),
    OneOf: lambda node, inner: OneOf(tuple(map(_set_member, node.members, inner))),
    Array: lambda node, inner: replace(node, item=inner[0]),
    Dictionary: lambda node, inner: replace(node, value=inner[0], key=inner[1]),
    Tuple: lambda node, inner: replace(node, items=tuple(inner)),
}
"""Functions that return a copy of such a node with other inner nodes, by its type."""


def list_inner(node: Node) -> Steps:
    """Return the nodes right within *node*. A fixed value has none, as no change may reach it."""
    lister = LISTERS.get(type(node))
    return lister(node) if lister else []


def rebuild(node: Node, inner: Sequence[Node]) -> Node:
    """Return *node* with the nodes *inner* within it, in the order of :func:`list_inner`."""
    return REBUILDERS[type(node)](node, inner)


def _set_member(member: tuple[str, Node], node: Node) -> tuple[str, Node]:
    """Return *member* of a choice, drawn by *node*."""
    return member[0], node


def _set_node(slot: Slot, node: Node) -> Slot:
    """Return *slot*, filled by *node*."""
    return replace(slot, node=node)
