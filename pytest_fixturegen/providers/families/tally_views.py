"""Views of counts that depend on how far their record came: nothing is made before the start."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import Fact, FactPin, FactView
from pytest_fixturegen.providers.fact_fields import get_json_converter
from pytest_fixturegen.providers.fact_pins import read_number
from pytest_fixturegen.providers.families.cost_views import list_sources, pin_cost, show_cost
from pytest_fixturegen.providers.families.steps import FamilySetting, Step
from pytest_fixturegen.providers.families.tallies import STAGE_ROLE, find_step_word
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.stage import Stage, build_stage_fact
from pytest_fixturegen.providers.stages.workflow import (
    find_last_condition,
    find_member_condition,
    find_workflow,
)

STARTED = 50
"""The progress from which something is counted."""

BEFORE, UNDER_WAY, DONE = 0.0, 1.0, 2.0

WHOLE_WORDS = frozenset(
    """completed done finished emptied restored checked graded processed handled visited played
    read printed scanned counted inspected picked packed loaded ready repaid paid filled
    earned""".split()
)
"""Words of steps to which everything has come once the record is done."""


def build_tally_view(
    step: Step,
    setting: FamilySetting,
    convert: Callable[[Any], Any],
    context: FieldContext,
    fact: Fact,
    outer: tuple[str, FactView] | None = None,
) -> FactView | None:
    """Return the view of a count that waits for a stage of its record; None if none does.

    *outer* is a role that another view of the record decides: the term of a loan, by its dates.
    """
    sources = list_sources(step, setting.family.steps)
    waits = STAGE_ROLE in sources
    word = find_step_word(setting.family) if waits else ""
    read = find_stage_reader(context.record, word) if waits else None
    readers: list[tuple[str, Callable[[tuple[Any, ...]], float]]] = []
    facts = [fact]
    if outer is not None and outer[0] in sources:
        count = len(outer[1].facts)
        readers.append((outer[0], partial(_read_outer, outer[1].show, count)))
        facts += outer[1].facts
    if read is not None:
        readers.append((STAGE_ROLE, read))
        facts.append(build_stage_fact(context))
    if not readers:
        return None
    show = partial(
        show_cost,
        setting,
        step.role,
        convert,
        tuple(readers),
    )
    return FactView(
        show,
        tuple(facts),
        get_json_converter(context.kind),
        FactPin(
            read_number,
            partial(pin_cost, step.role),
        ),
    )


def _read_outer(
    show: Callable[..., Any],
    count: int,
    values: tuple[Any, ...],
) -> float:
    """Return what *show* shows of the first *count* of *values*."""
    return float(show(0, *values[:count]))


@lru_cache(maxsize=256)
def find_stage_reader(
    record: RecordOutline, word: str
) -> Callable[[tuple[Any, ...]], float] | None:
    """Return what reads from a stage how far the step *word* of a count came.

    Return None if the record has no status.
    """
    if find_workflow(record) is None:
        return None
    has_come = find_member_condition((word, "at"), record) or _has_started
    is_done = find_last_condition(record) if word in WHOLE_WORDS else None

    def read(values: tuple[Any, ...]) -> float:
        """Return how far the stage, the last of *values*, has come."""
        stage: Stage = values[-1]
        if not has_come(stage):
            return BEFORE
        return DONE if is_done and is_done(stage) else UNDER_WAY

    return read


def _has_started(stage: Stage) -> bool:
    return stage.progress >= STARTED
