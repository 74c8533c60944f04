"""Ranges of records: ``--start I`` and ``--shard K/N`` choose a part of the whole.

Record *i* of a part is record *i* of the whole, so several machines can make one part each.
"""

from __future__ import annotations

import re
from typing import Protocol

from pytest_fixturegen.errors import UsageError

SHARD_PATTERN = re.compile(r"([1-9]\d{0,11})/([1-9]\d{0,11})")


class RangeSettings(Protocol):
    """Options that choose a range: the command has *n* records from *start*, or a *shard* of
    them.
    """

    @property
    def n(self) -> int:
        """Number of records of the whole."""

    @property
    def start(self) -> int:
        """Index of the first record."""

    @property
    def shard(self) -> str:
        """The part ``K/N`` of the records, or an empty text for all of them."""


def is_range(settings: RangeSettings) -> bool:
    """Return whether *settings* choose a part of the records instead of all of them."""
    return bool(settings.start or settings.shard)


def parse_shard(text: str) -> tuple[int, int]:
    """Return K, from 1, and N of the part ``K/N``; an empty text is the whole, 1/1.

    Raise UsageError if *text* has another form, or if K is greater than N.
    """
    if not text:
        return 1, 1
    match = SHARD_PATTERN.fullmatch(text)
    number, count = map(int, match.groups()) if match else (1, 0)
    if number > count:
        raise UsageError(
            f"Invalid value for --shard: expected K/N with K from 1 to N, got {text!r}.",
            hint="The second of four parts is --shard 2/4.",
        )
    return number, count


def get_end(settings: RangeSettings) -> int:
    """Return the index after the last record of the whole that *settings* divide."""
    return settings.start + settings.n


def select_rows(settings: RangeSettings, unit: int = 1) -> range:
    """Return the indices of the records that *settings* ask for.

    A part ends at a multiple of *unit*, the records of a file, so that all parts together are the
    files of the whole. Raise UsageError if *start* lies within a file.
    """
    unit = unit or 1
    if settings.start % unit:
        raise UsageError(
            f"--start {settings.start} lies within a file of {unit} records.",
            hint=f"Start at a multiple of --shard-size, such as {settings.start // unit * unit}.",
        )
    return select_part(range(settings.start, get_end(settings)), settings.shard, unit)


def select_part(
    rows: range,
    shard: str,
    unit: int = 1,
) -> range:
    """Return the part *shard*, ``K/N``, of *rows*, which starts at a multiple of *unit*.

    The parts have equal sizes, up to one *unit*, and follow one another without a gap.
    """
    number, count = parse_shard(shard)
    unit = unit or 1
    units = -(-len(rows) // unit)
    first, last = (units * part // count * unit for part in (number - 1, number))
    return rows[first:last]


def split_files(
    rows: range,
    size: int,
    shard: str,
) -> list[tuple[int, range]]:
    """Return the number and the indices of each file with *size* records; 0 puts all into one.

    The files of a range have the numbers that they have in the whole. If a range is one file, its
    number is that of the part *shard*. Without records, one file is empty.
    """
    if not size:
        return [(parse_shard(shard)[0] - 1, rows)]
    starts = range(rows.start, max(rows.stop, rows.start + 1), size)
    return [(start // size, range(start, min(start + size, rows.stop))) for start in starts]
