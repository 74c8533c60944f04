"""Which optional fields a refused record must have, and which it must not: what the messages of its rules say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.generator.repair.value_paths import FaultLocation, is_word, unwrap_node
from pytest_fixturegen.nodes import Record, Slot
from pytest_fixturegen.streams import mix_word

REQUIRING_PATTERN = re.compile(
    r"requires?|required|missing|must (?:be|have|include|contain|provide)|needs?\b|should be (?:provided|set)",
    re.IGNORECASE,
)
"""Words of a message that asks for a field."""

FORBIDDING_PATTERN = re.compile(
    r"\bboth\b|only one|can ?not|can't|exclusive|not (?:supported?|allowed|permitted|both)|must not|should not|at most one|"
    r"conflict|exactly one|incompatible|unexpected|redundant|instead of|multiple",
    re.IGNORECASE,
)
"""Words of a message that a field may not stand there, or not next to another."""

CHOICE_PATTERN = re.compile(r"\bor\b|one of|either|exactly one", re.IGNORECASE)
"""Words of a message that asks for any of several fields."""

MAX_REQUIRED_FIELDS = 3
"""Fields that one message asks for at most; one that names more gives a choice."""

FORGET_INTERVAL = 12
"""One turn of so many forgets all that was said, lest two messages contradict each other for ever."""


@dataclass(slots=True)
class FieldPresence:
    """The paths of the fields that must be *kept*, and of those that must be *dropped*."""

    kept_paths: set[str] = field(default_factory=set)
    dropped_paths: set[str] = field(default_factory=set)

    def learn_from_fault(self, location: FaultLocation, turn: int) -> None:
        """Remember what the words at *place*, a record, say of its optional fields."""
        node = unwrap_node(location.node)
        if turn % FORGET_INTERVAL == 0:
            self.kept_paths, self.dropped_paths = set(), set()
        if not isinstance(node, Record) or not isinstance(location.value, Mapping):
            return
        named = [
            slot for slot in node.slots if slot.key and is_slot_mentioned(slot, location.message)
        ]
        absent = [
            join_path(location.path, slot.name)
            for slot in named
            if slot.key and slot.key[0] not in location.value
        ]
        there = [
            join_path(location.path, slot.name)
            for slot in named
            if slot.key and slot.key[0] in location.value and slot.is_optional
        ]
        if there and FORBIDDING_PATTERN.search(location.message):
            self._drop_one(there, turn)
        elif absent and (REQUIRING_PATTERN.search(location.message) or not there):
            self._keep_paths(absent, CHOICE_PATTERN.search(location.message) is not None, turn)

    def _drop_one(self, paths: list[str], turn: int) -> None:
        """Drop one of *paths*, one that nothing asked for if there is one, another at each *turn*."""
        free = [path for path in paths if path not in self.kept_paths] or paths
        chosen = free[turn // 2 % len(free)]
        self.dropped_paths.add(chosen)
        self.kept_paths -= {chosen}

    def _keep_paths(self, paths: list[str], is_choice: bool, turn: int) -> None:
        """Keep *paths*; of a *choice*, one in turn."""
        if is_choice or len(paths) > MAX_REQUIRED_FIELDS:
            paths = [paths[turn // 2 % len(paths)]]
        self.kept_paths.update(paths)
        self.dropped_paths.difference_update(paths)


def is_slot_mentioned(slot: Slot, message: str) -> bool:
    """Whether *words* name the field of *slot*, as its class or as its JSON does."""
    return any(
        is_word(name, message) for name in (slot.name, *(slot.key or ())) if isinstance(name, str)
    )


def choose_kept_fields(attempt: int, count: int, word: int) -> list[bool]:
    """Which of *count* optional fields a refused record keeps: half of them, none, one, or few, in turn."""
    match attempt % 4:
        case 2:
            return [bool(mix_word(word, place) & 1) for place in range(count)]
        case 3:
            return [False] * count
        case 0:
            return [place == word % count for place in range(count)]
        case _:
            return [not mix_word(word, place) & 7 for place in range(count)]
