"""What type checkers infer of the public names. Checked by mypy in CI, never run."""

from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import assert_type

from pytest_fixturegen import Pfg, PfgFixture, Store, generate_instances, generate_lines, open_store, pfg_fixture


@dataclass
class User:
    name: str


assert_type(generate_instances(User, 3, seed=1), Iterator[User])
assert_type(generate_lines(User, 3), Iterator[bytes])
assert_type(pfg_fixture(User), PfgFixture[User])
assert_type(pfg_fixture(list[User], n=5, scope="session"), PfgFixture[list[User]])
pfg_fixture(User, scope="forever")  # type: ignore[arg-type]  # no such scope


def test_models_on_demand(pfg: Pfg) -> None:
    assert_type(pfg.build(User, name="Ada"), User)
    assert_type(pfg.batch(User, 2), list[User])
    assert_type(pfg.seed, int)


def test_stores_know_their_models(pfg_store: Store) -> None:
    assert_type(open_store([User]), Store)
    assert_type(pfg_store[User].get(1), User)
    assert_type(pfg_store[User].all(name="Ada"), list[User])
    assert_type(pfg_store[User].create(name="Ada"), User)
