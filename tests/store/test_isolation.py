"""A rollback scope undoes all changes in it, through Python and HTTP."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.store import Store
from tests.server.conftest import Post, User, blog, client_of
from tests.store.metered import MeteredConnection, open_metered

COUNTS = (("users", "200"), ("posts", "400"))


@pytest.fixture(scope="module")
def large() -> Any:
    """A store of 600 records."""
    store = blog(counts=COUNTS)
    yield store
    store.close()


def read_state(store: Store) -> tuple[bytes, dict[str, int]]:
    return store.backup(), dict(store.adapter.backup().numbers)


def change_store(store: Store) -> None:
    """Delete with a cascade, create with a number, change, and save a snapshot."""
    users = store[User]
    users.delete(users.all()[0].id)
    key = client_of(store).post("/users", content=_like(store)).json()["id"]
    users.patch(key, age=20)
    store.snapshots.save(f"scope-{key}")


def _like(store: Store) -> bytes:
    record = store[User].all()[0].model_dump_json(exclude={"id", "email"})
    return (record[:-1] + f',"email":"n{len(store.log)}@example.com"}}').encode()


def test_four_nested_scopes_are_undone_exactly(large: Store) -> None:
    states = [read_state(large)]
    scopes = []
    for _ in range(4):
        scope = large.rollback()
        scope.__enter__()
        scopes.append(scope)
        change_store(large)
        states.append(read_state(large))
    assert len(set(map(str, states))) == 5
    while scopes:
        assert read_state(large) == states.pop()
        scopes.pop().__exit__(None, None, None)
    assert read_state(large) == states.pop()
    assert large.snapshots.list_names() == []


def test_a_scope_that_raises_is_undone(large: Store) -> None:
    before = read_state(large)
    with pytest.raises(ZeroDivisionError):
        _fail_in(large)
    assert read_state(large) == before


def _fail_in(store: Store) -> None:
    with store.rollback():
        change_store(store)
        raise ZeroDivisionError


def test_reset_restore_and_load_are_undone_too(large: Store) -> None:
    before = read_state(large)
    with large.rollback():
        backup = large.backup()
        large[User].delete(large[User].all()[0].id)
        large.reset()
        large.restore(backup)
        large.grow(Post, 500)
        assert len(large[Post]) == 500
    assert read_state(large) == before


def test_an_empty_rollback_scope_only_begins_and_ends_a_transaction() -> None:
    with closing(open_store([User], StoreConfig(count=1), adapter=open_metered())) as store:
        MeteredConnection.reset()
        with store.rollback():
            pass
        assert MeteredConnection.statements == ["begin immediate", "rollback"]


def test_records_cached_in_a_rollback_scope_are_dropped(large: Store) -> None:
    user = large[User].all()[0]
    with large.rollback():
        large[User].patch(user.id, name="changed")
        assert large[User].get(user.id).name == "changed"
    assert large[User].get(user.id) == user


def test_a_scope_that_outlives_its_outer_scope_is_an_error(large: Store) -> None:
    before = read_state(large)
    outer, inner = large.rollback(), large.rollback()
    for scope in (outer, inner):
        scope.__enter__()
        change_store(large)
    outer.__exit__(None, None, None)
    assert read_state(large) == before
    with large.rollback():
        change_store(large)
    with pytest.raises(StoreError, match="has outlived the scope that it began in") as caught:
        inner.__exit__(None, None, None)
    assert "getfixturevalue" in caught.value.hint
    assert read_state(large) == before
