"""Reads the verbs in names of fields: ``delivered_at``, ``cancellation_reason``."""

from __future__ import annotations

from itertools import pairwise

from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.stage import find_stage_kind
from pytest_fixturegen.providers.stages.stems import Place, find_word, load_kind_places
from pytest_fixturegen.providers.stages.words import list_words

PLAN_WORDS = frozenset(
    """expected estimated planned scheduled requested promised target due next max min preferred
    desired proposed projected anticipated forecast earliest latest default minimum maximum is has
    can may should allow allows allowed require requires required auto enable""".split()
)
"""First words of what is known before it happens, or of a setting."""

MOMENT_WORDS = frozenset(
    """at on date dt time ts timestamp datetime when day dttm epoch datum fecha data dato zeit since
    until""".split()
)
"""Words of names of moments."""

DETAIL_WORDS = frozenset(
    """reason rsn cause by notes note comment comments remark remarks amount amt code summary
    message
        details detail motive motif grund motivo score rating result outcome no number num nr ref
    reference
        mode url uri proof name user user_id id percent pct rate value price total fee qty
    quantity count
    signature ip transaction grade date_by type kind category explanation feedback""".split()
)
"""Last words of what is known once it happened."""

PLAIN_NOUNS = frozenset(
    """order orders ordered sale service contact check checkout issue play progress live active
    process open online ready exception term expiration expiry expire expires start starting
    registration registered admission activation submission publication publisher receipt release
        payment pay payer delivery shipping shipment ship transit plan planning schedule
    settlement ok used
    pass hold stop block lock standby vacation maintenance review reviewer interview qualification
    qualified contract sign signature invoice invoiced charge customs test tested qa contacted edit
    revision version creation create new created billing burned discharge checkin draft drafts fault
    late miss missing absent loss parked former left right offer proposal assessment estimate quoted
    extension renewal ready idle enabled committed trash left department charge""".split()
)
"""Words that name things as well as what happens: they need a detail after them."""

PERSONAL_WORDS = frozenset(
    """marital civil relationship smoking smoker residency immigration filing citizenship veteran
    disability family vaccination insurance tax legal code http cache employment housing
    calibration customs injury visa michelin inspection engine door lock
    power battery connection reorder
    stock relationship response occupancy ownership education title conservation""".split()
)
"""Words before ``status`` that make it no step on a way."""

REPEATED_WORDS = frozenset(("last", "latest", "previous"))
"""First words of moments of what happens again and again: ``last_used_at``."""

SCHEDULE_WORDS = frozenset("expiry expiration expire expires term due available".split())
"""Words of moments that are known from the beginning."""

ENTRY_WORDS = frozenset(
    """created create creation new registered registration opened updated modified changed added
    joined enrolled started_by imported source requested request submitted reported ordered
    order booked placed posted""".split()
)
"""Words of the beginning of a record, which every record has passed."""


def find_named_place(words: tuple[str, ...], kind: str) -> Place | None:
    """Return the place of the verb in the name of an optional field; None if it has none.

    A participle says it alone (``delivered_at``, ``approved_amount``); a noun needs a moment or a
    detail (``delivery_date``, ``cancellation_reason``).
    """
    words = tuple(word for word in map(_split_compound, words) if word)
    pairs = [(left + right, number) for number, (left, right) in enumerate(pairwise(words))]
    singles = [(word, number) for number, word in enumerate(words)]
    for word, number in (*pairs, *singles):
        place = find_word(word, kind)
        if place is None or is_known_early(word, kind):
            continue
        is_repeated = words[0] in REPEATED_WORDS and word != "contacted"
        if is_repeated and place.is_progress:
            continue
        rest = words[:number] + words[number + 1 :]
        if says_when(rest):
            return place
        if word not in PLAIN_NOUNS and _is_participle(word, words):
            return place
    return None


def is_known_early(word: str, kind: str) -> bool:
    """Return whether what *word* names is known from the beginning of a record of *kind*."""
    is_entry = word in ENTRY_WORDS and word not in load_kind_places(kind)
    return is_entry or word in SCHEDULE_WORDS


def says_when(words: tuple[str, ...]) -> bool:
    """Return whether *words* name a moment, or end with a detail."""
    has_moment = not MOMENT_WORDS.isdisjoint(words)
    return has_moment or not DETAIL_WORDS.isdisjoint(words[-1:])


def _is_participle(word: str, words: tuple[str, ...]) -> bool:
    """Return whether *word* says alone that something happened."""
    is_end = word in (words[0], words[-1])
    return len(words) == 1 or (is_end and word.endswith(("ed", "en")))


def _split_compound(word: str) -> str:
    """Return the verb in a German or Swedish compound such as ``leveransdatum``."""
    for ending in ("datum", "zeit", "tid", "tag", "dag"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3:
            return stem if find_word(stem, "") else stem.removesuffix("s")
    return word


def has_stages(outline: RecordOutline) -> bool:
    """Return whether *outline* has optional moments of stages, failures aside."""
    kind = find_stage_kind(outline.model)
    named = (
        find_named_place(list_words(field.name), kind)
        for field in outline.fields
        if field.is_optional and field.kind in ("date", "datetime")
    )
    return any(place is not None and place.ending != "failed" for place in named)
