"""Conditions on the stage of a record, which flags show and optional fields wait for."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from pytest_fixturegen.providers.record_outline import FieldOutline, RecordOutline
from pytest_fixturegen.providers.stages.names import find_named_place
from pytest_fixturegen.providers.stages.stage import Stage
from pytest_fixturegen.providers.stages.stems import Place, find_word
from pytest_fixturegen.providers.stages.words import find_member_place, list_words

Condition = Callable[[Stage], bool]

DONE = 90
"""The progress from which a record is done."""

OVER_ENDINGS = frozenset("cancelled failed denied terminated died lost expired".split())
"""Endings after which nothing goes on."""

STANDING_KINDS = frozenset(("standing", "machine"))


def make_place_condition(place: Place) -> Condition:
    """Return the condition that a record came to *place*, whatever happened later."""
    if place.exception:
        return lambda stage: stage.exception == place.exception
    if place.ending:
        return lambda stage: stage.ending == place.ending
    return lambda stage: stage.progress >= place.progress


def make_over_condition(kind: str, outline: RecordOutline) -> Condition:
    """Return the condition that a record is over: done, or ended as its *outline* mentions.

    A record of a standing *kind* is never done.
    """
    endings = list_mentions(outline) & OVER_ENDINGS
    if kind in STANDING_KINDS:
        return partial(_has_stopped, endings or {"terminated"})
    return lambda stage: stage.progress >= DONE or stage.ending in endings


def make_decided_condition(
    place: Place,
    outline: RecordOutline,
    *endings: str,
) -> Condition:
    """Return the condition that a record came to *place*, or to one of *endings*.

    Endings count that *outline* mentions.
    """
    known = list_mentions(outline).intersection(endings)
    return lambda stage: stage.progress >= place.progress or stage.ending in known


def make_active_condition(kind: str, outline: RecordOutline) -> Condition:
    """Return the condition that a record is in use: it has not ended as its *outline* mentions.

    Every record may be terminated. ``filled_at`` and the like say that it may be done as well.
    """
    mentions = list_mentions(outline)
    stops = mentions - {"amended", "failed", "overdue"}
    if mentions.isdisjoint(OTHER_STOPS):
        stops |= {"terminated"}
    final = "done" in stops
    return lambda stage: not (_has_stopped(stops, stage) or (final and stage.progress >= DONE))


def _has_stopped(stops: frozenset[str] | set[str], stage: Stage) -> bool:
    """Return whether *stage* is at one of *stops*."""
    return stage.ending in stops or stage.exception in stops


@lru_cache(maxsize=256)
def list_mentions(outline: RecordOutline) -> frozenset[str]:
    """Return the endings and exceptions that the flags, times and options of *outline* mention.

    "done" is among them if they mention a final step.
    """
    mentions = {""}
    words: list[str] = []
    for field in outline.fields:
        mentions.update(_name_exit(find_member_place(text, "")) for text in field.options)
        words += map(str.lower, field.options)
        if field.is_optional or field.kind == "bool":
            own_words = list_words(field.name)
            words += own_words
            place = find_named_place(own_words, "") or find_word(own_words[-1], "")
            mentions.add(_name_exit(place))
    if not FINAL_PARTICIPLES.isdisjoint(words):
        mentions.add("done")
    return frozenset(mentions - {""})


def _name_exit(place: Place | None) -> str:
    """Return the name of the ending or the exception at *place*; "" for a step and for None."""
    return "" if place is None else place.ending or place.exception


OTHER_STOPS = frozenset("cancelled expired died lost done".split())
"""What ends the use of a record instead of a termination."""

CONCLUSION_WORDS = frozenset(
    "conclusion outcome result verdict disposition judgment judgement ruling sentence".split()
)
"""Words of names of choices that tell how a record ended; a status tells that it did."""


@lru_cache(maxsize=256)
def has_conclusion(outline: RecordOutline) -> bool:
    """Return whether a choice of *outline* tells how a record ended, and no status does."""
    with_endings = [
        not CONCLUSION_WORDS.isdisjoint(field.name.split("_"))
        for field in outline.fields
        if any(place.ending for place in _list_option_places(field))
    ]
    return bool(with_endings) and all(with_endings)


def _list_option_places(field: FieldOutline) -> list[Place]:
    """Return the places of the options of *field* that are words of stages."""
    places = (find_member_place(text, "") for text in field.options)
    return list(filter(None, places))


@lru_cache(maxsize=256)
def starts_done(outline: RecordOutline) -> bool:
    """Return whether the status of *outline* knows only ends: success and failure."""
    found = False
    for field in outline.fields:
        known = _list_option_places(field)
        if not known or 2 * len(known) < len(field.options):
            continue
        steps = [place.progress for place in known if place.is_progress]
        if min(steps, default=DONE) < DONE:
            return False
        found = bool(steps)
    return found


FINAL_PARTICIPLES = frozenset("filled closed sold ended finished completed concluded".split())
"""Words of what happens once to a record, after which it is not active."""
