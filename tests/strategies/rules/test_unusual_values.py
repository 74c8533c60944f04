"""Optional fields that stay empty as in most records, and the option ``fill``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances, policies_of
from tests.strategies.rules.planning import find_rule

EXCEPTIONAL = (
    "deleted_at canceled_at cancelled_on archived_date banned_at email_revoked_at refund_failed_at "
    "last_rejected_time deletedAt".split()
)
USUAL = "created_at updated_at paid_at delivered_on birth_date started_at deleted_by".split()


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


@pytest.mark.parametrize("name", [*EXCEPTIONAL, *USUAL])
def test_the_moment_of_an_exception_is_empty(name: str) -> None:
    model = type("M", (BaseModel,), {"__annotations__": {name: datetime | None}, name: None})
    config = GenerationConfig()
    records = list(generate_instances(model, 20, config=config))
    is_empty = {getattr(record, name) is None for record in records}
    assert is_empty == {name in EXCEPTIONAL}
    filled = next(generate_instances(model, config=replace(config, fill="all")))
    assert getattr(filled, name) is not None


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
    assert (usual.deleted_at, usual.archived_on) == (None, None)
    assert None not in (usual.paid_at, usual.nickname, usual.score, usual.inner.number)
    assert None not in most.model_dump().values()
    kept = usual.model_dump(exclude={"deleted_at", "archived_on"})
    assert kept == most.model_dump(exclude={"deleted_at", "archived_on"})


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


def test_the_decision_names_its_rule() -> None:
    assert find_rule(Record, "archived_on", GenerationConfig()) == "left_out"
    assert find_rule(Record, "deleted_at", GenerationConfig()) == "no_value"
