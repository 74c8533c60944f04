"""Moments that were agreed on: a start before its end, what is due, what expires; and how old somebody is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Choice, Converted, Fact, FactView, Integer, Node
from pytest_fixturegen.providers import datetimes
from pytest_fixturegen.providers.fact_fields import (
    ProviderTable,
    build_table,
    format_fact_name,
    is_free,
    make_choice_provider,
)
from pytest_fixturegen.providers.field_context import FieldContext
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
"""What a term is counted in: which part of it says how long it is."""

Term = tuple[int, int, int, int, int]

OPENING_RANGE = (6 * 3600, 23 * 3600, 900)
"""From six to eleven, by quarters of an hour."""

ADULT, OLD = 18, 79
"""Ages of people, in whole years."""


def build_term_fact(owner: str) -> Fact:
    """How long after the beginning of the record something starts, and how long it lasts."""
    found = list_terms()
    return Fact(format_fact_name(owner, "term"), Choice(found, found))


@lru_cache(maxsize=1)
def list_terms() -> tuple[Term, ...]:
    """Days until it starts, the second of the day, and how many seconds it lasts if that is hours, days or months."""
    return tuple(
        _build_term(*(mix_word(number, step) for step in range(20, 25))) for number in range(512)
    )


def _build_term(lead: int, start: int, hours: int, days: int, months: int) -> Term:
    clock = 8 * 3600 + start % 40 * 900
    return (
        1 + lead % 90,
        clock,
        (2 + hours % 15) * 1800,
        (1 + days % 14) * DAY,
        (1 + months % 36) * 30 * DAY,
    )


def provide_start(context: FieldContext, owner: str) -> Node | None:
    """When it starts: a quarter of an hour of a day after the record began."""
    if context.kind == "time":
        return provide_clock(0, context, owner)
    return _provide_scheduled(
        context, _compute_start, (build_began_fact(context), build_term_fact(owner))
    )


def _compute_start(began_at: int, term: Term) -> int:
    return (began_at // DAY + term[0]) * DAY + term[1]


def provide_end(unit: int, context: FieldContext, owner: str) -> Node | None:
    """When it ends: hours, days or months after its start; a date is days after."""
    if context.kind == "time":
        return provide_clock(1, context, owner)
    if unit == HOURS and (context.kind == "date" or "date" in context.name.split("_")):
        unit = DAYS
    return _provide_scheduled(
        context,
        lambda began, term: _compute_start(began, term) + term[unit],
        (build_began_fact(context), build_term_fact(owner)),
    )


def provide_duration(unit: int, context: FieldContext, owner: str) -> Node | None:
    """How long from the start to the end, in parts of *unit* seconds; as a length of time if that is asked for."""
    if context.kind == "timedelta":
        return (
            FactView(_show_duration, (build_term_fact(owner),), datetimes.format_timedelta)
            if context.constraints == Constraints()
            else None
        )
    if not all(is_valid_number(term[HOURS] // unit, context.constraints) for term in list_terms()):
        return None
    write = {"int": int, "float": float}[context.kind]
    return FactView(lambda word, term: write(term[HOURS] // unit), (build_term_fact(owner),))


def _show_duration(word: int, term: Term) -> timedelta:
    return timedelta(seconds=term[HOURS])


def _provide_scheduled(
    context: FieldContext, compute: Callable[..., int], facts: tuple[Fact, ...]
) -> Node | None:
    """A moment that may lie on either side of now."""
    now = to_seconds(context.now)
    return (
        None
        if context.constraints.now
        else provide_moment(context, compute, facts, (now - OLDEST, now + 4 * 365 * DAY))
    )


def provide_clock(end_index: int, context: FieldContext, owner: str) -> Node | None:
    """A time of day, before or after its counterpart."""
    free = context.constraints == Constraints()
    node = (
        Converted(Integer(*OPENING_RANGE), datetimes.build_naive_time)
        if free
        else datetimes.clock(context)
    )
    return build_range_end(node, build_range_fact("clock", owner), end_index)


def provide_due(context: FieldContext, owner: str) -> Node | None:
    """Two to six weeks after the beginning."""
    return _provide_scheduled(
        context,
        lambda began, term: began + (14 + term[0] % 5 * 7) * DAY,
        (build_began_fact(context), build_term_fact("")),
    )


def provide_expiry(context: FieldContext, owner: str) -> Node | None:
    """In the months that follow now."""
    now = to_seconds(context.now)
    return _provide_scheduled(
        context, lambda term: now + term[0] * DAY + term[4], (build_term_fact(owner),)
    )


def provide_upcoming(context: FieldContext, owner: str) -> Node | None:
    """In the weeks that follow now."""
    now = to_seconds(context.now) // DAY * DAY
    return _provide_scheduled(
        context, lambda term: now + term[0] * DAY + term[1], (build_term_fact(owner),)
    )


def build_birth_fact(context: FieldContext, owner: str) -> Fact:
    """The day on which the person was born, as an ordinal."""
    today = context.now.date()
    return Fact(
        format_fact_name(owner, "born"),
        Integer(_subtract_years(today, OLD + 1) + 1, _subtract_years(today, ADULT)),
    )


def _subtract_years(day: date, years: int) -> int:
    try:
        return day.replace(year=day.year - years).toordinal()
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28).toordinal()


def provide_birthday(context: FieldContext, owner: str) -> Node | None:
    """The day on which the person was born."""
    if context.constraints.now == "future":
        return None
    return provide_moment(
        context,
        lambda born: (born - EPOCH_ORDINAL) * DAY,
        (build_birth_fact(context, owner),),
        (-(100 * 365) * DAY, 0),
    )


def provide_age(context: FieldContext, owner: str) -> Node | None:
    """Whole years since the birthday."""
    if not all(is_valid_number(years, context.constraints) for years in range(ADULT, OLD + 1)):
        return None
    cuts = sorted(_subtract_years(context.now.date(), years) for years in range(ADULT, OLD + 2))
    turned = partial(_show_age, cuts)
    if context.kind == "float":
        return FactView(
            lambda word, born: float(turned(word, born)), (build_birth_fact(context, owner),)
        )
    return FactView(turned, (build_birth_fact(context, owner),))


def _show_age(cutoffs: list[int], word: int, birth_day: int) -> int:
    return OLD + 1 - bisect_right(cutoffs, birth_day - 1)


def provide_birth_year(context: FieldContext, owner: str) -> Node | None:
    """The year of the birthday."""
    if not all(
        is_valid_number(year, context.constraints)
        for year in (context.now.year - OLD - 1, context.now.year - ADULT)
    ):
        return None
    return FactView(
        lambda word, born: date.fromordinal(born).year, (build_birth_fact(context, owner),)
    )


def provide_year(context: FieldContext, owner: str) -> Node | None:
    """A year of the last thirty."""
    return make_number_provider([context.now.year - 1 - step for step in range(30)])(context, owner)


def provide_card_expiry(context: FieldContext, owner: str) -> Node | None:
    """Month and year as on a card, or a moment."""
    if (
        context.kind == "str"
        and not is_free(context.constraints)
        and (context.constraints.max_length or 9) < 8
    ):
        months = tuple(
            f"{1 + step % 12:02}/{(context.now.year + 1 + step // 12) % 100:02}"
            for step in range(48)
        )
        return make_choice_provider(*months)(context, owner)
    return provide_expiry(context, owner)


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
"""What starts, what ends it, and what lies between is counted in."""


def _list_pair_rows() -> list[tuple[str, str, Any]]:
    rows: list[tuple[str, str, Any]] = []
    for first, last, unit in START_END_PAIRS:
        exact = f"{TIMESTAMP_KINDS} time" if "_" in first else "datetime date time"
        rows += [(first, exact, provide_start), (last, exact, partial(provide_end, unit))]
        if "_" not in first:
            rows += [
                (f"{first}_at {first}_on", f"{TIMESTAMP_KINDS} time", provide_start),
                (f"{last}_at {last}_on", f"{TIMESTAMP_KINDS} time", partial(provide_end, unit)),
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
        "scheduled scheduled_at scheduled_for scheduled_date planned_at next_run next_run_at appointment",
        "datetime date",
        provide_upcoming,
    ),
    (
        """next_billing_date next_payment_date estimated_delivery eta delivery_estimate appointment_date follow_up
        follow_up_date next_visit next_appointment""",
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
        lambda context, owner: make_number_provider(
            [context.now.year + 1 + step % 6 for step in range(12)]
        )(context, owner),
    ),
    ("month exp_month expiry_month birth_month", "int", make_number_provider(range(1, 13))),
    ("day day_of_month", "int", make_number_provider(range(1, 29))),
    ("hour hours_of_day", "int", make_number_provider(range(24))),
    ("minute", "int", make_number_provider(range(60))),
    (
        "weekday day_of_week",
        "str",
        make_choice_provider(
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
        ),
    ),
    (
        "month month_name",
        "str",
        make_choice_provider(
            *"January February March April May June July August September October November December".split()
        ),
    ),
)
"""Names of fields and kinds of value, and who serves them."""
