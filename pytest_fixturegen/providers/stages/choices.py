"""Choices that other fields of a record depend on: an action, a type, a level.

The number of the chosen member is a fact, so that an optional field can wait for it: ``old_values``
of what was not created, ``stack_trace`` of an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from pytest_fixturegen.nodes import Choice, Fact, FactPin, FactView, Node
from pytest_fixturegen.providers.fact_pins import build_choice, list_options
from pytest_fixturegen.providers.record_outline import FieldOutline, RecordOutline
from pytest_fixturegen.providers.stages.usual import list_weights
from pytest_fixturegen.providers.stages.words import list_words

CHOICE_WORDS = frozenset(
    """action operation event verb change type kind class category product method mode level
    severity lvl loglevel source channel coverage trigger employment""".split()
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
product type kind coverage + life : beneficiary beneficiary_name beneficiaries
employment - unemployed retired student notemployed homemaker unable
    : employer employer_name employer_phone employer_address job_title occupation work_phone
    company_name years_employed current_employer
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
    """Return the dependence of choices on a status that *row* describes."""
    head, _, names = row.partition(":")
    is_excluded = " - " in head
    choices, _, members = head.partition(" - " if is_excluded else " + ")
    return Dependence(
        frozenset(choices.split()), frozenset(members.split()), tuple(names.split()), is_excluded
    )


def is_choice_fact(name: str) -> bool:
    """Return whether other fields may depend on the choice called *name*."""
    words = list_words(name)
    return not CHOICE_WORDS.isdisjoint(words[-1:]) or words == ("employment", "status")


def build_choice_fact(name: str, texts: Sequence[str]) -> Fact:
    """Return the fact of the number of the member, of *texts*, that the choice *name* has."""
    weights = list_weights(name, texts) or [1] * len(texts)
    numbers = tuple(number for number, weight in enumerate(weights) for _ in range(weight))
    return Fact(f"choice_{name}", Choice(numbers, numbers))


def make_choice_view(
    name: str,
    texts: Sequence[str],
    shown: Sequence[Any],
    json: Callable[[Any], Any] | None,
) -> FactView:
    """Return the view of the choice *name* by the values *shown*, one for each of *texts*."""
    return _make_view(
        build_choice_fact(name, texts),
        lambda number: shown[number],
        json,
    )


class Decider(NamedTuple):
    """A choice of the record, *field*, of which the *members* give an optional field a value."""

    field: FieldOutline
    members: frozenset[str]


def find_deciders(name: str, outline: RecordOutline) -> Iterator[Decider]:
    """Yield the choices of *outline* that decide whether a record has the optional field *name*."""
    for dependence in _list_dependences(name):
        deciders = (_find_decider(dependence, field) for field in outline.fields)
        yield from (decider for decider in deciders if decider is not None)
    yield from _find_named_members(name, outline)


@lru_cache(maxsize=1024)
def _list_dependences(name: str) -> tuple[Dependence, ...]:
    """Return the dependences of the optional field *name*."""
    return tuple(each for each in load_dependences() if _matches(name, each.names))


MIN_MEMBER = 4
"""The letters of a member by which an optional field may be called."""


def _find_named_members(name: str, outline: RecordOutline) -> Iterator[Decider]:
    """Yield the choices with a member by which the optional field *name* is called.

    There is a ``limit_price`` if the ``order_type`` is ``limit``, or ``stop_limit``.
    """
    first, *rest = list_words(name) or ("",)
    if len(first) < MIN_MEMBER or not rest:
        return
    for field in outline.fields:
        if not field.options or field.is_optional or not is_choice_fact(field.name):
            continue
        members = frozenset(text for text in field.options if first in list_words(text))
        if members and len(members) < len(field.options):
            yield Decider(field, members)


@lru_cache(maxsize=512)
def decides_details(name: str, outline: RecordOutline) -> bool:
    """Return whether the choice *name* decides about an optional field of *outline*."""
    optional = (field for field in outline.fields if field.is_optional)
    deciders = (decider for field in optional for decider in find_deciders(field.name, outline))
    return any(decider.field.name == name for decider in deciders)


def _matches(name: str, patterns: Sequence[str]) -> bool:
    """Return whether *name* is one of *patterns*, which may end with a star."""
    return any(
        name.startswith(each[:-1]) if each.endswith("*") else name == each for each in patterns
    )


def _find_decider(dependence: Dependence, field: FieldOutline) -> Decider | None:
    """Return the choice *field* with the members that *dependence* asks for."""
    if not field.options or field.is_optional or not is_choice_fact(field.name):
        return None
    named = [_join_words(text) in dependence.members for text in field.options]
    is_of_choice = not dependence.choices.isdisjoint(list_words(field.name))
    if not is_of_choice or not any(named) or all(named):
        return None
    kept = zip(field.options, named, strict=True)
    return Decider(
        field, frozenset(text for text, is_named in kept if is_named != dependence.is_excluded)
    )


def _join_words(text: str) -> str:
    return "".join(list_words(text))


def _make_view(
    fact: Fact,
    show: Callable[[int], Any],
    json: Callable[[Any], Any] | None,
) -> FactView:
    """Return the view of the members of a choice, by their numbers."""

    def find_numbers(value: Any, node: Node) -> Any:
        """Return the node of the members that show *value*."""
        kept = [number for number in list_options(node) if show(number) == value]
        return (build_choice(kept),) if kept else None

    pin = FactPin(lambda value: value, find_numbers)
    return FactView(
        lambda word, number: show(number),
        (fact,),
        json,
        pin,
    )
