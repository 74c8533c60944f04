"""Tries a text against a pattern, and always comes to an end.

``re`` takes exponential time to refuse some texts where a loop stands in a loop; there the syntax tree is followed once from
each place instead, which takes polynomial time.
"""

import re
import string
import warnings
from functools import lru_cache
from typing import TypeAlias

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.providers.pattern_classes import Chars
from pytest_fixturegen.providers.pattern_syntax import Capture, Choice, Given, Look, Mark, Recall, Repeat, Series, Syntax, walk

LONG_LOOP = 3  # turns from which a loop in a loop is thought dangerous
SHORT = 8  # characters: what `re` may always be asked about
WORD = frozenset(string.ascii_letters + string.digits + "_")

Places: TypeAlias = int  # bit n: the place before character n
Known: TypeAlias = dict[tuple[int, int], Places]


@dataclass(frozen=True, slots=True)
class Trial:
    """The pattern as ``re`` reads it, and its *tree* if that is to be followed instead."""

    pattern: re.Pattern[str]
    tree: Syntax | None


def trial(tree: Syntax, text: str, flags: int) -> Trial:
    """How to try texts against *tree*, which is spelled *text*."""
    return Trial(_compiled(text, flags), tree if may_backtrack(tree) and followable(tree) else None)


@lru_cache(maxsize=128)
def _compiled(text: str, flags: int) -> re.Pattern[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return re.compile(text, flags)


def may_backtrack(tree: Syntax) -> bool:
    """Whether a loop stands in a loop, so that ``re`` may take exponential time to refuse a text."""

    def loops(node: Syntax) -> bool:
        return isinstance(node, Repeat) and node.high != node.low and (node.high is None or node.high >= LONG_LOOP)

    return any(loops(outer) and any(map(loops, walk(outer.item))) for outer in walk(tree) if isinstance(outer, Repeat))


def followable(tree: Syntax) -> bool:
    """Whether the tree alone tells what matches: no back-reference, no atomic group."""
    return not any(isinstance(node, Recall | Given) or node == Mark("other") for node in walk(tree, looks=True))


def passes(trial: Trial, text: str) -> bool:
    """Whether the pattern is found in *text*; no, if a dangerous pattern is tried on a long text that its tree cannot judge."""
    if trial.tree is None:
        return trial.pattern.search(text) is not None
    if not text.isascii() or "\n" in text:
        return len(text) <= SHORT and trial.pattern.search(text) is not None
    known: Known = {}
    return any(_ends(trial.tree, text, start, known) for start in range(len(text) + 1))


def _ends(node: Syntax, text: str, start: int, known: Known) -> Places:
    """Where a match of *node* that begins at *start* may end."""
    key = id(node), start
    if key not in known:
        known[key] = _found_ends(node, text, start, known)
    return known[key]


def _found_ends(node: Syntax, text: str, start: int, known: Known) -> Places:
    here = 1 << start
    match node:
        case Chars(_, allowed):
            return here << 1 if text[start : start + 1] in allowed else 0
        case Series(items):
            for item in items:
                here = _moved(item, text, here, known)
            return here
        case Choice(branches):
            ends = 0
            for branch in branches:
                ends |= _ends(branch, text, start, known)
            return ends
        case Repeat():
            return _repeated(node, text, here, known)
        case Capture(_, item):
            return _ends(item, text, start, known)
        case Mark() | Look():
            return here if _holds(node, text, start, known) else 0
        case _:
            raise NotImplementedError(node)


def _moved(node: Syntax, text: str, places: Places, known: Known) -> Places:
    """Where matches of *node* end that begin at any of *places*."""
    ends = 0
    while places:
        lowest = places & -places
        ends |= _ends(node, text, lowest.bit_length() - 1, known)
        places ^= lowest
    return ends


def _repeated(node: Repeat, text: str, places: Places, known: Known) -> Places:
    for _ in range(node.low):
        before, places = places, _moved(node.item, text, places, known)
        if places == before:
            break
    ends = fresh = places
    turns = node.low
    while fresh and (node.high is None or turns < node.high):
        fresh = _moved(node.item, text, fresh, known) & ~ends
        ends |= fresh
        turns += 1
    return ends


def _holds(node: Mark | Look, text: str, place: int, known: Known) -> bool:
    if isinstance(node, Look):
        if node.ahead:
            return node.wanted == bool(_ends(node.item, text, place, known))
        behind = any(_ends(node.item, text, start, known) >> place & 1 for start in range(place + 1))
        return node.wanted == behind
    if node.kind in ("start", "end"):
        return place == (0 if node.kind == "start" else len(text))
    at_edge = (text[max(place - 1, 0) : place] in WORD) != (text[place : place + 1] in WORD)
    return at_edge if node.kind == "edge" else bool(text) and not at_edge
