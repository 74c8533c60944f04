"""The status of a record, and the fields that its members name: ``deferral_reason``, ``ready_at``.

A field that speaks of a member of the status is there if, and only if, the status says so. The two
may use other forms of a word (``dismissed``, ``dismissal_reason``), in any language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from itertools import chain, filterfalse, pairwise
from typing import NamedTuple

from pytest_fixturegen.providers.record_outline import FieldOutline, RecordOutline
from pytest_fixturegen.providers.stages.conditions import DONE
from pytest_fixturegen.providers.stages.members import (
    FindMember,
    make_member_finder,
    place_members,
)
from pytest_fixturegen.providers.stages.names import (
    DETAIL_WORDS,
    MOMENT_WORDS,
    PERSONAL_WORDS,
    PLAIN_NOUNS,
    is_known_early,
    says_when,
)
from pytest_fixturegen.providers.stages.stage import Stage, find_stage_kind
from pytest_fixturegen.providers.stages.stems import Place, find_word
from pytest_fixturegen.providers.stages.words import find_member_place, list_words

STATUS_NAMES = frozenset(
    """status state stage phase stat sts lifecycle progress estado zustand statut etat tillstand
    situacao fase etapa""".split()
)
"""Last words of names of choices that say how far a record came."""

OUTCOME_NAMES = frozenset("condition availability outcome disposition".split())
"""Last words of names of choices that do so if there is no status."""

MIN_STEM = 4
WORD_ENDINGS = tuple(
    """ization isation amiento imiento ierung ations ation ition acion icion cion sion tion ements
    ement ment ance ence ungs ung iert ated ates ados adas ado ada ido ida ing ion als al ed es er
    or ee en et te al ure age y e s d t o a""".split()
)
"""Endings of forms of one word: of participles and of the nouns of verbs."""

AFTER_ENDINGS = frozenset(("refunded", "died"))
FINAL_ENDINGS = frozenset(("died",))
STANDING_ENDINGS = AFTER_ENDINGS | {"terminated", "expired", "cancelled"}
"""What may happen after the last step of a status; the last step of what stands is to be active."""

STANDING = frozenset(("standing", "machine"))
IN_USE = range(50, 60)
"""The progress of what is in use, such as an active member."""

BEFORE_WORDS = frozenset("disputed appealed contested challenged objected protested".split())
"""Words of endings after the last step that come before it."""

SAME_STEPS = (
    frozenset(
        """pickedup pickup outfordelivery ontheway intransit transit dispatched dispatch shipped
        shipment enroute sent""".split()
    ),
    frozenset("seen started inprogress inconsultation beingseen consultation".split()),
    frozenset("checkedin arrived arrival checkin".split()),
)
"""Words of one step, if a status has no member of the very word."""


class Workflow(NamedTuple):
    """The members of a status, in their order: their *texts* and their *places*.

    *bases* are the places of their words, whatever the list; *steps* are the numbers of those that
    are steps on the way, and *last* is the progress of the last one. *find_member* finds the member
    that a record with a stage shows.
    """

    texts: tuple[str, ...]
    places: tuple[Place, ...]
    kind: str
    find_member: FindMember
    bases: tuple[Place | None, ...]
    steps: tuple[int, ...]
    last: int

    def list_members(self, test: Callable[[str], bool]) -> list[int]:
        """Return the numbers of the members whose text passes *test*."""
        return [number for number, text in enumerate(self.texts) if test(text)]


@lru_cache(maxsize=256)
def find_workflow(outline: RecordOutline) -> Workflow | None:
    """Return the workflow of the status of *outline*; None if it has none, or several."""
    fields = list(filter(_is_status, outline.fields)) or list(filter(_is_outcome, outline.fields))
    kind = find_stage_kind(outline.model)
    texts = fields[0].options if len(fields) == 1 else ()
    places = place_members(texts, kind) if texts else None
    if places is None:
        return None
    steps = tuple(number for number, place in enumerate(places) if place.is_progress)
    return Workflow(
        texts,
        tuple(places),
        kind,
        make_member_finder(places),
        tuple(map(partial(find_member_place, kind=kind), texts)),
        steps,
        max((places[number].progress for number in steps), default=0),
    )


def _is_status(field: FieldOutline) -> bool:
    """Return whether *field* is a choice that says how far its record came."""
    words = list_words(field.name)
    is_personal = len(words) > 1 and not PERSONAL_WORDS.isdisjoint(words)
    is_choice = len(field.options) > 1 and not is_personal
    return is_choice and not STATUS_NAMES.isdisjoint((words[0], words[-1]))


def _is_outcome(field: FieldOutline) -> bool:
    """Return whether *field* is a choice that says how its record is, or went."""
    return len(field.options) > 1 and not OUTCOME_NAMES.isdisjoint(list_words(field.name)[-1:])


def find_member_condition(words: tuple[str, ...], outline: RecordOutline) -> Condition | None:
    """Return the condition that a record came to the member of its status that *words* name.

    Return None if they name none, or the first step, which every record has passed. Of several,
    such as ``closed_won`` and ``closed_lost``, any will do.
    """
    workflow = find_workflow(outline)
    if workflow is None:
        return None
    numbers = _find_numbers(words, workflow)
    is_first = numbers == list(workflow.steps[:1])
    return None if is_first else _make_any(workflow, numbers)


def find_last_condition(outline: RecordOutline) -> Condition | None:
    """Return the condition that a record came to the last step of its status; None without one."""
    workflow = find_workflow(outline)
    if workflow is None:
        return None
    get_progress: Callable[[int], int] = lambda number: workflow.places[number].progress  # noqa: E731
    return _make_any(workflow, sorted(workflow.steps, key=get_progress)[-1:])


def has_granted_step(outline: RecordOutline) -> bool:
    """Return whether the status of *outline* says how a decision went: approved, or declined."""
    workflow = find_workflow(outline)
    return workflow is not None and bool(_list_decisions(workflow))


def waits_before(outline: RecordOutline) -> Callable[[Stage], bool] | None:
    """Return the test of whether a record shows a member of its status that waits: ``pending``.

    Return None without a status.
    """
    return find_waiting_test(outline, WAITING) if find_workflow(outline) else None


def find_waiting_test(outline: RecordOutline, limit: int) -> Callable[[Stage], bool] | None:
    """Return the test of whether a record shows a step of its status up to the progress *limit*.

    Return None if no step is so early.
    """
    workflow = find_workflow(outline)
    if workflow is None:
        return None
    waiting = {
        number
        for number, place in enumerate(workflow.places)
        if place.is_progress and place.progress <= limit
    }
    return (lambda stage: workflow.find_member(stage) in waiting) if waiting else None


WAITING = 20
"""The progress up to which a record waits."""


def find_done_condition(outline: RecordOutline) -> Condition | None:
    """Return the condition that a record came to the first step of its status that is an end.

    Return None if no step is one.
    """
    workflow = find_workflow(outline)
    if workflow is None or workflow.last < DONE:
        return None
    steps = {workflow.places[number].progress for number in workflow.steps}
    return _make_step_condition(workflow, min(filter(DONE.__le__, steps)))


SETTLED_WORDS = frozenset(
    "paid repaid settled closed cleared redeemed discharged completed finished ended".split()
)
"""Words of the members of a status after which nothing is owed, or due."""


def find_settled_condition(outline: RecordOutline) -> Condition | None:
    """Return the condition that nothing is owed at the status of a record: paid off, or denied.

    Return None if no member says so.
    """
    workflow = find_workflow(outline)
    if workflow is None:
        return None
    denied = (number for number, place in enumerate(workflow.places) if place.ending == "denied")
    settled = {*workflow.list_members(has_words(SETTLED_WORDS)), *denied}
    return (lambda stage: workflow.find_member(stage) in settled) if settled else None


BEGUN_STEPS = 2
"""The steps of a status of which the first one says that nobody cares for the record yet."""


def find_begun_condition(outline: RecordOutline) -> Condition | None:
    """Return the condition that a record left the first step of its status; None if it has one."""
    workflow = find_workflow(outline)
    if workflow is None or len(workflow.steps) <= BEGUN_STEPS:
        return None
    first = min(workflow.steps, key=lambda number: workflow.places[number].progress)
    return lambda stage: workflow.find_member(stage) != first


def find_step_condition(place: Place, outline: RecordOutline) -> Condition | None:
    """Return the condition that a record came to the member of its status at *place*."""
    workflow = find_workflow(outline)
    return _make_any(workflow, _list_at(place, workflow)) if workflow else None


LATE = 35
"""The progress after which a place is no longer early, and a record does not wait any more."""


def find_nearest_condition(place: Place, outline: RecordOutline) -> Condition | None:
    """Return the condition that a record came to the step of its status that is nearest to *place*.

    What is shipped or checked is more than planned: a first step at which records wait does not
    count. Return None if *place* is early, if no other step counts, or if the nearest one is the
    first.
    """
    workflow = find_workflow(outline)
    if workflow is None or not (place.is_progress and place.progress > LATE):
        return None
    steps = sorted({workflow.places[number].progress for number in workflow.steps})
    later = [step for step in steps if step > WAITING or step != steps[0]]
    nearest = min(later, key=lambda step: abs(step - place.progress), default=None)
    if nearest is None or nearest == steps[0]:
        return None
    return _make_step_condition(workflow, nearest)


Condition = Callable[[Stage], bool]


def _make_any(workflow: Workflow, numbers: list[int]) -> Condition | None:
    """Return the condition that a record came to one of the members *numbers*; None for none."""
    conditions = list(map(partial(_make_condition, workflow), numbers))
    if len(conditions) < 2:
        return conditions[0] if conditions else None
    return lambda stage: any(condition(stage) for condition in conditions)


def _make_condition(workflow: Workflow, number: int) -> Condition:
    """Return the condition that a record came to the member *number* of *workflow*."""
    place = workflow.places[number]
    if place.is_progress:
        return _make_step_condition(workflow, place.progress)
    shown = {number, *_list_later_endings(workflow, number)}
    return lambda stage: workflow.find_member(stage) in shown


def _make_step_condition(workflow: Workflow, progress: int) -> Condition:
    """Return the condition that a record came to the step of *workflow* at *progress*.

    A step tells so itself; with an ending, the progress of the record does. The last step is not
    reached with the most endings, and all others before a payment is overdue.
    """
    is_last = progress >= workflow.last
    stops = _list_stops(workflow) if is_last else set()
    if progress in PAID_STEPS:
        stops = stops | set(workflow.list_members(has_words(UNPAID_WORDS)))
    reached = {
        number: place.progress >= progress if place.is_progress else not is_last
        for number, place in enumerate(workflow.places)
        if place.is_progress or place.ending == "overdue"
    }
    reached.update(dict.fromkeys(stops, False))

    def came_to(stage: Stage) -> bool:
        """Return whether a record with *stage* shows the member, a later one, or came to it."""
        return reached.get(
            workflow.find_member(stage),
            stage.progress >= progress,
        )

    return came_to


PAID_STEPS = range(60, 66)
UNPAID_WORDS = frozenset(
    """disputed appealed contested challenged objected dismissed waived forgiven voided overdue
    unpaid delinquent writtenoff""".split()
)
"""The progress of a payment, and words of members of a status that came to none."""

DELIVERED = re.compile("deliver|return", re.IGNORECASE)
REFUNDED = re.compile("refund", re.IGNORECASE)


def _list_later_endings(workflow: Workflow, number: int) -> list[int]:
    """Return the endings that follow the one of *number*: a booking is refunded once cancelled."""
    is_cancelled = workflow.places[number].ending == "cancelled"
    if not is_cancelled or any(map(DELIVERED.search, workflow.texts)):
        return []
    return workflow.list_members(lambda text: bool(REFUNDED.search(text)))


def _list_stops(workflow: Workflow) -> set[int]:
    """Return the members with which a record never came to the last step."""
    after = AFTER_ENDINGS
    if workflow.last in IN_USE or workflow.kind in STANDING:
        after = STANDING_ENDINGS
    elif None in map(workflow.bases.__getitem__, workflow.steps[-1:]):
        after = FINAL_ENDINGS  # a ticket that was scanned is not refunded
    stops = {n for n, place in enumerate(workflow.places) if place.ending not in (*after, "")}
    return stops.union(workflow.list_members(has_words(BEFORE_WORDS))) - set(workflow.steps)


def has_words(words: frozenset[str]) -> Callable[[str], bool]:
    """Return the test of whether a text has one of *words*."""
    return lambda text: not words.isdisjoint(list_words(text))


def _find_numbers(words: tuple[str, ...], workflow: Workflow) -> list[int]:
    """Return the numbers of the members of *workflow* that *words* of a name speak of.

    Whole members come first: ``delivery_date`` is of ``delivered``, not of ``out_for_delivery``.
    """
    if not DECISION_WORDS.isdisjoint(words):
        decisions = _list_decisions(workflow) or workflow.list_members(has_words(DECISION_WORDS))
        if decisions:
            return decisions
    whole = workflow.list_members(partial(_begins_with, words))
    if whole:
        return whole
    named = _list_spoken(words)
    pairs = list(map("".join, pairwise(words))) if named else []
    late = filterfalse(partial(is_known_early, kind=workflow.kind), named)
    attempts = chain(
        (workflow.list_members(partial(_is_word, word)) for word in (*pairs, *named)),
        (workflow.list_members(partial(_is_form, word)) for word in (*pairs, *named)),
        (_list_named(word, workflow) for word in (*pairs, *late)),
    )
    return next(filter(None, attempts), [])


def _begins_with(words: tuple[str, ...], text: str) -> bool:
    """Return whether *words* begin with the words of *text*: ``out_of_service_since``."""
    member = list_words(text)
    return len(member) > 1 and words[: len(member)] == member and says_when(words[len(member) :])


def _list_named(word: str, workflow: Workflow) -> list[int]:
    """Return the members of which a word is a form of *word*, or which name the same step."""
    found = workflow.list_members(partial(_has_form, word))
    return found or _list_same_steps(word, workflow)


def _list_decisions(workflow: Workflow) -> list[int]:
    """Return the members of *workflow* that say how a decision went; none if it knows no yes."""
    agreed = workflow.list_members(has_words(YES_WORDS))
    denied = [n for n, place in enumerate(workflow.places) if place.ending == "denied"]
    return [*agreed[:1], *denied] if agreed and denied else []


YES_WORDS = frozenset(
    """approved granted awarded accepted admitted authorized authorised allowed upheld
    published""".split()
)
"""Words of members that say yes."""


def _list_spoken(words: tuple[str, ...]) -> list[str]:
    """Return those of *words* that say what happened: beside a moment, or as a participle."""
    spoken = [word for place, word in enumerate(words) if _says_what_happened(place, words)]
    return list(filterfalse(SILENT_WORDS.__contains__, spoken))


def _says_what_happened(place: int, words: tuple[str, ...]) -> bool:
    """Return whether the word at *place* is a participle, or stands beside a moment or a detail."""
    word = words[place]
    if says_when(words[:place] + words[place + 1 :]) or words[0] == "actual":
        return True
    is_participle = word.endswith(("ed", "en")) or len(words) == 1
    return place == 0 and is_participle and word not in PLAIN_NOUNS


DECISION_WORDS = frozenset("decided decision adjudicated adjudication adj moderated".split())
SILENT_WORDS = MOMENT_WORDS | DETAIL_WORDS | set("last latest previous first current".split())
JOINING_WORDS = frozenset(
    "in on for of to the not no under out up by at with waiting pending".split()
)


def join_words(text: str) -> str:
    """Return the words of *text* in one."""
    return "".join(list_words(text))


def _is_word(word: str, text: str) -> bool:
    """Return whether *text* is *word* itself: what is picked is more than picking."""
    return join_words(text) == word


def _is_form(word: str, text: str) -> bool:
    """Return whether *word* and *text* are forms of one word."""
    return not list_stems(word).isdisjoint(list_stems(join_words(text)))


def list_forms(word: str, workflow: Workflow) -> list[int]:
    """Return the members of *workflow* that are forms of *word*."""
    return workflow.list_members(partial(_is_form, join_words(word)))


def _has_form(word: str, text: str) -> bool:
    """Return whether a word of *text* is a form of *word*."""
    others = filterfalse(JOINING_WORDS.__contains__, list_words(text))
    return any(map(partial(_is_form, word), others))


def _list_same_steps(word: str, workflow: Workflow) -> list[int]:
    """Return the member that names the step of *word* by another word; none without one."""
    group = next((group for group in SAME_STEPS if word in group), frozenset((word,)))
    same = workflow.list_members(lambda text: join_words(text) in group)
    place = find_word(word, workflow.kind)
    return same[:1] or (_list_at(place, workflow) if place else [])


def _list_at(place: Place, workflow: Workflow) -> list[int]:
    """Return the member of *workflow* whose words are at the step *place*; none without one.

    Of several, the one that its list leaves nearest: what is released to be picked is not shipped.
    """
    known = filter(lambda number: workflow.bases[number] == place, range(len(workflow.bases)))
    nearest = min(
        known,
        key=lambda number: abs(workflow.places[number].progress - place.progress),
        default=None,
    )
    return [] if nearest is None or not place.is_progress else [nearest]


@lru_cache(maxsize=2048)
def list_stems(word: str) -> frozenset[str]:
    """Return *word*, and what is left of it without each ending of a form."""
    stems = map(word.removesuffix, WORD_ENDINGS)
    return frozenset(stem for stem in stems if len(stem) >= MIN_STEM) | {word}
