"""Views of costs that follow from other facts of their record: what it buys, and its tax rate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Fact, FactPin, FactView, Node
from pytest_fixturegen.providers import amounts
from pytest_fixturegen.providers.fact_fields import get_json_converter
from pytest_fixturegen.providers.fact_pins import read_number
from pytest_fixturegen.providers.families.costs import (
    PAID_STATE,
    RATE,
    REFUND_STATE,
    CostFamily,
)
from pytest_fixturegen.providers.families.steps import SOME, FamilySetting, Step, evaluate
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.stage import Stage, build_stage_fact
from pytest_fixturegen.providers.stages.workflow import find_member_condition, find_workflow

CENTS = 100


def build_cost_view(
    costs: CostFamily,
    step: Step,
    setting: FamilySetting,
    convert: Callable[[Any], Any],
    context: FieldContext,
    fact: Fact,
) -> FactView | None:
    """Return the view of the role of *step*; None if it depends on *fact*, the family's, alone."""
    sources = list_sources(step, costs.family.steps)
    if costs.goods in sources:
        goods = (costs.goods, read_goods)
        facts = [fact, amounts.build_quantity_fact(""), amounts.build_price_fact("")]
        pin = None
    else:
        goods, facts = None, [fact]
        pin = FactPin(
            read_number,
            partial(pin_cost, step.role),
        )
    tax = None
    if RATE in sources:
        tax = (RATE, read_rate)
        facts.append(amounts.build_tax_rate_fact(context, ""))
    readers: Readers = tuple(filter(None, (goods, tax)))
    states = list_state_readers(context.record, sources)
    if states:
        facts.append(build_stage_fact(context))
        readers = (*map(_skip_stage, readers), *states)
    show = partial(
        show_cost,
        setting,
        step.role,
        convert,
        readers,
    )
    view = FactView(
        show,
        tuple(facts),
        get_json_converter(context.kind),
        pin,
    )
    return view if readers else None


Readers = tuple[tuple[str, Callable[[tuple[Any, ...]], float]], ...]
"""Roles that other facts of the record decide, and what reads them from the values of these."""


def _skip_stage(reader: tuple[str, Any]) -> tuple[str, Any]:
    """Return *reader* for values of which the last is the stage of the record."""
    role, read = reader
    return role, lambda values: read(values[:-1])


def list_state_readers(record: RecordOutline, sources: frozenset[str]) -> Readers:
    """Return what reads from a stage how much is paid or refunded, if *sources* ask for it.

    There is none without a status that speaks of it.
    """
    asked = ((role, STATE_READERS[role](record)) for role in STATE_READERS if role in sources)
    return tuple((role, read) for role, read in asked if read is not None)


def _make_paid_reader(record: RecordOutline) -> Callable[[tuple[Any, ...]], float] | None:
    """Return what reads whether a record is paid, from its stage; None if no status tells."""
    workflow = find_workflow(record)
    is_paid = find_member_condition(("paid", "at"), record) if workflow else None
    if workflow is None or is_paid is None:
        return None
    partly = set(workflow.list_members(lambda text: "part" in text.lower()))

    def read(values: tuple[Any, ...]) -> float:
        """Return the state of the stage, the last of *values*."""
        stage: Stage = values[-1]
        if workflow.find_member(stage) in partly:
            return SOME
        return 2.0 if is_paid(stage) else 0.0

    return read


def _make_refund_reader(record: RecordOutline) -> Callable[[tuple[Any, ...]], float] | None:
    """Return what reads whether a record is refunded, from its stage; None if no status tells."""
    is_refunded = find_member_condition(("refunded", "at"), record)
    if is_refunded is None:
        return None
    return lambda values: 1.0 if is_refunded(values[-1]) else 0.0


STATE_READERS = {PAID_STATE: _make_paid_reader, REFUND_STATE: _make_refund_reader}


def read_goods(values: tuple[Any, ...]) -> float:
    """Return what is bought, from its quantity and its price in hundredths."""
    return float(values[0] * values[1] / CENTS)


def read_rate(values: tuple[Any, ...]) -> float:
    """Return the tax rate, the last of *values*, as a part of one."""
    return float(values[-1] / amounts.RATE_PARTS)


def show_cost(
    setting: FamilySetting,
    role: str,
    convert: Callable[[Any], Any],
    readers: Readers,
    word: int,
    drawn: Any,
    *values: Any,
) -> Any:
    """Return the amount of *role* for the *drawn* word of the family, and *values* of other facts.

    Instead of a word, it may be one with the roles that the user fixed.
    """
    fixed = tuple((name, read(values)) for name, read in readers)
    if isinstance(drawn, tuple):
        drawn, pinned = drawn
        fixed = tuple({**dict(fixed), **dict(pinned)}.items())
    return convert(
        evaluate(
            setting,
            drawn,
            fixed,
        ).get(role)
    )


def list_sources(step: Step, steps: Mapping[str, Step]) -> frozenset[str]:
    """Return the roles that *step* follows from, and its own."""
    roles: set[str] = {step.role}
    waiting = [step]
    while waiting:
        for argument in waiting.pop().arguments:
            role = argument.lstrip("+-")
            if role in steps and role not in roles:
                roles.add(role)
                waiting.append(steps[role])
    return frozenset(roles)


def pin_cost(
    role: str,
    number: Any,
    node: Node,
    *others: Node,
) -> tuple[Node | None, ...]:
    """Return the node of the family's fact with which *role* is *number*; *others* stay."""
    drawn = FactView(
        partial(
            _add_fixed,
            role,
            float(number),
        ),
        (Fact("drawn family", node),),
    )
    return drawn, *(None for _ in others)


def _add_fixed(
    role: str,
    value: float,
    word: int,
    drawn: Any,
) -> Any:
    """Return the fact *drawn* with the fixed *value* of *role*."""
    if isinstance(drawn, tuple):
        return drawn[0], (*drawn[1], (role, value))
    return drawn, ((role, value),)
