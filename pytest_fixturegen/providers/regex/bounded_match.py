"""Search a text for a pattern in bounded time.

``re`` takes exponential time to refuse some texts if a loop contains a loop. For such patterns,
this module follows the syntax tree once from each position instead, which takes polynomial time.
"""

import re
import string
import warnings
from functools import lru_cache, reduce
from operator import or_
from typing import TypeAlias

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.providers.regex.character_classes import CharClass
from pytest_fixturegen.providers.regex.syntax_tree import (
    Alternation,
    Assertion,
    Backreference,
    CaptureGroup,
    Concatenation,
    GroupConditional,
    Lookaround,
    Repetition,
    Syntax,
    walk_syntax,
)

MIN_DANGEROUS_TURNS = 3
"""Turns from which a loop inside a loop counts as dangerous."""

MAX_SHORT_LENGTH = 8
"""Characters of a text that ``re`` may always search, whatever the pattern."""

WORD_CHARS = frozenset(string.ascii_letters + string.digits + "_")

PositionSet: TypeAlias = int
"""A bit set: bit n is the position before character n."""

EndCache: TypeAlias = dict[tuple[int, int], PositionSet]
"""The ends of a match, by the identity of a node and the start of the match."""


@dataclass(frozen=True, slots=True)
class MatchCheck:
    """The compiled *pattern*, and its *tree* if that has to be followed instead."""

    pattern: re.Pattern[str]
    tree: Syntax | None


def build_check(
    tree: Syntax,
    text: str,
    flags: int,
) -> MatchCheck:
    """Return how to search texts for *tree*, whose spelling for ``re`` is *text*."""
    must_follow = may_backtrack(tree) and is_followable(tree)
    return MatchCheck(_compile_quietly(text, flags), tree if must_follow else None)


@lru_cache(maxsize=128)
def _compile_quietly(text: str, flags: int) -> re.Pattern[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return re.compile(text, flags)


def may_backtrack(tree: Syntax) -> bool:
    """Return whether a loop contains a loop, so that ``re`` may take exponential time."""
    repetitions = [node for node in walk_syntax(tree) if isinstance(node, Repetition)]
    return any(_contains_loop(outer.item) for outer in repetitions if _is_loop(outer))


def _contains_loop(node: Syntax) -> bool:
    """Return whether *node* or a descendant is a loop; look-arounds are not searched."""
    return any(_is_loop(inner) for inner in walk_syntax(node))


def _is_loop(node: Syntax) -> bool:
    """Return whether *node* may take a varying number of turns, and enough to be dangerous."""
    if not isinstance(node, Repetition) or node.high == node.low:
        return False
    return node.high is None or node.high >= MIN_DANGEROUS_TURNS


def is_followable(tree: Syntax) -> bool:
    """Return whether the tree alone decides what matches.

    It does not if the pattern has a back-reference or an atomic group.
    """
    for node in walk_syntax(tree, with_lookarounds=True):
        if isinstance(node, Backreference | GroupConditional) or node == Assertion("other"):
            return False
    return True


def passes_check(check: MatchCheck, text: str) -> bool:
    """Return whether *text* contains a match.

    Return False for a long text that neither ``re`` nor the tree can search: one with a line break
    or with characters beyond ASCII.
    """
    if check.tree is None:
        return check.pattern.search(text) is not None
    if not text.isascii() or "\n" in text:
        return len(text) <= MAX_SHORT_LENGTH and check.pattern.search(text) is not None
    cache: EndCache = {}
    return any(
        _find_ends(
            check.tree,
            text,
            start,
            cache,
        )
        for start in range(len(text) + 1)
    )


def _find_ends(
    node: Syntax,
    text: str,
    start: int,
    cache: EndCache,
) -> PositionSet:
    """Return where a match of *node* that begins at *start* may end."""
    key = id(node), start
    if key not in cache:
        cache[key] = _compute_ends(
            node,
            text,
            start,
            cache,
        )
    return cache[key]


def _compute_ends(
    node: Syntax,
    text: str,
    start: int,
    cache: EndCache,
) -> PositionSet:
    """Return the positions at which a match of *node* from *start* may end; 0 if there is no match.

    Raise NotImplementedError for a node that only ``re`` can match.
    """
    here = 1 << start
    match node:
        case CharClass(_, allowed):
            return here << 1 if text[start : start + 1] in allowed else 0
        case Concatenation(items):
            for item in items:
                here = _advance_positions(item, text, here, cache)
            return here
        case Alternation(branches):
            ends = (
                _find_ends(
                    branch,
                    text,
                    start,
                    cache,
                )
                for branch in branches
            )
            return reduce(or_, ends, 0)
        case Repetition():
            return _advance_repetition(node, text, here, cache)
        case CaptureGroup(_, item):
            return _find_ends(item, text, start, cache)
        case Assertion() | Lookaround():
            return (
                here
                if _is_satisfied(
                    node,
                    text,
                    start,
                    cache,
                )
                else 0
            )
        case _:
            raise NotImplementedError(node)


def _advance_positions(
    node: Syntax,
    text: str,
    positions: PositionSet,
    cache: EndCache,
) -> PositionSet:
    """Return where matches of *node* end that begin at any of *positions*."""
    ends = 0
    while positions:
        lowest = positions & -positions
        ends |= _find_ends(
            node,
            text,
            lowest.bit_length() - 1,
            cache,
        )
        positions ^= lowest
    return ends


def _advance_repetition(
    node: Repetition,
    text: str,
    positions: PositionSet,
    cache: EndCache,
) -> PositionSet:
    """Return where *node* may end: after its *low* turns, and after each turn up to *high*.

    It stops early if a turn reaches no new position, so that empty items end too.
    """
    for _ in range(node.low):
        before = positions
        positions = _advance_positions(
            node.item,
            text,
            positions,
            cache,
        )
        if positions == before:  # further turns change nothing
            break
    ends = fresh = positions
    turns = node.low
    while fresh and (node.high is None or turns < node.high):
        fresh = (
            _advance_positions(
                node.item,
                text,
                fresh,
                cache,
            )
            & ~ends
        )
        ends |= fresh
        turns += 1
    return ends


def _is_satisfied(
    node: Assertion | Lookaround,
    text: str,
    position: int,
    cache: EndCache,
) -> bool:
    """Return whether the condition *node* holds at *position* of *text*."""
    if isinstance(node, Lookaround):
        return node.is_positive == _sees_match(
            node,
            text,
            position,
            cache,
        )
    if node.kind == "start":
        return position == 0
    if node.kind == "end":
        return position == len(text)
    is_edge = _is_word_edge(text, position)
    # Before Python 3.14, re finds no \B in an empty text.
    return is_edge if node.kind == "edge" else bool(text) and not is_edge


def _sees_match(
    node: Lookaround,
    text: str,
    position: int,
    cache: EndCache,
) -> bool:
    """Return whether the item of *node* matches from *position*, or up to it if it looks behind."""
    if node.is_ahead:
        return bool(
            _find_ends(
                node.item,
                text,
                position,
                cache,
            )
        )
    for start in range(position + 1):
        if (
            _find_ends(
                node.item,
                text,
                start,
                cache,
            )
            >> position
            & 1
        ):
            return True
    return False


def _is_word_edge(text: str, position: int) -> bool:
    before = text[max(position - 1, 0) : position]
    after = text[position : position + 1]
    return (before in WORD_CHARS) != (after in WORD_CHARS)
