"""Kinds of fields whose meaning depends on what stands beside them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Optional

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances


def draw(model: type[BaseModel], n: int = 100) -> list[Any]:
    """Return *n* records of *model*."""
    return list(generate_instances(model, n, config=GenerationConfig(seed=5)))


class FlightLeg(BaseModel):
    flight_number: str
    scheduled_departure: datetime
    actual_departure: datetime
    delay_minutes: int
    is_delayed: bool
    on_time: bool


def test_a_flight_is_delayed_if_it_left_late() -> None:
    legs = draw(FlightLeg)
    assert all(leg.is_delayed == (leg.delay_minutes > 0) != leg.on_time for leg in legs)
    assert {leg.is_delayed for leg in legs} == {True, False}


class Sprint(BaseModel):
    name: str
    state: str
    started_at: Optional[datetime]
    ended_at: Optional[datetime]


class Office(BaseModel):
    city: str
    state: str
    closed_at: Optional[datetime]


def test_a_state_beside_moments_of_steps_is_a_status() -> None:
    for sprint in draw(Sprint):
        assert (sprint.state == "planned") <= (sprint.started_at is None)
        assert (sprint.state == "completed") <= (sprint.ended_at is not None)
    assert {"planned", "completed"} <= {sprint.state for sprint in draw(Sprint)}


def test_a_state_beside_a_city_is_a_place() -> None:
    assert not {office.state for office in draw(Office)} & {"planned", "active", "completed"}


class OldCustomer(BaseModel):
    cust_id: int
    num_ords: str


def test_a_count_as_text_has_digits() -> None:
    assert all(customer.num_ords.isdigit() for customer in draw(OldCustomer))


class Contractor(BaseModel):
    full_name: str
    title: str
    hourly_rate: Decimal
    day_rate: Decimal
    bank_routing_number: str
    bonus_pct: float


def test_the_rates_of_a_contractor_agree() -> None:
    for contractor in draw(Contractor):
        assert abs(contractor.day_rate - 8 * contractor.hourly_rate) < Decimal("0.1")
        assert len(contractor.bank_routing_number) == 9
        assert 0 <= contractor.bonus_pct <= 100
    assert not any("Tower" in contractor.title for contractor in draw(Contractor))


class Reading(BaseModel):
    consumption_kwh: float
    tariff_per_kwh: Decimal


def test_a_price_per_unit_is_not_an_amount_of_the_unit() -> None:
    assert all(reading.tariff_per_kwh < 1 for reading in draw(Reading))


class Ticket(BaseModel):
    status: Literal["open", "pending", "solved"]
    reopened_count: int
    resolution_minutes: Optional[int]


def test_a_ticket_is_resolved_before_its_resolution_has_a_length() -> None:
    tickets = draw(Ticket)
    assert all(t.resolution_minutes is None for t in tickets if t.status != "solved")
    assert any(t.resolution_minutes for t in tickets)
    assert max(t.reopened_count for t in tickets) <= 4
