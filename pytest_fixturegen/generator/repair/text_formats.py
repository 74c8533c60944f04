"""Strategy: texts of a pattern or a format that the message names, as in ``invalid e-mail address``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any, NamedTuple

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.generator.repair.value_targets import list_value_targets
from pytest_fixturegen.nodes import Call, Choice, Node
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


class TextFormat(NamedTuple):
    """Values that a message may want if it contains *words*; each of *forms* makes a node of one form of them."""

    words: re.Pattern[str]
    forms: tuple[Callable[[], Node], ...]


def _format(words: str, *forms: Callable[[], Node]) -> TextFormat:
    return TextFormat(re.compile(words, re.IGNORECASE), forms)


def _match(pattern: str) -> Callable[[], Node]:
    return lambda: Call(partial(draw_match, compile_pattern(f"^{pattern}$")))


def _choose(*options: Any) -> Callable[[], Node]:
    return lambda: Choice(options, options)


def _call(draw: Callable[[int], Any]) -> Callable[[], Node]:
    return lambda: Call(draw)


FORMATS = (
    _format(r"json", _choose('"text"', "{}", "[]", '{"key": "value"}', "1")),
    _format(r"e-?mail", _match(r"[a-z]{4,9}\.[a-z]{4,9}@example\.com")),
    _format(r"mailto", _match(r"mailto:[a-z]{4,9}@example\.com")),
    _format(r"\b(?:https?|url|uri|iri)\b", _match(r"https://www\.example\.com/[a-z]{4,9}/\d{1,4}")),
    _format(r"uuid", _match(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}")),
    _format(
        r"date-?time|timestamp|iso.?8601|rfc.?3339",
        _match(r"202[0-5]-0[1-9]-[12]\dT1\d:[0-5]\d:[0-5]\dZ"),
    ),
    _format(r"time ?zone|iana", _choose("Europe/Stockholm", "UTC", "Asia/Tokyo")),
    _format(r"\bdate\b|%Y", _match(r"202[0-5]-0[1-9]-[12]\d")),
    _format(
        r"\btime\b|%H",
        _match(r"[01]\d:[0-5]\d"),
        _match(r"[01]\d:[0-5]\d:[0-5]\d"),
        _match(r"[01]\d:[0-5]\d:[0-5]\d\.\d{3}"),
    ),
    _format(r"hex", _match(r"[0-9a-f]{8}"), _match(r"0x[0-9a-f]{40}"), _match(r"#[0-9a-f]{6}")),
    _format(r"colou?r", _match(r"#[0-9a-f]{6}"), _choose("red", "green", "blue")),
    _format(r"base.?64", _choose("aGVsbG8=", "d29ybGQ=", "dGVzdA==")),
    _format(r"version|semver", _match(r"[1-9]\.\d\.\d{1,2}")),
    _format(r"cron", _match(r"[0-5]?\d [01]?\d \* \* [0-6]")),
    _format(r"language|locale|bcp", _choose("en", "de", "sv", "fr", "ja")),
    _format(r"country", _choose("SE", "DE", "JP", "US")),
    _format(r"currency", _choose("EUR", "SEK", "JPY", "USD")),
    _format(r"wkt|geometry", _choose(*GEOMETRY_SAMPLES)),
    _format(r"3166-2|subdivision", _choose("SE-AB", "DE-BE", "US-NY", "JP-13")),
    _format(r"webvtt", _match(r"0\d:[0-5]\d:[0-5]\d\.\d{3}")),
    _format(r"ipv?6", _call(lambda word: str(ipv6(word)))),
    _format(r"\bip\b|ipv4|ip address", _call(lambda word: str(ipv4(word)))),
    _format(r"md5", _match(r"[0-9a-f]{32}")),
    _format(r"sha-?1", _match(r"[0-9a-f]{40}")),
    _format(r"sha-?256|digest|checksum|hash", _match(r"[0-9a-f]{64}")),
    _format(
        r"\bint\b|integer|digits?\b|whole number",
        _call(lambda word: word % 1000),
        _match(r"[1-9]\d{2,8}"),
    ),
    _format(
        r"float|decimal|numeric|\bnumber\b",
        _call(lambda word: word % 1000),
        _match(r"[1-9]\d{0,2}\.\d"),
    ),
    _format(r"\bdict|mapping|object", _choose({}, {"key": "value"})),
    _format(r"\blist\b|array|sequence|iterable", _choose([], ["text"], [1])),
    _format(r"\bbool", _choose(True, False)),
    _format(r"\bstr\b|string", _match(r"[a-z]{4,9}")),
    _format(r"lower|a-z|identifier|slug|character|alphanumeric|name", _match(r"[a-z]{4,12}")),
    _format(r"upper|A-Z", _match(r"[A-Z]{3,8}")),
)
"""Words of a message and the values that they stand for, the most specific first."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield a patch for each form of text that the refusal may mean, for each text."""
    targets = [target for target in list_value_targets(drawn) if target.may_be_text]
    forms = list_forms(refusal) if targets else []
    for target in targets:
        for label, node in forms:
            yield DrawInstead(NAME, target.path, label, node=target.wrap(node))


def list_forms(refusal: Refusal) -> list[tuple[str, Node]]:
    """Return a label and a node for the pattern of *refusal*, or else for each form of the formats it names."""
    pattern = refusal.context.get("pattern")
    if isinstance(pattern, str):
        node = make_pattern_node(pattern)
        return [] if node is None else [("pattern", node)]
    named = [one for one in FORMATS if one.words.search(refusal.message)]
    return [
        (f"{one.words.pattern} {number}", make())
        for one in named[:MAX_FORMATS]
        for number, make in enumerate(one.forms)
    ]


STRATEGY = RepairStrategy(
    NAME,
    "Draw a text of the pattern or the format that the message names.",
    propose,
)
