"""The schedule as a whole."""

from __future__ import annotations

import re
from importlib.util import find_spec

import pytest

from pytest_fixturegen.generator.repair.schedule import SCHEDULE, order_names
from pytest_fixturegen.generator.repair.strategy import RepairStrategy


@pytest.mark.parametrize("strategy", SCHEDULE, ids=lambda strategy: strategy.name)
def test_a_strategy_has_a_module_of_its_own_and_one_of_tests(strategy: RepairStrategy) -> None:
    module = strategy.propose.__module__
    assert find_spec(f"{__package__}.test_{module.rpartition('.')[2]}") is not None
    assert [one for one in SCHEDULE if one.propose.__module__ == module] == [strategy]


@pytest.mark.parametrize("strategy", SCHEDULE, ids=lambda strategy: strategy.name)
def test_a_strategy_is_described_in_one_sentence(strategy: RepairStrategy) -> None:
    assert re.fullmatch(r"[A-Z][^.]+\.", strategy.description)


def test_names_are_unique_and_in_the_order_of_the_schedule() -> None:
    names = [strategy.name for strategy in SCHEDULE]
    assert len(set(names)) == len(names)
    assert order_names(set(names)) == names
    assert order_names({"redraw", "equal fields"}) == ["equal fields", "redraw"]


def test_what_needs_patience_comes_in_a_later_lap() -> None:
    late = {strategy.name: strategy.first_lap for strategy in SCHEDULE if strategy.first_lap > 1}
    assert late == {"surroundings": 4, "empty values": 2}
