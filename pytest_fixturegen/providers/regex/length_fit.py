"""Fits a syntax tree to lengths: rows of tables that a word indexes, a tree only where rows would be too many."""

from collections.abc import Iterable
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

MAX_ROWS = 64  # alternatives of fixed length that are written out before a tree is kept
MAX_TABLE_SIZE = 4096  # entries of the largest table: one look-up draws two letters or three digits
WORD_CAPACITY = (
    1 << 56
)  # what is taken from one 64-bit word; the rest keeps the last digit even to 1/256
MAX_WAYS = 1 << 64

Slot: TypeAlias = tuple[
    tuple[str, ...], int
]  # a table and how many entries it has; 0 for a constant
Positions: TypeAlias = tuple[str, ...]  # the characters to choose from, place by place


class TextRow(NamedTuple):
    """A text of *length* characters; each group of slots spends one word."""

    length: int
    slot_groups: tuple[tuple[Slot, ...], ...]


@dataclass(frozen=True, slots=True)
class RowsNode:
    """One of *rows*.

    In every node, bit n of *lengths* says that n characters are possible, and *ways* how many draws differ, 2**64 at most.
    """

    rows: tuple[TextRow, ...]
    lengths: int
    ways: int


@dataclass(frozen=True, slots=True)
class ChainNode:
    """The first *low* or more of *items*; *tails* are the lengths from each item on."""

    items: "tuple[FitNode, ...]"
    min_items: int
    tail_lengths: tuple[int, ...]
    lengths: int
    ways: int


@dataclass(frozen=True, slots=True)
class ForkNode:
    """One of *branches*; the first if the group *given* took part, when a group is named."""

    branches: "tuple[FitNode, ...]"
    group_number: int | None
    lengths: int
    ways: int


@dataclass(frozen=True, slots=True)
class CaptureNode:
    group_number: int
    item: "FitNode"
    lengths: int
    ways: int


@dataclass(frozen=True, slots=True)
class BackreferenceNode:
    group_number: int
    lengths: int
    ways: int = 1


FitNode: TypeAlias = RowsNode | ChainNode | ForkNode | CaptureNode | BackreferenceNode


def expand_rows(node: Syntax, low: int, high: int) -> list[Positions] | None:
    """Every row of *node* from *low* to *high* characters long; None if they are too many."""
    match node:
        case CharClass(members):
            return [(members,)] if low <= 1 <= high else []
        case Concatenation():
            parts = fit_series(node, low, high)
            return parts[0] if len(parts) == 1 and isinstance(parts[0], list) else None
        case Alternation(branches):
            found = [expand_rows(branch, low, high) for branch in branches]
            rows = list(dict.fromkeys(row for some in found for row in some or ()))
            return rows if None not in found and len(rows) <= MAX_ROWS else None
        case Repetition(item, least, most):
            rows_of_one = expand_rows(item, 0, high)
            return (
                None
                if rows_of_one is None
                else _repeat_rows(rows_of_one, least, most or 0, low, high)
            )
        case Assertion() | Lookaround():
            return [()] if low <= 0 <= high else []
        case _:
            return None


def fit_series(node: Concatenation, low: int, high: int) -> list[list[Positions] | FitNode]:
    """The items of *node*, neighbours joined into rows for as long as the rows are few."""
    spans = [find_length_range(item) for item in node.items]
    least, most = sum(a for a, _ in spans), sum(b for _, b in spans)
    parts: list[list[Positions] | FitNode] = [[()]]
    for item, (shortest, longest) in zip(node.items, spans, strict=True):
        lowest, highest = max(0, low - most + longest), high - least + shortest
        rows = expand_rows(item, lowest, highest)
        last = parts[-1]
        if rows is None:
            parts.append(build_node(item, lowest, highest))
        elif (
            isinstance(last, list)
            and (joined := _join_rows(last, rows, highest if len(parts) > 1 else high)) is not None
        ):
            parts[-1] = joined
        else:
            parts.append(rows)
    if len(parts) == 1 and isinstance(parts[0], list):
        parts[0] = [row for row in parts[0] if low <= len(row) <= high]
    return parts


def _join_rows(
    left: list[Positions], right: list[Positions], max_length: int
) -> list[Positions] | None:
    if len(left) * len(right) > 16 * MAX_ROWS:
        return None
    rows = dict.fromkeys(a + b for a in left for b in right if len(a) + len(b) <= max_length)
    return list(rows) if len(rows) <= MAX_ROWS else None


def _repeat_rows(
    unit_rows: list[Positions], min_count: int, max_count: int, low: int, high: int
) -> list[Positions] | None:
    if len(unit_rows) == 1 and unit_rows[0]:
        width = len(unit_rows[0])
        counts = range(max(min_count, -(-low // width)), min(max_count, high // width) + 1)
        return [unit_rows[0] * count for count in counts] if len(counts) <= MAX_ROWS else None
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
    return list(rows) if len(rows) <= MAX_ROWS else None


@lru_cache(maxsize=128)
def _build_table(members: str, width: int) -> tuple[str, ...]:
    return tuple(map("".join, product(members, repeat=width)))


def build_row(positions: Positions) -> TextRow:
    """*positions* as slots: constants, and tables over as many places at once as they have room for."""
    groups: list[list[Slot]] = [[]]
    room = WORD_CAPACITY // MAX_ROWS
    for members, run in groupby(positions, lambda chars: chars if len(chars) > 1 else ""):
        if not members:
            groups[-1].append((("".join(run),), 0))
            continue
        for table in _iter_tables(members, len(list(run))):
            if len(table) > room:
                groups.append([])
                room = WORD_CAPACITY
            groups[-1].append((table, len(table)))
            room //= len(table)
    return TextRow(len(positions), tuple(map(tuple, groups)))


def _iter_tables(members: str, count: int) -> Iterable[tuple[str, ...]]:
    width = 1
    while len(members) ** (width + 1) <= MAX_TABLE_SIZE and width < count:
        width += 1
    yield from (_build_table(members, width),) * (count // width)
    if count % width:
        yield _build_table(members, count % width)


def build_rows_node(positions: Iterable[Positions]) -> RowsNode:
    rows = tuple(map(build_row, positions))
    lengths = 0
    for one in rows:
        lengths |= 1 << one.length
    ways = sum(prod(base or 1 for slots in one.slot_groups for _, base in slots) for one in rows)
    return RowsNode(rows, lengths, min(MAX_WAYS, ways))


# Trees


def build_node(node: Syntax, low: int, high: int) -> FitNode:
    """*node*, ready to draw texts of at most *high* characters, and of *low* where it can know."""
    positions = expand_rows(node, low, high)
    if positions is not None:
        return build_rows_node(_drop_covered_rows(positions))
    match node:
        case Concatenation():
            parts = [
                build_rows_node(part) if isinstance(part, list) else part
                for part in fit_series(node, low, high)
            ]
            return _build_chain(tuple(parts), len(parts), high)
        case Repetition(item, least, most):
            one = build_node(item, 0, high)
            count = max(least, min(most or 0, high // max(1, find_length_range(item)[0])))
            return _build_chain((one,) * count, least, high)
        case Alternation(branches):
            return _build_fork([build_node(branch, low, high) for branch in branches], None)
        case GroupConditional(number, yes, no):
            return _build_fork([build_node(yes, 0, high), build_node(no, 0, high)], number)
        case CaptureGroup(number, item):
            kept = build_node(item, low, high)
            return CaptureNode(number, kept, kept.lengths, kept.ways)
        case Backreference(number, item):
            return BackreferenceNode(number, build_node(item, 0, high).lengths)
        case _:
            return build_rows_node([()])


def _drop_covered_rows(rows: list[Positions]) -> list[Positions]:
    """*rows* without those that say nothing that another of their length does not say."""
    by_length: dict[int, list[Positions]] = {}
    for positions in rows:
        by_length.setdefault(len(positions), []).append(positions)

    def is_covered(candidate: Positions) -> bool:
        rivals = by_length[len(candidate)]
        return len(rivals) > 1 and any(
            wide != candidate and all(map(_is_subset, candidate, wide)) for wide in rivals
        )

    return [positions for positions in rows if not is_covered(positions)]


def _is_subset(chars: str, other_chars: str) -> bool:
    return chars == other_chars or set(chars) < set(other_chars)


def _build_fork(branches: list[FitNode], group_number: int | None) -> ForkNode:
    lengths = 0
    for branch in branches:
        lengths |= branch.lengths
    able = tuple(branch for branch in branches if group_number is not None or branch.lengths)
    return ForkNode(able, group_number, lengths, min(MAX_WAYS, sum(branch.ways for branch in able)))


def _build_chain(items: tuple[FitNode, ...], min_items: int, max_length: int) -> ChainNode:
    tails = [1]
    for index in range(len(items) - 1, -1, -1):
        tail = add_lengths(items[index].lengths, tails[-1]) & ((1 << (max_length + 1)) - 1)
        tails.append(tail | (index >= min_items))
    ways, product_of_ways = int(not min_items), 1
    for count, item in enumerate(items, 1):
        product_of_ways = min(MAX_WAYS, product_of_ways * item.ways)
        ways += product_of_ways * (count >= min_items)
    return ChainNode(items, min_items, tuple(reversed(tails)), tails[-1], min(MAX_WAYS, ways))


def list_set_bits(lengths: int) -> list[int]:
    """The lengths that are set."""
    return [index for index, digit in enumerate(bin(lengths)[:1:-1]) if digit == "1"]


def add_lengths(left: int, right: int) -> int:
    """Every sum of a length of *left* and one of *right*."""
    if left.bit_count() > right.bit_count():
        left, right = right, left
    first = (left & -left).bit_length() - 1
    width = left.bit_count()
    if not left or left >> first != (1 << width) - 1:
        total = 0
        for length in list_set_bits(left):
            total |= right << length
        return total
    total, done = right, 1
    while done < width:  # an unbroken run of lengths: doubled, not counted
        step = min(done, width - done)
        total |= total << step
        done += step
    return total << first
