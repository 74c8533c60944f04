"""Random words: a seed, a path and an index always give the same 64-bit word.

The words of a path come from SHAKE-128 [FIPS 202], an extendable-output hash: a shorter output is a
prefix of a longer one. So a block of records costs one call, and a single record only the words
before it in its block.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from dataclasses import field

from pytest_fixturegen._internal.frozen_dataclass import dataclass

BLOCK_SIZE = 256
"""Number of consecutive indices that share a hash. Another number gives other data."""

ALGORITHM = b"pfg1"
"""Name of this function from seed to words. A change gives other data and needs a changelog
entry.
"""

FIRST_NUMBERS = 1 << 13
"""Number of values from which a keyed stream chooses its first number."""

WORD_MASK = (1 << 64) - 1

JUMP_MULTIPLIER = 2862933555777941757
"""The multiplier of the generator that the jump consistent hash uses."""


@dataclass(frozen=True, slots=True)
class Stream:
    """The words of one model for one *seed*.

    *name* is the qualified name of the model, or the key of a fixture. *model_seeds* are the
    seeds of models with another seed.
    """

    seed: int
    name: str
    model_seeds: tuple[tuple[str, int], ...] = field(default=(), kw_only=True)

    def for_model(self, name: str) -> Stream:
        """Return the stream of another model of the same data."""
        seed = dict(self.model_seeds).get(name, self.seed)
        return Stream(seed, name, model_seeds=self.model_seeds)

    def read_words(
        self,
        path: str,
        block: int,
        count: int,
        attempt: int = 0,
    ) -> tuple[int, ...]:
        """Return the first *count* words of *path* in *block*.

        Word i belongs to the record ``block * BLOCK_SIZE + i``. *attempt* counts redraws.
        """
        key = f"{self.seed}\x1f{self.name}\x1f{path}\x1f{attempt}\x1f{block}".encode(
            "utf-8", "surrogatepass"
        )
        digest = hashlib.shake_128(ALGORITHM + key).digest(8 * count)
        return struct.unpack(f"<{count}Q", digest)

    def find_first_number(self, path: str) -> int:
        """Return the first of the ascending numbers of *path*; those of a model count from 0."""
        return 0


@dataclass(frozen=True, slots=True)
class KeyedStream(Stream):
    """The words of a fixture, or of another value with its own key.

    Each key counts from another number, so that the rows of two fixtures have different ids.
    """

    def find_first_number(self, path: str) -> int:
        """Return the number that the key chooses."""
        return draw_first_number(self, path)


def draw_first_number(stream: Stream, path: str) -> int:
    """Return the first of the ascending numbers of *path*, drawn from the words of *stream*."""
    return stream.read_words(f"{path}!first", 0, 1)[0] % FIRST_NUMBERS


@dataclass(frozen=True, slots=True)
class TransformedStream(Stream):
    """The words of *inner* with *transform* applied to each."""

    inner: Stream
    transform: Callable[[int], int]

    def read_words(
        self,
        path: str,
        block: int,
        count: int,
        attempt: int = 0,
    ) -> tuple[int, ...]:
        """Return transformed words; see :meth:`Stream.read_words`."""
        words = self.inner.read_words(
            path,
            block,
            count,
            attempt,
        )
        return tuple(map(self.transform, words))


def mix_word(word: int, step: int) -> int:
    """Return the *step*-th output of SplitMix64 [Steele, Lea, Flood 2014] with the state *word*."""
    z = (word + step * 0x9E3779B97F4A7C15) & WORD_MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & WORD_MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & WORD_MASK
    return z ^ (z >> 31)


def choose_bucket(word: int, count: int) -> int:
    """Return the number below *count* that *word* chooses, each as likely as the others.

    A further number wins its share of the words and moves no other word. This is the jump
    consistent hash [Lamping, Veach 2014]: it needs no table, and about ``log(count)`` steps.
    """
    chosen, following = 0, 0
    while following < count:
        chosen = following
        word = (word * JUMP_MULTIPLIER + 1) & WORD_MASK
        following = ((chosen + 1) << 31) // ((word >> 33) + 1)
    return chosen


def compute_choice_cuts(count: int) -> tuple[list[int], list[int]]:
    """Return cuts of the 64-bit range, and the choice that owns each piece between them.

    Each of *count* choices owns the same share. A further choice takes its share from the ends of
    the others' pieces, so that adding one changes only the records that choose it.
    """
    pieces = [[0, 1 << 64, 0]]
    for newcomer in range(1, count):
        pieces = [
            part for piece in _group_by_owner(pieces) for part in _split_off_share(piece, newcomer)
        ]
        pieces.sort()
    return [end for _, end, _ in pieces[:-1]], [owner for _, _, owner in pieces]


def _group_by_owner(pieces: list[list[int]]) -> list[list[list[int]]]:
    """Return lists of the pieces of each owner, owners in the order of their first piece."""
    owned: dict[int, list[list[int]]] = {}
    for piece in pieces:
        owned.setdefault(piece[2], []).append(piece)
    return list(owned.values())


def _split_off_share(pieces: list[list[int]], newcomer: int) -> list[list[int]]:
    """Return the *pieces* of one owner after their last ``1 / (newcomer + 1)`` went to
    *newcomer*.
    """
    owed = sum(end - start for start, end, _ in pieces) // (newcomer + 1)
    result: list[list[int]] = []
    for start, end, owner in reversed(pieces):
        taken = min(owed, end - start)
        owed -= taken
        border = end - taken
        if start < border:
            result.append([start, border, owner])
        if border < end:
            result.append([border, end, newcomer])
    return result
