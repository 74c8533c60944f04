"""Choices that other fields of a record depend on: an action, a type, a level.

The number of the chosen member is a fact, so that an optional field can wait for it: ``old_values``
of what was not created, ``stack_trace`` of an error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from pytest_fixturegen.nodes import Choice, Fact, FactPin, FactView, Node
from pytest_fixturegen.providers.fact_pins import build_choice, list_options
from pytest_fixturegen.providers.record_outline import FieldOutline, RecordOutline
from pytest_fixturegen.providers.stages.usual import list_weights
from pytest_fixturegen.providers.stages.words import list_words

CHOICE_WORDS = frozenset(
    """action operation event verb change type kind class category product method mode level
    severity lvl loglevel source channel coverage""".split()
)
"""Last words of names of choices that other fields depend on."""


class Dependence(NamedTuple):
    """Optional fields called like *names* have a value if the choice has one of *members*.

    If *is_excluded*, they have a value if it has another one. *choices* are words of the name of
    the choice.
    """

    choices: frozenset[str]
    members: frozenset[str]
    names: tuple[str, ...]
    is_excluded: bool


DEPENDENCES = """
action operation event change type kind - create created insert inserted add added login logout
    signin signout export read view download access permissiongranted upload register
    : old_* before previous_value* prev_value* original_value*
action operation event change type kind - delete deleted remove removed destroy login logout purge
    signin signout export read view download access
    : new_* after
actor type kind - system service machine job cron bot api scheduler
    : user_agent browser browser_name
type kind + call meeting video phone videocall appointment interview visit
    : duration duration_minutes duration_seconds duration_min call_duration
class type kind + inpatient hospitalization admission : ward bed bed_number room_number
product type kind coverage + stage : beneficiary beneficiary_name beneficiaries
type kind + theft stolen burglary robbery assault hitandrun
    : police_report_number police_report police_report_no police_report_id
type referrer kind - none direct : referrer referrer_url referrer_domain referer
type kind media attachment - none text : media_url media_urls attachment_url media_id media_size
method type + card creditcard debitcard credit debit
    : card_* last4 last_four cc_* card_last4 card_brand
method type + banktransfer bank wire sepa directdebit ach : iban bank_name bank_account
    routing_number
level severity lvl loglevel + error critical fatal severe emergency alert panic crit err
    : stack_trace stacktrace traceback exception exception_* error error_message
    error_code error_type
type kind mode + remote online virtual : meeting_url meeting_link join_url
type kind mode + onsite inperson physical offline : room venue location_name
type kind + subscription recurring : billing_period renewal_date interval
type kind + percentage percent : discount_percent percent_off
type kind + fixed amount fixedamount : discount_amount amount_off
"""
"""For each line: words of a choice, ``+`` or ``-``, members, ``:`` and names of optional fields."""


@lru_cache(maxsize=1)
def load_dependences() -> tuple[Dependence, ...]:
    """Return the rows of ``DEPENDENCES``."""
    rows = DEPENDENCES.replace("\n    ", " ").split("\n")
    return tuple(_parse_dependence(row) for row in rows if row)


def _parse_dependence(row: str) -> Dependence:
    head, _, names = row.partition(":")
    is_excluded = " - " in head
    choices, _, members = head.partition(" - " if is_excluded else " + ")
    return Dependence(
        frozenset(choices.split()), frozenset(members.split()), tuple(names.split()), is_excluded
    )


def is_choice_fact(name: str) -> bool:
    """Return whether other fields may depend on the choice called *name*."""
    words = list_words(name)
    return bool(words) and words[-1] in CHOICE_WORDS


def build_choice_fact(name: str, texts: Sequence[str]) -> Fact:
    """Return the fact of the number of the member, of *texts*, that the choice *name* has."""
    weights = list_weights(name, texts) or [1] * len(texts)
    numbers = tuple(number for number, weight in enumerate(weights) for _ in range(weight))
    return Fact(f"choice_{name}", Choice(numbers, numbers))


def make_choice_view(
    name: str, texts: Sequence[str], shown: Sequence[Any], json: Callable[[Any], Any] | None
) -> FactView:
    """Return the view of the choice *name* by the values *shown*, one for each of *texts*."""
    return _make_view(build_choice_fact(name, texts), lambda number: shown[number], json)


def find_dependent_view(name: str, outline: RecordOutline) -> FactView | None:
    """Return the view of whether a record has the optional field *name*, by one of its choices.

    Return None if no choice of the *outline* decides.
    """
    for dependence in load_dependences():
        if _matches(name, dependence.names):
            for field in outline.fields:
                view = _find_view(dependence, field)
                if view is not None:
                    return view
    return None


def is_deciding(name: str, outline: RecordOutline) -> bool:
    """Return whether an optional field of *outline* waits for the choice *name*."""
    field = outline.find(name)
    optional = [each.name for each in outline.fields if each.is_optional]
    return field is not None and any(
        _matches(waiting, dependence.names) and _find_view(dependence, field) is not None
        for dependence in load_dependences()
        for waiting in optional
    )


def _matches(name: str, patterns: Sequence[str]) -> bool:
    return any(
        name.startswith(each[:-1]) if each.endswith("*") else name == each for each in patterns
    )


def _find_view(dependence: Dependence, field: FieldOutline) -> FactView | None:
    """Return the view of *dependence* on the choice *field*; None if it is no such choice."""
    words = list_words(field.name)
    if not field.options or not is_choice_fact(field.name) or field.is_optional:
        return None
    texts = ["".join(list_words(text)) for text in field.options]
    named = [text in dependence.members for text in texts]
    if dependence.choices.isdisjoint(words) or not any(named) or all(named):
        return None
    kept = frozenset(
        number for number, is_named in enumerate(named) if is_named != dependence.is_excluded
    )
    return _make_view(build_choice_fact(field.name, field.options), kept.__contains__, None)


def _make_view(
    fact: Fact, show: Callable[[int], Any], json: Callable[[Any], Any] | None
) -> FactView:
    def find_numbers(value: Any, node: Node) -> Any:
        """Return the node of the members that show *value*."""
        kept = [number for number in list_options(node) if show(number) == value]
        return (build_choice(kept),) if kept else None

    pin = FactPin(lambda value: value, find_numbers)
    return FactView(lambda word, number: show(number), (fact,), json, pin)
