"""Changes of a plan's node: what repair learnt from a few records, for all records.

A node for the third item of a list is one for every item. A node for a field of a nested model is
one wherever the model is nested.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import NamedTuple

from pytest_fixturegen.nodes import (
    Node,
    Pinned,
    Record,
)
from pytest_fixturegen.strategies.node_parts import ITEM_STEP, VALUE_STEP, list_inner, rebuild

ANY_ITEM = re.compile(r"\.\d+(?=[.|]|$)")
"""The part of a path that chooses an item of a list, or an entry of a mapping."""


class FieldChange(NamedTuple):
    """Another *node* for the field *name* of each record that has the fields *signature*."""

    signature: Hashable
    name: str
    node: Node


def change_node(
    root: Node,
    path: str,
    node: Node,
) -> Node:
    """Return *root* with *node* at *path*, and wherever the same field of a record occurs."""
    steps = path if not path or path.startswith("|") else f".{path}"
    changed = _change_at(root, steps, node)
    field_change = _find_field_change(root, steps, node)
    return changed if field_change is None else _change_field(changed, field_change, {})


def _change_at(
    node: Node,
    steps: str,
    new: Node,
) -> Node:
    """Return *node* with *new* where *steps* lead to, or *node* itself if they lead nowhere."""
    if not steps:
        return new
    inner = list_inner(node)
    for number, (step, inner_node) in enumerate(inner):
        rest = _follow(steps, step)
        changed = inner_node if rest is None else _change_at(inner_node, rest, new)
        if changed is not inner_node:  # a name with a dot may begin like another name
            nodes = [each for _, each in inner]
            nodes[number] = changed
            return rebuild(node, nodes)
    return node


def _find_field_change(
    node: Node,
    steps: str,
    new: Node,
) -> FieldChange | None:
    """Return the change that puts *new* into every field like the one that *steps* lead to."""
    for step, inner_node in list_inner(node):
        rest = _follow(steps, step)
        if rest is None:
            continue
        if isinstance(node, Record) and not rest:
            return FieldChange(
                _get_signature(node),
                step[1:],
                new,
            )
        found = _find_field_change(inner_node, rest, new)
        if found is not None:
            return found
    return None


def _change_field(
    node: Node,
    change: FieldChange,
    changed: dict[int, Node],
) -> Node:
    """Return *node* with *change* made in it. *changed* has what was made of nodes by their id.

    Models that many fields hold share one node, and so do the changed nodes.
    """
    if id(node) in changed:
        return changed[id(node)]
    inner = list_inner(node)
    is_meant = isinstance(node, Record) and _get_signature(node) == change.signature
    nodes = [
        change.node
        if is_meant and step[1:] == change.name and not isinstance(each, Pinned)
        else _change_field(each, change, changed)
        for step, each in inner
    ]
    is_same = all(new is old for new, (_, old) in zip(nodes, inner, strict=True))
    result = node if is_same else rebuild(node, nodes)
    changed[id(node)] = result
    return result


def _get_signature(record: Record) -> Hashable:
    """Return an identity for the model of *record*: the names and keys of its fields."""
    return tuple((slot.name, slot.key) for slot in record.slots)


def _follow(steps: str, step: str) -> str | None:
    """Return what follows *step* at the beginning of *steps*, or None if they begin otherwise."""
    prefix = step.removesuffix(VALUE_STEP).removesuffix(ITEM_STEP)
    if prefix != step:  # the step into an item or an entry, whichever it is
        match = ANY_ITEM.match(steps)
        if match is None:
            return None
        rest = steps[match.end() :]
        return rest if step == ITEM_STEP else _follow(rest, ".value")
    if not steps.startswith(step):
        return None
    rest = steps[len(step) :]
    return rest if not step or not rest or rest[0] in ".|" else None
