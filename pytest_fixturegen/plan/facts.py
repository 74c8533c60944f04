"""Facts of a record drawn another way, wherever the record shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pytest_fixturegen.nodes import Built, Converted, Fact, Node, Nullable, OneOf, Quoted, Record, Row, View


def with_facts(node: Node, facts: Mapping[str, Node]) -> Node:
    """*node*, with those of the record's *facts* that are named drawn by another node. Lists have facts of their own."""
    match node:
        case View(facts=shown):
            return replace(node, facts=tuple(Fact(each.name, facts.get(each.name, each.node)) for each in shown))
        case Nullable(inner) | Converted(inner) | Built(inner) | Quoted(inner):
            return replace(node, inner=with_facts(inner, facts))
        case OneOf(members):
            return OneOf(tuple((label, with_facts(member, facts)) for label, member in members))
        case Row(items, named=False):
            return Row(tuple(with_facts(item, facts) for item in items))
        case Record(slots, shared=True):
            return replace(node, slots=tuple(replace(slot, node=with_facts(slot.node, facts)) for slot in slots))
        case _:
            return node
