"""Balances outside of bills: opening and closing, meters, what is left, loans and their terms."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from operator import mul
from typing import Any, Literal

import pytest
from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.providers.families.steps import compute_annuity
from tests.providers.samples import model, records


def draw(kind: Any, n: int = 200, **options: Any) -> list[Any]:
    return list(generate_instances(kind, n, seed=3, config=GenerationConfig(**options)))


class Statement(BaseModel):
    opening_balance: Decimal
    interest_charged: Decimal
    fees_charged: Decimal
    payments_received: Decimal
    closing_balance: Decimal
    credit_limit: Decimal
    credit_used: Decimal
    available_credit: Decimal


def test_a_debt_rises_with_charges_and_falls_with_payments() -> None:
    for row in draw(Statement):
        charged = row.interest_charged + row.fees_charged
        assert row.closing_balance == row.opening_balance + charged - row.payments_received
        assert row.available_credit == row.credit_limit - row.credit_used
    assert any(row.payments_received for row in draw(Statement))


def test_a_stock_rises_with_what_comes_and_falls_with_what_goes() -> None:
    stock = model("Depot", opening_stock=int, received=int, issued=int, closing_stock=int)
    for row in records(stock):
        assert row["closing_stock"] == row["opening_stock"] + row["received"] - row["issued"]


@pytest.mark.parametrize(
    ("whole", "used", "left"),
    [
        ("headcount", "positions_filled", "positions_open"),
        ("max_tickets", "open_tickets", "remaining_capacity"),
        ("on_hand_qty", "reserved_qty", "available_qty"),
        ("goal_amount", "amount_raised", "amount_remaining"),
    ],
)
def test_what_is_used_leaves_the_rest(
    whole: str,
    used: str,
    left: str,
) -> None:
    kind = model("Depot", **dict.fromkeys((whole, used, left), int))
    drawn = records(kind)
    for row in drawn:
        assert row[whole] == row[used] + row[left]
    assert len({row[left] for row in drawn}) > 3


def test_a_meter_shows_what_was_used() -> None:
    kinds = {
        "en": model("Meter", prev_reading=int, curr_reading=int, usage_kwh=int),
        "de": model("Zähler", stand_alt=int, stand_neu=int, verbrauch_kwh=int),
        "fr": model("Compteur", ancien_index=int, nouvel_index=int, consommation=int),
    }
    for language, kind in kinds.items():
        start, end, used = kind.model_fields
        for row in records(
            kind, locale=f"{language}_{'US' if language == 'en' else language.upper()}"
        ):
            assert row[end] - row[start] == row[used]


class Loan(BaseModel):
    principal: Decimal
    annual_interest_rate: float
    term_months: int
    monthly_payment: Decimal
    origination_date: date
    first_payment_date: date
    maturity_date: date
    payments_made: int
    payments_remaining: int
    principal_paid: Decimal
    outstanding_balance: Decimal
    status: Literal["current", "late", "paid_off"]


def test_a_loan_is_repaid_over_the_term_of_its_dates() -> None:
    for loan in draw(Loan, 300):
        days = (loan.maturity_date - loan.origination_date).days
        assert abs(days / 30.44 - loan.term_months) < 2
        assert loan.origination_date < loan.first_payment_date <= loan.maturity_date
        assert loan.payments_made + loan.payments_remaining == loan.term_months
        assert loan.outstanding_balance == loan.principal - loan.principal_paid
        payment = compute_annuity(
            float(loan.principal), loan.annual_interest_rate, loan.term_months
        )
        assert float(loan.monthly_payment) == pytest.approx(payment, abs=0.02)
        assert loan.status != "paid_off" or loan.outstanding_balance == 0


def test_an_annuity_pays_the_principal_and_the_interest() -> None:
    assert compute_annuity(12_000, 0, 12) == 1_000
    assert compute_annuity(10_000, 12, 12) == pytest.approx(888.49, abs=0.005)


def test_a_fixed_balance_decides_the_others() -> None:
    overrides = {"credit_limit": Decimal(5000)}
    row = build_instance(Statement, GenerationConfig(), "key", overrides=overrides)
    assert row.available_credit == 5000 - row.credit_used


def test_a_test_report_adds_up() -> None:
    report = model(
        "TestReport", total=int, passed=int, failed=int, skipped=int, errors=int, has_failures=bool
    )
    for row in records(report):
        assert row["total"] == row["passed"] + row["failed"] + row["skipped"] + row["errors"]
        assert row["has_failures"] == (row["failed"] + row["errors"] > 0)


def test_rates_of_an_hour_a_day_and_a_week_agree() -> None:
    sheet = model("Timesheet", hours_worked=float, hourly_rate=Decimal, day_rate=Decimal)
    for row in records(sheet):
        assert Decimal(row["day_rate"]) == 8 * Decimal(row["hourly_rate"])


def test_debt_to_income_is_a_quotient() -> None:
    applicant = model("Applicant", annual_income=Decimal, monthly_debt=Decimal, dti_ratio=float)
    for row in records(applicant):
        share = 12 * float(row["monthly_debt"]) / float(row["annual_income"])
        assert row["dti_ratio"] == pytest.approx(share, abs=0.001)


class Trip(BaseModel):
    departure_ts: datetime
    arrival_ts: datetime
    scheduled_arrival_ts: datetime
    delay_min: int
    is_delayed: bool
    delay_reason: str | None = None


def test_a_journey_is_as_late_as_its_moments_say() -> None:
    trips = draw(Trip)
    for trip in trips:
        late = (trip.arrival_ts - trip.scheduled_arrival_ts).total_seconds() / 60
        assert (trip.delay_min, trip.is_delayed) == (late, late > 0)
        assert (trip.delay_reason is not None) == trip.is_delayed
        assert trip.departure_ts <= trip.arrival_ts
    assert {trip.is_delayed for trip in trips} == {True, False}


def test_a_week_is_the_one_before_the_record() -> None:
    sheet = model("Timesheet", week_start=date, week_end=date, submitted_at=datetime)
    for row in records(sheet):
        start, end = date.fromisoformat(row["week_start"]), date.fromisoformat(row["week_end"])
        assert ((end - start).days, start.weekday()) == (6, 0)
        assert end <= datetime.fromisoformat(row["submitted_at"].replace("Z", "+00:00")).date()


def test_numbers_with_a_unit_stay_numbers_in_a_text() -> None:
    asset = model("Asset", current_value=str, usage_kwh=str, percent_of_budget=str, unit=str)
    for row in records(asset):
        numbers = [float(row[name]) for name in ("current_value", "usage_kwh", "percent_of_budget")]
        assert min(numbers) >= 0
        assert not row["unit"].replace(".", "").isdigit()


def test_a_meter_of_any_noun_counts_what_was_used() -> None:
    meter = model("Machine", previous_counter=int, current_counter=int, difference=int)
    for row in records(meter):
        assert row["current_counter"] - row["previous_counter"] == row["difference"] > 0


def test_a_text_that_ends_with_a_unit_is_a_number() -> None:
    bench = model("Bench", pressure_psi=str, flow_lpm=str, shape=str)
    for row in records(bench):
        assert float(row["pressure_psi"]) >= 0
        assert not row["shape"].isdigit()


def test_two_times_of_day_are_as_far_apart_as_the_minutes_say() -> None:
    slot = model("Tutoria", hora_inicio=time, hora_fin=time, duracion_minutos=int)
    for row in records(slot, locale="es_ES"):
        start, end = (
            time.fromisoformat(row[name].rstrip("Z")) for name in ("hora_inicio", "hora_fin")
        )
        minutes = 60 * (end.hour - start.hour) + end.minute - start.minute
        assert minutes == row["duracion_minutos"] > 0


class Factura(BaseModel):
    importe_total: Decimal
    pagado: Decimal
    pendiente: Decimal
    estado: Literal["borrador", "enviado", "pagado"]


def test_a_bill_is_paid_as_its_status_says_in_any_language() -> None:
    for bill in draw(Factura, locale="es_ES"):
        assert bill.pendiente == bill.importe_total - bill.pagado
        assert (bill.pendiente == 0) == (bill.estado == "pagado")


class PackLine(BaseModel):
    sku: str
    packed_qty: int


class Pack(BaseModel):
    lines: list[PackLine]
    total_units: int


def test_units_are_the_sum_of_the_quantities() -> None:
    for pack in draw(Pack, 50):
        assert pack.total_units == sum(line.packed_qty for line in pack.lines)


def test_routing_numbers_have_their_check_digit() -> None:
    transfer = model("Transfer", routing_number=str, bank_routing_number=str)
    for row in records(transfer):
        for number in row.values():
            assert sum(map(mul, (3, 7, 1) * 3, map(int, number))) % 10 == 0
