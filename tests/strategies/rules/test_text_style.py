"""The rule text_style."""

from __future__ import annotations

from typing import Literal

import pytest
from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances
from tests.strategies.rules.planning import find_decision, find_rule


class User(BaseModel):
    city: str = Field(min_length=3, max_length=30)
    code: str = Field(pattern=r"^[A-C]{4}$")


@pytest.mark.parametrize(
    ("style", "lengths"),
    [("longest", {30}), ("bounds", {3, 4, 29, 30})],
)
def test_a_text_style_wins_over_the_name_of_the_field(
    style: Literal["longest", "bounds"], lengths: set[int]
) -> None:
    config = GenerationConfig(text_style=style)
    decision = find_decision(User, "city", config)
    assert (decision.rule, decision.reason) == ("text_style", f"text_style={style}")
    assert find_rule(User, "city", config, without="text_style") == "provider_by_name"
    users = list(generate_instances(User, 60, config=config))
    assert {len(user.city) for user in users} == lengths


def test_odd_texts_satisfy_the_constraints_or_the_rule_does_not_serve() -> None:
    config = GenerationConfig(text_style="odd")
    assert find_rule(User, "city", config) == "text_style"
    assert find_rule(User, "code", config) == "provider_by_type"
    users = list(generate_instances(User, 200, config=config))
    assert "{{7*7}}" in {user.city for user in users}
