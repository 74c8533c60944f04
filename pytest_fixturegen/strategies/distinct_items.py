"""Items of sets, and keys of mappings, which differ within one value."""

from __future__ import annotations

from typing import NamedTuple

from pytest_fixturegen.nodes import Node, SampleIndex
from pytest_fixturegen.providers.countable import Countable, build_countable
from pytest_fixturegen.strategies.containers import count_distinct_values

MAX_USED_SHARE = 3 / 4
"""The share of the values of its items up to which a set is drawn at random.

An item that repeats is redrawn 64 times: at this share, one set of 10^8 would miss an item.
"""


class CountedItems(NamedTuple):
    """The values of the items of a set, or of the keys of a mapping: they are counted once.

    *size* is how many different values *node* can draw, as far as they are counted.
    """

    node: Node
    size: int
    countable: Countable | None

    def sample(self, low: int) -> Node:
        """Return a node of the same items for a set of at least *low*.

        If the set needs most of the values that there are, they are drawn without replacement.
        """
        countable = self.countable
        if countable is None or low - 1 <= countable.size * MAX_USED_SHARE:
            return self.node
        return countable.build_node(SampleIndex(countable.size))


def count_items(node: Node) -> CountedItems:
    """Return the values that *node* can draw, counted."""
    countable = build_countable(node)
    size = count_distinct_values(node)
    if countable is not None:
        size = min(size, countable.size)
    return CountedItems(node, size, countable)
