"""Counts of one thing, goods, tolerances and outcomes under names that no list has."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel

from pytest_fixturegen.api.generate import generate_instances
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.providers.lives.verbs import find_place
from pytest_fixturegen.providers.record_outline import NO_RECORD
from tests.providers.samples import model, records


def draw(kind: Any, n: int = 200, **options: Any) -> list[Any]:
    return list(generate_instances(kind, n, seed=3, config=GenerationConfig(**options)))


class BottlingRun(BaseModel):
    status: Literal["planned", "in_production", "completed", "on_hold"]
    crates_planned: int
    crates_filled: int
    planned_qty: int
    produced_qty: int
    good_qty: int
    scrap_qty: int
    yield_pct: float


def test_good_and_bad_ones_are_what_was_produced() -> None:
    runs = draw(BottlingRun)
    for run in runs:
        assert run.good_qty + run.scrap_qty == run.produced_qty
        assert run.produced_qty <= run.planned_qty
        if run.status == "planned":
            assert run.produced_qty == 0
    assert any(run.scrap_qty for run in runs)


def test_what_is_sold_leaves_the_rest() -> None:
    tasting = model("Tasting", jars_made=int, jars_sold=int, jars_in_stock=int)
    drawn = records(tasting)
    for record in drawn:
        assert record["jars_made"] == record["jars_sold"] + record["jars_in_stock"]
    assert len({record["jars_made"] for record in drawn}) > 3


def test_two_of_a_pair_make_the_total() -> None:
    call = model("Berthing", crates_loaded=int, crates_unloaded=int, crates_total=int)
    for record in records(call):
        assert record["crates_loaded"] + record["crates_unloaded"] == record["crates_total"]


def test_a_price_of_each_times_their_number_is_the_cost() -> None:
    booking = model("Outing", ticket_count=int, price_each=Decimal, total_cost=Decimal)
    for record in records(booking):
        assert record["ticket_count"] * Decimal(record["price_each"]) == Decimal(
            record["total_cost"]
        )


def test_a_check_passes_within_its_tolerance() -> None:
    check = model(
        "DimensionCheck",
        nominal=float,
        lower_tolerance=float,
        upper_tolerance=float,
        measured=float,
        passed=bool,
    )
    drawn = records(check)
    for record in drawn:
        is_within = record["lower_tolerance"] <= record["measured"] <= record["upper_tolerance"]
        assert record["passed"] == is_within
    assert {record["passed"] for record in drawn} == {True, False}


class Tender(BaseModel):
    won: bool
    contract_price: Decimal | None
    loss_reason: str | None


def test_details_follow_the_flag_of_the_outcome() -> None:
    tenders = draw(Tender)
    for tender in tenders:
        assert (tender.contract_price is not None) == tender.won
        assert (tender.loss_reason is not None) != tender.won
    assert {tender.won for tender in tenders} == {True, False}


class Mooring(BaseModel):
    pilot_required: bool
    pilot_name: str | None
    order_type: Literal["market", "limit", "stop"]
    limit_price: float | None


def test_details_follow_what_is_needed_and_chosen() -> None:
    moorings = draw(Mooring)
    for mooring in moorings:
        assert (mooring.pilot_name is not None) == mooring.pilot_required
        assert (mooring.limit_price is not None) == (mooring.order_type == "limit")


class Dues(BaseModel):
    status: Literal["open", "partially_paid", "paid"]
    net_amount: Decimal
    vat_amount: Decimal
    gross_amount: Decimal
    amount_paid: Decimal
    amount_outstanding: Decimal


def test_what_is_paid_agrees_with_the_status() -> None:
    drawn = draw(Dues)
    for dues in drawn:
        assert dues.gross_amount - dues.amount_paid == dues.amount_outstanding
        if dues.status == "open":
            assert dues.amount_paid == 0
        elif dues.status == "paid":
            assert dues.amount_outstanding == 0
    assert any(dues.status == "partially_paid" and dues.amount_paid > 0 for dues in drawn)


class Overhaul(BaseModel):
    status: Literal["planned", "in_progress", "done"]
    progress_pct: int


def test_progress_is_complete_once_it_is_done() -> None:
    for overhaul in draw(Overhaul):
        assert (overhaul.progress_pct == 100) == (overhaul.status == "done")
        assert (overhaul.progress_pct == 0) == (overhaul.status == "planned")


class Feedback(BaseModel):
    posted_at: datetime
    owner_reply: str | None
    replied_at: datetime | None


def test_a_reply_and_its_moment_are_there_together() -> None:
    drawn = draw(Feedback)
    for feedback in drawn:
        assert (feedback.owner_reply is None) == (feedback.replied_at is None)
    assert {feedback.replied_at is None for feedback in drawn} == {True, False}


class Terms(BaseModel):
    issue_date: date
    due_date: date
    terms_days: int


def test_terms_are_the_days_until_it_is_due() -> None:
    for bill in draw(Terms):
        assert (bill.due_date - bill.issue_date).days == bill.terms_days


def test_verbs_of_stages_have_a_place_in_a_life() -> None:
    places = [find_place(verb, NO_RECORD) for verb in ("loaded", "emptied", "rescinded", "frozen")]
    assert None not in places
    assert find_place("zzzed", NO_RECORD) is None


def test_numbers_of_which_nothing_is_known_are_small() -> None:
    for record in records(model("Kiln", shelves=int, quirk=float, name=str)):
        assert 0 <= record["shelves"] <= 60
        assert 0 <= record["quirk"] <= 100


def test_codes_begin_with_their_noun() -> None:
    for record in records(model("Repair", id=int, fault_code=str)):
        assert record["fault_code"].startswith("FLT-")
