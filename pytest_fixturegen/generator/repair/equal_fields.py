"""Fields that a validator wants to be the same: a password and its repetition, an address that is typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Any

EQUALITY_PATTERN = re.compile(
    r"\b(?:match(?:es|ing)?|mismatch|same|equals?|identical|agree|repeat)\b", re.IGNORECASE
)
DIFFERENCE_PATTERN = re.compile(
    r"\b(?:must|should|may|can)(?: ?not|n't|'t)\b|differ|distinct", re.IGNORECASE
)
MIN_STEM_LENGTH = 3
"""Letters of a word that says what a field holds, at least."""


def is_equality_message(message: str) -> bool:
    """Whether *words* of a refusal ask two values to be the same."""
    return (
        EQUALITY_PATTERN.search(message) is not None and DIFFERENCE_PATTERN.search(message) is None
    )


def find_equal_fields(
    values: Mapping[str, Any], failed_field: str | None, message: str
) -> list[tuple[str, str]]:
    """Pairs of fields that *words* may speak of, the likeliest first: which one is to repeat which.

    *held* is what each field of the record holds; *refused* is the field that the words are said of, None for the record.
    """
    pairs = [
        pair
        for pair in _list_ordered_pairs(values, failed_field)
        if type(values[pair[0]]) is type(values[pair[1]])
    ]
    named = [
        pair
        for pair in pairs
        if _is_field_mentioned(pair[1], message)
        and (failed_field or _is_field_mentioned(pair[0], message))
    ]
    return list(
        dict.fromkeys(
            [*named, *(pair for pair in pairs if _find_stems(pair[0]) & _find_stems(pair[1]))]
        )
    )


def _list_ordered_pairs(
    values: Mapping[str, Any], failed_field: str | None
) -> Iterator[tuple[str, str]]:
    """Each two fields, a later one as the repetition of an earlier one; of a refused one, that as the repetition."""
    places = {name: place for place, name in enumerate(values)}
    for target, source in permutations(values, 2):
        if target == failed_field or (failed_field is None and places[target] > places[source]):
            yield target, source


def _is_field_mentioned(name: str, message: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", message) is not None


def _find_stems(name: str) -> set[str]:
    """The words of *name*, without digits: ``password2`` is about a password."""
    return {word for word in re.split(r"[_\d]+", name.lower()) if len(word) >= MIN_STEM_LENGTH}
