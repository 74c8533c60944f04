"""What a validator's own words say of the values it would take.

Validators name what they expect: ``must be one of ['a', 'b']``, ``invalid e-mail address``, ``should match pattern``. A
guess made of such words is only drawn where a record was refused, and the validator has the last word on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Array, Call, Choice, Day, Fixed, Integer, Interval, Node, OneOf, Real
from pytest_fixturegen.providers.network import ipv4, ipv6
from pytest_fixturegen.providers.patterns import PatternError, compile_pattern, draw_match

EDGES = " \t'\"`.,:;()[]{}<>"
"""What stands around a value in a sentence."""

MOST = 60
"""Values taken from one message at most."""

QUOTED = re.compile(r"'([^'\n]{1,120})'|\"([^\"\n]{1,120})\"|`([^`\n]{1,120})`")
LISTED = re.compile(r"[\[({]([^\[\](){}]{1,2000})[\])}]")
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
AFTER = re.compile(
    r"(?:must be|should be|has to be|expected|one of|allowed|possible|valid values?|such as|e\.g\.|i\.e\.|like|start with|"
    r"starts with|begin with|equal to)(?: either| one of| an?|:|,)*\s+([^.;\n]{1,120})",
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


def hinted(words: str, context: Mapping[str, Any], given: Any, node: Node) -> Node | None:
    """A node of values that *words*, a refusal of the value *given* where *node* was drawn, may mean; None for no idea."""
    stepped = _stepped(words, node)
    if stepped is not None:
        return stepped
    members: list[tuple[str, Node]] = []
    if isinstance(node, Choice) and not all(isinstance(option, str) for option in node.options):
        return _chosen(node, candidates(words, given))
    values = tuple(_fitting(candidates(words, given), node))
    if values:
        members.append(("words", Choice(values, values)))
    pattern = context.get("pattern")
    if isinstance(pattern, str):
        return next((node for _, node in _matching(pattern)), None)
    if not isinstance(node, NUMERIC):
        members += [(f"idiom {telling}", make()) for telling, make in IDIOMS if re.search(telling, words, re.IGNORECASE)][:3]
        members.append(("word", _text(r"^[a-z]{4,9}$")))
    if len(members) > 1:
        return OneOf(tuple(members))
    return members[0][1] if members else None


def _stepped(words: str, node: Node) -> Node | None:
    """The whole number *node* in steps of what *words* want it to be a multiple of; None for no such words."""
    asked = MULTIPLE.search(words)
    step = int(asked[1]) if asked else 0
    if not isinstance(node, Integer) or not step or node.step != 1:
        return None
    low = -(-node.low // step) * step
    return Integer(low, node.high, step) if low <= node.high else None


def _chosen(node: Choice, found: list[str]) -> Node | None:
    """Those options of an enum that are among the words *found*."""
    told = tuple(option for option in node.options if {str(option), str(getattr(option, "value", option))} & set(found))
    return Choice(told, told) if told else None


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
    for piece in _pieces(words):
        plain = re.sub(r"^(?:e\.g\.|i\.e\.|either|one of|expected)[, ]*", "", piece.strip(EDGES)).strip(EDGES)
        if plain and plain != str(given) and len(plain) <= 120:
            found[plain] = None
    return list(found)[:MOST]


def _pieces(words: str) -> Iterator[str]:
    for match in AFTER.finditer(words):
        yield from PARTS.split(match[1])
    for match in LISTED.finditer(words):
        yield from PARTS.split(match[1])
    for match in QUOTED.finditer(words):
        yield match[1] or match[2] or match[3]
    yield from NUMBER.findall(words)


def _fitting(found: list[str], node: Node) -> Iterator[Any]:
    """Each of *found* as a value that may stand where *node* does: numbers for numbers, both for text."""
    for text in found:
        number = _as_number(text)
        if number is not None:
            yield number
        if not isinstance(node, NUMERIC):
            yield text


def _as_number(text: str) -> int | float | None:
    try:
        return int(text) if re.fullmatch(r"-?\d+", text) else float(text) if re.fullmatch(r"-?\d+\.\d+", text) else None
    except ValueError:
        return None


def _matching(pattern: str) -> list[tuple[str, Node]]:
    try:
        return [("pattern", _text(pattern))]
    except PatternError:
        return []
