"""Birthdays and ages of people and animals."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import partial

from pytest_fixturegen.nodes import Fact, FactView, Integer, Node
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.birth_pins import BIRTH_YEAR_PIN, BIRTHDAY_PIN, make_age_pin
from pytest_fixturegen.providers.fact_fields import (
    format_fact_name,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.began import (
    ANIMALS,
    get_life,
)
from pytest_fixturegen.providers.lives.kinds import DAY
from pytest_fixturegen.providers.moment_views import EPOCH_ORDINAL, provide_moment
from pytest_fixturegen.providers.quantity import (
    is_valid_number,
)

ADULT, OLD = 18, 79
"""The least and the greatest age of a person, in whole years."""

POPULATIONS = {
    noun: ages
    for ages, nouns in {
        (4, 94): "patient citizen resident inhabitant individual victim household decedent",
        (17, 39): "player athlete footballer cricketer swimmer runner gymnast",
        (17, 34): "student undergraduate graduate trainee apprentice intern scholar",
        (5, 17): "child kid pupil schoolchild minor camper son daughter",
        (19, 66): "employee worker staff driver nurse teacher technician officer engineer rider",
        (24, 69): "doctor physician professor surgeon lawyer pilot captain",
        (20, 59): "parent father mother donor soldier",
        (4, 88): "passenger",
        (26, OLD): "holder policyholder insured spouse borrower",
        (1, 14): " ".join(ANIMALS),
    }.items()
    for noun in nouns.split()
}
"""The least and the greatest age by the noun of a class; others are adults of every age."""

WORK_FIELDS = (
    *"job job_title occupation employer company company_name salary hire_date position".split(),
    *"department employee_id hired_at profession annual_income license_number".split(),
)
"""Fields of people who are no children."""

MAX_AGE = 130
"""The greatest age that a fixed birthday gives."""

OLDEST_BIRTHDAY = -100 * 365 * DAY
"""Seconds after 1970 of a moment before every birthday."""


def find_ages(context: FieldContext, owner: str) -> tuple[int, int]:
    """Return the least and the greatest age of those whom the class, or *owner*, describes."""
    nouns = (field_names.find_noun(owner or context.model), field_names.find_noun(context.model))
    found = next(
        (POPULATIONS[noun] for noun in nouns if noun in POPULATIONS),
        None,
    )
    if found is not None and not (found[0] < ADULT and context.record.has(*WORK_FIELDS)):
        return found
    is_holder = get_life(context).name == "contract"  # which people make when they are adults
    return (ADULT + 8 if is_holder else ADULT), OLD


def build_birth_fact(context: FieldContext, owner: str) -> Fact:
    """Return the fact of the day on which the person was born, as an ordinal."""
    today = context.now.date()
    youngest, oldest = find_ages(context, owner)
    earliest = _subtract_years(today, oldest + 1) + 1
    latest = _subtract_years(today, youngest)
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
    youngest, oldest = find_ages(context, owner)
    ages = range(youngest, oldest + 1)
    if not all(is_valid_number(age, context.constraints) for age in ages):
        return None
    today = context.now.date()
    cutoffs = [_subtract_years(today, years) for years in range(MAX_AGE, -1, -1)]
    show = partial(_show_age, cutoffs)
    facts = (build_birth_fact(context, owner),)
    pin = make_age_pin(cutoffs)
    if context.kind == "float":
        return FactView(
            lambda word, born: float(show(word, born)),
            facts,
            pin=pin,
        )
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
    youngest, oldest = find_ages(context, owner)
    ends = (year - oldest - 1, year - youngest)
    if not all(is_valid_number(end, context.constraints) for end in ends):
        return None
    return FactView(
        _show_birth_year,
        (build_birth_fact(context, owner),),
        pin=BIRTH_YEAR_PIN,
    )


def _show_birth_year(word: int, born: int) -> int:
    return date.fromordinal(born).year
