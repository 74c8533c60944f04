"""Terms that go with the stage of their record: what is active lasts, what has expired is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.nodes import Fact, FactView
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.kinds import DAY
from pytest_fixturegen.providers.stages.conditions import STANDING_KINDS, list_mentions
from pytest_fixturegen.providers.stages.stage import (
    Stage,
    build_stage_fact,
    find_stage_kind,
)
from pytest_fixturegen.providers.stages.workflow import find_workflow

STAGED_LIVES = frozenset(("contract", "project"))
"""Kinds of lives whose period is the present one while they are active."""

STARTED, DONE = 50, 90
"""The progress of records under way, from the first to the second."""

ACCEPTED = 36
"""The progress before which a period lies ahead."""

SHORTEST = 151
"""The days that a shortened term has at least, if the record is that old."""

Term = tuple[int, ...]


def build_staged_term_fact(
    context: FieldContext,
    facts: tuple[Fact, Fact],
    measure: Callable[[Term], int],
    now: int,
) -> Fact:
    """Return the fact of the term of a record, moved so that it goes with the record's stage.

    *facts* are the beginning in seconds, and the term as drawn, whose length *measure* returns.
    """
    began, term = facts
    move = StagedTerm(
        measure,
        now // DAY,
        is_standing=_is_standing(context),
        may_expire="expired" in list_mentions(context.record),
    )
    return Fact(
        "staged_term",
        FactView(move, (began, term, build_stage_fact(context))),
    )


def _is_standing(context: FieldContext) -> bool:
    """Return whether the record is never done: by its kind, or by the last step of its status."""
    workflow = find_workflow(context.record)
    is_open = workflow is not None and STARTED <= workflow.last < DONE
    return is_open or find_stage_kind(context.model) in STANDING_KINDS


@dataclass(frozen=True, slots=True)
class StagedTerm:
    """Moves or shortens terms that *measure* measures; *today* is a day after 1970.

    Records of standing kinds are never done. If they *may_expire*, a field of them says so.
    """

    measure: Callable[[Term], int]
    today: int
    is_standing: bool
    may_expire: bool

    def __call__(
        self,
        word: int,
        began: int,
        term: Term,
        stage: Stage,
    ) -> Term:
        """Return *term* as *stage* says: current, over, or ahead."""
        length, age = self.measure(term), self.today - began // DAY
        is_done = stage.progress >= DONE and not self.is_standing
        if is_done or (self.may_expire and stage.ending == "expired"):
            return _end_before(
                term,
                length,
                age,
            )
        if stage.progress >= STARTED:
            return _make_current(
                term,
                length,
                age,
            )
        is_ahead = stage.progress < ACCEPTED and not stage.ending
        return (age + term[0], *term[1:]) if is_ahead and term[0] <= age else term


def _make_current(
    term: Term,
    length: int,
    age: int,
) -> Term:
    """Return *term* in the repetition that holds today, *age* days after the beginning."""
    days = max(length // DAY, 1)
    lead = term[0] if term[0] < age else age // 2
    repeats = max(age - lead - 1, 0) // days
    return (lead + repeats * days, *term[1:])


def _end_before(
    term: Term,
    length: int,
    age: int,
) -> Term:
    """Return *term*, shortened so that it ends before today, *age* days after the beginning."""
    lead = min(term[0], max(age - SHORTEST - 2, age // 3))
    spare = max(age - lead - 2, 1)
    if length // DAY <= spare:
        return (lead, *term[1:])
    days = next(
        (days for days in (365, 182) if days <= spare),
        min(spare, SHORTEST),
    )
    return (
        lead,
        term[1],
        *[days * DAY] * (len(term) - 2),
    )


def read_began(
    show_began: Callable[[int], int],
    word: int,
    began: Any,
) -> int:
    """Return the second of a beginning by the clock *show_began*."""
    return show_began(began)
