"""Strategy: another plan of the whole record."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import SwitchPlan
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy

NAME = "fallback plans"


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[SwitchPlan]:
    """Yield a patch for the next plan, if there is another one."""
    if drawn.next_plan != drawn.record.draft.plan_number:
        yield SwitchPlan(NAME, drawn.refused.path, number=drawn.next_plan)


STRATEGY = RepairStrategy(
    NAME,
    "Draw the record deeper, then without its defaults, then with instances of its models.",
    propose,
    first_lap=5,
)
