"""The classes of texts: the lengths, and unusual but valid characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from pytest_fixturegen.introspection.shapes import Constraints, NamedShape, Scalar
from pytest_fixturegen.providers.regex.patterns import PatternError, compile_pattern, draw_match
from pytest_fixturegen.providers.regex.syntax_tree import find_length_range, parse_pattern
from pytest_fixturegen.providers.text import fit_text, is_valid_text

ClassKind = Literal["choice", "bound", "sample"]
TextClass = tuple[ClassKind, str, str]

LONG_LENGTH = 256
"""Characters of the longest text where the type sets no limit."""

FILLER = "lorem ipsum dolor sit amet "
"""Repeated to fill texts of a given length; its own length is not a power of two."""

UNUSUAL_TEXTS = (
    ("bound", "beyond ASCII", "Zoë Łódź"),
    ("bound", "whitespace", "  "),
    ("sample", "emoji", "👩‍👩‍👧 e\u0301"),
    ("sample", "right to left", "שלום עולם"),
    ("sample", "case pairs", "ßİıﬁ"),
    ("sample", "surrounding spaces", " a b "),
    ("sample", "line break", "a\nb\tc"),
    ("sample", "quotes", 'O\'Neil "x", y; z'),
    ("sample", "markup", "<b>&amp; {0} 100%"),
    ("sample", "slashes", "a/b\\c-d_e.f"),
    ("sample", "digits", "007"),
    ("sample", "word for nothing", "null"),
)
"""Unusual texts by kind of class: all are valid where any text is."""

UNUSUAL_EMAILS = (
    ("tag", "ann+news@example.com"),
    ("upper case", "Ann.Lee@Example.COM"),
    ("subdomains", "a@mail.eu.example.co.uk"),
    ("longest local part", f"{'a' * 64}@example.com"),
    ("apostrophe", "o'neil_x-1@example.org"),
)
"""Addresses that are valid [RFC 5321], and that programs refuse or do not recognise again."""

BYTE_CLASSES = ("empty", "shortest", "longest", "beyond ASCII", "line break")

HOST_SCHEMES = ("https", "http", "ws", "wss", "ftp")
"""Schemes of URLs that may have each of these parts."""

UNUSUAL_URLS = (
    ("bare host", "example.com"),
    ("all parts", "ann:pw@example.com:8443/a/b?x=1&y=2#top"),
    ("IPv6 host", "[2001:db8::1]/"),
    ("escaped path", "example.com/a%20b/%C3%BC"),
)
"""URLs that are valid [RFC 3986], without their scheme."""

WORD = (1 << 64) // 3
"""The random word that the shown match of a pattern is drawn with."""

OPEN_SPAN = 40
"""Difference in length between the longest and the shortest match of an unlimited pattern."""

FOREIGN_CHARACTERS = (
    ("beyond ASCII", str.maketrans("aeAE", "éßÄØ")),
    ("digits of another script", str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
)
"""Characters that a pattern may take for letters and digits: ``\\w`` and ``\\d`` are not ASCII."""


def list_text_classes(shape: Scalar) -> Iterator[TextClass]:
    """Yield the classes of texts, the lengths first."""
    constraints = shape.constraints
    if constraints.pattern is not None:
        yield from _list_pattern_classes(constraints)
        return
    low, high = constraints.min_length or 0, constraints.max_length
    longest = high if high is not None else max(LONG_LENGTH, low + 1)
    yield "bound", "empty" if low == 0 else "shortest", make_text(low, constraints)
    yield "bound", "longest", make_text(longest, constraints)
    if low + 1 < longest:
        yield "sample", _name_length(low + 1), make_text(low + 1, constraints)
    if high is not None and high - 1 > low + 1:
        yield "sample", _name_length(high - 1), make_text(high - 1, constraints)
    for kind, name, text in UNUSUAL_TEXTS:
        fitted = _fit_unusual(text, constraints)
        if fitted is not None:
            yield kind, name, fitted  # type: ignore[misc]


def list_email_classes(shape: NamedShape) -> Iterator[TextClass]:
    """Yield the classes of e-mail addresses."""
    for name, text in UNUSUAL_EMAILS:
        if is_valid_text(text, shape.constraints):
            yield "sample", name, text


def _name_length(length: int) -> str:
    return "1 character" if length == 1 else f"{length} characters"


def list_byte_classes(shape: Scalar) -> Iterator[tuple[ClassKind, str, bytes]]:
    """Yield the classes of bytes: texts in UTF-8, since JSON has no other bytes."""
    constraints = shape.constraints
    plain = Constraints(min_length=constraints.min_length, max_length=constraints.max_length)
    for kind, name, text in list_text_classes(Scalar("str", plain)):
        encoded = text.encode()
        high = constraints.max_length
        if name in BYTE_CLASSES and (high is None or len(encoded) <= high):
            yield kind, name, encoded


def list_url_classes(shape: Scalar) -> Iterator[TextClass]:
    """Yield the classes of URLs, in the first scheme that is allowed."""
    schemes = shape.constraints.schemes
    scheme = "https" if not schemes or "https" in schemes else schemes[0]
    if scheme not in HOST_SCHEMES:
        return
    for name, rest in UNUSUAL_URLS:
        text = f"{scheme}://{rest}"
        if is_valid_text(text, shape.constraints):
            yield "sample", name, text


def make_text(length: int, constraints: Constraints) -> str:
    """Return a text of *length* characters that starts and ends with a letter."""
    repeated = FILLER * (length // len(FILLER) + 1)
    text = repeated[:length]
    if text.endswith(" "):
        text = f"{text[:-1]}x"
    return text.upper() if constraints.upper else text


def _fit_unusual(text: str, constraints: Constraints) -> str | None:
    """Return *text*, stretched or cut to the allowed length; None if it stops being unusual."""
    fitted = fit_text(text, constraints)
    if constraints.strip and fitted.strip() != fitted:
        return None
    return fitted if fitted and is_valid_text(fitted, constraints) else None


def _list_pattern_classes(constraints: Constraints) -> Iterator[TextClass]:
    """Yield the shortest and the longest match of a pattern, and matches in other scripts."""
    if constraints.pattern is None:
        return
    for name, text in _list_matches(
        replace(
            constraints,
            lower=False,
            upper=False,
        )
    ):
        yield "bound" if name in ("shortest", "longest") else "sample", name, text


@lru_cache(maxsize=512)
def _list_matches(constraints: Constraints) -> tuple[tuple[str, str], ...]:
    """Return matches of a pattern by the name of their class; compiling a pattern takes long."""
    low, high = _find_lengths(constraints)
    usual = _draw_match(
        constraints,
        low,
        high,
        WORD,
    )
    if usual is None:
        return ()
    shortest = _find_length(
        constraints,
        low,
        len(usual),
        is_least=True,
    )
    longest = _find_length(
        constraints,
        len(usual),
        high,
        is_least=False,
    )
    matches = [("shortest", shortest or usual), ("longest", longest or usual)]
    for name, table in FOREIGN_CHARACTERS:
        foreign = usual.translate(table)
        if foreign != usual and is_valid_text(foreign, constraints):
            matches.append((name, foreign))
    return tuple(matches)


def _find_lengths(constraints: Constraints) -> tuple[int, int]:
    """Return the least and the greatest length that a match may have, as the pattern tells."""
    low, high = constraints.min_length or 0, constraints.max_length
    try:
        least, most = find_length_range(parse_pattern(str(constraints.pattern), 0)[0])
    except PatternError:
        least, most = 0, LONG_LENGTH
    low = max(low, least)
    return low, min(most, low + OPEN_SPAN if high is None else high)


def _find_length(
    constraints: Constraints,
    low: int,
    high: int,
    *,
    is_least: bool,
) -> str | None:
    """Return a match of the least or the greatest length from *low* to *high*.

    If no match has the extreme length, bisection finds one. The lengths of the matches of most
    patterns have no gaps; if they do, another text may be a little longer or shorter.
    """
    extreme = low if is_least else high
    found = _draw_match(
        constraints,
        extreme,
        extreme,
        WORD,
    )
    while found is None and low < high:
        middle = (low + high) // 2 if is_least else (low + high + 1) // 2
        least, most = (low, middle) if is_least else (middle, high)
        text = _draw_match(
            constraints,
            least,
            most,
            WORD,
        )
        if text is not None:
            low, high = least, most
        elif is_least:
            low = middle + 1
        else:
            high = middle - 1
        if low == high:
            found = _draw_match(
                constraints,
                low,
                high,
                WORD,
            )
    return found


def _draw_match(
    constraints: Constraints,
    low: int,
    high: int | None,
    word: int,
) -> str | None:
    """Return a match of *low* to *high* characters, or None if none was found."""
    assert constraints.pattern is not None
    try:
        grammar = compile_pattern(
            constraints.pattern,
            min_length=low,
            max_length=high,
        )
        text = draw_match(grammar, word)
    except PatternError:
        return None
    return text if is_valid_text(text, constraints) else None


@lru_cache(maxsize=512)
def draw_longer_match(pattern: str, length: int) -> str | None:
    """Return a match of *pattern* with exactly *length* characters; None if it has none."""
    return _draw_match(
        Constraints(pattern=pattern),
        length,
        length,
        WORD,
    )
