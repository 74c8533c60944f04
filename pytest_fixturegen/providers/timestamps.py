"""The moments of a record: created, paid, shipped, updated, archived, deleted, in this order.

A record has two facts: when it *began*, and the *pace* of its stages. Every timestamp is a function
of these two, so the timestamps of a record are in order, whichever of them its model has.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Converted, Fact, FactPin, FactView, Node
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_table,
    build_text_view,
    find_first_node,
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
from pytest_fixturegen.providers.lives.verbs import (
    CREATED,
    DONE,
    PARTS,
    SEEN,
    SENT,
    UPDATED,
    find_place,
    strip_moment_words,
)
from pytest_fixturegen.providers.moment_pins import Timeline
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.record_outline import list_name_words
from pytest_fixturegen.streams import mix_word

EPOCH = datetime(
    1970,
    1,
    1,
    tzinfo=timezone.utc,
)
NAIVE_EPOCH = datetime(1970, 1, 1)
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()

OLDEST = 15 * YEAR
"""Seconds before the present within which all moments of records are."""

ComputeTick = Callable[..., int]
"""A function from facts to ticks after 1970: seconds, or parts of them."""


def provide_stage(
    stage: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the moment at which the record reached a stage."""
    return provide_place(stage * PARTS, context, owner)


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
        build_place_clock(life, now, place),
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
    show_day = _build_show_date(
        build_place_clock(life, now, place),
        2,
        DAY * life.ticks,
    )
    facts = (build_began_fact(context), build_pace_fact(context))
    return FactView(
        lambda word, began, pace: show_day(word, began, pace).year,
        facts,
    )


def provide_unknown_stage(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a moment of the record whose name is not a known stage.

    The name picks the moment, so that two such fields of a record differ.
    """
    now, life = to_seconds(context.now), get_life(context)
    first = build_place_clock(life, now, 2)
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
    first = build_place_clock(life, now, CREATED)
    actual = build_place_clock(life, now, place)
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


def provide_moment(
    context: FieldContext,
    compute_tick: ComputeTick,
    facts: tuple[Fact, ...],
    span: tuple[int, int],
    pin: FactPin | None = None,
    ticks: int = 1,
) -> Node | None:
    """Return the node of what *compute_tick* computes from *facts*, in the kind of the field.

    There are so many *ticks* in a second. The second is within *span*. *pin* finds the facts of a
    fixed moment. Return None if the constraints may refuse the second.
    """
    node = _build_moment(context, compute_tick, facts, span, ticks)
    return add_pin(node, pin)


def add_pin(node: Node | None, pin: FactPin | None) -> Node | None:
    """Return *node*, a view of facts, with *pin*."""
    if isinstance(node, Converted):
        return replace(node, inner=add_pin(node.inner, pin) or node.inner)
    return replace(node, pin=pin) if isinstance(node, FactView) else node


def _build_moment(
    context: FieldContext,
    compute_tick: ComputeTick,
    facts: tuple[Fact, ...],
    span: tuple[int, int],
    ticks: int,
) -> Node | None:
    """Return the node that :func:`provide_moment` returns, without a pin."""
    constraints = context.constraints
    if context.kind == "str":
        return _provide_text(context, compute_tick, facts, ticks)
    if context.kind in ("int", "float"):
        return _provide_number(context, compute_tick, facts, span, ticks)
    bounds = (
        constraints.ge,
        constraints.gt,
        constraints.le,
        constraints.lt,
    )
    if any(bound is not None for bound in bounds):
        return None
    if context.kind == "date":
        return FactView(
            _build_show_date(compute_tick, len(facts), DAY * ticks),
            facts,
        )
    if ticks > 1:
        return FactView(_build_show_exact(compute_tick, constraints.tz, ticks), facts)
    return FactView(
        _build_show_datetime(compute_tick, constraints.tz, len(facts)),
        facts,
    )


def _build_show_exact(
    compute_tick: ComputeTick,
    tz: str | int | None,
    ticks: int,
) -> Callable[..., datetime]:
    """Return a function that shows a moment with parts of seconds; *tz* as for seconds."""
    zone = timezone(timedelta(seconds=tz)) if isinstance(tz, int) else timezone.utc
    epoch = NAIVE_EPOCH if tz == "naive" else EPOCH.astimezone(zone)
    size = 1_000_000 // ticks
    return lambda word, *facts: epoch + timedelta(0, 0, compute_tick(*facts) * size)


# A lambda with one or two arguments takes half the time of one with any number of them. It runs for
# every value.


def _build_show_date(
    compute_tick: ComputeTick, fact_count: int, day: int = DAY
) -> Callable[..., date]:
    """Return a function that shows the day of *compute_tick*, called with its facts.

    A *day* has so many ticks.
    """
    make = date.fromordinal
    if fact_count == 1:
        return lambda word, one: make(compute_tick(one) // day + EPOCH_ORDINAL)
    if fact_count == 2:
        return lambda word, one, two: make(compute_tick(one, two) // day + EPOCH_ORDINAL)
    return lambda word, *facts: make(compute_tick(*facts) // day + EPOCH_ORDINAL)


def _build_show_datetime(
    compute_second: ComputeTick,
    tz: str | int | None,
    fact_count: int,
) -> Callable[..., datetime]:
    """Return a function that shows the moment of *compute_second*, called with its facts.

    *tz* is an offset in seconds, "naive" for none, and anything else for UTC.
    """
    if isinstance(tz, int) and tz:
        zone = timezone(timedelta(seconds=tz))
        return lambda word, *facts: datetime.fromtimestamp(compute_second(*facts), zone)
    epoch, delta = NAIVE_EPOCH if tz == "naive" else EPOCH, timedelta
    if fact_count == 1:
        return lambda word, one: epoch + delta(0, compute_second(one))
    if fact_count == 2:
        return lambda word, one, two: epoch + delta(0, compute_second(one, two))
    return lambda word, *facts: epoch + delta(0, compute_second(*facts))


def _provide_text(
    context: FieldContext,
    compute_tick: ComputeTick,
    facts: tuple[Fact, ...],
    ticks: int,
) -> Node | None:
    """Return the node of a text in ISO 8601: of a day or of a second, whichever fits.

    The day comes first if the name of the field means one.
    """

    def show_day(word: int, *fact_values: Any) -> str:
        ordinal = compute_tick(*fact_values) // (DAY * ticks) + EPOCH_ORDINAL
        return date.fromordinal(ordinal).isoformat()

    def show_second(word: int, *fact_values: Any) -> str:
        moment = NAIVE_EPOCH + timedelta(0, 0, compute_tick(*fact_values) * 1_000_000 // ticks)
        return f"{moment.isoformat(timespec=precision)}Z"

    precision = "seconds" if ticks == 1 else "milliseconds"
    is_day = "date" in context.name.split("_") or context.name in DAY_NAMES
    formats = (show_day, show_second) if is_day else (show_second, show_day)
    return find_first_node(build_text_view(context, show, *facts) for show in formats)


SCALES: tuple[tuple[int, frozenset[str]], ...] = (
    (1_000, frozenset("ms millis milliseconds msec".split())),
    (1_000_000, frozenset("us micros microseconds usec".split())),
    (1_000_000_000, frozenset("ns nano nanos nanoseconds".split())),
    (1, frozenset()),
)
"""Parts of a second, and the words of names that mean them."""


def _provide_number(
    context: FieldContext,
    compute_tick: ComputeTick,
    facts: tuple[Fact, ...],
    span: tuple[int, int],
    ticks: int,
) -> Node | None:
    """Return the node of seconds after 1970, or of the parts of seconds that the name says.

    If the constraints refuse seconds, they are milliseconds, or smaller.
    """
    words = set(context.name.split("_"))
    if not f"_{context.name}".endswith(TIMESTAMP_ENDINGS):
        return None
    named = [scale for scale, names in SCALES if not names.isdisjoint(words)]
    scales = named or [1, 1_000, 1_000_000, 1_000_000_000]
    for scale in scales:
        if all(is_valid_number(end * scale, context.constraints) for end in span):
            break
    else:
        return None
    if context.kind == "float":
        return FactView(
            lambda word, *values: compute_tick(*values) * scale / ticks,
            facts,
        )
    return FactView(
        lambda word, *values: compute_tick(*values) * scale // ticks,
        facts,
    )


TIMESTAMP_ENDINGS = (
    *("timestamp", "_ts", "_at", "_ms", "_millis", "_epoch", "_unix", "_nano", "_ns", "_us"),
    *("_micros", "_nanos", "_utc", "_ctime", "_mtime", "_atime", "_last_login", "_last_seen"),
)
"""Endings of the name of a number that is a timestamp."""

DAY_NAMES = frozenset({"birthday", "dob", "born", "day", "hired", "check_in", "check_out"})
"""Names of days that do not contain "date"."""

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
    places = (find_place("_".join(words[start:]), outline) for start in range(len(words)))
    found = next(
        (place for place in places if place is not None),
        None,
    )
    return CREATED if found is None and _is_own_verb(name, outline.model) else found
