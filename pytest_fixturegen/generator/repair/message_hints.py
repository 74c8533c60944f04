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

from pytest_fixturegen.generator.repair.missing_keys import add_missing_keys
from pytest_fixturegen.generator.repair.prefix_suffix import add_affixes
from pytest_fixturegen.generator.repair.validator_literals import find_validator_literals
from pytest_fixturegen.generator.repair.value_paths import (
    MAX_IGNORED_LENGTH,
    Fault,
    FaultLocation,
    to_message_text,
    unwrap_node,
)
from pytest_fixturegen.nodes import (
    Array,
    Call,
    Choice,
    Constant,
    Day,
    Dictionary,
    FixedPoint,
    GridFloat,
    Integer,
    Node,
    Nullable,
    OneOf,
    Record,
    Tuple,
    UniformFloat,
)
from pytest_fixturegen.providers.network import ipv4, ipv6
from pytest_fixturegen.providers.regex.patterns import PatternError, compile_pattern, draw_match

TRIM_CHARACTERS = " \t'\"`.,:;()[]{}<>"
"""What stands around a value in a sentence."""

MAX_CANDIDATES = 60
"""Values taken from one message at most."""

EMPTY_INTERVAL = 7
"""One attempt of so many leaves a place empty, if it may be."""

QUOTED_PATTERN = re.compile(r"'([^'\n]{1,120})'|\"([^\"\n]{1,120})\"|`([^`\n]{1,120})`")
LIST_PATTERN = re.compile(r"(?<!\w)[\[({]([^\[\](){}]{1,2000})[\])}]")
NUMBER_PATTERN = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
EXPECTATION_PATTERN = re.compile(
    r"(?:must be|should be|has to be|expected|one of|allowed|possible|valid values?|such as|e\.g\.|i\.e\.|like|start with|"
    r"starts with|begin with|equal to)(?: either| one of| an?|:|,)*\s+([^.;\n\[]{1,120})",
    re.IGNORECASE,
)
MULTIPLE_PATTERN = re.compile(r"(?:multiples? of|divisible by)\D{0,4}(\d{1,9})\b", re.IGNORECASE)
SEPARATOR_PATTERN = re.compile(r",| or | and |\|")
NUMERIC_NODES = (Integer, GridFloat, FixedPoint, UniformFloat, Day)


def _make_pattern_node(pattern: str) -> Call:
    return Call(partial(draw_match, compile_pattern(pattern)))


def _draw_number(word: int) -> int:
    return word % 1000


GEOMETRY_SAMPLES = (
    "POINT (18 59)",
    "LINESTRING (18 59, 19 60)",
    "POLYGON ((18 59, 19 59, 19 60, 18 59))",
)
"""Well-known text of a point, a line and an area [OGC 06-103r4 7]."""

MESSAGE_FORMATS: tuple[tuple[str, Callable[[], Node]], ...] = (
    (r"json", lambda: Choice(('"text"', "{}", "[]", '{"key": "value"}', "1"), ())),
    (r"e-?mail", lambda: _make_pattern_node(r"^[a-z]{4,9}\.[a-z]{4,9}@example\.com$")),
    (r"mailto", lambda: _make_pattern_node(r"^mailto:[a-z]{4,9}@example\.com$")),
    (
        r"\b(?:https?|url|uri|iri)\b",
        lambda: _make_pattern_node(r"^https://www\.example\.com/[a-z]{4,9}/\d{1,4}$"),
    ),
    (
        r"uuid",
        lambda: _make_pattern_node(
            r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$"
        ),
    ),
    (
        r"date-?time|timestamp|iso.?8601|rfc.?3339",
        lambda: _make_pattern_node(r"^202[0-5]-0[1-9]-[12]\dT1\d:[0-5]\d:[0-5]\dZ$"),
    ),
    (r"\bdate\b|%Y", lambda: _make_pattern_node(r"^202[0-5]-0[1-9]-[12]\d$")),
    (r"\btime\b|%H", lambda: Choice(("09:30", "09:30:00", "18:45:00", "09:30:00.000"), ())),
    (
        r"hex",
        lambda: OneOf(
            (
                ("bare", _make_pattern_node(r"^[0-9a-f]{8}$")),
                ("0x", _make_pattern_node(r"^0x[0-9a-f]{40}$")),
                ("#", _make_pattern_node(r"^#[0-9a-f]{6}$")),
            )
        ),
    ),
    (
        r"colou?r",
        lambda: OneOf(
            (
                ("#", _make_pattern_node(r"^#[0-9a-f]{6}$")),
                ("name", Choice(("red", "green", "blue"), ())),
            )
        ),
    ),
    (r"base.?64", lambda: Choice(("aGVsbG8=", "d29ybGQ=", "dGVzdA=="), ())),
    (r"version|semver", lambda: _make_pattern_node(r"^[1-9]\.\d\.\d{1,2}$")),
    (r"cron", lambda: _make_pattern_node(r"^[0-5]?\d [01]?\d \* \* [0-6]$")),
    (r"language|locale|bcp", lambda: Choice(("en", "de", "sv", "fr", "ja"), ())),
    (r"time ?zone|iana", lambda: Choice(("Europe/Stockholm", "UTC", "Asia/Tokyo"), ())),
    (r"country", lambda: Choice(("SE", "DE", "JP", "US"), ())),
    (r"currency", lambda: Choice(("EUR", "SEK", "JPY", "USD"), ())),
    (r"wkt|geometry", lambda: Choice(GEOMETRY_SAMPLES, GEOMETRY_SAMPLES)),
    (r"3166-2|subdivision", lambda: Choice(("SE-AB", "DE-BE", "US-NY", "JP-13"), ())),
    (r"webvtt", lambda: _make_pattern_node(r"^0\d:[0-5]\d:[0-5]\d\.\d{3}$")),
    (r"ipv?6", lambda: Call(lambda word: str(ipv6(word)))),
    (r"\bip\b|ipv4|ip address", lambda: Call(lambda word: str(ipv4(word)))),
    (r"md5", lambda: _make_pattern_node(r"^[0-9a-f]{32}$")),
    (r"sha-?1", lambda: _make_pattern_node(r"^[0-9a-f]{40}$")),
    (r"sha-?256|digest|checksum|hash", lambda: _make_pattern_node(r"^[0-9a-f]{64}$")),
    (
        r"\bint\b|integer|digits?\b|whole number",
        lambda: OneOf(
            (("number", Call(_draw_number)), ("text", _make_pattern_node(r"^[1-9]\d{2,8}$")))
        ),
    ),
    (
        r"float|decimal|numeric|\bnumber\b",
        lambda: OneOf(
            (("number", Call(_draw_number)), ("text", _make_pattern_node(r"^[1-9]\d{0,2}\.\d$")))
        ),
    ),
    (r"\bdict|mapping|object", lambda: Choice(({}, {"key": "value"}), ())),
    (r"\blist\b|array|sequence|iterable", lambda: Choice(([], ["text"], [1]), ())),
    (r"\bbool", lambda: Choice((True, False), ())),
    (r"\bstr\b|string", lambda: _make_pattern_node(r"^[a-z]{4,9}$")),
    (
        r"lower|a-z|identifier|slug|character|alphanumeric|name",
        lambda: _make_pattern_node(r"^[a-z]{4,12}$"),
    ),
    (r"upper|A-Z", lambda: _make_pattern_node(r"^[A-Z]{3,8}$")),
)
"""What words of a message stand for, the most telling first."""


def find_hint(location: FaultLocation, attempt: int) -> Node | None:
    """What to draw at *place* instead at this *attempt*, if the words of its fault say: other keys, another length,
    another value; now and then nothing at all, where that may stand there.
    """
    node = unwrap_node(location.node)
    if attempt % EMPTY_INTERVAL == 4:
        nothing = make_empty_node(location.node)
        if nothing is not None:
            return nothing
    match node:
        case Dictionary() | Record():
            return add_missing_keys(location, node) or (
                _find_item_hint(location, node, attempt) if isinstance(node, Dictionary) else None
            )
        case Array():
            return resize_array(location.message, node) or _find_item_hint(location, node, attempt)
        case Tuple():
            return None
        case _:
            return find_value_hint(location.fault, location.value, node, attempt)


def make_empty_node(node: Node) -> Node | None:
    """None where that may stand, or the list or mapping *node* without items; None when *node* is neither."""
    if isinstance(node, Nullable):
        return Constant(None, None)
    inner = unwrap_node(node)
    return replace(inner, low=0, high=0) if isinstance(inner, Array | Dictionary) else None


def _find_item_hint(location: FaultLocation, node: Array | Dictionary, attempt: int) -> Node | None:
    """The list or mapping *node* whose items or values are what the words may mean."""
    inner = unwrap_node(node.item if isinstance(node, Array) else node.value)
    hint = (
        None
        if isinstance(inner, Record | Array | Dictionary | Tuple | OneOf)
        else find_value_hint(location.fault, None, inner, attempt)
    )
    if hint is None:
        return None
    return replace(node, item=hint) if isinstance(node, Array) else replace(node, value=hint)


def find_value_hint(fault: Fault, refused_value: Any, node: Node, attempt: int) -> Node | None:
    """A node of values that the words of *fault*, which refused the value *given* where *node* was drawn, may mean: another
    of its ideas at each *attempt*; None for no idea.
    """
    found = list(list_candidate_nodes(fault.message, fault.context, refused_value, node))
    return (
        found[(attempt - attempt // 5 - 1) % len(found)] if found else None
    )  # each fifth time none of them is drawn


def list_candidate_nodes(
    message: str, context: Mapping[str, Any], refused_value: Any, node: Node
) -> Iterator[Node]:
    """What *words* may mean, each idea a node."""
    stepped = _apply_multiple(message, node)
    if stepped is not None:
        yield stepped
        return
    if isinstance(node, Choice) and not all(isinstance(option, str) for option in node.options):
        yield from _list_matching_options(node, find_candidate_values(message, refused_value))
        return
    if isinstance(context.get("pattern"), str):
        yield from _list_pattern_nodes(context["pattern"])
        return
    numeric = isinstance(node, NUMERIC_NODES) or (
        isinstance(refused_value, float | int | Decimal) and not isinstance(refused_value, bool)
    )
    kept = tuple(add_affixes(message, refused_value)) if isinstance(refused_value, str) else ()
    if kept:
        yield Choice(kept, kept)
    values = tuple(
        _convert_candidates(find_candidate_values(message, refused_value), numeric, refused_value)
    )
    if values:
        yield Choice(values, values)
    if numeric:
        near = tuple(
            close for value in values for close in (value - 1, value + 1, value // 2, value * 2)
        )
        yield from [Choice(near, near)] if near else []
        yield node  # a bound is seldom all that a rule is about: another number as planned
        return
    idioms = [
        make() for telling, make in MESSAGE_FORMATS if re.search(telling, message, re.IGNORECASE)
    ][:3]
    yield from idioms[:1]
    yield from _list_validator_nodes(context.get("error"))
    if values:
        yield Choice(values, values)
    yield from idioms[1:]
    yield from idioms[:1]
    yield _make_pattern_node(r"^[a-z]{4,9}$")


def _apply_multiple(message: str, node: Node) -> Node | None:
    """The whole number *node* in steps of what *words* want it to be a multiple of; None for no such words."""
    asked = MULTIPLE_PATTERN.search(message)
    step = int(asked[1]) if asked else 0
    if not isinstance(node, Integer) or not step or node.step != 1:
        return None
    low = -(-node.low // step) * step
    return Integer(low, node.high, step) if low <= node.high else None


def _list_validator_nodes(error: Any) -> Iterator[Node]:
    """The words that the code which raised *error* knows, and its patterns."""
    known = find_validator_literals(error)
    words = tuple(known.words)
    if words:
        yield Choice(words, words)
    for pattern in list(known.patterns)[:2]:
        yield from _list_pattern_nodes(pattern)


def _list_matching_options(node: Choice, texts: list[str]) -> Iterator[Node]:
    """Those options of an enum that are among the words *found*."""
    told = tuple(
        option
        for option in node.options
        if {str(option), str(getattr(option, "value", option))} & set(texts)
    )
    if told:
        yield Choice(told, told)


def resize_array(message: str, node: Array) -> Node | None:
    """The list *node* with as many items as *words* ask for, and in order where they speak of one; None for neither."""
    asked = re.search(
        r"(?:exactly|at least|length|of size)\D{0,12}(\d{1,3})|(\d{1,3}) (?:values|items|elements|numbers)",
        message,
    )
    count = int(asked[1] or asked[2]) if asked else None
    build = (
        _sort_items
        if re.search(r"less than|ascending|sorted|order|before|increasing", message)
        else node.build
    )
    if count is None and build is node.build:
        return None
    low, high = (node.low, node.high) if count is None else (count, count)
    return Array(node.item, low, high, build, node.is_distinct)


def _sort_items(items: list[Any]) -> list[Any]:
    try:
        return sorted(items)
    except TypeError:
        return items


def find_candidate_values(message: str, refused_value: Any = None) -> list[str]:
    """The values that *words* name, without the one that was *given*."""
    found: dict[str, None] = {}
    echo = to_message_text(refused_value).casefold()
    for piece in _split_message(message):
        plain = re.sub(
            r"^(?:e\.g\.|i\.e\.|either|one of|expected)[, ]*", "", piece.strip(TRIM_CHARACTERS)
        ).strip(TRIM_CHARACTERS)
        if plain and len(plain) <= 120 and not _is_echo(plain.casefold(), echo):
            found[plain] = None
    return list(found)[:MAX_CANDIDATES]


def _is_echo(text: str, refused_text: str) -> bool:
    return text == refused_text or (len(text) > MAX_IGNORED_LENGTH and text in refused_text)


def _split_message(message: str) -> Iterator[str]:
    for match in (*EXPECTATION_PATTERN.finditer(message), *LIST_PATTERN.finditer(message)):
        if not QUOTED_PATTERN.search(match[1]):  # what is quoted in a list is no more than that
            yield from SEPARATOR_PATTERN.split(match[1])
    for match in QUOTED_PATTERN.finditer(message):
        yield match[1] or match[2] or match[3]
    yield from NUMBER_PATTERN.findall(message)


def _convert_candidates(texts: list[str], is_numeric: bool, refused_value: Any) -> Iterator[Any]:
    """Each of *found* as a value that may be tried where *given* was refused: numbers for what is *numeric*, texts for a
    text, and both where the type is not known.
    """
    for text in texts:
        number = _parse_number(text)
        if number is not None and not isinstance(refused_value, str):
            yield number
        if not is_numeric:
            yield text


def _parse_number(text: str) -> int | float | None:
    try:
        return (
            int(text)
            if re.fullmatch(r"-?\d+", text)
            else float(text)
            if re.fullmatch(r"-?\d+\.\d+", text)
            else None
        )
    except ValueError:
        return None


def _list_pattern_nodes(pattern: str) -> list[Node]:
    try:
        return [_make_pattern_node(pattern)]
    except PatternError:
        return []
