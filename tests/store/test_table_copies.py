"""Resets and restores from copies of tables give the same state as from JSON."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.store.adapters.sql import SqlAdapter
from pytest_fixturegen.store.adapters.sqlite import SQLITE_DIALECT
from pytest_fixturegen.store.adapters.table_copies import MIN_COPIED_ROWS
from pytest_fixturegen.store.store import Store
from tests.store.test_outside_changes import LoggingConnection


class Shop(BaseModel):
    id: int
    name: str
    partner_id: int | None = None


class Sale(BaseModel):
    id: int
    shop_id: int


LINKS = GenerationConfig(link=("Sale.shop_id=Shop.id", "Shop.partner_id=Shop.id"))
COUNTS = (("shops", "50"), ("sales", str(MIN_COPIED_ROWS)))


@pytest.fixture(params=["sqlite", "json-file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Return a store that is worth copies."""
    config = StoreConfig(adapter=request.param, db_path=str(tmp_path / "db"), counts=COUNTS)
    with closing(open_store([Shop, Sale], config, LINKS)) as one:
        yield one


def change(store: Store) -> None:
    """Delete, change and create records."""
    for sale in store["sales"].all(id_lte=40):
        store["sales"].delete(sale.id)
    store["shops"].patch(2, name="changed")
    store["sales"].create(shop_id=2)


def test_a_reset_restores_records_and_numbers(store: Store) -> None:
    before = store.backup()
    for _ in range(2):
        change(store)
        store.reset()
        assert store.backup() == before
        assert store["sales"].create(shop_id=1).id == MIN_COPIED_ROWS + 1


def test_a_snapshot_restores_records_in_their_order(store: Store) -> None:
    change(store)
    store.snapshots.save("one")
    before = store.backup()
    change(store)
    store.snapshots.save("two")
    for name, state in (("two", store.backup()), ("one", before)):
        store.snapshots.restore(name)
        assert store.backup() == state
    store.snapshots.save("two")
    store.reset()
    store.snapshots.restore("two")
    assert store.backup() == before
    store.snapshots.delete("two")


def test_a_copy_follows_the_snapshot_of_another_process(tmp_path: Path) -> None:
    config = StoreConfig(adapter="sqlite", db_path=str(tmp_path / "db"), counts=COUNTS)
    with (
        closing(open_store([Shop, Sale], config, LINKS)) as store,
        closing(open_store([Shop, Sale], config, LINKS)) as other,
    ):
        store.snapshots.save("mine")
        change(other)
        other.snapshots.save("mine")
        state = other.backup()
        store.reset()
        store.snapshots.restore("mine")
        assert store.backup() == state


def test_a_copy_of_an_undone_scope_is_gone(store: Store) -> None:
    before = store.backup()
    with store.rollback():
        change(store)
        store.snapshots.save("undone")
        store.reset()
    assert store.backup() == before
    assert store.snapshots.list_names() == []
    store.snapshots.save("undone")
    change(store)
    store.snapshots.restore("undone")
    assert store.backup() == before


@pytest.mark.parametrize(("count", "is_copied"), [(10, False), (MIN_COPIED_ROWS, True)])
def test_large_stores_alone_are_copied(count: int, is_copied: Any) -> None:
    connection = LoggingConnection()
    adapter = SqlAdapter(connection, SQLITE_DIALECT)
    config = StoreConfig(count=count)
    with closing(open_store([Shop], config, adapter=adapter)) as store:
        connection.statements.clear()
        store.reset()
        used = [each for each in connection.statements if "from temp.pfg_copy_" in each]
        assert bool(used) is is_copied
        drawn = [each for each in connection.statements if each.startswith('insert into "shops"')]
        assert len(drawn) == int(is_copied)
