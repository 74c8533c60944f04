"""The rule examples."""

from __future__ import annotations

from typing import Literal

import pytest
from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances
from tests.strategies.rules.planning import find_rule


class Team(BaseModel):
    id: int


class Member(BaseModel):
    team_id: int = Field(examples=[7, 8])
    role: str = Field("user", examples=["admin"])


CONFIG = GenerationConfig(field_hints="examples", link=("Member.team_id=Team.id",))


def test_examples_win_over_a_link() -> None:
    assert find_rule(Member, "team_id", CONFIG) == "examples"
    assert find_rule(Member, "team_id", CONFIG, without="examples") == "link"
    members = generate_instances(Member, 50, config=CONFIG)
    assert {(member.team_id, member.role) for member in members} == {(7, "admin"), (8, "admin")}


@pytest.mark.parametrize(
    ("hints", "rule"),
    [
        ("none", "provider_by_name"),
        ("defaults", "fixed_default"),
        ("defaults-then-examples", "fixed_default"),
        ("examples-then-defaults", "examples"),
    ],
)
def test_field_hints_order_defaults_and_examples(
    hints: Literal["none", "defaults", "defaults-then-examples", "examples-then-defaults"],
    rule: str,
) -> None:
    assert find_rule(Member, "role", GenerationConfig(field_hints=hints)) == rule
