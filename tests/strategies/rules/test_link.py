"""The rule link."""

from __future__ import annotations

from collections import Counter

import pytest
from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.errors import MappingError, UsageError
from pytest_fixturegen.strategies.child_counts import ChildCounts
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


@pytest.mark.parametrize(("low", "high"), [(1, 8), (0, 3), (2, 2), (5, 6)])
def test_each_parent_has_as_many_children_as_the_link_says(low: int, high: int) -> None:
    counts = ChildCounts(low, high)
    group_count = 20
    children = group_count * counts.children
    assert counts.count_children(group_count * counts.parents) == children
    found = Counter(counts.find_parent(0, index) for index in range(children))
    sizes = [found[parent] for parent in range(group_count * counts.parents)]
    assert set(sizes) == set(range(low, high + 1))
    assert counts.count_children(3) == sum(sizes[:3])


def test_the_parent_of_a_child_does_not_depend_on_other_children() -> None:
    config = GenerationConfig(link=("Member.team_id=Team.id;1..8",), related=40)
    members = list(generate_instances(Member, 100, config=config))
    (alone,) = generate_instances(Member, 1, start=77, config=config)
    assert alone == members[77]
    assert max(Counter(member.team_id for member in members).values()) <= 8


def test_more_children_than_the_parents_may_have_are_an_error() -> None:
    config = GenerationConfig(link=("Member.team_id=Team.id;1..2",), related=4)
    with pytest.raises(MappingError, match="links to 4 records, which 6 can share: 7 records"):
        list(generate_instances(Member, 7, config=config))


@pytest.mark.parametrize("counts", ["8..1", "0..0", "1..20000"])
def test_numbers_of_children_are_checked(counts: str) -> None:
    config = GenerationConfig(link=(f"Member.team_id=Team.id;{counts}",))
    with pytest.raises(UsageError, match="the smaller number first"):
        list(generate_instances(Member, 1, config=config))


def test_some_parents_have_many_children_and_most_have_few() -> None:
    config = GenerationConfig(link=("Member.team_id=Team.id",), related=50, unique=("Team.id",))
    found = Counter(member.team_id for member in generate_instances(Member, 500, config=config))
    most = sum(count for _, count in found.most_common(10))
    assert most > 180
