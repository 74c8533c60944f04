"""Optional fields that stay empty as in most records, and the option ``fill``."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances, policies_of

EXCEPTIONAL = (
    "deleted_at canceled_at cancelled_on archived_date banned_at email_revoked_at refund_failed_at "
    "last_rejected_time deletedAt deleted_by failure_reason died_on".split()
)
REACHED = "paid_at delivered_on started_at approved_by completion_date dateShipped".split()
USUAL = "created_at updated_at birth_date score expires_at planned_delivery_date".split()


class Inner(BaseModel):
    number: int | None = None


class Record(BaseModel):
    id: int
    deleted_at: datetime | None
    archived_on: date | None = None
    paid_at: datetime | None = None
    nickname: str | None = None
    score: float | None
    tags: list[str] = Field(default_factory=list)
    size: int = 3
    inner: Inner


def build(fill: str = "usual", **options: Any) -> Record:
    """Return a record with these options."""
    return next(generate_instances(Record, config=GenerationConfig(fill=fill, **options)))


def count_empty(name: str, fill: str) -> int:
    """Return how many of a hundred records lack the optional moment *name*."""
    model = type("M", (BaseModel,), {"__annotations__": {name: datetime | None}, name: None})
    records = generate_instances(model, 100, seed=3, config=GenerationConfig(fill=fill))
    return sum(getattr(record, name) is None for record in records)


@pytest.mark.parametrize("name", EXCEPTIONAL)
def test_the_moment_of_an_exception_is_mostly_empty(name: str) -> None:
    assert 80 <= count_empty(name, "usual") < 100
    assert count_empty(name, "all") == 0


@pytest.mark.parametrize("name", REACHED)
def test_a_moment_on_the_way_is_empty_before_it(name: str) -> None:
    assert 10 <= count_empty(name, "usual") <= 65
    assert count_empty(name, "all") == 0


@pytest.mark.parametrize("name", USUAL)
def test_another_optional_moment_is_filled(name: str) -> None:
    assert count_empty(name, "usual") == 0


def test_a_required_moment_is_filled() -> None:
    model = type("M", (BaseModel,), {"__annotations__": {"deleted_at": datetime}})
    assert next(generate_instances(model)).deleted_at.year


def test_fill_chooses_how_many_fields_have_a_value() -> None:
    least, usual, most = build("required"), build(), build("all")
    assert least.model_dump(exclude={"id"}) == {
        "deleted_at": None,
        "archived_on": None,
        "paid_at": None,
        "nickname": None,
        "score": None,
        "tags": [],
        "size": 3,
        "inner": {"number": None},
    }
    assert None not in (usual.score, usual.inner.number)
    assert None not in most.model_dump().values()
    filled = usual.model_dump(exclude_none=True)
    assert filled == {name: most.model_dump()[name] for name in filled}


def test_settings_of_a_field_and_calls_win_over_fill() -> None:
    policies = policies_of(
        {"Record.deleted_at": {"p_none": 0.0}, "Record.nickname": {"value": "x"}}
    )
    least = build("required", overrides=policies)
    assert least.deleted_at is not None
    assert least.nickname == "x"
    when = datetime(2020, 1, 1)
    record = next(
        generate_instances(
            Record,
            config=GenerationConfig(overrides=policies_of({"Record.deleted_at": {"value": when}})),
        )
    )
    assert record.deleted_at == when
