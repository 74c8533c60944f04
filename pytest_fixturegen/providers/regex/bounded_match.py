"""Tries a text against a pattern, and always comes to an end.

``re`` takes exponential time to refuse some texts where a loop stands in a loop; there the syntax tree is followed once from
each place instead, which takes polynomial time.
"""

import re
import string
import warnings
from functools import lru_cache
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

MIN_DANGEROUS_TURNS = 3  # turns from which a loop in a loop is thought dangerous
MAX_SHORT_LENGTH = 8  # characters: what `re` may always be asked about
WORD_CHARS = frozenset(string.ascii_letters + string.digits + "_")

PositionSet: TypeAlias = int  # bit n: the place before character n
EndCache: TypeAlias = dict[tuple[int, int], PositionSet]


@dataclass(frozen=True, slots=True)
class MatchCheck:
    """The pattern as ``re`` reads it, and its *tree* if that is to be followed instead."""

    pattern: re.Pattern[str]
    tree: Syntax | None


def build_check(tree: Syntax, text: str, flags: int) -> MatchCheck:
    """How to try texts against *tree*, which is spelled *text*."""
    return MatchCheck(
        _compile_quietly(text, flags), tree if may_backtrack(tree) and is_followable(tree) else None
    )


@lru_cache(maxsize=128)
def _compile_quietly(text: str, flags: int) -> re.Pattern[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return re.compile(text, flags)


def may_backtrack(tree: Syntax) -> bool:
    """Whether a loop stands in a loop, so that ``re`` may take exponential time to refuse a text."""

    def is_loop(node: Syntax) -> bool:
        return (
            isinstance(node, Repetition)
            and node.high != node.low
            and (node.high is None or node.high >= MIN_DANGEROUS_TURNS)
        )

    return any(
        is_loop(outer) and any(map(is_loop, walk_syntax(outer.item)))
        for outer in walk_syntax(tree)
        if isinstance(outer, Repetition)
    )


def is_followable(tree: Syntax) -> bool:
    """Whether the tree alone tells what matches: no back-reference, no atomic group."""
    return not any(
        isinstance(node, Backreference | GroupConditional) or node == Assertion("other")
        for node in walk_syntax(tree, with_lookarounds=True)
    )


def passes_check(check: MatchCheck, text: str) -> bool:
    """Whether the pattern is found in *text*; no, if a dangerous pattern is tried on a long text that its tree cannot judge."""
    if check.tree is None:
        return check.pattern.search(text) is not None
    if not text.isascii() or "\n" in text:
        return len(text) <= MAX_SHORT_LENGTH and check.pattern.search(text) is not None
    known: EndCache = {}
    return any(_find_ends(check.tree, text, start, known) for start in range(len(text) + 1))


def _find_ends(node: Syntax, text: str, start: int, cache: EndCache) -> PositionSet:
    """Where a match of *node* that begins at *start* may end."""
    key = id(node), start
    if key not in cache:
        cache[key] = _compute_ends(node, text, start, cache)
    return cache[key]


def _compute_ends(node: Syntax, text: str, start: int, cache: EndCache) -> PositionSet:
    here = 1 << start
    match node:
        case CharClass(_, allowed):
            return here << 1 if text[start : start + 1] in allowed else 0
        case Concatenation(items):
            for item in items:
                here = _advance_positions(item, text, here, cache)
            return here
        case Alternation(branches):
            ends = 0
            for branch in branches:
                ends |= _find_ends(branch, text, start, cache)
            return ends
        case Repetition():
            return _advance_repetition(node, text, here, cache)
        case CaptureGroup(_, item):
            return _find_ends(item, text, start, cache)
        case Assertion() | Lookaround():
            return here if _is_satisfied(node, text, start, cache) else 0
        case _:
            raise NotImplementedError(node)


def _advance_positions(
    node: Syntax, text: str, positions: PositionSet, cache: EndCache
) -> PositionSet:
    """Where matches of *node* end that begin at any of *places*."""
    ends = 0
    while positions:
        lowest = positions & -positions
        ends |= _find_ends(node, text, lowest.bit_length() - 1, cache)
        positions ^= lowest
    return ends


def _advance_repetition(
    node: Repetition, text: str, positions: PositionSet, cache: EndCache
) -> PositionSet:
    for _ in range(node.low):
        before, positions = positions, _advance_positions(node.item, text, positions, cache)
        if positions == before:
            break
    ends = fresh = positions
    turns = node.low
    while fresh and (node.high is None or turns < node.high):
        fresh = _advance_positions(node.item, text, fresh, cache) & ~ends
        ends |= fresh
        turns += 1
    return ends


def _is_satisfied(node: Assertion | Lookaround, text: str, position: int, cache: EndCache) -> bool:
    if isinstance(node, Lookaround):
        if node.is_ahead:
            return node.is_positive == bool(_find_ends(node.item, text, position, cache))
        behind = any(
            _find_ends(node.item, text, start, cache) >> position & 1
            for start in range(position + 1)
        )
        return node.is_positive == behind
    if node.kind in ("start", "end"):
        return position == (0 if node.kind == "start" else len(text))
    at_edge = (text[max(position - 1, 0) : position] in WORD_CHARS) != (
        text[position : position + 1] in WORD_CHARS
    )
    return at_edge if node.kind == "edge" else bool(text) and not at_edge
