"""Numbers with check digits, as cards, articles, books and accounts have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pytest_fixturegen.nodes import Call, Node


def make_check_digit_nodes() -> Iterator[tuple[str, Node]]:
    """Yield a label and a node for each kind of number."""
    for name, draw in DRAWS.items():
        yield name, Call(draw)


def draw_luhn(word: int) -> str:
    """Return 16 digits whose last one is a Luhn check digit [ISO/IEC 7812-1]."""
    digits = f"4{word % 10**14:014d}"
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in digits[::2]]
    total = sum(doubled) + sum(map(int, digits[1::2]))
    return f"{digits}{-total % 10}"


def draw_ean(word: int) -> str:
    """Return 13 digits with the check digit of article numbers and ISBN-13 [GS1 7.9]."""
    digits = f"978{word % 10**9:09d}"
    total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def draw_short_ean(word: int) -> str:
    """Return 8 digits with the check digit of short article numbers [GS1 7.9]."""
    digits = f"{word % 10**7:07d}"
    total = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def draw_isbn(word: int) -> str:
    """Return 10 characters with the check character of an ISBN-10 [ISO 2108]."""
    digits = f"{word % 10**9:09d}"
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(digits))
    return f"{digits}{'0123456789X'[-total % 11]}"


def draw_iban(word: int) -> str:
    """Return a German account number, whose check digits are modulo 97 [ISO 13616]."""
    account = f"{word % 10**18:018d}"
    check = 98 - int(f"{account}131400") % 97  # DE00
    return f"DE{check:02d}{account}"


DRAWS: dict[str, Callable[[int], str]] = {
    "Luhn": draw_luhn,
    "EAN": draw_ean,
    "EAN-8": draw_short_ean,
    "ISBN-10": draw_isbn,
    "IBAN": draw_iban,
}
"""The kinds of numbers by name."""
