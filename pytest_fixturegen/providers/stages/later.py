"""What a record has only after it has begun: its replies, its artifacts, and how many there are."""

from __future__ import annotations

from functools import lru_cache
from itertools import filterfalse

from pytest_fixturegen.nodes import FactView
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.conditions import Condition, list_mentions
from pytest_fixturegen.providers.stages.stage import Stage, make_stage_view
from pytest_fixturegen.providers.stages.stems import Place
from pytest_fixturegen.providers.stages.words import list_words
from pytest_fixturegen.providers.stages.workflow import (
    find_begun_condition,
    find_nearest_condition,
)

REACTION_NOUNS = frozenset(
    """comment reply answer response applicant application candidate bid bidder offer vote voter
    like reaction upvote downvote share backer donation pledge follower subscriber watcher approval
    signature escalation reopening handover reassignment visit view click impression download
    worklog work_log time_entry timesheet feedback message_reply review rating complaint inquiry
    signup registration attempt retry reminder warning follow_up followup interaction touchpoint
    finalist contestant submission entrant claimant""".split()
)
"""Nouns of what others do about a record once it is open to them."""

RESULT_NOUNS = frozenset(
    """artifact result finding prescription outcome defect error failure crash incident violation
    measurement observation reading sample_result scan tracking_event checkpoint payment refund
    installment_paid receipt delivery shipment score grade goal card winner award certificate
    output log log_line step_result test_result expense_paid invoice_paid treatment procedure_done
    diagnosis recommendation conclusion action_taken correction repair part_used photo_taken
    pickup return exception deviation nonconformity rejection write_off withdrawal drawdown
    assist foul substitution penalty lap transcript recording""".split()
)
"""Nouns of what comes of a record while it is carried out."""

STARTED = Place(50)
"""The place of the first step at which something comes of a record."""

PLANNED_WORDS = frozenset(
    """planned expected required max maximum min minimum target allowed scheduled estimated limit
    previous prior past historic historical last allergy default supported accepted available
    per""".split()
)
"""Words of lists and counts that say nothing of what came of the record."""

COUNT_WORDS = frozenset("count counts number num no of total".split())
"""Words that only say that something is counted."""


def find_later_view(context: FieldContext) -> FactView | None:
    """Return the view of whether a list, or the count of one, has something already.

    Return None if its name does not say that it waits, or no status tells when.
    """
    condition = find_later_condition(context.name, context.record)
    if condition is None:
        return None
    return make_stage_view(
        context,
        read_amount,
        condition,
    )


def read_amount(value: object) -> bool | None:
    """Return True for what is not empty; an empty list or a zero conditions nothing."""
    return True if value else None


@lru_cache(maxsize=512)
def find_later_condition(name: str, outline: RecordOutline) -> Condition | None:
    """Return the condition under which a record has some of what *name* lists or counts.

    What others do about a record, such as its comments, comes once it has left the first step of
    its status. What comes of it, such as its artifacts, comes once it is carried out. What is
    planned, allowed or known from before says nothing of it.
    """
    words = list(filterfalse(COUNT_WORDS.__contains__, list_words(name)))
    last = to_noun("".join(words[-1:]))
    nouns = {last, "_".join((*words[-2:-1], last))}
    if not PLANNED_WORDS.isdisjoint(words):
        return None
    if not RESULT_NOUNS.isdisjoint(nouns):
        return find_nearest_condition(STARTED, outline)
    return None if REACTION_NOUNS.isdisjoint(nouns) else find_begun_condition(outline)


DONE_PARTICIPLES = frozenset(
    """reopened retried escalated earned worked logged spent delivered picked shipped received
    completed resolved processed responded attended present absent billed collected ready handled
    transferred downloaded uploaded failed succeeded skipped produced scrapped rejected returned
    consumed burned travelled traveled driven covered scanned dispatched healed served sold
    rescheduled reassigned edited revised opened clicked viewed used elapsed""".split()
)
"""Words of numbers that are nothing as long as their record waits."""

OUTPUT_WORDS = frozenset("log output stdout stderr dump trace".split())
"""Words of sizes of what a run leaves."""

SIZE_WORDS = frozenset("size bytes kb mb lines length".split())


@lru_cache(maxsize=512)
def find_number_condition(name: str, outline: RecordOutline) -> Condition | None:
    """Return the condition under which the number *name* of a record is more than zero.

    Numbers with a participle (``reopened_count``, ``hours_worked``) and the sizes of outputs wait
    until the record is carried out, arrears until it is overdue, and counts as what they count.
    Return None if the number may have any value from the beginning.
    """
    if name in ARREARS_NAMES:
        return _is_overdue if "overdue" in list_mentions(outline) else None
    words = list_words(name)
    ends = {*words[:2], *words[-1:]}
    if not PLANNED_WORDS.isdisjoint(words) or not RATE_WORDS.isdisjoint(words[-1:]):
        return None
    is_output = not SIZE_WORDS.isdisjoint(words) and not OUTPUT_WORDS.isdisjoint(words[:1])
    if is_output or not DONE_PARTICIPLES.isdisjoint(ends):
        return find_nearest_condition(STARTED, outline)
    is_count = words[-1:] != (to_noun("".join(words[-1:])),) or not COUNT_WORDS.isdisjoint(words)
    return find_later_condition(name, outline) if is_count else None


def _is_overdue(stage: Stage) -> bool:
    """Return whether a record at *stage* is late with what it owes."""
    return stage.ending == "overdue"


ARREARS_NAMES = frozenset(
    """days_past_due past_due_days days_overdue overdue_days days_late late_days days_delinquent
    days_in_arrears past_due_amount amount_past_due overdue_amount amount_overdue arrears late_fee
    late_fees late_charge late_charges late_payment_fee overdue_fee overdue_fees penalty penalties
    penalty_amount missed_payments late_payments overdue_installments fine_amount""".split()
)
"""Names of numbers that are nothing unless their record is overdue."""

RATE_WORDS = frozenset("rate ratio percent pct price cost id code date time".split())
"""Last words of numbers that are no counts."""


def to_noun(word: str) -> str:
    """Return *word* in the singular."""
    return field_names.to_singular(word) or word
