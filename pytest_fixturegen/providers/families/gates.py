"""Numbers that are nothing before their record begins: tickets sold of a draft, goals to come."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, NamedTuple

from pytest_fixturegen.nodes import FactPin, FactView, Node
from pytest_fixturegen.providers.families.cost_views import list_sources
from pytest_fixturegen.providers.families.steps import Evaluation, Family, FamilySetting, Step
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.later import find_number_condition
from pytest_fixturegen.providers.stages.stage import Stage, build_stage_fact
from pytest_fixturegen.providers.stages.workflow import WAITING, find_waiting_test

DRAFT = 7
"""The progress up to which a record is a draft."""

GATES = {
    "seats": (DRAFT, ("tickets_sold",)),
    "campaign_goal": (DRAFT, ("raised",)),
    "budget": (DRAFT, ("spent",)),
    "progress_billing": (WAITING, ("billed_to_date",)),
    "halves": (WAITING, ("home_score", "away_score")),
    "sides": (WAITING, ("red_score", "blue_score")),
    "estimate": (WAITING, ("bid_count",)),
    "bids": (WAITING, ("bid_count",)),
    "email": (WAITING, ("sent",)),
    "posts": (WAITING, ("views",)),
    "vote": (WAITING, ("votes_cast",)),
    "lessons": (WAITING, ("lessons_completed",)),
    "jobs": (WAITING, ("processed",)),
    "limits": (DRAFT, ("claimed",)),
}
"""By family, the progress up to which a record waits, and the roles that are nothing until then."""


class Gate(NamedTuple):
    """The test of whether a record *waits*, and the *roles* that are nothing as long as it does."""

    waits: Callable[[Stage], bool]
    roles: tuple[str, ...]


@lru_cache(maxsize=256)
def find_gates(
    family: Family,
    shown: tuple[tuple[str, str], ...],
    record: RecordOutline,
) -> tuple[Gate, ...]:
    """Return the gates of *family* in *record*; () if it has none, or the record no status.

    Besides those that are listed, the names of fields tell what waits: *shown* has their roles.
    """
    limit, roles = GATES.get(family.name, (0, ()))
    waits = find_waiting_test(record, limit) if roles else None
    listed = (Gate(waits, roles),) if waits else ()
    held = filter(partial(_may_be_held, family), shown)
    named = (_make_named_gate(role, find_number_condition(name, record)) for name, role in held)
    return (*listed, *filter(None, named))


HELD_OPERATIONS = frozenset(("part", "count"))
"""Operations of numbers that may be nothing, whatever they are part of."""


def _may_be_held(family: Family, shown: tuple[str, str]) -> bool:
    """Return whether the role of *shown* may be nothing: no plan of *family* follows from it.

    The budget of a campaign is drawn from what it spends, and is there before that.
    """
    role, steps = shown[1], family.steps
    plans = filter(lambda step: step.operation == "over", steps.values())
    is_source = any(role in list_sources(plan, steps) for plan in plans)
    return steps[role].operation in HELD_OPERATIONS and not is_source


def _make_named_gate(role: str, condition: Callable[[Stage], bool] | None) -> Gate | None:
    """Return the gate of *role*, which waits for *condition*; None without one.

    The other numbers of the family are drawn as before: of a webinar to come, as many are
    registered, but nobody has attended it yet.
    """
    return Gate(partial(_fails, condition), (role,)) if condition else None


def _fails(condition: Callable[[Stage], bool], stage: Stage) -> bool:
    """Return whether *stage* does not pass *condition*."""
    return not condition(stage)


def gate_view(
    view: FactView,
    gates: tuple[Gate, ...],
    setting: FamilySetting,
    step: Step,
    convert: Callable[[Any], Any],
    context: FieldContext,
) -> FactView:
    """Return *view*, which shows what is left of its role if the record waits."""
    show, pin = view.show, view.pin
    assert pin is not None

    def show_gated(
        word: int,
        fact: Any,
        stage: Stage,
    ) -> Any:
        """Return the value of the role; that of nothing as long as the record waits."""
        held = [role for gate in gates if gate.waits(stage) for role in gate.roles]
        if type(fact) is not int or not held:
            return show(word, fact)
        evaluation = Evaluation(
            setting,
            fact,
            (),
        )
        for role in held:
            evaluation.hold(role)
        return convert(evaluation.get(step.role))

    def pin_gated(
        number: Any,
        node: Node,
        stage: Node,
    ) -> tuple[Node | None, ...]:
        """Return the node of the family's fact with which the role is *number*."""
        nodes = pin.find(number, node)
        return (*nodes, None) if nodes else (None, None)

    return FactView(
        show_gated,
        (*view.facts, build_stage_fact(context)),
        view.json,
        FactPin(pin.read, pin_gated),
    )
