"""Plans of whole types."""

from __future__ import annotations

from typing import Annotated, Optional, Union

import pytest
from pydantic import AfterValidator, BaseModel, create_model

from pytest_fixturegen import GenerationConfig, explain, generate_instances
from pytest_fixturegen.api.generate import make_plan
from pytest_fixturegen.introspection.type_reader import read_type
from pytest_fixturegen.nodes import Array, Constant, FactView, Node, Nullable, Record
from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.strategies.fallback_plans import FallbackPlan
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.strategies.planned import Planned, combine
from pytest_fixturegen.strategies.planner import plan_type
from tests.strategies.models import Person


def keep(value: str) -> str:
    return value


class Address(BaseModel):
    city: str


class Checked(BaseModel):
    word: Annotated[str, AfterValidator(keep)]


class User(BaseModel):
    id: int
    home: Address
    work: Address


class Order(BaseModel):
    id: int


class Family(BaseModel):
    name: str = "unknown"
    parent: Optional[Family] = None


class Letter(BaseModel):
    sender: Union[Address, Checked]
    content: list[Checked]


def find_node(node: Node, name: str) -> Node:
    """Return the node of the field *name* of a record."""
    assert isinstance(node, Record)
    found = next(slot.node for slot in node.slots if slot.name == name)
    return found.inner if isinstance(found, Nullable) else found


def find_record(node: Node, name: str) -> Record:
    """Return the record in the field *name* of a record."""
    record = find_node(node, name)
    assert isinstance(record, Record)
    return record


def measure_nesting(node: Node) -> int:
    """Return the number of records that nest in *node* through the field ``parent``."""
    if not isinstance(node, Record):
        return 0
    return 1 + measure_nesting(find_node(node, "parent"))


@pytest.mark.parametrize(
    ("parts", "needs_validation", "is_exact"),
    [
        ([], False, True),
        ([Planned(Constant(1, 1)), Planned(Constant(2, 2))], False, True),
        ([Planned(Constant(1, 1), needs_validation=True), Planned(Constant(2, 2))], True, True),
        ([Planned(Constant(1, 1)), Planned(Constant(2, 2), is_exact=False)], False, False),
    ],
)
def test_a_container_needs_validation_if_any_part_does_and_is_exact_if_all_are(
    parts: list[Planned], needs_validation: bool, is_exact: bool
) -> None:
    planned = combine(Constant(None, None), parts)
    assert (planned.needs_validation, planned.is_exact) == (needs_validation, is_exact)


def test_the_decisions_of_parts_are_kept_in_their_order() -> None:
    decisions = [Strategy(name, "provider", "reason") for name in ("first", "second")]
    parts = [Planned(Constant(1, 1), (decision,)) for decision in decisions]
    assert combine(Constant(None, None), parts).decisions == tuple(decisions)


def test_a_validator_anywhere_makes_the_plan_need_validation() -> None:
    config = GenerationConfig()
    assert not plan_type(read_type(User), config).needs_validation
    assert plan_type(read_type(Letter), config).needs_validation


def test_a_model_in_two_fields_is_explained_once_for_each_name() -> None:
    decisions = [(decision.model, decision.field) for decision in explain(User)]
    assert decisions == [("User", "id"), ("Address", "city"), ("User", "id")]


def test_a_list_gets_the_number_of_items_that_a_call_asks_for() -> None:
    node = plan_type(read_type(list[Order]), GenerationConfig(), item_count=7).node
    assert isinstance(node, Array)
    assert (node.low, node.high) == (7, 7)


def test_a_fallback_is_planned_once_and_only_if_it_is_needed() -> None:
    plans = []

    def make_plan() -> Plan:
        plans.append(plan_type(read_type(Checked), GenerationConfig()))
        return plans[-1]

    fallback = FallbackPlan(make_plan)
    assert plans == []
    assert fallback() is fallback()
    assert [plan.node for plan in plans] == [fallback()]


def test_fallbacks_are_deeper_without_defaults_and_with_instances() -> None:
    plan = plan_type(read_type(Family), GenerationConfig())
    deeper, drawn, built, unnamed = (fallback() for fallback in plan.fallbacks)
    assert measure_nesting(deeper) == measure_nesting(plan.node) + 1
    assert [find_node(node, "name").__class__ for node in (plan.node, drawn)] == [
        Constant,
        FactView,
    ]
    assert find_record(plan.node, "parent").build is None
    assert find_record(built, "parent").build is not None
    assert find_node(unnamed, "name").__class__ is not FactView


def test_a_plan_is_kept_while_the_options_stay_the_same() -> None:
    config = GenerationConfig()
    assert make_plan(User, config) is make_plan(User, config)
    assert make_plan(User, config) is not make_plan(User, GenerationConfig(p_none=0.5))


def test_entropy_gives_other_data_each_time() -> None:
    config = GenerationConfig(rng_mode="entropy")
    first, second = (list(generate_instances(Person, 3, config=config)) for _ in range(2))
    assert first != second


def test_a_whole_number_is_not_always_zero_because_of_its_name() -> None:
    drawn = list(generate_instances(create_model("Thing", alpha=(int, ...)), 20))
    assert len({each.alpha for each in drawn}) > 1
