"""Reads a regular expression, in Python's or in Rust's spelling, into a small tree of what may stand where.

The standard library's own parser does the reading; what Rust's regex crate (Pydantic's engine) spells differently is
respelled first.
"""

import dataclasses
import importlib
import re
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Any, Literal, TypeAlias

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.providers.regex.character_classes import (
    ANY_CHAR,
    ASCII_CHARS,
    CharClass,
    PatternError,
    add_both_cases,
    parse_char_class,
    pick_likely_chars,
)
from pytest_fixturegen.providers.regex.rust_syntax import translate_syntax


@dataclass(frozen=True, slots=True)
class Concatenation:
    items: "tuple[Syntax, ...]"


@dataclass(frozen=True, slots=True)
class Alternation:
    branches: "tuple[Syntax, ...]"


@dataclass(frozen=True, slots=True)
class Repetition:
    """*item*, at least *low* and at most *high* times; None is without end."""

    item: "Syntax"
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class CaptureGroup:
    group_number: int
    item: "Syntax"


@dataclass(frozen=True, slots=True)
class Backreference:
    """What the group *number* captured, once more; *item* is what the group may hold."""

    group_number: int
    item: "Syntax"


@dataclass(frozen=True, slots=True)
class GroupConditional:
    """*yes* if the group *number* took part, else *no*."""

    group_number: int
    yes: "Syntax"
    no: "Syntax"


@dataclass(frozen=True, slots=True)
class Assertion:
    """A condition on a place: an anchor, the ``edge`` or the ``inside`` of a word, or one that only ``re`` can tell."""

    kind: Literal["start", "end", "edge", "inside", "other"]


@dataclass(frozen=True, slots=True)
class Lookaround:
    """What must (*wanted*) or must not stand ahead of, or behind, a place."""

    item: "Syntax"
    is_ahead: bool
    is_positive: bool


Syntax: TypeAlias = (
    CharClass
    | Concatenation
    | Alternation
    | Repetition
    | CaptureGroup
    | Backreference
    | GroupConditional
    | Assertion
    | Lookaround
)

EMPTY_SYNTAX = Concatenation(())
UNBOUNDED_LENGTH = 1 << 20  # stands for a length without end


def parse_pattern(source: str, flags: int) -> tuple[Syntax, str, int]:
    """The tree of *source*, with its spelling and flags for Python's ``re``.

    Raises PatternError when it cannot be parsed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # a nested set or a stray flag is the pattern author's business
        try:
            text, inline = translate_syntax(source)
            flags |= inline
            parsed = _load_regex_parser().parse(text, flags)
        except (re.error, OverflowError, RecursionError) as error:
            raise PatternError(f"The pattern {source!r} cannot be read: {error}.") from error
    keeps = re.search(r"\\[1-9]|\(\?P=|\(\?\(", text) is not None
    reader = _SyntaxReader(ignore_case=bool(parsed.state.flags & re.IGNORECASE), keeps_groups=keeps)
    return reader.read_series(parsed), text, flags


def _load_regex_parser() -> Any:
    """The parser behind ``re``: private, but unchanged in shape since Python 3.8."""
    return importlib.import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")


@dataclasses.dataclass(slots=True)
class _SyntaxReader:
    """Turns parsed operations into syntax; remembers the groups met so far."""

    ignore_case: bool
    keeps_groups: bool
    groups: dict[int, Syntax] = field(default_factory=dict)

    def read_series(self, parsed: Any) -> Syntax:
        items: list[Syntax] = []
        for operation, argument in parsed:
            item = self.read_item(operation.name, argument)
            if (
                items
                and isinstance(item, CharClass)
                and (both := _merge_lookahead(items[-1], item))
            ):
                items[-1] = both
            elif item != EMPTY_SYNTAX:
                items += item.items if isinstance(item, Concatenation) else (item,)
        return items[0] if len(items) == 1 else Concatenation(tuple(items))

    def read_item(self, name: str, argument: Any) -> Syntax:
        match name:
            case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN":
                return self.read_chars(name, argument)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self.read_repeat(name, *argument)
            case "BRANCH":
                return Alternation(tuple(map(self.read_series, argument[1])))
            case "SUBPATTERN" | "ATOMIC_GROUP" | "GROUPREF" | "GROUPREF_EXISTS":
                return self.read_group(name, argument)
            case "AT":
                return _parse_anchor(argument.name)
            case "ASSERT" | "ASSERT_NOT":
                return Lookaround(self.read_series(argument[1]), argument[0] > 0, name == "ASSERT")
            case _:
                return Assertion("other")

    def read_chars(self, name: str, argument: Any) -> CharClass:
        if name == "LITERAL":
            return CharClass(
                chr(argument),
                add_both_cases({chr(argument)}) if self.ignore_case else frozenset(chr(argument)),
            )
        if name == "ANY":
            return ANY_CHAR
        if name == "NOT_LITERAL":
            return parse_char_class((("NEGATE", None), ("LITERAL", argument)), self.ignore_case)
        return parse_char_class(
            tuple((op.name, getattr(arg, "name", arg)) for op, arg in argument), self.ignore_case
        )

    def read_repeat(self, name: str, low: int, high: Any, parsed: Any) -> Syntax:
        top = None if high == _load_regex_parser().MAXREPEAT else int(high)
        repeat = _flatten_repetition(Repetition(self.read_series(parsed), low, top))
        return (
            Concatenation((repeat, Assertion("other"))) if name == "POSSESSIVE_REPEAT" else repeat
        )

    def read_group(self, name: str, argument: Any) -> Syntax:
        if name == "GROUPREF":
            return Backreference(argument, self.groups[argument])
        if name == "GROUPREF_EXISTS":
            number, yes, no = argument
            return GroupConditional(number, self.read_series(yes), self.read_series(no or ()))
        if name == "ATOMIC_GROUP":
            return Concatenation((self.read_series(argument), Assertion("other")))
        number, added, removed, parsed = argument
        before = self.ignore_case
        self.ignore_case = bool(added & re.IGNORECASE or (before and not removed & re.IGNORECASE))
        item = self.read_series(parsed)
        self.ignore_case = before
        if number is None or not self.keeps_groups:
            return item
        self.groups[number] = item
        return CaptureGroup(number, item)


def _parse_anchor(name: str) -> Assertion:
    if name.startswith("AT_BEGINNING"):
        return Assertion("start")
    if name.startswith("AT_END"):
        return Assertion("end")
    return Assertion("inside" if name == "AT_NON_BOUNDARY" else "edge")


def _merge_lookahead(preceding: Syntax, item: CharClass) -> CharClass | None:
    """*item* without what a look-ahead of one character just before it forbids."""
    if not (
        isinstance(preceding, Lookaround)
        and preceding.is_ahead
        and isinstance(preceding.item, CharClass)
    ):
        return None
    allowed = (
        item.allowed & preceding.item.allowed
        if preceding.is_positive
        else item.allowed - preceding.item.allowed
    )
    if not allowed or not item.allowed <= ASCII_CHARS or not preceding.item.allowed <= ASCII_CHARS:
        return None
    return CharClass(
        "".join(filter(allowed.__contains__, item.drawable)) or pick_likely_chars(allowed), allowed
    )


def _flatten_repetition(outer: Repetition) -> Repetition:
    """One repetition for two, where the text is the same: ``(a+)*`` is ``a*``, ``(a?){3}`` is ``a{0,3}``."""
    inner = outer.item
    if isinstance(inner, Repetition) and inner.low <= 1 and inner.high in (None, 1):
        return Repetition(
            inner.item, inner.low * outer.low, None if inner.high is None else outer.high
        )
    return outer


def walk_syntax(node: Syntax, *, with_lookarounds: bool = False) -> Iterator[Syntax]:
    """*node* and all that is in it; what a look-around holds only if *looks*."""
    yield node
    match node:
        case Concatenation(nodes) | Alternation(nodes):
            inner: Sequence[Syntax] = nodes
        case Repetition(item) | CaptureGroup(item=item) | Backreference(item=item):
            inner = (item,)
        case GroupConditional(_, yes, no):
            inner = (yes, no)
        case Lookaround(item) if with_lookarounds:
            inner = (item,)
        case _:
            inner = ()
    for item in inner:
        yield from walk_syntax(item, with_lookarounds=with_lookarounds)


def find_length_range(node: Syntax) -> tuple[int, int]:
    """The shortest and the longest text of *node*."""
    match node:
        case CharClass():
            return 1, 1
        case Concatenation(items):
            spans = [find_length_range(item) for item in items]
            return sum(low for low, _ in spans), sum(high for _, high in spans)
        case Alternation(nodes):
            spans = [find_length_range(item) for item in nodes]
            return min(low for low, _ in spans), max(high for _, high in spans)
        case Repetition(item, least, most):
            shortest, longest = find_length_range(item)
            return shortest * least, longest * (UNBOUNDED_LENGTH if most is None else most)
        case CaptureGroup(_, item) | Backreference(_, item):
            return find_length_range(item)
        case GroupConditional(_, yes, no):
            return find_length_range(Alternation((yes, no)))
        case _:
            return 0, 0


def estimate_draws(node: Syntax) -> int:
    """How many draws the shortest text takes at most: what is refused before it costs time."""
    match node:
        case Concatenation(nodes):
            return sum(map(estimate_draws, nodes))
        case Alternation(nodes):
            return max(map(estimate_draws, nodes))
        case Repetition(item, low, _):
            return low * max(1, estimate_draws(item))
        case CaptureGroup(_, item):
            return estimate_draws(item)
        case _:
            return 1


def bound_repetitions(node: Syntax, extra_length: int) -> Syntax:
    """*node* with an end to each repetition: a modest one, further by what *need* characters take."""
    match node:
        case Concatenation(items):
            return Concatenation(tuple(bound_repetitions(item, extra_length) for item in items))
        case Alternation(branches):
            return Alternation(
                tuple(bound_repetitions(branch, extra_length) for branch in branches)
            )
        case Repetition(item, low, high):
            return _bound_repetition(
                Repetition(bound_repetitions(item, extra_length), low, high), extra_length
            )
        case CaptureGroup(number, item):
            return CaptureGroup(number, bound_repetitions(item, extra_length))
        case Backreference(number, item):
            return Backreference(number, bound_repetitions(item, extra_length))
        case GroupConditional(number, yes, no):
            return GroupConditional(
                number, bound_repetitions(yes, extra_length), bound_repetitions(no, extra_length)
            )
        case _:
            return node


def _bound_repetition(node: Repetition, extra_length: int) -> Repetition:
    shortest, longest = find_length_range(node.item)
    if not longest:
        return Repetition(node.item, min(node.low, 1), min(node.low, 1))
    endless = 7 if node.low else 8
    usual = 63 if node.high is not None and node.low <= 64 else endless
    top = node.low + min(usual, max(1, 64 // longest)) + extra_length // max(1, shortest)
    return Repetition(node.item, node.low, top if node.high is None else min(node.high, top))
