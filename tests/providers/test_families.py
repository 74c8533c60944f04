"""Families of numbers: what belongs together agrees, whichever fields the record has."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pytest_fixturegen.api.generate import build_instance, generate_instances
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.providers.families.lookup import list_families
from pytest_fixturegen.providers.families.steps import (
    DRAWING,
    OPERATIONS,
    Evaluation,
    FamilySetting,
)
from pytest_fixturegen.streams import mix_word
from tests.providers.samples import model, records

FAMILIES = {family.name: family for family in list_families()}


@pytest.mark.parametrize("name", FAMILIES)
def test_every_step_can_be_computed(name: str) -> None:
    family = FAMILIES[name]
    setting = FamilySetting(family, 100, frozenset(family.steps))
    for number in range(40):
        values = Evaluation(setting, mix_word(number, 1), ())
        for role, step in family.steps.items():
            assert step.operation in OPERATIONS
            value = values.get(role)
            if step.operation == "part" and values.get(step.arguments[0]) >= 0:
                assert value <= values.get(step.arguments[0]), role
            if step.operation in DRAWING:
                assert step.spec, role


def test_a_funnel_narrows_and_its_rate_is_the_quotient() -> None:
    campaign = model(
        "Campaign", impressions=int, clicks=int, ctr=float, spend=Decimal, cpc=float, reach=int
    )
    for record in records(campaign):
        assert record["clicks"] <= record["impressions"]
        assert record["reach"] <= record["impressions"]
        shown = max(1, record["impressions"])
        assert record["ctr"] == pytest.approx(record["clicks"] / shown, abs=1e-4)
        per_click = float(record["spend"]) / max(1, record["clicks"])
        assert record["cpc"] == pytest.approx(per_click, abs=0.006)


def test_pay_less_deductions_is_what_remains() -> None:
    payslip = model(
        "Payslip",
        **dict.fromkeys(
            "base_salary overtime_pay bonus gross_pay income_tax pension_contribution "
            "total_deductions net_pay ytd_gross".split(),
            Decimal,
        ),
    )
    for record in generate_instances(payslip, 40, seed=1):
        assert record.gross_pay == record.base_salary + record.overtime_pay + record.bonus
        assert record.total_deductions == record.income_tax + record.pension_contribution
        assert record.net_pay == record.gross_pay - record.total_deductions
        assert record.ytd_gross >= record.gross_pay


def test_a_table_of_a_league_adds_up() -> None:
    names = "played won drawn lost points goals_for goals_against goal_difference".split()
    for record in records(model("Standing", **dict.fromkeys(names, int))):
        assert record["played"] == record["won"] + record["drawn"] + record["lost"]
        assert record["points"] == 3 * record["won"] + record["drawn"]
        assert record["goal_difference"] == record["goals_for"] - record["goals_against"]


def test_a_further_field_changes_no_other_number() -> None:
    few: dict[str, Any] = {"impressions": int, "clicks": int}
    more = {**few, "conversions": int, "ctr": float}
    shorter, longer = (records(model("Campaign", **fields)) for fields in (few, more))
    assert shorter == [{name: record[name] for name in few} for record in longer]


FIXED = [
    {"clicks": 500},
    {"impressions": 10_000},
    {"ctr": 0.05, "impressions": 2000},
    {"impressions": 4000, "clicks": 100},
]


@pytest.mark.parametrize("fixed", FIXED, ids=str)
def test_a_fixed_number_gives_the_others(fixed: dict[str, Any]) -> None:
    campaign = model("Campaign", impressions=int, clicks=int, ctr=float)
    record = build_instance(campaign, GenerationConfig(), "key", overrides=fixed)
    assert record.clicks <= record.impressions
    assert record.ctr == pytest.approx(record.clicks / record.impressions, abs=1e-3)


def test_a_fixed_sum_gives_its_parts() -> None:
    names = "base_salary bonus gross_pay income_tax net_pay".split()
    payslip = model("Payslip", **dict.fromkeys(names, Decimal))
    fixed = {"gross_pay": Decimal("5000.00")}
    record = build_instance(payslip, GenerationConfig(), "key", overrides=fixed)
    assert record.base_salary + record.bonus == record.gross_pay
    assert record.net_pay == record.gross_pay - record.income_tax
