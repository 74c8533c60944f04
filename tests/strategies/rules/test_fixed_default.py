"""The rule fixed_default."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.nodes import Constant, OneOf, Record
from tests.strategies.rules.planning import find_node, find_rule, plan_model


class User(BaseModel):
    role: str = "user"
    nickname: str | None = None
    key: Callable[[str], str] = str


class Cat(BaseModel):
    kind: Literal["cat"] = "cat"


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"


class Owner(BaseModel):
    pet: Cat | Dog


def test_a_default_wins_over_leaving_the_field_out() -> None:
    assert find_rule(User, "key") == "fixed_default"
    assert find_rule(User, "key", without="fixed_default") == "left_out"


def test_a_default_is_kept_unless_it_is_ignored() -> None:
    assert find_rule(User, "role") == "fixed_default"
    assert find_rule(User, "role", without="fixed_default") == "provider_by_name"
    ignoring = GenerationConfig(ignore_defaults=True)
    assert find_rule(User, "role", ignoring) == "provider_by_name"
    assert {user.role for user in generate_instances(User, 20)} == {"user"}


def test_none_is_not_a_fixed_default() -> None:
    assert find_rule(User, "nickname") == "provider_by_name"


def test_a_unique_field_does_not_keep_its_default() -> None:
    assert find_rule(User, "role", GenerationConfig(unique=("User.role",))) == "provider_by_name"


def test_a_default_is_written_if_it_tells_members_of_a_union_apart() -> None:
    pet = find_node(plan_model(Owner), "pet")
    assert isinstance(pet, OneOf)
    records = [node for _, node in pet.members if isinstance(node, Record)]
    assert [(record.slots[0].key, record.slots[0].node) for record in records] == [
        (("kind",), Constant("cat", "cat")),
        (("kind",), Constant("dog", "dog")),
    ]
