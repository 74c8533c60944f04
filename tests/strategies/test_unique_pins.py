"""Unique texts of limited length that show names which overrides fix."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.api.generate import build_instance


class Member(BaseModel):
    first_name: str
    last_name: str
    email: str = Field(max_length=60)
    username: str = Field(max_length=40)


@pytest.mark.parametrize("first_name", ["Tom", "Zebedee", None])
@pytest.mark.parametrize("last_name", ["Hill", "Thumb", None])
def test_unique_texts_of_limited_length_show_the_fixed_names(
    first_name: str | None,
    last_name: str | None,
) -> None:
    given = {"first_name": first_name, "last_name": last_name}
    fixed = {name: value for name, value in given.items() if value}
    config = GenerationConfig(unique=("Member.email", "Member.username"))
    members = [build_instance(Member, config, "member", index, fixed) for index in (0, 5_000_000)]
    for member in members:
        assert all(getattr(member, name) == value for name, value in fixed.items())
        assert member.last_name.lower() in member.email
    assert members[0].username != members[1].username
