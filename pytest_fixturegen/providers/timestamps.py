"""The moments of a record: created, paid, shipped, updated, archived, deleted, in this order.

A record has two facts: when it *began*, and the *pace* of its stages. Every timestamp is a function
of these two, so the timestamps of a record are in order, whichever of them its model has.
"""

from __future__ import annotations

from functools import partial

from pytest_fixturegen.nodes import FactPin, FactView, Node
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_table,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.began import (
    build_began_fact,
    build_pace_fact,
    get_life,
    get_outline,
    to_seconds,
)
from pytest_fixturegen.providers.lives.clock import AnyPace, Clock, build_place_clock, get_salt
from pytest_fixturegen.providers.lives.kinds import DAY, YEAR
from pytest_fixturegen.providers.lives.status_order import find_ordered_place
from pytest_fixturegen.providers.lives.verbs import (
    CREATED,
    DONE,
    PARTS,
    SEEN,
    SENT,
    UPDATED,
    strip_moment_words,
)
from pytest_fixturegen.providers.moment_pins import Timeline
from pytest_fixturegen.providers.moment_views import build_show_date, provide_moment
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.record_outline import list_name_words
from pytest_fixturegen.streams import mix_word

OLDEST = 15 * YEAR
"""Seconds before the present within which all moments of records are."""


def provide_stage(
    stage: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the moment at which the record reached a stage."""
    return provide_place(
        stage * PARTS,
        context,
        owner,
    )


def provide_place(
    place: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the moment at *place* in the life of the record."""
    now = to_seconds(context.now)
    life = get_life(context)
    pin = Timeline(life, now).make_pin(place)
    return provide_past(
        context,
        build_place_clock(
            life,
            now,
            place,
        ),
        pin,
    )


def provide_place_year(
    place: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the year of the moment at *place*; None if constraints may refuse it."""
    now, life = to_seconds(context.now), get_life(context)
    years = (context.now.year - 12, context.now.year)
    if not all(is_valid_number(year, context.constraints) for year in years):
        return None
    show_day = build_show_date(
        build_place_clock(
            life,
            now,
            place,
        ),
        2,
        DAY * life.ticks,
    )
    facts = (build_began_fact(context), build_pace_fact(context))
    return FactView(
        lambda word, began, pace: (
            show_day(
                word,
                began,
                pace,
            ).year
        ),
        facts,
    )


def provide_unknown_stage(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a moment of the record whose name is not a known stage.

    The name picks the moment, so that two such fields of a record differ.
    """
    now, life = to_seconds(context.now), get_life(context)
    first = build_place_clock(
        life,
        now,
        2,
    )
    last = build_place_clock(
        life,
        now,
        SEEN * PARTS if life.is_parent else DONE * PARTS,
    )
    key = hash_name(context.name)

    def compute_tick(began: int, pace: AnyPace) -> int:
        start = first(began, pace)
        part = mix_word(get_salt(pace), key) >> 48
        return start + ((last(began, pace) - start) * part >> 16)

    return provide_past(context, compute_tick)


def hash_name(name: str) -> int:
    """Return a number that differs from name to name."""
    number = 7
    for letter in name:
        number = (number * 31 + ord(letter)) & 0xFFFF_FFFF
    return number


def provide_expected(
    place: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of when the moment at *place* was expected: near the one that came."""
    now, life = to_seconds(context.now), get_life(context)
    first = build_place_clock(
        life,
        now,
        CREATED,
    )
    actual = build_place_clock(
        life,
        now,
        place,
    )
    key = hash_name("expected")

    def compute_tick(began: int, pace: AnyPace) -> int:
        start = first(began, pace)
        length = actual(began, pace) - start
        # From a fifth too early to a fifth too late.
        return start + length * (205 + mix_word(get_salt(pace), key) % 103) // 256

    return provide_past(context, compute_tick)


def provide_past(
    context: FieldContext,
    compute_tick: Clock,
    pin: FactPin | None = None,
) -> Node | None:
    """Return the node of a moment of the record; None if the field must be in the future."""
    if context.constraints.now == "future":
        return None
    now = to_seconds(context.now)
    facts = (build_began_fact(context), build_pace_fact(context))
    return provide_moment(
        context,
        compute_tick,
        facts,
        (now - OLDEST, now),
        pin,
        get_life(context).ticks,
    )


TIMESTAMP_KINDS = "datetime date str int float"

NAMES: ProviderTable = build_table(
    (
        "last_updated last_modified last_changed last_update last_edited",
        "datetime date str",
        partial(provide_stage, UPDATED),
    ),
    (
        "last_seen last_login last_active last_used last_accessed last_activity last_logged_in",
        "datetime date str float",
        partial(provide_stage, SEEN),
    ),
    ("date datetime day moment when", "datetime date", partial(provide_stage, CREATED)),
    ("date created ctime", "str", partial(provide_stage, CREATED)),
    ("updated modified mtime", "str", partial(provide_stage, UPDATED)),
    (
        "timestamp ts epoch unix_timestamp event_timestamp timestamp_ms ts_ms",
        "datetime date str int float",
        partial(provide_stage, CREATED),
    ),
    ("time event_time log_time", "datetime", partial(provide_stage, CREATED)),
    ("ctime", "int float datetime", partial(provide_stage, CREATED)),
    ("mtime", "int float datetime", partial(provide_stage, UPDATED)),
    ("atime", "int float datetime", partial(provide_stage, SEEN)),
)
"""Names of fields and kinds of value, and their providers."""

RELEASE_WORDS = frozenset("release released publication published issued premiere".split())
"""Words of the day whose year is the ``year`` of a film, an album or a book."""

EXPECTED_WORDS = frozenset(
    """expected estimated planned target anticipated projected promised forecast est exp
    requested_by""".split()
)
"""First words of the name of a moment that was expected."""

FORESEEN_WORDS = frozenset("expected estimated anticipated promised".split())
"""First words of a moment near the end of its record, whatever it is of."""

PERIOD_ENDS = ("start", "end", "start_date", "end_date", "start_time", "end_time", "from", "to")
"""Words of a planned period, which has a length of its own."""

LAST_PLACES = {"updated": 40, "modified": 40, "changed": 40, "update": 40, "edited": 40}
"""Places of the last of several moments; others are at SEEN."""


def find_year_provider(context: FieldContext) -> NamedProvider | None:
    """Return the provider of the year of a day that stands beside it; None for other fields."""
    bare = context.name.removesuffix("_year")
    if context.kind != "int" or bare == "birth" or "year" not in context.name:
        return None
    outline = get_outline(context)
    days = {f"{bare}_date", f"{bare}_at", f"{bare}d_at", f"{bare}_on", f"date_of_{bare}"}
    has_day = not days.isdisjoint(field.name for field in outline.fields)
    return find_moment_provider(context) if has_day or bare == "year" else None


def find_moment_provider(context: FieldContext) -> NamedProvider | None:
    """Return the provider of a moment whose name has a known verb or noun; None if it has none."""
    name = context.name
    if context.kind not in TIMESTAMP_KINDS.split():
        return None
    if name.endswith("year") and context.kind == "int":
        return _find_place_year(context)
    bare = strip_moment_words(name)
    if bare == name and context.kind not in ("datetime", "date"):
        return None
    if context.kind == "str" and name.endswith("_time") and bare.endswith("ing"):
        return None
    first, _, rest = bare.partition("_")
    if first == "next":
        return None
    if first == "last" and rest:
        return partial(provide_place, LAST_PLACES.get(rest, SEEN * PARTS))
    if first in EXPECTED_WORDS and rest:
        place = _find_suffix_place(rest, context)
        is_moment = context.kind in ("datetime", "date") and rest not in PERIOD_ENDS
        is_moment = is_moment and first in FORESEEN_WORDS
        usual = DONE * PARTS if is_moment and not rest.endswith(PERIOD_ENDS) else None
        place = usual if place is None else place
        return None if place is None else partial(provide_expected, place)
    place = _find_suffix_place(bare, context)
    return None if place is None else partial(provide_place, place)


def _is_own_verb(verb: str, model: str) -> bool:
    """Return whether *verb* is what makes a record of *model*, as a tweet is ``tweeted``."""
    noun = model.rpartition("_")[2]
    return len(noun) > 3 and verb.endswith("ed") and verb.startswith(noun.rstrip("eyns")[:6])


def _find_place_year(context: FieldContext) -> NamedProvider | None:
    """Return the provider of the year of a moment, such as ``enrollment_year``."""
    outline = get_outline(context)
    if context.name == "year":
        is_release = not list_name_words(outline).isdisjoint(RELEASE_WORDS)
        return partial(provide_place_year, SENT * PARTS) if is_release else None
    place = _find_suffix_place(context.name.removesuffix("_year"), context)
    return None if place is None else partial(provide_place_year, place)


def _find_suffix_place(name: str, context: FieldContext) -> int | None:
    """Return the place of *name*, or of the words at its end; None if unknown."""
    words, outline = name.split("_"), get_outline(context)
    places = (find_ordered_place("_".join(words[start:]), outline) for start in range(len(words)))
    found = next(
        (place for place in places if place is not None),
        None,
    )
    return CREATED if found is None and _is_own_verb(name, outline.model) else found
