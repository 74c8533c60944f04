"""The life of what a record speaks of: created, paid, shipped, updated, archived, deleted, in this order.

A record knows when it *began* and at which *pace* it went on. Every moment of it is a function of these two, so they are
in order whichever of them a field shows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache, partial
from itertools import accumulate
from typing import Any

from pytest_fixturegen.nodes import Choice, Fact, FactView, Integer, Node
from pytest_fixturegen.providers.fact_fields import (
    ProviderTable,
    build_table,
    build_text_view,
    find_first_node,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.streams import mix_word

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
NAIVE_EPOCH = datetime(1970, 1, 1)
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
HOUR, DAY = 3600, 86_400
"""Seconds."""

OLDEST, YOUNGEST = 5 * 365 * DAY, 60 * DAY
"""How long ago records began."""

DONE_WITHIN = 30 * DAY
"""Until when all that happens at once has happened."""

CREATED, CONFIRMED, PAID, SENT, DONE, UPDATED, SEEN, ARCHIVED, DELETED = range(9)
"""Stages of a life. Those up to DONE follow within SOON; the others are parts of the time from then until now."""

PART_BITS = 20
"""Bits of such a part."""

Pace = tuple[int, ...]


def build_began_fact(context: FieldContext) -> Fact:
    """When the record began, in seconds after 1970."""
    now = to_seconds(context.now)
    return Fact("began", Integer(now - OLDEST, now - YOUNGEST))


def build_pace_fact() -> Fact:
    """How long after each stage came, see :func:`paces`."""
    found = list_paces()
    return Fact("pace", Choice(found, found))


@lru_cache(maxsize=1)
def list_paces() -> tuple[Pace, ...]:
    """For each stage, seconds after the beginning or parts of the time since; in ascending order."""
    return tuple(_build_pace(mix_word(number, 1), mix_word(number, 2)) for number in range(512))


def _build_pace(early_bits: int, late_bits: int) -> Pace:
    """Each stage takes its part of the bits of *soon*, or of *later*."""
    gaps = []
    for least, span in ((60, HOUR), (60, 6 * HOUR), (HOUR, 3 * DAY), (DAY, 12 * DAY)):
        early_bits, part = divmod(early_bits, span)
        gaps.append(least + part)
    late = [1 + (late_bits >> shift & 0xFFFF) for shift in (0, 16, 32, 48)]
    whole = sum(late) + 0xFFFF // 5
    return (0, *accumulate(gaps), *((each << PART_BITS) // whole for each in accumulate(late)))


def to_seconds(moment: datetime) -> int:
    """Whole seconds from 1970 to *moment*; a naive one is taken for UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return (aware - EPOCH) // timedelta(seconds=1)


def build_stage_clock(stage: int, now: int) -> Callable[[int, Pace], int]:
    """When a life that began then, at that pace, reaches *stage*."""
    if stage <= DONE:
        return lambda began, pace: began + pace[stage]

    def compute_late_second(began: int, pace: Pace) -> int:
        done = began + pace[DONE]
        return done + ((now - done) * pace[stage] >> PART_BITS)

    return compute_late_second


def provide_stage(stage_number: int, context: FieldContext, owner: str) -> Node | None:
    """The moment at which the life of the record reached a stage."""
    tell = build_stage_clock(stage_number, to_seconds(context.now))
    if context.constraints.now == "future":
        return None
    return provide_moment(
        context,
        tell,
        (build_began_fact(context), build_pace_fact()),
        (to_seconds(context.now) - OLDEST, to_seconds(context.now)),
    )


def provide_unknown_stage(context: FieldContext, owner: str) -> Node | None:
    """A moment of the record's life that its name tells nothing of."""
    if context.constraints.now == "future":
        return None
    now = to_seconds(context.now)
    number = sum(
        map(ord, context.name)
    )  # the name, not the word: two such moments of a record differ, and stay apart

    def compute_second(began: int, pace: Pace) -> int:
        return began + ((now - began) * (pace[UPDATED + number % 4] >> number % 3) >> PART_BITS)

    return provide_moment(
        context, compute_second, (build_began_fact(context), build_pace_fact()), (now - OLDEST, now)
    )


def provide_moment(
    context: FieldContext,
    compute_second: Callable[..., int],
    facts: tuple[Fact, ...],
    span: tuple[int, int],
) -> Node | None:
    """A view of the second that *tell* tells of *facts*, in the kind asked for; it lies within *span*."""
    rules = context.constraints
    if context.kind == "str":
        return _provide_text(context, compute_second, facts)
    if context.kind in ("int", "float"):
        return _provide_number(context, compute_second, facts, span)
    if any(bound is not None for bound in (rules.ge, rules.gt, rules.le, rules.lt)):
        return None
    if context.kind == "date":
        make = date.fromordinal
        if len(facts) == 1:
            return FactView(
                lambda word, one: make(compute_second(one) // DAY + EPOCH_ORDINAL), facts
            )
        return FactView(
            lambda word, one, two: make(compute_second(one, two) // DAY + EPOCH_ORDINAL), facts
        )
    return FactView(_build_show_datetime(compute_second, rules.tz, len(facts)), facts)


def _build_show_datetime(
    compute_second: Callable[..., int], tz: str | int | None, fact_count: int
) -> Callable[..., datetime]:
    """The moment of *count* facts. Each has a lambda of its own: to pass on any number of them takes twice as long."""
    if isinstance(tz, int) and tz:
        zone = timezone(timedelta(seconds=tz))
        return lambda word, *known: datetime.fromtimestamp(compute_second(*known), zone)
    epoch, since = NAIVE_EPOCH if tz == "naive" else EPOCH, timedelta
    if fact_count == 1:
        return lambda word, one: epoch + since(0, compute_second(one))
    return lambda word, one, two: epoch + since(0, compute_second(one, two))


def _provide_text(
    context: FieldContext, compute_second: Callable[..., int], facts: tuple[Fact, ...]
) -> Node | None:
    """ISO 8601: a day where the name speaks of one, else a second; whichever fits."""

    def show_day(word: int, *fact_values: Any) -> str:
        return date.fromordinal(compute_second(*fact_values) // DAY + EPOCH_ORDINAL).isoformat()

    def show_second(word: int, *fact_values: Any) -> str:
        return f"{(NAIVE_EPOCH + timedelta(0, compute_second(*fact_values))).isoformat()}Z"

    by_day = "date" in context.name.split("_") or context.name in DAY_NAMES
    writes = (show_day, show_second) if by_day else (show_second, show_day)
    return find_first_node(build_text_view(context, write, *facts) for write in writes)


def _provide_number(
    context: FieldContext,
    compute_second: Callable[..., int],
    facts: tuple[Fact, ...],
    span: tuple[int, int],
) -> Node | None:
    """Seconds after 1970, or milliseconds where the name says so."""
    scale = 1000 if context.name.endswith(("_ms", "millis")) else 1
    if not f"_{context.name}".endswith(TIMESTAMP_ENDINGS) or not all(
        is_valid_number(end * scale, context.constraints) for end in span
    ):
        return None
    if context.kind == "float":
        return FactView(lambda word, *known: float(compute_second(*known) * scale), facts)
    return FactView(lambda word, *known: compute_second(*known) * scale, facts)


TIMESTAMP_ENDINGS = ("timestamp", "_ts", "_at", "_ms", "_millis", "_epoch", "_unix")
"""How the name of a number ends that says when."""

DAY_NAMES = frozenset({"birthday", "dob", "born", "day", "hired", "check_in", "check_out"})
"""Names of days without "date" in them."""

TIMESTAMP_KINDS = "datetime date str int float"

STAGE_VERBS = {
    CREATED: """created registered joined ordered opened submitted requested issued added hired posted placed reported
        purchased enrolled recorded occurred logged measured sampled observed captured invoiced invited founded""",
    CONFIRMED: "confirmed verified activated approved accepted acknowledged validated authorized authorised signed",
    PAID: "paid assigned charged queued triggered reviewed",
    SENT: "published started sent shipped dispatched processed deployed released launched executed emailed uploaded",
    DONE: "delivered received completed finished ended resolved fulfilled returned refunded settled answered",
    UPDATED: "updated modified edited changed revised renewed",
    SEEN: """last_seen last_login last_active last_used last_accessed last_activity last_logged_in accessed read viewed synced
        seen""",
    ARCHIVED: "archived closed cancelled canceled suspended deactivated disabled terminated blocked banned revoked",
    DELETED: "deleted removed purged destroyed",
}
"""What happens at each stage."""


def _list_variants(verb: str) -> str:
    ends = "at on date time ts timestamp epoch ms datetime".split()
    return " ".join([f"date_{verb}", *(f"{verb}_{end}" for end in ends)])


def _build_verb_rows() -> list[tuple[str, str, Any]]:
    rows = []
    for number, verbs in STAGE_VERBS.items():
        names = verbs.split()
        serve = partial(provide_stage, number)
        rows += [(_list_variants(verb), TIMESTAMP_KINDS, serve) for verb in names]
        rows += [(verb, "datetime date", serve) for verb in names]
    return rows


NAMES: ProviderTable = build_table(
    *_build_verb_rows(),
    (
        "last_updated last_modified last_changed last_update last_edited",
        "datetime date str",
        partial(provide_stage, UPDATED),
    ),
    (
        "last_updated_at last_modified_at last_modified_date last_updated_on",
        TIMESTAMP_KINDS,
        partial(provide_stage, UPDATED),
    ),
    (
        "order_date invoice_date issue_date purchase_date hire_date transaction_date joining_date",
        TIMESTAMP_KINDS,
        partial(provide_stage, CREATED),
    ),
    (
        "registration_date submission_date report_date post_date sale_date booking_date entry_date",
        TIMESTAMP_KINDS,
        partial(provide_stage, CREATED),
    ),
    ("payment_date", TIMESTAMP_KINDS, partial(provide_stage, PAID)),
    (
        "release_date publication_date publish_date pub_date ship_date shipping_date",
        TIMESTAMP_KINDS,
        partial(provide_stage, SENT),
    ),
    ("completion_date delivery_date return_date", TIMESTAMP_KINDS, partial(provide_stage, DONE)),
    ("termination_date cancellation_date", TIMESTAMP_KINDS, partial(provide_stage, ARCHIVED)),
    ("date datetime day moment when", "datetime date", partial(provide_stage, CREATED)),
    ("date", "str", partial(provide_stage, CREATED)),
    (
        "timestamp ts epoch unix_timestamp event_timestamp timestamp_ms ts_ms",
        "datetime date str int float",
        partial(provide_stage, CREATED),
    ),
)
"""Names of fields and kinds of value, and who serves them."""
