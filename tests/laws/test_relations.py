"""General properties of unique fields and links, over random models and at scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Optional
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, EmailStr, Field, create_model, field_validator, model_validator

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines
from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.errors import MappingError, UsageError
from pytest_fixturegen.generator.permutation import SHUFFLE_ROUNDS, shuffle_values
from tests.laws.models import fields, model_of, seeds

law = settings(max_examples=40, deadline=None)
words = st.lists(
    st.integers(0, 2**64 - 1), min_size=2 * SHUFFLE_ROUNDS, max_size=2 * SHUFFLE_ROUNDS
)


class Customer(BaseModel):
    id: int
    email: EmailStr
    username: str
    sku: str
    first_name: str
    last_name: str
    plate: str = Field(pattern=r"^[A-Z]{2}\d$")
    grade: int = Field(ge=1, le=500)


class Team(BaseModel):
    id: UUID
    leader_id: int


class Member(BaseModel):
    id: int
    team_id: UUID
    team_leader: int
    manager_id: Optional[int] = None
    friend_ids: list[int] = Field(min_length=2)


class Checked(BaseModel):
    id: int
    code: str = Field(pattern=r"^[A-Z]\d{3}$")
    alpha: int

    @field_validator("code")
    @classmethod
    def is_even(cls, value: str) -> str:
        if int(value[-1]) % 2:
            raise ValueError("odd")
        return value.lower()

    @model_validator(mode="after")
    def is_small(self) -> Checked:
        assert self.alpha < 500
        return self


class Pointing(BaseModel):
    code: str


LINKS = (
    "Team.leader_id=Member.id",
    "Member.team_id=Team.id",
    "Member.team_leader=Team.leader_id",
    "Member.manager_id=Member.id",
    "Member.friend_ids=Member.id",
    "Pointing.code=Checked.code",
)


def instances(model: Any, n: int, *, seed: int = 1, start: int = 0, **options: Any) -> list[Any]:
    return list(generate_instances(model, n, seed, GenerationConfig(**options), start=start))


def json_lines(model: Any, n: int, *, seed: int = 1, start: int = 0, **options: Any) -> list[bytes]:
    return list(generate_lines(model, n, seed, GenerationConfig(**options), start=start))


def all_differ(values: Sequence[Any]) -> bool:
    return len(set(values)) == len(values)


@law
@given(st.integers(1, 3000), words)
def test_a_shuffle_gives_each_number_once(size: int, keys: list[int]) -> None:
    assert sorted(shuffle_values(range(size), size, keys)) == list(range(size))


@law
@given(st.integers(1, 2**80), words, st.data())
def test_shuffling_one_number_agrees_with_shuffling_many(
    size: int, keys: list[int], data: Any
) -> None:
    numbers = data.draw(st.lists(st.integers(0, size - 1), min_size=1, max_size=20, unique=True))
    together = shuffle_values(numbers, size, keys)
    assert [shuffle_values([number], size, keys)[0] for number in numbers] == together
    assert all_differ(together)
    assert all(0 <= number < size for number in together)


def test_keys_and_addresses_never_repeat() -> None:
    Keys = create_model(
        "Keys", id=(int, ...), email=(str, ...), username=(str, ...), sku=(str, ...)
    )
    many = [loads(line) for line in json_lines(Keys, 100_000)]
    for name in Keys.model_fields:
        assert all_differ([each[name] for each in many]), name


def test_early_records_have_small_ids() -> None:
    assert max(each.id for each in instances(Customer, 1000)) <= 1024
    assert max(each.id for each in instances(Customer, 10_000)) <= 16384


def test_an_email_address_belongs_to_its_person() -> None:
    for each in instances(Customer, 50):
        assert each.email.startswith(each.first_name.lower())


@pytest.mark.parametrize("index", [0, 255, 256, 1023, 1024, 5000])
def test_a_unique_record_alone_equals_the_record_in_its_block(index: int) -> None:
    options = {"unique": ("Customer.first_name,last_name", "Customer.grade,plate")}
    first = max(index - 3, 0)
    assert (
        json_lines(Customer, 1, start=index, **options)[0]
        == json_lines(Customer, 8, start=first, **options)[index - first]
    )


@law
@given(fields, seeds)
def test_a_unique_field_keeps_its_neighbours(named: dict[str, Any], seed: int) -> None:
    rest = {name: kind for name, kind in named.items() if name != "code"}
    before = next(generate_instances(model_of({**rest, "code": str}), 1, seed))
    config = GenerationConfig(unique=("Random.code",))
    after = next(generate_instances(model_of({**rest, "code": str}), 1, seed, config))
    assert before.model_dump(exclude={"code"}) == after.model_dump(exclude={"code"})


@pytest.mark.parametrize(("field", "n"), [("plate", 6760), ("grade", 500)])
def test_unique_fields_use_every_value_before_they_fail(field: str, n: int) -> None:
    options = {"unique": (f"Customer.{field}",)}
    assert all_differ([getattr(each, field) for each in instances(Customer, n, **options)])
    with pytest.raises(
        MappingError,
        match=rf"Customer\.{field} is unique, but only {n} .*: {n + 1} records are too many",
    ):
        instances(Customer, n + 1, **options)
    with pytest.raises(MappingError, match="too many"):
        json_lines(Customer, 1, start=n, **options)


def test_fields_together_are_unique() -> None:
    many = instances(Customer, 5000, unique=("Customer.first_name,last_name",))
    assert all_differ([(each.first_name, each.last_name) for each in many])
    assert all(each.email.startswith(each.first_name.lower()) for each in many)


def test_a_unique_group_uses_every_combination() -> None:
    Pair = create_model(
        "Pair", a=(bool, ...), b=(int, Field(ge=1, le=9)), c=(int, Field(ge=1, le=4))
    )
    many = instances(Pair, 18, unique=("Pair.a,b",))
    assert len({(each.a, each.b) for each in many}) == 18
    with pytest.raises(MappingError, match="only 18"):
        instances(Pair, 19, unique=("Pair.a,b",))


@pytest.mark.parametrize("kind", [int, float, str, EmailStr, UUID, Optional[int], Field])
def test_countable_fields_can_be_unique(kind: Any) -> None:
    definition = (str, Field(max_length=9)) if kind is Field else (kind, ...)
    for name in ("thing", "name", "price", "title", "status"):
        Some = create_model("Some", **{name: definition})
        values = [getattr(each, name) for each in instances(Some, 3000, unique=(f"Some.{name}",))]
        assert all_differ(values), (name, values[:5])
        lines = json_lines(Some, 20, unique=(f"Some.{name}",))
        assert [
            each.model_dump_json().encode()
            for each in instances(Some, 20, unique=(f"Some.{name}",))
        ] == lines


def test_a_key_with_few_values_repeats_unless_it_is_unique() -> None:
    Few = create_model("Few", id=(int, Field(ge=1, le=3)))
    assert [sorted(each.id for each in instances(Few, 3, start=start)) for start in (0, 3, 6)] == [
        [1, 2, 3]
    ] * 3
    with pytest.raises(MappingError, match="only 3"):
        instances(Few, 4, unique=("Few.id",))


def test_items_of_a_list_have_different_ids() -> None:
    (team,) = instances(list[Customer], 1)
    many = [each for group in instances(list[Customer], 300) for each in group]
    assert all_differ([each.id for each in team])
    assert all_differ([each.id for each in many])


def test_a_refused_value_is_replaced_by_another_unique_value() -> None:
    codes = [each.code for each in instances(Checked, 60, unique=("Checked.code",))]
    assert all_differ(codes)


@pytest.mark.parametrize("model", [Team, Member, Pointing])
def test_links_hold_for_a_record_alone(model: Any) -> None:
    options = {"link": LINKS, "related": 40}
    together = json_lines(model, 300, **options)
    assert together == [
        each.model_dump_json().encode() for each in instances(model, 300, **options)
    ]
    for index in (0, 7, 299):
        assert json_lines(model, 1, start=index, **options) == [together[index]]


def test_linked_values_exist_in_the_other_records() -> None:
    options = {"link": LINKS, "related": 40}
    members, teams = instances(Member, 200, **options), instances(Team, 40, **options)
    ids = {each.id for each in members[:40]}
    leaders = {team.leader_id for team in teams}
    assert {each.team_id for each in members} <= {team.id for team in teams}
    assert leaders <= ids
    assert {each.team_leader for each in members} <= leaders
    assert {each.manager_id for each in members} <= ids
    assert all(set(each.friend_ids) <= ids and all_differ(each.friend_ids) for each in members)
    assert len({each.team_id for each in members}) > 30


def test_lists_of_links_begin_with_any_record() -> None:
    members = instances(Member, 200, link=LINKS, related=40)
    firsts = {each.friend_ids[0] for each in members if each.friend_ids}
    assert len(firsts) > 30


def test_a_linked_value_is_the_validated_value() -> None:
    options = {"link": LINKS, "related": 30}
    codes = {each.code for each in instances(Checked, 30, **options)}
    pointing = instances(Pointing, 100, **options)
    assert {each.code for each in pointing} <= codes
    assert [each.model_dump_json().encode() for each in pointing] == json_lines(
        Pointing, 100, **options
    )


def test_a_link_that_is_unique_is_one_to_one() -> None:
    options = {"link": LINKS, "related": 40, "unique": ("Member.team_id",)}
    assert all_differ([each.team_id for each in instances(Member, 40, **options)])
    with pytest.raises(MappingError, match="only 40"):
        instances(Member, 41, **options)


def test_a_link_keeps_its_neighbours() -> None:
    plain, linked = (
        [each.model_dump(exclude={"manager_id"}) for each in instances(Member, 20, link=links)]
        for links in ((), LINKS[3:4])
    )
    assert plain == linked


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"link": ("Member.team_id",)}, UsageError, "Invalid link 'Member.team_id'"),
        ({"link": ("Member.team_id=Teams.id",)}, UsageError, "Unknown model 'Teams'.*\n.*'Team'"),
        ({"link": ("Member.team_id=Team.ids",)}, UsageError, "Team has no field 'ids'.*\n.*'id'"),
        (
            {"link": ("Member.manager_id=Team.id",)},
            MappingError,
            "Member.manager_id is int, but Team.id.* is uuid",
        ),
        (
            {"link": ("Member.id=Team.leader_id", "Team.leader_id=Member.id")},
            UsageError,
            "form a cycle",
        ),
        ({"unique": ("email",)}, UsageError, "Invalid unique field 'email'"),
        ({"unique": ("Member.mail",)}, UsageError, "Member has no field 'mail'"),
        ({"unique": ("Member.friend_ids",)}, MappingError, "cannot be unique"),
    ],
)
def test_impossible_links_and_unique_fields_are_an_error(
    options: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=re.compile(words)):
        instances(Member, 3, **options)
