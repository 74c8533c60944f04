"""Moments that were agreed on: a start before its end, what is due, what expires; and how old somebody is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import Choice, Converted, Fact, Integer, Node, View
from pytest_fixturegen.providers import moments
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.lifeline import DAY, FIRST_DAY, KINDS, OLDEST, began_fact, moment, seconds
from pytest_fixturegen.providers.quantity import counted, end_of, ends_fact, keeps_number
from pytest_fixturegen.providers.views import Table, is_free, owned, picked, table
from pytest_fixturegen.shape.shapes import Constraints
from pytest_fixturegen.streams import mixed

HOURS, DAYS, MONTHS = 2, 3, 4
"""What a term is counted in: which part of it says how long it is."""

Term = tuple[int, int, int, int, int]

OPEN = (6 * 3600, 23 * 3600, 900)
"""From six to eleven, by quarters of an hour."""

ADULT, OLD = 18, 79
"""Ages of people, in whole years."""


def term_fact(whose: str) -> Fact:
    """How long after the beginning of the record something starts, and how long it lasts."""
    found = terms()
    return Fact(owned(whose, "term"), Choice(found, found))


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """Days until it starts, the second of the day, and how many seconds it lasts if that is hours, days or months."""
    return tuple(_term(*(mixed(number, step) for step in range(20, 25))) for number in range(512))


def _term(lead: int, start: int, hours: int, days: int, months: int) -> Term:
    clock = 8 * 3600 + start % 40 * 900
    return 1 + lead % 90, clock, (2 + hours % 15) * 1800, (1 + days % 14) * DAY, (1 + months % 36) * 30 * DAY


def start(ask: Ask, whose: str) -> Node | None:
    """When it starts: a quarter of an hour of a day after the record began."""
    if ask.kind == "time":
        return clock(0, ask, whose)
    return _scheduled(ask, _start, (began_fact(ask), term_fact(whose)))


def _start(began: int, term: Term) -> int:
    return (began // DAY + term[0]) * DAY + term[1]


def end(unit: int, ask: Ask, whose: str) -> Node | None:
    """When it ends: hours, days or months after its start; a date is days after."""
    if ask.kind == "time":
        return clock(1, ask, whose)
    if unit == HOURS and (ask.kind == "date" or "date" in ask.name.split("_")):
        unit = DAYS
    return _scheduled(ask, lambda began, term: _start(began, term) + term[unit], (began_fact(ask), term_fact(whose)))


def lasting(unit: int, ask: Ask, whose: str) -> Node | None:
    """How long from the start to the end, in parts of *unit* seconds; as a length of time if that is asked for."""
    if ask.kind == "timedelta":
        return View(_long, (term_fact(whose),), moments.as_text) if ask.rules == Constraints() else None
    if not all(keeps_number(term[HOURS] // unit, ask.rules) for term in terms()):
        return None
    write = {"int": int, "float": float}[ask.kind]
    return View(lambda word, term: write(term[HOURS] // unit), (term_fact(whose),))


def _long(word: int, term: Term) -> timedelta:
    return timedelta(seconds=term[HOURS])


def _scheduled(ask: Ask, tell: Callable[..., int], facts: tuple[Fact, ...]) -> Node | None:
    """A moment that may lie on either side of now."""
    now = seconds(ask.now)
    return None if ask.rules.now else moment(ask, tell, facts, (now - OLDEST, now + 4 * 365 * DAY))


def clock(which: int, ask: Ask, whose: str) -> Node | None:
    """A time of day, before or after its counterpart."""
    free = ask.rules == Constraints()
    node = Converted(Integer(*OPEN), moments.naive_clock) if free else moments.clock(ask)
    return end_of(node, ends_fact("clock", whose), which)


def due(ask: Ask, whose: str) -> Node | None:
    """Two to six weeks after the beginning."""
    return _scheduled(ask, lambda began, term: began + (14 + term[0] % 5 * 7) * DAY, (began_fact(ask), term_fact("")))


def expires(ask: Ask, whose: str) -> Node | None:
    """In the months that follow now."""
    now = seconds(ask.now)
    return _scheduled(ask, lambda term: now + term[0] * DAY + term[4], (term_fact(whose),))


def coming(ask: Ask, whose: str) -> Node | None:
    """In the weeks that follow now."""
    now = seconds(ask.now) // DAY * DAY
    return _scheduled(ask, lambda term: now + term[0] * DAY + term[1], (term_fact(whose),))


def born_fact(ask: Ask, whose: str) -> Fact:
    """The day on which the person was born, as an ordinal."""
    today = ask.now.date()
    return Fact(owned(whose, "born"), Integer(_years_before(today, OLD + 1) + 1, _years_before(today, ADULT)))


def _years_before(day: date, years: int) -> int:
    try:
        return day.replace(year=day.year - years).toordinal()
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28).toordinal()


def birthday(ask: Ask, whose: str) -> Node | None:
    """The day on which the person was born."""
    if ask.rules.now == "future":
        return None
    return moment(ask, lambda born: (born - FIRST_DAY) * DAY, (born_fact(ask, whose),), (-(100 * 365) * DAY, 0))


def age(ask: Ask, whose: str) -> Node | None:
    """Whole years since the birthday."""
    if not all(keeps_number(years, ask.rules) for years in range(ADULT, OLD + 1)):
        return None
    cuts = sorted(_years_before(ask.now.date(), years) for years in range(ADULT, OLD + 2))
    turned = partial(_age, cuts)
    if ask.kind == "float":
        return View(lambda word, born: float(turned(word, born)), (born_fact(ask, whose),))
    return View(turned, (born_fact(ask, whose),))


def _age(cuts: list[int], word: int, born: int) -> int:
    return OLD + 1 - bisect_right(cuts, born - 1)


def birth_year(ask: Ask, whose: str) -> Node | None:
    """The year of the birthday."""
    if not all(keeps_number(year, ask.rules) for year in (ask.now.year - OLD - 1, ask.now.year - ADULT)):
        return None
    return View(lambda word, born: date.fromordinal(born).year, (born_fact(ask, whose),))


def year(ask: Ask, whose: str) -> Node | None:
    """A year of the last thirty."""
    return counted([ask.now.year - 1 - step for step in range(30)])(ask, whose)


def card_expiry(ask: Ask, whose: str) -> Node | None:
    """Month and year as on a card, or a moment."""
    if ask.kind == "str" and not is_free(ask.rules) and (ask.rules.max_length or 9) < 8:
        months = tuple(f"{1 + step % 12:02}/{(ask.now.year + 1 + step // 12) % 100:02}" for step in range(48))
        return picked(*months)(ask, whose)
    return expires(ask, whose)


PAIRS: tuple[tuple[str, str, int], ...] = (
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


def _rows() -> list[tuple[str, str, Any]]:
    rows: list[tuple[str, str, Any]] = []
    for first, last, unit in PAIRS:
        exact = f"{KINDS} time" if "_" in first else "datetime date time"
        rows += [(first, exact, start), (last, exact, partial(end, unit))]
        if "_" not in first:
            rows += [
                (f"{first}_at {first}_on", f"{KINDS} time", start),
                (f"{last}_at {last}_on", f"{KINDS} time", partial(end, unit)),
            ]
    return rows


NAMES: Table = table(
    *_rows(),
    ("duration trip_duration flight_duration travel_time", "timedelta", partial(lasting, 1)),
    ("duration_minutes trip_duration_minutes flight_duration_minutes", "int float", partial(lasting, 60)),
    ("due due_date due_at due_on due_by deadline payment_due", "datetime date str", due),
    ("due_at due_ts", "int float", due),
    ("expires expiry expiration expires_on expires_at expiry_date expiration_date expire_at", "datetime date", expires),
    ("best_before renewal_date renews_at warranty_until valid_thru expiration_time expires_date", "datetime date", expires),
    ("expires_at expires_ts exp_ts expire_at", "int float", expires),
    ("expires_at expires_on expiry_date expiration_date expires expiry expiration valid_thru", "str", card_expiry),
    ("exp_date card_expiry expiry_month_year", "str datetime date", card_expiry),
    (
        "scheduled scheduled_at scheduled_for scheduled_date planned_at next_run next_run_at appointment",
        "datetime date",
        coming,
    ),
    (
        """next_billing_date next_payment_date estimated_delivery eta delivery_estimate appointment_date follow_up
        follow_up_date next_visit next_appointment""",
        "datetime date str",
        coming,
    ),
    ("scheduled_at scheduled_for scheduled_date next_run_at", "str", coming),
    ("birthday birth_date birthdate date_of_birth dob born born_on", "date datetime str", birthday),
    ("age age_years age_in_years", "int float", age),
    ("birth_year year_of_birth", "int", birth_year),
    ("year model_year founded_year year_founded release_year publication_year", "int", year),
    (
        "exp_year expiry_year expiration_year",
        "int",
        lambda ask, whose: counted([ask.now.year + 1 + step % 6 for step in range(12)])(ask, whose),
    ),
    ("month exp_month expiry_month birth_month", "int", counted(range(1, 13))),
    ("day day_of_month", "int", counted(range(1, 29))),
    ("hour hours_of_day", "int", counted(range(24))),
    ("minute", "int", counted(range(60))),
    ("weekday day_of_week", "str", picked("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")),
    (
        "month month_name",
        "str",
        picked(*"January February March April May June July August September October November December".split()),
    ),
)
"""Names of fields and kinds of value, and who serves them."""
