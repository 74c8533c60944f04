"""Items of sets, and keys of mappings, which differ within one value."""

from __future__ import annotations

from pytest_fixturegen.nodes import Node, SampleIndex
from pytest_fixturegen.providers.countable import build_countable
from pytest_fixturegen.strategies.containers import count_distinct_values

MAX_USED_SHARE = 3 / 4
"""The share of the values of its items up to which a set is drawn at random.

An item that repeats is redrawn 64 times: at this share, one set of 10^8 would miss an item.
"""


def count_values(node: Node) -> int:
    """Return how many different values *node* can draw, as far as they are counted."""
    countable = build_countable(node)
    counted = count_distinct_values(node)
    return counted if countable is None else min(counted, countable.size)


def sample_items(node: Node, low: int) -> Node:
    """Return a node of the same items for a set of at least *low*.

    If the set needs most of the values that there are, they are drawn without replacement.
    """
    countable = build_countable(node)
    if countable is None or low - 1 <= countable.size * MAX_USED_SHARE:
        return node
    return countable.build_node(SampleIndex(countable.size))
