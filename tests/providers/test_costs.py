"""Costs that add up by the words of their names, chains of numbers, and names of two things."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

import pytest
from pydantic import BaseModel

from pytest_fixturegen.api.generate import build_instance, generate_instances
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.providers.families.cost_names import (
    CHARGE,
    DISCOUNT,
    NET,
    REFUND,
    TAX,
    TOTAL,
    find_rate_unit,
    read_cost,
)
from pytest_fixturegen.providers.families.costs import find_costs
from pytest_fixturegen.providers.record_outline import (
    FieldOutline,
    FieldOutlines,
    RecordOutline,
)

CENT = Decimal("0.011")


def draw(model: Any, n: int = 120, **options: Any) -> list[Any]:
    return list(generate_instances(model, n, seed=5, config=GenerationConfig(**options)))


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("towing_fee", CHARGE),
        ("roof_labour", CHARGE),
        ("state_tax", TAX),
        ("member_discount", DISCOUNT),
        ("net_amount", NET),
        ("total_before_tax", NET),
        ("total_charged", TOTAL),
        ("refunded_amount", REFUND),
        ("tax_id", ""),
        ("hourly_rate", ""),
        ("total_hours", ""),
    ],
)
def test_the_words_of_an_amount_tell_what_it_is(name: str, part: str) -> None:
    assert read_cost(name) == part


def test_a_price_names_its_unit() -> None:
    assert find_rate_unit("hourly_rate") == ("rate", "hour")
    assert find_rate_unit("rent_per_sqm") == ("rent", "sqm")
    assert find_rate_unit("heart_rate") == ("", "")


class Towing(BaseModel):
    hook_up_fee: Decimal
    mileage_charge: Decimal
    storage_cost: Decimal
    vat: Decimal
    grand_total: Decimal
    refunded_amount: Decimal | None


def test_charges_and_a_tax_add_up() -> None:
    for job in draw(Towing):
        net = job.hook_up_fee + job.mileage_charge + job.storage_cost
        assert job.grand_total == net + job.vat
        assert 0 < job.vat < net / 3
        assert (job.refunded_amount or 0) <= job.grand_total


def test_a_fixed_total_is_kept() -> None:
    class Tour(BaseModel):
        guide_fee: Decimal
        boat_fee: Decimal
        total: Decimal

    tour = build_instance(Tour, GenerationConfig(), "key", overrides={"total": Decimal("90.00")})
    assert tour.guide_fee + tour.boat_fee == tour.total == 90


class Part(BaseModel):
    name: str
    quantity: int
    unit_price: Decimal
    line_total: Decimal


class Overhaul(BaseModel):
    parts: list[Part]
    parts_cost: Decimal
    labor_hours: float
    hourly_rate: Decimal
    labor_cost: Decimal
    total: Decimal


def test_lines_and_hours_are_charges_of_a_total() -> None:
    for job in draw(Overhaul):
        assert job.parts_cost == sum(part.line_total for part in job.parts)
        assert abs(job.labor_cost - Decimal(str(job.labor_hours)) * job.hourly_rate) < CENT
        assert job.total == job.parts_cost + job.labor_cost


class Ticket(BaseModel):
    zone: str
    price: Decimal


class Outing(BaseModel):
    tickets: list[Ticket]
    ticket_subtotal: Decimal
    handling_fee: Decimal
    locker_fee: Decimal
    total_paid: Decimal


def test_prices_of_single_things_add_up() -> None:
    for outing in draw(Outing):
        assert outing.ticket_subtotal == sum(ticket.price for ticket in outing.tickets)


class Tenancy(BaseModel):
    floor_area_sqm: float
    monthly_rent: Decimal
    annual_rent: Decimal
    rent_per_sqm: Decimal
    garage_fee: Decimal
    total_monthly: Decimal
    security_deposit: Decimal


def test_a_rent_is_shown_for_a_year_and_for_a_square_metre() -> None:
    for lease in draw(Tenancy):
        assert lease.annual_rent == 12 * lease.monthly_rent
        assert lease.total_monthly == lease.monthly_rent + lease.garage_fee
        assert abs(float(lease.rent_per_sqm) * lease.floor_area_sqm - float(lease.monthly_rent)) < 3
        assert lease.security_deposit % lease.monthly_rent == 0


def test_a_record_with_one_amount_has_no_costs() -> None:
    fields = FieldOutlines((FieldOutline("total", "decimal"), FieldOutline("towing_fee", "int")))
    assert find_costs(RecordOutline("x", "x", fields)) is None


class Consignment(BaseModel):
    units_requested: int
    units_shipped: int
    units_delivered: int
    units_damaged: int


def test_a_chain_of_stages_never_grows() -> None:
    for parcel in draw(Consignment):
        assert parcel.units_requested >= parcel.units_shipped >= parcel.units_delivered
        assert parcel.units_damaged <= parcel.units_shipped


class Relocation(BaseModel):
    from_depot: str
    to_depot: str


def test_two_places_differ() -> None:
    assert all(each.from_depot != each.to_depot for each in draw(Relocation))


class Signup(BaseModel):
    guest_first_name: str
    guest_last_name: str
    email: str


def test_an_address_is_that_of_the_only_person() -> None:
    for signup in draw(Signup):
        mailbox = signup.email.partition("@")[0]
        assert signup.guest_first_name[:3].lower() in mailbox


class Utility(BaseModel):
    period_start: date
    period_end: date
    billing_days: int
    issued_on: date


def test_a_bill_is_for_the_months_before_it() -> None:
    for bill in draw(type("GasBill", (Utility,), {})):
        assert 27 <= (bill.period_end - bill.period_start).days <= 366
        assert bill.billing_days == (bill.period_end - bill.period_start).days
        assert bill.period_end < bill.issued_on


class Batch(BaseModel):
    status: Literal["running", "completed", "failed"]
    started_at: datetime
    exit_code: int


def test_a_run_fails_with_a_code() -> None:
    for run in draw(type("ImportRun", (Batch,), {})):
        assert (run.exit_code != 0) == (run.status == "failed")


def test_the_mean_is_that_of_the_list() -> None:
    class Contest(BaseModel):
        jury_scores: list[float]
        average_score: float

    for contest in draw(Contest):
        mean = sum(contest.jury_scores) / len(contest.jury_scores)
        assert contest.average_score == pytest.approx(mean, abs=0.01)
