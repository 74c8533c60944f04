"""Reads a regular expression, in Python's or in Rust's spelling, into a small tree of what may stand where.

The standard library's own parser does the reading; what Rust's regex crate (Pydantic's engine) spells differently is respelled first.
"""

import importlib
import re
import string
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from pytest_fixturegen.providers.pattern_spelling import respell


class PatternError(ValueError):
    """A pattern that cannot be read, or that no string within the lengths matches."""


@dataclass(frozen=True, slots=True)
class Chars:
    """One character: *members* are worth drawing, *allowed* is all of ASCII that may stand there."""

    members: str
    allowed: frozenset[str]


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
    """A condition between two characters: an anchor, or ``other``: one that only a trial can tell."""

    kind: Literal["start", "end", "other"]


@dataclass(frozen=True, slots=True)
class Look:
    """What must (*wanted*) or must not stand ahead of, or behind, a place."""

    item: "Syntax"
    ahead: bool
    wanted: bool


Syntax: TypeAlias = Chars | Series | Choice | Repeat | Capture | Recall | Given | Mark | Look

ASCII = frozenset(map(chr, range(128)))
WORD = string.ascii_letters + string.digits
PUNCTUATION = "".join(sorted(set(string.punctuation)))
TIERS = (WORD, PUNCTUATION, " ", "\t\n\r\f\v", "".join(sorted(ASCII)))  # the most believable first
NON_ASCII = "".join(filter(str.isalpha, map(chr, range(0xC0, 0x250)))) + "".join(map(chr, range(0xA1, 0xC0)))
SPACES = frozenset(" \t\n\r\f\v\x1c\x1d\x1e\x1f")
KINDS: dict[str, tuple[str, frozenset[str], Callable[[str], bool]]] = {  # what to draw, what is meant, and beyond ASCII
    "DIGIT": (string.digits, frozenset(string.digits), str.isdecimal),
    "SPACE": (" ", SPACES, str.isspace),
    "WORD": (WORD + "_", frozenset(WORD + "_"), lambda char: char.isalnum() or char == "_"),
}
ANY = Chars(WORD + "-_", ASCII - {"\n"})
EMPTY = Series(())


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


@dataclass(slots=True)
class _Reader:
    """Turns parsed operations into syntax; remembers the groups met so far."""

    ignore_case: bool
    keeps_groups: bool
    groups: dict[int, Syntax] = field(default_factory=dict)

    def series(self, parsed: Any) -> Syntax:
        items: list[Syntax] = []
        for operation, argument in parsed:
            item = self.item(operation.name, argument)
            if items and isinstance(item, Chars) and not self.ignore_case and (both := _folded(items[-1], item)):
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
                return Mark(_anchor(argument.name))
            case "ASSERT" | "ASSERT_NOT":
                return Look(self.series(argument[1]), argument[0] > 0, name == "ASSERT")
            case _:
                return Mark("other")

    def chars(self, name: str, argument: Any) -> Chars:
        if name == "LITERAL":
            return Chars(chr(argument), frozenset(chr(argument)))
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


def _anchor(name: str) -> Literal["start", "end", "other"]:
    if name.startswith("AT_BEGINNING"):
        return "start"
    return "end" if name.startswith("AT_END") else "other"


def _folded(look: Syntax, item: Chars) -> Chars | None:
    """*item* without what a look-ahead of one character just before it forbids."""
    if not (isinstance(look, Look) and look.ahead and isinstance(look.item, Chars)):
        return None
    allowed = item.allowed & look.item.allowed if look.wanted else item.allowed - look.item.allowed
    if not allowed or not item.allowed <= ASCII or not look.item.allowed <= ASCII:
        return None
    return Chars("".join(filter(allowed.__contains__, item.members)) or _believable(allowed), allowed)


def _flattened(outer: Repeat) -> Repeat:
    """One repetition for two, where the text is the same: ``(a+)*`` is ``a*``, ``(a?){3}`` is ``a{0,3}``."""
    inner = outer.item
    if isinstance(inner, Repeat) and inner.low <= 1 and inner.high in (None, 1):
        return Repeat(inner.item, inner.low * outer.low, None if inner.high is None else outer.high)
    return outer


def walk(node: Syntax) -> Iterator[Syntax]:
    """*node* and all that is in it; what a look-around holds is not."""
    yield node
    match node:
        case Series(nodes) | Choice(nodes):
            inner: Sequence[Syntax] = nodes
        case Repeat(item) | Capture(item=item) | Recall(item=item):
            inner = (item,)
        case Given(_, yes, no):
            inner = (yes, no)
        case _:
            inner = ()
    for item in inner:
        yield from walk(item)


# Classes of characters


@lru_cache(maxsize=512)
def read_class(items: tuple[tuple[str, Any], ...], ignore_case: bool) -> Chars:
    """The characters of a bracketed class, or of an escape such as ``\\d``."""
    negated = items[0][0] == "NEGATE"
    members: dict[str, None] = {}
    allowed: set[str] = set()
    for name, argument in items[negated:]:
        drawn, meant = _part(name, argument)
        members |= dict.fromkeys(drawn)
        allowed |= meant
    if negated:
        if ignore_case:
            allowed |= {form for char in allowed for form in (char.lower(), char.upper())}
        allowed = set(ASCII - allowed)
        members = dict.fromkeys(_believable(frozenset(allowed)))
    if not members:
        members = dict.fromkeys(_beyond_ascii(items))
        allowed = set(members)
    if not members:
        raise PatternError("The pattern has a class that no character is in.")
    printable = "".join(filter(str.isprintable, members))
    return Chars(ANY.members if allowed == ASCII else printable or "".join(members), frozenset(allowed))


def _part(name: str, argument: Any) -> tuple[str, frozenset[str]]:
    """What one item of a class draws, and all of ASCII that it means."""
    if name == "LITERAL":
        meant = frozenset(chr(argument)) & ASCII
        return "".join(meant), meant
    if name == "RANGE":
        text = "".join(map(chr, range(argument[0], min(argument[1], 127) + 1)))
        return "".join(char for char in text if " " <= char <= "~") or text, frozenset(text)
    kind = argument.removeprefix("CATEGORY_")
    drawn, meant, _ = KINDS[kind.removeprefix("NOT_")]
    return (_believable(ASCII - meant), ASCII - meant) if kind.startswith("NOT_") else (drawn, meant)


def _believable(allowed: frozenset[str]) -> str:
    """The best tier that *allowed* has any of."""
    return next(filter(None, ("".join(filter(allowed.__contains__, tier)) for tier in TIERS)), "")


def _beyond_ascii(items: tuple[tuple[str, Any], ...]) -> str:
    """Some members of a class that has none in ASCII."""
    if items[0][0] == "NEGATE":
        return "".join(char for char in NON_ASCII if not any(_holds(item, char) for item in items[1:]))
    chars = [
        chr(code)
        for name, argument in items
        if name in ("LITERAL", "RANGE")
        for code in (range(argument[0], min(argument[1], argument[0] + 255) + 1) if name == "RANGE" else (argument,))
    ]
    return "".join(dict.fromkeys(filter(str.isprintable, chars))) or "".join(c for c in chars if not "\ud800" <= c <= "\udfff")


def _holds(item: tuple[str, Any], char: str) -> bool:
    name, argument = item
    if name == "LITERAL":
        return ord(char) == int(argument)
    if name == "RANGE":
        return bool(argument[0] <= ord(char) <= argument[1])
    kind = argument.removeprefix("CATEGORY_")
    return KINDS[kind.removeprefix("NOT_")][2](char) != kind.startswith("NOT_")
