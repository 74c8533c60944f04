"""How far a record came, as a percentage that goes with its status: none waiting, all done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.stages.conditions import DONE
from pytest_fixturegen.providers.stages.stage import Stage, make_stage_view
from pytest_fixturegen.providers.stages.workflow import (
    WAITING,
    find_last_condition,
    find_waiting_test,
    find_workflow,
)

PROGRESS_NAMES = frozenset(
    """progress percent_complete pct_complete percentage_complete percent_completed
    completion_percent completion_pct completion_percentage completion_rate progress_pct
    progress_percent progress_percentage percent_done pct_done percentage_done complete_pct
    completed_pct completed_percent""".split()
)
"""Names of the percentage of a record that is done."""

KINDS: dict[str, Callable[[int], Any]] = {
    "int": int,
    "float": float,
    "decimal": Decimal,
}


def find_progress_nodes(context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the view of how much of its record is done, if a status says so as well."""
    convert = KINDS.get(context.kind)
    workflow = find_workflow(context.record)
    is_progress = context.name in PROGRESS_NAMES and not context.is_item
    if convert is None or workflow is None or not is_progress or workflow.last < DONE:
        return
    if not all(is_valid_number(convert(end), context.constraints) for end in (0, 100)):
        return
    is_done = find_last_condition(context.record)
    waits = find_waiting_test(context.record, WAITING)

    def show(stage: Stage) -> Any:
        """Return the percentage of *stage*: all once done, and nothing as long as it waits."""
        if is_done and is_done(stage):
            return convert(100)
        if waits and waits(stage):
            return convert(0)
        share = 100 * max(stage.progress - WAITING, 0) // (DONE + 10 - WAITING)
        return convert(min(max(share + stage.variety % 9 - 4, 1), 98))

    yield (
        "stages.progress",
        make_stage_view(
            context,
            lambda value: value,
            show,
        ),
    )
