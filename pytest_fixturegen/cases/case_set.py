"""Sets of cases: few records that show, together, every class of the values of a type."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import summarize_message
from pytest_fixturegen._internal.user_code import Raised
from pytest_fixturegen.cases.case_builder import CaseBuilder, Choice
from pytest_fixturegen.cases.covering import (
    Factor,
    extend_cover,
    list_uncovered,
    order_rows,
)
from pytest_fixturegen.cases.named_values import NamedValues
from pytest_fixturegen.cases.options import Option
from pytest_fixturegen.cases.places import AS_IN_BASE, Place
from pytest_fixturegen.config.command_options import Cover
from pytest_fixturegen.generator.json_output import encode_input
from pytest_fixturegen.generator.repair.record_source import RecordSource
from pytest_fixturegen.generator.repair.refusal import read_refusals
from pytest_fixturegen.strategies.plan import Plan

T = TypeVar("T")

STRENGTHS: dict[str, int] = {"each": 1, "pairs": 2, "triples": 3}
"""How many places a combination has that the cases of each kind cover."""

PAIRS = 2
MAX_TRIPLE_PLACES = 30
"""The first places, outer ones first, of which triples are formed: of more, they are thousands."""

MAX_ROUNDS = 8
"""How often combinations are looked for in place of those that validators refuse."""

MAX_PARTNERS = 24
"""The most classes with which one that is refused alone is combined."""

SETTLING_WORK = 4_000
"""Places that are drawn at most to find out what is refused: records of few places are tried more.

A place takes about 0.1 ms. Without a limit, a record of 200 places with three refused classes took
30 seconds.
"""

MAX_ID_LENGTH = 80
"""Characters of the id of a case; a longer one is cut, and its digest makes it unique."""

KIND_WEIGHTS = {"choice": 2.0, "bound": 2.0, "sample": 1.0}
"""Relative weight of a class: how likely it is to find a bug. Unusual samples find fewer."""

Row = tuple[int | None, ...]
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case(Generic[T]):
    """One case: its *record*, and the classes in which it differs from the base record.

    *id* is unique in its set and stable as long as the case is unchanged. *shown* are the places
    at which the record differs, each with its class. *source* draws the record by *plan*.
    """

    id: str
    record: T
    shown: tuple[Choice, ...]
    source: RecordSource
    plan: Plan

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """The name of each place that the case varies, and that of its class."""
        return tuple((place.title, option.label) for place, option in self.shown)

    def encode_input(self, validate_json: Callable[[bytes], Any]) -> bytes:
        """Return the JSON of the record with the keys that its model reads by *validate_json*.

        Raises:
            MappingError: If the model accepts no JSON of it.
        """
        return encode_input(
            self.plan,
            self.record,
            self.source,
            validate_json,
        )


class RefusedCombination(NamedTuple):
    """A combination of classes that the model's validators refuse, and their *reason*."""

    choices: tuple[tuple[str, str], ...]
    reason: str


class _Refused(NamedTuple):
    """The *cells* of a row that are refused together; without a *reason*, only the whole row is."""

    cells: list[Cell]
    reason: str


class CaseSet(NamedValues[T]):
    """The records of cases, as a sequence.

    Attributes:
        cases: The cases; those most likely to find a bug come first.
        refused: The combinations of classes that validators refuse.
        not_covered: The combinations left out by the limit of cases: pairs of a place and a class.
        classes: All classes of each place, by its title.
    """

    def __init__(
        self,
        cases: Sequence[Case[T]],
        refused: Sequence[RefusedCombination] = (),
        not_covered: Sequence[tuple[tuple[str, str], ...]] = (),
        classes: dict[str, tuple[str, ...]] | None = None,
    ) -> None:
        """Keep what was found."""
        super().__init__([case.record for case in cases], tuple(case.id for case in cases))
        self.cases = tuple(cases)
        self.refused = tuple(refused)
        self.not_covered = tuple(not_covered)
        self.classes = classes or {}

    def __repr__(self) -> str:
        """Return how many cases there are, and how many combinations are refused."""
        return f"<{len(self)} cases, {len(self.refused)} refused combinations>"


def build_cases(
    builder: CaseBuilder,
    cover_name: Cover,
    max_cases: int | None,
) -> CaseSet[Any]:
    """Return the cases of *builder*, at most *max_cases*, that *cover_name* asks for."""
    search = CaseSearch(builder)
    return search.run(cover_name, max_cases)


class CaseSearch:
    """Searches rows of classes, and builds the record of each."""

    def __init__(self, builder: CaseBuilder) -> None:
        """Start without cases."""
        self.builder = builder
        self.places = builder.places
        self.factors = self._build_factors(with_samples=True)
        self.paired = self._build_factors(with_samples=False)
        self.built: dict[Row, tuple[Any, RecordSource]] = {}
        self.forbidden: dict[frozenset[Cell], str] = {}
        self.tries_left = SETTLING_WORK // (len(self.places) + 1)

    def run(
        self,
        cover_name: Cover,
        max_cases: int | None,
    ) -> CaseSet[Any]:
        """Return the cases that *cover_name* asks for, at most *max_cases*."""
        if not self.places:
            return self._make_set([()], [])
        if cover_name == "bounds":
            rows = self._build_accepted(self._list_single_rows())
        else:
            rows = self._find_rows(STRENGTHS[cover_name])
        if not rows:  # the base record alone
            return self._make_set([()], [])
        ordered = order_rows(
            rows,
            self.factors,
            self._list_weights(),
        )
        kept = ordered if max_cases is None else ordered[:max_cases]
        return self._make_set(
            kept,
            self._list_lost(
                kept,
                cover_name,
                len(ordered),
            ),
        )

    def _build_factors(self, *, with_samples: bool) -> list[Factor]:
        """Return a factor for each place; its levels are the options, samples last if at all."""
        options = [_list_levels(place, with_samples=with_samples) for place in self.places]
        factors = []
        for place, levels in zip(
            self.places,
            options,
            strict=True,
        ):
            requirements = [
                (number, _make_mask(options[number], names)) for number, names in place.requirements
            ]
            factors.append(Factor(len(levels), tuple(requirements)))
        return factors

    def _find_rows(self, strength: int) -> list[Row]:
        """Return rows whose records the model takes, with all combinations of *strength*.

        Combinations are formed of choices and bounds. Unusual samples follow, each once. Triples
        are formed of the outermost places.
        """
        rows: list[Row] = []
        if strength > PAIRS:
            self._extend(
                rows,
                self.paired[: _count_varied(strength)],
                strength,
            )
        if strength > 1:
            self._extend(
                rows,
                self.paired,
                PAIRS,
            )
        self._extend(
            rows,
            self.factors,
            1,
        )
        return rows

    def _extend(
        self,
        rows: list[Row],
        factors: list[Factor],
        strength: int,
    ) -> None:
        """Add to *rows* those that cover all combinations, in turns.

        In each turn, the combinations that validators refuse are found out and left out.
        """
        for _ in range(MAX_ROUNDS):
            found = extend_cover(
                rows,
                factors,
                strength,
                [*self.forbidden],
            )
            accepted = self._build_accepted([self._pad(row) for row in found])
            rows += accepted
            if len(accepted) == len(found):
                break

    def _pad(self, row: Row) -> Row:
        """Return *row* with a cell for each place."""
        return (*row, *[None] * (len(self.places) - len(row)))

    def _build_accepted(self, rows: Sequence[Row]) -> list[Row]:
        """Return *rows* whose records the model takes; note why others are refused."""
        accepted = []
        for wanted in rows:
            row: Row | None = wanted
            result = self.builder.build(self._list_choices(wanted))
            if isinstance(result, Raised):
                row, result = self._settle_refusal(wanted, result.error)
            if row is not None and row not in self.built:
                self.built[row] = result
                accepted.append(row)
        return accepted

    def _list_single_rows(self) -> list[Row]:
        """Return a row for each bound and each unusual value, alone."""
        rows = []
        for number, place in enumerate(self.places):
            for level, option in enumerate(place.options):
                if option.kind != "choice":
                    rows.append(self._complete({number: level}))
        return rows

    def _complete(self, cells: dict[int, int]) -> Row:
        """Return the row with *cells*, and with what they require of other places.

        A requirement that the base record does not meet is met by the first option that does.
        """
        row: list[int | None] = [None] * len(self.places)
        for number, level in cells.items():
            for other, mask in self.factors[number].requirements:
                is_met = mask >> self.factors[other].level_count & 1
                if not is_met and row[other] is None:
                    row[other] = (mask & -mask).bit_length() - 1
            row[number] = level
        return tuple(row)

    def _settle_refusal(
        self,
        row: Row,
        error: Exception,
    ) -> tuple[Row | None, Any]:
        """Note what of *row* is refused with *error*.

        If that is due to what the base record has at another place, return the row with another
        class there, and its record. After many tries, the row alone counts as refused.
        """
        if self.tries_left <= 0:
            self.forbidden[frozenset(_list_cells(row))] = ""
            return None, None
        refused = self._minimize(row, error)
        if self._find_accepted(refused.cells) is not None:
            refused = self._extend_refused(row, refused)
        self.forbidden[frozenset(refused.cells)] = refused.reason
        if refused.reason:
            return None, None
        return self._find_accepted(_list_cells(row)) or (None, None)

    def _minimize(
        self,
        row: Row,
        error: Exception,
    ) -> _Refused:
        """Return the smallest part of *row* that is refused as it is, without a repair."""
        cells = _list_cells(row)
        for cell in list(cells)[: max(self.tries_left, 0)]:
            rest = [other for other in cells if other != cell]
            result = self._try_cells(rest, repairs=False)
            if isinstance(result, Raised):
                cells, error = rest, result.error
        return _Refused(cells, _read_reason(error))

    def _extend_refused(
        self,
        row: Row,
        refused: _Refused,
    ) -> _Refused:
        """Return *refused*, which other values can make valid, with the class that prevents it.

        It has no reason if no single class does: then the row alone is refused.
        """
        for cell in _list_cells(row):
            if cell not in refused.cells and self.tries_left > 0:
                cells = [*refused.cells, cell]
                if self._find_accepted(cells) is None:
                    return _Refused(cells, refused.reason)
        return _Refused(_list_cells(row), "")

    def _find_accepted(self, cells: Sequence[Cell]) -> tuple[Row, Any] | None:
        """Return a row with *cells* that is accepted, and its record.

        It is repaired, or has a class of another place: the greatest lower bound, for example,
        fits the greatest upper bound alone.
        """
        result = self._try_cells(cells, repairs=True)
        if not isinstance(result, Raised):
            return self._complete(dict(cells)), result
        taken = {number for number, _ in cells}
        partners = [
            (number, level)
            for number, place in enumerate(self.places)
            for level, option in enumerate(place.options)
            if option.kind != "sample" and number not in taken
        ]
        for partner in partners[: max(min(MAX_PARTNERS, self.tries_left), 0)]:
            extended = [*cells, partner]
            result = self._try_cells(extended, repairs=False)
            if not isinstance(result, Raised):
                return self._complete(dict(extended)), result
        return None

    def _try_cells(
        self,
        cells: Sequence[Cell],
        *,
        repairs: bool,
    ) -> Any:
        """Return the builder's result for *cells*, completed with the choices that they require."""
        self.tries_left -= 1
        row = self._complete(dict(cells))
        return self.builder.build(self._list_choices(row), repairs=repairs)

    def _list_choices(self, row: Row) -> list[Choice]:
        """Return the place and the option of each cell of *row*."""
        return [
            (place, place.options[level])
            for place, level in zip(
                self.places,
                row,
                strict=False,
            )
            if level is not None
        ]

    def _list_weights(self) -> dict[Cell, float]:
        """Return how likely each class of each place is to find a bug."""
        return {
            (number, level): KIND_WEIGHTS[option.kind]
            for number, place in enumerate(self.places)
            for level, option in enumerate(place.options)
        }

    def _list_lost(
        self,
        rows: list[Row],
        cover_name: Cover,
        total: int,
    ) -> list[Any]:
        """Return the combinations that the *rows* kept of *total* do not have."""
        if len(rows) == total:
            return []
        forbidden = [*self.forbidden]
        lost = list_uncovered(
            rows,
            self.factors,
            1,
            forbidden,
        )
        strength = STRENGTHS.get(cover_name, 1)
        if strength > 1:
            combinations = list_uncovered(
                rows,
                self.paired[: _count_varied(strength)],
                strength,
                forbidden,
            )
            lost += [cells for cells in combinations if len(cells) > 1]
        return [self._name_cells(cells) for cells in lost]

    def _name_cells(self, cells: Any) -> tuple[tuple[str, str], ...]:
        """Return the title and the class of each of *cells*."""
        return tuple(
            (self.places[number].title, self.places[number].options[level].label)
            for number, level in sorted(cells)
        )

    def _make_case(self, row: Row) -> Case[Any]:
        """Return the case of *row*."""
        record, source = self.built.get(row) or (self.builder.value, self.builder.source)
        shown = tuple(self._list_choices(row))
        return Case(
            _make_id(shown),
            record,
            shown,
            source,
            self.builder.plan,
        )

    def _make_set(
        self,
        rows: Sequence[Row],
        lost: list[Any],
    ) -> CaseSet[Any]:
        """Return the set of the cases of *rows*."""
        cases = [self._make_case(row) for row in rows]
        refused = [
            RefusedCombination(self._name_cells(cells), reason)
            for cells, reason in self.forbidden.items()
            if reason
        ]
        classes = {
            place.title: tuple(option.label for option in place.options) for place in self.places
        }
        return CaseSet(
            cases,
            refused,
            lost,
            classes,
        )


def _read_reason(error: Exception) -> str:
    """Return the first message of *error* in one line, or its class if it has none."""
    message = read_refusals(error)[0].message
    return summarize_message(message, 1) or type(error).__name__


def _list_cells(row: Row) -> list[Cell]:
    """Return the places and the levels of *row*."""
    return [(number, level) for number, level in enumerate(row) if level is not None]


def _count_varied(strength: int) -> int | None:
    """Return how many places take part in combinations of *strength*; None if all do."""
    return MAX_TRIPLE_PLACES if strength > PAIRS else None


def _list_levels(place: Place, *, with_samples: bool) -> list[Option]:
    """Return the options of *place*, which has samples last, with them or without."""
    return [option for option in place.options if with_samples or option.kind != "sample"]


def _make_mask(levels: Sequence[Option], names: frozenset[str]) -> int:
    """Return the mask of the options *names* among *levels*; the base record is the last bit."""
    mask = sum(1 << level for level, option in enumerate(levels) if option.name in names)
    return mask | (AS_IN_BASE in names) << len(levels)


def _make_id(choices: Sequence[Choice]) -> str:
    """Return the id of a case, such as ``role=admin-age=18``; that of the base record is ``base``.

    A long id is cut after a whole choice, and its digest tells it from others.
    """
    named = [f"{place.title}={option.label}".replace(" ", "_") for place, option in choices]
    text = "-".join(named) or "base"
    if len(text) <= MAX_ID_LENGTH:
        return text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    kept = text[: MAX_ID_LENGTH - 7].rpartition("-")[0] or text[: MAX_ID_LENGTH - 7]
    return f"{kept}-{digest}"
