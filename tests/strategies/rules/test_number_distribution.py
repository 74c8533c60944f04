"""The rule number_distribution."""

from __future__ import annotations

from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances
from tests.strategies.rules.planning import find_decision, find_rule


class Person(BaseModel):
    age: int = Field(ge=0, le=150)


BOUNDS = GenerationConfig(number_distribution="bounds")


def test_the_bounds_of_the_type_win_over_those_of_the_name() -> None:
    decision = find_decision(Person, "age", BOUNDS)
    assert (decision.rule, decision.provider) == ("number_distribution", "numeric.int")
    assert {person.age for person in generate_instances(Person, 50, config=BOUNDS)} == {0, 150}
    assert find_rule(Person, "age", BOUNDS, without="number_distribution") == "provider_by_name"


def test_other_distributions_stay_within_the_bounds_of_the_name() -> None:
    normal = GenerationConfig(number_distribution="normal")
    assert find_rule(Person, "age", normal) == "provider_by_name"
