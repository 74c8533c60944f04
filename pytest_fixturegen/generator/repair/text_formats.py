"""Strategy: texts of a format that the message names, as in ``invalid e-mail address``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any, NamedTuple

from pytest_fixturegen.generator.repair.converted_nodes import change_text, join_nodes
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


HEX_LENGTH = re.compile(
    r"(\d{1,3})[- ](?:char(?:acter)?s?|digits?)[- ](?:long )?hex"
    r"|hex\w* (?:string|text|number|value)? ?of (?:length )?(\d{1,3})",
    re.IGNORECASE,
)
"""Words that say how many hexadecimal digits a text has."""

MESSAGE_PATTERN = re.compile(r"(?<!\S)[\"'`/]?(\^\S+\$)")
"""A regular expression in a message."""

FormatForm = Callable[[], Node]
"""A function that makes the node of a format when it is needed."""


class TextFormat(NamedTuple):
    """A format that messages mean by *words*. Each of *forms* makes a node of such values."""

    words: re.Pattern[str]
    forms: tuple[FormatForm, ...]


def _format(words: str, *forms: FormatForm) -> TextFormat:
    """Return the format that *words*, a regular expression, mention."""
    return TextFormat(re.compile(words, re.IGNORECASE), forms)


def match_pattern(pattern: str) -> FormatForm:
    """Return a form of texts that match the whole of *pattern*."""
    return lambda: Call(partial(draw_match, compile_pattern(f"^{pattern}$")))


def choose_text(*options: Any) -> FormatForm:
    """Return a form that draws one of *options*."""
    return lambda: Choice(options, options)


def _call(draw: Callable[[int], Any]) -> FormatForm:
    """Return the form of a text that *draw* makes."""
    return lambda: Call(draw)


FORMATS = (
    _format(r"object.?id\b|bson", match_pattern(r"[0-9a-f]{24}")),
    _format(r"json", choose_text('"text"', "{}", "[]", '{"key": "value"}', "1")),
    _format(r"e-?mail", match_pattern(r"[a-z]{4,9}\.[a-z]{4,9}@example\.com")),
    _format(r"mailto", match_pattern(r"mailto:[a-z]{4,9}@example\.com")),
    _format(
        r"\b(?:https?|url|uri|iri)\b",
        match_pattern(r"https://www\.example\.com/[a-z]{4,9}/\d{1,4}"),
    ),
    _format(
        r"uuid", match_pattern(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}")
    ),
    _format(
        r"date-?time|timestamp|iso.?8601|rfc.?3339",
        match_pattern(r"202[0-5]-0[1-9]-[12]\dT1\d:[0-5]\d:[0-5]\dZ"),
    ),
    _format(r"time ?zone|iana", choose_text("Europe/Stockholm", "UTC", "Asia/Tokyo")),
    _format(r"\bdate\b|%Y", match_pattern(r"202[0-5]-0[1-9]-[12]\d")),
    _format(
        r"\btime\b|%H",
        match_pattern(r"[01]\d:[0-5]\d"),
        match_pattern(r"[01]\d:[0-5]\d:[0-5]\d"),
        match_pattern(r"[01]\d:[0-5]\d:[0-5]\d\.\d{3}"),
    ),
    _format(
        r"hex",
        match_pattern(r"[0-9a-f]{8}"),
        match_pattern(r"0x[0-9a-f]{40}"),
        match_pattern(r"#[0-9a-f]{6}"),
    ),
    _format(r"colou?r", match_pattern(r"#[0-9a-f]{6}"), choose_text("red", "green", "blue")),
    _format(r"base.?64", choose_text("aGVsbG8=", "d29ybGQ=", "dGVzdA==")),
    _format(r"version|semver", match_pattern(r"[1-9]\.\d\.\d{1,2}")),
    _format(r"cron", match_pattern(r"[0-5]?\d [01]?\d \* \* [0-6]")),
    _format(r"language|locale|bcp", choose_text("en", "de", "sv", "fr", "ja")),
    _format(r"alpha-?3", choose_text("SWE", "DEU", "JPN", "USA")),
    _format(r"country|alpha-?2", choose_text("SE", "DE", "JP", "US")),
    _format(r"currency", choose_text("EUR", "SEK", "JPY", "USD")),
    _format(r"wkt|geometry", choose_text(*GEOMETRY_SAMPLES)),
    _format(r"3166-2|subdivision", choose_text("SE-AB", "DE-BE", "US-NY", "JP-13")),
    _format(r"webvtt", match_pattern(r"0\d:[0-5]\d:[0-5]\d\.\d{3}")),
    _format(r"ipv?6", _call(lambda word: str(ipv6(word)))),
    _format(r"\bip\b|ipv4|ip address", _call(lambda word: str(ipv4(word)))),
    _format(r"md5", match_pattern(r"[0-9a-f]{32}")),
    _format(r"sha-?1", match_pattern(r"[0-9a-f]{40}")),
    _format(r"sha-?256|digest|checksum|hash", match_pattern(r"[0-9a-f]{64}")),
    _format(
        r"\bint\b|integer|digits?\b|whole number",
        _call(lambda word: word % 1000),
        match_pattern(r"[1-9]\d{2,8}"),
    ),
    _format(
        r"float|decimal|numeric|\bnumber\b",
        _call(lambda word: word % 1000),
        match_pattern(r"[1-9]\d{0,2}\.\d"),
    ),
    _format(r"\bdict|mapping|object", choose_text({}, {"key": "value"})),
    _format(r"\blist\b|array|sequence|iterable", choose_text([], ["text"], [1])),
    _format(r"\bbool", choose_text(True, False)),
    _format(r"\bstr\b|string", match_pattern(r"[a-z]{4,9}")),
    _format(
        r"lower|a-z|identifier|slug|character|alphanumeric|name", match_pattern(r"[a-z]{4,12}")
    ),
    _format(r"upper|A-Z", match_pattern(r"[A-Z]{3,8}")),
)
"""Words of messages with the formats that they mean, the most specific first."""


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield a patch for each form of text that the refusal may mean, for each text."""
    pattern = refusal.context.get("pattern")
    for target in list_value_targets(drawn):
        if not target.may_be_text:
            continue
        if isinstance(pattern, str):
            forms = list(list_pattern_nodes(pattern, target.whole))
        else:
            forms = list_forms(refusal.message)
        for label, node in forms:
            yield DrawInstead(
                NAME,
                target.path,
                label,
                node=target.wrap(node),
            )


def list_pattern_nodes(pattern: str, text: Node) -> Iterator[tuple[str, Node]]:
    """Yield a label and a node of texts that match *pattern*, then of *text* with a match in it."""
    match = make_pattern_node(pattern)
    if match is None:
        return
    yield "pattern", match
    if not pattern.startswith(("^", r"\A")):
        yield "pattern at the end", join_nodes([change_text(text, make_local_part), match])
    elif not pattern.endswith(("$", r"\Z")):
        yield "pattern at the beginning", join_nodes([match, text])


def make_local_part(text: str) -> str:
    """Return *text* up to the ``@``, made a valid local part of an e-mail address."""
    return re.sub(r"[^\w.+-]+", ".", text.partition("@")[0]).strip(".").lower() or "info"


def list_forms(message: str) -> list[tuple[str, Node]]:
    """Return a label and a node for each form of text that *message* names."""
    counts = ["".join(groups) for groups in HEX_LENGTH.findall(message)]
    texts = [*(rf"^[0-9a-f]{{{count}}}$" for count in counts), *MESSAGE_PATTERN.findall(message)]
    patterns = map(make_pattern_node, texts)
    quoted = [(f"pattern {number}", node) for number, node in enumerate(patterns) if node]
    named = [one for one in FORMATS if one.words.search(message)]
    return quoted + [
        (f"{one.words.pattern} {number}", make())
        for one in named[:MAX_FORMATS]
        for number, make in enumerate(one.forms)
    ]


STRATEGY = RepairStrategy(
    NAME,
    "Draw a text of the pattern or the format that the message names.",
    propose,
)
