"""Draws from one word, each with a place of its own, for the rows of domains."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pytest_fixturegen.streams import mix_word

Option = TypeVar("Option")

WORD_SPAN = 1 << 64


def share(word: int, place: int) -> float:
    """Return a number from 0 to 1."""
    return mix_word(word, place) / WORD_SPAN


def pick(
    word: int,
    place: int,
    options: Sequence[Option],
) -> Option:
    """Return one of *options*."""
    return options[mix_word(word, place) * len(options) >> 64]


def between(
    word: int,
    place: int,
    low: float,
    high: float,
    places: int = 0,
) -> float:
    """Return a number from *low* to *high*, rounded to *places*."""
    return round(low + (high - low) * share(word, place), places)


def bell(
    word: int,
    place: int,
    low: float,
    high: float,
) -> float:
    """Return a number from *low* to *high*, most often in the middle."""
    drawn = mix_word(word, place)
    parts = (
        drawn & 0xFFFF,
        drawn >> 16 & 0xFFFF,
        drawn >> 32 & 0xFFFF,
    )
    return low + (high - low) * sum(parts) / (3 * 0xFFFF)


def tail(
    word: int,
    place: int,
    low: float,
    high: float,
    power: float = 3,
) -> float:
    """Return a number from *low* to *high*: most are near *low*, few near *high*."""
    return low + (high - low) * float(share(word, place) ** power)


def log_spaced(
    word: int,
    place: int,
    low: float,
    high: float,
) -> float:
    """Return a number from *low* to *high*, as many of each order of magnitude."""
    return float(low * (high / low) ** share(word, place))


def digits(
    word: int,
    place: int,
    count: int,
) -> str:
    """Return *count* digits, the first of which is not zero."""
    least = 10 ** (count - 1)
    return str(least + mix_word(word, place) % (9 * least))


def letters(
    word: int,
    place: int,
    count: int,
    alphabet: str = "ABCDEFGHJKLMNPQRSTUVWXYZ",
) -> str:
    """Return *count* letters of *alphabet*."""
    drawn = mix_word(word, place)
    chars = []
    for _ in range(count):
        drawn, index = divmod(drawn, len(alphabet))
        chars.append(alphabet[index])
    return "".join(chars)


def chance(
    word: int,
    place: int,
    percent: float,
) -> bool:
    """Return whether what happens in *percent* of the cases happens."""
    return share(word, place) * 100 < percent
