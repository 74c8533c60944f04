"""Plans of whole types."""

from __future__ import annotations

from typing import Annotated, Union

import pytest
from pydantic import AfterValidator, BaseModel

from pytest_fixturegen import GenerationConfig, explain, generate_instances
from pytest_fixturegen.api.generate import make_plan
from pytest_fixturegen.introspection.type_reader import read_type
from pytest_fixturegen.nodes import Array, Constant
from pytest_fixturegen.plugins.contracts import Strategy
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


class Letter(BaseModel):
    sender: Union[Address, Checked]
    content: list[Checked]


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
    plan = plan_type(read_type(Checked), GenerationConfig(validator_max_retries=100))
    starts = [turn for turn in range(100) if plan.get_fallback(turn) is not None]
    assert starts == [40, 62, 85]
    assert plan.get_fallback(40) is plan.get_fallback(40)


def test_a_plan_is_kept_while_the_options_stay_the_same() -> None:
    config = GenerationConfig()
    assert make_plan(User, config) is make_plan(User, config)
    assert make_plan(User, config) is not make_plan(User, GenerationConfig(p_none=0.5))


def test_entropy_gives_other_data_each_time() -> None:
    config = GenerationConfig(rng_mode="entropy")
    first, second = (list(generate_instances(Person, 3, config=config)) for _ in range(2))
    assert first != second
