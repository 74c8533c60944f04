"""The cost of requests in steps of SQLite's virtual machine and in statements.

These numbers are the same on every computer, however busy.
"""

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
from tests.server.conftest import client_of
from tests.store.metered import MeteredConnection, open_metered


class Town(BaseModel):
    id: int
    name: str
    size: int
    year: int
    note: str


def measure(size: int, request: Callable[[Any], None], **settings: Any) -> tuple[int, list[str]]:
    """Return the steps and the statements of a request to a store of *size* towns."""
    config = StoreConfig(counts=(("towns", str(size)),), **settings)
    with closing(open_store([Town], config, GenerationConfig(), adapter=open_metered())) as store:
        client = client_of(store)
        MeteredConnection.reset()
        request(client)
        return MeteredConnection.steps, list(MeteredConnection.statements)


def count_steps(size: int, request: Callable[[Any], None], **settings: Any) -> int:
    steps, _ = measure(size, request, **settings)
    return steps


def post(client: Any) -> None:
    town = {"name": "Bergen", "size": 1, "year": 1070, "note": ""}
    answer = client.post("/towns", json=town)
    assert answer.status_code == 201, answer.text


def list_towns(query: str) -> Callable[[Any], None]:
    """Return a request for the towns of *query*."""

    def request(client: Any) -> None:
        answer = client.get(f"/towns?{query}")
        assert answer.status_code == 200, answer.text

    return request


def test_an_insert_costs_the_same_in_a_large_table() -> None:
    assert count_steps(5000, post) == count_steps(50, post)


def test_a_post_is_one_transaction_without_savepoints() -> None:
    _, statements = measure(3, post)
    assert [statement.partition(" ")[0] for statement in statements] == [
        "begin",
        "select",  # the last number
        "insert",  # the next number
        "select",  # whether the key is free
        "insert",  # the record
        "insert",  # the greatest key
        "commit",
    ]


def test_writes_to_a_file_are_collected_in_its_log(tmp_path: Path) -> None:
    file = tmp_path / "db"
    with closing(open_store([Town], StoreConfig(adapter="sqlite", db_path=str(file)))) as store:
        before = file.read_bytes()
        for _ in range(300):
            store[Town].create(name="Bergen", size=1, year=1070, note="")
        assert file.read_bytes() == before
    with closing(sqlite3.connect(file)) as connection:
        count = connection.execute("select count(*) from towns where name = 'Bergen'").fetchone()
        assert count == (300,)
    assert not list(tmp_path.glob("db-*"))


def test_an_index_avoids_reading_every_record() -> None:
    for query, factor in (
        ("size=7&sort=year", 20),
        ("sort=size&limit=5", 2),
        ("sort=-size&limit=5", 2),
        ("size_gte=7", 1.5),
    ):
        plain = count_steps(1000, list_towns(query))
        indexed = count_steps(1000, list_towns(query), indexed_fields=("Town.size",))
        assert indexed * factor < plain, query


def test_a_field_without_index_is_searched_without_reading_bodies(tmp_path: Path) -> None:
    config = StoreConfig(adapter="sqlite", db_path=str(tmp_path / "db"))
    open_store([Town], config).close()
    query = "select pfg_position from towns where name = 'x' order by year, pfg_position limit 20"
    with closing(sqlite3.connect(tmp_path / "db")) as connection:
        plan = connection.execute(f"explain query plan {query}").fetchall()
        assert "COVERING INDEX" in str(plan)
        assert connection.execute("pragma page_size").fetchone() == (8192,)
