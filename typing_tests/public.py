"""Types that checkers infer for the public names. Checked in CI by mypy, pyright and Pyrefly."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from hypothesis.strategies import SearchStrategy
from pydantic import Field
from typing_extensions import assert_type

from pytest_fixturegen import (
    AsyncMake,
    CaseSet,
    DeliverySummary,
    InvalidCase,
    Make,
    Pfg,
    PfgFixture,
    Store,
    generate_cases,
    generate_instances,
    generate_invalid,
    generate_lines,
    open_store,
    persist_records,
    pfg_factory,
    pfg_fixture,
    pfg_invalid,
    strategy,
)


@dataclass
class User:
    name: str


@dataclass
class Row:
    user: User


def save(user: User) -> Row:
    return Row(user)


def keep(_: User) -> None:
    pass


async def save_later(user: User) -> Row:
    return Row(user)


async def keep_later(_: User) -> None:
    pass


assert_type(generate_instances(User, 3, seed=1), Iterator[User])
assert_type(generate_lines(User, 3), Iterator[bytes])
assert_type(generate_instances(User | Row), Iterator[User | Row])
assert_type(strategy(User, {"name": "Ada"}), SearchStrategy[User])
assert_type(strategy(User | Row), SearchStrategy[User | Row])

assert_type(pfg_fixture(User), PfgFixture[User])
assert_type(
    pfg_fixture(User, {"name": "Ada"}, variants={"ada": {"name": "Ada"}}, cases=2), PfgFixture[User]
)
assert_type(pfg_fixture(list[User], n=5, scope="session"), PfgFixture[list[User]])
assert_type(pfg_fixture(User, persist=save), PfgFixture[Row])
assert_type(pfg_fixture(User, persist=keep), PfgFixture[User])
assert_type(pfg_fixture(User, persist=save_later), PfgFixture[Row])
assert_type(pfg_fixture(User, persist=keep_later), PfgFixture[User])
assert_type(pfg_fixture(User, persist="db_session"), PfgFixture[User])
assert_type(pfg_fixture(User | Row), PfgFixture[User | Row])
assert_type(pfg_fixture(Annotated[int, Field(ge=1)]), PfgFixture[int])
assert_type(pfg_factory(User), PfgFixture[Make[User]])
assert_type(pfg_factory(User | Row), PfgFixture[Make[User | Row]])
assert_type(pfg_factory(User, persist=save), PfgFixture[Make[User, Row]])
assert_type(pfg_factory(User, persist=keep), PfgFixture[Make[User]])
assert_type(pfg_factory(User, persist=save_later), PfgFixture[AsyncMake[User, Row]])
assert_type(pfg_factory(User, persist=keep_later), PfgFixture[AsyncMake[User]])
pfg_fixture(User, traits={"admin": {"name": "Root"}}, apply=["admin"], settings={"p_none": 0.5})
pfg_fixture(User, after=lambda user: {"name": user.name}, construct=True)
assert_type(pfg_fixture(User, {"tags": 3}, related=True), PfgFixture[User])
assert_type(pfg_factory(User, related=True, persist=keep), PfgFixture[Make[User]])
pfg_factory(User, related="yes")  # type: ignore[call-overload]  # expected a truth value
pfg_fixture(User, scope="forever")  # type: ignore[call-overload]  # no such scope
assert_type(pfg_fixture(User, cases="pairs", max_cases=9), PfgFixture[User])
pfg_fixture(User, cases="all")  # type: ignore[call-overload]  # no such cover
assert_type(pfg_invalid(User, {"name": "Ada"}, max_cases=9), PfgFixture[InvalidCase])
assert_type(generate_cases(User, "pairs"), CaseSet[User])
assert_type(generate_cases(User)[0], User)
assert_type(generate_invalid(User)[0].json, bytes)
pfg_factory(User, cases=3)  # type: ignore[call-overload]  # a factory has no cases
assert_type(persist_records(User, "memory", 3), DeliverySummary)


def test_models_on_demand(pfg: Pfg) -> None:
    assert_type(pfg.build(User, name="Ada"), User)
    assert_type(pfg.batch(User, 2), list[User])
    assert_type(pfg.factory(User), Make[User])
    assert_type(pfg.build(User | Row), User | Row)
    assert_type(pfg.batch(Annotated[int, Field(ge=1)], 2), list[int])
    assert_type(pfg.factory(list[User]), Make[list[User]])
    assert_type(pfg.strategy(User | Row), SearchStrategy[User | Row])
    assert_type(pfg.seed, int)


def test_factories(make_user: Make[User]) -> None:
    assert_type(make_user(name="Ada"), User)
    assert_type(make_user.batch(2), list[User])
    assert_type(make_user.build("admin"), User)
    assert_type(make_user.cases("each", "admin", name="Ada"), list[User])


async def test_saving_factories(
    make_row: Make[User, Row], make_later: AsyncMake[User, Row], make_async: AsyncMake[User]
) -> None:
    assert_type(make_row(), Row)
    assert_type(make_row.build(), User)
    assert_type(make_row.create_batch(2), list[Row])
    assert_type(make_row.cases(), list[Row])
    assert_type(make_row.build_cases("pairs"), list[User])
    assert_type(await make_later.cases("bounds"), list[Row])
    assert_type(await make_later(), Row)
    assert_type(await make_later.batch(2), list[Row])
    assert_type(await make_async(), User)
    assert_type(make_async.build_batch(2), list[User])


def test_stores_know_their_models(pfg_store: Store) -> None:
    assert_type(open_store([User]), Store)
    assert_type(pfg_store[User].get(1), User)
    assert_type(pfg_store[User].all(name="Ada"), list[User])
    assert_type(pfg_store[User].create(name="Ada"), User)
