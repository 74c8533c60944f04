"""The tuple of planning rules."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from pydantic import BaseModel

from pytest_fixturegen.doctor.report import FILL_KINDS
from pytest_fixturegen.introspection.type_reader import read_type
from pytest_fixturegen.nodes import Constant, Record
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.planner import plan_type
from pytest_fixturegen.strategies.rule import Rule, rule
from pytest_fixturegen.strategies.rules import RULES, get_fill_kind
from tests.strategies.rules.planning import DEFAULTS, plan_model

TESTS = Path(__file__).parent


class User(BaseModel):
    name: str
    tags: list[str]


@rule(reason="a test", fills="override")
def always_seven(context: PlanContext) -> Planned | None:
    """The number seven, for everything but records."""
    if context.request is None:
        return None
    return Planned(Constant(7, 7), (always_seven.decide(context, "seven"),))


def test_the_first_rule_that_returns_a_plan_wins() -> None:
    plan = plan_type(read_type(User), DEFAULTS, rules=(always_seven, *RULES))
    assert isinstance(plan.node, Record)
    assert [slot.node for slot in plan.node.slots] == [Constant(7, 7)] * 2
    assert [(decision.path, decision.rule) for decision in plan.strategies] == [
        ("name", "always_seven"),
        ("tags", "always_seven"),
    ]


def test_every_name_is_used_once() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("planning_rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_module_a_sentence_and_a_test_module(planning_rule: Rule) -> None:
    module = import_module(f"pytest_fixturegen.strategies.rules.{planning_rule.name}")
    assert getattr(module, planning_rule.name) is planning_rule
    assert planning_rule.description.endswith(".")
    assert planning_rule.reason
    assert planning_rule.fills in FILL_KINDS
    assert (TESTS / f"test_{planning_rule.name}.py").is_file()


def test_every_decision_names_its_rule_and_has_a_kind() -> None:
    names = {rule.name for rule in RULES}
    for decision in plan_model(User).strategies:
        assert decision.rule in names
        assert get_fill_kind(decision) in FILL_KINDS
