"""Fits a syntax tree to lengths: rows of tables that a word indexes, a tree only where rows would be too many."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby, product
from math import prod
from typing import NamedTuple, TypeAlias

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.providers.pattern_classes import Chars
from pytest_fixturegen.providers.pattern_syntax import Capture, Choice, Given, Look, Mark, Recall, Repeat, Series, Syntax, span

MOST_ROWS = 64  # alternatives of fixed length that are written out before a tree is kept
TABLE = 4096  # entries of the largest table: one look-up draws two letters or three digits
ROOM = 1 << 56  # what is taken from one 64-bit word; the rest keeps the last digit even to 1/256
CAP = 1 << 64

Slot: TypeAlias = tuple[tuple[str, ...], int]  # a table and how many entries it has; 0 for a constant
Positions: TypeAlias = tuple[str, ...]  # the characters to choose from, place by place


class Row(NamedTuple):
    """A text of *length* characters; each group of slots spends one word."""

    length: int
    groups: tuple[tuple[Slot, ...], ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """One of *rows*.

    In every node, bit n of *lengths* says that n characters are possible, and *ways* how many draws differ, 2**64 at most.
    """

    rows: tuple[Row, ...]
    lengths: int
    ways: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The first *low* or more of *items*; *tails* are the lengths from each item on."""

    items: "tuple[Node, ...]"
    low: int
    tails: tuple[int, ...]
    lengths: int
    ways: int


@dataclass(frozen=True, slots=True)
class Fork:
    """One of *branches*; the first if the group *given* took part, when a group is named."""

    branches: "tuple[Node, ...]"
    given: int | None
    lengths: int
    ways: int


@dataclass(frozen=True, slots=True)
class Keep:
    number: int
    item: "Node"
    lengths: int
    ways: int


@dataclass(frozen=True, slots=True)
class Echo:
    number: int
    lengths: int
    ways: int = 1


Node: TypeAlias = Rows | Chain | Fork | Keep | Echo


def expand(node: Syntax, low: int, high: int) -> list[Positions] | None:
    """Every row of *node* from *low* to *high* characters long; None if they are too many."""
    match node:
        case Chars(members):
            return [(members,)] if low <= 1 <= high else []
        case Series():
            parts = fitted(node, low, high)
            return parts[0] if len(parts) == 1 and isinstance(parts[0], list) else None
        case Choice(branches):
            found = [expand(branch, low, high) for branch in branches]
            rows = list(dict.fromkeys(row for some in found for row in some or ()))
            return rows if None not in found and len(rows) <= MOST_ROWS else None
        case Repeat(item, least, most):
            rows_of_one = expand(item, 0, high)
            return None if rows_of_one is None else _repeated(rows_of_one, least, most or 0, low, high)
        case Mark() | Look():
            return [()] if low <= 0 <= high else []
        case _:
            return None


def fitted(node: Series, low: int, high: int) -> list[list[Positions] | Node]:
    """The items of *node*, neighbours joined into rows for as long as the rows are few."""
    spans = [span(item) for item in node.items]
    least, most = sum(a for a, _ in spans), sum(b for _, b in spans)
    parts: list[list[Positions] | Node] = [[()]]
    for item, (shortest, longest) in zip(node.items, spans, strict=True):
        lowest, highest = max(0, low - most + longest), high - least + shortest
        rows = expand(item, lowest, highest)
        last = parts[-1]
        if rows is None:
            parts.append(build(item, lowest, highest))
        elif isinstance(last, list) and (joined := _joined(last, rows, highest if len(parts) > 1 else high)) is not None:
            parts[-1] = joined
        else:
            parts.append(rows)
    if len(parts) == 1 and isinstance(parts[0], list):
        parts[0] = [row for row in parts[0] if low <= len(row) <= high]
    return parts


def _joined(left: list[Positions], right: list[Positions], longest: int) -> list[Positions] | None:
    if len(left) * len(right) > 16 * MOST_ROWS:
        return None
    rows = dict.fromkeys(a + b for a in left for b in right if len(a) + len(b) <= longest)
    return list(rows) if len(rows) <= MOST_ROWS else None


def _repeated(one: list[Positions], least: int, most: int, low: int, high: int) -> list[Positions] | None:
    if len(one) == 1 and one[0]:
        width = len(one[0])
        counts = range(max(least, -(-low // width)), min(most, high // width) + 1)
        return [one[0] * count for count in counts] if len(counts) <= MOST_ROWS else None
    rows: dict[Positions, None] = {}
    current: list[Positions] = [()]
    for count in range(most + 1):
        if count >= least:
            rows |= dict.fromkeys(row for row in current if len(row) >= low)
        if count == most or len(rows) > MOST_ROWS:
            break
        joined = _joined(current, one, high)
        if joined is None:
            return None
        current = joined
    return list(rows) if len(rows) <= MOST_ROWS else None


@lru_cache(maxsize=128)
def _table(members: str, width: int) -> tuple[str, ...]:
    return tuple(map("".join, product(members, repeat=width)))


def row(positions: Positions) -> Row:
    """*positions* as slots: constants, and tables over as many places at once as they have room for."""
    groups: list[list[Slot]] = [[]]
    room = ROOM // MOST_ROWS
    for members, run in groupby(positions, lambda chars: chars if len(chars) > 1 else ""):
        if not members:
            groups[-1].append((("".join(run),), 0))
            continue
        for table in _tables(members, len(list(run))):
            if len(table) > room:
                groups.append([])
                room = ROOM
            groups[-1].append((table, len(table)))
            room //= len(table)
    return Row(len(positions), tuple(map(tuple, groups)))


def _tables(members: str, count: int) -> Iterable[tuple[str, ...]]:
    width = 1
    while len(members) ** (width + 1) <= TABLE and width < count:
        width += 1
    yield from (_table(members, width),) * (count // width)
    if count % width:
        yield _table(members, count % width)


def rows_of(positions: Iterable[Positions]) -> Rows:
    rows = tuple(map(row, positions))
    lengths = 0
    for one in rows:
        lengths |= 1 << one.length
    ways = sum(prod(base or 1 for slots in one.groups for _, base in slots) for one in rows)
    return Rows(rows, lengths, min(CAP, ways))


# Trees


def build(node: Syntax, low: int, high: int) -> Node:
    """*node*, ready to draw texts of at most *high* characters, and of *low* where it can know."""
    positions = expand(node, low, high)
    if positions is not None:
        return rows_of(_uncovered(positions))
    match node:
        case Series():
            parts = [rows_of(part) if isinstance(part, list) else part for part in fitted(node, low, high)]
            return _chain(tuple(parts), len(parts), high)
        case Repeat(item, least, most):
            one = build(item, 0, high)
            count = max(least, min(most or 0, high // max(1, span(item)[0])))
            return _chain((one,) * count, least, high)
        case Choice(branches):
            return _fork([build(branch, low, high) for branch in branches], None)
        case Given(number, yes, no):
            return _fork([build(yes, 0, high), build(no, 0, high)], number)
        case Capture(number, item):
            kept = build(item, low, high)
            return Keep(number, kept, kept.lengths, kept.ways)
        case Recall(number, item):
            return Echo(number, build(item, 0, high).lengths)
        case _:
            return rows_of([()])


def _uncovered(rows: list[Positions]) -> list[Positions]:
    """*rows* without those that say nothing that another of their length does not say."""
    by_length: dict[int, list[Positions]] = {}
    for positions in rows:
        by_length.setdefault(len(positions), []).append(positions)

    def covered(thin: Positions) -> bool:
        rivals = by_length[len(thin)]
        return len(rivals) > 1 and any(wide != thin and all(map(_within, thin, wide)) for wide in rivals)

    return [positions for positions in rows if not covered(positions)]


def _within(thin: str, wide: str) -> bool:
    return thin == wide or set(thin) < set(wide)


def _fork(branches: list[Node], given: int | None) -> Fork:
    lengths = 0
    for branch in branches:
        lengths |= branch.lengths
    able = tuple(branch for branch in branches if given is not None or branch.lengths)
    return Fork(able, given, lengths, min(CAP, sum(branch.ways for branch in able)))


def _chain(items: tuple[Node, ...], low: int, high: int) -> Chain:
    tails = [1]
    for index in range(len(items) - 1, -1, -1):
        tail = plus(items[index].lengths, tails[-1]) & ((1 << (high + 1)) - 1)
        tails.append(tail | (index >= low))
    ways, product_of_ways = int(not low), 1
    for count, item in enumerate(items, 1):
        product_of_ways = min(CAP, product_of_ways * item.ways)
        ways += product_of_ways * (count >= low)
    return Chain(items, low, tuple(reversed(tails)), tails[-1], min(CAP, ways))


def bits(lengths: int) -> list[int]:
    """The lengths that are set."""
    return [index for index, digit in enumerate(bin(lengths)[:1:-1]) if digit == "1"]


def plus(left: int, right: int) -> int:
    """Every sum of a length of *left* and one of *right*."""
    if left.bit_count() > right.bit_count():
        left, right = right, left
    first = (left & -left).bit_length() - 1
    width = left.bit_count()
    if not left or left >> first != (1 << width) - 1:
        total = 0
        for length in bits(left):
            total |= right << length
        return total
    total, done = right, 1
    while done < width:  # an unbroken run of lengths: doubled, not counted
        step = min(done, width - done)
        total |= total << step
        done += step
    return total << first
