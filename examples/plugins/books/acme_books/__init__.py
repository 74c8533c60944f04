"""ISBNs: their check digit and their validation."""

from typing import Annotated

from pydantic import AfterValidator


def check_digit(digits: str) -> str:
    """Return the check digit of the ISBN that begins with these twelve digits [ISO 2108]."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits[:12]))
    return str(-total % 10)


def checked(text: str) -> str:
    """Return *text* if it is an ISBN of thirteen digits. Raise ValueError otherwise."""
    if len(text) != 13 or not text.isdecimal() or not text.startswith(("978", "979")):
        raise ValueError("an ISBN has thirteen digits, and begins with 978 or 979")
    if text[12] != check_digit(text):
        raise ValueError(f"its last digit is {check_digit(text)}")
    return text


Isbn = Annotated[str, AfterValidator(checked)]
