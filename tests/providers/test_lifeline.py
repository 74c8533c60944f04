"""Moments: what comes first is first, whichever of them a model has."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import AwareDatetime, FutureDatetime, NaiveDatetime, PastDatetime

from pytest_fixturegen.config.options import DEFAULT_NOW
from tests.providers.samples import model, records

LIFE = [
    "created_at",
    "verified_at",
    "paid_at",
    "shipped_at",
    "delivered_at",
    "updated_at",
    "last_login",
    "archived_at",
    "deleted_at",
]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(LIFE), min_size=2, max_size=5, unique=True))
def test_a_life_goes_on_in_order_whichever_of_its_stages_are_there(names):
    names = sorted(names, key=LIFE.index)
    for record in records(model(**dict.fromkeys(names, datetime)), 20):
        moments = [datetime.fromisoformat(record[name].replace("Z", "+00:00")) for name in names]
        assert moments == sorted(moments)
        assert moments[-1] < DEFAULT_NOW


def test_created_and_updated_agree_however_they_are_written():
    thing = model(
        created_at=datetime,
        date_created=date,
        created_ts=int,
        created_date=str,
        updated_at=str,
        updated=NaiveDatetime,
    )
    for record in records(thing, 30):
        created = datetime.fromisoformat(record["created_at"].replace("Z", "+00:00"))
        assert record["date_created"] == record["created_date"] == created.date().isoformat()
        assert record["created_ts"] == created.timestamp()
        assert record["created_at"] < record["updated_at"] == f"{record['updated']}Z"


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
def test_what_starts_starts_before_it_ends(first, last, type_):
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


def test_moments_are_as_aware_as_their_type_asks():
    thing = model(
        created_at=AwareDatetime,
        updated_at=NaiveDatetime,
        seen_at=PastDatetime,
        expires_at=FutureDatetime,
    )
    for record in records(thing):
        assert record["created_at"].endswith("Z")
        assert not re.search(r"Z|\+", record["updated_at"])
        assert int(record["expires_at"][:4]) >= 2090


def test_what_expires_does_so_after_now():
    for record in records(model(expires_at=datetime, next_run_at=datetime, expiry=str)):
        assert all(value > DEFAULT_NOW.isoformat()[:10] for value in record.values())


def test_an_unheard_of_moment_comes_after_the_beginning():
    for record in records(model(created_at=datetime, fooed_at=datetime, bar_date=date)):
        assert record["created_at"] <= record["fooed_at"] < DEFAULT_NOW.isoformat()
        assert record["created_at"][:10] <= record["bar_date"]


def test_people_are_hired_when_they_are_grown_up():
    for record in records(model("Employee", birth_date=date, hire_date=date)):
        grown = date.fromisoformat(record["birth_date"]) + timedelta(days=13 * 365)
        assert date.fromisoformat(record["hire_date"]) > grown
