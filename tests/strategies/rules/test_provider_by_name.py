"""The rule provider_by_name."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, EmailStr

from pytest_fixturegen import GenerationConfig
from tests.strategies.rules.planning import find_decision, find_rule


class User(BaseModel):
    email: EmailStr
    city: str
    gender: Literal["male", "female"]
    position: tuple[float, float]


def test_the_name_of_a_field_wins_over_its_named_type() -> None:
    assert find_decision(User, "email").provider == "by_name.email"
    assert find_rule(User, "email", without="provider_by_name") == "provider_by_named_type"


def test_the_name_of_a_field_wins_over_its_plain_type() -> None:
    decision = find_decision(User, "city")
    assert (decision.rule, decision.reason) == ("provider_by_name", "the name of the field")
    assert find_rule(User, "city", without="provider_by_name") == "provider_by_type"


def test_a_closed_list_of_sexes_agrees_with_the_person() -> None:
    assert find_decision(User, "gender").provider == "people.sex"
    assert find_decision(User, "gender", without="provider_by_name").provider == "choices.options"
    first = GenerationConfig(enum_policy="first")
    assert find_decision(User, "gender", first).provider == "choices.options"


def test_a_tuple_of_coordinates_is_a_position() -> None:
    assert find_decision(User, "position").provider == "geography.corners"
    assert find_rule(User, "position.0", without="provider_by_name") == "provider_by_type"
