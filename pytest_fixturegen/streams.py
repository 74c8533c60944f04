"""Streams of random words: a function of a seed, a path and an index.

The words of a path come from SHAKE-128 [FIPS 202], an extendable-output hash. A shorter output is a
prefix of a longer one. So a block costs one call, and a single record only the words before it.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from dataclasses import field

from pytest_fixturegen._internal.frozen_dataclass import dataclass

BLOCK_SIZE = 256
"""Consecutive indices that share one hash. Another number would change all data."""

ALGORITHM = b"pfg1"
"""Name of the way from seeds to words. Another name would change all data."""

WORD_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Stream:
    """The words of one model under one *seed*.

    *name* is the qualified name of the model, or the name of a fixture. *model_seeds* holds pairs
    of a model's name and its seed, for the models that do not use *seed*.
    """

    seed: int
    name: str
    model_seeds: tuple[tuple[str, int], ...] = field(default=(), kw_only=True)

    def for_model(self, name: str) -> Stream:
        """Return the stream of another model of the same data."""
        seed = dict(self.model_seeds).get(name, self.seed)
        return Stream(seed, name, model_seeds=self.model_seeds)

    def read_words(self, path: str, block: int, count: int, attempt: int = 0) -> tuple[int, ...]:
        """Return the first *count* 64-bit words of *path* in *block*.

        Word i belongs to the record with the index ``block * BLOCK_SIZE + i``. *attempt* is 0 for
        the first draw of a record, and greater when a repair draws the path again.
        """
        key = f"{self.seed}\x1f{self.name}\x1f{path}\x1f{attempt}\x1f{block}".encode(
            "utf-8", "surrogatepass"
        )
        digest = hashlib.shake_128(ALGORITHM + key).digest(8 * count)
        return struct.unpack(f"<{count}Q", digest)


@dataclass(frozen=True, slots=True)
class TransformedStream(Stream):
    """The words of *inner*, each changed by *transform*."""

    inner: Stream
    transform: Callable[[int], int]

    def read_words(self, path: str, block: int, count: int, attempt: int = 0) -> tuple[int, ...]:
        """See :meth:`Stream.read_words`."""
        return tuple(map(self.transform, self.inner.read_words(path, block, count, attempt)))


def mix_word(word: int, step: int) -> int:
    """Return another 64-bit word: output *step* of SplitMix64 seeded with *word*.

    [Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014]
    """
    z = (word + step * 0x9E3779B97F4A7C15) & WORD_MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & WORD_MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & WORD_MASK
    return z ^ (z >> 31)


def compute_choice_cuts(count: int) -> tuple[list[int], list[int]]:
    """Return the cuts of the 64-bit range into pieces, and the choice that owns each piece.

    Each of *count* choices owns an equal share of the range. A new choice takes its share from the
    tails of the others, so an option added at the end moves only the records that draw it.
    """
    pieces = [[0, 1 << 64, 0]]
    for newcomer in range(1, count):
        owned = _group_by_owner(pieces)
        pieces = sorted(part for group in owned for part in _split_off_share(group, newcomer))
    return [end for _, end, _ in pieces[:-1]], [owner for _, _, owner in pieces]


def _group_by_owner(pieces: list[list[int]]) -> list[list[list[int]]]:
    owned: dict[int, list[list[int]]] = {}
    for piece in pieces:
        owned.setdefault(piece[2], []).append(piece)
    return list(owned.values())


def _split_off_share(pieces: list[list[int]], newcomer: int) -> list[list[int]]:
    """Return the *pieces* of one owner after *newcomer* took ``1 / (newcomer + 1)`` of them."""
    owed = sum(end - start for start, end, _ in pieces) // (newcomer + 1)
    split: list[list[int]] = []
    for start, end, owner in reversed(pieces):
        taken = min(owed, end - start)
        owed -= taken
        if taken < end - start:
            split.append([start, end - taken, owner])
        if taken:
            split.append([end - taken, end, newcomer])
    return split
