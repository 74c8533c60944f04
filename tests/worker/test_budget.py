"""The time of a child: what spends it, and what adds to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pytest_fixturegen.worker.budget import TimeBudget


def test_time_passes_only_while_the_parent_waits() -> None:
    budget = TimeBudget(4)
    budget.stop_waiting()
    assert not budget.spend(100)
    budget.start_waiting()
    assert not budget.spend(3)
    assert budget.spend(1)


def test_a_short_wait_after_a_long_one_does_not_start_anew() -> None:
    budget = TimeBudget(4)
    for _ in range(3):
        budget.start_waiting()
        assert not budget.spend(1)
        budget.stop_waiting()
    budget.start_waiting()
    assert budget.spend(1)


@given(st.lists(st.floats(0, 3)))
def test_there_is_never_more_than_the_limit(shares: list[float]) -> None:
    budget = TimeBudget(4)
    for share in shares:
        budget.extend(share)
    assert budget.spend(4)


def test_progress_adds_its_share_of_the_limit() -> None:
    budget = TimeBudget(4)
    assert not budget.spend(3)
    budget.extend(0.25)
    assert not budget.spend(1.5)
    assert budget.spend(0.5)


def test_the_time_can_be_shortened_but_not_by_that_prolonged() -> None:
    budget = TimeBudget(4)
    budget.shorten(9)
    assert not budget.spend(3.5)
    budget.shorten(1.5)
    assert budget.spend(0.5)


def test_no_progress_extends_the_sleep() -> None:
    budget = TimeBudget(4, sleep=5)
    for _ in range(4):
        assert not budget.spend_sleep(1)
        budget.extend(1)
    budget.stop_waiting()
    assert not budget.spend_sleep(9)
    budget.start_waiting()
    assert budget.spend_sleep(1)


def test_all_waits_together_have_a_total() -> None:
    budget = TimeBudget(4, total=10)
    for _ in range(3):
        assert not budget.spend(3)
        budget.extend(1)
    assert not budget.is_total_spent
    assert budget.spend(1)
    assert budget.is_total_spent
