"""Facts of a record that are drawn by other nodes, wherever the record shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pytest_fixturegen.nodes import (
    Constructed,
    Converted,
    Fact,
    FactView,
    JsonEncoded,
    Link,
    Node,
    Nullable,
    OneOf,
    Pinned,
    Record,
    Tuple,
)


def _replace_shown_facts(view: FactView, facts: Mapping[str, Node]) -> FactView:
    """Return *view* with those of its facts that *facts* names drawn by those nodes."""
    shown = [Fact(fact.name, facts.get(fact.name, fact.node)) for fact in view.facts]
    return replace(view, facts=tuple(shown))


def replace_facts(node: Node, facts: Mapping[str, Node]) -> Node:
    """Return *node* with the facts of the record that *facts* names drawn by those nodes.

    Items of lists and records within the record have other facts, which stay.
    """
    match node:
        case FactView():
            return _replace_shown_facts(node, facts)
        case Link(index=FactView() as index):
            return replace(node, index=_replace_shown_facts(index, facts))
        case Nullable(inner) | Converted(inner) | Constructed(inner) | JsonEncoded(inner):
            return replace(node, inner=replace_facts(inner, facts))
        case Pinned(inner):
            return Pinned(replace_facts(inner, facts))
        case OneOf(members):
            return OneOf(tuple((label, replace_facts(member, facts)) for label, member in members))
        case Tuple(items, is_named=False):
            return Tuple(tuple(replace_facts(item, facts) for item in items))
        case Record(slots, shares_facts=True):
            inner_slots = (replace(slot, node=replace_facts(slot.node, facts)) for slot in slots)
            return replace(node, slots=tuple(inner_slots))
        case _:
            return node
