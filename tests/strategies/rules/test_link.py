"""The rule link."""

from __future__ import annotations

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances
from tests.strategies.rules.planning import find_decision, find_rule


class Team(BaseModel):
    id: int


class Member(BaseModel):
    team_id: int = 7


CONFIG = GenerationConfig(link=("Member.team_id=Team.id",), related=5)


def test_a_link_wins_over_a_fixed_default() -> None:
    decision = find_decision(Member, "team_id", CONFIG)
    assert (decision.rule, decision.provider) == ("link", "link.Team.id")
    teams = {team.id for team in generate_instances(Team, 5, config=CONFIG)}
    members = generate_instances(Member, 50, config=CONFIG)
    assert {member.team_id for member in members} == teams


def test_without_the_rule_the_default_stays() -> None:
    assert find_rule(Member, "team_id", CONFIG, without="link") == "fixed_default"
