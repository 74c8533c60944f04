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

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.providers.pattern_classes import ANY, ASCII, Chars, PatternError, believable, read_class, with_both_cases
from pytest_fixturegen.providers.pattern_spelling import respell


@dataclass(frozen=True, slots=True)
class Series:
    items: "tuple[Syntax, ...]"


@dataclass(frozen=True, slots=True)
class Choice:
    branches: "tuple[Syntax, ...]"


@dataclass(frozen=True, slots=True)
class Repeat:
    """*item*, at least *low* and at most *high* times; None is without end."""

    item: "Syntax"
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Capture:
    number: int
    item: "Syntax"


@dataclass(frozen=True, slots=True)
class Recall:
    """What the group *number* captured, once more; *item* is what the group may hold."""

    number: int
    item: "Syntax"


@dataclass(frozen=True, slots=True)
class Given:
    """*yes* if the group *number* took part, else *no*."""

    number: int
    yes: "Syntax"
    no: "Syntax"


@dataclass(frozen=True, slots=True)
class Mark:
    """A condition on a place: an anchor, the ``edge`` or the ``inside`` of a word, or one that only ``re`` can tell."""

    kind: Literal["start", "end", "edge", "inside", "other"]


@dataclass(frozen=True, slots=True)
class Look:
    """What must (*wanted*) or must not stand ahead of, or behind, a place."""

    item: "Syntax"
    ahead: bool
    wanted: bool


Syntax: TypeAlias = Chars | Series | Choice | Repeat | Capture | Recall | Given | Mark | Look

EMPTY = Series(())
ENDLESS = 1 << 20  # stands for a length without end


def read_pattern(source: str, flags: int) -> tuple[Syntax, str, int]:
    """The tree of *source*, with its spelling and flags for Python's ``re``.

    Raises PatternError when it cannot be parsed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a nested set or a stray flag is the pattern author's business
        try:
            text, inline = respell(source)
            flags |= inline
            parsed = _parser().parse(text, flags)
        except (re.error, OverflowError, RecursionError) as error:
            raise PatternError(f"The pattern {source!r} cannot be read: {error}.") from error
    keeps = re.search(r"\\[1-9]|\(\?P=|\(\?\(", text) is not None
    reader = _Reader(ignore_case=bool(parsed.state.flags & re.IGNORECASE), keeps_groups=keeps)
    return reader.series(parsed), text, flags


def _parser() -> Any:
    """The parser behind ``re``: private, but unchanged in shape since Python 3.8."""
    return importlib.import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")


@dataclasses.dataclass(slots=True)
class _Reader:
    """Turns parsed operations into syntax; remembers the groups met so far."""

    ignore_case: bool
    keeps_groups: bool
    groups: dict[int, Syntax] = field(default_factory=dict)

    def series(self, parsed: Any) -> Syntax:
        items: list[Syntax] = []
        for operation, argument in parsed:
            item = self.item(operation.name, argument)
            if items and isinstance(item, Chars) and (both := _folded(items[-1], item)):
                items[-1] = both
            elif item != EMPTY:
                items += item.items if isinstance(item, Series) else (item,)
        return items[0] if len(items) == 1 else Series(tuple(items))

    def item(self, name: str, argument: Any) -> Syntax:
        match name:
            case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN":
                return self.chars(name, argument)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self.repeat(name, *argument)
            case "BRANCH":
                return Choice(tuple(map(self.series, argument[1])))
            case "SUBPATTERN" | "ATOMIC_GROUP" | "GROUPREF" | "GROUPREF_EXISTS":
                return self.group(name, argument)
            case "AT":
                return _anchor(argument.name)
            case "ASSERT" | "ASSERT_NOT":
                return Look(self.series(argument[1]), argument[0] > 0, name == "ASSERT")
            case _:
                return Mark("other")

    def chars(self, name: str, argument: Any) -> Chars:
        if name == "LITERAL":
            return Chars(chr(argument), with_both_cases({chr(argument)}) if self.ignore_case else frozenset(chr(argument)))
        if name == "ANY":
            return ANY
        if name == "NOT_LITERAL":
            return read_class((("NEGATE", None), ("LITERAL", argument)), self.ignore_case)
        return read_class(tuple((op.name, getattr(arg, "name", arg)) for op, arg in argument), self.ignore_case)

    def repeat(self, name: str, low: int, high: Any, parsed: Any) -> Syntax:
        top = None if high == _parser().MAXREPEAT else int(high)
        repeat = _flattened(Repeat(self.series(parsed), low, top))
        return Series((repeat, Mark("other"))) if name == "POSSESSIVE_REPEAT" else repeat

    def group(self, name: str, argument: Any) -> Syntax:
        if name == "GROUPREF":
            return Recall(argument, self.groups[argument])
        if name == "GROUPREF_EXISTS":
            number, yes, no = argument
            return Given(number, self.series(yes), self.series(no or ()))
        if name == "ATOMIC_GROUP":
            return Series((self.series(argument), Mark("other")))
        number, added, removed, parsed = argument
        before = self.ignore_case
        self.ignore_case = bool(added & re.IGNORECASE or (before and not removed & re.IGNORECASE))
        item = self.series(parsed)
        self.ignore_case = before
        if number is None or not self.keeps_groups:
            return item
        self.groups[number] = item
        return Capture(number, item)


def _anchor(name: str) -> Mark:
    if name.startswith("AT_BEGINNING"):
        return Mark("start")
    if name.startswith("AT_END"):
        return Mark("end")
    return Mark("inside" if name == "AT_NON_BOUNDARY" else "edge")


def _folded(look: Syntax, item: Chars) -> Chars | None:
    """*item* without what a look-ahead of one character just before it forbids."""
    if not (isinstance(look, Look) and look.ahead and isinstance(look.item, Chars)):
        return None
    allowed = item.allowed & look.item.allowed if look.wanted else item.allowed - look.item.allowed
    if not allowed or not item.allowed <= ASCII or not look.item.allowed <= ASCII:
        return None
    return Chars("".join(filter(allowed.__contains__, item.members)) or believable(allowed), allowed)


def _flattened(outer: Repeat) -> Repeat:
    """One repetition for two, where the text is the same: ``(a+)*`` is ``a*``, ``(a?){3}`` is ``a{0,3}``."""
    inner = outer.item
    if isinstance(inner, Repeat) and inner.low <= 1 and inner.high in (None, 1):
        return Repeat(inner.item, inner.low * outer.low, None if inner.high is None else outer.high)
    return outer


def walk(node: Syntax, *, looks: bool = False) -> Iterator[Syntax]:
    """*node* and all that is in it; what a look-around holds only if *looks*."""
    yield node
    match node:
        case Series(nodes) | Choice(nodes):
            inner: Sequence[Syntax] = nodes
        case Repeat(item) | Capture(item=item) | Recall(item=item):
            inner = (item,)
        case Given(_, yes, no):
            inner = (yes, no)
        case Look(item) if looks:
            inner = (item,)
        case _:
            inner = ()
    for item in inner:
        yield from walk(item, looks=looks)


def span(node: Syntax) -> tuple[int, int]:
    """The shortest and the longest text of *node*."""
    match node:
        case Chars():
            return 1, 1
        case Series(items):
            spans = [span(item) for item in items]
            return sum(low for low, _ in spans), sum(high for _, high in spans)
        case Choice(nodes):
            spans = [span(item) for item in nodes]
            return min(low for low, _ in spans), max(high for _, high in spans)
        case Repeat(item, least, most):
            shortest, longest = span(item)
            return shortest * least, longest * (ENDLESS if most is None else most)
        case Capture(_, item) | Recall(_, item):
            return span(item)
        case Given(_, yes, no):
            return span(Choice((yes, no)))
        case _:
            return 0, 0


def effort(node: Syntax) -> int:
    """How many draws the shortest text takes at most: what is refused before it costs time."""
    match node:
        case Series(nodes):
            return sum(map(effort, nodes))
        case Choice(nodes):
            return max(map(effort, nodes))
        case Repeat(item, low, _):
            return low * max(1, effort(item))
        case Capture(_, item):
            return effort(item)
        case _:
            return 1


def bounded(node: Syntax, need: int) -> Syntax:
    """*node* with an end to each repetition: a modest one, further by what *need* characters take."""
    match node:
        case Series(items):
            return Series(tuple(bounded(item, need) for item in items))
        case Choice(branches):
            return Choice(tuple(bounded(branch, need) for branch in branches))
        case Repeat(item, low, high):
            return _bounded_repeat(Repeat(bounded(item, need), low, high), need)
        case Capture(number, item):
            return Capture(number, bounded(item, need))
        case Recall(number, item):
            return Recall(number, bounded(item, need))
        case Given(number, yes, no):
            return Given(number, bounded(yes, need), bounded(no, need))
        case _:
            return node


def _bounded_repeat(node: Repeat, need: int) -> Repeat:
    shortest, longest = span(node.item)
    if not longest:
        return Repeat(node.item, min(node.low, 1), min(node.low, 1))
    endless = 7 if node.low else 8
    usual = 63 if node.high is not None and node.low <= 64 else endless
    top = node.low + min(usual, max(1, 64 // longest)) + need // max(1, shortest)
    return Repeat(node.item, node.low, top if node.high is None else min(node.high, top))
