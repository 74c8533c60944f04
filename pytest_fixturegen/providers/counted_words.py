"""Drawing functions whose words can be counted: how many texts each says, and a word for the k-th of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from math import prod
from typing import Any

from pytest_fixturegen.providers import codes, web
from pytest_fixturegen.providers.pattern_fit import Row, Rows
from pytest_fixturegen.providers.patterns import Grammar, draw_match

Word = Callable[[int], int]
Counted = tuple[int, Word]
"""How many, and the word of the k-th."""

FULL = 1 << 60
"""As many texts as anybody needs, where there are more."""


def word_of(draw: Callable[[int], Any]) -> Counted | None:
    """How many different texts *draw* can say, and a word for each; None where that is not known."""
    function, given = (draw.func, draw.args) if isinstance(draw, partial) else (draw, ())
    count = COUNTED.get(function)
    return count(*given) if count else None


def _same(k: int) -> int:
    return k


def _uuid(k: int) -> int:
    """Over the four bits that say the version."""
    return (k >> 12) << 16 | k & 0xFFF


def _hexadecimal(length: int) -> Counted:
    if length >= 16:
        return FULL, _same
    return 16**length, lambda k: k << 4 * (16 - length)


def _code(length: int) -> Counted:
    return (FULL, _same) if length > 12 else (32**length, _same)


def _iban(country: str) -> Counted:
    if country in codes.DOMESTIC:
        length, bank = codes.DOMESTIC[country]
        return 10 ** (length - 4 - len(bank)), _same
    form = codes.TEST_BANKS.get(country, codes.TEST_BANKS["GB"])
    return 10 ** (len(form.format("", 0)) - 6), _same


def _letters_and_digits(letters: int, *shifts: int) -> Counted:
    """So many bits of letters, then three digits at each of *shifts*."""

    def word(k: int) -> int:
        found, k = k & (1 << letters) - 1, k >> letters
        for shift in shifts:
            found, k = found | k % 1000 << shift, k // 1000
        return found

    return (1 << letters) * 1000 ** len(shifts), word


def _short_sku() -> Counted:
    return 1024 * 10_000, lambda k: k & 1023 | (k >> 10) << 20


def _matching(grammar: Grammar) -> Counted | None:
    """Texts of a pattern that says each in one way only, as far as its first word decides them."""
    root = grammar.root
    if grammar.check is not None or not isinstance(root, Rows):
        return None
    lengths = [row.length for row in root.rows]
    if not all(map(_says_each_once, root.rows)) or (len(lengths) > 1 and len(set(lengths)) < len(lengths)):
        return None
    sizes = [prod(base or 1 for _, base in row.groups[0]) if row.groups else 1 for row in root.rows]
    ends = list(accumulate(sizes))
    return ends[-1], partial(_row_word, ends, sizes)


def _row_word(ends: list[int], sizes: list[int], k: int) -> int:
    row = bisect_right(ends, k)
    within = k - ends[row] + sizes[row]
    return within * len(sizes) + row if len(sizes) > 1 else within


def _says_each_once(row: Row) -> bool:
    """Whether two choices for *row* are two texts: all parts but one have a length of their own."""
    tables = [table for slots in row.groups for table, _ in slots]
    loose = sum(len(set(map(len, table))) > 1 for table in tables)
    return loose <= 1 and all(len(set(table)) == len(table) for table in tables)


COUNTED: dict[Callable[..., Any], Callable[..., Counted | None]] = {
    draw_match: _matching,
    web.uuid_text: lambda: (FULL, _uuid),
    web.hexadecimal: _hexadecimal,
    codes.code: _code,
    codes.iban: _iban,
    codes.isbn: lambda: (10**8, _same),
    codes.barcode: lambda length: (10 ** (length - 2), _same),
    codes._sku_long: lambda: _letters_and_digits(15, 20, 40),
    codes._sku_short: _short_sku,
    codes._sku_tiny: lambda: _letters_and_digits(5, 20),
}
"""What is known of the functions that providers draw with, given what is bound to them."""
