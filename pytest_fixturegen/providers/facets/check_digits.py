"""Codes with check digits. They have the ranges of examples where a standard reserves some."""

from __future__ import annotations

from collections.abc import Callable

from pytest_fixturegen.streams import mix_word


def _digits(
    word: int,
    count: int,
    step: int = 1,
) -> str:
    """Return *count* random digits."""
    return "".join(str(mix_word(word, step + place) % 10) for place in range(count))


def compute_luhn_digit(digits: str) -> str:
    """Return the check digit of *digits* by the algorithm of Luhn [ISO/IEC 7812-1]."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def draw_npi(word: int) -> str:
    """Return a number of a provider of health care; its check digit has the prefix 80840."""
    body = "1" + _digits(word, 8)
    return body + compute_luhn_digit("80840" + body)


def draw_imo(word: int) -> str:
    """Return the number of a ship: six digits weighted by 7 to 2, and the last digit of the sum."""
    body = "9" + _digits(word, 5)
    total = sum(int(digit) * (7 - place) for place, digit in enumerate(body))
    return f"{body}{total % 10}"


def draw_issn(word: int) -> str:
    """Return the number of a serial [ISO 3297]."""
    body = _digits(word, 7)
    total = sum(int(digit) * (8 - place) for place, digit in enumerate(body))
    check = -total % 11
    return f"{body[:4]}-{body[4:]}{'X' if check == 10 else check}"


def draw_orcid(word: int) -> str:
    """Return the identifier of a researcher, whose check digit is that of ISO 7064 MOD 11-2."""
    body = "00000" + _digits(word, 10)
    total = 0
    for digit in body:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    text = body + ("X" if check == 10 else str(check))
    return "-".join(text[place : place + 4] for place in range(0, 16, 4))


def _to_numbers(text: str) -> str:
    """Return *text* with A as 10, B as 11 and so on."""
    return "".join(str(int(char, 36)) for char in text)


def draw_isin(word: int) -> str:
    """Return the number of a security [ISO 6166] of the country XX, which does not exist."""
    body = "XX" + _digits(word, 9)
    return body + compute_luhn_digit(_to_numbers(body))


def draw_lei(word: int) -> str:
    """Return the identifier of a legal entity [ISO 17442] of an issuer that does not exist."""
    body = (
        "0000"
        + "00"
        + "".join(
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[mix_word(word, place) % 36]
            for place in range(12)
        )
    )
    check = 98 - int(_to_numbers(body + "00")) % 97
    return f"{body}{check:02}"


def draw_cusip(word: int) -> str:
    """Return the number of a security in the range 990 to 999, which is for users' own numbers."""
    body = "99" + _digits(word, 6)
    total = 0
    for place, digit in enumerate(body):
        value = int(digit) * (1 + place % 2)
        total += value // 10 + value % 10
    return f"{body}{-total % 10}"


def draw_cas(word: int) -> str:
    """Return a registry number of a chemical with its check digit."""
    body = f"{mix_word(word, 1) % 9 + 1}{_digits(word, 5, 2)}"
    total = sum(int(digit) * place for place, digit in enumerate(reversed(body), 1))
    return f"{body[:-2]}-{body[-2:]}-{total % 10}"


CHECKED_CODES: dict[str, Callable[[int], str]] = {
    "npi": draw_npi,
    "imo": draw_imo,
    "issn": draw_issn,
    "orcid": draw_orcid,
    "isin": draw_isin,
    "lei": draw_lei,
    "cusip": draw_cusip,
    "cas": draw_cas,
}
"""By name, what draws codes with check digits."""
