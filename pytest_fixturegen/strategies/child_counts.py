"""How many records link to each parent: ``Order.user_id=User.id;1..8``."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.streams import mix_word

MAX_CHILDREN = 10_000
"""The most children that a parent may have."""


@dataclass(frozen=True, slots=True)
class ChildCounts:
    """From *low* to *high* children per parent, each number as often as the others.

    Parents come in groups that have one parent with each number of children, so the parent of a
    child is found without counting all children before it.
    """

    low: int
    high: int

    @property
    def parents(self) -> int:
        """The parents of a group."""
        return self.high - self.low + 1

    @property
    def children(self) -> int:
        """The children of a group."""
        return (self.low + self.high) * self.parents // 2

    def count_children(self, parent_count: int) -> int:
        """Return how many children so many parents have."""
        groups, rest = divmod(parent_count, self.parents)
        ends = _list_ends(self, groups)
        return groups * self.children + (ends[rest - 1] if rest else 0)

    def find_parent(
        self,
        word: int,
        index: int,
    ) -> int:
        """Return the index of the parent of the child at *index*, whatever its *word*."""
        group, place = divmod(index, self.children)
        # Brothers and sisters are not next to each other, as in life.
        place = _list_places(self.children, group)[place]
        return group * self.parents + bisect_right(_list_ends(self, group), place)


@lru_cache(maxsize=64)
def _list_ends(counts: ChildCounts, group: int) -> list[int]:
    """Return the end of each parent's children among those of *group*."""
    numbers = range(counts.low, counts.high + 1)
    shuffled = sorted(numbers, key=lambda number: mix_word(group, number + 1))
    return [*accumulate(shuffled)]


@lru_cache(maxsize=64)
def _list_places(size: int, group: int) -> list[int]:
    """Return the places of the children of *group*, shuffled."""
    return sorted(range(size), key=lambda place: mix_word(~group & 0xFFFFFFFF, place + 1))
