"""Numbers that are zero before their record starts."""

from __future__ import annotations

from datetime import date
from typing import Literal, Optional

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances


class Campaign(BaseModel):
    status: Literal["draft", "active", "completed"]
    impressions: int
    clicks: int
    budget: int


class Page(BaseModel):
    clicks: int


def test_a_draft_has_no_results() -> None:
    drafts, others = [], []
    for campaign in generate_instances(Campaign, 200, config=GenerationConfig(seed=5)):
        (drafts if campaign.status == "draft" else others).append(campaign)
    assert {(draft.impressions, draft.clicks) for draft in drafts} == {(0, 0)}
    assert all(campaign.impressions for campaign in others)
    assert all(campaign.budget for campaign in drafts)


def test_results_of_other_records_are_never_resting() -> None:
    pages = list(generate_instances(Page, 200, config=GenerationConfig(seed=5)))
    assert sum(page.clicks == 0 for page in pages) < 20


class Enrollment(BaseModel):
    status: Literal["not_started", "in_progress", "completed"]
    progress_percent: float
    completed_lessons: list[str]


def test_progress_follows_the_status_if_nothing_else_counts_it() -> None:
    shown: dict[str, set[float]] = {}
    for enrollment in generate_instances(Enrollment, 200, config=GenerationConfig(seed=5)):
        shown.setdefault(enrollment.status, set()).add(enrollment.progress_percent)
    assert shown["not_started"] == {0}
    assert shown["completed"] == {100}
    assert all(0 < progress < 100 for progress in shown["in_progress"])


class Loan(BaseModel):
    status: Literal["applied", "active", "paid_off", "denied"]
    principal: float
    outstanding_balance: float
    next_due_date: Optional[date]


def test_nothing_is_owed_or_due_of_a_loan_that_is_settled() -> None:
    seen = set()
    for loan in generate_instances(Loan, 200, config=GenerationConfig(seed=5)):
        is_settled = loan.status in ("paid_off", "denied")
        assert (loan.outstanding_balance == 0) == is_settled
        assert not (is_settled and loan.next_due_date)
        seen.add((loan.status, loan.next_due_date is None))
    assert {("active", False), ("paid_off", True), ("denied", True)} <= seen


class Repayment(Loan):
    amount_paid: float


def test_the_rest_of_a_sum_stays_its_rest() -> None:
    loans = generate_instances(Repayment, 100, config=GenerationConfig(seed=5))
    assert all(loan.outstanding_balance for loan in loans if loan.status == "denied")
