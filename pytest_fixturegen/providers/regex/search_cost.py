"""An upper bound of the time that ``re`` takes to refuse a text.

``re`` tries every way in which a pattern may match. A loop of a loop, or of alternatives that begin
alike, has exponentially many ways, and three loops in a row have cubically many.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass

MAX_COST = 1e12
"""Where counting stops."""

ATOMIC_OPERATIONS = ("ASSERT", "ASSERT_NOT", "ATOMIC_GROUP", "POSSESSIVE_REPEAT")
"""Operations that are never tried in another way once they have matched."""


@dataclass(frozen=True, slots=True)
class SearchCost:
    """The number of *ways* in which a part may match, and the *steps* to try all of them."""

    ways: float
    steps: float


MAX_SEARCH_STEPS = 300_000
"""Steps in which ``re`` may refuse a text: 3 ms."""

MAX_LENGTH = 1 << 17
"""Characters of the longest text that is searched."""

MAX_SHORT_LENGTH = 8
"""Characters of a text that ``re`` may search unless its pattern has many loops within loops."""

MAX_NESTED_REPEATS = 2
"""Loops within loops with which a text of a few characters takes a short time."""

SINGLE_STEP = SearchCost(1, 1)


def find_cheap_length(parsed: Any) -> int:
    """Return the length up to which ``re`` refuses any text in MAX_SEARCH_STEPS.

    *parsed* is the tree of the standard library's parser.
    """
    nested_repeats = count_nested_repeats(parsed)
    shortest = MAX_SHORT_LENGTH if nested_repeats <= MAX_NESTED_REPEATS else 0
    lengths = range(MAX_LENGTH + 1)
    too_long = bisect_left(
        lengths,
        True,
        key=lambda length: not _is_cheap(parsed, length),
    )
    return max(shortest, too_long - 1)


def _is_cheap(parsed: Any, length: int) -> bool:
    """Return whether trying all ways in a text of *length* takes few steps."""
    return (length + 1) * _measure_series(parsed, length).steps <= MAX_SEARCH_STEPS


def count_nested_repeats(parsed: Any) -> int:
    """Return how many loops are nested in each other, at most."""
    deepest = 0
    for operation, argument in parsed:
        inner = max(map(count_nested_repeats, _list_parts(operation.name, argument)), default=0)
        is_loop = operation.name.endswith("REPEAT") and argument[1] != argument[0]
        deepest = max(deepest, inner + is_loop)
    return deepest


def _list_parts(name: str, argument: Any) -> Iterator[Any]:
    """Yield the series that one operation of the parser contains."""
    if name.endswith("REPEAT") or name == "SUBPATTERN":
        yield argument[-1]
    elif name == "BRANCH":
        yield from argument[1]
    elif name == "GROUPREF_EXISTS":
        yield from (part or () for part in argument[1:])
    elif name in ATOMIC_OPERATIONS:
        yield argument if name == "ATOMIC_GROUP" else argument[1]


def _measure_series(parsed: Any, length: int) -> SearchCost:
    """Return the cost of a sequence: each way of an item is followed by all ways of the next."""
    ways, steps = 1.0, 1.0
    for operation, argument in parsed:
        item = _measure_item(operation.name, argument, length)
        steps = min(MAX_COST, steps + ways * item.steps)
        ways = min(MAX_COST, ways * item.ways)
    return SearchCost(ways, steps)


def _measure_item(
    name: str,
    argument: Any,
    length: int,
) -> SearchCost:
    """Return the cost of one operation of the parser."""
    if name in ATOMIC_OPERATIONS:
        return SearchCost(1, _measure_atomic(name, argument, length))
    match name:
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _measure_repeat(argument, length)
        case "BRANCH":
            branches = [_measure_series(branch, length) for branch in argument[1]]
            return _add_costs(branches)
        case "SUBPATTERN":
            return _measure_series(argument[-1], length)
        case "GROUPREF_EXISTS":
            _, yes, no = argument
            return _add_costs([_measure_series(yes, length), _measure_series(no or (), length)])
        case _:
            return SINGLE_STEP


def _measure_atomic(
    name: str,
    argument: Any,
    length: int,
) -> float:
    """Return the steps of an atomic operation; a look-behind may begin at one place only."""
    if name == "POSSESSIVE_REPEAT":
        return _measure_repeat(argument, length).steps
    inner = argument if name == "ATOMIC_GROUP" else argument[1]
    return _measure_series(inner, length).steps


def _add_costs(branches: list[SearchCost]) -> SearchCost:
    """Return the cost of trying all *branches*."""
    ways = sum(branch.ways for branch in branches)
    steps = sum(branch.steps for branch in branches)
    return SearchCost(
        min(MAX_COST, ways),
        min(MAX_COST, steps),
    )


def _measure_repeat(argument: Any, length: int) -> SearchCost:
    """Return the cost of a loop: its least turns, its most turns, and its item.

    More turns than characters are empty ones.
    """
    low, high, item = argument
    unit = _measure_series(item, length)
    fewest = int(low)
    most = min(int(high), max(fewest, length + 1))
    if unit.ways == 1:
        return SearchCost(
            most - fewest + 1,
            min(MAX_COST, 1 + unit.steps * (most + 1)),
        )
    ways, steps, turn_ways = 0.0, 1.0, 1.0
    for turn in range(most + 1):
        if turn >= fewest:
            ways += turn_ways
        steps += turn_ways * unit.steps
        turn_ways *= unit.ways
        if steps > MAX_COST:  # after some forty turns, since each has two ways at least
            return SearchCost(MAX_COST, MAX_COST)
    return SearchCost(max(1.0, ways), steps)
