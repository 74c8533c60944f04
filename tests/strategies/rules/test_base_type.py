"""The rule base_type."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic_core import core_schema

from pytest_fixturegen import generate_instances
from tests.strategies.rules.planning import find_rule, plan_model


class Count(int):
    """A number with a validator that says nothing of its type."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def read(cls, value: object) -> Count:
        return cls(str(value))


class Address(BaseModel):
    city: str


class Lazy:
    """A class that reads an address."""

    model = Address

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def read(cls, value: object) -> Address:
        return cls.model.model_validate(value)


class Report(BaseModel):
    result: Count
    place: Lazy


def test_the_base_of_a_class_wins_over_a_guess() -> None:
    assert find_rule(Report, "result") == "provider_by_type"
    assert find_rule(Report, "result", without="base_type") == "fallback"
    assert type(next(generate_instances(Report)).result) is Count


def test_the_model_that_a_class_refers_to_wins_over_a_guess() -> None:
    assert find_rule(Report, "place.city") == "provider_by_name"
    assert find_rule(Report, "place", without="base_type") == "fallback"


def test_only_the_model_judges_such_a_value() -> None:
    plan = plan_model(Report)
    assert (plan.needs_validation, plan.is_exact) == (True, False)
