"""Which member of a closed list a word means: "Container ship" is CONTAINER."""

from __future__ import annotations

import re
from functools import lru_cache

SYNONYMS = """
    cattle cow bovine beef dairy | chicken poultry hen layer broiler | pig swine hog porcine
    sheep ovine lamb | goat caprine | horse equine | maize corn | soybean soy | dog canine
    cat feline | tanker oil | sunny clear sun | cloudy clouds cloud overcast | rainy rain showers
    snowy snow | foggy fog mist | stormy storm thunderstorm | windy wind | n normal | h high
    l low | hh critical_high | ll critical_low | tablet pill tab | capsule cap | inpatient imp
    outpatient ambulatory amb | emergency emer er
"""
"""Words that mean the same; a line or a bar ends a group."""


@lru_cache(maxsize=1)
def _index_synonyms() -> dict[str, str]:
    """Return the first word of its group for each synonym."""
    groups = [group.split() for line in SYNONYMS.splitlines() for group in line.split("|")]
    return {word: group[0] for group in groups if group for word in group}


def match_options(cells: tuple[str, ...], options: tuple[str, ...]) -> dict[str, int]:
    """Return the index of the option that each of *cells* means, if there is one.

    It is the equal one, one of the same meaning, or one whose words are among those of the cell.
    """
    words = [_list_words(option) for option in options]
    found = {cell: _find_option(_list_words(cell), words) for cell in cells}
    return {cell: index for cell, index in found.items() if index is not None}


@lru_cache(maxsize=4096)
def _list_words(text: str) -> frozenset[str]:
    """Return the words of *text*, each as the first of its synonyms."""
    synonyms = _index_synonyms()
    parts = re.findall(
        r"[^\W_]+",
        re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower(),
    )
    whole = "_".join(parts)
    if whole in synonyms:
        return frozenset((synonyms[whole],))
    return frozenset(synonyms.get(part, part) for part in parts)


def _find_option(cell: frozenset[str], options: list[frozenset[str]]) -> int | None:
    """Return the place of the option that has the words of *cell*; None if none has."""
    if cell in options:
        return options.index(cell)
    for index, option in enumerate(options):
        if option and cell and (option <= cell or cell <= option):
            return index
    return None
