"""What a validator's own words say of the values it would take.

Validators name what they expect: ``must be one of ['a', 'b']``, ``invalid e-mail address``, ``should match pattern``. A
guess made of such words is only drawn where a record was refused, and the validator has the last word on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from pytest_fixturegen.engine.affixes import affixed
from pytest_fixturegen.engine.places import SHORT, Fault, Place, text_of, unwrapped
from pytest_fixturegen.engine.wider import wider
from pytest_fixturegen.engine.witness import testimony
from pytest_fixturegen.nodes import (
    Array,
    Call,
    Choice,
    Constant,
    Day,
    Fixed,
    Integer,
    Interval,
    Node,
    Nullable,
    OneOf,
    Real,
    Record,
    Row,
    Table,
)
from pytest_fixturegen.providers.network import ipv4, ipv6
from pytest_fixturegen.providers.patterns import PatternError, compile_pattern, draw_match

EDGES = " \t'\"`.,:;()[]{}<>"
"""What stands around a value in a sentence."""

MOST = 60
"""Values taken from one message at most."""

EMPTY = 7
"""One attempt of so many leaves a place empty, if it may be."""

QUOTED = re.compile(r"'([^'\n]{1,120})'|\"([^\"\n]{1,120})\"|`([^`\n]{1,120})`")
LISTED = re.compile(r"(?<!\w)[\[({]([^\[\](){}]{1,2000})[\])}]")
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
AFTER = re.compile(
    r"(?:must be|should be|has to be|expected|one of|allowed|possible|valid values?|such as|e\.g\.|i\.e\.|like|start with|"
    r"starts with|begin with|equal to)(?: either| one of| an?|:|,)*\s+([^.;\n\[]{1,120})",
    re.IGNORECASE,
)
MULTIPLE = re.compile(r"(?:multiples? of|divisible by)\D{0,4}(\d{1,9})\b", re.IGNORECASE)
PARTS = re.compile(r",| or | and |\|")
NUMERIC = (Integer, Real, Fixed, Interval, Day)


def _text(pattern: str) -> Call:
    return Call(partial(draw_match, compile_pattern(pattern)))


def _number(word: int) -> int:
    return word % 1000


SHAPES = ("POINT (18 59)", "LINESTRING (18 59, 19 60)", "POLYGON ((18 59, 19 59, 19 60, 18 59))")
"""Well-known text of a point, a line and an area [OGC 06-103r4 7]."""

IDIOMS: tuple[tuple[str, Callable[[], Node]], ...] = (
    (r"json", lambda: Choice(('"text"', "{}", "[]", '{"key": "value"}', "1"), ())),
    (r"e-?mail", lambda: _text(r"^[a-z]{4,9}\.[a-z]{4,9}@example\.com$")),
    (r"mailto", lambda: _text(r"^mailto:[a-z]{4,9}@example\.com$")),
    (r"\b(?:https?|url|uri|iri)\b", lambda: _text(r"^https://www\.example\.com/[a-z]{4,9}/\d{1,4}$")),
    (r"uuid", lambda: _text(r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$")),
    (r"date-?time|timestamp|iso.?8601|rfc.?3339", lambda: _text(r"^202[0-5]-0[1-9]-[12]\dT1\d:[0-5]\d:[0-5]\dZ$")),
    (r"\bdate\b|%Y", lambda: _text(r"^202[0-5]-0[1-9]-[12]\d$")),
    (r"\btime\b|%H", lambda: Choice(("09:30", "09:30:00", "18:45:00", "09:30:00.000"), ())),
    (
        r"hex",
        lambda: OneOf((("bare", _text(r"^[0-9a-f]{8}$")), ("0x", _text(r"^0x[0-9a-f]{40}$")), ("#", _text(r"^#[0-9a-f]{6}$")))),
    ),
    (r"colou?r", lambda: OneOf((("#", _text(r"^#[0-9a-f]{6}$")), ("name", Choice(("red", "green", "blue"), ()))))),
    (r"base.?64", lambda: Choice(("aGVsbG8=", "d29ybGQ=", "dGVzdA=="), ())),
    (r"version|semver", lambda: _text(r"^[1-9]\.\d\.\d{1,2}$")),
    (r"cron", lambda: _text(r"^[0-5]?\d [01]?\d \* \* [0-6]$")),
    (r"language|locale|bcp", lambda: Choice(("en", "de", "sv", "fr", "ja"), ())),
    (r"time ?zone|iana", lambda: Choice(("Europe/Stockholm", "UTC", "Asia/Tokyo"), ())),
    (r"country", lambda: Choice(("SE", "DE", "JP", "US"), ())),
    (r"currency", lambda: Choice(("EUR", "SEK", "JPY", "USD"), ())),
    (r"wkt|geometry", lambda: Choice(SHAPES, SHAPES)),
    (r"3166-2|subdivision", lambda: Choice(("SE-AB", "DE-BE", "US-NY", "JP-13"), ())),
    (r"webvtt", lambda: _text(r"^0\d:[0-5]\d:[0-5]\d\.\d{3}$")),
    (r"ipv?6", lambda: Call(lambda word: str(ipv6(word)))),
    (r"\bip\b|ipv4|ip address", lambda: Call(lambda word: str(ipv4(word)))),
    (r"md5", lambda: _text(r"^[0-9a-f]{32}$")),
    (r"sha-?1", lambda: _text(r"^[0-9a-f]{40}$")),
    (r"sha-?256|digest|checksum|hash", lambda: _text(r"^[0-9a-f]{64}$")),
    (r"\bint\b|integer|digits?\b|whole number", lambda: OneOf((("number", Call(_number)), ("text", _text(r"^[1-9]\d{2,8}$"))))),
    (r"float|decimal|numeric|\bnumber\b", lambda: OneOf((("number", Call(_number)), ("text", _text(r"^[1-9]\d{0,2}\.\d$"))))),
    (r"\bdict|mapping|object", lambda: Choice(({}, {"key": "value"}), ())),
    (r"\blist\b|array|sequence|iterable", lambda: Choice(([], ["text"], [1]), ())),
    (r"\bbool", lambda: Choice((True, False), ())),
    (r"\bstr\b|string", lambda: _text(r"^[a-z]{4,9}$")),
    (r"lower|a-z|identifier|slug|character|alphanumeric|name", lambda: _text(r"^[a-z]{4,12}$")),
    (r"upper|A-Z", lambda: _text(r"^[A-Z]{3,8}$")),
)
"""What words of a message stand for, the most telling first."""


def hint_for(place: Place, attempt: int) -> Node | None:
    """What to draw at *place* instead at this *attempt*, if the words of its fault say: other keys, another length,
    another value; now and then nothing at all, where that may stand there.
    """
    node = unwrapped(place.node)
    if attempt % EMPTY == 4:
        nothing = emptied(place.node)
        if nothing is not None:
            return nothing
    match node:
        case Table() | Record():
            return wider(place, node) or (_of_parts(place, node, attempt) if isinstance(node, Table) else None)
        case Array():
            return resized(place.words, node) or _of_parts(place, node, attempt)
        case Row():
            return None
        case _:
            return hinted(place.fault, place.value, node, attempt)


def emptied(node: Node) -> Node | None:
    """None where that may stand, or the list or mapping *node* without items; None when *node* is neither."""
    if isinstance(node, Nullable):
        return Constant(None, None)
    inner = unwrapped(node)
    return replace(inner, low=0, high=0) if isinstance(inner, Array | Table) else None


def _of_parts(place: Place, node: Array | Table, attempt: int) -> Node | None:
    """The list or mapping *node* whose items or values are what the words may mean."""
    inner = unwrapped(node.item if isinstance(node, Array) else node.value)
    hint = None if isinstance(inner, Record | Array | Table | Row | OneOf) else hinted(place.fault, None, inner, attempt)
    if hint is None:
        return None
    return replace(node, item=hint) if isinstance(node, Array) else replace(node, value=hint)


def hinted(fault: Fault, given: Any, node: Node, attempt: int) -> Node | None:
    """A node of values that the words of *fault*, which refused the value *given* where *node* was drawn, may mean: another
    of its ideas at each *attempt*; None for no idea.
    """
    found = list(ideas(fault.words, fault.context, given, node))
    return found[(attempt - attempt // 5 - 1) % len(found)] if found else None  # each fifth time none of them is drawn


def ideas(words: str, context: Mapping[str, Any], given: Any, node: Node) -> Iterator[Node]:
    """What *words* may mean, each idea a node."""
    stepped = _stepped(words, node)
    if stepped is not None:
        yield stepped
        return
    if isinstance(node, Choice) and not all(isinstance(option, str) for option in node.options):
        yield from _chosen(node, candidates(words, given))
        return
    if isinstance(context.get("pattern"), str):
        yield from _matching(context["pattern"])
        return
    numeric = isinstance(node, NUMERIC) or (isinstance(given, float | int | Decimal) and not isinstance(given, bool))
    kept = tuple(affixed(words, given)) if isinstance(given, str) else ()
    if kept:
        yield Choice(kept, kept)
    values = tuple(_fitting(candidates(words, given), numeric, given))
    if values:
        yield Choice(values, values)
    if numeric:
        near = tuple(close for value in values for close in (value - 1, value + 1, value // 2, value * 2))
        yield from [Choice(near, near)] if near else []
        yield node  # a bound is seldom all that a rule is about: another number as planned
        return
    idioms = [make() for telling, make in IDIOMS if re.search(telling, words, re.IGNORECASE)][:3]
    yield from idioms[:1]
    yield from _known(context.get("error"))
    if values:
        yield Choice(values, values)
    yield from idioms[1:]
    yield from idioms[:1]
    yield _text(r"^[a-z]{4,9}$")


def _stepped(words: str, node: Node) -> Node | None:
    """The whole number *node* in steps of what *words* want it to be a multiple of; None for no such words."""
    asked = MULTIPLE.search(words)
    step = int(asked[1]) if asked else 0
    if not isinstance(node, Integer) or not step or node.step != 1:
        return None
    low = -(-node.low // step) * step
    return Integer(low, node.high, step) if low <= node.high else None


def _known(error: Any) -> Iterator[Node]:
    """The words that the code which raised *error* knows, and its patterns."""
    known = testimony(error)
    words = tuple(known.words)
    if words:
        yield Choice(words, words)
    for pattern in list(known.patterns)[:2]:
        yield from _matching(pattern)


def _chosen(node: Choice, found: list[str]) -> Iterator[Node]:
    """Those options of an enum that are among the words *found*."""
    told = tuple(option for option in node.options if {str(option), str(getattr(option, "value", option))} & set(found))
    if told:
        yield Choice(told, told)


def resized(words: str, node: Array) -> Node | None:
    """The list *node* with as many items as *words* ask for, and in order where they speak of one; None for neither."""
    asked = re.search(
        r"(?:exactly|at least|length|of size)\D{0,12}(\d{1,3})|(\d{1,3}) (?:values|items|elements|numbers)", words
    )
    count = int(asked[1] or asked[2]) if asked else None
    build = _in_order if re.search(r"less than|ascending|sorted|order|before|increasing", words) else node.build
    if count is None and build is node.build:
        return None
    low, high = (node.low, node.high) if count is None else (count, count)
    return Array(node.item, low, high, build, node.distinct)


def _in_order(items: list[Any]) -> list[Any]:
    try:
        return sorted(items)
    except TypeError:
        return items


def candidates(words: str, given: Any = None) -> list[str]:
    """The values that *words* name, without the one that was *given*."""
    found: dict[str, None] = {}
    echo = text_of(given).casefold()
    for piece in _pieces(words):
        plain = re.sub(r"^(?:e\.g\.|i\.e\.|either|one of|expected)[, ]*", "", piece.strip(EDGES)).strip(EDGES)
        if plain and len(plain) <= 120 and not _is_echo(plain.casefold(), echo):
            found[plain] = None
    return list(found)[:MOST]


def _is_echo(plain: str, given: str) -> bool:
    return plain == given or (len(plain) > SHORT and plain in given)


def _pieces(words: str) -> Iterator[str]:
    for match in (*AFTER.finditer(words), *LISTED.finditer(words)):
        if not QUOTED.search(match[1]):  # what is quoted in a list is no more than that
            yield from PARTS.split(match[1])
    for match in QUOTED.finditer(words):
        yield match[1] or match[2] or match[3]
    yield from NUMBER.findall(words)


def _fitting(found: list[str], numeric: bool, given: Any) -> Iterator[Any]:
    """Each of *found* as a value that may be tried where *given* was refused: numbers for what is *numeric*, texts for a
    text, and both where the type is not known.
    """
    for text in found:
        number = _as_number(text)
        if number is not None and not isinstance(given, str):
            yield number
        if not numeric:
            yield text


def _as_number(text: str) -> int | float | None:
    try:
        return int(text) if re.fullmatch(r"-?\d+", text) else float(text) if re.fullmatch(r"-?\d+\.\d+", text) else None
    except ValueError:
        return None


def _matching(pattern: str) -> list[Node]:
    try:
        return [_text(pattern)]
    except PatternError:
        return []
