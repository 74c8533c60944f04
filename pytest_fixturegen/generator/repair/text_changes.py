"""Changes of a text: what a validator may ask of its length, its characters and its parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce

from pytest_fixturegen.generator.repair.converted_nodes import TextChange
from pytest_fixturegen.generator.repair.prefix_suffix import add_prefix, add_suffix
from pytest_fixturegen.generator.repair.text_formats import make_local_part

FILLER = "abcdefgh"
"""Letters that make a text longer."""


def fit_length(
    low: int,
    high: int,
    text: str,
) -> str:
    """Return *text*, cut or repeated to a length from *low* to *high*, without blanks around it."""
    fitted = text.strip()[:high].strip()
    filler = re.sub(r"\W", "", text) or FILLER
    while len(fitted) < low:
        fitted = (fitted + filler)[:low] if low <= high else fitted + filler
    return fitted


def keep_characters(is_kept: Callable[[str], bool], text: str) -> str:
    """Return the characters of *text* for which *is_kept* is true, or else a letter."""
    return "".join(filter(is_kept, text)) or "a"


def make_identifier(text: str) -> str:
    """Return *text* as a name of a variable."""
    words = re.sub(r"\W+", "_", text).strip("_").lower()
    return words if words.isidentifier() else f"x_{words}"


def end_with(ending: str, text: str) -> str:
    """Return *text* with *ending*: at its domain, with its file extension, or after it."""
    if text.endswith(ending):
        return text
    if ending.startswith("@"):
        return make_local_part(text) + ending
    if "@" in text and "." in ending:
        return f"{text.partition('@')[0]}@{ending.lstrip('.')}"
    return add_suffix(ending, text)


def begin_with(beginning: str, text: str) -> str:
    """Return *text* with *beginning*."""
    return text if text.startswith(beginning) else add_prefix(beginning, text)


def replace_tail(
    separator: str,
    word: str,
    text: str,
) -> str:
    """Return *text* with *word* after its last *separator*."""
    head = text.rpartition(separator)[0] or make_local_part(text)
    return f"{head}{separator}{word}"


def replace_head(
    separator: str,
    word: str,
    text: str,
) -> str:
    """Return *text* with *word* before its first *separator*."""
    tail = text.partition(separator)[2] or make_local_part(text)
    return f"{word}{separator}{tail}"


def replace_scheme(scheme: str, text: str) -> str:
    """Return *text* as an address with *scheme*."""
    rest = text.partition("://")[2] or f"www.example.com/{make_local_part(text)}"
    return f"{scheme}://{rest}"


def replace_host(host: str, text: str) -> str:
    """Return *text* as an address at *host*."""
    scheme, _, rest = text.partition("://")
    path = rest.partition("/")[2] if rest else make_local_part(text)
    name = f"www{host}" if host.startswith(".") else host
    return f"{scheme if rest else 'https'}://{name}/{path}"


def remove_text(
    unwanted: str,
    substitute: str,
    text: str,
) -> str:
    """Return *text* with *substitute* in place of *unwanted*."""
    return text.replace(unwanted, substitute).strip() or "a"


def chain_changes(*changes: TextChange) -> TextChange:
    """Return the change that makes *changes* one after the other."""
    return lambda text: reduce(lambda changed, change: change(changed), changes, text)


CASE_CHANGES: dict[str, TextChange] = {
    "isupper": str.upper,
    "upper": str.upper,
    "islower": str.lower,
    "lower": str.lower,
    "casefold": str.casefold,
    "istitle": str.title,
    "title": str.title,
    "capitalize": str.capitalize,
    "strip": str.strip,
    "lstrip": str.strip,
    "rstrip": str.strip,
    "isalpha": lambda text: keep_characters(str.isalpha, text),
    "isalnum": lambda text: keep_characters(str.isalnum, text),
    "isidentifier": make_identifier,
    "isascii": lambda text: keep_characters(str.isascii, text),
    "isprintable": lambda text: keep_characters(str.isprintable, text),
}
"""Changes of a text that satisfy a validator, by the name of the method that it calls."""
