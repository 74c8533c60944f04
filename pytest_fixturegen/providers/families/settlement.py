"""How much of a bill is paid, as its status says: all, a part, or nothing yet."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from pytest_fixturegen.providers.name_words.dictionary import translate_word
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.stage import Stage
from pytest_fixturegen.providers.stages.stems import Place
from pytest_fixturegen.providers.stages.words import list_words
from pytest_fixturegen.providers.stages.workflow import Workflow, find_workflow

PaymentPercents = tuple[int, ...]
"""The percentages that may be paid, usual ones more than once."""

SETTLED_WORDS = frozenset("paid settled".split())
PARTIAL_WORDS = frozenset("partially partial partly part".split())
UNPAID_WORDS = frozenset("not un unpaid never".split())

ALL: PaymentPercents = (100,)
SOME: PaymentPercents = (20, 25, 30, 50, 50, 60, 75)
NOTHING: PaymentPercents = (0,)


@lru_cache(maxsize=128)
def find_payments(record: RecordOutline) -> Callable[[Stage], PaymentPercents] | None:
    """Return what tells the percentages that may be paid of a bill at a stage.

    Return None if *record* has no status, or none of its members says that the bill is paid.
    """
    workflow = find_workflow(record)
    if workflow is None:
        return None
    paid = _find_settled_progress(workflow)
    if paid is None:
        return None
    percents = [
        _list_percents(text, place, paid)
        for text, place in zip(workflow.texts, workflow.places, strict=True)
    ]
    return lambda stage: percents[workflow.find_member(stage)]


def _find_settled_progress(workflow: Workflow) -> int | None:
    """Return the progress of the member of *workflow* that is paid; None if none is."""
    numbers = workflow.list_members(_is_settled)
    return max((workflow.places[number].progress for number in numbers), default=None)


def _is_settled(text: str) -> bool:
    """Return whether the member *text* says that all is paid."""
    words = {*list_words(text), *list_words(translate_word(text))}
    return not words.isdisjoint(SETTLED_WORDS) and words.isdisjoint(PARTIAL_WORDS | UNPAID_WORDS)


def _list_percents(
    text: str,
    place: Place,
    paid: int,
) -> PaymentPercents:
    """Return what may be paid at the member *text* at *place*, if all is at the progress *paid*."""
    if not PARTIAL_WORDS.isdisjoint(list_words(text)):
        return SOME
    return ALL if place.progress >= paid else NOTHING
