"""Unique numbers: a keyed permutation of the index, so that no used numbers need to be remembered.

Record i has the i-th number of a shuffle that depends on the seed and the path alone. So shards and
machines need not know of each other. Numbers that grow are not shuffled: they count the records.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from pytest_fixturegen._internal.type_names import ROOT
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.nodes import UniqueNumber
from pytest_fixturegen.streams import BLOCK_SIZE

if TYPE_CHECKING:
    from pytest_fixturegen.generator.columns import ColumnReader, RowIndices
    from pytest_fixturegen.generator.scope import Scope

SHUFFLE_ROUNDS = 3
"""Rounds of a shuffle, enough that neighbours are independent."""

SPARE_PARTS = 128
"""Number of parts of the space; a refused number is replaced by one from the next part."""

REDRAWS_BEFORE_RENUMBERING = 8
"""Redraws of a whole record before its unique numbers change: rules are rarely about them."""


def read_unique_number(
    reader: ColumnReader,
    node: UniqueNumber,
    path: str,
    rows: RowIndices,
    scope: Scope,
) -> list[int]:
    """Return the number of each of *rows*; raise MappingError if they exceed ``node.size``."""
    places, key = _compute_places(reader, path, rows)
    attempt = _count_attempts(reader, path)
    last = places[-1]
    available = node.size // SPARE_PARTS if attempt else node.size
    if node.label and last >= available:
        raise build_too_many_error(
            node.label,
            node.size,
            last + 1,
            has_refusals=bool(attempt),
        )
    if attempt:
        places = [place + attempt * max(node.size // SPARE_PARTS, 1) for place in places]
    if node.is_growing:  # as a database counts
        first_number = reader.stream.find_first_number(key)
        return [(first_number + place) % node.size for place in places]
    numbers: list[int] = []
    for turn, run in groupby(places, lambda place: place // node.size):
        start = turn * node.size
        words = reader.stream.read_words(
            f"{key}!0",
            turn,
            2 * SHUFFLE_ROUNDS,
        )
        numbers += shuffle_values([place - start for place in run], node.size, words)
    return numbers


def shuffle_values(
    values: Sequence[int],
    size: int,
    words: Sequence[int],
) -> list[int]:
    """Return the position of each of *values* in a permutation of [0, *size*) keyed by *words*.

    Each round is a permutation of the next power of two; values outside the range go through it
    again. A whole column at a time, which costs 0.25 µs a value (measured).
    """
    bits = max((size - 1).bit_length(), 2)
    mask, half = (1 << bits) - 1, (bits + 1) // 2
    rounds = [
        ((times | 1) & mask, plus & mask)
        for times, plus in zip(words[::2], words[1::2], strict=True)
    ]
    mixed = _mix_values(values, rounds, mask, half)
    while size <= mask and max(mixed) >= size:
        outside = [place for place, value in enumerate(mixed) if value >= size]
        for place, value in zip(
            outside,
            _mix_values(
                [mixed[place] for place in outside],
                rounds,
                mask,
                half,
            ),
            strict=True,
        ):
            mixed[place] = value
    return mixed


def build_too_many_error(
    label: str,
    size: int,
    record_count: int,
    *,
    has_refusals: bool = False,
) -> MappingError:
    """*what* has only *size* different values, and *n* records are asked for."""
    why = " and some of them are refused" if has_refusals else ""
    return MappingError(
        f"{label} is unique, but only {size} different values of it exist{why}: "
        f"{record_count} records are too many.",
        hint="Ask for fewer records, widen the type, or let the values repeat.",
        model=label.partition(".")[0],
        path=label.partition(".")[2],
        n=record_count,
        size=size,
    )


def _mix_values(
    values: Sequence[int],
    rounds: list[tuple[int, int]],
    mask: int,
    half: int,
) -> list[int]:
    """Return *values* after all *rounds*, each a bijection on the numbers up to *mask*."""
    mixed = list(values)
    for times, plus in rounds:
        mixed = [(turned := (value * times + plus) & mask) ^ (turned >> half) for value in mixed]
    return mixed


def _compute_places(
    reader: ColumnReader,
    path: str,
    rows: RowIndices,
) -> tuple[list[int], str]:
    """Return the place of each record, and the path that keys their shuffle.

    The items of a top-level list are numbered over all lists with Cantor's pairing function.
    """
    first = reader.block * BLOCK_SIZE
    head, _, rest = path.partition(".")
    if not head.isdigit():
        return [first + row for row in rows], path
    position = int(head)
    sums = [first + row + position for row in rows]
    return [total * (total + 1) // 2 + position for total in sums], f"*.{rest}"


def _count_attempts(reader: ColumnReader, path: str) -> int:
    """Return how often the number at *path* was drawn again, without the first redraws of the
    whole record.
    """
    if reader.draft is None:
        return 0
    of_record = reader.draft.attempts.get(ROOT, 0)
    return reader.draft.count_attempts(path) - min(of_record, REDRAWS_BEFORE_RENUMBERING)
