"""Codes of a domain: templates whose characters are replaced by random ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from math import log2
from zlib import crc32

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.providers.domains.spec_types import Code, Draw, Seeded, TableColumn
from pytest_fixturegen.streams import mix_word


def pool(template: str, count: int) -> TableColumn:
    """Return *count* texts like *template*, which records share: accounts, hosts, branches.

    The one that a record shows is a fact of it, which sentences show, too.
    """
    seed = crc32(template.encode())
    drawn = (draw_template(template, mix_word(seed, number)) for number in range(count))
    entity = re.sub(r"\W", "", template)
    return TableColumn(
        f"pool_{entity}",
        0,
        tuple((text,) for text in dict.fromkeys(drawn)),
    )


def seeded(fact: str, *templates: str) -> Seeded:
    """Return the texts of one of *templates* that the hidden word *fact* makes."""
    return Seeded(fact, TemplateDraw(templates))


SHAPE_CHARS = {"#": "9", "%": "1", "@": "A", "&": "a"}


def shape(*templates: str) -> Code:
    """Return codes of one of *templates*, whose letters and digits stay as they are.

    A field shows one of the forms in all records, as one system has one form of numbers.
    ``#`` is a digit, ``%`` one that is not zero, ``@`` and ``&`` a letter.
    """
    drawn = ("".join(map(_to_template_char, template)) for template in templates)
    return Code(TemplateDraw(tuple(drawn)), has_one_form=True)


def _to_template_char(char: str) -> str:
    """Return the character of a template for *char* of a shape."""
    literal = f"\\{char}" if char in TEMPLATE_CHARS else char
    return SHAPE_CHARS.get(char, literal)


def code(*templates: str) -> Code:
    """Return codes of one of *templates*; see :func:`draw_template`."""
    return Code(TemplateDraw(templates))


@dataclass(frozen=True, slots=True)
class TemplateDraw:
    """Draws texts like one of *templates*; see :func:`draw_template`."""

    templates: tuple[str, ...]

    def __call__(self, word: int) -> str:
        """Return the text that *word* makes."""
        return draw_template(
            self.templates[word % len(self.templates)],
            word,
        )

    def count_bits(self) -> float:
        """Return how many random bits the template with the fewest has."""
        return min(map(count_template_bits, self.templates))


LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"

TEMPLATE_CHARS: Mapping[str, str] = {
    "9": "0123456789",
    "1": "123456789",
    "A": LETTERS,
    "a": LETTERS.lower(),
    "x": "0123456789abcdef",
    "X": "0123456789ABCDEF",
    "*": LETTERS + "0123456789",
    "?": "bcdfghjklmnpqrstvwxz2456789",
}
"""The characters of templates that stand for a random one."""


def draw_template(template: str, word: int) -> str:
    r"""Return a text like *template*, whose characters are replaced by random ones of their kind.

    ``9`` is a digit, ``1`` one that is not zero, ``A`` and ``a`` a letter, ``x`` and ``X`` a
    hexadecimal digit, ``*`` a letter or digit, ``?`` a small
    one. A character after ``\`` stays as it is. If the
    template has brackets, only what is in them is replaced: ``ami-0[xxxx]``. The same word fills
    the places of two templates alike.
    """
    drawn, step = [], 0
    for char, options in _list_places(template):
        step += bool(options)
        drawn.append(options[mix_word(word, step) % len(options)] if options else char)
    return "".join(drawn)


@lru_cache(maxsize=1024)
def _list_places(template: str) -> tuple[tuple[str, str], ...]:
    """Return each character of *template*, and the characters that may replace it."""
    has_brackets = "[" in template
    places, is_literal, is_shape = [], False, not has_brackets
    for char in template:
        if not is_literal and char == "\\":
            is_literal = True
        elif has_brackets and char in "[]":
            is_shape = char == "["
        else:
            options = "" if is_literal or not is_shape else TEMPLATE_CHARS.get(char, "")
            places.append((char, options))
            is_literal = False
    return tuple(places)


def count_template_bits(template: str) -> float:
    """Return the random bits of the texts like *template*."""
    places = _list_places(template)
    return sum(log2(len(options)) for _, options in places if options)


def make_code(draw: Draw) -> Code:
    """Return the codes of *draw*, for shapes that no template has: check digits, versions."""
    return Code(draw)
