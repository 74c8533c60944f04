"""What a request costs SQLite, in steps of its machine: the same on any computer, however busy."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.store.adapters.sqlite import open_memory
from pytest_fixturegen.store.store import Store
from tests.server.conftest import client_of


class Town(BaseModel):
    id: int
    name: str
    size: int
    year: int
    note: str


def steps(size: int, work: Callable[[Any], None], **settings: Any) -> int:
    """How many steps SQLite takes for *work*, which is given a client of a store of *size* towns."""
    adapter, taken = open_memory(), [0]
    config = StoreConfig(counts=(("towns", str(size)),), **settings)
    with closing(open_store([Town], config, GenerationConfig(), adapter=adapter)) as store:
        adapter._connection._connection.set_progress_handler(
            lambda: taken.__setitem__(0, taken[0] + 1), 1
        )  # type: ignore[attr-defined]
        work(client_of(store))
    return taken[0]


def post(client: Any) -> None:
    assert (
        client.post(
            "/towns", json={"name": "Bergen", "size": 1, "year": 1070, "note": ""}
        ).status_code
        == 201
    )


def asked(query: str) -> Callable[[Any], None]:
    """A request for the towns of *query*."""

    def ask(client: Any) -> None:
        assert client.get(f"/towns?{query}").status_code == 200

    return ask


def test_a_new_record_costs_the_same_among_many() -> None:
    assert steps(5000, post) == steps(50, post)


def test_writes_to_a_file_are_gathered_in_its_log(tmp_path: Path) -> None:
    file = tmp_path / "db"
    with closing(open_store([Town], StoreConfig(adapter="sqlite", db_path=str(file)))) as store:
        before = file.read_bytes()
        for _ in range(300):
            store[Town].create(name="Bergen", size=1, year=1070, note="")
        assert file.read_bytes() == before
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute(
            "select count(*) from towns where name = 'Bergen'"
        ).fetchone() == (300,)
    assert not list(tmp_path.glob("db-*"))


def test_an_index_spares_a_look_at_every_record() -> None:
    for query, spared in (
        ("size=7&sort=year", 20),
        ("sort=size&limit=5", 2),
        ("sort=-size&limit=5", 2),
        ("size_gte=7", 1.5),
    ):
        plain, indexed = (
            steps(1000, asked(query), indexed_fields=fields) for fields in ((), ("Town.size",))
        )
        assert indexed * spared < plain, query


def test_what_has_no_index_is_sought_without_reading_the_records(tmp_path: Path) -> None:
    config = StoreConfig(adapter="sqlite", db_path=str(tmp_path / "db"))
    store: Store = open_store([Town], config)
    store.close()
    with closing(sqlite3.connect(tmp_path / "db")) as connection:
        asked = "explain query plan select pfg_position from towns where name = 'x' order by year, pfg_position limit 20"
        assert "COVERING INDEX" in str(connection.execute(asked).fetchall())
        assert connection.execute("pragma page_size").fetchone() == (8192,)
