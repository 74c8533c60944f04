"""Fit a syntax tree to lengths.

The result is rows of tables that a random word indexes, or a tree if the rows would be too many.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, product
from math import prod
from typing import NamedTuple, TypeAlias

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
    find_length_range,
)

MAX_ROWS = 64
"""Alternatives of fixed length that are written out as rows before a tree is used."""

MAX_TABLE_SIZE = 4096
"""Entries of the largest table: one look-up draws two letters or three digits."""

WORD_CAPACITY = 1 << 56
"""How much is taken from one 64-bit word. The rest keeps the last digit even to 1/256."""

MAX_WAYS = 1 << 64

MAX_CHAIN_BITS = 1 << 27
"""Bits of all sets of lengths of a chain: 16 MB."""


class ChainLimitError(Exception):
    """A chain has so many items, and so many possible lengths, that it takes too much memory."""


Slot: TypeAlias = tuple[tuple[str, ...], int]
"""A table and its number of entries; 0 for a constant, whose table has one entry."""

Positions: TypeAlias = tuple[str, ...]
"""For each position of a text, the characters to choose from."""

LengthSet: TypeAlias = int
"""A bit set: bit n means that n characters are possible."""


class TextRow(NamedTuple):
    """A text of *length* characters. Each group of slots consumes one word."""

    length: int
    slot_groups: tuple[tuple[Slot, ...], ...]


@dataclass(frozen=True, slots=True)
class RowsNode:
    """One of *rows*.

    In every node, *ways* is the number of different draws, 2**64 at most.
    """

    rows: tuple[TextRow, ...]
    lengths: LengthSet
    ways: int


@dataclass(frozen=True, slots=True)
class ChainNode:
    """The first *min_items* or more of *items*.

    *tail_lengths* are the possible lengths from each item to the end.
    """

    items: "tuple[FitNode, ...]"
    min_items: int
    tail_lengths: tuple[LengthSet, ...]
    lengths: LengthSet
    ways: int


@dataclass(frozen=True, slots=True)
class ForkNode:
    """One of *branches*. If *group_number* is set: the first branch if that group took part."""

    branches: "tuple[FitNode, ...]"
    group_number: int | None
    lengths: LengthSet
    ways: int


@dataclass(frozen=True, slots=True)
class CaptureNode:
    """A text that a back-reference may repeat."""

    group_number: int
    item: "FitNode"
    lengths: LengthSet
    ways: int


@dataclass(frozen=True, slots=True)
class BackreferenceNode:
    """The text of an earlier :class:`CaptureNode`, once more."""

    group_number: int
    lengths: LengthSet
    ways: int = 1


FitNode: TypeAlias = RowsNode | ChainNode | ForkNode | CaptureNode | BackreferenceNode


@dataclass(frozen=True, slots=True)
class CharacterRun:
    """Neighbouring characters of a concatenation, each with the members to draw from."""

    characters: Positions


# Rows


def expand_rows(
    node: Syntax | CharacterRun,
    low: int,
    high: int,
) -> list[Positions] | None:
    """Return every row of *node* with *low* to *high* characters; None if the rows are too many."""
    match node:
        case CharClass(members):
            return [(members,)] if low <= 1 <= high else []
        case CharacterRun(characters):
            return [characters] if low <= len(characters) <= high else []
        case Concatenation():
            return _find_only_rows(fit_series(node, low, high))
        case Alternation(branches):
            return _expand_branches(branches, low, high)
        case Repetition(item, min_count, max_count):
            unit_rows = expand_rows(item, 0, high)
            if unit_rows is None:
                return None
            return _repeat_rows(
                unit_rows,
                min_count,
                max_count or 0,
                low,
                high,
            )
        case Assertion() | Lookaround():
            return [()] if low <= 0 <= high else []
        case _:
            return None


def _list_if_few(rows: dict[Positions, None]) -> list[Positions] | None:
    """Return the keys of *rows* in order; None if there are more than ``MAX_ROWS``."""
    return list(rows) if len(rows) <= MAX_ROWS else None


def _find_only_rows(parts: list[list[Positions] | FitNode]) -> list[Positions] | None:
    """Return the rows of the only one of *parts*; None if there are more, or it is a node."""
    only_part = parts[0]
    if len(parts) > 1 or not isinstance(only_part, list):
        return None
    return only_part


def _expand_branches(
    branches: tuple[Syntax, ...],
    low: int,
    high: int,
) -> list[Positions] | None:
    """Return the distinct rows of all *branches* in order; None if they are too many."""
    rows: dict[Positions, None] = {}
    for branch in branches:
        branch_rows = expand_rows(branch, low, high)
        if branch_rows is None:
            return None
        rows |= dict.fromkeys(branch_rows)
        if len(rows) > MAX_ROWS:  # the others, of which there may be thousands, change nothing
            return None
    return list(rows)


def fit_series(
    node: Concatenation,
    low: int,
    high: int,
) -> list[list[Positions] | FitNode]:
    """Return the items of *node*, with neighbours joined into rows while the rows are few."""
    items = _join_characters(node.items)
    spans = list(map(_find_span, items))
    min_length = sum(shortest for shortest, _ in spans)
    max_length = sum(longest for _, longest in spans)
    parts: list[list[Positions] | FitNode] = [[()]]
    for item, (shortest, longest) in zip(items, spans, strict=True):
        # What the other items leave for this one.
        item_low = max(0, low - max_length + longest)
        item_high = high - min_length + shortest
        rows = expand_rows(item, item_low, item_high)
        if rows is None:
            parts.append(build_node(item, item_low, item_high))
            continue
        is_first_part = len(parts) == 1
        max_joined_length = high if is_first_part else item_high
        joined = _join_rows(parts[-1], rows, max_joined_length)
        if joined is None:
            parts.append(rows)
        else:
            parts[-1] = joined
    only_rows = _find_only_rows(parts)
    if only_rows is not None:
        parts[0] = [row for row in only_rows if low <= len(row) <= high]
    return parts


def _join_characters(items: Iterable[Syntax]) -> list[Syntax | CharacterRun]:
    """Return *items* with each run of characters as one item: a literal may have thousands."""
    joined: list[Syntax | CharacterRun] = []
    for _, run in groupby(items, type):
        members = list(run)
        characters = tuple(item.drawable for item in members if isinstance(item, CharClass))
        joined += [CharacterRun(characters)] if characters else members
    return joined


def _find_span(item: Syntax | CharacterRun) -> tuple[int, int]:
    """Return the lengths of the shortest and of the longest text of *item*."""
    if isinstance(item, CharacterRun):
        return len(item.characters), len(item.characters)
    return find_length_range(item)


def _join_rows(
    left: list[Positions] | FitNode,
    right: list[Positions],
    max_length: int,
) -> list[Positions] | None:
    """Return each row of *left* followed by each of *right*; None if the rows are too many."""
    if not isinstance(left, list) or len(left) * len(right) > 16 * MAX_ROWS:
        return None
    joined = (a + b for a, b in product(left, right))
    rows = dict.fromkeys(row for row in joined if len(row) <= max_length)
    return _list_if_few(rows)


def _repeat_rows(
    unit_rows: list[Positions],
    min_count: int,
    max_count: int,
    low: int,
    high: int,
) -> list[Positions] | None:
    """Return *min_count* to *max_count* of *unit_rows* in a row; None if the rows are too many."""
    has_fixed_length = len(unit_rows) == 1 and bool(unit_rows[0])
    if has_fixed_length:
        return _repeat_row(
            unit_rows[0],
            min_count,
            max_count,
            low,
            high,
        )
    rows: dict[Positions, None] = {}
    current: list[Positions] = [()]
    for count in range(max_count + 1):
        if count >= min_count:
            rows |= dict.fromkeys(row for row in current if len(row) >= low)
        if count == max_count or len(rows) > MAX_ROWS:
            break
        joined = _join_rows(current, unit_rows, high)
        if joined is None:
            return None
        current = joined
    return _list_if_few(rows)


def _repeat_row(
    unit: Positions,
    min_count: int,
    max_count: int,
    low: int,
    high: int,
) -> list[Positions] | None:
    """Return *unit* repeated *min_count* to *max_count* times, the fewest first.

    Only rows of *low* to *high* characters are made. Return None if they are too many.
    """
    width = len(unit)
    fewest = max(min_count, -(-low // width))
    most = min(max_count, high // width)
    counts = range(fewest, most + 1)
    if len(counts) > MAX_ROWS:
        return None
    return [unit * count for count in counts]


@lru_cache(maxsize=128)
def _build_table(members: str, width: int) -> tuple[str, ...]:
    """Return every text of *width* characters of *members*, the last character changing first."""
    return tuple(map("".join, product(members, repeat=width)))


def build_row(positions: Positions) -> TextRow:
    """Return *positions* as slots.

    A slot is a constant, or a table over as many positions at once as it has room for.
    """
    groups: list[list[Slot]] = [[]]
    room = WORD_CAPACITY // MAX_ROWS  # the first word also picks the row
    for members, run in groupby(positions, _get_choices):
        if not members:
            groups[-1].append((("".join(run),), 0))
            continue
        for table in _iter_tables(members, len(list(run))):
            if len(table) > room:
                groups.append([])
                room = WORD_CAPACITY
            groups[-1].append((table, len(table)))
            room //= len(table)
    return TextRow(
        len(positions),
        tuple(map(tuple, groups)),
    )


def _get_choices(members: str) -> str:
    """Return *members*, or "" for a constant, so that neighbouring constants form one slot."""
    return members if len(members) > 1 else ""


def _iter_tables(members: str, count: int) -> Iterator[tuple[str, ...]]:
    """Yield tables that draw *count* characters of *members*, as many at once as fit in a table.

    A narrower table draws the rest.
    """
    width = 1
    while len(members) ** (width + 1) <= MAX_TABLE_SIZE and width < count:
        width += 1
    yield from (_build_table(members, width),) * (count // width)
    if count % width:
        yield _build_table(members, count % width)


def build_rows_node(positions: Iterable[Positions]) -> RowsNode:
    """Return the node that draws one row of *positions*."""
    rows = tuple(map(build_row, positions))
    lengths = 0
    for row in rows:
        lengths |= 1 << row.length
    ways = sum(map(_count_ways, rows))
    return RowsNode(rows, lengths, min(MAX_WAYS, ways))


def _count_ways(row: TextRow) -> int:
    """Return the product of the sizes of the tables of *row*; a constant counts as one."""
    slots = (slot for group in row.slot_groups for slot in group)
    return prod(size or 1 for _, size in slots)


# Trees


def build_node(
    node: Syntax | CharacterRun,
    low: int,
    high: int,
) -> FitNode:
    """Return *node*, ready to draw texts of at most *high* characters.

    Texts have at least *low* characters where the node alone can decide that.
    """
    positions = expand_rows(node, low, high)
    if positions is not None:
        return build_rows_node(_drop_covered_rows(positions))
    match node:
        case Concatenation():
            items = tuple(map(_build_part, fit_series(node, low, high)))
            return _build_chain(items, len(items), high)
        case Repetition(item, min_count, max_count):
            unit = build_node(item, 0, high)
            shortest = max(1, find_length_range(item)[0])
            most = min(max_count or 0, high // shortest)
            count = max(min_count, most)
            return _build_chain((unit,) * count, min_count, high)
        case Alternation(branches):
            nodes = [build_node(branch, low, high) for branch in branches]
            return _build_fork(nodes, None)
        case GroupConditional(number, yes, no):
            nodes = [build_node(yes, 0, high), build_node(no, 0, high)]
            return _build_fork(nodes, number)
        case CaptureGroup(number, item):
            captured = build_node(item, low, high)
            return CaptureNode(
                number,
                captured,
                captured.lengths,
                captured.ways,
            )
        case Backreference(number, item):
            return BackreferenceNode(number, build_node(item, 0, high).lengths)
        case _:
            return build_rows_node([()])


def _build_part(part: list[Positions] | FitNode) -> FitNode:
    """Return a node for rows; a node is returned unchanged."""
    return build_rows_node(part) if isinstance(part, list) else part


def _drop_covered_rows(rows: list[Positions]) -> list[Positions]:
    """Return *rows* without those whose texts another row of the same length draws as well."""
    rows_by_length: dict[int, list[Positions]] = {}
    for row in rows:
        rows_by_length.setdefault(len(row), []).append(row)
    return [row for row in rows if not _is_covered(row, rows_by_length[len(row)])]


def _is_covered(candidate: Positions, rivals: list[Positions]) -> bool:
    """Return whether one of *rivals* allows all that *candidate* allows, at every position."""
    others = (rival for rival in rivals if rival != candidate)
    return any(all(map(_is_subset, candidate, rival)) for rival in others)


def _is_subset(chars: str, other_chars: str) -> bool:
    """Return whether *other_chars* contains all of *chars*: it is the same text, or has more."""
    return chars == other_chars or set(chars) < set(other_chars)


def _build_fork(branches: list[FitNode], group_number: int | None) -> ForkNode:
    """Return a fork of *branches*; those that cannot draw any length are left out.

    With a *group_number*, all are kept, because their order decides.
    """
    lengths = 0
    for branch in branches:
        lengths |= branch.lengths
    if group_number is None:
        branches = [branch for branch in branches if branch.lengths]
    ways = sum(branch.ways for branch in branches)
    return ForkNode(
        tuple(branches),
        group_number,
        lengths,
        min(MAX_WAYS, ways),
    )


def _build_chain(
    items: tuple[FitNode, ...],
    min_items: int,
    max_length: int,
) -> ChainNode:
    """Return a chain whose tails know their lengths, up to *max_length* characters.

    From item *min_items* on, the chain may end before any item.
    """
    if len(items) * max_length > MAX_CHAIN_BITS:
        raise ChainLimitError(max_length)
    possible = (1 << max(0, max_length + 1)) - 1  # the other items may need more than all
    tails: list[LengthSet] = [1]
    for index in range(len(items) - 1, -1, -1):
        tail = add_lengths(items[index].lengths, tails[-1]) & possible
        may_end_here = index >= min_items
        tails.append(tail | may_end_here)
    ways = _count_chain_ways(items, min_items)
    return ChainNode(
        items,
        min_items,
        tuple(reversed(tails)),
        tails[-1],
        ways,
    )


def _count_chain_ways(items: tuple[FitNode, ...], min_items: int) -> int:
    """Return the sum of the ways of each possible number of items, 2**64 at most."""
    total = 0 if min_items else 1
    product_of_ways = 1
    for count, item in enumerate(items, 1):
        product_of_ways = min(MAX_WAYS, product_of_ways * item.ways)
        if count >= min_items:
            total += product_of_ways
    return min(MAX_WAYS, total)


# Sets of lengths


def list_set_bits(lengths: LengthSet) -> list[int]:
    """Return the lengths in the set."""
    return [index for index, digit in enumerate(bin(lengths)[:1:-1]) if digit == "1"]


def add_lengths(left: LengthSet, right: LengthSet) -> LengthSet:
    """Return every sum of a length of *left* and one of *right*."""
    if left.bit_count() > right.bit_count():
        left, right = right, left
    first = (left & -left).bit_length() - 1
    width = left.bit_count()
    is_unbroken = bool(left) and left >> first == (1 << width) - 1
    if not is_unbroken:
        return _add_each_length(left, right)
    # An unbroken run of lengths is doubled instead of counted: log2(width) steps.
    total, done = right, 1
    while done < width:
        step = min(done, width - done)
        total |= total << step
        done += step
    return total << first


def _add_each_length(left: LengthSet, right: LengthSet) -> LengthSet:
    """Return every sum of a length of *left* and one of *right*, one length of *left* at a time."""
    total = 0
    for length in list_set_bits(left):
        total |= right << length
    return total
