"""Strategy: texts of a pattern or a format that the message names, as in ``invalid e-mail address``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.generator.repair.value_targets import list_value_targets
from pytest_fixturegen.nodes import Call, Choice, Node, OneOf
from pytest_fixturegen.providers.network import ipv4, ipv6
from pytest_fixturegen.providers.regex.patterns import PatternError, compile_pattern, draw_match

NAME = "text formats"

MAX_FORMATS = 3
"""Formats that are taken from one message at most."""

GEOMETRY_SAMPLES = (
    "POINT (18 59)",
    "LINESTRING (18 59, 19 60)",
    "POLYGON ((18 59, 19 59, 19 60, 18 59))",
)
"""Well-known text of a point, a line and an area [OGC 06-103r4 7]."""


@lru_cache(maxsize=256)
def make_pattern_node(pattern: str) -> Call | None:
    """Return a node of texts that match *pattern*; None if the pattern cannot be drawn from."""
    try:
        return Call(partial(draw_match, compile_pattern(pattern)))
    except PatternError:
        return None


def _match(pattern: str) -> Callable[[], Node]:
    def make() -> Node:
        node = make_pattern_node(f"^{pattern}$")
        assert node is not None
        return node

    return make


def _choose(*options: object) -> Callable[[], Node]:
    return lambda: Choice(options, options)


def _combine(**members: Callable[[], Node]) -> Callable[[], Node]:
    return lambda: OneOf(tuple((label, make()) for label, make in members.items()))


def _call(draw: Callable[[int], object]) -> Callable[[], Node]:
    return lambda: Call(draw)


FORMATS: tuple[tuple[str, Callable[[], Node]], ...] = (
    (r"json", _choose('"text"', "{}", "[]", '{"key": "value"}', "1")),
    (r"e-?mail", _match(r"[a-z]{4,9}\.[a-z]{4,9}@example\.com")),
    (r"mailto", _match(r"mailto:[a-z]{4,9}@example\.com")),
    (
        r"\b(?:https?|url|uri|iri)\b",
        _match(r"https://www\.example\.com/[a-z]{4,9}/\d{1,4}"),
    ),
    (
        r"uuid",
        _match(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}"),
    ),
    (
        r"date-?time|timestamp|iso.?8601|rfc.?3339",
        _match(r"202[0-5]-0[1-9]-[12]\dT1\d:[0-5]\d:[0-5]\dZ"),
    ),
    (r"time ?zone|iana", _choose("Europe/Stockholm", "UTC", "Asia/Tokyo")),
    (r"\bdate\b|%Y", _match(r"202[0-5]-0[1-9]-[12]\d")),
    (r"\btime\b|%H", _combine(
            minutes=_match(r"[01]\d:[0-5]\d"),
            seconds=_match(r"[01]\d:[0-5]\d:[0-5]\d"),
            milliseconds=_match(r"[01]\d:[0-5]\d:[0-5]\d\.\d{3}"),
        )),
    (
        r"hex",
        _combine(
            bare=_match(r"[0-9a-f]{8}"),
            prefixed=_match(r"0x[0-9a-f]{40}"),
            color=_match(r"#[0-9a-f]{6}"),
        ),
    ),
    (
        r"colou?r",
        _combine(hex=_match(r"#[0-9a-f]{6}"), name=_choose("red", "green", "blue")),
    ),
    (r"base.?64", _choose("aGVsbG8=", "d29ybGQ=", "dGVzdA==")),
    (r"version|semver", _match(r"[1-9]\.\d\.\d{1,2}")),
    (r"cron", _match(r"[0-5]?\d [01]?\d \* \* [0-6]")),
    (r"language|locale|bcp", _choose("en", "de", "sv", "fr", "ja")),
    (r"country", _choose("SE", "DE", "JP", "US")),
    (r"currency", _choose("EUR", "SEK", "JPY", "USD")),
    (r"wkt|geometry", _choose(*GEOMETRY_SAMPLES)),
    (r"3166-2|subdivision", _choose("SE-AB", "DE-BE", "US-NY", "JP-13")),
    (r"webvtt", _match(r"0\d:[0-5]\d:[0-5]\d\.\d{3}")),
    (r"ipv?6", _call(lambda word: str(ipv6(word)))),
    (r"\bip\b|ipv4|ip address", _call(lambda word: str(ipv4(word)))),
    (r"md5", _match(r"[0-9a-f]{32}")),
    (r"sha-?1", _match(r"[0-9a-f]{40}")),
    (r"sha-?256|digest|checksum|hash", _match(r"[0-9a-f]{64}")),
    (
        r"\bint\b|integer|digits?\b|whole number",
        _combine(number=_call(lambda word: word % 1000), text=_match(r"[1-9]\d{2,8}")),
    ),
    (
        r"float|decimal|numeric|\bnumber\b",
        _combine(number=_call(lambda word: word % 1000), text=_match(r"[1-9]\d{0,2}\.\d")),
    ),
    (r"\bdict|mapping|object", _choose({}, {"key": "value"})),
    (r"\blist\b|array|sequence|iterable", _choose([], ["text"], [1])),
    (r"\bbool", _choose(True, False)),
    (r"\bstr\b|string", _match(r"[a-z]{4,9}")),
    (
        r"lower|a-z|identifier|slug|character|alphanumeric|name",
        _match(r"[a-z]{4,12}"),
    ),
    (r"upper|A-Z", _match(r"[A-Z]{3,8}")),
)
"""Words of a message and the values that they stand for, the most specific first."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield a patch for the pattern of the refusal, or else for each format that its message names."""
    pattern = refusal.context.get("pattern")
    for target in list_value_targets(drawn):
        if not target.may_be_text:
            continue
        if isinstance(pattern, str):
            node = make_pattern_node(pattern)
            if node is not None:
                yield DrawInstead(NAME, target.path, "pattern", node=target.wrap(node))
            continue
        for label, node in find_formats(refusal.message):
            members = node.members if isinstance(node, OneOf) else (("", node),)
            for form, member in members:
                label_of_form = f"{label} {form}"
                yield DrawInstead(NAME, target.path, label_of_form, node=target.wrap(member))


def find_formats(message: str) -> list[tuple[str, Node]]:
    """Return the first formats that *message* names, each with the words that stand for it."""
    named = [(words, make) for words, make in FORMATS if re.search(words, message, re.IGNORECASE)]
    return [(words, make()) for words, make in named[:MAX_FORMATS]]


STRATEGY = RepairStrategy(
    NAME,
    "Draw a text of the pattern or the format that the message names.",
    propose,
)
