"""A seed, a path and an index give the same words for ever.

The words of one path come from SHAKE-128 [FIPS 202], an extendable-output hash: a shorter answer is a prefix of a longer
one, so a record alone costs only the words before it in its block, and a block costs one call.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from dataclasses import field

from pytest_fixturegen._internal.frozen_dataclass import dataclass

BLOCK_SIZE = 256
"""How many consecutive indices share one hash. Part of the format: another number is other data."""

ALGORITHM = b"pfg1"
"""The name of this way from seed to words. It changes with the data, never without a changelog entry."""

WORD_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Stream:
    """The words of one model under one *seed*. *name* is the model's qualified name, or a fixture's.

    *others*: the models that have seeds of their own.
    """

    seed: int
    name: str
    model_seeds: tuple[tuple[str, int], ...] = field(default=(), kw_only=True)

    def for_model(self, name: str) -> Stream:
        """The words of another model of the same data."""
        return Stream(
            dict(self.model_seeds).get(name, self.seed), name, model_seeds=self.model_seeds
        )

    def read_words(
        self,
        path: str,
        block: int,
        count: int,
        attempt: int = 0,
    ) -> tuple[int, ...]:
        """The first *count* 64-bit words of *path* in *block*: word i belongs to the record ``block * BLOCK + i``."""
        key = f"{self.seed}\x1f{self.name}\x1f{path}\x1f{attempt}\x1f{block}".encode(
            "utf-8", "surrogatepass"
        )
        digest = hashlib.shake_128(ALGORITHM + key).digest(8 * count)
        return struct.unpack(f"<{count}Q", digest)


@dataclass(frozen=True, slots=True)
class TransformedStream(Stream):
    """The words of *inner*, each turned by *bend*, which may be any function of a word to a word."""

    inner: Stream
    transform: Callable[[int], int]

    def read_words(
        self,
        path: str,
        block: int,
        count: int,
        attempt: int = 0,
    ) -> tuple[int, ...]:
        """See :meth:`Stream.words`."""
        return tuple(
            map(
                self.transform,
                self.inner.read_words(
                    path,
                    block,
                    count,
                    attempt,
                ),
            )
        )


def mix_word(word: int, step: int) -> int:
    """Another 64-bit word made from *word*: the *step*-th output of SplitMix64 [Steele, Lea, Flood 2014]."""
    z = (word + step * 0x9E3779B97F4A7C15) & WORD_MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & WORD_MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & WORD_MASK
    return z ^ (z >> 31)


def compute_choice_cuts(count: int) -> tuple[list[int], list[int]]:
    """Cuts of the 64-bit range and, for each piece, which of *count* choices owns it: all equally often.

    Each further choice takes its share from the tails of the others, so an alternative added at the end moves only the
    records that it wins.
    """
    pieces = [[0, 1 << 64, 0]]
    for newcomer in range(1, count):
        pieces = [
            part for piece in _group_by_owner(pieces) for part in _split_off_share(piece, newcomer)
        ]
        pieces.sort()
    return [end for _, end, _ in pieces[:-1]], [owner for _, _, owner in pieces]


def _group_by_owner(pieces: list[list[int]]) -> list[list[list[int]]]:
    owned: dict[int, list[list[int]]] = {}
    for piece in pieces:
        owned.setdefault(piece[2], []).append(piece)
    return list(owned.values())


def _split_off_share(pieces: list[list[int]], newcomer: int) -> list[list[int]]:
    """The *pieces* of one owner, of which the last ``1 / (newcomer + 1)`` goes to the *newcomer*."""
    owed = sum(end - start for start, end, _ in pieces) // (newcomer + 1)
    kept: list[list[int]] = []
    for start, end, owner in reversed(pieces):
        taken = min(owed, end - start)
        owed -= taken
        kept += [
            part
            for part in ([start, end - taken, owner], [end - taken, end, newcomer])
            if part[0] < part[1]
        ]
    return kept
