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

from pytest_fixturegen.nodes import Choice, Fact, Integer, Node, View
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.quantity import keeps_number
from pytest_fixturegen.providers.views import Table, first, shown, table
from pytest_fixturegen.streams import mixed

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
NAIVE = datetime(1970, 1, 1)
FIRST_DAY = date(1970, 1, 1).toordinal()
HOUR, DAY = 3600, 86_400
"""Seconds."""

OLDEST, YOUNGEST = 5 * 365 * DAY, 60 * DAY
"""How long ago records began."""

SOON = 30 * DAY
"""Until when all that happens at once has happened."""

CREATED, CONFIRMED, PAID, SENT, DONE, UPDATED, SEEN, ARCHIVED, DELETED = range(9)
"""Stages of a life. Those up to DONE follow within SOON; the others are parts of the time from then until now."""

PARTS = 20
"""Bits of such a part."""

Pace = tuple[int, ...]


def began_fact(ask: Ask) -> Fact:
    """When the record began, in seconds after 1970."""
    now = seconds(ask.now)
    return Fact("began", Integer(now - OLDEST, now - YOUNGEST))


def pace_fact() -> Fact:
    """How long after each stage came, see :func:`paces`."""
    found = paces()
    return Fact("pace", Choice(found, found))


@lru_cache(maxsize=1)
def paces() -> tuple[Pace, ...]:
    """For each stage, seconds after the beginning or parts of the time since; in ascending order."""
    return tuple(_pace(mixed(number, 1), mixed(number, 2)) for number in range(512))


def _pace(soon: int, later: int) -> Pace:
    """Each stage takes its part of the bits of *soon*, or of *later*."""
    gaps = []
    for least, span in ((60, HOUR), (60, 6 * HOUR), (HOUR, 3 * DAY), (DAY, 12 * DAY)):
        soon, part = divmod(soon, span)
        gaps.append(least + part)
    late = [1 + (later >> shift & 0xFFFF) for shift in (0, 16, 32, 48)]
    whole = sum(late) + 0xFFFF // 5
    return (0, *accumulate(gaps), *((each << PARTS) // whole for each in accumulate(late)))


def seconds(moment: datetime) -> int:
    """Whole seconds from 1970 to *moment*; a naive one is taken for UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return (aware - EPOCH) // timedelta(seconds=1)


def teller(stage: int, now: int) -> Callable[[int, Pace], int]:
    """When a life that began then, at that pace, reaches *stage*."""
    if stage <= DONE:
        return lambda began, pace: began + pace[stage]

    def late(began: int, pace: Pace) -> int:
        done = began + pace[DONE]
        return done + ((now - done) * pace[stage] >> PARTS)

    return late


def stage(number: int, ask: Ask, whose: str) -> Node | None:
    """The moment at which the life of the record reached a stage."""
    tell = teller(number, seconds(ask.now))
    if ask.rules.now == "future":
        return None
    return moment(ask, tell, (began_fact(ask), pace_fact()), (seconds(ask.now) - OLDEST, seconds(ask.now)))


def somewhen(ask: Ask, whose: str) -> Node | None:
    """A moment of the record's life that its name tells nothing of."""
    if ask.rules.now == "future":
        return None
    now = seconds(ask.now)
    number = sum(map(ord, ask.name))  # the name, not the word: two such moments of a record differ, and stay apart

    def tell(began: int, pace: Pace) -> int:
        return began + ((now - began) * (pace[UPDATED + number % 4] >> number % 3) >> PARTS)

    return moment(ask, tell, (began_fact(ask), pace_fact()), (now - OLDEST, now))


def moment(ask: Ask, tell: Callable[..., int], facts: tuple[Fact, ...], span: tuple[int, int]) -> Node | None:
    """A view of the second that *tell* tells of *facts*, in the kind asked for; it lies within *span*."""
    rules = ask.rules
    if ask.kind == "str":
        return _as_text(ask, tell, facts)
    if ask.kind in ("int", "float"):
        return _as_number(ask, tell, facts, span)
    if any(bound is not None for bound in (rules.ge, rules.gt, rules.le, rules.lt)):
        return None
    if ask.kind == "date":
        make = date.fromordinal
        if len(facts) == 1:
            return View(lambda word, one: make(tell(one) // DAY + FIRST_DAY), facts)
        return View(lambda word, one, two: make(tell(one, two) // DAY + FIRST_DAY), facts)
    return View(_dated(tell, rules.tz, len(facts)), facts)


def _dated(tell: Callable[..., int], tz: str | int | None, count: int) -> Callable[..., datetime]:
    """The moment of *count* facts. Each has a lambda of its own: to pass on any number of them takes twice as long."""
    if isinstance(tz, int) and tz:
        zone = timezone(timedelta(seconds=tz))
        return lambda word, *known: datetime.fromtimestamp(tell(*known), zone)
    epoch, since = NAIVE if tz == "naive" else EPOCH, timedelta
    if count == 1:
        return lambda word, one: epoch + since(0, tell(one))
    return lambda word, one, two: epoch + since(0, tell(one, two))


def _as_text(ask: Ask, tell: Callable[..., int], facts: tuple[Fact, ...]) -> Node | None:
    """ISO 8601: a day where the name speaks of one, else a second; whichever fits."""

    def day(word: int, *known: Any) -> str:
        return date.fromordinal(tell(*known) // DAY + FIRST_DAY).isoformat()

    def second(word: int, *known: Any) -> str:
        return f"{(NAIVE + timedelta(0, tell(*known))).isoformat()}Z"

    by_day = "date" in ask.name.split("_") or ask.name in DAYS
    writes = (day, second) if by_day else (second, day)
    return first(shown(ask, write, *facts) for write in writes)


def _as_number(ask: Ask, tell: Callable[..., int], facts: tuple[Fact, ...], span: tuple[int, int]) -> Node | None:
    """Seconds after 1970, or milliseconds where the name says so."""
    scale = 1000 if ask.name.endswith(("_ms", "millis")) else 1
    if not f"_{ask.name}".endswith(STAMPS) or not all(keeps_number(end * scale, ask.rules) for end in span):
        return None
    if ask.kind == "float":
        return View(lambda word, *known: float(tell(*known) * scale), facts)
    return View(lambda word, *known: tell(*known) * scale, facts)


STAMPS = ("timestamp", "_ts", "_at", "_ms", "_millis", "_epoch", "_unix")
"""How the name of a number ends that says when."""

DAYS = frozenset({"birthday", "dob", "born", "day", "hired", "check_in", "check_out"})
"""Names of days without "date" in them."""

KINDS = "datetime date str int float"

VERBS = {
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


def _variants(verb: str) -> str:
    ends = "at on date time ts timestamp epoch ms datetime".split()
    return " ".join([f"date_{verb}", *(f"{verb}_{end}" for end in ends)])


def _rows() -> list[tuple[str, str, Any]]:
    rows = []
    for number, verbs in VERBS.items():
        names = verbs.split()
        serve = partial(stage, number)
        rows += [(_variants(verb), KINDS, serve) for verb in names]
        rows += [(verb, "datetime date", serve) for verb in names]
    return rows


NAMES: Table = table(
    *_rows(),
    ("last_updated last_modified last_changed last_update last_edited", "datetime date str", partial(stage, UPDATED)),
    ("last_updated_at last_modified_at last_modified_date last_updated_on", KINDS, partial(stage, UPDATED)),
    (
        "order_date invoice_date issue_date purchase_date hire_date transaction_date joining_date",
        KINDS,
        partial(stage, CREATED),
    ),
    (
        "registration_date submission_date report_date post_date sale_date booking_date entry_date",
        KINDS,
        partial(stage, CREATED),
    ),
    ("payment_date", KINDS, partial(stage, PAID)),
    ("release_date publication_date publish_date pub_date ship_date shipping_date", KINDS, partial(stage, SENT)),
    ("completion_date delivery_date return_date", KINDS, partial(stage, DONE)),
    ("termination_date cancellation_date", KINDS, partial(stage, ARCHIVED)),
    ("date datetime day moment when", "datetime date", partial(stage, CREATED)),
    ("date", "str", partial(stage, CREATED)),
    (
        "timestamp ts epoch unix_timestamp event_timestamp timestamp_ms ts_ms",
        "datetime date str int float",
        partial(stage, CREATED),
    ),
)
"""Names of fields and kinds of value, and who serves them."""
