"""Timestamps of a record are in the order of its stages, whichever of them its model has."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import AwareDatetime, FutureDatetime, NaiveDatetime, PastDatetime

from pytest_fixturegen.config.options import DEFAULT_NOW
from pytest_fixturegen.providers.lives.began import to_seconds
from pytest_fixturegen.providers.lives.clock import PART_BITS, build_stage_clock, list_paces
from pytest_fixturegen.providers.lives.kinds import DAY, LIVES
from pytest_fixturegen.providers.lives.verbs import CREATED, DELETED, DONE
from pytest_fixturegen.providers.timestamps import provide_stage
from tests.providers.contexts import make_context
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
def test_stages_are_in_order_whichever_of_them_a_model_has(names):
    names = sorted(names, key=LIFE.index)
    for record in records(model(**dict.fromkeys(names, datetime)), 20):
        moments = [datetime.fromisoformat(record[name].replace("Z", "+00:00")) for name in names]
        assert moments == sorted(moments)
        assert moments[-1] < DEFAULT_NOW


def test_created_and_updated_agree_in_every_kind_of_value():
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


def test_a_moment_of_unknown_name_is_after_the_beginning():
    for record in records(model(created_at=datetime, fooed_at=datetime, bar_date=date)):
        assert record["created_at"] <= record["fooed_at"] < DEFAULT_NOW.isoformat()
        assert record["created_at"][:10] <= record["bar_date"]


def test_paces_are_in_ascending_order_and_early_stages_within_thirty_days():
    for pace in list_paces():
        early, late = pace[: DONE + 1], pace[DONE + 1 :]
        assert list(early) == sorted({*early})
        assert list(late) == sorted({*late})
        assert early[DONE] < 30 * DAY
        assert 0 < late[0] <= late[-1] < 1 << PART_BITS


def test_late_stages_are_between_done_and_the_present():
    began, now = 1000, 1000 + 90 * DAY
    clocks = [build_stage_clock(LIVES["thing"], now, stage) for stage in range(DELETED + 1)]
    for pace in list_paces():
        seconds = [clock(began, pace) for clock in clocks]
        assert seconds == sorted(seconds)
        assert seconds[0] == began
        assert seconds[-1] < now


def test_naive_moments_are_in_utc():
    assert to_seconds(datetime(1970, 1, 2)) == DAY
    east = timezone(timedelta(hours=1))
    assert to_seconds(datetime(1970, 1, 1, 1, tzinfo=east)) == 0


def test_a_stage_in_the_past_is_no_future_datetime():
    assert provide_stage(CREATED, make_context("created_at", "datetime", now="future"), "") is None
    assert (
        provide_stage(CREATED, make_context("created_at", "datetime", ge=DEFAULT_NOW), "") is None
    )


def test_numbers_are_timestamps_only_if_their_name_says_so():
    assert provide_stage(CREATED, make_context("created", "int"), "") is None
    (seconds,) = records(model(created_at=int), 1)
    (millis,) = records(model(created_ms=int), 1)
    assert millis["created_ms"] == seconds["created_at"] * 1000
