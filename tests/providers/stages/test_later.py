"""Lists and counts that are empty before their record begins, and results that come at its end."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.api.generate import generate_lines
from tests.providers.samples import model, records


def draw(kind: Any, n: int = 200, **options: Any) -> list[Any]:
    return list(generate_instances(kind, n, seed=5, config=GenerationConfig(**options)))


class Build(BaseModel):
    state: Literal["queued", "running", "success", "failure"]
    artifacts: list[str]
    artifact_count: int
    labels: list[str]
    retry_count: int
    log_size_bytes: int
    coverage_percent: float | None = None


def test_nothing_comes_of_a_build_that_waits() -> None:
    waiting, others = [], []
    for build in draw(Build):
        (waiting if build.state == "queued" else others).append(build)
    assert len(waiting) > 3
    for build in waiting:
        shown = (build.artifacts, build.artifact_count, build.retry_count, build.log_size_bytes)
        assert shown == ([], 0, 0, 0)
        assert build.coverage_percent is None
        assert build.labels
    assert all(build.artifacts and build.log_size_bytes for build in others)
    assert all(len(build.artifacts) == build.artifact_count for build in others)


def test_the_json_of_a_list_that_waits_is_empty_as_well() -> None:
    lines = list(generate_lines(Build, 200, seed=5))
    builds = [Build.model_validate_json(line) for line in lines]
    assert builds == draw(Build)


def test_a_list_that_waits_keeps_the_size_that_is_asked_for() -> None:
    assert all(build.artifacts for build in draw(Build, fill="all"))
    assert all(len(build.artifacts) >= 2 for build in draw(Build, collection_min_items=2))


def test_one_field_more_changes_no_list_and_no_count() -> None:
    wider = model("Build", **{**_list_types(Build), "note": str})
    assert _drop(records(wider, 60), "note") == records(Build, 60)


def _list_types(kind: type[BaseModel]) -> dict[str, Any]:
    return {name: field.annotation for name, field in kind.model_fields.items()}


def _drop(rows: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [{key: value for key, value in row.items() if key != name} for row in rows]


class Ticket(BaseModel):
    status: Literal["new", "open", "pending", "solved"]
    replies: list[str]
    is_first_reply: bool
    reply_notes: str | None = None
    satisfaction: int | None = None
    risk_score: float | None = None
    solved_at: datetime | None = None


def test_nobody_answers_what_is_new_or_rates_what_is_open() -> None:
    tickets = draw(Ticket)
    assert all(not ticket.replies for ticket in tickets if ticket.status == "new")
    assert all(ticket.replies for ticket in tickets if ticket.status != "new")
    for ticket in tickets:
        assert (ticket.satisfaction is not None) == (ticket.status == "solved")
    assert any(ticket.risk_score is not None for ticket in tickets if ticket.status == "new")


class Credit(BaseModel):
    status: Literal["draft", "submitted", "approved", "funded"]
    employment_status: Literal["employed", "self_employed", "unemployed", "retired"]
    employer_name: str | None = None
    submitted_at: datetime | None = None


def test_a_personal_status_is_not_that_of_the_record() -> None:
    drawn = draw(Credit)
    drafts = [credit for credit in drawn if credit.status == "draft"]
    assert drafts
    assert all(credit.submitted_at is None for credit in drafts)
    for credit in drawn:
        works = credit.employment_status in ("employed", "self_employed")
        assert (credit.employer_name is not None) == works
    assert sum(credit.employment_status == "employed" for credit in drawn) > 100


class Tenancy(BaseModel):
    status: Literal["current", "late", "paid_off"]
    days_past_due: int
    late_fees: Decimal
    is_delinquent: bool
    next_payment_date: datetime | None = None


def test_only_who_is_late_has_days_and_fees() -> None:
    tenancies = draw(Tenancy, 300)
    assert {tenancy.status for tenancy in tenancies} == {"current", "late", "paid_off"}
    for tenancy in tenancies:
        is_late = tenancy.status == "late"
        assert (tenancy.days_past_due > 0, tenancy.is_delinquent) == (is_late, is_late)
        assert is_late or tenancy.late_fees == 0
        assert tenancy.status != "paid_off" or tenancy.next_payment_date is None


class Pick(BaseModel):
    status: Literal["new", "released", "picking", "picked", "packed", "shipped"]
    picking_started_at: datetime | None = None
    picked_at: datetime | None = None
    shipped_at: datetime | None = None


def test_steps_of_one_word_come_in_their_order() -> None:
    order = list(Pick.model_fields["status"].annotation.__args__)  # type: ignore[union-attr]
    for pick in draw(Pick, 400):
        reached = order.index(pick.status)
        assert (pick.picking_started_at is not None) == (reached >= 2)
        assert (pick.picked_at is not None) == (reached >= 3)
        moments = [pick.picking_started_at, pick.picked_at, pick.shipped_at]
        shown = [moment for moment in moments if moment]
        assert shown == sorted(shown)


class Visit(BaseModel):
    status: Literal["scheduled", "checked_in", "completed", "cancelled"]
    is_first_visit: bool
    visit_notes: str | None = None
    tracking_number: str | None = None


def test_notes_of_a_visit_come_at_its_end_whether_or_not_it_is_the_first() -> None:
    visits = draw(Visit)
    for visit in visits:
        assert (visit.visit_notes is not None) == (visit.status == "completed")
    assert {visit.is_first_visit for visit in visits} == {True, False}


class Dispatch(BaseModel):
    status: Literal["new", "released", "picking", "packed", "shipped"]
    tracking_number: str | None = None


def test_what_is_released_to_be_picked_is_not_sent() -> None:
    for dispatch in draw(Dispatch):
        is_sent = dispatch.status in ("packed", "shipped")
        assert is_sent or dispatch.tracking_number is None


class Webinar(BaseModel):
    status: Literal["scheduled", "live", "ended"]
    capacity: int
    registered_count: int
    attended_count: int


def test_nobody_has_attended_what_is_to_come() -> None:
    webinars = draw(Webinar)
    for webinar in webinars:
        assert webinar.attended_count <= webinar.registered_count <= webinar.capacity
    ended = [webinar for webinar in webinars if webinar.status == "ended"]
    planned = [webinar for webinar in webinars if webinar.status == "scheduled"]
    assert planned
    assert all(webinar.attended_count for webinar in ended)
    assert all(webinar.registered_count and not webinar.attended_count for webinar in planned)
