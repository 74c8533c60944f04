"""Check digits of national numbers."""

from __future__ import annotations


def luhn_digit(digits: str) -> str:
    """Return the digit that makes the sum of Luhn [ISO/IEC 7812-1] of *digits* divisible by ten."""
    total = 0
    for place, char in enumerate(reversed(digits)):
        doubled = int(char) * (2 - place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def weigh(digits: str, weights: tuple[int, ...]) -> int:
    """Return the sum of *digits*, each times the weight in its place."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def cross_sum(number: int) -> int:
    """Return the sum of the digits of *number*."""
    return sum(map(int, str(number)))


def mod11_pair(
    digits: str,
    first: tuple[int, ...],
    second: tuple[int, ...],
) -> str:
    """Return two check digits modulo eleven, as Brazil computes them; ten counts as zero."""
    one = -weigh(digits, first) % 11 % 10
    two = -weigh(f"{digits}{one}", second) % 11 % 10
    return f"{one}{two}"


def iso7064_digit(digits: str) -> str:
    """Return the check digit of *digits* [ISO 7064, MOD 11,10]."""
    product = 10
    for char in digits:
        total = (int(char) + product) % 10 or 10
        product = 2 * total % 11
    return str((11 - product) % 10)


def alphabet_digit(
    text: str,
    alphabet: str,
    modulus: int,
) -> int:
    """Return the sum of the places of *text* in *alphabet*, weighed from its length + 1 down."""
    weights = range(len(text) + 1, 1, -1)
    total = sum(alphabet.index(char) * weight for char, weight in zip(text, weights, strict=True))
    return -total % modulus
