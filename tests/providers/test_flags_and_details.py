"""Details that wait for a flag, whatever form of the word it has, and numbers and texts by use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel

from pytest_fixturegen import generate_instances


def draw(kind: Any, n: int = 80) -> list[Any]:
    return list(generate_instances(kind, n, seed=5))


class Call(BaseModel):
    answered: bool
    answer_time: datetime | None
    diverted: bool
    diversion_number: str | None
    flagged: bool
    flag_reason: str | None
    ported_in: bool
    ported_from: str | None
    exchange_requested: bool
    exchange_sku: str | None
    appeal_filed: bool
    appeal_deadline: datetime | None


@pytest.mark.parametrize(
    ("flag", "detail"),
    [
        ("answered", "answer_time"),
        ("diverted", "diversion_number"),
        ("flagged", "flag_reason"),
        ("ported_in", "ported_from"),
        ("exchange_requested", "exchange_sku"),
        ("appeal_filed", "appeal_deadline"),
    ],
)
def test_a_detail_is_there_if_its_flag_is_true(flag: str, detail: str) -> None:
    calls = draw(Call, 200)
    pairs = {(getattr(call, flag), getattr(call, detail) is not None) for call in calls}
    assert pairs == {(True, True), (False, False)}


class Usage(BaseModel):
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int
    peak_usage_kwh: float
    offpeak_usage_kwh: float
    total_usage_kwh: float


def test_two_parts_make_a_total() -> None:
    for usage in draw(Usage):
        assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
        parts = usage.peak_usage_kwh + usage.offpeak_usage_kwh
        assert usage.total_usage_kwh == pytest.approx(parts)


class Split(BaseModel):
    dataset_rows: int
    train_rows: int
    val_rows: int
    test_rows: int


def test_three_parts_make_a_total() -> None:
    for split in draw(Split):
        assert split.dataset_rows == split.train_rows + split.val_rows + split.test_rows


class Home(BaseModel):
    street: str
    house_number: str


class Mailbox(BaseModel):
    street: str
    city: str


def test_a_street_has_no_number_beside_the_number() -> None:
    homes = draw(Home)
    assert not any(character.isdigit() for home in homes for character in home.street)
    assert all(home.house_number.isdigit() for home in homes)
    assert all(any(map(str.isdigit, mailbox.street)) for mailbox in draw(Mailbox))


class Ticket(BaseModel):
    amt_due: str
    balance_due: str
    amt_pd: str
    due_by: str


def test_an_amount_that_is_due_is_a_number_as_text() -> None:
    for ticket in draw(Ticket):
        amounts = (ticket.amt_due, ticket.balance_due, ticket.amt_pd)
        assert all(Decimal(amount) >= 0 for amount in amounts)
        assert datetime.fromisoformat(ticket.due_by[:10])


class Shop(BaseModel):
    city: str
    opens_at: str | None
    closes_at: str | None


class Hearing(BaseModel):
    hearing_time: str
    overtime_rate: Decimal
    blended_rate: Decimal
    tax_year: int
    tax_amount: Decimal
    total_amount: Decimal


def test_a_place_opens_at_a_time_of_day() -> None:
    for shop in draw(Shop):
        times = [text for text in (shop.opens_at, shop.closes_at) if text]
        assert all(len(text) == 5 and text[2] == ":" for text in times)
        assert times == sorted(times)


def test_texts_and_rates_by_their_use() -> None:
    for hearing in draw(Hearing):
        assert "08:00" <= hearing.hearing_time <= "17:00"
        assert hearing.overtime_rate >= 10
        assert hearing.blended_rate >= 10
        assert hearing.tax_year > 1980


class BloodPanel(BaseModel):
    k: float
    na: float
    plt: int
    tp: float
    alb: float


def test_the_letters_of_a_laboratory_have_their_range() -> None:
    ranges = {"k": (3, 6), "na": (130, 150), "plt": (100, 500), "tp": (5, 9), "alb": (3, 6)}
    panels = draw(BloodPanel)
    for name, (low, high) in ranges.items():
        values: Sequence[float] = [getattr(panel, name) for panel in panels]
        assert low < min(values) < max(values) < high


class FlightDuty(BaseModel):
    flightNo: str
    std: datetime
    sta: datetime
    atd: datetime
    ata: datetime
    delayMinutes: int


class Deal(BaseModel):
    contactFirst: str
    contactLast: str
    contactEmail: str
    salutation: str


def test_a_flight_is_timetabled_by_three_letters() -> None:
    for duty in draw(FlightDuty):
        assert duty.std < duty.sta
        assert duty.atd < duty.ata
        assert duty.std <= duty.atd


def test_the_first_of_a_contact_is_a_name() -> None:
    deals = draw(Deal, 200)
    matching = [deal for deal in deals if deal.contactLast.lower() in deal.contactEmail]
    assert len(matching) > 150
    doctors = [deal for deal in deals if deal.salutation == "Dr."]
    assert 1 <= len(doctors) < 30


class Complaint(BaseModel):
    customer_issue: str
    user_intent: str
    voice_command: str
    router_model: str
    taxpayer: str


def test_issues_intents_and_commands_are_read_by_their_last_word() -> None:
    complaints = draw(Complaint)
    texts = {complaint.customer_issue for complaint in complaints}
    assert "Connection drops" in texts
    assert len(texts) < 12
    assert all(" " in complaint.taxpayer for complaint in complaints)
    assert {complaint.voice_command for complaint in complaints} >= {"turn on the lights"}
    assert any(complaint.router_model.startswith("AX") for complaint in complaints)
    assert any("order" in complaint.user_intent for complaint in complaints)
