"""Scheduled moments: a start and its end, due dates, expiry dates; and birthdays and ages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache, partial

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Choice, Converted, Fact, FactPin, FactView, Integer, Node
from pytest_fixturegen.providers import datetimes
from pytest_fixturegen.providers.birth_pins import BIRTH_YEAR_PIN, BIRTHDAY_PIN, make_age_pin
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_table,
    format_fact_name,
    is_free,
    make_choice_provider,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.moment_pins import (
    make_due_pin,
    make_duration_pin,
    make_end_pin,
    make_start_pin,
)
from pytest_fixturegen.providers.quantity import (
    build_range_end,
    build_range_fact,
    is_valid_number,
    make_number_provider,
)
from pytest_fixturegen.providers.timestamps import (
    DAY,
    EPOCH_ORDINAL,
    OLDEST,
    TIMESTAMP_KINDS,
    build_began_fact,
    provide_moment,
    to_seconds,
)
from pytest_fixturegen.streams import mix_word

HOURS, DAYS, MONTHS = 2, 3, 4
"""Indices of a :data:`Term`: the unit of its length."""

Term = tuple[int, int, int, int, int]
"""Days until something starts, the second of that day, and its length in seconds.

The length is there three times: for something that lasts hours, days, or months.
"""

TERM_COUNT = 512

OPENING_RANGE = (6 * 3600, 23 * 3600, 900)
"""Seconds of the day from 6:00 to 23:00, in quarters of an hour."""

ADULT, OLD = 18, 79
"""The least and the greatest age of a person, in whole years."""

MAX_AGE = 130
"""The greatest age that a fixed birthday gives."""

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SCHEDULE_SPAN = 4 * 365 * DAY
"""Seconds after the present within which scheduled moments are."""

OLDEST_BIRTHDAY = -100 * 365 * DAY
"""Seconds after 1970 of a moment before every birthday."""


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


# Start and end


def provide_start(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a start: a quarter of an hour on a day after the record began."""
    if context.kind == "time":
        return provide_clock(0, context, owner)
    facts = (build_began_fact(context), build_term_fact(owner))
    return _provide_scheduled(context, _compute_start, facts, make_start_pin())


def _compute_start(began_at: int, term: Term) -> int:
    return (began_at // DAY + term[0]) * DAY + term[1]


def provide_end(
    unit: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of an end, HOURS, DAYS or MONTHS (*unit*) after the start.

    If the field holds a date, the end is days after the start.
    """
    if context.kind == "time":
        return provide_clock(1, context, owner)
    is_date = context.kind == "date" or "date" in context.name.split("_")
    length_index = DAYS if unit == HOURS and is_date else unit

    def compute_end(began_at: int, term: Term) -> int:
        return _compute_start(began_at, term) + term[length_index]

    facts = (build_began_fact(context), build_term_fact(owner))
    return _provide_scheduled(context, compute_end, facts, make_end_pin(length_index))


def provide_duration(
    unit: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the time from start to end: a timedelta, or a number of *unit* seconds."""
    facts = (build_term_fact(owner),)
    if context.kind == "timedelta":
        if context.constraints != Constraints():
            return None
        pin = make_duration_pin(unit)
        return FactView(_show_duration, facts, datetimes.format_timedelta, pin)
    lengths = {term[HOURS] // unit for term in list_terms()}
    if not all(is_valid_number(length, context.constraints) for length in lengths):
        return None
    convert = {"int": int, "float": float}[context.kind]
    pin = make_duration_pin(unit)
    return FactView(lambda word, term: convert(term[HOURS] // unit), facts, pin=pin)


def _show_duration(word: int, term: Term) -> timedelta:
    return timedelta(seconds=term[HOURS])


def _provide_scheduled(
    context: FieldContext,
    compute: Callable[..., int],
    facts: tuple[Fact, ...],
    pin: FactPin | None = None,
) -> Node | None:
    """Return the node of a moment in the past or the future.

    Return None if the type requires one of the two.
    """
    if context.constraints.now:
        return None
    now = to_seconds(context.now)
    return provide_moment(
        context,
        compute,
        facts,
        (now - OLDEST, now + SCHEDULE_SPAN),
        pin,
    )


def provide_clock(
    end_index: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of a time of day: 0 is the earlier of two, 1 the later."""
    node: Node = Converted(Integer(*OPENING_RANGE), datetimes.build_naive_time)
    if context.constraints != Constraints():
        node = datetimes.clock(context)
    return build_range_end(node, build_range_fact("clock", owner), end_index)


# Due, expiring and upcoming


def provide_due(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a moment two to six weeks after the record began."""

    def compute_due(began_at: int, term: Term) -> int:
        return began_at + _count_days_to_due(term) * DAY

    facts = (build_began_fact(context), build_term_fact(""))
    return _provide_scheduled(context, compute_due, facts, make_due_pin(_count_days_to_due))


def _count_days_to_due(term: Term) -> int:
    """Return two to six weeks in days."""
    return 14 + term[0] % 5 * 7


def provide_expiry(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a moment in the months after the present."""
    now = to_seconds(context.now)

    def compute_expiry(term: Term) -> int:
        return now + term[0] * DAY + term[MONTHS]

    return _provide_scheduled(context, compute_expiry, (build_term_fact(owner),))


def provide_upcoming(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a moment in the weeks after the present."""
    today = to_seconds(context.now) // DAY * DAY

    def compute_upcoming(term: Term) -> int:
        return today + term[0] * DAY + term[1]

    return _provide_scheduled(context, compute_upcoming, (build_term_fact(owner),))


def provide_card_expiry(context: FieldContext, owner: str) -> Node | None:
    """Return the node of an expiry: month and year as on a card if a short text is required."""
    constraints = context.constraints
    is_short = (constraints.max_length or 9) < 8
    if context.kind != "str" or is_free(constraints) or not is_short:
        return provide_expiry(context, owner)
    months = []
    for step in range(48):
        year = context.now.year + 1 + step // 12
        months.append(f"{1 + step % 12:02}/{year % 100:02}")
    return make_choice_provider(*months)(context, owner)


# Birthdays and years


def build_birth_fact(context: FieldContext, owner: str) -> Fact:
    """Return the fact of the day on which the person was born, as an ordinal."""
    today = context.now.date()
    earliest = _subtract_years(today, OLD + 1) + 1
    latest = _subtract_years(today, ADULT)
    return Fact(format_fact_name(owner, "born"), Integer(earliest, latest))


def _subtract_years(day: date, years: int) -> int:
    """Return the ordinal of the day *years* before *day*."""
    try:
        return day.replace(year=day.year - years).toordinal()
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28).toordinal()


def provide_birthday(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the day on which the person was born."""
    if context.constraints.now == "future":
        return None

    def compute_birthday(born: int) -> int:
        return (born - EPOCH_ORDINAL) * DAY

    facts = (build_birth_fact(context, owner),)
    return provide_moment(
        context,
        compute_birthday,
        facts,
        (OLDEST_BIRTHDAY, 0),
        BIRTHDAY_PIN,
    )


def provide_age(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the whole years since the birthday."""
    ages = range(ADULT, OLD + 1)
    if not all(is_valid_number(age, context.constraints) for age in ages):
        return None
    today = context.now.date()
    cutoffs = [_subtract_years(today, years) for years in range(MAX_AGE, -1, -1)]
    show = partial(_show_age, cutoffs)
    facts = (build_birth_fact(context, owner),)
    pin = make_age_pin(cutoffs)
    if context.kind == "float":
        return FactView(lambda word, born: float(show(word, born)), facts, pin=pin)
    return FactView(show, facts, pin=pin)


def _show_age(
    cutoffs: list[int],
    word: int,
    birth_day: int,
) -> int:
    """Return the whole years between *birth_day* and today.

    *cutoffs* are the birthdays of those who turn an age today, from MAX_AGE to 0.
    """
    return MAX_AGE - bisect_right(cutoffs, birth_day - 1)


def provide_birth_year(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the year of the birthday."""
    year = context.now.year
    ends = (year - OLD - 1, year - ADULT)
    if not all(is_valid_number(end, context.constraints) for end in ends):
        return None
    return FactView(_show_birth_year, (build_birth_fact(context, owner),), pin=BIRTH_YEAR_PIN)


def _show_birth_year(word: int, born: int) -> int:
    return date.fromordinal(born).year


def provide_year(context: FieldContext, owner: str) -> Node | None:
    """Return the node of one of the last thirty years."""
    years = [context.now.year - 1 - step for step in range(30)]
    return make_number_provider(years)(context, owner)


def provide_expiry_year(context: FieldContext, owner: str) -> Node | None:
    """Return the node of one of the next six years."""
    years = [context.now.year + 1 + step % 6 for step in range(12)]
    return make_number_provider(years)(context, owner)


START_END_PAIRS: tuple[tuple[str, str, int], ...] = (
    ("start", "end", HOURS),
    ("starts", "ends", HOURS),
    ("begin", "finish", HOURS),
    ("begins", "finishes", HOURS),
    ("start_time", "end_time", HOURS),
    ("start_datetime", "end_datetime", HOURS),
    ("departure", "arrival", HOURS),
    ("departure_time", "arrival_time", HOURS),
    ("departs", "arrives", HOURS),
    ("opens", "closes", HOURS),
    ("opening_time", "closing_time", HOURS),
    ("open_time", "close_time", HOURS),
    ("start_date", "end_date", DAYS),
    ("date_from", "date_to", DAYS),
    ("from_date", "to_date", DAYS),
    ("check_in", "check_out", DAYS),
    ("checkin", "checkout", DAYS),
    ("check_in_date", "check_out_date", DAYS),
    ("pickup_date", "dropoff_date", DAYS),
    ("period_start", "period_end", DAYS),
    ("valid_from", "valid_to", MONTHS),
    ("effective_from", "effective_to", MONTHS),
    ("effective_date", "valid_until", MONTHS),
    ("contract_start", "contract_end", MONTHS),
    ("since", "until", MONTHS),
)
"""The name of a start, the name of its end, and the unit of the time between them."""


def _list_pair_rows() -> list[tuple[str, str, NamedProvider]]:
    """Return the rows of START_END_PAIRS, with the kinds of value that each name may have."""
    rows: list[tuple[str, str, NamedProvider]] = []
    timestamp_or_time = f"{TIMESTAMP_KINDS} time"
    for start, end, unit in START_END_PAIRS:
        provide_this_end = partial(provide_end, unit)
        is_clear = "_" in start  # "start" alone may be a number
        kinds = timestamp_or_time if is_clear else "datetime date time"
        rows += [(start, kinds, provide_start), (end, kinds, provide_this_end)]
        if not is_clear:
            rows += [
                (f"{start}_at {start}_on", timestamp_or_time, provide_start),
                (f"{end}_at {end}_on", timestamp_or_time, provide_this_end),
            ]
    return rows


NAMES: ProviderTable = build_table(
    *_list_pair_rows(),
    (
        "duration trip_duration flight_duration travel_time",
        "timedelta",
        partial(provide_duration, 1),
    ),
    (
        "duration_minutes trip_duration_minutes flight_duration_minutes",
        "int float",
        partial(provide_duration, 60),
    ),
    ("due due_date due_at due_on due_by deadline payment_due", "datetime date str", provide_due),
    ("due_at due_ts", "int float", provide_due),
    (
        "expires expiry expiration expires_on expires_at expiry_date expiration_date expire_at",
        "datetime date",
        provide_expiry,
    ),
    (
        "best_before renewal_date renews_at warranty_until valid_thru expiration_time expires_date",
        "datetime date",
        provide_expiry,
    ),
    ("expires_at expires_ts exp_ts expire_at", "int float", provide_expiry),
    (
        "expires_at expires_on expiry_date expiration_date expires expiry expiration valid_thru",
        "str",
        provide_card_expiry,
    ),
    ("exp_date card_expiry expiry_month_year", "str datetime date", provide_card_expiry),
    (
        """scheduled scheduled_at scheduled_for scheduled_date planned_at next_run next_run_at
        appointment""",
        "datetime date",
        provide_upcoming,
    ),
    (
        """next_billing_date next_payment_date estimated_delivery eta delivery_estimate
        appointment_date follow_up follow_up_date next_visit next_appointment""",
        "datetime date str",
        provide_upcoming,
    ),
    ("scheduled_at scheduled_for scheduled_date next_run_at", "str", provide_upcoming),
    (
        "birthday birth_date birthdate date_of_birth dob born born_on",
        "date datetime str",
        provide_birthday,
    ),
    ("age age_years age_in_years", "int float", provide_age),
    ("birth_year year_of_birth", "int", provide_birth_year),
    (
        "year model_year founded_year year_founded release_year publication_year",
        "int",
        provide_year,
    ),
    (
        "exp_year expiry_year expiration_year",
        "int",
        provide_expiry_year,
    ),
    ("month exp_month expiry_month birth_month", "int", make_number_provider(range(1, 13))),
    ("day day_of_month", "int", make_number_provider(range(1, 29))),
    ("hour hours_of_day", "int", make_number_provider(range(24))),
    ("minute", "int", make_number_provider(range(60))),
    (
        "weekday day_of_week",
        "str",
        make_choice_provider(*WEEKDAY_NAMES),
    ),
    (
        "month month_name",
        "str",
        make_choice_provider(*MONTH_NAMES),
    ),
)
"""Names of fields and kinds of value, and their providers."""
