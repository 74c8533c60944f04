"""Strategy: fields that a validator wants to be the same, such as a password and its repetition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Any

from pytest_fixturegen._internal.equality import is_same
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy

NAME = "equal fields"

EQUALITY_PATTERN = re.compile(
    r"\b(?:match(?:es|ing)?|mismatch|same|equals?|identical|agree|repeat)\b", re.IGNORECASE
)
DIFFERENCE_PATTERN = re.compile(
    r"\b(?:must|should|may|can)(?: ?not|n't|'t)\b|differ|distinct", re.IGNORECASE
)
MIN_STEM_LENGTH = 3
"""Letters that a word of a field's name needs to say what the field holds."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield a patch for each pair of fields that the message may want equal."""
    if "pattern" in refusal.context or not is_equality_message(refusal.message):
        return
    record, failed_field = drawn.find_enclosing_record()
    parts = drawn.record.list_parts(record)
    fields = {part.path[len(record.path) :].lstrip("."): part for part in parts}
    values = {name: part.value for name, part in fields.items()}
    for names in find_equal_fields(values, failed_field, refusal.message):
        target, source = fields[names[0]], fields[names[1]]
        if target.is_pinned:
            target, source = source, target
        if not target.is_pinned:
            yield DrawInstead(
                NAME,
                target.path,
                f"like {source.path}",
                node=source.node,
                source=source.path,
                is_lasting=True,  # a message may want three fields equal
            )


def is_equality_message(message: str) -> bool:
    """Return whether *message* asks two values to be the same."""
    asks_for_difference = DIFFERENCE_PATTERN.search(message) is not None
    return not asks_for_difference and EQUALITY_PATTERN.search(message) is not None


def find_equal_fields(
    values: Mapping[str, Any],
    failed_field: str | None,
    message: str,
) -> list[tuple[str, str]]:
    """Return (target, source) pairs of fields that *message* may want equal, the likeliest first.

    *values* maps the names of the fields of the record to their values. *failed_field* is the field
    that the validator belongs to, or None if it belongs to the record.
    """
    pairs = [
        (target, source)
        for target, source in _list_ordered_pairs(values, failed_field)
        if type(values[target]) is type(values[source])
    ]
    mentioned = [pair for pair in pairs if _are_mentioned(pair, failed_field, message)]
    similar = [pair for pair in pairs if _find_stems(pair[0]) & _find_stems(pair[1])]
    likely = dict.fromkeys(mentioned + similar)
    return [pair for pair in likely if not is_same(values[pair[0]], values[pair[1]])]


def _list_ordered_pairs(
    values: Mapping[str, Any], failed_field: str | None
) -> Iterator[tuple[str, str]]:
    """Yield each pair of fields with the failed one as the target, or else the later one."""
    positions = {name: position for position, name in enumerate(values)}
    for target, source in permutations(values, 2):
        is_later = positions[target] > positions[source]
        if target == failed_field or (failed_field is None and is_later):
            yield target, source


def _are_mentioned(
    pair: tuple[str, str],
    failed_field: str | None,
    message: str,
) -> bool:
    """Return whether *message* names both fields of *pair*, the failed field not needed."""
    target, source = pair
    if not _is_mentioned(source, message):
        return False
    return failed_field is not None or _is_mentioned(target, message)


def _is_mentioned(name: str, message: str) -> bool:
    """Return whether *message* contains *name* as a whole word."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", message) is not None


def _find_stems(name: str) -> set[str]:
    """Return the words of *name* without digits: ``password2`` is about a password."""
    return {word for word in re.split(r"[_\d]+", name.lower()) if len(word) >= MIN_STEM_LENGTH}


STRATEGY = RepairStrategy(
    NAME,
    "If the message asks two fields to be the same, draw one of them like the other.",
    propose,
)
