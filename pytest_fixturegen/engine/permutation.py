"""Unique numbers without a memory of those that were given: a keyed permutation of the index.

Record i has the i-th number of a shuffle that the seed and the path decide, whoever else is drawn: shards and machines
need not know of each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.identity import ROOT
from pytest_fixturegen.nodes import Number
from pytest_fixturegen.streams import BLOCK

if TYPE_CHECKING:
    from pytest_fixturegen.engine.columns import Reader, Rows

FIRST = 1024
"""The first window of a growing shuffle. Each next one ends twice as far: it is as wide as a power of two, and no block
straddles two."""

ROUNDS = 3
"""Rounds of a shuffle: enough that neighbours have nothing to do with each other."""

SPARE = 128
"""A refused number is replaced by one from the next of so many parts of its space."""

PATIENCE = 8
"""How often a record as a whole is drawn again before its numbers are, too: they are seldom what a rule is about."""

Window = tuple[int, int, int]


def numbers(reader: Reader, node: Number, path: str, rows: Rows, scope: str) -> list[int]:
    """The number of each of *rows*. Raises MappingError when there are no more."""
    places, key = _places(reader, path, rows)
    attempt = _attempt(reader, path) if reader.attempts else 0
    if node.declared and (places[-1] >= node.size or (attempt and places[-1] >= node.size // SPARE)):
        raise too_many(node.declared, node.size, places[-1] + 1, refused=bool(attempt))
    if attempt:
        places = [place + attempt * max(node.size // SPARE, 1) for place in places]
    found: list[int] = []
    for (turn, low, high), run in _runs(places, node):
        start = turn * node.size + low
        words = reader.stream.words(f"{key}!{low}", turn, 2 * ROUNDS)
        found += [low + number for number in shuffled([place - start for place in run], high - low, words)]
    return found


def shuffled(values: Sequence[int], size: int, words: Sequence[int]) -> list[int]:
    """Where each of *values*, in [0, *size*), stands in a permutation of that range keyed by *words*.

    Each round is a permutation of the next power of two; what falls outside the range goes round again. A column of
    values at a time: 0.25 µs a value measured.
    """
    bits = max((size - 1).bit_length(), 2)
    mask, half = (1 << bits) - 1, (bits + 1) // 2
    rounds = [((times | 1) & mask, plus & mask) for times, plus in zip(words[::2], words[1::2], strict=True)]
    mixed = _mixed(values, rounds, mask, half)
    while size <= mask and max(mixed) >= size:
        outside = [place for place, value in enumerate(mixed) if value >= size]
        for place, value in zip(outside, _mixed([mixed[place] for place in outside], rounds, mask, half), strict=True):
            mixed[place] = value
    return mixed


def too_many(what: str, size: int, n: int, *, refused: bool = False) -> MappingError:
    """*what* has only *size* different values, and *n* records are asked for."""
    why = " and some of them are refused" if refused else ""
    return MappingError(
        f"{what} is unique, but only {size} different values of it exist{why}: {n} records are too many.",
        hint="Ask for fewer records, widen the type, or let the values repeat.",
        model=what.partition(".")[0],
        path=what.partition(".")[2],
        n=n,
        size=size,
    )


def _mixed(values: Sequence[int], rounds: list[tuple[int, int]], mask: int, half: int) -> list[int]:
    mixed = list(values)
    for times, plus in rounds:
        mixed = [(turned := (value * times + plus) & mask) ^ (turned >> half) for value in mixed]
    return mixed


def _places(reader: Reader, path: str, rows: Rows) -> tuple[list[int], str]:
    """The place of each record, and the path that keys their shuffle.

    The items of a list that is drawn as a whole are numbered over all such lists, by Cantor's pairing.
    """
    first = reader.block * BLOCK
    head, _, rest = path.partition(".")
    if not head.isdigit():
        return [first + row for row in rows], path
    position = int(head)
    sums = [first + row + position for row in rows]
    return [total * (total + 1) // 2 + position for total in sums], f"*.{rest}"


def _attempt(reader: Reader, path: str) -> int:
    whole = reader.attempts.get(ROOT, 0)
    return reader._attempt(path) - min(whole, PATIENCE)


def _runs(places: list[int], node: Number) -> list[tuple[Window, list[int]]]:
    """*places*, which ascend, by the window they stand in: most often it is one."""
    window = _window(places[0], node)
    if window == _window(places[-1], node):
        return [(window, places)]
    return [(window, list(run)) for window, run in groupby(places, lambda place: _window(place, node))]


def _window(place: int, node: Number) -> Window:
    """How many times all numbers were given before *place*, and the part of the space in which it stands."""
    turn, number = divmod(place, node.size)
    if not node.growing:
        return turn, 0, node.size
    low, high = 0, FIRST
    while number >= high:
        low, high = high, high * 2
    return turn, low, min(high, node.size)
