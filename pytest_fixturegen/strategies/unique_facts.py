"""Facts of a record that are drawn by other nodes, wherever the record shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pytest_fixturegen.nodes import (
    Fact,
    FactView,
    Link,
    Node,
    Nullable,
    OneOf,
    Pinned,
    Record,
    Tuple,
)
from pytest_fixturegen.strategies.node_parts import WRAPPERS, list_inner, rebuild


def _replace_shown_facts(view: FactView, facts: Mapping[str, Node]) -> FactView:
    """Return *view* with those of its facts that *facts* names drawn by those nodes."""
    shown = [
        Fact(fact.name, facts.get(fact.name) or replace_facts(fact.node, facts))
        for fact in view.facts
    ]
    return replace(view, facts=tuple(shown))


def replace_facts(node: Node, facts: Mapping[str, Node]) -> Node:
    """Return *node* with the facts of the record that *facts* names drawn by those nodes.

    Items of lists and records within the record have other facts, which stay.
    """
    if isinstance(node, FactView):
        return _replace_shown_facts(node, facts)
    if isinstance(node, Link) and isinstance(node.index, FactView):
        return replace(node, index=_replace_shown_facts(node.index, facts))
    if isinstance(node, Pinned):
        return Pinned(replace_facts(node.inner, facts))
    if isinstance(node, Nullable) and node.gate is not None:
        node = replace(node, gate=_replace_shown_facts(node.gate, facts))
    if not _shows_facts_of_record(node):
        return node
    return rebuild(
        node,
        [replace_facts(inner, facts) for _, inner in list_inner(node)],
    )


def _shows_facts_of_record(node: Node) -> bool:
    """Return whether the nodes within *node* may show facts of the record around it."""
    if isinstance(node, Tuple):
        return not node.is_named
    if isinstance(node, Record):
        return node.shares_facts
    return isinstance(node, (OneOf, *WRAPPERS))
