"""The rule record_stage, and the presence of optional fields."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Literal

import pytest
from pydantic import BaseModel, Field, create_model

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines, policies_of
from tests.strategies.rules.planning import find_rule

COUNT = 300


class ParcelStatus(Enum):
    created = "created"
    picked_up = "picked_up"
    in_transit = "in_transit"
    delivered = "delivered"
    returned = "returned"


class Shipment(BaseModel):
    status: ParcelStatus
    shipped_at: datetime | None = None
    delivered_at: datetime | None = None
    signed_by: str | None = None
    is_delivered: bool
    tracking_number: str | None
    estimated_delivery: date | None


class Employee(BaseModel):
    name: str
    is_active: bool
    termination_date: date | None = None
    termination_reason: str | None = None
    is_deleted: int = Field(ge=0, le=1)
    deleted_at: datetime | None


class Task(BaseModel):
    title: str
    status: str = "todo"
    is_archived: bool = False
    started_at: datetime | None = None
    completed_at: datetime | None = None
    archived_at: datetime | None = None


class Claim(BaseModel):
    clm_stat: Literal["received", "pended", "paid", "denied"]
    paid_dt: date | None
    approved_amount: Decimal | None
    denial_reason: str | None


def draw(model: Any, **settings: Any) -> list[Any]:
    """Return many records of *model*."""
    return list(generate_instances(model, COUNT, seed=5, config=GenerationConfig(**settings)))


def test_the_rule_serves_statuses_and_flags() -> None:
    assert find_rule(Shipment, "status") == "record_stage"
    assert find_rule(Shipment, "status", without="record_stage") == "provider_by_type"
    assert find_rule(Employee, "is_active") == "record_stage"


def test_a_status_a_flag_and_moments_agree() -> None:
    for shipment in draw(Shipment):
        is_delivered = shipment.status is ParcelStatus.delivered
        assert (shipment.delivered_at is not None) == is_delivered
        assert (shipment.signed_by is not None) == is_delivered
        assert shipment.is_delivered == is_delivered
        assert shipment.estimated_delivery is not None
        if shipment.status is ParcelStatus.created:
            assert shipment.shipped_at is None
            assert shipment.tracking_number is None


def test_json_shows_the_same_stages() -> None:
    lines = generate_lines(Shipment, COUNT, config=GenerationConfig(seed=5))
    read = [Shipment.model_validate_json(line) for line in lines]
    assert read == list(generate_instances(Shipment, COUNT, config=GenerationConfig(seed=5)))


def test_most_records_are_usual() -> None:
    statuses = Counter(shipment.status.value for shipment in draw(Shipment))
    assert statuses["delivered"] > COUNT * 0.4
    assert 0 < statuses["returned"] < COUNT * 0.12
    employees = draw(Employee)
    assert sum(employee.is_active for employee in employees) > COUNT * 0.75
    assert 0 < sum(employee.is_deleted for employee in employees) < COUNT * 0.15


def test_flags_agree_with_their_moments() -> None:
    for employee in draw(Employee):
        assert (employee.termination_date is None) == (employee.termination_reason is None)
        assert employee.is_active or employee.termination_date or employee.deleted_at
        assert (employee.deleted_at is not None) == (employee.is_deleted == 1)


def test_abbreviated_statuses_agree_with_their_details() -> None:
    for claim in draw(Claim):
        assert (claim.paid_dt is not None) == (claim.clm_stat == "paid")
        assert (claim.denial_reason is not None) == (claim.clm_stat == "denied")
        assert claim.clm_stat != "paid" or claim.approved_amount is not None


def test_kept_defaults_pin_the_stage() -> None:
    for task in draw(Task):
        assert (task.status, task.is_archived) == ("todo", False)
        assert (task.started_at, task.completed_at, task.archived_at) == (None, None, None)


@pytest.mark.parametrize(("status", "is_there"), [("created", False), ("delivered", True)])
def test_a_fixed_status_pins_the_stage(status: str, is_there: bool) -> None:
    policies = policies_of({"Shipment.status": {"value": ParcelStatus(status)}})
    for shipment in draw(Shipment, overrides=policies):
        assert (shipment.delivered_at is not None) == is_there
        assert shipment.is_delivered == is_there


def test_a_fixed_moment_pins_the_status() -> None:
    policies = policies_of({"Shipment.delivered_at": {"value": datetime(2025, 1, 1)}})
    shown = {shipment.status for shipment in draw(Shipment, overrides=policies)}
    assert shown == {ParcelStatus.delivered}


def test_adding_a_field_changes_no_stage() -> None:
    moment: Any = (datetime | None, ...)
    small = create_model("Parcel", delivered_at=moment)
    large = create_model("Parcel", status=(ParcelStatus, ...), delivered_at=moment, lost_at=moment)
    first, second = ([record.delivered_at for record in draw(each)] for each in (small, large))
    assert first == second


def test_the_setting_of_a_field_wins_over_its_stage() -> None:
    policies = policies_of({"Shipment.delivered_at": {"p_none": 0.0}})
    assert all(shipment.delivered_at for shipment in draw(Shipment, overrides=policies))


class LogRecord(BaseModel):
    level: Literal["DEBUG", "INFO", "ERROR"]
    stack_trace: str | None
    is_vaccinated: bool
    last_vaccination: date | None
    utm_source: str | None
    utm_medium: str | None


def test_details_wait_for_a_choice_a_mark_or_each_other() -> None:
    records = draw(LogRecord)
    assert all((one.stack_trace is not None) == (one.level == "ERROR") for one in records)
    assert all((one.last_vaccination is not None) == one.is_vaccinated for one in records)
    assert all((one.utm_source is None) == (one.utm_medium is None) for one in records)
    assert 0 < sum(one.utm_source is None for one in records) < COUNT


def test_usual_members_are_frequent() -> None:
    levels = Counter(record.level for record in draw(LogRecord))
    assert levels["INFO"] > levels["DEBUG"] > levels["ERROR"] > 0


def test_items_and_fixed_policies_keep_their_own_rules() -> None:
    class Box(BaseModel):
        statuses: list[ParcelStatus]
        status: ParcelStatus

    config = GenerationConfig(enum_policy="first")
    assert find_rule(Box, "status", config) == "provider_by_type"
    assert find_rule(Box, "statuses.*") == "provider_by_type"
