"""Sets of cases: what they cover, what validators refuse, and what stays as in the base record."""

from __future__ import annotations

from enum import Enum
from itertools import combinations, product
from typing import Annotated, Any, Literal, Optional, Union

import pytest
from pydantic import BaseModel, Field, field_validator, model_validator
from typing_extensions import Self

from pytest_fixturegen import GenerationConfig, generate_cases, generate_instances, policies_of
from pytest_fixturegen.api.case_bases import CaseBase
from pytest_fixturegen.cases.case_builder import MAX_FAILED_REPAIRS
from pytest_fixturegen.cases.case_set import build_cases
from pytest_fixturegen.errors import UsageError


class Role(Enum):
    ADMIN = "admin"
    EDITOR = "editor"
    GUEST = "guest"


class User(BaseModel):
    role: Role
    age: int = Field(ge=18, le=99)
    active: bool
    nickname: Optional[str] = Field(default=None, max_length=20)


def test_each_shows_every_member_and_both_bounds() -> None:
    users = generate_cases(User)
    assert {user.role for user in users} == set(Role)
    assert {18, 99} <= {user.age for user in users}
    assert {user.active for user in users} == {True, False}
    assert None in {user.nickname for user in users}
    assert max(len(user.nickname or "") for user in users) == 20


def test_pairs_show_every_pair_of_two_fields() -> None:
    users = generate_cases(User, "pairs")
    pairs = {(user.role, user.active) for user in users}
    assert pairs == set(product(Role, (True, False)))
    assert {(user.age, user.active) for user in users} >= set(product((18, 99), (True, False)))
    assert (Role.GUEST, None) in {(user.role, user.nickname) for user in users}


class Switches(BaseModel):
    a: bool
    b: Literal["x", "y", "z"]
    c: bool
    d: Optional[bool]


@pytest.mark.parametrize(("cover", "size"), [("each", 1), ("pairs", 2), ("triples", 3)])
def test_every_combination_of_that_size_occurs(cover: Any, size: int) -> None:
    records = [record.model_dump() for record in generate_cases(Switches, cover)]
    domains = {"a": (True, False), "b": ("x", "y", "z"), "c": (True, False)}
    domains["d"] = (None, True, False)  # type: ignore[assignment]
    for names in combinations(domains, size):
        shown = {tuple(record[name] for name in names) for record in records}
        assert shown == set(product(*(domains[name] for name in names)))


def test_bounds_vary_one_place_at_a_time() -> None:
    base = next(generate_instances(User, 1, 0)).model_dump()
    cases = generate_cases(User, "bounds").cases
    assert all(len(case.choices) == 1 for case in cases)
    for case in cases:
        dump = case.record.model_dump()
        changed = {name for name in dump if dump[name] != base[name]}
        assert changed <= {case.choices[0][0]}


def test_ids_are_readable_and_say_what_differs() -> None:
    ids = generate_cases(User, "bounds").ids
    assert "age=18" in ids
    assert "age=99" in ids
    assert any(each.startswith("role=ADMIN-age=18-active=") for each in generate_cases(User).ids)


def test_a_long_id_is_cut_and_stays_unique() -> None:
    fields: dict[str, Any] = {f"a_rather_long_name_{index}": (bool, ...) for index in range(12)}
    from pydantic import create_model

    cases = generate_cases(create_model("Wide", **fields), "pairs")
    assert len(set(cases.ids)) == len(cases)
    assert max(map(len, cases.ids)) <= 80


class Card(BaseModel):
    kind: Literal["card"]
    digits: str = Field(pattern=r"^[0-9]{4}$")


class Cash(BaseModel):
    kind: Literal["cash"]
    change: Optional[int] = Field(default=None, ge=0, le=500)


class Payment(BaseModel):
    method: Annotated[Union[Card, Cash], Field(discriminator="kind")]
    amount: int = Field(ge=1, le=1000)


def test_members_of_unions_show_their_own_classes() -> None:
    payments = list(generate_cases(Payment))
    cash = [each.method for each in payments if isinstance(each.method, Cash)]
    assert any(isinstance(each.method, Card) for each in payments)
    assert {None, 0, 500} <= {each.change for each in cash}


class Node(BaseModel):
    label: Literal["a", "b"]
    left: Optional[Node] = None
    right: Optional[Node] = None


def test_recursive_models_end_at_several_depths() -> None:
    def measure(node: Optional[Node]) -> int:
        return 0 if node is None else 1 + max(measure(node.left), measure(node.right))

    nodes = list(generate_cases(Node, "pairs"))
    assert {1, 2, 3} <= {measure(node) for node in nodes}
    assert any(node.left is None and node.right is not None for node in nodes)


class Item(BaseModel):
    code: str
    rank: int = Field(ge=0, le=10)


class Basket(BaseModel):
    items: list[Item] = Field(max_length=30)
    colors: set[Role] = set()
    limits: dict[int, int]


def test_collections_are_empty_single_longest_and_have_repeated_items() -> None:
    baskets = list(generate_cases(Basket))
    assert {0, 1, 30} <= {len(basket.items) for basket in baskets}
    assert {0, 1, 3} <= {len(basket.colors) for basket in baskets}
    assert {0, 1, 10} <= {len(basket.limits) for basket in baskets}
    pairs = [basket.items[:2] for basket in baskets if len(basket.items) > 1]
    assert any(one == two for one, two in pairs)
    assert any(one.code == two.code and one != two for one, two in pairs)
    assert any(one.rank == two.rank and one != two for one, two in pairs)


class Range(BaseModel):
    low: int = Field(ge=0, le=9)
    high: int = Field(ge=0, le=9)
    mode: Literal["open", "closed", "banned"]

    @field_validator("mode")
    @classmethod
    def is_allowed(cls, value: str) -> str:
        if value == "banned":
            raise ValueError("nobody may be banned")
        return value

    @model_validator(mode="after")
    def is_ordered(self) -> Self:
        if self.low > self.high:
            raise ValueError("low must not be above high")
        return self


def test_refused_classes_and_pairs_are_named_with_their_reason() -> None:
    ranges = generate_cases(Range, "pairs")
    assert all(each.low <= each.high for each in ranges)
    refused = {frozenset(each.choices): each.reason for each in ranges.refused}
    assert "nobody may be banned" in refused[frozenset({("mode", "banned")})]
    assert "low must not be" in refused[frozenset({("low", "9"), ("high", "0")})]
    pairs = {(each.low, each.high) for each in ranges}
    assert {(0, 0), (0, 9), (9, 9)} <= pairs


class Passwords(BaseModel):
    password: str = Field(min_length=8, max_length=30)
    password_again: str = Field(min_length=8, max_length=30)

    @model_validator(mode="after")
    def is_same(self) -> Self:
        if self.password != self.password_again:
            raise ValueError("password and password_again must be equal")
        return self


def test_what_a_case_does_not_vary_is_repaired() -> None:
    lengths = {len(each.password) for each in generate_cases(Passwords, "bounds")}
    assert {8, 30} <= lengths


class Closed(BaseModel):
    """A model that refuses every class but None, whatever a repair changes."""

    a: Optional[bool] = None
    b: Optional[Literal["x", "y", "z"]] = None
    c: Optional[int] = Field(default=None, ge=1, le=5)
    d: Optional[list[Role]] = None

    @model_validator(mode="after")
    def is_empty(self) -> Self:
        if self.model_dump(exclude_none=True):
            raise ValueError("nothing may be set")
        return self


def test_a_rule_that_no_repair_satisfies_is_given_up() -> None:
    builder = CaseBase(Closed, GenerationConfig()).make_builder()
    assert len(build_cases(builder, "each", None)) >= 1
    assert builder.repair_count == MAX_FAILED_REPAIRS


class Settings(BaseModel):
    theme: Literal["dark", "light"] = "dark"
    retries: int = Field(default=3, ge=0, le=5)


def test_fields_with_a_default_are_varied_and_left_out() -> None:
    records = list(generate_cases(Settings))
    assert {record.theme for record in records} == {"dark", "light"}
    assert {0, 5} <= {record.retries for record in records}
    bounds = generate_cases(Settings, "bounds").cases
    unset = next(case.record for case in bounds if case.choices == (("retries", "unset"),))
    assert unset.model_fields_set == set()
    assert all(
        "theme" not in case.record.model_fields_set for case in bounds if "theme" not in case.id
    )


def test_options_hold_for_cases() -> None:
    config = GenerationConfig(overrides=policies_of({"User.nickname": {"value": "Ann"}}))
    bounds = generate_cases(User, "bounds", config=config)
    unvaried = [case.record for case in bounds.cases if case.choices[0][0] != "nickname"]
    assert {record.nickname for record in unvaried} == {"Ann"}


def test_the_seed_chooses_the_base_record() -> None:
    ages = {generate_cases(User, "bounds", seed)[-1].age for seed in range(5)}
    assert len(ages) > 1


def test_types_other_than_models_have_cases() -> None:
    assert set(generate_cases(bool)) == {True, False}
    assert [] in list(generate_cases(list[int]))
    assert len(generate_cases(Literal["only"])) == 1


def test_unknown_covers_and_empty_budgets_are_refused() -> None:
    with pytest.raises(UsageError, match="expected each, pairs, triples or bounds"):
        generate_cases(User, "all")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="at least 1, got 0"):
        generate_cases(User, max_cases=0)


def test_adding_a_field_at_the_end_keeps_the_ids_of_bounds() -> None:
    class Longer(User):
        score: int = Field(ge=0, le=5)

    before, after = generate_cases(User, "bounds").ids, generate_cases(Longer, "bounds").ids
    assert [each for each in after if not each.startswith("score=")] == list(before)
