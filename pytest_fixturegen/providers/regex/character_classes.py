"""Reads a class of characters: which of them are worth drawing, and which are allowed."""

import string
from collections.abc import Callable, Set
from functools import lru_cache
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass


class PatternError(ValueError):
    """A pattern that cannot be read, or that no string within the lengths matches."""


@dataclass(frozen=True, slots=True)
class CharClass:
    """One character: *members* are worth drawing, *allowed* is all of ASCII that may stand there."""

    drawable: str
    allowed: frozenset[str]


ASCII_CHARS = frozenset(map(chr, range(128)))
ALPHANUMERICS = string.ascii_letters + string.digits
PUNCTUATION = "".join(sorted(set(string.punctuation)))
PREFERRED_CHARS = (
    ALPHANUMERICS,
    PUNCTUATION,
    " ",
    "\t\n\r\f\v",
    "".join(sorted(ASCII_CHARS)),
)  # the most believable first
NON_ASCII_CHARS = "".join(filter(str.isalpha, map(chr, range(0xC0, 0x250)))) + "".join(
    map(chr, range(0xA1, 0xC0))
)
WHITESPACE = frozenset(" \t\n\r\f\v\x1c\x1d\x1e\x1f")
CHAR_CATEGORIES: dict[
    str, tuple[str, frozenset[str], Callable[[str], bool]]
] = {  # what to draw, what is meant, and beyond ASCII
    "DIGIT": (string.digits, frozenset(string.digits), str.isdecimal),
    "SPACE": (" ", WHITESPACE, str.isspace),
    "WORD": (
        ALPHANUMERICS + "_",
        frozenset(ALPHANUMERICS + "_"),
        lambda char: char.isalnum() or char == "_",
    ),
}
ANY_CHAR = CharClass(ALPHANUMERICS + "-_", ASCII_CHARS - {"\n"})


@lru_cache(maxsize=512)
def parse_char_class(items: tuple[tuple[str, Any], ...], ignore_case: bool) -> CharClass:
    """The characters of a bracketed class, or of an escape such as ``\\d``."""
    negated = items[0][0] == "NEGATE"
    members: dict[str, None] = {}
    allowed: set[str] = set()
    for name, argument in items[negated:]:
        drawn, meant = _parse_class_item(name, argument)
        members |= dict.fromkeys(drawn)
        allowed |= meant
    if ignore_case:
        allowed |= add_both_cases(allowed)
    if negated:
        allowed = set(ASCII_CHARS - allowed)
        members = dict.fromkeys(pick_likely_chars(frozenset(allowed)))
    if not any(map(str.isprintable, members)) and (beyond := _find_non_ascii(items)):
        members = dict.fromkeys(beyond)
        allowed |= set(beyond)
    if not members:
        raise PatternError("The pattern has a class that no character is in.")
    printable = "".join(filter(str.isprintable, members))
    return CharClass(
        ANY_CHAR.drawable if allowed == ASCII_CHARS else printable or "".join(members),
        frozenset(allowed),
    )


def add_both_cases(chars: Set[str]) -> frozenset[str]:
    """*chars*, in upper and in lower case."""
    return frozenset(form for char in chars for form in (char, char.lower(), char.upper()))


def _parse_class_item(name: str, argument: Any) -> tuple[str, frozenset[str]]:
    """What one item of a class draws, and all of ASCII that it means."""
    if name == "LITERAL":
        meant = frozenset(chr(argument)) & ASCII_CHARS
        return "".join(meant), meant
    if name == "RANGE":
        text = "".join(map(chr, range(argument[0], min(argument[1], 127) + 1)))
        return "".join(char for char in text if " " <= char <= "~") or text, frozenset(text)
    kind = argument.removeprefix("CATEGORY_")
    drawn, meant, _ = CHAR_CATEGORIES[kind.removeprefix("NOT_")]
    return (
        (pick_likely_chars(ASCII_CHARS - meant), ASCII_CHARS - meant)
        if kind.startswith("NOT_")
        else (drawn, meant)
    )


def pick_likely_chars(allowed: frozenset[str]) -> str:
    """The best tier that *allowed* has any of."""
    return next(
        filter(None, ("".join(filter(allowed.__contains__, tier)) for tier in PREFERRED_CHARS)), ""
    )


def _find_non_ascii(items: tuple[tuple[str, Any], ...]) -> str:
    """Some members of a class that has none in ASCII."""
    if items[0][0] == "NEGATE":
        return "".join(
            char
            for char in NON_ASCII_CHARS
            if not any(_is_in_class_item(item, char) for item in items[1:])
        )
    chars = [
        chr(code)
        for name, argument in items
        if name in ("LITERAL", "RANGE")
        for code in (
            range(argument[0], min(argument[1], argument[0] + 255) + 1)
            if name == "RANGE"
            else (argument,)
        )
    ]
    return "".join(dict.fromkeys(filter(str.isprintable, chars))) or "".join(
        c for c in chars if not "\ud800" <= c <= "\udfff"
    )


def _is_in_class_item(item: tuple[str, Any], char: str) -> bool:
    name, argument = item
    if name == "LITERAL":
        return char == chr(argument)
    if name == "RANGE":
        return bool(argument[0] <= ord(char) <= argument[1])
    kind: str = argument.removeprefix("CATEGORY_")
    return CHAR_CATEGORIES[kind.removeprefix("NOT_")][2](char) != kind.startswith("NOT_")
