"""The JSON handlers for SQLite and PostgreSQL: each record is one row with its line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from pytest_fixturegen import (
    DeliveryConfig,
    GenerationConfig,
    PersistError,
    generate_lines,
    persist_records,
    policies_of,
)
from pytest_fixturegen.persistence.contract import Batch, BatchWriter, PersistenceContext
from pytest_fixturegen.persistence.handlers.postgres_json import format_copy_rows, postgres_json
from tests.persistence.conftest import User
from tests.persistence.databases import rows

Query = Callable[[str], list[Any]]
Place = tuple[str, dict[str, Any], Query]
AT_ONCE = DeliveryConfig(retry_wait=0)


@pytest.fixture(params=["sqlite-json", "postgres-json"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """A handler, its options, and a function that queries its database."""
    if request.param == "postgres-json":
        dsn = request.getfixturevalue("dsn")
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("drop table if exists records, strict_records")
        return request.param, {"dsn": dsn}, lambda query: rows(dsn, query)

    def ask(query: str) -> list[Any]:
        with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
            return [row[0] for row in connection.execute(query)]

    return request.param, {"database": str(tmp_path / "x.db")}, ask


ALL = "select body from records order by position"


def lines(n: int, **settings: Any) -> list[str]:
    return [line.decode() for line in generate_lines(User, n, **settings)]


def test_each_row_holds_the_line_of_a_record(place: Place) -> None:
    handler, options, ask = place
    persist_records(User, handler, 130, options=options)
    assert ask(ALL) == lines(130)


def test_delivering_again_does_not_duplicate_rows(place: Place) -> None:
    handler, options, ask = place
    for n, size in ((70, 50), (70, 7), (90, 100)):
        assert (
            persist_records(
                User, handler, n, options=options, delivery=DeliveryConfig(batch_size=size)
            ).records
            == n
        )
    assert ask(ALL) == lines(90)


def test_a_resumed_run_skips_existing_rows(place: Place) -> None:
    handler, options, ask = place
    persist_records(User, handler, 100, options=options)
    found = persist_records(
        User, handler, 130, options=options, delivery=DeliveryConfig(resume=True, batch_size=20)
    )
    assert (found.records, found.skipped) == (30, 100)
    assert ask(ALL) == lines(130)


def test_a_resumed_run_fills_gaps(place: Place) -> None:
    handler, options, ask = place
    persist_records(User, handler, 100, options=options)
    execute(place, "delete from records where position between 20 and 39 or position = 99")
    found = persist_records(
        User, handler, 100, options=options, delivery=DeliveryConfig(resume=True, batch_size=10)
    )
    assert (found.records, found.skipped) == (21, 79)
    assert ask(ALL) == lines(100)


@pytest.mark.parametrize("seed", [2**70, -1])
def test_seeds_of_any_size_are_stored(place: Place, seed: int) -> None:
    handler, options, ask = place
    persist_records(User, handler, 2, seed, options=options)
    assert [int(found) for found in ask("select seed from records")] == [seed, seed]


def test_a_missing_table_fails_if_it_may_not_be_created(place: Place) -> None:
    handler, options, _ = place
    with pytest.raises(PersistError, match=f"{handler} could not be opened for User") as raised:
        persist_records(
            User, handler, options={**options, "table": "strict_records", "ensure_table": False}
        )
    assert "ensure_table" in raised.value.hint


def test_a_failed_batch_leaves_no_rows(place: Place) -> None:
    handler, options, ask = place
    persist_records(User, handler, 0, options=options)
    persist_records(User, handler, 3, options={**options, "table": "strict_records"})
    execute(place, "delete from strict_records")
    execute(place, "create unique index pfg_bound on strict_records ((position / 30))")
    with pytest.raises(PersistError, match=r"Records 0 to 49 .*(?i:unique)"):
        persist_records(
            User, handler, 60, options={**options, "table": "strict_records"}, delivery=AT_ONCE
        )
    assert ask("select count(*) from strict_records") == [0]


def execute(place: Place, statement: str) -> None:
    handler, options, _ = place
    if handler == "sqlite-json":
        with closing(sqlite3.connect(options["database"])) as connection, connection:
            connection.execute(statement)
    else:
        with psycopg.connect(options["dsn"]) as connection:
            connection.execute(statement.encode())


def test_a_broken_connection_is_opened_again(dsn: str) -> None:
    end = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'broken'"

    def breaking(context: PersistenceContext) -> Iterator[BatchWriter]:
        """The handler, whose connection the server ends before the first batch."""
        inner = postgres_json(context, dsn=f"{dsn}&application_name=broken", table="broken")
        write = next(inner).write
        ended = rows(dsn, end)
        yield write
        assert ended == [True]
        next(inner, None)

    assert persist_records(User, breaking, 120, delivery=AT_ONCE).retries == 1
    assert rows(dsn, "select body from broken order by position") == lines(120)


def test_a_locked_database_is_retried(tmp_path: Path) -> None:
    database = tmp_path / "x.db"
    persist_records(User, "sqlite-json", 1, options={"database": str(database)})
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(PersistError, match=r"not delivered in 2 tries: .*locked"):
            persist_records(
                User,
                "sqlite-json",
                9,
                options={"database": str(database), "lock_timeout": 0.01},
                delivery=DeliveryConfig(retry_wait=0, max_retries=1),
            )


def test_copy_rows_escape_backslashes() -> None:
    assert format_copy_rows(Batch(4, (b'{"a":"x\\\\y\\n"}', b"{}"), ""), ("User", "0")) == (
        b'User\t0\t4\t{"a":"x\\\\\\\\y\\\\n"}\nUser\t0\t5\t{}\n'
    )


@pytest.mark.parametrize("text", ["\\N", "\\.", "a\tb\nc\rd", "é🜚\x7f", 'quote " and \\ backslash'])
def test_special_characters_are_stored_unchanged(place: Place, text: str) -> None:
    handler, options, ask = place
    config = GenerationConfig(overrides=policies_of({"User.name": {"value": text}}))
    persist_records(User, handler, 2, config=config, options=options)
    assert ask(ALL) == lines(2, config=config)
