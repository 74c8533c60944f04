"""The random words that all data is made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tests.golden.digests import Row, shorten
from tests.golden.internals import draw_words

SEEDS = (0, 1, 42, -5, 2**64)
NAMES = ("User", "Größe")
PATHS = ("name", "items.*.price", "~first_name", "")
BLOCKS = (0, 1, 3906, 10**9)
ATTEMPTS = (0, 1, 17)


def compute_words() -> Iterator[Row]:
    """Yield a row for each seed, model, path, block and attempt."""
    for place in product(SEEDS, NAMES, PATHS, BLOCKS, ATTEMPTS):
        words = draw_words(*place)
        yield Row("/".join(map(str, place)), shorten(map(str, words)))
