"""Covering arrays: few rows in which all combinations of levels occur.

A factor is a place that varies, its levels are the classes of values of that place. A row has at
most one level of each factor. ``cover()`` returns rows that contain every feasible combination of
up to *strength* levels of different factors, for a strength of 1, 2 or 3.

The strategy is IPOG (Lei, Kacker, Kuhn, Okun and Lawrence, "IPOG: a general strategy for t-way
software testing", 2007): it takes one factor after the other, first chooses levels of the new
factor for the rows so far, then adds rows. This gives the *append law*::

    before = cover(factors, strength, forbidden)
    after = cover([*factors, new], strength, [*forbidden, *sets_with_a_level_of_new])

For each index of *before*, ``after[index]`` has the same level as ``before[index]`` for each
factor that has a level there. Factors without a level in ``before[index]`` may have one in
``after[index]``. Further rows follow. The law does not cover factors or levels that are inserted
elsewhere, nor new forbidden sets that contain only earlier factors.

The result depends on the arguments only. The order of *forbidden* does not matter.

Sets of levels are integers: each level of each factor is a column, and a column is one bit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heapreplace
from itertools import accumulate
from math import fsum
from typing import Protocol, TypeAlias

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.streams import mix_word

Row: TypeAlias = tuple[int | None, ...]
"""The level of each factor; None if the factor is as in the base record or not active."""

Combination: TypeAlias = tuple[tuple[int, int], ...]
"""Pairs of a factor and one of its levels, in the order of the factors."""

ForbiddenSets: TypeAlias = Collection[frozenset[tuple[int, int]]]
"""Sets of pairs of a factor and a level; no row contains all pairs of a set."""

MAX_STRENGTH = 3

ALWAYS = 0
"""A column that each row has, so that a single level counts as a pair with this column."""

EMPTY_ROW = 1 << ALWAYS

MAX_ATTEMPTS = 32
"""The most orders of the rows that are tried for a factor."""

ATTEMPT_BUDGET = 8_000
"""Limits the attempts for large arrays: the product of rows, levels, factors and attempts.

On 30 published instances, the attempts save 5 % of the rows and take 1.5 times as long as one
attempt for each factor. The size of 3^4 decreases from 15 rows to 9.
"""

_PartialRow: TypeAlias = tuple[int, int]
"""The columns of a row, and the columns that it has or cannot have."""


@dataclass(frozen=True, slots=True)
class Factor:
    """A place of a record with *level_count* classes of values.

    The states of a factor are its levels, numbered from 0, and BASE, whose number is
    *level_count*: the row has no level of the factor. A requirement is the index of an earlier
    factor and the bit mask of the states that it may have. A row with a level of this factor
    meets all its requirements.
    """

    level_count: int
    requirements: tuple[tuple[int, int], ...] = ()


def cover(
    factors: Sequence[Factor],
    strength: int,
    forbidden: ForbiddenSets = (),
) -> list[Row]:
    """Return rows that contain all feasible combinations of up to *strength* levels.

    Each row meets the requirements of its factors and contains no *forbidden* set. A combination
    is feasible if there is such a row that contains it.

    Raise ValueError if *strength* is not 1, 2 or 3, if a requirement refers to a factor that is
    not earlier, or if a forbidden set is empty or contains an unknown level.
    """
    return extend_cover(
        (),
        factors,
        strength,
        forbidden,
    )


def extend_cover(
    rows: Iterable[Row],
    factors: Sequence[Factor],
    strength: int,
    forbidden: ForbiddenSets = (),
) -> list[Row]:
    """Return further rows, which contain the combinations that *rows* do not contain.

    The function does not change or check *rows*; they may be shorter than *factors*. The append
    law holds for the result if *rows* have the same levels of the earlier factors.
    """
    _check_strength(strength)
    columns = _Columns(factors, forbidden)
    builder = _ArrayBuilder(
        columns,
        strength,
        [columns.encode_row(row) for row in rows],
    )
    for factor in range(len(factors)):
        builder.add_factor(factor)
    return [columns.decode_row(bits) for bits, _ in builder.rows]


def list_uncovered(
    rows: Iterable[Row],
    factors: Sequence[Factor],
    strength: int,
    forbidden: ForbiddenSets = (),
) -> list[Combination]:
    """Return the feasible combinations of up to *strength* levels that *rows* do not contain.

    Small combinations come first. Without *rows*, the result is all feasible combinations.
    """
    _check_strength(strength)
    columns = _Columns(factors, forbidden)
    accepted = [columns.encode_row(row) for row in rows]
    uncovered = []
    for column in columns.list_possible():
        goals = _list_goals(
            columns,
            column,
            strength,
            accepted,
        )
        uncovered += [goal | 1 << column for goal in goals.list_all()]
    missing = [columns.decode_combination(bits) for bits in filter(columns.is_feasible, uncovered)]
    return sorted(missing, key=lambda combination: (len(combination), combination))


def order_rows(
    rows: Sequence[Row],
    factors: Sequence[Factor],
    weights: Mapping[tuple[int, int], float] | None = None,
) -> list[Row]:
    """Return *rows* in an order that shows new levels as early as possible.

    The next row is the one with the highest sum of weights of levels that no row before it has;
    then the one with the most new pairs of levels; then the earliest of *rows*. *weights*
    contains numbers from 0 for pairs of a factor and a level; the default is 1.
    """
    gains = _OrderGains(factors, weights or {})
    starts = _number_columns(factors)
    masks = [_encode_row(row, starts) for row in rows]
    heap = [(*gains.measure(bits), index) for index, bits in enumerate(masks)]
    heapify(heap)
    ordered = []
    while heap:
        index = heap[0][-1]
        # Gains only decrease: if the first row has kept its gain, it is still the best.
        current = (*gains.measure(masks[index]), index)
        if current != heap[0]:
            heapreplace(heap, current)
            continue
        heappop(heap)
        gains.add_row(masks[index])
        ordered.append(rows[index])
    return ordered


def _check_strength(strength: int) -> None:
    """Raise ValueError if *strength* is not supported."""
    if not 1 <= strength <= MAX_STRENGTH:
        raise ValueError(f"Unsupported strength: expected 1, 2 or 3, got {strength}")


def _number_columns(factors: Iterable[Factor]) -> list[int]:
    """Return the first column of each factor, then the number of columns."""
    return [*accumulate((factor.level_count for factor in factors), initial=ALWAYS + 1)]


def _encode_row(row: Row, starts: Sequence[int]) -> int:
    """Return the columns of *row*."""
    bits = EMPTY_ROW
    for start, level in zip(
        starts,
        row,
        strict=False,
    ):
        if level is not None:
            bits |= 1 << (start + level)
    return bits


def _list_bits(mask: int) -> Iterator[int]:
    """Yield the columns of *mask* in order."""
    while mask:
        bit = mask & -mask
        yield bit.bit_length() - 1
        mask ^= bit


class _OrderGains:
    """The levels and pairs of levels in the rows so far, and what another row would add."""

    def __init__(
        self,
        factors: Iterable[Factor],
        weights: Mapping[tuple[int, int], float],
    ) -> None:
        self._weights = [0.0]
        for index, factor in enumerate(factors):
            levels = range(factor.level_count)
            self._weights += [weights.get((index, level), 1.0) for level in levels]
        self._levels = EMPTY_ROW
        # A column is not a pair with itself or ALWAYS, and ALWAYS with no column.
        self._pairs = [EMPTY_ROW | 1 << column for column in range(len(self._weights))]
        self._pairs[ALWAYS] = -1

    def measure(self, bits: int) -> tuple[float, int]:
        """Return the weight of the new levels and the number of new pairs, both negative."""
        # fsum() rounds once, so that equal sets of weights have equal sums in any order.
        weight = fsum(self._weights[column] for column in _list_bits(bits & ~self._levels))
        pairs = sum((bits & ~self._pairs[column]).bit_count() for column in _list_bits(bits))
        return -weight, -pairs

    def add_row(self, bits: int) -> None:
        """Add the levels and pairs of *bits*."""
        self._levels |= bits
        for column in _list_bits(bits):
            self._pairs[column] |= bits


class _Columns:
    """The columns of all factors and the rules of the rows that contain them."""

    def __init__(
        self,
        factors: Sequence[Factor],
        forbidden: ForbiddenSets,
    ) -> None:
        self.starts = _number_columns(factors)
        self.count = self.starts[-1]
        bounds = zip(
            self.starts,
            self.starts[1:],
            strict=False,
        )
        self.masks = [(1 << end) - (1 << start) for start, end in bounds]
        """The columns of each factor."""
        self.levels = [(0, 0)] * self.count
        """The factor and the level of each column."""
        self.needs: list[tuple[int, ...]] = [()] * self.count
        """Sets of columns; a row with the column has one column of each of its sets."""
        self.conflicts = [0] * self.count
        """The columns that no row has together with the column."""
        self.large_sets: list[tuple[int, ...]] = [()] * self.count
        """Forbidden sets of three or more columns, the column among them."""
        self.dead = 0
        """The columns that no row has."""
        for index, factor in enumerate(factors):
            self._add_factor(index, factor)
        for levels in forbidden:
            self._forbid(levels)
        self._propagate_needs()

    def _add_factor(
        self,
        index: int,
        factor: Factor,
    ) -> None:
        """Add the columns of *factor* with their conflicts and needs."""
        needs = []
        excluded = 0
        for other, states in factor.requirements:
            if not 0 <= other < index:
                raise ValueError(
                    f"Invalid requirement of factor {index}: expected an earlier factor, "
                    f"got {other}"
                )
            allowed = (states << self.starts[other]) & self.masks[other]
            excluded |= self.masks[other] & ~allowed
            base = self.starts[other + 1] - self.starts[other]
            if not states >> base & 1:
                needs.append(allowed)
        for column in _list_bits(self.masks[index]):
            self.levels[column] = index, column - self.starts[index]
            self.needs[column] = tuple(needs)
            self._add_conflicts(column, excluded | self.masks[index] & ~(1 << column))

    def _add_conflicts(
        self,
        column: int,
        others: int,
    ) -> None:
        """Exclude rows with *column* and one of *others*."""
        self.conflicts[column] |= others
        for other in _list_bits(others):
            self.conflicts[other] |= 1 << column

    def _forbid(self, levels: frozenset[tuple[int, int]]) -> None:
        """Exclude rows with all *levels*."""
        members = [self._find_column(factor, level) for factor, level in sorted(levels)]
        if not members:
            raise ValueError("Empty forbidden set: expected at least one level")
        first, *others = members
        if not others:
            self.dead |= 1 << first
        elif len(others) == 1:
            self._add_conflicts(first, 1 << others[0])
        else:
            mask = sum(1 << column for column in members)
            for column in members:
                self.large_sets[column] += (mask,)

    def _find_column(
        self,
        factor: int,
        level: int,
    ) -> int:
        """Return the column of *level*. Raise ValueError if *factor* has no such level."""
        is_known = 0 <= factor < len(self.masks)
        if not is_known or not self.masks[factor] >> self.starts[factor] + level & 1:
            raise ValueError(f"Unknown level in a forbidden set: got level {level} of {factor}")
        return self.starts[factor] + level

    def _propagate_needs(self) -> None:
        """Add the conflicts that follow from needs, so that fewer searches fail."""
        is_complete = False
        while not is_complete:
            is_complete = True
            for column, needs in enumerate(self.needs):
                for need in needs:
                    if self._propagate_need(column, need):
                        is_complete = False

    def _propagate_need(
        self,
        column: int,
        need: int,
    ) -> bool:
        """Add the conflicts that all options of *need* share to *column*; return if any is new."""
        if self.dead >> column & 1:
            return False
        options = need & ~self.conflicts[column] & ~self.dead
        if not options:
            self.dead |= 1 << column
            return True
        shared = -1
        for option in _list_bits(options):
            shared &= self.conflicts[option]
        added = shared & ~self.conflicts[column]
        self._add_conflicts(column, added)
        return added != 0

    def list_possible(self, factor: int | None = None) -> Iterator[int]:
        """Yield the columns of *factor*, or of all factors, that a row may have."""
        mask = (1 << self.count) - 1 & ~EMPTY_ROW if factor is None else self.masks[factor]
        return _list_bits(mask & ~self.dead)

    def is_feasible(self, bits: int) -> bool:
        """Return whether a row has all columns *bits*."""
        return self.fit(self.start_row(), _list_bits(bits)) is not None

    def start_row(self) -> _PartialRow:
        """Return a row without levels."""
        return EMPTY_ROW, EMPTY_ROW | self.dead

    def fit(
        self,
        row: _PartialRow,
        added: Iterable[int],
        preferred: int = 0,
        pending: tuple[int, ...] = (),
    ) -> _PartialRow | None:
        """Return *row* with the columns *added* and the columns that they need, or None.

        The search is complete: if it returns None, no row contains these columns. It takes
        columns of *preferred* first. *pending* are needs of columns of the row.
        """
        bits, blocked = row
        for column in added:
            if bits >> column & 1:
                continue
            if blocked >> column & 1:
                return None
            bits |= 1 << column
            blocked |= self.conflicts[column] | 1 << column
            blocked |= self._list_last_members(column, bits)
            pending += self.needs[column]
        unmet = [need & ~blocked for need in pending if not need & bits]
        if not unmet:
            return bits, blocked
        # The need with the fewest options comes first: an impossible one ends the search.
        options = min(unmet, key=int.bit_count)
        for option in (*_list_bits(options & preferred), *_list_bits(options & ~preferred)):
            found = self.fit(
                (bits, blocked),
                (option,),
                preferred,
                pending,
            )
            if found is not None:
                return found
        return None

    def _list_last_members(
        self,
        column: int,
        bits: int,
    ) -> int:
        """Return the columns that would complete a large forbidden set of *column* in *bits*."""
        last_members = 0
        for mask in self.large_sets[column]:
            missing = mask & ~bits
            if missing & (missing - 1) == 0:
                last_members |= missing
        return last_members

    def encode_row(self, row: Row) -> int:
        """Return the columns of *row*."""
        return _encode_row(row, self.starts)

    def decode_row(self, bits: int) -> Row:
        """Return the level of each factor in *bits*."""
        row: list[int | None] = [None] * len(self.masks)
        for factor, level in self.decode_combination(bits):
            row[factor] = level
        return tuple(row)

    def decode_combination(self, bits: int) -> Combination:
        """Return the factors and levels of *bits*."""
        return tuple(self.levels[column] for column in _list_bits(bits & ~EMPTY_ROW))


class _Goals(Protocol):
    """Sets of earlier columns that have to occur in a row together with one column."""

    columns: int
    """The columns of all goals."""

    def copy(self) -> _Goals:
        """Return goals that change independently."""

    def count(self, bits: int) -> int:
        """Return the number of goals in *bits*, or a number that grows with it."""

    def list_helpful(self, bits: int) -> int:
        """Return the columns that complete a goal if *bits* gets one of them."""

    def find_first(self) -> int:
        """Return the columns of a goal, the smallest goals first."""

    def remove(self, bits: int) -> None:
        """Remove the goals in *bits*."""

    def list_all(self) -> Iterator[int]:
        """Yield the columns of each goal."""


class _SingleGoals:
    """Goals of one column each."""

    __slots__ = ("columns",)

    def __init__(self, columns: int) -> None:
        self.columns = columns

    def copy(self) -> _SingleGoals:
        return _SingleGoals(self.columns)

    def count(self, bits: int) -> int:
        return (self.columns & bits).bit_count()

    def list_helpful(self, bits: int) -> int:
        return self.columns

    def find_first(self) -> int:
        return self.columns & -self.columns

    def remove(self, bits: int) -> None:
        self.columns &= ~bits

    def list_all(self) -> Iterator[int]:
        return (1 << column for column in _list_bits(self.columns))


class _PairGoals:
    """Goals of two columns each: *others* contains each pair twice, by each of its columns."""

    __slots__ = ("_others", "columns")

    def __init__(self, others: dict[int, int]) -> None:
        self._others = others
        self.columns = sum(1 << column for column in others)

    def copy(self) -> _PairGoals:
        return _PairGoals({column: self._others[column] for column in _list_bits(self.columns)})

    def count(self, bits: int) -> int:
        others = self._others
        return sum((others[column] & bits).bit_count() for column in self._list_common(bits))

    def list_helpful(self, bits: int) -> int:
        helpful = 0
        for column in self._list_common(bits):
            helpful |= self._others[column]
        return helpful

    def find_first(self) -> int:
        column = next(_list_bits(self.columns))
        others = self._others[column]
        return 1 << column | others & -others

    def remove(self, bits: int) -> None:
        for column in self._list_common(bits):
            self._others[column] &= ~bits
            if not self._others[column]:
                self.columns ^= 1 << column

    def list_all(self) -> Iterator[int]:
        for column in _list_bits(self.columns):
            for other in _list_bits(self._others[column] & -(1 << column)):
                yield 1 << column | 1 << other

    def _list_common(self, bits: int) -> Iterator[int]:
        return _list_bits(self.columns & bits)


def _list_goals(
    columns: _Columns,
    column: int,
    strength: int,
    accepted: Iterable[int],
) -> _Goals:
    """Return the goals of *column* among earlier factors that no row of *accepted* reaches.

    A few of them may be infeasible. Goals with the column ALWAYS are the smaller combinations.
    """
    goals = _list_conflict_free_goals(
        columns,
        column,
        strength,
    )
    for bits in accepted:
        if bits >> column & 1:
            goals.remove(bits)
    return goals


def _list_conflict_free_goals(
    columns: _Columns,
    column: int,
    strength: int,
) -> _Goals:
    """Return the goals of *column* without conflicts between two of their columns."""
    if strength == 1:
        return _SingleGoals(EMPTY_ROW)
    factor, _ = columns.levels[column]
    earlier = (1 << columns.starts[factor]) - 1
    earlier &= ~(columns.conflicts[column] | columns.dead)
    if strength == 2:
        return _SingleGoals(earlier)
    # A pair of ALWAYS with itself is the goal of the single level.
    others = {ALWAYS: earlier}
    for other in _list_bits(earlier & ~EMPTY_ROW):
        others[other] = earlier & ~columns.conflicts[other] & ~(1 << other)
    return _PairGoals(others)


class _ArrayBuilder:
    """Rows that grow by one factor at a time."""

    def __init__(
        self,
        columns: _Columns,
        strength: int,
        accepted: Sequence[int],
    ) -> None:
        self.rows: list[_PartialRow] = []
        self._columns = columns
        self._strength = strength
        self._accepted = accepted

    def add_factor(self, factor: int) -> None:
        """Cover the combinations of *factor* with earlier factors.

        The best of several attempts is the one with the fewest rows, then the one that leaves
        the most factors of its rows open. The choice does not depend on later factors.
        """
        goals = self._list_open_goals(factor)
        if not goals:
            return
        size = len(self.rows) * len(goals) * (factor + 1)
        attempt_count = min(MAX_ATTEMPTS, 1 + ATTEMPT_BUDGET // (size + 1))
        if self._strength == 1:  # other orders give as many rows, in a third of all the time
            attempt_count = 1
        attempts = []
        for attempt in range(attempt_count):
            rows = self._try_order(goals, attempt)
            attempts.append(rows)
            if len(rows) == len(self.rows):
                break
        self.rows = min(attempts, key=_measure_rows)

    def _list_open_goals(self, factor: int) -> dict[int, _Goals]:
        """Return the goals of each column of *factor* that has any."""
        columns = self._columns
        open_goals = {}
        for column in columns.list_possible(factor):
            goals = _list_goals(
                columns,
                column,
                self._strength,
                self._accepted,
            )
            if goals.columns:
                open_goals[column] = goals
        return open_goals

    def _try_order(
        self,
        open_goals: Mapping[int, _Goals],
        attempt: int,
    ) -> list[_PartialRow]:
        """Return the rows after *attempt*, which decides the order of the present rows."""
        rows = self.rows.copy()
        goals = {column: each.copy() for column, each in open_goals.items()}
        order: Sequence[int] = range(len(rows))
        if attempt:
            order = sorted(order, key=lambda index: mix_word(attempt, index))
        for index in order:
            chosen = self._choose_column(rows[index], goals)
            if chosen is not None:
                column, row = chosen
                rows[index] = self._fill_row(row, goals[column])
                if not goals[column].columns:
                    del goals[column]
        for column, each in goals.items():
            self._add_rows(
                rows,
                column,
                each,
            )
        return rows

    def _choose_column(
        self, row: _PartialRow, goals: Mapping[int, _Goals]
    ) -> tuple[int, _PartialRow] | None:
        """Return the column that gains most in *row*, and the row with it, or None.

        If columns gain the same, the one with the most goals that the row may still reach wins.
        """
        bits, blocked = row
        ranked = []
        for column, each in goals.items():
            gain = 0 if blocked >> column & 1 else each.count(bits)
            if gain:
                reach = (each.columns & ~blocked).bit_count()
                ranked.append((-gain, -reach, column))
        for *_, column in sorted(ranked):
            found = self._columns.fit(
                row,
                (column,),
                goals[column].list_helpful(bits),
            )
            if found is not None:
                return column, found
        return None

    def _fill_row(
        self,
        row: _PartialRow,
        goals: _Goals,
    ) -> _PartialRow:
        """Return *row* with further columns that complete goals; remove all goals it reaches."""
        bits, blocked = row
        while helpful := goals.list_helpful(bits) & ~blocked:
            bit = helpful & -helpful
            found = self._columns.fit(
                (bits, blocked),
                (bit.bit_length() - 1,),
                helpful,
            )
            bits, blocked = found or (bits, blocked | bit)
        goals.remove(bits)
        return bits, blocked

    def _add_rows(
        self,
        rows: list[_PartialRow],
        column: int,
        goals: _Goals,
    ) -> None:
        """Put the remaining *goals* of *column* into open places of *rows* and into new rows."""
        candidates = []
        for index, (bits, blocked) in enumerate(rows):
            if bits >> column & 1 or not blocked >> column & 1:
                candidates.append(index)
        while goals.columns:
            goal = goals.find_first()
            place = self._find_place(
                rows,
                candidates,
                goal | 1 << column,
            )
            if place is None:
                goals.remove(goal)  # it is infeasible
                continue
            index, row = place
            filled = self._fill_row(row, goals)
            rows[index : index + 1] = [filled]
            if index == len(rows) - 1:
                candidates.append(index)

    def _find_place(
        self, rows: Sequence[_PartialRow], candidates: Iterable[int], wanted: int
    ) -> tuple[int, _PartialRow] | None:
        """Return the index of the row that can have the columns *wanted*, and this row with them.

        The index is that of a new row if none of *candidates* fits. Return None if *wanted* is
        infeasible.
        """
        added = [*_list_bits(wanted)]
        for index in candidates:
            bits, blocked = rows[index]
            if wanted & blocked & ~bits:
                continue
            found = self._columns.fit((bits, blocked), added)
            if found is not None:
                return index, found
        found = self._columns.fit(self._columns.start_row(), added)
        return None if found is None else (len(rows), found)


def _measure_rows(rows: Sequence[_PartialRow]) -> tuple[int, int]:
    """Return the number of *rows* and of their levels."""
    return len(rows), sum(bits.bit_count() for bits, _ in rows)
