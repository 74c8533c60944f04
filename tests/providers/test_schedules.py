"""Scheduled moments: starts before ends, expiry after the present, ages that fit birthdays."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest
from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines
from pytest_fixturegen.config.options import DEFAULT_NOW
from pytest_fixturegen.providers import ages, schedules
from pytest_fixturegen.providers.lives.kinds import DAY
from pytest_fixturegen.providers.lives.periods import list_terms
from tests.providers.contexts import draw_samples, make_context
from tests.providers.samples import model, records


class Trip(BaseModel):
    origin: str
    destination: str
    departure: datetime
    arrival: datetime
    duration: timedelta
    duration_minutes: int


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "ja_JP", "cs_CZ"])
def test_a_journey_takes_the_time_between_departure_and_arrival(locale: str) -> None:
    trips = list(generate_instances(Trip, 500, config=GenerationConfig(seed=5, locale=locale)))
    assert all(trip.origin != trip.destination for trip in trips)
    assert all(
        trip.arrival - trip.departure == trip.duration == timedelta(minutes=trip.duration_minutes)
        for trip in trips
    )
    assert len({trip.destination for trip in trips}) > 5


def test_a_duration_is_iso_8601_in_json() -> None:
    assert b'"duration":"PT' in next(iter(generate_lines(Trip, 1)))


PAIRS = [
    ("start", "end", datetime),
    ("start_date", "end_date", date),
    ("starts_at", "ends_at", datetime),
    ("check_in", "check_out", date),
    ("departure", "arrival", datetime),
    ("valid_from", "valid_until", date),
    ("start_time", "end_time", time),
    ("opens", "closes", time),
    ("course_start", "course_end", datetime),
    ("issue_date", "due_date", date),
    ("issued_at", "expires_at", datetime),
    ("created_at", "start_date", date),
    ("start_at", "end_date", date),
]


@pytest.mark.parametrize(("first", "last", "type_"), PAIRS)
def test_a_start_is_before_its_end(first, last, type_):
    for record in records(model(**{first: type_, last: type_}), 300):
        assert record[first] < record[last]


def test_an_age_fits_the_day_of_birth():
    for record in records(model(age=int, birth_date=date, birth_year=int), 300):
        born = date.fromisoformat(record["birth_date"])
        had_birthday = (DEFAULT_NOW.month, DEFAULT_NOW.day) >= (born.month, born.day)
        assert record["age"] == DEFAULT_NOW.year - born.year - (not had_birthday)
        assert record["birth_year"] == born.year


def test_the_age_follows_the_present():
    later = datetime(2030, 6, 15, tzinfo=timezone.utc)
    for record in records(model(age=int, dob=date), 100, now=later):
        born = date.fromisoformat(record["dob"])
        assert record["age"] == later.year - born.year - (
            (later.month, later.day) < (born.month, born.day)
        )


def test_expiry_dates_are_after_the_present():
    for record in records(model(expires_at=datetime, next_run_at=datetime, expiry=str)):
        assert all(value > DEFAULT_NOW.isoformat()[:10] for value in record.values())


def test_people_are_hired_when_they_are_adults():
    for record in records(model("Employee", birth_date=date, hire_date=date)):
        grown = date.fromisoformat(record["birth_date"]) + timedelta(days=13 * 365)
        assert date.fromisoformat(record["hire_date"]) > grown


def test_due_dates_are_two_to_six_weeks_after_the_beginning():
    for record in records(model("Invoice", issue_date=date, due_date=date), 200):
        days = date.fromisoformat(record["due_date"]) - date.fromisoformat(record["issue_date"])
        assert days.days in (14, 21, 28, 35, 42)


def test_terms_start_by_quarters_of_an_hour_between_eight_and_six():
    for days, second, hours, more_days, months in list_terms():
        assert 1 <= days <= 90
        assert 8 * 3600 <= second < 18 * 3600
        assert second % 900 == 0
        assert 0 < hours < 9 * 3600
        assert more_days % DAY == months % (30 * DAY) == 0


def test_a_card_expires_in_a_month_of_the_next_years():
    year = DEFAULT_NOW.year % 100
    texts = draw_samples(schedules.provide_card_expiry(make_context("expiry", max_length=5), ""))
    assert all(text[2] == "/" and 1 <= int(text[:2]) <= 12 for text in texts)
    assert {int(text[3:]) for text in texts} == {(year + step) % 100 for step in range(1, 5)}


@pytest.mark.parametrize(("name", "first", "last"), [("exp_year", 1, 6), ("model_year", -30, -1)])
def test_years_are_near_the_present(name, first, last):
    years = {record[name] for record in records(model("Thing", **{name: int}), 300)}
    assert min(years) >= DEFAULT_NOW.year + first
    assert max(years) <= DEFAULT_NOW.year + last


def test_months_and_weekdays_are_those_of_the_calendar():
    for record in records(model(month_name=str, weekday=str, month=int, hour=int, minute=int)):
        assert datetime.strptime(record["month_name"], "%B").month
        assert record["weekday"].endswith("day")
        assert 1 <= record["month"] <= 12
        assert (record["hour"] < 24, record["minute"] < 60) == (True, True)


def test_the_birthday_of_an_adult_may_be_a_leap_day():
    assert ages._subtract_years(date(2028, 2, 29), 1) == date(2027, 2, 28).toordinal()


def test_ages_with_other_bounds_have_no_birthday():
    assert ages.provide_age(make_context("age", "int", le=17), "") is None
    assert ages.provide_birth_year(make_context("birth_year", "int", ge=2000), "") is None
    assert ages.provide_birthday(make_context("dob", "date", now="future"), "") is None
