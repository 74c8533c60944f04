"""Search a text for a pattern in bounded time.

``re`` takes exponential time to refuse some texts if a loop contains a loop. For such patterns,
this module follows the syntax tree once from each position instead, which takes polynomial time.
"""

import dataclasses
import re
import string
import warnings
from functools import lru_cache, reduce
from operator import or_
from typing import Any, TypeAlias

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.providers.regex.character_classes import CharClass, PatternError
from pytest_fixturegen.providers.regex.search_cost import MAX_SHORT_LENGTH, find_cheap_length
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
    load_regex_parser,
    parse_pattern,
    walk_syntax,
)

MIN_DANGEROUS_TURNS = 3
"""Turns from which a loop inside a loop counts as dangerous."""

MAX_FOLLOWED_STEPS = 600_000
"""Steps that following a tree may take for all texts of one draw: about a second."""

WORD_CHARS = frozenset(string.ascii_letters + string.digits + "_")

PositionSet: TypeAlias = int
"""A bit set: bit n is the position before character n."""


class ExhaustedError(Exception):
    """A budget of steps is spent."""


class StepBudget:
    """The steps that following trees may still take; they depend on the texts alone."""

    def __init__(self, steps: int = MAX_FOLLOWED_STEPS) -> None:
        self.remaining_steps = steps

    @property
    def is_spent(self) -> bool:
        """Whether no step remains."""
        return self.remaining_steps <= 0

    def take_step(self) -> None:
        """Count one step; raise ExhaustedError if none remains."""
        self.remaining_steps -= 1
        if self.remaining_steps < 0:
            raise ExhaustedError


@dataclass(frozen=True, slots=True)
class MatchCheck:
    """The compiled *pattern*, and its *tree* if that can be followed instead.

    ``re`` refuses texts of at most *cheap_length* quickly. *must_follow*: whether it may take
    exponential time for others.
    """

    pattern: re.Pattern[str]
    tree: Syntax | None
    cheap_length: int
    must_follow: bool


def build_check(
    tree: Syntax,
    text: str,
    flags: int,
) -> MatchCheck:
    """Return how to search texts for *tree*, whose spelling for ``re`` is *text*.

    Raise PatternError if ``re`` does not accept it.
    """
    pattern, parsed = _compile_quietly(text, flags)
    followed = tree if is_followable(tree) else None
    must_follow = followed is not None and may_backtrack(tree)
    return MatchCheck(pattern, followed, find_cheap_length(parsed), must_follow)


@lru_cache(maxsize=128)
def _compile_quietly(text: str, flags: int) -> tuple[re.Pattern[str], Any]:
    """Return *text* compiled, and its tree; some errors show only when it is compiled."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return re.compile(text, flags), load_regex_parser().parse(text, flags)
        except (re.error, OverflowError, RecursionError) as error:
            raise PatternError(f"The pattern {text!r:.200} cannot be read: {error}.") from error


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


def search_quickly(source: str, text: str) -> bool:
    """Return whether ``re.search`` finds *source* in *text*, in bounded time.

    Return False if that takes too long to find out, or if *source* is not of Python's syntax.
    """
    try:
        check = _build_source_check(source)
    except PatternError:
        return False
    return passes_check(check, text, StepBudget())


@lru_cache(maxsize=128)
def _build_source_check(source: str) -> MatchCheck:
    """Return how to search texts for *source*; raise PatternError if ``re`` does not accept it."""
    tree, _, _ = parse_pattern(source, 0)
    check = build_check(tree, source, 0)
    return dataclasses.replace(check, must_follow=False)


def passes_check(
    check: MatchCheck,
    text: str,
    budget: StepBudget,
) -> bool:
    """Return whether *text* contains a match.

    Return False for a long text that neither ``re`` nor the tree can search: one with a line break
    or with characters beyond ASCII, and one for which *budget* is too small.
    """
    if not check.must_follow and len(text) <= check.cheap_length:
        return check.pattern.search(text) is not None
    if check.tree is None or not text.isascii() or "\n" in text:
        is_short = len(text) <= min(check.cheap_length, MAX_SHORT_LENGTH)
        return is_short and check.pattern.search(text) is not None
    search = _TreeSearch(text, budget)
    tree = check.tree
    try:
        return any(search.find_ends(tree, start) for start in range(len(text) + 1))
    except ExhaustedError:
        return False


class _TreeSearch:
    """The search of one *text*: where matches of each node that begin at a position may end."""

    def __init__(
        self,
        text: str,
        budget: StepBudget,
    ) -> None:
        self._text = text
        self._budget = budget
        self._cache: dict[tuple[int, int], PositionSet] = {}

    def find_ends(
        self,
        node: Syntax,
        start: int,
    ) -> PositionSet:
        """Return where a match of *node* that begins at *start* may end.

        Raise ExhaustedError if the budget is spent.
        """
        key = id(node), start
        ends = self._cache.get(key)
        if ends is None:
            self._budget.take_step()
            ends = self._cache[key] = self._compute_ends(
                node,
                start,
            )
        return ends

    def _compute_ends(
        self,
        node: Syntax,
        start: int,
    ) -> PositionSet:
        """Return the positions at which a match of *node* from *start* may end; 0 for no match.

        Raise NotImplementedError for a node that only ``re`` can match.
        """
        here = 1 << start
        match node:
            case CharClass(_, allowed):
                return here << 1 if self._text[start : start + 1] in allowed else 0
            case Concatenation(items):
                for item in items:
                    here = self._advance(item, here)
                return here
            case Alternation(branches):
                return reduce(
                    or_,
                    (self.find_ends(branch, start) for branch in branches),
                    0,
                )
            case Repetition():
                return self._advance_repetition(node, here)
            case CaptureGroup(_, item):
                return self.find_ends(item, start)
            case Assertion() | Lookaround():
                return here if self._is_satisfied(node, start) else 0
            case _:
                raise NotImplementedError(node)

    def _advance(
        self,
        node: Syntax,
        positions: PositionSet,
    ) -> PositionSet:
        """Return where matches of *node* end that begin at any of *positions*."""
        ends = 0
        while positions:
            self._budget.take_step()
            lowest = positions & -positions
            ends |= self.find_ends(node, lowest.bit_length() - 1)
            positions ^= lowest
        return ends

    def _advance_repetition(
        self,
        node: Repetition,
        positions: PositionSet,
    ) -> PositionSet:
        """Return where *node* may end: after its *low* turns, and after each turn up to *high*.

        It stops early if a turn reaches no new position, so that empty items end too.
        """
        for _ in range(node.low):
            before = positions
            positions = self._advance(node.item, positions)
            if positions == before:  # further turns change nothing
                break
        ends = fresh = positions
        turns = node.low
        while fresh and (node.high is None or turns < node.high):
            fresh = self._advance(node.item, fresh) & ~ends
            ends |= fresh
            turns += 1
        return ends

    def _is_satisfied(
        self,
        node: Assertion | Lookaround,
        position: int,
    ) -> bool:
        """Return whether the condition *node* holds at *position*."""
        if isinstance(node, Lookaround):
            return node.is_positive == self._sees_match(node, position)
        if node.kind == "start":
            return position == 0
        if node.kind == "end":
            return position == len(self._text)
        is_edge = _is_word_edge(self._text, position)
        # Before Python 3.14, re finds no \B in an empty text.
        return is_edge if node.kind == "edge" else bool(self._text) and not is_edge

    def _sees_match(
        self,
        node: Lookaround,
        position: int,
    ) -> bool:
        """Return whether the item of *node* matches from *position*, or up to it if behind."""
        if node.is_ahead:
            return bool(self.find_ends(node.item, position))
        starts = range(position + 1)
        return any(self.find_ends(node.item, start) >> position & 1 for start in starts)


def _is_word_edge(text: str, position: int) -> bool:
    """Return whether a word begins or ends at *position* of *text*."""
    before = text[max(position - 1, 0) : position]
    after = text[position : position + 1]
    return (before in WORD_CHARS) != (after in WORD_CHARS)
