"""Parse a regular expression, in the syntax of Python or of Rust, into a small tree.

The parser is that of the standard library. Syntax that only Rust's regex crate (the engine of
Pydantic) has is translated first.
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
    """All of *items*, one after another."""

    items: "tuple[Syntax, ...]"


@dataclass(frozen=True, slots=True)
class Alternation:
    """One of *branches*."""

    branches: "tuple[Syntax, ...]"


@dataclass(frozen=True, slots=True)
class Repetition:
    """*item*, at least *low* and at most *high* times; None means without an upper bound."""

    item: "Syntax"
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class CaptureGroup:
    """*item*, whose text a back-reference may repeat."""

    group_number: int
    item: "Syntax"


@dataclass(frozen=True, slots=True)
class Backreference:
    """The text of the group *group_number*, once more; *item* is the syntax of that group."""

    group_number: int
    item: "Syntax"


@dataclass(frozen=True, slots=True)
class GroupConditional:
    """*yes* if the group *group_number* took part in the match, else *no*."""

    group_number: int
    yes: "Syntax"
    no: "Syntax"


@dataclass(frozen=True, slots=True)
class Assertion:
    """A condition on a position.

    It is an anchor, the ``edge`` or the ``inside`` of a word, or one that only ``re`` can check.
    """

    kind: Literal["start", "end", "edge", "inside", "other"]


@dataclass(frozen=True, slots=True)
class Lookaround:
    """*item* must (*is_positive*), or must not, match ahead of or behind a position."""

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

UNBOUNDED_LENGTH = 1 << 20
"""Used as the length of a text without an upper bound."""


def parse_pattern(source: str, flags: int) -> tuple[Syntax, str, int]:
    """Return the tree of *source*, and its spelling and flags for Python's ``re``.

    Raise PatternError if it cannot be parsed.
    """
    with warnings.catch_warnings():
        # A nested set or a stray flag is the business of the pattern's author.
        warnings.simplefilter("ignore")
        try:
            text, inline_flags = translate_syntax(source)
            flags |= inline_flags
            parsed = load_regex_parser().parse(text, flags)
        except (re.error, OverflowError, RecursionError) as error:
            raise PatternError(f"The pattern {source!r:.200} cannot be read: {error}.") from error
    has_references = re.search(r"\\[1-9]|\(\?P=|\(\?\(", text) is not None
    ignore_case = bool(parsed.state.flags & re.IGNORECASE)
    reader = _SyntaxReader(ignore_case=ignore_case, keeps_groups=has_references)
    return reader.read_series(parsed), text, flags


def load_regex_parser() -> Any:
    """Return the parser behind ``re``: private, but its output is unchanged since Python 3.8."""
    return importlib.import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")


@dataclasses.dataclass(slots=True)
class _SyntaxReader:
    """Turn parsed operations into syntax, and remember the groups so far."""

    ignore_case: bool
    keeps_groups: bool
    groups: dict[int, Syntax] = field(default_factory=dict)

    def read_series(self, parsed: Any) -> Syntax:
        """Return the syntax of a sequence of operations."""
        items: list[Syntax] = []
        for operation, argument in parsed:
            item = self.read_item(operation.name, argument)
            preceding = items[-1] if items else EMPTY_SYNTAX
            merged = _merge_lookahead(preceding, item)
            if merged is not None:
                items[-1] = merged
            elif isinstance(item, Concatenation):
                items += item.items
            else:
                items.append(item)
        return items[0] if len(items) == 1 else Concatenation(tuple(items))

    def read_item(
        self,
        name: str,
        argument: Any,
    ) -> Syntax:
        """Return the syntax of the operation *name*."""
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
                direction, item = argument
                return Lookaround(
                    self.read_series(item),
                    direction > 0,
                    name == "ASSERT",
                )
            case _:
                return Assertion("other")

    def read_chars(
        self,
        name: str,
        argument: Any,
    ) -> CharClass:
        """Return the class of one character.

        *argument* is a code point, the list of a bracketed class, or None for a dot.
        """
        if name == "LITERAL":
            allowed = frozenset(chr(argument))
            if self.ignore_case:
                allowed = add_both_cases(allowed)
            return CharClass(chr(argument), allowed)
        if name == "ANY":
            return ANY_CHAR
        if name == "NOT_LITERAL":
            negated_items = (("NEGATE", None), ("LITERAL", argument))
            return parse_char_class(negated_items, self.ignore_case)
        items = tuple(
            (operation.name, getattr(value, "name", value)) for operation, value in argument
        )
        return parse_char_class(items, self.ignore_case)

    def read_repeat(
        self,
        name: str,
        low: int,
        high: Any,
        parsed: Any,
    ) -> Syntax:
        """Return a repetition; a possessive one needs a check by ``re``."""
        is_unbounded = high == load_regex_parser().MAXREPEAT
        top = None if is_unbounded else int(high)
        item = self.read_series(parsed)
        repetition = _flatten_repetition(Repetition(item, low, top))
        if name == "POSSESSIVE_REPEAT":
            return Concatenation((repetition, Assertion("other")))
        return repetition

    def read_group(
        self,
        name: str,
        argument: Any,
    ) -> Syntax:
        """Return a group, or a reference to one."""
        if name == "GROUPREF":
            return Backreference(argument, self.groups[argument])
        if name == "GROUPREF_EXISTS":
            number, yes, no = argument
            return GroupConditional(
                number,
                self.read_series(yes),
                self.read_series(no or ()),
            )
        if name == "ATOMIC_GROUP":
            return Concatenation((self.read_series(argument), Assertion("other")))
        number, added_flags, removed_flags, parsed = argument
        item = self.read_with_flags(parsed, added_flags, removed_flags)
        if number is None or not self.keeps_groups:
            return item
        self.groups[number] = item
        return CaptureGroup(number, item)

    def read_with_flags(
        self,
        parsed: Any,
        added_flags: int,
        removed_flags: int,
    ) -> Syntax:
        """Return the syntax of *parsed*, for which ``(?flags-flags:...)`` changes the flags."""
        before = self.ignore_case
        if removed_flags & re.IGNORECASE:
            self.ignore_case = False
        if added_flags & re.IGNORECASE:
            self.ignore_case = True
        item = self.read_series(parsed)
        self.ignore_case = before
        return item


def _parse_anchor(name: str) -> Assertion:
    """Return the assertion for an anchor *name* of the parser of ``re``, such as AT_END_STRING."""
    if name.startswith("AT_BEGINNING"):
        return Assertion("start")
    if name.startswith("AT_END"):
        return Assertion("end")
    if name == "AT_NON_BOUNDARY":
        return Assertion("inside")
    return Assertion("edge")


def _merge_lookahead(preceding: Syntax, item: Syntax) -> CharClass | None:
    """Return *item* without the characters that *preceding* forbids.

    Return None if *preceding* is not a look-ahead of one character, or the two cannot be merged.
    """
    if not isinstance(item, CharClass):
        return None
    match preceding:
        case Lookaround(CharClass(_, ahead), is_ahead=True, is_positive=is_positive):
            allowed = item.allowed & ahead if is_positive else item.allowed - ahead
        case _:
            return None
    is_ascii = item.allowed | ahead <= ASCII_CHARS
    if not allowed or not is_ascii:
        return None
    drawable = "".join(filter(allowed.__contains__, item.drawable))
    return CharClass(drawable or pick_likely_chars(allowed), allowed)


def _flatten_repetition(outer: Repetition) -> Repetition:
    """Return one repetition for two that match the same texts.

    ``(a+)*`` is ``a*``, and ``(a?){3}`` is ``a{0,3}``.
    """
    inner = outer.item
    if not isinstance(inner, Repetition):
        return outer
    has_no_gaps = inner.low <= 1 and inner.high in (None, 1)
    if not has_no_gaps:
        return outer
    high = None if inner.high is None else outer.high
    return Repetition(
        inner.item,
        inner.low * outer.low,
        high,
    )


def walk_syntax(node: Syntax, *, with_lookarounds: bool = False) -> Iterator[Syntax]:
    """Yield *node* and its descendants; those of a look-around only if *with_lookarounds*."""
    yield node
    match node:
        case Concatenation(nodes) | Alternation(nodes):
            children: Sequence[Syntax] = nodes
        case Repetition(item) | CaptureGroup(item=item) | Backreference(item=item):
            children = (item,)
        case GroupConditional(_, yes, no):
            children = (yes, no)
        case Lookaround(item) if with_lookarounds:
            children = (item,)
        case _:
            children = ()
    for child in children:
        yield from walk_syntax(child, with_lookarounds=with_lookarounds)


def find_length_range(node: Syntax) -> tuple[int, int]:
    """Return the lengths of the shortest and of the longest text of *node*, in characters.

    An unbounded repetition counts as ``UNBOUNDED_LENGTH`` turns. Assertions have no length.
    """
    match node:
        case CharClass():
            return 1, 1
        case Concatenation(items):
            shortest_lengths, longest_lengths = _list_length_ranges(items)
            return sum(shortest_lengths), sum(longest_lengths)
        case Alternation(branches):
            shortest_lengths, longest_lengths = _list_length_ranges(branches)
            return min(shortest_lengths), max(longest_lengths)
        case Repetition(item, low, high):
            shortest, longest = find_length_range(item)
            most_turns = UNBOUNDED_LENGTH if high is None else high
            return shortest * low, longest * most_turns
        case CaptureGroup(_, item) | Backreference(_, item):
            return find_length_range(item)
        case GroupConditional(_, yes, no):
            return find_length_range(Alternation((yes, no)))
        case _:
            return 0, 0


def _list_length_ranges(nodes: Sequence[Syntax]) -> tuple[list[int], list[int]]:
    """Return the shortest length of each of *nodes*, and the longest of each, in their order."""
    spans = [find_length_range(node) for node in nodes]
    shortest_lengths = [shortest for shortest, _ in spans]
    longest_lengths = [longest for _, longest in spans]
    return shortest_lengths, longest_lengths


def estimate_draws(node: Syntax) -> int:
    """Return an upper bound of the draws that the shortest text takes.

    A pattern that takes too many is refused before it costs time.
    """
    match node:
        case Concatenation(items):
            return sum(map(estimate_draws, items))
        case Alternation(branches):
            return max(map(estimate_draws, branches))
        case Repetition(item, low, _):
            return low * max(1, estimate_draws(item))
        case CaptureGroup(_, item):
            return estimate_draws(item)
        case _:
            return 1


def bound_repetitions(node: Syntax, extra_length: int) -> Syntax:
    """Return *node* with a modest upper bound for each repetition.

    *extra_length* raises the bounds by as many turns as so many more characters need.
    """

    def bound(inner: Syntax) -> Syntax:
        return bound_repetitions(inner, extra_length)

    match node:
        case Concatenation(items):
            return Concatenation(tuple(map(bound, items)))
        case Alternation(branches):
            return Alternation(tuple(map(bound, branches)))
        case Repetition(item, low, high):
            return _bound_repetition(
                Repetition(bound(item), low, high),
                extra_length,
            )
        case CaptureGroup(number, item):
            return CaptureGroup(number, bound(item))
        case Backreference(number, item):
            return Backreference(number, bound(item))
        case GroupConditional(number, yes, no):
            return GroupConditional(
                number,
                bound(yes),
                bound(no),
            )
        case _:
            return node


def _bound_repetition(node: Repetition, extra_length: int) -> Repetition:
    """Return *node* with an upper bound: its own, or the usual number of turns if that is less.

    An item that is always empty gets one turn at most, because more change nothing.
    """
    shortest, longest = find_length_range(node.item)
    if not longest:  # an empty item: more turns change nothing
        turns = min(node.low, 1)
        return Repetition(node.item, turns, turns)
    usual_turns = min(_count_usual_turns(node), max(1, 64 // longest))
    extra_turns = extra_length // max(1, shortest)
    top = node.low + usual_turns + extra_turns
    if node.high is not None:
        top = min(node.high, top)
    return Repetition(node.item, node.low, top)


def _count_usual_turns(node: Repetition) -> int:
    """Return how many turns beyond its lower bound a repetition usually gets at most."""
    if node.high is not None and node.low <= 64:
        return 63
    return 7 if node.low else 8
