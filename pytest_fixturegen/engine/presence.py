"""Which optional fields a refused record must have, and which it must not: what the messages of its rules say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pytest_fixturegen.engine.places import Place, is_word, unwrapped
from pytest_fixturegen.identity import child
from pytest_fixturegen.nodes import Record, Slot
from pytest_fixturegen.streams import mixed

ASKING = re.compile(
    r"requires?|required|missing|must (?:be|have|include|contain|provide)|needs?\b|should be (?:provided|set)", re.IGNORECASE
)
"""Words of a message that asks for a field."""

FORBIDDING = re.compile(
    r"\bboth\b|only one|can ?not|can't|exclusive|not (?:supported?|allowed|permitted|both)|must not|should not|at most one|"
    r"conflict|exactly one|incompatible|unexpected|redundant|instead of|multiple",
    re.IGNORECASE,
)
"""Words of a message that a field may not stand there, or not next to another."""

CHOICE = re.compile(r"\bor\b|one of|either|exactly one", re.IGNORECASE)
"""Words of a message that asks for any of several fields."""

FEW = 3
"""Fields that one message asks for at most; one that names more gives a choice."""

FORGETTING = 12
"""One turn of so many forgets all that was said, lest two messages contradict each other for ever."""


@dataclass(slots=True)
class Presence:
    """The paths of the fields that must be *kept*, and of those that must be *dropped*."""

    kept: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)

    def learn(self, place: Place, turn: int) -> None:
        """Remember what the words at *place*, a record, say of its optional fields."""
        node = unwrapped(place.node)
        if turn % FORGETTING == 0:
            self.kept, self.dropped = set(), set()
        if not isinstance(node, Record) or not isinstance(place.value, Mapping):
            return
        named = [slot for slot in node.slots if slot.key and is_told(slot, place.words)]
        absent = [child(place.path, slot.name) for slot in named if slot.key and slot.key[0] not in place.value]
        there = [child(place.path, slot.name) for slot in named if slot.key and slot.key[0] in place.value and slot.optional]
        if there and FORBIDDING.search(place.words):
            self._drop(there, turn)
        elif absent and (ASKING.search(place.words) or not there):
            self._keep(absent, CHOICE.search(place.words) is not None, turn)

    def _drop(self, paths: list[str], turn: int) -> None:
        """Drop one of *paths*, one that nothing asked for if there is one, another at each *turn*."""
        free = [path for path in paths if path not in self.kept] or paths
        chosen = free[turn // 2 % len(free)]
        self.dropped.add(chosen)
        self.kept -= {chosen}

    def _keep(self, paths: list[str], choice: bool, turn: int) -> None:
        """Keep *paths*; of a *choice*, one in turn."""
        if choice or len(paths) > FEW:
            paths = [paths[turn // 2 % len(paths)]]
        self.kept.update(paths)
        self.dropped.difference_update(paths)


def is_told(slot: Slot, words: str) -> bool:
    """Whether *words* name the field of *slot*, as its class or as its JSON does."""
    return any(is_word(name, words) for name in (slot.name, *(slot.key or ())) if isinstance(name, str))


def by_chance(attempt: int, count: int, word: int) -> list[bool]:
    """Which of *count* optional fields a refused record keeps: half of them, none, one, or few, in turn."""
    match attempt % 4:
        case 2:
            return [bool(mixed(word, place) & 1) for place in range(count)]
        case 3:
            return [False] * count
        case 0:
            return [place == word % count for place in range(count)]
        case _:
            return [not mixed(word, place) & 7 for place in range(count)]
