"""Draw functions whose different texts can be counted, and a word that draws the k-th text."""

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
"""How many different texts there are, and what turns an index into a word that draws its text."""

UNLIMITED_COUNT = 1 << 60
"""The count of texts if there are more than any data set needs."""


def find_counted_words(draw: Callable[[int], Any]) -> CountedWords | None:
    """Return how many different texts *draw* draws, and a word for each; None if that is unknown.

    *draw* is a function, or a partial that binds its first arguments.
    """
    if isinstance(draw, partial):
        count = WORD_COUNTERS.get(draw.func)
        return count(*draw.args) if count else None
    count = WORD_COUNTERS.get(draw)
    return count() if count else None


def _keep_index(k: int) -> int:
    return k


def _compute_uuid_word(k: int) -> int:
    """Skip the four bits that are overwritten with the version of the UUID."""
    return (k >> 12) << 16 | k & 0xFFF


def _count_uuids() -> CountedWords:
    return UNLIMITED_COUNT, _compute_uuid_word


def _count_hexadecimal(length: int) -> CountedWords:
    """Return the count of texts of *length* hexadecimal digits, and the word of each index.

    From 16 digits on, the text shows every bit of the word, so that the index is the word.
    """
    if length >= 16:
        return UNLIMITED_COUNT, _keep_index
    # The draw takes the highest bits of its word.
    return 16**length, lambda k: k << 4 * (16 - length)


def _count_codes(length: int) -> CountedWords:
    """Return the count of codes of *length*; from 13 on, the index itself is the word."""
    return (UNLIMITED_COUNT, _keep_index) if length > 12 else (32**length, _keep_index)


def _count_ibans(country: str) -> CountedWords:
    """Return the number of IBANs of *country*, and the word of each."""
    digit_count = codes.count_account_digits(codes.find_iban_country(country))
    return 10**digit_count, _keep_index


def _count_isbns() -> CountedWords:
    """Return the number of ISBNs, and the word of each."""
    return 10**8, _keep_index


def _count_barcodes(length: int) -> CountedWords:
    """Return the number of barcodes of *length* digits, and the word of each."""
    return 10 ** (length - 2), _keep_index


def _count_letters_and_digits(letter_bits: int, *shifts: int) -> CountedWords:
    """Count texts of *letter_bits* bits of letters, then three digits from each of *shifts*."""

    def compute_word(k: int) -> int:
        """Return the word with the letters in its low bits and three digits at each shift."""
        word, k = k & (1 << letter_bits) - 1, k >> letter_bits
        for shift in shifts:
            word, k = word | k % 1000 << shift, k // 1000
        return word

    return (1 << letter_bits) * 1000 ** len(shifts), compute_word


def _count_short_skus() -> CountedWords:
    """Return the number of stock keeping units, and the word of each."""
    return 1024 * 10_000, lambda k: k & 1023 | (k >> 10) << 20


def _count_matches(grammar: Grammar) -> CountedWords | None:
    """Count the texts of a pattern whose first word decides each of them.

    Return None if one text may be drawn in two ways: within a row, or in two rows of one length.
    """
    root = grammar.root
    if grammar.check is not None or not isinstance(root, RowsNode):
        return None
    lengths = [row.length for row in root.rows]
    if len(set(lengths)) < len(lengths) or not all(map(_has_unique_texts, root.rows)):
        return None
    sizes = [_count_row(row) for row in root.rows]
    cumulative_sizes = list(accumulate(sizes))
    return cumulative_sizes[-1], partial(_compute_row_word, cumulative_sizes, sizes)


def _count_row(row: TextRow) -> int:
    """Return how many texts the first word of *row* decides; a constant counts as one."""
    if not row.slot_groups:
        return 1
    return prod(base or 1 for _, base in row.slot_groups[0])


def _compute_row_word(
    cumulative_sizes: list[int],
    sizes: list[int],
    k: int,
) -> int:
    """Return the word that draws text *k*, counted row after row.

    The remainder of a word by the number of rows picks the row, and the quotient the text in it.
    """
    row = bisect_right(cumulative_sizes, k)
    index_in_row = k - cumulative_sizes[row] + sizes[row]
    return index_in_row * len(sizes) + row if len(sizes) > 1 else index_in_row


def _has_unique_texts(row: TextRow) -> bool:
    """Return whether two choices for *row* are two texts: all parts but one have a fixed length."""
    tables = [table for slots in row.slot_groups for table, _ in slots]
    length_sets = [set(map(len, table)) for table in tables]
    variable_parts = sum(len(lengths) > 1 for lengths in length_sets)
    if variable_parts > 1:
        return False
    return all(len(set(table)) == len(table) for table in tables)


WORD_COUNTERS: dict[Callable[..., Any], Callable[..., CountedWords | None]] = {
    draw_match: _count_matches,
    web.draw_uuid: _count_uuids,
    web.draw_hexadecimal: _count_hexadecimal,
    codes.draw_code: _count_codes,
    codes.draw_iban: _count_ibans,
    codes.draw_isbn: _count_isbns,
    codes.draw_barcode: _count_barcodes,
    codes._draw_long_sku: partial(
        _count_letters_and_digits,
        15,
        20,
        40,
    ),
    codes._draw_short_sku: _count_short_skus,
    codes._draw_tiny_sku: partial(_count_letters_and_digits, 5, 20),
}
"""By draw function, what counts its texts, given the arguments that are bound to the function."""
