"""Character classes: the characters that they allow, and those that are worth drawing."""

import string
from collections.abc import Callable, Set
from functools import lru_cache
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import MappingError


class PatternError(MappingError):
    """Raised for an unreadable pattern, and if no string within the lengths matches."""


@dataclass(frozen=True, slots=True)
class CharClass:
    """One character: the *drawable* members, and all ASCII characters that are *allowed*."""

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
)
"""Groups of characters, the most believable group first."""

ACCENTED_LETTERS = "".join(filter(str.isalpha, map(chr, range(0xC0, 0x250))))
LATIN_1_SIGNS = "".join(map(chr, range(0xA1, 0xC0)))
NON_ASCII_CHARS = ACCENTED_LETTERS + LATIN_1_SIGNS

WHITESPACE = frozenset(" \t\n\r\f\v\x1c\x1d\x1e\x1f")


def _is_word_char(char: str) -> bool:
    """Return whether *char* is a letter or a digit of any script, or an underscore."""
    return char.isalnum() or char == "_"


CHAR_CATEGORIES: dict[str, tuple[str, frozenset[str], Callable[[str], bool]]] = {
    "DIGIT": (string.digits, frozenset(string.digits), str.isdecimal),
    "SPACE": (" ", WHITESPACE, str.isspace),
    "WORD": (ALPHANUMERICS + "_", frozenset(ALPHANUMERICS + "_"), _is_word_char),
}
"""By category: what to draw, its members in ASCII, and a test for characters beyond ASCII."""

ANY_CHAR = CharClass(ALPHANUMERICS + "-_", ASCII_CHARS - {"\n"})

ClassItem = tuple[str, Any]
"""An operation of the parser of ``re``, such as ``LITERAL``, and its argument."""


@lru_cache(maxsize=512)
def parse_char_class(items: tuple[ClassItem, ...], ignore_case: bool) -> CharClass:
    """Return the characters of a bracketed class, or of an escape such as ``\\d``.

    Raise PatternError if no character is in the class.
    """
    is_negated = items[0][0] == "NEGATE"
    drawable, allowed = _collect_members(items[is_negated:])
    if ignore_case:
        allowed |= add_both_cases(allowed)
    if is_negated:
        allowed = ASCII_CHARS - allowed
        drawable = pick_likely_chars(allowed)
    if not any(map(str.isprintable, drawable)):
        beyond = _find_non_ascii(items)
        if beyond:
            drawable = beyond
            allowed |= set(beyond)
    if not drawable:
        raise PatternError("The pattern has a class that no character is in.")
    if allowed == ASCII_CHARS:
        return CharClass(ANY_CHAR.drawable, allowed)
    printable = "".join(filter(str.isprintable, drawable))
    return CharClass(printable or drawable, allowed)


def _collect_members(items: tuple[ClassItem, ...]) -> tuple[str, frozenset[str]]:
    """Return what *items* draw, each character once, and all of ASCII that they mean."""
    drawable: dict[str, None] = {}  # a set that keeps its order
    allowed: frozenset[str] = frozenset()
    for name, argument in items:
        item_drawable, item_allowed = _parse_class_item(name, argument)
        drawable |= dict.fromkeys(item_drawable)
        allowed |= item_allowed
    return "".join(drawable), allowed


def add_both_cases(chars: Set[str]) -> frozenset[str]:
    """Return *chars* together with their upper and lower case."""
    return frozenset(form for char in chars for form in (char, char.lower(), char.upper()))


def _parse_class_item(name: str, argument: Any) -> tuple[str, frozenset[str]]:
    """Return what one item of a class draws, and all of ASCII that it means."""
    if name == "LITERAL":
        allowed = frozenset(chr(argument)) & ASCII_CHARS
        return "".join(allowed), allowed
    if name == "RANGE":
        first, last = argument
        text = "".join(map(chr, range(first, min(last, 127) + 1)))
        printable = "".join(char for char in text if " " <= char <= "~")
        return printable or text, frozenset(text)
    category = argument.removeprefix("CATEGORY_")
    drawable, allowed, _ = CHAR_CATEGORIES[category.removeprefix("NOT_")]
    if category.startswith("NOT_"):
        others = ASCII_CHARS - allowed
        return pick_likely_chars(others), others
    return drawable, allowed


def pick_likely_chars(allowed: frozenset[str]) -> str:
    """Return the members of *allowed* in the most believable group that has any."""
    for group in PREFERRED_CHARS:
        chars = "".join(filter(allowed.__contains__, group))
        if chars:
            return chars
    return ""


def _find_non_ascii(items: tuple[ClassItem, ...]) -> str:
    """Return some members beyond ASCII of a class that has none in ASCII."""
    if items[0][0] == "NEGATE":
        return "".join(char for char in NON_ASCII_CHARS if not _is_in_class(items[1:], char))
    chars: list[str] = []
    for name, argument in items:
        if name == "LITERAL":
            chars.append(chr(argument))
        elif name == "RANGE":
            first, last = argument
            chars += map(chr, range(first, min(last, first + 255) + 1))
    printable = dict.fromkeys(filter(str.isprintable, chars))
    # Surrogates cannot be encoded as UTF-8.
    return "".join(printable) or "".join(char for char in chars if not "\ud800" <= char <= "\udfff")


def _is_in_class(items: tuple[ClassItem, ...], char: str) -> bool:
    """Return whether *char* is in any of *items*, which come without their negation."""
    return any(_is_in_class_item(item, char) for item in items)


def _is_in_class_item(item: ClassItem, char: str) -> bool:
    """Return whether *char* is in a literal, a range or a category, which may be negated."""
    name, argument = item
    if name == "LITERAL":
        return char == chr(argument)
    if name == "RANGE":
        first, last = argument
        return bool(first <= ord(char) <= last)
    category: str = argument.removeprefix("CATEGORY_")
    _, _, is_member = CHAR_CATEGORIES[category.removeprefix("NOT_")]
    return is_member(char) != category.startswith("NOT_")
