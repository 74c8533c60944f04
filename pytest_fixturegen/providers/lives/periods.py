"""Periods of records: from a start to an end, ahead of the record, during its life, or a month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from pytest_fixturegen.nodes import Choice, Fact, FactView
from pytest_fixturegen.providers.fact_fields import format_fact_name
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.began import (
    SERVICE_WORDS,
    build_began_fact,
    build_pace_fact,
    get_outline,
    to_seconds,
)
from pytest_fixturegen.providers.lives.clock import build_began_clock, build_place_clock
from pytest_fixturegen.providers.lives.kinds import DAY, Life, find_life
from pytest_fixturegen.providers.lives.staged_terms import (
    STAGED_LIVES,
    build_staged_term_fact,
    read_began,
)
from pytest_fixturegen.providers.lives.verbs import (
    CREATED,
    DONE,
    PARTS,
    SENT,
    find_place,
    strip_moment_words,
)
from pytest_fixturegen.providers.record_outline import RecordOutline, list_name_words
from pytest_fixturegen.streams import mix_word

HOURS, DAYS, MONTHS = 2, 3, 4
"""Indices of a :data:`Term`: the unit of its length."""

Term = tuple[int, int, int, int, int]
"""Days until something starts, the second of that day, and its length in seconds.

The length is there three times: for something that lasts hours, days, or months.
"""

TERM_COUNT = 512
EPOCH_ORDINAL = date(
    1970,
    1,
    1,
).toordinal()


def build_term_fact(owner: str) -> Fact:
    """Return the fact of when something starts after the record began, and how long it lasts."""
    terms = list_terms()
    return Fact(format_fact_name(owner, "term"), Choice(terms, terms))


@lru_cache(maxsize=1)
def list_terms() -> tuple[Term, ...]:
    """Return the terms that a record may have."""
    return tuple(
        _build_term(*(mix_word(number, step) for step in range(20, 25)))
        for number in range(TERM_COUNT)
    )


def _build_term(
    lead: int,
    start: int,
    hours: int,
    days: int,
    months: int,
) -> Term:
    """Return a term from five random numbers, with its lead in days and its other parts in seconds.

    These are the start in the day, then the length as hours, as days and as months of 30 days.
    """
    return (
        1 + lead % 90,
        8 * 3600 + start % 40 * 900,
        (2 + hours % 15) * 1800,
        (1 + days % 14) * DAY,
        (1 + months % 36) * 30 * DAY,
    )


class Period(NamedTuple):
    """When something starts and ends, computed from *facts* in parts of seconds.

    There are so many *ticks* in a second. *compute_end* takes the unit of the length, too. If
    *is_ahead*, the facts are a beginning and a term, of which a fixed start or end is a part; the
    period begins *later* than the term by so many seconds.
    """

    facts: tuple[Fact, ...]
    compute_start: Callable[..., int]
    compute_end: Callable[..., int]
    ticks: int = 1
    is_ahead: bool = False
    later: int = 0


def build_period(context: FieldContext, owner: str) -> Period:
    """Return the period of the record around the field of *context*, or that of an *owner*."""
    outline = get_outline(context)
    life = find_life(outline)
    began = build_began_fact(context)
    if outline.is_nested and not list_name_words(outline).isdisjoint(SERVICE_WORDS):
        return build_interval(
            context,
            CREATED,
            SENT * PARTS,
        )
    if _is_billed(outline, life):
        months = MONTHS_BY_NOUN.get(outline.model.rpartition("_")[2], BILLED_MONTHS)
        return _build_billing_period(life, began, months)
    if life.step or life.name in ("month", *WINDOWS):
        return _build_calendar_period(life, began)
    is_slot = is_measured_slot(outline)
    if life.speed[0] < life.speed[1] and life.name not in SCHEDULED_LIVES and not is_slot:
        return build_interval(
            context,
            2 if life.grain == 1 else CREATED,
            DONE * PARTS,
        )
    term = build_term_fact(owner)
    if life.name in STAGED_LIVES and not owner:
        term = _build_staged_term(
            context,
            life,
            began,
            term,
        )
    is_short = takes_an_hour(get_outline(context))
    return _build_term_period(life, (began, term), is_short=is_short)


def _build_staged_term(
    context: FieldContext,
    life: Life,
    began: Fact,
    term: Fact,
) -> Fact:
    """Return the fact of *term*, moved so that it goes with the stage of the record."""
    pair = find_pair(get_outline(context))
    unit = pair[2] if pair else MONTHS
    measure = partial(LENGTHS.get(life.name, _measure_term), DAYS if unit == HOURS else unit)
    second = FactView(
        partial(read_began, build_began_clock(life)),
        (began,),
    )
    facts = (Fact("began second", second), term)
    return build_staged_term_fact(
        context,
        facts,
        measure,
        to_seconds(context.now),
    )


WINDOWS = {"reading": 900, "event": 900, "weather": 3600}
"""The seconds that are summed up by the kind of life, if the period is not its own."""

SCHEDULED_LIVES = frozenset(("stay", "leave"))
"""Lives of records that are made before what they are about, although that takes days."""


def build_interval(
    context: FieldContext,
    first: int,
    last: int,
) -> Period:
    """Return the period between two places in the life of the record."""
    life, now = find_life(get_outline(context)), to_seconds(context.now)
    start = build_place_clock(
        life,
        now,
        first,
    )
    end = build_place_clock(
        life,
        now,
        last,
    )
    facts = (build_began_fact(context), build_pace_fact(context))
    return Period(
        facts,
        start,
        lambda unit, began, pace: end(began, pace),
        life.ticks,
    )


def _build_calendar_period(life: Life, began: Fact) -> Period:
    """Return the period of a whole hour, day or month in which the record began."""
    show_began = build_began_clock(life)
    step = life.step or WINDOWS.get(life.name, DAY)
    grain = min(step, DAY)

    def compute_start(began: int) -> int:
        second = show_began(began)
        return find_month(second, 0) if life.name == "month" else second - second % grain

    def compute_end(unit: int, began: int) -> int:
        if life.name == "month":
            return find_month(show_began(began), 1) - DAY
        return compute_start(began) + step

    return Period(
        (began,),
        compute_start,
        compute_end,
    )


BILL_NOUNS = frozenset("bill invoice statement".split())
BILLING_STARTS = frozenset("period_start billing_start usage_start service_from".split())
MONTHS_BY_NOUN = {"statement": (1,)}
"""The months of the periods of records, by their noun."""

BILLED_MONTHS = (1, 1, 1, 2, 3, 1, 1, 3, 6, 1, 12)


@lru_cache(maxsize=256)
def _is_billed(outline: RecordOutline, life: Life) -> bool:
    """Return whether the period of *outline* is what a bill, made after it, is for."""
    starts = (find_pair(outline) or ("",))[0]
    is_bill = not BILL_NOUNS.isdisjoint(outline.model.split("_"))
    return is_bill and starts in BILLING_STARTS and life.name not in ("contract", "mortgage")


def _build_billing_period(
    life: Life,
    began: Fact,
    lengths: tuple[int, ...],
) -> Period:
    """Return the period of the whole months, one of *lengths*, before the record began."""
    show_began = build_began_clock(life)

    def compute_start(began: int) -> int:
        months = lengths[mix_word(began // DAY, 9) % len(lengths)]
        return find_month(show_began(began), -months)

    def compute_end(unit: int, began: int) -> int:
        return find_month(show_began(began), 0) - DAY

    return Period(
        (began,),
        compute_start,
        compute_end,
    )


def find_month(second: int, later: int) -> int:
    """Return the first second of the month of *second*, or of so many months *later*."""
    day = date.fromordinal(second // DAY + EPOCH_ORDINAL)
    years, month = divmod(day.month - 1 + later, 12)
    first = date(
        day.year + years,
        month + 1,
        1,
    )
    return (first.toordinal() - EPOCH_ORDINAL) * DAY


def takes_an_hour(outline: RecordOutline) -> bool:
    """Return whether records of *outline* take an hour or two: by their noun, or in minutes."""
    return outline.model.rpartition("_")[2] in SHORT_NOUNS or is_measured_slot(outline)


@lru_cache(maxsize=256)
def is_measured_slot(outline: RecordOutline) -> bool:
    """Return whether *outline* shows two times of day, and the minutes between them.

    Such a slot is planned, in quarters of an hour, however fast its record goes.
    """
    ends = (find_pair(outline) or ())[:2]
    kinds = {getattr(outline.find(str(name)), "kind", "") for name in ends}
    return kinds == {"time"} and outline.has(*MINUTE_NAMES)


MINUTE_NAMES = ("duration_minutes", "duration_min", "duration_mins", "length_minutes", "minutes")

SHORT_NOUNS = frozenset(
    """class lesson session screening showtime appointment meeting viewing consultation interview
    lecture tutorial hearing workout rehearsal slot talk seance""".split()
)
"""Last words of classes of records that take an hour or two."""


def _build_term_period(
    life: Life,
    facts: tuple[Fact, ...],
    *,
    is_short: bool,
) -> Period:
    """Return the period of a term that follows the beginning of the record."""
    show_began = build_began_clock(life)
    measure = _measure_short if is_short else LENGTHS.get(life.name, _measure_term)

    later = EVENING if life.name == "gathering" else 0

    def compute_start(began: int, term: Term) -> int:
        return (show_began(began) // DAY + term[0]) * DAY + term[1] + later

    def compute_end(
        unit: int,
        began: int,
        term: Term,
    ) -> int:
        return compute_start(began, term) + measure(unit, term)

    return Period(
        facts,
        compute_start,
        compute_end,
        is_ahead=True,
        later=later,
    )


EVENING = 4 * 3600
"""Seconds by which what people attend starts later than their work."""


def _measure_term(unit: int, term: Term) -> int:
    return term[unit]


def _measure_project(unit: int, term: Term) -> int:
    """Return weeks instead of days."""
    return term[unit] * 7 if unit == DAYS and not is_fixed_term(term) else term[unit]


def is_fixed_term(term: Term) -> bool:
    """Return whether the length of *term* is fixed: it is the same in each unit."""
    return term[HOURS] == term[MONTHS]


def _measure_contract(unit: int, term: Term) -> int:
    """Return half a year, or one to three years."""
    if unit == HOURS or is_fixed_term(term):
        return term[unit]
    return CONTRACT_LENGTHS[term[MONTHS] // DAY // 30 % 6]


CONTRACT_LENGTHS = tuple(days * DAY for days in (365, 365, 182, 730, 365, 1095))


SHORT_LENGTHS = tuple(60 * minutes for minutes in (30, 45, 45, 60, 60, 60, 90, 90, 120))


def _measure_short(unit: int, term: Term) -> int:
    """Return half an hour to two hours."""
    if unit != HOURS or is_fixed_term(term):
        return term[unit]
    return SHORT_LENGTHS[term[HOURS] // 1800 % len(SHORT_LENGTHS)]


def _measure_gathering(unit: int, term: Term) -> int:
    """Return one to four hours, or one to four days: nobody attends anything for weeks."""
    if is_fixed_term(term):
        return term[unit]
    return (
        3600 + term[HOURS] % 5400 + term[HOURS] // 1800 % 3 * 3600
        if unit == HOURS
        else (term[unit] // 4 // DAY * DAY if unit == DAYS else term[unit])
    )


def _measure_mortgage(unit: int, term: Term) -> int:
    """Return ten to thirty years."""
    if unit == HOURS or is_fixed_term(term):
        return term[unit]
    return (10, 15, 20, 25, 30, 30)[term[MONTHS] // DAY // 30 % 6] * 365 * DAY + 5 * DAY


LENGTHS: dict[str, Callable[[int, Term], int]] = {
    "project": _measure_project,
    "crop": _measure_project,
    "mortgage": _measure_mortgage,
    "contract": _measure_contract,
    "gathering": _measure_gathering,
}
"""What measures the length of a term, by the kind of life, if the units are other ones."""

START_END_PAIRS: tuple[tuple[str, str, int], ...] = (
    ("start", "end", HOURS),
    ("starts", "ends", HOURS),
    ("begin", "finish", HOURS),
    ("begins", "finishes", HOURS),
    ("start_time", "end_time", HOURS),
    ("start_datetime", "end_datetime", HOURS),
    ("start_timestamp", "end_timestamp", HOURS),
    ("start_ts", "end_ts", HOURS),
    ("start_ms", "end_ms", HOURS),
    ("start_time_unix_nano", "end_time_unix_nano", HOURS),
    ("start_time_ms", "end_time_ms", HOURS),
    ("departure", "arrival", HOURS),
    ("departure_time", "arrival_time", HOURS),
    ("scheduled_departure", "scheduled_arrival", HOURS),
    ("departs", "arrives", HOURS),
    ("opens", "closes", HOURS),
    ("opening_time", "closing_time", HOURS),
    ("open_time", "close_time", HOURS),
    ("shift_start", "shift_end", HOURS),
    ("kickoff", "final_whistle", HOURS),
    ("window_start", "window_end", HOURS),
    ("bucket_start", "bucket_end", HOURS),
    ("start_date", "end_date", DAYS),
    ("date_from", "date_to", DAYS),
    ("from_date", "to_date", DAYS),
    ("date_start", "date_end", DAYS),
    ("check_in", "check_out", DAYS),
    ("checkin", "checkout", DAYS),
    ("check_in_date", "check_out_date", DAYS),
    ("checkin_date", "checkout_date", DAYS),
    ("arrival_date", "departure_date", DAYS),
    ("pickup_date", "dropoff_date", DAYS),
    ("pickup_date", "return_date", DAYS),
    ("intended_arrival", "intended_departure", DAYS),
    ("planned_arrival", "planned_departure", DAYS),
    ("tenancy_start", "tenancy_end", MONTHS),
    ("rent_start", "rent_end", MONTHS),
    ("pick_up_date", "drop_off_date", DAYS),
    ("rental_start", "rental_end", DAYS),
    ("period_start", "period_end", DAYS),
    ("usage_start", "usage_end", DAYS),
    ("billing_start", "billing_end", DAYS),
    ("planned_start", "planned_end", DAYS),
    ("planned_start_date", "planned_end_date", DAYS),
    ("start_date", "planned_completion", MONTHS),
    ("start_date", "planned_completion_date", MONTHS),
    ("start_date", "target_completion_date", MONTHS),
    ("start_date", "target_completion", MONTHS),
    ("start_date", "expected_completion", MONTHS),
    ("start_date", "expected_completion_date", MONTHS),
    ("start_date", "estimated_completion", MONTHS),
    ("start_date", "completion_date", MONTHS),
    ("start_date", "actual_completion", MONTHS),
    ("start_date", "actual_completion_date", MONTHS),
    ("start_date", "planned_end_date", MONTHS),
    ("start_date", "expected_end_date", MONTHS),
    ("opens_on", "closes_on", DAYS),
    ("launched_at", "deadline", DAYS),
    ("leave_start", "leave_end", DAYS),
    ("first_day", "last_day", DAYS),
    ("service_from", "service_to", DAYS),
    ("service_date_from", "service_date_to", DAYS),
    ("service_start_date", "service_end_date", DAYS),
    ("statement_from_date", "statement_to_date", DAYS),
    ("bedtime", "wake_time", HOURS),
    ("sleep_start", "sleep_end", HOURS),
    ("session_start", "session_end", HOURS),
    ("start_ns", "end_ns", HOURS),
    ("start_us", "end_us", HOURS),
    ("origination_date", "maturity_date", MONTHS),
    ("grant_date", "vesting_date", MONTHS),
    ("valid_from", "valid_to", MONTHS),
    ("effective_from", "effective_to", MONTHS),
    ("effective_date", "valid_until", MONTHS),
    ("effective_date", "expiration_date", MONTHS),
    ("effective_date", "expiry_date", MONTHS),
    ("inception_date", "expiry_date", MONTHS),
    ("policy_start", "policy_end", MONTHS),
    ("contract_start", "contract_end", MONTHS),
    ("contract_start_date", "contract_end_date", MONTHS),
    ("lease_start", "lease_end", MONTHS),
    ("lease_start_date", "lease_end_date", MONTHS),
    ("coverage_start", "coverage_end", MONTHS),
    ("coverage_start_date", "coverage_end_date", MONTHS),
    ("warranty_start", "warranty_end", MONTHS),
    ("since", "until", MONTHS),
    ("from", "to", DAYS),
    ("from_time", "to_time", HOURS),
    ("time_from", "time_to", HOURS),
    ("period_from", "period_to", DAYS),
    ("registration_opens", "registration_closes", DAYS),
    ("current_period_start", "current_period_end", MONTHS),
    ("disbursed_on", "maturity_date", MONTHS),
    ("aos", "los", HOURS),
)
"""The name of a start, the name of its end, and the unit of the time between them."""


@lru_cache(maxsize=256)
def find_pair(outline: RecordOutline) -> tuple[str, str, int] | None:
    """Return the first start and end of a period that *outline* has, and its unit."""
    names = {field.name for field in outline.fields}
    names |= {name.rsplit("_", 1)[0] for name in names if name.endswith(("_at", "_on"))}
    pairs = (pair for pair in START_END_PAIRS if names.issuperset(pair[:2]))
    return next(pairs, None)


START_VERBS = tuple(
    """picked_up pickup started began start admitted admission departed launched launch collected
    clocked_in clock_in punch_in time_in checked_in borrowed loaned rented planted planting opened
    enqueued hired entered entry""".split()
)
END_VERBS = tuple(
    """dropped_off dropoff finished completed ended end stopped discharged discharge arrived
    terminated clocked_out clock_out punch_out time_out checked_out returned return harvested
    harvest closed resolved completion finish restored repaired fixed exited exit left""".split()
)
"""Verbs of the two ends of what a record measures, the closest first."""


@lru_cache(maxsize=256)
def find_verb_places(outline: RecordOutline) -> tuple[int, int] | None:
    """Return the places between which a duration of *outline* is; None without two verbs."""
    return find_shown_places(
        START_VERBS,
        END_VERBS,
        outline,
    )


def find_shown_places(
    starts: Sequence[str],
    ends: Sequence[str],
    outline: RecordOutline,
) -> tuple[int, int] | None:
    """Return the places of the first of *starts* and the first of *ends* that *outline* shows.

    Return None if it shows no such pair, or one that is not in order.
    """
    verbs = {strip_moment_words(field.name) for field in outline.fields}
    start, end = (next(filter(verbs.__contains__, each), None) for each in (starts, ends))
    return (
        order_places(
            start,
            end,
            outline,
        )
        if start and end
        else None
    )


def order_places(
    start: str,
    end: str,
    outline: RecordOutline,
) -> tuple[int, int] | None:
    """Return the places of the verbs *start* and *end*; None if they are not in order."""
    first, last = find_place(start, outline), find_place(end, outline)
    if first is None or last is None or first >= last:
        return None
    return first, last


def measure_interval(context: FieldContext, owner: str) -> tuple[Period, int] | None:
    """Return the period that a duration next to the field measures, and its unit.

    Return None if the record has no such period.
    """
    outline = get_outline(context)
    pair = find_pair(outline)
    places = find_verb_places(outline)
    if places and not pair:
        return build_interval(context, *places), HOURS
    if pair:
        field = outline.find(pair[1])
        unit = DAYS if field and field.kind == "date" and pair[2] == HOURS else pair[2]
        return build_period(context, owner), unit
    life = find_life(outline)
    if life.name in ("ride", "session", "run", "call"):
        return build_interval(
            context,
            2,
            DONE * PARTS,
        ), HOURS
    return None
