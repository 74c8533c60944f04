"""Drawing functions whose words can be counted: how many texts each says, and a word for the k-th of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from math import prod
from typing import Any

from pytest_fixturegen.providers import codes, web
from pytest_fixturegen.providers.regex.length_fit import RowsNode, TextRow
from pytest_fixturegen.providers.regex.patterns import Grammar, draw_match

IndexToWord = Callable[[int], int]
CountedWords = tuple[int, IndexToWord]
"""How many, and the word of the k-th."""

UNLIMITED_COUNT = 1 << 60
"""As many texts as anybody needs, where there are more."""


def find_counted_words(draw: Callable[[int], Any]) -> CountedWords | None:
    """How many different texts *draw* can say, and a word for each; None where that is not known."""
    function, given = (draw.func, draw.args) if isinstance(draw, partial) else (draw, ())
    count = WORD_COUNTERS.get(function)
    return count(*given) if count else None


def _keep_index(k: int) -> int:
    return k


def _compute_uuid_word(k: int) -> int:
    """Over the four bits that say the version."""
    return (k >> 12) << 16 | k & 0xFFF


def _count_hexadecimal(length: int) -> CountedWords:
    if length >= 16:
        return UNLIMITED_COUNT, _keep_index
    return 16**length, lambda k: k << 4 * (16 - length)


def _count_codes(length: int) -> CountedWords:
    return (UNLIMITED_COUNT, _keep_index) if length > 12 else (32**length, _keep_index)


def _count_ibans(country: str) -> CountedWords:
    if country in codes.UNUSED_BANKS:
        length, bank = codes.UNUSED_BANKS[country]
        return 10 ** (length - 4 - len(bank)), _keep_index
    form = codes.TEST_BANKS.get(country, codes.TEST_BANKS["GB"])
    return 10 ** (len(form.format("", 0)) - 6), _keep_index


def _count_letters_and_digits(letter_bits: int, *shifts: int) -> CountedWords:
    """So many bits of letters, then three digits at each of *shifts*."""

    def compute_word(k: int) -> int:
        found, k = k & (1 << letter_bits) - 1, k >> letter_bits
        for shift in shifts:
            found, k = found | k % 1000 << shift, k // 1000
        return found

    return (1 << letter_bits) * 1000 ** len(shifts), compute_word


def _count_short_skus() -> CountedWords:
    return 1024 * 10_000, lambda k: k & 1023 | (k >> 10) << 20


def _count_matches(grammar: Grammar) -> CountedWords | None:
    """Texts of a pattern that says each in one way only, as far as its first word decides them."""
    root = grammar.root
    if grammar.check is not None or not isinstance(root, RowsNode):
        return None
    lengths = [row.length for row in root.rows]
    if not all(map(_has_unique_texts, root.rows)) or (
        len(lengths) > 1 and len(set(lengths)) < len(lengths)
    ):
        return None
    sizes = [
        prod(base or 1 for _, base in row.slot_groups[0]) if row.slot_groups else 1
        for row in root.rows
    ]
    ends = list(accumulate(sizes))
    return ends[-1], partial(_compute_row_word, ends, sizes)


def _compute_row_word(cumulative_sizes: list[int], sizes: list[int], k: int) -> int:
    row = bisect_right(cumulative_sizes, k)
    within = k - cumulative_sizes[row] + sizes[row]
    return within * len(sizes) + row if len(sizes) > 1 else within


def _has_unique_texts(row: TextRow) -> bool:
    """Whether two choices for *row* are two texts: all parts but one have a length of their own."""
    tables = [table for slots in row.slot_groups for table, _ in slots]
    loose = sum(len(set(map(len, table))) > 1 for table in tables)
    return loose <= 1 and all(len(set(table)) == len(table) for table in tables)


WORD_COUNTERS: dict[Callable[..., Any], Callable[..., CountedWords | None]] = {
    draw_match: _count_matches,
    web.draw_uuid: lambda: (UNLIMITED_COUNT, _compute_uuid_word),
    web.draw_hexadecimal: _count_hexadecimal,
    codes.draw_code: _count_codes,
    codes.draw_iban: _count_ibans,
    codes.draw_isbn: lambda: (10**8, _keep_index),
    codes.draw_barcode: lambda length: (10 ** (length - 2), _keep_index),
    codes._draw_long_sku: lambda: _count_letters_and_digits(15, 20, 40),
    codes._draw_short_sku: _count_short_skus,
    codes._draw_tiny_sku: lambda: _count_letters_and_digits(5, 20),
}
"""What is known of the functions that providers draw with, given what is bound to them."""
