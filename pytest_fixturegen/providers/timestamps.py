"""The stages of a record: created, paid, shipped, updated, archived, deleted, in this order.

A record has two facts: when it *began*, and the *pace* of its stages. Every timestamp is a function
of these two, so the timestamps of a record are in order, whichever of them its model has.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache, partial
from itertools import accumulate
from typing import Any

from pytest_fixturegen.nodes import Choice, Converted, Fact, FactPin, FactView, Integer, Node
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_table,
    build_text_view,
    find_first_node,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.moment_pins import Timeline
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.streams import mix_word

EPOCH = datetime(
    1970,
    1,
    1,
    tzinfo=timezone.utc,
)
NAIVE_EPOCH = datetime(1970, 1, 1)
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()

HOUR, DAY = 3600, 86_400
"""Seconds."""

OLDEST, YOUNGEST = 5 * 365 * DAY, 60 * DAY
"""Seconds before the present within which records began."""

CREATED, CONFIRMED, PAID, SENT, DONE, UPDATED, SEEN, ARCHIVED, DELETED = range(9)
"""Stages of a record. DONE follows within 30 days, the later ones until the present."""

PART_BITS = 20
"""Bits of a part of the time from DONE until the present: 2**20 is all of it."""

EARLY_GAPS = ((60, HOUR), (60, 6 * HOUR), (HOUR, 3 * DAY), (DAY, 12 * DAY))
"""For each stage from CONFIRMED to DONE: the least seconds after the previous stage, and a span."""

PACE_COUNT = 512

Pace = tuple[int, ...]
"""By stage: up to DONE, seconds after the beginning; then parts of the time since DONE."""

ComputeSecond = Callable[..., int]
"""A function from facts to seconds after 1970."""


def build_began_fact(context: FieldContext) -> Fact:
    """Return the fact of when the record began, in seconds after 1970."""
    now = to_seconds(context.now)
    return Fact("began", Integer(now - OLDEST, now - YOUNGEST))


def build_pace_fact() -> Fact:
    """Return the fact of how long after the beginning each stage came."""
    paces = list_paces()
    return Fact("pace", Choice(paces, paces))


@lru_cache(maxsize=1)
def list_paces() -> tuple[Pace, ...]:
    """Return the paces that a record may have; each is in ascending order."""
    return tuple(
        _build_pace(mix_word(number, 1), mix_word(number, 2)) for number in range(PACE_COUNT)
    )


def _build_pace(early_bits: int, late_bits: int) -> Pace:
    """Return the pace in which each stage takes its part of *early_bits*, or of *late_bits*."""
    gaps = []
    for least, span in EARLY_GAPS:
        early_bits, part = divmod(early_bits, span)
        gaps.append(least + part)
    late_gaps = [1 + (late_bits >> shift & 0xFFFF) for shift in (0, 16, 32, 48)]
    # The last stage comes some time before the present.
    total = sum(late_gaps) + 0xFFFF // 5
    late_parts = [(end << PART_BITS) // total for end in accumulate(late_gaps)]
    return (0, *accumulate(gaps), *late_parts)


def to_seconds(moment: datetime) -> int:
    """Return the whole seconds from 1970 to *moment*. A naive one is in UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return (aware - EPOCH) // timedelta(seconds=1)


def build_stage_clock(stage: int, now: int) -> Callable[[int, Pace], int]:
    """Return the function from a beginning and a pace to the second of *stage*."""
    if stage <= DONE:
        return lambda began, pace: began + pace[stage]

    def compute_late_second(began: int, pace: Pace) -> int:
        done = began + pace[DONE]
        return done + ((now - done) * pace[stage] >> PART_BITS)

    return compute_late_second


def build_timeline(now: int) -> Timeline:
    """Return the stages of records at the present, *now*."""
    return Timeline(partial(_compute_stage, now), DONE, DELETED + 1, PART_BITS, now)


def _compute_stage(now: int, stage: int, began: int, pace: Pace) -> int:
    """Return the second at which a record with *began* and *pace* reaches *stage*."""
    return build_stage_clock(stage, now)(began, pace)


def provide_stage(
    stage_number: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the moment at which the record reached a stage."""
    now = to_seconds(context.now)
    pin = build_timeline(now).make_pin(stage_number)
    return _provide_past(context, build_stage_clock(stage_number, now), pin)


def provide_unknown_stage(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a moment of the record whose name is not a known stage."""
    now = to_seconds(context.now)
    # The name of the field picks the moment, so that two such fields of a record differ.
    number = sum(map(ord, context.name))

    def compute_second(began: int, pace: Pace) -> int:
        part = pace[UPDATED + number % 4] >> number % 3
        return began + ((now - began) * part >> PART_BITS)

    return _provide_past(context, compute_second)


def _provide_past(
    context: FieldContext, compute_second: ComputeSecond, pin: FactPin | None = None
) -> Node | None:
    """Return the node of a moment of the record; None if the field must be in the future."""
    if context.constraints.now == "future":
        return None
    now = to_seconds(context.now)
    facts = (build_began_fact(context), build_pace_fact())
    return provide_moment(
        context,
        compute_second,
        facts,
        (now - OLDEST, now),
        pin,
    )


def provide_moment(
    context: FieldContext,
    compute_second: ComputeSecond,
    facts: tuple[Fact, ...],
    span: tuple[int, int],
    pin: FactPin | None = None,
) -> Node | None:
    """Return the node of what *compute_second* computes from *facts*, in the kind of the field.

    The second is within *span*. *pin* finds the facts of a fixed moment. Return None if the
    constraints may refuse the second.
    """
    node = _build_moment(context, compute_second, facts, span)
    return add_pin(node, pin)


def add_pin(node: Node | None, pin: FactPin | None) -> Node | None:
    """Return *node*, a view of facts, with *pin*."""
    if isinstance(node, Converted):
        return replace(node, inner=add_pin(node.inner, pin) or node.inner)
    return replace(node, pin=pin) if isinstance(node, FactView) else node


def _build_moment(
    context: FieldContext,
    compute_second: ComputeSecond,
    facts: tuple[Fact, ...],
    span: tuple[int, int],
) -> Node | None:
    """Return the node that :func:`provide_moment` returns, without a pin."""
    constraints = context.constraints
    if context.kind == "str":
        return _provide_text(context, compute_second, facts)
    if context.kind in ("int", "float"):
        return _provide_number(context, compute_second, facts, span)
    bounds = (constraints.ge, constraints.gt, constraints.le, constraints.lt)
    if any(bound is not None for bound in bounds):
        return None
    if context.kind == "date":
        return FactView(_build_show_date(compute_second, len(facts)), facts)
    return FactView(_build_show_datetime(compute_second, constraints.tz, len(facts)), facts)


# A lambda with one or two arguments takes half the time of one with any number of them. It runs for
# every value.


def _build_show_date(compute_second: ComputeSecond, fact_count: int) -> Callable[..., date]:
    """Return a function that shows the day of *compute_second*, called with its facts.

    *fact_count* is 1 or 2; the lambda has as many parameters.
    """
    make = date.fromordinal
    if fact_count == 1:
        return lambda word, one: make(compute_second(one) // DAY + EPOCH_ORDINAL)
    return lambda word, one, two: make(compute_second(one, two) // DAY + EPOCH_ORDINAL)


def _build_show_datetime(
    compute_second: ComputeSecond,
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
    return lambda word, one, two: epoch + delta(0, compute_second(one, two))


def _provide_text(
    context: FieldContext,
    compute_second: ComputeSecond,
    facts: tuple[Fact, ...],
) -> Node | None:
    """Return the node of a text in ISO 8601: of a day or of a second, whichever fits.

    The day comes first if the name of the field means one.
    """

    def show_day(word: int, *fact_values: Any) -> str:
        ordinal = compute_second(*fact_values) // DAY + EPOCH_ORDINAL
        return date.fromordinal(ordinal).isoformat()

    def show_second(word: int, *fact_values: Any) -> str:
        moment = NAIVE_EPOCH + timedelta(0, compute_second(*fact_values))
        return f"{moment.isoformat()}Z"

    is_day = "date" in context.name.split("_") or context.name in DAY_NAMES
    formats = (show_day, show_second) if is_day else (show_second, show_day)
    return find_first_node(build_text_view(context, show, *facts) for show in formats)


def _provide_number(
    context: FieldContext,
    compute_second: ComputeSecond,
    facts: tuple[Fact, ...],
    span: tuple[int, int],
) -> Node | None:
    """Return the node of seconds after 1970, or of milliseconds if the name says so."""
    if not f"_{context.name}".endswith(TIMESTAMP_ENDINGS):
        return None
    scale = 1000 if context.name.endswith(("_ms", "millis")) else 1
    if not all(is_valid_number(end * scale, context.constraints) for end in span):
        return None
    if context.kind == "float":
        return FactView(lambda word, *values: float(compute_second(*values) * scale), facts)
    return FactView(lambda word, *values: compute_second(*values) * scale, facts)


TIMESTAMP_ENDINGS = ("timestamp", "_ts", "_at", "_ms", "_millis", "_epoch", "_unix")
"""Endings of the name of a number that is a timestamp."""

DAY_NAMES = frozenset({"birthday", "dob", "born", "day", "hired", "check_in", "check_out"})
"""Names of days that do not contain "date"."""

TIMESTAMP_KINDS = "datetime date str int float"

STAGE_VERBS = {
    CREATED: """
        created registered joined ordered opened submitted requested issued added hired posted
        placed reported purchased enrolled recorded occurred logged measured sampled observed
        captured invoiced invited founded
    """,
    CONFIRMED: """
        confirmed verified activated approved accepted acknowledged validated authorized authorised
        signed
    """,
    PAID: "paid assigned charged queued triggered reviewed",
    SENT: """
        published started sent shipped dispatched processed deployed released launched executed
        emailed uploaded
    """,
    DONE: """
        delivered received completed finished ended resolved fulfilled returned refunded settled
        answered
    """,
    UPDATED: "updated modified edited changed revised renewed",
    SEEN: """
        last_seen last_login last_active last_used last_accessed last_activity last_logged_in
        accessed read viewed synced seen
    """,
    ARCHIVED: """
        archived closed cancelled canceled suspended deactivated disabled terminated blocked banned
        revoked
    """,
    DELETED: "deleted removed purged destroyed",
}
"""Verbs for each stage."""

NAME_ENDINGS = ("at", "on", "date", "time", "ts", "timestamp", "epoch", "ms", "datetime")


def _list_variants(verb: str) -> str:
    """Return the names of fields with *verb*, such as ``date_paid`` and ``paid_at``."""
    return " ".join([f"date_{verb}", *(f"{verb}_{ending}" for ending in NAME_ENDINGS)])


def _build_verb_rows() -> list[tuple[str, str, NamedProvider]]:
    """Return a row for the field names of each verb, and one for the verb alone.

    A verb alone, such as ``paid``, names only a datetime or a date.
    """
    rows: list[tuple[str, str, NamedProvider]] = []
    for stage, verbs in STAGE_VERBS.items():
        names = verbs.split()
        provide_this_stage = partial(provide_stage, stage)
        rows += [(_list_variants(name), TIMESTAMP_KINDS, provide_this_stage) for name in names]
        rows += [(name, "datetime date", provide_this_stage) for name in names]
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
"""Names of fields and kinds of value, and their providers."""

FIRST_STATUSES = frozenset(
    """draft new pending open todo backlog waiting unpaid unpublished unconfirmed unverified
    unassigned not_started planned scheduled""".split()
)
"""Statuses of a record that has only been created."""

STAGE_BY_STATUS = {
    **{verb: stage for stage, verbs in STAGE_VERBS.items() for verb in verbs.split()},
    **dict.fromkeys(FIRST_STATUSES, CREATED),
}
"""By status, the last stage that a record with it has reached."""

ANYTIME_STAGES = frozenset((CREATED, UPDATED, SEEN))
"""Stages that a record may reach whatever its status."""


def is_unreached(name: str, status: str) -> bool:
    """Return whether *name* is a moment that a record with *status* has not reached."""
    reached = STAGE_BY_STATUS.get(status.strip().lower().replace("-", "_").replace(" ", "_"))
    provide = NAMES.get((name, "datetime"))
    if reached is None or not isinstance(provide, partial) or not provide.args:
        return False
    stage: int = provide.args[0]
    return stage > reached and stage not in ANYTIME_STAGES
