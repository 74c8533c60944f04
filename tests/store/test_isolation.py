"""What a scope does is undone, by whichever door it was done."""

from __future__ import annotations

import time
from typing import Any

import pytest

from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.store import Store
from tests.server.conftest import Post, User, blog, client_of

COUNTS = (("users", "200"), ("posts", "400"))


@pytest.fixture(scope="module")
def large() -> Any:
    """A store of 600 records."""
    store = blog(counts=COUNTS)
    yield store
    store.close()


def everything(store: Store) -> tuple[bytes, dict[str, int]]:
    return store.backup(), dict(store.adapter.backup().numbers)


def meddle(store: Store) -> None:
    """Delete with a cascade, create with a number, change, and save a snapshot."""
    users = store[User]
    users.delete(users.all()[0].id)
    key = client_of(store).post("/users", content=_like(store)).json()["id"]
    users.patch(key, age=20)
    store.snapshots.save(f"scope-{key}")


def _like(store: Store) -> bytes:
    record = store[User].all()[0].model_dump_json(exclude={"id", "email"})
    return (record[:-1] + f',"email":"n{len(store.log)}@example.com"}}').encode()


def test_four_scopes_within_one_another_are_undone_exactly(large: Store) -> None:
    states = [everything(large)]
    scopes = []
    for _ in range(4):
        scope = large.rollback()
        scope.__enter__()
        scopes.append(scope)
        meddle(large)
        states.append(everything(large))
    assert len(set(map(str, states))) == 5
    while scopes:
        assert everything(large) == states.pop()
        scopes.pop().__exit__(None, None, None)
    assert everything(large) == states.pop()
    assert large.snapshots.list_names() == []


def test_a_scope_that_raises_is_undone(large: Store) -> None:
    before = everything(large)
    with pytest.raises(ZeroDivisionError):
        _fail_in(large)
    assert everything(large) == before


def _fail_in(store: Store) -> None:
    with store.rollback():
        meddle(store)
        raise ZeroDivisionError


def test_reset_restore_and_load_are_undone_too(large: Store) -> None:
    before = everything(large)
    with large.rollback():
        backup = large.backup()
        large[User].delete(large[User].all()[0].id)
        large.reset()
        large.restore(backup)
        large.grow(Post, 500)
        assert len(large[Post]) == 500
    assert everything(large) == before


def test_isolation_costs_almost_nothing(large: Store) -> None:
    started = time.perf_counter()
    for _ in range(1000):
        with large.rollback():
            pass
    assert time.perf_counter() - started < 0.2


def test_what_was_cached_in_a_scope_is_forgotten(large: Store) -> None:
    user = large[User].all()[0]
    with large.rollback():
        large[User].patch(user.id, name="changed")
        assert large[User].get(user.id).name == "changed"
    assert large[User].get(user.id) == user


def test_a_scope_that_outlives_the_one_around_it_is_told_and_undone(large: Store) -> None:
    before = everything(large)
    outer, inner = large.rollback(), large.rollback()
    for scope in (outer, inner):
        scope.__enter__()
        meddle(large)
    outer.__exit__(None, None, None)
    assert everything(large) == before
    with large.rollback():
        meddle(large)
    with pytest.raises(StoreError, match="has outlived the scope that it began in") as caught:
        inner.__exit__(None, None, None)
    assert "getfixturevalue" in caught.value.hint
    assert everything(large) == before
