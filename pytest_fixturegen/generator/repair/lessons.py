"""Lessons: solutions that repair finds once for a plan. This module is the entry to repair.

The first records of a plan are repaired by search. Their solutions become part of the plan that
draws other refused records, so that few of these need another search. The lessons depend on the
plan alone, not on the seed or on which record was refused first: record *i*, drawn alone, equals
record *i* of a million.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any, NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator.code_seeds import seed_validation
from pytest_fixturegen.generator.columns import ColumnReader
from pytest_fixturegen.generator.draft import Draft
from pytest_fixturegen.generator.repair.patches import Solution
from pytest_fixturegen.generator.repair.plan_changes import change_node
from pytest_fixturegen.generator.repair.record_repair import RecordRepair
from pytest_fixturegen.generator.repair.record_source import Accept, RecordSource, Repaired
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import Stream

PROBE_RECORDS = 32
"""Number of leading records among which refused ones are searched. A rule that refuses none of
them is rare enough to be learnt again for each record that it refuses."""

PROBE_REPAIRS = 4
"""Refused records that are learnt from."""

PROBE_ATTEMPTS = 40
"""Attempts after which no further record is learnt from: not every rule can be learnt."""

PROBE_SEED = 0
"""The seed of the records that are learnt from, whatever seed the data has."""

LEARNT_ATTEMPTS = 20
"""Attempts that start from the learnt plan, before the record is drawn as planned at first."""


class Lessons(NamedTuple):
    """Results of repair: the *plan* with the nodes that worked, and the *solutions* of rules.

    If *reads_json* is true, the JSON of a record is validated before the record itself.
    *repaired* is the first record that was learnt from, after its repair.
    """

    plan: Plan
    reads_json: bool = False
    solutions: Mapping[Hashable, Solution] = {}
    repaired: Repaired | None = None

    def extend(self, repair: RecordRepair) -> Lessons:
        """Return these lessons and those of *repair*, which has repaired a record."""
        plan, draft = repair.plan, repair.draft
        node = repair.get_node()
        for path in sorted(draft.replacements, key=len):
            replacement = draft.replacements[path]
            if replacement.source is None:
                node = change_node(node, path, replacement.node)
        if node is not plan.node:
            plan = replace(plan, node=node)
        return self._replace(
            plan=plan,
            reads_json=draft.reads_json,
            solutions=dict(repair.solutions),
        )

    def is_same(self, other: Lessons) -> bool:
        """Return whether *other* has the same plan, by identity, and the same solutions."""
        is_same_plan = self.plan is other.plan and self.reads_json == other.reads_json
        return is_same_plan and self.solutions == other.solutions

    def start_repair(
        self,
        reader: ColumnReader,
        row: int,
    ) -> RecordRepair:
        """Return the repair of the record at *row*, which the learnt plan draws at first."""
        return RecordRepair(
            self.plan,
            reader,
            row,
            Draft(reads_json=self.reads_json),
            dict(self.solutions),
        )


@dataclass(frozen=True, slots=True)
class Probe:
    """Inputs of lessons.

    *purpose* is the name of the result that *accept* makes of a record. *build_record* builds
    linked records without lessons, because links between models may form cycles.
    """

    plan: Plan
    purpose: str
    accept: Accept
    build_record: Callable[..., Any]

    def validate(self, source: RecordSource) -> Any:
        """Return the accepted record of *source*; raise the error of the model if it is refused."""
        drawn = source.draw_record()
        with seed_validation(
            self.plan,
            source.reader,
            source.row,
            0,
        ):
            return self.accept(self.plan.reading.validate(drawn))

    def __hash__(self) -> int:
        """Return a hash by the identity of the plan: to compare two takes long."""
        return hash((id(self.plan), self.purpose))

    def __eq__(self, other: object) -> bool:
        """Return whether *other* gives the same lessons."""
        if not isinstance(other, Probe):
            return NotImplemented
        return self.plan is other.plan and self.purpose == other.purpose


def repair_record(  # noqa: PLR0913 - what a record is, and what it is for
    plan: Plan,
    reader: ColumnReader,
    row: int,
    error: Exception,
    accept: Accept,
    purpose: str,
    *,
    learns: bool = True,
) -> Repaired:
    """Repair the record of *row*; return the result of *accept* and the record's source.

    *error* is the first error of the record. *accept* is called with a record that the model
    accepts, and may still refuse it; *purpose* is the name of its job. Unless *learns*, nothing is
    learnt from other records.

    Raise MappingError, with the last words of the validators, if no record is accepted after as
    many attempts as *plan* allows.
    """
    lessons = Lessons(plan)
    if learns and plan.retries:
        probe = Probe(
            plan,
            purpose,
            accept,
            partial(reader.build_record, learns=False),
        )
        lessons = learn_lessons(probe)
    _, repaired = _repair(
        plan,
        lessons,
        reader,
        row,
        error,
        accept,
    )
    return repaired


@lru_cache(maxsize=64)
def learn_lessons(probe: Probe) -> Lessons:
    """Return the lessons of the first records of the probe's plan that are refused."""
    plan = probe.plan
    lessons = Lessons(plan)
    reader = ColumnReader(
        Stream(PROBE_SEED, plan.reading.name),
        0,
        probe.build_record,
    )
    refused_rows: list[int] = []
    attempts = 0
    for row, error in _iter_refused(probe, reader):
        refused_rows.append(row)
        try:
            repair, repaired = _repair(
                plan,
                lessons,
                reader,
                row,
                error,
                probe.accept,
            )
        except MappingError:
            break
        lessons = lessons._replace(repaired=lessons.repaired or repaired)
        if repair is not None:
            attempts += repair.attempts
            extended = lessons.extend(repair)
            if extended.is_same(lessons):
                break  # nothing more can be learnt
            lessons = _choose_lessons(
                lessons,
                extended,
                probe,
                reader,
                refused_rows,
            )
        if len(refused_rows) == PROBE_REPAIRS or attempts > PROBE_ATTEMPTS:
            break
    return lessons


def _repair(
    plan: Plan,
    lessons: Lessons,
    reader: ColumnReader,
    row: int,
    error: Exception,
    accept: Accept,
) -> tuple[RecordRepair | None, Repaired]:
    """Return the repair that worked, or None if the lessons were enough, and its result."""
    solutions = dict(lessons.solutions)
    tried: set[str] = set()
    if lessons.plan is not plan or lessons.reads_json:
        repair = lessons.start_repair(reader, row)
        result = attempt(partial(repair.draw_accepted, accept))
        if not isinstance(result, Raised):
            return None, result
        attempts = min(plan.retries, LEARNT_ATTEMPTS)
        result = repair.run(result.error, accept, attempts)
        if not isinstance(result, Raised):
            return repair, result
        tried = repair.tried
    repair = RecordRepair(
        plan,
        reader,
        row,
        solutions=solutions,
        tried=tried,
    )
    result = repair.run(error, accept, plan.retries)
    if isinstance(result, Raised):
        raise repair.build_error(result.error)
    return repair, result


def _iter_refused(probe: Probe, reader: ColumnReader) -> Iterator[tuple[int, Exception]]:
    """Yield the row and the error of each refused record of the probe.

    The records are drawn one by one, because the first few are often enough.
    """
    for row in range(PROBE_RECORDS):
        source = RecordSource(probe.plan.node, reader, row)
        result = attempt(partial(probe.validate, source))
        if isinstance(result, Raised):
            yield row, result.error


def _choose_lessons(
    present: Lessons,
    candidate: Lessons,
    probe: Probe,
    reader: ColumnReader,
    rows: list[int],
) -> Lessons:
    """Return the lessons that satisfy more of the records at *rows*, all solutions included."""

    def count_accepted(lessons: Lessons) -> int:
        repairs = [lessons.start_repair(reader, row) for row in rows]
        results = [attempt(partial(repair.draw_accepted, probe.accept)) for repair in repairs]
        return sum(not isinstance(result, Raised) for result in results)

    if count_accepted(candidate) >= count_accepted(present):
        return candidate
    return present._replace(solutions=candidate.solutions)
