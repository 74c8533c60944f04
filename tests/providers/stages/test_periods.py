"""Periods that go with the stage of their record."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.providers.lives.staged_terms import StagedTerm
from pytest_fixturegen.providers.stages.stage import Stage

DAY = 86_400
TODAY = 20_000


class Contract(BaseModel):
    status: Literal["draft", "active", "expired", "terminated"]
    effective_date: date
    expiration_date: date


def test_an_active_contract_is_in_force_and_an_expired_one_is_over() -> None:
    config = GenerationConfig(seed=5)
    today, met = config.now.date(), set()
    for contract in generate_instances(Contract, 200, config=config):
        met.add(contract.status)
        assert contract.effective_date < contract.expiration_date
        if contract.status == "active":
            assert contract.effective_date <= today <= contract.expiration_date
        if contract.status == "expired":
            assert contract.expiration_date < today
    assert met >= {"active", "expired"}


@pytest.mark.parametrize("age", [1, 30, 400, 3000])
@pytest.mark.parametrize("lead", [1, 89])
@pytest.mark.parametrize("days", [1, 14, 365, 1095])
def test_terms_are_current_over_or_ahead(age: int, lead: int, days: int) -> None:
    term = (lead, 0, days * DAY, days * DAY, days * DAY)
    move = StagedTerm(lambda term: term[2], TODAY, is_standing=False, may_expire=True)
    began = (TODAY - age) * DAY

    def find_period(stage: Stage) -> tuple[int, int]:
        moved = move(0, began, term, stage)
        start = began // DAY + moved[0]
        return start, start + moved[2] // DAY

    start, end = find_period(Stage(60))
    assert start <= TODAY <= end
    assert find_period(Stage(100))[1] <= TODAY
    assert find_period(Stage(60, "expired"))[1] <= TODAY
    assert find_period(Stage(4))[0] > TODAY
