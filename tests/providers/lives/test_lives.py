"""Records live as fast as their kind, within the lives of others, one after the other."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.config.options import DEFAULT_NOW
from pytest_fixturegen.providers.lives.clock import list_paces
from pytest_fixturegen.providers.lives.kinds import DAY, LIVES, find_life
from pytest_fixturegen.providers.lives.rhythm import from_rhythm, to_rhythm
from pytest_fixturegen.providers.lives.verbs import find_place, strip_moment_words
from pytest_fixturegen.providers.record_outline import FieldOutline, RecordOutline

COUNT = 200


def draw(model: type[Any], count: int = COUNT, **options: Any) -> list[Any]:
    return list(generate_instances(model, count, seed=1, config=GenerationConfig(**options)))


class Loan(BaseModel):
    id: int
    member_id: int
    borrowed_at: datetime
    due_date: date
    returned_at: datetime


class Member(BaseModel):
    id: int
    joined_at: datetime


class Ride(BaseModel):
    requested_at: datetime
    picked_up_at: datetime
    dropped_off_at: datetime
    duration_minutes: int


class Sample(BaseModel):
    collected_at: datetime
    received_at: datetime
    analysed_at: datetime
    reported_at: datetime


class Admission(BaseModel):
    admission_date: date
    discharge_date: date


class Claim(BaseModel):
    date_of_loss: date
    reported_at: datetime
    decided_at: datetime
    paid_at: datetime


class Job(BaseModel):
    enqueued_at: datetime
    started_at: datetime
    finished_at: datetime


class Application(BaseModel):
    applied_at: datetime
    interviewed_at: datetime
    offered_at: datetime
    hired_at: datetime


class CropCycle(BaseModel):
    planting_date: date
    expected_harvest_date: date


IN_ORDER = [Loan, Ride, Sample, Admission, Claim, Job, Application, CropCycle]


@pytest.mark.parametrize("model", IN_ORDER)
def test_moments_are_in_the_order_of_their_verbs(model: type[BaseModel]) -> None:
    names = [name for name in model.model_fields if name not in ("id", "member_id")]
    names = [name for name in names if name not in ("due_date", "duration_minutes")]
    for record in draw(model):
        moments = [getattr(record, name).isoformat()[:10] for name in names]
        assert moments == sorted(moments)


def measure_median(model: type[Any], first: str, last: str) -> timedelta:
    lengths = sorted(getattr(each, last) - getattr(each, first) for each in draw(model))
    return lengths[len(lengths) // 2]


@pytest.mark.parametrize(
    ("model", "first", "last", "low", "high"),
    [
        (Ride, "picked_up_at", "dropped_off_at", timedelta(minutes=3), timedelta(hours=1)),
        (Job, "started_at", "finished_at", timedelta(minutes=1), timedelta(hours=1)),
        (Loan, "borrowed_at", "returned_at", timedelta(days=5), timedelta(days=40)),
        (Admission, "admission_date", "discharge_date", timedelta(days=1), timedelta(days=20)),
        (CropCycle, "planting_date", "expected_harvest_date", timedelta(40), timedelta(200)),
    ],
)
def test_records_go_as_fast_as_their_kind(
    model: type[Any], first: str, last: str, low: timedelta, high: timedelta
) -> None:
    assert low <= measure_median(model, first, last) <= high


def test_a_duration_is_the_time_between_the_two_ends() -> None:
    for ride in draw(Ride):
        length = ride.dropped_off_at - ride.picked_up_at
        assert length // timedelta(minutes=1) == ride.duration_minutes


class Booking(BaseModel):
    booked_at: datetime
    check_in: date
    check_out: date
    nights: int


def test_nights_are_those_of_a_stay_after_its_booking() -> None:
    for booking in draw(Booking):
        assert booking.booked_at.date() <= booking.check_in
        assert (booking.check_out - booking.check_in).days == booking.nights


class Comment(BaseModel):
    created_at: datetime
    position: int


class Author(BaseModel):
    joined_at: datetime


class Post(BaseModel):
    created_at: datetime
    author: Author
    comments: list[Comment] = Field(min_length=2, max_length=5)


def test_parts_live_within_their_record_and_in_order() -> None:
    for post in draw(Post):
        moments = [post.created_at, *(comment.created_at for comment in post.comments)]
        assert moments == sorted(moments)
        assert moments[-1] <= DEFAULT_NOW
        assert post.author.joined_at <= post.created_at
        assert [comment.position for comment in post.comments] == [
            *range(1, len(post.comments) + 1)
        ]


def test_parts_follow_a_beginning_that_is_fixed() -> None:
    fixed = datetime(2015, 5, 5, tzinfo=DEFAULT_NOW.tzinfo)
    config = GenerationConfig(overrides={"Post.created_at": {"value": fixed}})
    for post in generate_instances(Post, 20, config=config):
        assert all(comment.created_at >= fixed for comment in post.comments)
        assert post.author.joined_at <= fixed


class ForecastDay(BaseModel):
    date: date


class Forecast(BaseModel):
    issued_at: datetime
    days: list[ForecastDay] = Field(min_length=3, max_length=5)


def test_days_follow_one_another() -> None:
    for forecast in draw(Forecast, 50):
        days = [day.date for day in forecast.days]
        assert all(last - first == timedelta(days=1) for first, last in pairwise(days))
        assert days[0] == forecast.issued_at.date()


def test_nobody_borrows_before_joining() -> None:
    options = {"link": ("Loan.member_id=Member.id",), "related": 40}
    joined = {member.id: member.joined_at for member in draw(Member, 40, **options)}
    assert all(loan.borrowed_at >= joined[loan.member_id] for loan in draw(Loan, **options))


class Reading(BaseModel):
    reading_id: int
    timestamp: datetime


@pytest.mark.parametrize(
    ("model", "number", "moment"),
    [(Reading, "reading_id", "timestamp"), (Member, "id", "joined_at")],
)
def test_numbers_and_moments_grow_from_record_to_record(
    model: type[Any], number: str, moment: str
) -> None:
    records = draw(model)
    assert [getattr(each, number) for each in records] == [*range(1, COUNT + 1)]
    moments = [getattr(each, moment) for each in records]
    assert moments == sorted(moments)
    assert draw(model, 3) == records[:3]


class Reply(BaseModel):
    id: int
    parent_id: int | None


class Thread(BaseModel):
    replies: list[Reply] = Field(min_length=2, max_length=4)


def test_items_have_ids_of_their_own_and_answer_those_before_them() -> None:
    threads = draw(Thread)
    ids = [reply.id for thread in threads for reply in thread.replies]
    assert len(set(ids)) == len(ids)
    for thread in threads:
        earlier: set[int | None] = {None}
        for reply in thread.replies:
            assert reply.parent_id in earlier
            earlier.add(reply.id)
    assert any(reply.parent_id for thread in threads for reply in thread.replies)


class Employee(BaseModel):
    birth_date: date
    hire_date: date


def test_people_are_hired_between_sixteen_and_seventy() -> None:
    for employee in draw(Employee):
        age = (employee.hire_date - employee.birth_date).days / 365.25
        assert 16 <= age <= 70


def test_people_do_most_things_by_day_and_on_working_days() -> None:
    moments = [post.created_at for post in draw(Post, 1000)]
    by_day = sum(7 <= moment.hour < 22 for moment in moments)
    on_working_days = sum(moment.weekday() < 5 for moment in moments)
    assert (by_day > 850, on_working_days > 760) == (True, True)


@pytest.mark.parametrize("second", [0, 1, 12345, 1_700_000_000, 1_700_600_000])
def test_the_rhythm_of_a_week_keeps_the_order_and_whole_weeks(second: int) -> None:
    week = 7 * DAY
    assert to_rhythm(second) < to_rhythm(second + 1000)
    assert to_rhythm(second + week) == to_rhythm(second) + week
    assert to_rhythm(from_rhythm(second)) <= second <= to_rhythm(from_rhythm(second) + 1)


def test_a_name_is_a_moment_of_its_verb_or_noun() -> None:
    outline = RecordOutline("thing")
    names = ["borrowed_at", "date_of_loss", "actual_harvest_date", "admission_date"]
    bare = [strip_moment_words(name) for name in names]
    assert bare == ["borrowed", "loss", "harvest", "admission"]
    assert [find_place(name, outline) for name in bare] == [0, -6, 32, 0]


@pytest.mark.parametrize(
    ("model", "fields", "kind"),
    [
        ("trip", "pickup_address fare", "ride"),
        ("trip", "destination", "thing"),
        ("sensor_reading", "value", "reading"),
        ("daily_metric", "clicks", "day"),
        ("payslip", "net_pay", "month"),
        ("insurance_policy", "premium", "contract"),
        ("audit_log", "actor_id", "event"),
    ],
)
def test_the_class_of_a_record_tells_how_it_lives(model: str, fields: str, kind: str) -> None:
    outlines = tuple(FieldOutline(name, "str") for name in fields.split())
    assert find_life(RecordOutline(model, model, outlines)) == LIVES[kind]


def test_paces_end_after_all_early_stages() -> None:
    assert all(pace[4] > pace[3] > pace[2] > pace[1] > 0 for pace in list_paces())


class Hotel(BaseModel):
    check_in_time: time
    check_out_time: time


def test_hotels_open_their_rooms_after_noon() -> None:
    for hotel in draw(Hotel, 50):
        assert time(12) <= hotel.check_in_time <= time(18)
        assert time(8) <= hotel.check_out_time <= time(14)


class FlightLeg(BaseModel):
    scheduled_departure: datetime
    actual_departure: datetime
    delay_minutes: int


def test_a_delay_is_the_time_from_the_plan_to_what_came() -> None:
    for leg in draw(FlightLeg):
        late = leg.actual_departure - leg.scheduled_departure
        assert late == timedelta(minutes=leg.delay_minutes)
