"""Numbers that are zero at some stages: the spend of a draft, the balance of a loan paid off."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from operator import itemgetter
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS
from pytest_fixturegen.nodes import Choice, Constant, FactPin, FactView, Node, Nullable
from pytest_fixturegen.providers.fact_fields import get_json_converter
from pytest_fixturegen.providers.fact_pins import PinnedNodes
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.stages.conditions import list_mentions
from pytest_fixturegen.providers.stages.later import find_number_condition, read_amount
from pytest_fixturegen.providers.stages.stage import (
    Stage,
    build_stage_fact,
    list_nouns,
    make_stage_view,
)
from pytest_fixturegen.providers.stages.workflow import (
    find_last_condition,
    find_settled_condition,
    waits_before,
)

STARTED, PAID = 50, 60
"""The progress from which a record has results, and from which it is paid."""

RESULT_NOUNS = frozenset(
    """campaign ad adset adgroup experiment test variant match game fixture promotion fundraiser
    crowdfunding auction survey poll election sprint rollout""".split()
)
"""Nouns of records that have results."""

RESULT_WORDS = frozenset(
    """spend spent impressions clicks conversions reach views visits sessions users leads revenue
    downloads installs votes bids responses raised backers ctr cvr
    conversion_rate click_through_rate
    engagement engagements engagement_rate completion_rate total_users participants signups
    orders sales""".split()
)
"""Names, and last words of names, of results."""

AD_NOUNS = frozenset("campaign ad adset adgroup promotion".split())

AD_WORDS = frozenset(
    """cpc cpm cpa cpl roas frequency cost_per_click cost_per_conversion cost_per_acquisition
    cost_per_lead""".split()
)
"""Quotients of the results of advertisements."""

PAID_NOUNS = frozenset("claim clm line invoice bill reimbursement expense payable".split())
"""Nouns of records that are paid once."""

PAID_NAMES = frozenset(
    """paid_amount amount_paid total_paid paid paid_total insurance_paid plan_paid payer_paid
    net_paid total_payment amount_reimbursed reimbursed_amount""".split()
)
"""Names of what was paid."""

ZEROS: dict[Any, Any] = {"int": 0, "float": 0.0, "decimal": Decimal("0.00")}
"""The zero of each kind of number."""


OWED_NAMES = frozenset(
    """outstanding_balance balance_outstanding remaining_balance balance_remaining
    outstanding_amount amount_outstanding outstanding_principal principal_outstanding
    remaining_principal principal_remaining remaining_debt outstanding_debt""".split()
)
"""Names of what is still owed, without what was paid."""

REPAYMENTS = ("paid_amount", "amount_paid", "total_paid", "principal_paid", "amount_repaid")
"""Fields beside which what is owed is the rest of a sum."""


@dataclass(frozen=True, slots=True)
class RestingShow:
    """Shows *zero* for a record that *rests* at its stage, else what *view* shows."""

    view: FactView
    rests: Callable[[Stage], bool]
    zero: Any

    def __call__(self, word: int, *facts: Any) -> Any:
        """Return the number for *facts*, of which the last is the stage of the record."""
        stage: Stage = facts[-1]
        if self.rests(stage):
            return self.zero
        return self.view.show(
            word,
            *facts[:-1],
        )


def rest_until_started(context: FieldContext, node: Node) -> Node:
    """Return *node*, a view of a number, as zero for records that have not started.

    Other nodes, and names that are no results of their record, stay as they are.
    """
    if context.name in EXIT_NAMES and not context.is_item:
        return _show_exit(context) or node
    if context.name in PROGRESS_NAMES and not isinstance(node, FactView | type(None)):
        return _show_progress(context) or node
    zero = ZEROS.get(context.kind)
    if zero is None or not is_valid_number(zero, context.constraints):
        return node
    progress = find_start(context)
    rests = _make_waiting_test(progress) if progress else _find_settled_test(context)
    if rests is None:
        return _wait_for_stage(context, node, zero)
    stage = build_stage_fact(context)
    if not isinstance(node, FactView) or (progress == PAID and stage in node.facts):
        return node
    show = RestingShow(
        node,
        rests,
        zero,
    )
    pin = node.pin and FactPin(
        node.pin.read,
        partial(_find_facts, node.pin),
        node.pin.order,
    )
    return FactView(
        show,
        (*node.facts, stage),
        node.json,
        pin,
    )


def _wait_for_stage(context: FieldContext, node: Node, zero: Any) -> Node:
    """Return *node*, *zero* as long as its record has not come to what it counts.

    The number itself is drawn as if there were no status, so that a record which is further shows
    the same one. It is not zero then: a build that was retried has a number of retries.

    Numbers that belong together, and those that may be None, wait in their own ways.
    """
    condition = find_number_condition(context.name, context.record)
    is_optional = getattr(context.record.find(context.name), "is_optional", True)
    waits_otherwise = is_optional or context.is_item or isinstance(node, FactView)
    if condition is None or waits_otherwise:
        return node
    gate = make_stage_view(
        context,
        read_amount,
        condition,
    )
    to_json = get_json_converter(context.kind) or (lambda value: value)
    return Nullable(
        _drop_zeros(node),
        0,
        gate,
        Constant(zero, to_json(zero)),
    )


def _drop_zeros(node: Node) -> Node:
    """Return *node* without those of its options that are zero, if others are left."""
    if not isinstance(node, Choice):
        return node
    pairs = list(filter(itemgetter(0), zip(node.options, node.json, strict=True)))
    return Choice(*map(tuple, zip(*pairs, strict=True))) if pairs else node


def _make_waiting_test(progress: int) -> Callable[[Stage], bool]:
    """Return the test of whether a record has not come to *progress*."""
    return lambda stage: stage.progress < progress


def _find_settled_test(context: FieldContext) -> Callable[[Stage], bool] | None:
    """Return the test of whether nothing is owed at a stage; None for other numbers."""
    is_owed = context.name in OWED_NAMES and not context.record.has(*REPAYMENTS)
    return find_settled_condition(context.record) if is_owed else None


PROGRESS_NAMES = frozenset(
    """progress progress_percent progress_pct percent_complete percent_completed completion_percent
    completion_pct completion_percentage progress_percentage percent_done completion completed_pct
    percentage_complete""".split()
)
"""Names of how much of a record is done."""

HUNDRED, LEAST, SPAN = 100, 5, 90


def _show_progress(context: FieldContext) -> Node | None:
    """Return the view of how much is done: all of it at the last step, nothing while it waits.

    Return None without a status.
    """
    is_done, waits = find_last_condition(context.record), waits_before(context.record)
    is_valid = all(is_valid_number(number, context.constraints) for number in (0, HUNDRED))
    if is_done is None or waits is None or not is_valid or context.kind not in ("int", "float"):
        return None
    convert = {"int": int, "float": float}[context.kind]

    def show(stage: Stage) -> Any:
        """Return the percentage of a record at *stage*."""
        if is_done(stage):
            return convert(HUNDRED)
        return convert(0 if waits(stage) else LEAST + stage.variety % SPAN)

    return make_stage_view(
        context,
        lambda value: value,
        show,
    )


EXIT_NAMES = frozenset("exit_code return_code exit_status".split())
EXIT_CODES = (1, 1, 1, 2, 1, 127, 137, 1, 143, 1)
"""How programs end that fail, usual codes more than once."""


def _show_exit(context: FieldContext) -> Node | None:
    """Return the view of how a run ended: 0 unless its stage is a failure; None if none fails."""
    is_valid = context.constraints == NO_CONSTRAINTS
    if context.kind != "int" or not is_valid or "failed" not in list_mentions(context.record):
        return None
    return make_stage_view(
        context,
        lambda value: value,
        show_exit_code,
        lambda code, stage: bool(code) == bool(show_exit_code(stage)),
    )


def show_exit_code(stage: Stage) -> int:
    """Return the exit code of a run at *stage*."""
    if stage.ending != "failed":
        return 0
    return EXIT_CODES[stage.variety % len(EXIT_CODES)]


def _find_facts(
    pin: FactPin,
    value: Any,
    *nodes: Node,
) -> PinnedNodes | None:
    """Return the nodes with which the number is *value*; the stage stays."""
    return pin.find(value, *nodes[:-1])


def find_start(context: FieldContext) -> int:
    """Return the progress before which the number of *context* is zero; 0 if it never is."""
    if context.is_item:
        return 0
    nouns = set(list_nouns(context.model))
    if not nouns.isdisjoint(PAID_NOUNS) and context.name in PAID_NAMES:
        return PAID
    names = {context.name, context.name.rpartition("_")[2]}
    words = RESULT_WORDS if nouns.isdisjoint(AD_NOUNS) else RESULT_WORDS | AD_WORDS
    is_result = not nouns.isdisjoint(RESULT_NOUNS) and not names.isdisjoint(words)
    return STARTED if is_result else 0
