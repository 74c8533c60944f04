"""The rule synthetic_identity."""

from __future__ import annotations

import re

from pydantic import BaseModel, EmailStr

from pytest_fixturegen import GenerationConfig, generate_instances
from tests.strategies.rules.planning import find_decision, find_rule


class User(BaseModel):
    name: str
    email: str
    contact: EmailStr
    color: str


SYNTHETIC = GenerationConfig(identities="synthetic", text_style="longest")


def test_a_synthetic_identity_wins_over_a_text_style() -> None:
    decision = find_decision(User, "email", SYNTHETIC)
    assert (decision.rule, decision.reason) == ("synthetic_identity", "identities=synthetic")
    assert find_rule(User, "email", SYNTHETIC, without="synthetic_identity") == "text_style"
    for user in generate_instances(User, 20, config=SYNTHETIC):
        assert re.fullmatch(r"Test Person \d{3}", user.name)
        assert re.fullmatch(r"person\d{3}@example\.com", user.email)
        assert re.fullmatch(r"person\d{3}@example\.com", user.contact)


def test_what_is_not_personal_is_left_to_other_rules() -> None:
    assert find_rule(User, "color", GenerationConfig(identities="synthetic")) == "provider_by_name"
