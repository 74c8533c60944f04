"""Facts of a record drawn another way, wherever the record shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pytest_fixturegen.nodes import (
    Constructed,
    Converted,
    Fact,
    FactView,
    JsonEncoded,
    Node,
    Nullable,
    OneOf,
    Record,
    Tuple,
)


def replace_facts(node: Node, facts: Mapping[str, Node]) -> Node:
    """*node*, with those of the record's *facts* that are named drawn by another node. Lists have facts of their own."""
    match node:
        case FactView(facts=shown):
            return replace(
                node,
                facts=tuple(Fact(each.name, facts.get(each.name, each.node)) for each in shown),
            )
        case Nullable(inner) | Converted(inner) | Constructed(inner) | JsonEncoded(inner):
            return replace(node, inner=replace_facts(inner, facts))
        case OneOf(members):
            return OneOf(tuple((label, replace_facts(member, facts)) for label, member in members))
        case Tuple(items, is_named=False):
            return Tuple(tuple(replace_facts(item, facts) for item in items))
        case Record(slots, shares_facts=True):
            return replace(
                node,
                slots=tuple(replace(slot, node=replace_facts(slot.node, facts)) for slot in slots),
            )
        case _:
            return node
