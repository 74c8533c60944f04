"""Fields that a validator wants to be the same: a password and its repetition, an address that is typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Any

SAME = re.compile(r"\b(?:match(?:es|ing)?|mismatch|same|equals?|identical|agree|repeat)\b", re.IGNORECASE)
OTHER = re.compile(r"\b(?:must|should|may|can)(?: ?not|n't|'t)\b|differ|distinct", re.IGNORECASE)
STEM = 3
"""Letters of a word that says what a field holds, at least."""


def asks_for_same(words: str) -> bool:
    """Whether *words* of a refusal ask two values to be the same."""
    return SAME.search(words) is not None and OTHER.search(words) is None


def twins(held: Mapping[str, Any], refused: str | None, words: str) -> list[tuple[str, str]]:
    """Pairs of fields that *words* may speak of, the likeliest first: which one is to repeat which.

    *held* is what each field of the record holds; *refused* is the field that the words are said of, None for the record.
    """
    pairs = [pair for pair in _ordered(held, refused) if type(held[pair[0]]) is type(held[pair[1]])]
    named = [pair for pair in pairs if _is_told(pair[1], words) and (refused or _is_told(pair[0], words))]
    return list(dict.fromkeys([*named, *(pair for pair in pairs if _stems(pair[0]) & _stems(pair[1]))]))


def _ordered(held: Mapping[str, Any], refused: str | None) -> Iterator[tuple[str, str]]:
    """Each two fields, a later one as the repetition of an earlier one; of a refused one, that as the repetition."""
    places = {name: place for place, name in enumerate(held)}
    for target, source in permutations(held, 2):
        if target == refused or (refused is None and places[target] > places[source]):
            yield target, source


def _is_told(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def _stems(name: str) -> set[str]:
    """The words of *name*, without digits: ``password2`` is about a password."""
    return {word for word in re.split(r"[_\d]+", name.lower()) if len(word) >= STEM}
