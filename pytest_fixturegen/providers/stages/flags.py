"""Flags: booleans, and numbers and letters for them, that show the stage or a mark of a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import FactView
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.conditions import (
    DONE,
    STANDING_KINDS,
    Condition,
    list_mentions,
    make_active_condition,
    make_over_condition,
    make_place_condition,
)
from pytest_fixturegen.providers.stages.marks import (
    find_marked_word,
    find_stem,
    make_mark_view,
)
from pytest_fixturegen.providers.stages.stage import Stage, find_stage_kind, make_stage_view
from pytest_fixturegen.providers.stages.stems import find_word
from pytest_fixturegen.providers.stages.words import list_words
from pytest_fixturegen.providers.stages.workflow import find_nearest_condition

FIRST_WORDS = frozenset("is has was were did been are be had does ist est es esta ar".split())
"""First words of names of flags."""

LAST_WORDS = frozenset("flag flg yn ind indicator bool boolean kz jn".split())
"""Last words of names of flags."""

SETTING_WORDS = frozenset(
    """requires require required allow allows allowed can may should auto enable enables supports
    support show include includes accepts accept use uses send sends notify needs need want wants
    prefer prefers opt allows""".split()
)
"""First words of flags that are settings: they say nothing of the record's stage."""

STAGE_ACTIVE_WORDS = frozenset(
    "active enabled activo activa aktiv actif ativo isactive act employed operational".split()
)
"""Words of flags of records that are in use."""

INACTIVE_WORDS = frozenset("inactive disabled deactivated inaktiv inactif inactivo".split())

UP_WORDS = frozenset("ready healthy up reachable responsive running".split())
"""Flags of what runs at present: false before, after, and while it is paused."""

RUNNING = 50
"""The progress from which a record runs."""

STATE_RANGES = {
    "draft": (0, 7),
    "pending": (0, 35),
    "queued": (0, 19),
    "open": (0, 89),
    "running": (50, 89),
    "processing": (50, 89),
    "ongoing": (50, 89),
}
"""The progress of records of which a word is true for a time."""

MARK_WORDS = frozenset(
    """online live read seen opened new expected ready present used contacted published reported
    escalated removed check late public running_late edit test tested invited ok success final
    born passed offer absent missing invalid""".split()
)
"""Words of stages that, as a flag, say something else."""

MARK_PASSED = frozenset(("passed", "success", "successful", "ok", "succeeded"))
"""Flags of what went well: false if the record failed."""

FOLLOWER_WORDS = frozenset("follower followers following followed".split())

VERIFIED_CHANCE = 8
"""Per cent of the accounts of a social network that are verified."""

LETTER_PAIRS: dict[tuple[str, ...], tuple[str, str]] = {
    ("n", "y"): ("y", "n"),
    ("no", "yes"): ("yes", "no"),
    ("false", "true"): ("true", "false"),
    ("0", "1"): ("1", "0"),
    ("f", "t"): ("t", "f"),
    ("j", "n"): ("j", "n"),
}
"""Pairs of texts of a flag in alphabetical order, as yes and no."""


def provide_flag(context: FieldContext) -> FactView | None:
    """Return the view of a flag in the kind of the field; None if the field is no flag."""
    if context.kind == "bool":
        return build_flag_view(context, (False, True))
    form = FLAG_FORMS.get(context.kind)
    if form is None or not is_named_flag(context.name):
        return None
    shown, fits = form
    return build_flag_view(context, shown) if fits(shown, context.constraints) else None


FlagCheck = Callable[[tuple[Any, Any], Constraints], bool]


def _are_valid_numbers(shown: tuple[Any, Any], constraints: Constraints) -> bool:
    """Return whether the numbers *shown* satisfy *constraints*."""
    return all(is_valid_number(number, constraints) for number in shown)


def _are_valid_texts(shown: tuple[Any, Any], constraints: Constraints) -> bool:
    """Return whether one of the texts *shown* satisfies *constraints*."""
    return text.build_text_pool(shown, constraints) is not None


FLAG_FORMS: dict[str, tuple[tuple[Any, Any], FlagCheck]] = {
    "int": ((0, 1), _are_valid_numbers),
    "str": (("N", "Y"), _are_valid_texts),
}
"""No and yes in fields of other kinds than ``bool``, and the check of the constraints."""


def provide_flag_choice(context: FieldContext, values: Sequence[Any]) -> FactView | None:
    """Return the view of a flag by two *values* such as ``"Y"`` and ``"N"``."""
    texts = [str(value).lower() for value in values]
    pair = LETTER_PAIRS.get(tuple(sorted(texts)))
    if not pair:
        return None
    yes, no = (values[texts.index(each)] for each in pair)
    return build_flag_view(context, (no, yes))


def is_named_flag(name: str) -> bool:
    """Return whether a number or a text called *name* is a flag: ``is_active``, ``del_flg``."""
    words = list_words(name)
    if len(words) < 2:
        return False
    return words[0] in ("is", "has") or words[-1] in LAST_WORDS


def build_flag_view(context: FieldContext, shown: tuple[Any, Any]) -> FactView:
    """Return the view of the flag by the values of *shown*: no and yes."""
    words = _strip_words(list_words(context.name))
    lateness = _find_lateness_view(context, words, shown)
    if lateness is not None:
        return lateness
    condition = find_flag_condition(context, words)
    if condition is None:
        return make_mark_view(
            find_marked_word(words or ("",)),
            shown,
            _find_chance(context, words),
        )
    test = condition
    return make_stage_view(
        context,
        lambda value: value,
        lambda stage: shown[bool(test(stage))],
    )


LATE_WORDS = frozenset(("delayed", "late", "delay"))
PUNCTUAL_WORDS = frozenset(("time", "punctual", "ontime"))
"""Last words of flags of journeys that are late, and of those that are not."""


def _find_lateness_view(
    context: FieldContext,
    words: tuple[str, ...],
    shown: tuple[Any, Any],
) -> FactView | None:
    """Return the view of whether a journey is late or on time; None for other flags."""
    if len(words) > 2 or LATE_WORDS.union(PUNCTUAL_WORDS).isdisjoint(words[-1:]):
        return None
    from pytest_fixturegen.providers.lives.delays import build_lateness_view

    no, yes = shown
    return build_lateness_view(context, (no, yes) if words[-1] in LATE_WORDS else (yes, no))


def find_mark(context: FieldContext, stems: frozenset[str]) -> FactView | None:
    """Return the view of the flag of *context*, if it is a mark of one of *stems*."""
    words = _strip_words(list_words(context.name))
    if not names_stem(words, stems):
        return None
    is_stage = find_flag_condition(context, words) is not None
    return None if is_stage else build_flag_view(context, (False, True))


def find_verb_flag(context: FieldContext, stems: frozenset[str]) -> FactView | None:
    """Return the view of the flag of *context*, if its last word is a verb of one of *stems*.

    It shows the stage of the record: ``answered`` for ``answer_time``.
    """
    verbs = filter(VERB.search, _strip_words(list_words(context.name))[-1:])
    is_named = not stems.isdisjoint(map(find_stem, verbs))
    return build_flag_view(context, (False, True)) if is_named else None


VERB = re.compile("ed$")
"""The end of a verb that says what has been done."""


PARTICLES = frozenset("in out off up away over".split())
"""Last words of flags that belong to the verb before them: ``ported_in``."""


def names_stem(words: Sequence[str], stems: frozenset[str]) -> bool:
    """Return whether the last of *words*, or the verb before a particle, is one of *stems*."""
    count = 1 + PARTICLES.issuperset(words[-1:])
    return not stems.isdisjoint(map(find_stem, words[-count:]))


def _strip_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the *words* of the name of a flag that tell what it says."""
    kept = [word for word in words if word not in LAST_WORDS]
    while len(kept) > 1 and kept[0] in FIRST_WORDS:
        del kept[0]
    return tuple(kept)


def _find_chance(context: FieldContext, words: tuple[str, ...]) -> int | None:
    """Return the chance of a badge; None for other flags."""
    return VERIFIED_CHANCE if _is_badge(context, words) else None


def _is_badge(context: FieldContext, words: tuple[str, ...]) -> bool:
    """Return whether the flag is the badge of an account with followers."""
    if words != ("verified",):
        return False
    outline = context.record
    names = {word for field in outline.fields for word in field.name.split("_")}
    return not FOLLOWER_WORDS.isdisjoint(names)


def find_flag_condition(context: FieldContext, words: tuple[str, ...]) -> Condition | None:
    """Return the condition on the stage that the flag shows; None if it is a mark."""
    kind = find_stage_kind(context.model)
    if not words or words[0] in SETTING_WORDS or _is_badge(context, words):
        return None
    last = words[-1]
    if last in STAGE_ACTIVE_WORDS and len(words) <= 2:
        return make_active_condition(kind, context.record)
    if len(words) == 1 and (last in INACTIVE_WORDS or last in STATE_RANGES):
        return _make_state_condition(last, make_active_condition(kind, context.record))
    if last in UP_WORDS and kind in STANDING_KINDS:
        return _is_up
    if last in MARK_PASSED and "failed" in list_mentions(context.record):
        return lambda stage: stage.ending != "failed"
    if last in ("finished", "ended"):
        return make_over_condition(kind, context.record)
    return _find_place_condition(words, kind, context.record)


def _make_state_condition(word: str, is_active: Condition) -> Condition:
    """Return the condition that a record is in the state *word*, which may be inactive."""
    if word in INACTIVE_WORDS:
        return lambda stage: not is_active(stage)
    low, high = STATE_RANGES[word]
    return lambda stage: low <= stage.progress <= high and not stage.ending


def _is_up(stage: Stage) -> bool:
    """Return whether a machine works."""
    is_running = RUNNING <= stage.progress < DONE and not stage.ending
    return is_running and stage.exception not in ("paused", "repaired")


def _find_place_condition(
    words: tuple[str, ...],
    kind: str,
    outline: RecordOutline,
) -> Condition | None:
    """Return the condition that the record came to what the last of *words* names."""
    pair = find_word("".join(words[-2:]), kind) if len(words) > 1 else None
    place = pair or (None if words[-1] in MARK_WORDS else find_word(words[-1], kind))
    if place is None or (place.is_progress and place.progress < FIRST_STEP):
        return None
    return find_nearest_condition(place, outline) or make_place_condition(place)


FIRST_STEP = 13
"""The progress of the first step that a flag may show: a claim is filed, or not, at any stage."""
