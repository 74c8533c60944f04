"""Nothing is lost, mixed or overwritten: foreign files, concurrent runs, changed models, exits."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from pydantic import BaseModel, create_model

from pytest_fixturegen import (
    Batch,
    DeliveryConfig,
    GenerationConfig,
    PersistenceContext,
    PersistError,
    TransientError,
    persist_records,
)
from pytest_fixturegen._internal.process_locks import FileInUseError, hold_process_lock
from pytest_fixturegen.errors import ConfigError, UsageError
from pytest_fixturegen.persistence.contract import BatchWriter
from pytest_fixturegen.persistence.destination_locks import lock_destination
from pytest_fixturegen.persistence.handlers.jsonl import jsonl
from pytest_fixturegen.persistence.handlers.sql import sql
from tests.persistence import sinks
from tests.persistence.conftest import User
from tests.persistence.server import serving

Item = create_model("Item", id=(int, ...), name=(str, ...), __module__=__name__)
ChangedItem = create_model(
    "Item", id=(int, ...), name=(str, ...), price=(float, ...), __module__=__name__
)
RESUMED = DeliveryConfig(resume=True, retry_wait=0)


@pytest.fixture(params=["sqlite-json", "postgres-json", "sql-sqlite", "sql-postgres", "jsonl"])
def destination(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, dict[str, Any]]:
    """A handler that keeps its records, and its options."""
    if request.param == "sqlite-json":
        return request.param, {"database": str(tmp_path / "x.db")}
    if request.param == "jsonl":
        return request.param, {"path": str(tmp_path / "x.jsonl")}
    if request.param == "sql-sqlite":
        url = f"sqlite:///{tmp_path / 'x.db'}"
        create_item_table(url)
        return "sql", {"url": url}
    dsn = request.getfixturevalue("dsn")
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("drop schema public cascade")
        connection.execute("create schema public")
    if request.param == "postgres-json":
        return request.param, {"dsn": dsn}
    url = dsn.replace("postgresql:", "postgresql+psycopg:")
    create_item_table(url)
    return "sql", {"url": url}


def create_item_table(url: str) -> None:
    """Create a table for both shapes of the model, without a key: it refuses no repetition."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("create table item (id bigint, name text, price float)"))
    engine.dispose()


def test_a_changed_model_is_not_resumed(destination: tuple[str, dict[str, Any]]) -> None:
    handler, options = destination
    persist_records(Item, handler, 100, options=options)
    with pytest.raises(PersistError, match=r"has changed|have changed") as raised:
        persist_records(ChangedItem, handler, 150, options=options, delivery=RESUMED)
    assert "leave out --resume" in raised.value.hint
    found = persist_records(Item, handler, 150, options=options, delivery=RESUMED)
    assert found.records + found.skipped == 150


def test_a_new_run_replaces_records_of_the_earlier_model(tmp_path: Path, dsn: str) -> None:
    for handler, options in (
        ("sqlite-json", {"database": str(tmp_path / "x.db")}),
        ("postgres-json", {"dsn": dsn, "table": "replaced"}),
    ):
        persist_records(Item, handler, 20, options=options)
        persist_records(ChangedItem, handler, 5, options=options)
        resumed = persist_records(ChangedItem, handler, 20, options=options, delivery=RESUMED)
        assert (resumed.records, resumed.skipped) == (15, 5)


@pytest.mark.parametrize("handler", ["sqlite-json", "sql"])
def test_three_runs_count_what_was_there_before(tmp_path: Path, handler: str) -> None:
    options: dict[str, Any] = {"database": str(tmp_path / "x.db")}
    if handler == "sql":
        options = {"url": f"sqlite:///{tmp_path / 'x.db'}"}
        create_item_table(options["url"])
    counts = []
    for n in (100, 120, 150):
        found = persist_records(Item, handler, n, options=options, delivery=RESUMED)
        counts.append((found.records, found.skipped))
    assert counts == [(100, 0), (20, 100), (30, 120)]


def test_a_held_lock_names_the_process(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    with hold_process_lock(path):
        with pytest.raises(FileInUseError) as raised, hold_process_lock(path):
            pytest.fail("the lock was given twice")
        assert raised.value.owner == str(os.getpid())
    with hold_process_lock(path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_leftover_of_a_killed_process_locks_nothing(tmp_path: Path) -> None:
    (tmp_path / ".x.jsonl.pfg-lock").write_text("12345\n")
    persist_records(Item, "jsonl", 3, options={"path": str(tmp_path / "x.jsonl")})
    assert [path.name for path in tmp_path.iterdir()] == ["x.jsonl"]


def test_two_names_of_one_file_have_one_lock(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").touch()
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "x.jsonl")
    with lock_destination(tmp_path / "x.jsonl"), pytest.raises(PersistError, match="Another run"):
        persist_records(Item, "jsonl", 3, options={"path": str(tmp_path / "link.jsonl")})


@pytest.mark.parametrize("resume", [False, True])
def test_a_second_run_on_one_journal_is_refused(tmp_path: Path, resume: bool) -> None:
    settings = DeliveryConfig(journal=str(tmp_path / "j"), resume=resume, batch_size=2)
    refusals: list[str] = []

    def write(batch: Batch) -> None:
        with pytest.raises(PersistError, match="Another run writes to") as raised:
            persist_records(Item, "memory", 4, delivery=settings)
        refusals.append(raised.value.message)

    persist_records(Item, write, 4, delivery=settings)
    assert len(refusals) == 2
    assert f"process {os.getpid()}" in refusals[0]


@pytest.mark.parametrize("destination", ["sql-sqlite", "sql-postgres", "jsonl"], indirect=True)
def test_a_second_run_on_one_destination_is_refused(
    destination: tuple[str, dict[str, Any]],
) -> None:
    handler, options = destination
    factory = {"sql": sql, "jsonl": jsonl}[handler]
    refusals: list[str] = []

    def wrapped(context: PersistenceContext) -> Iterator[object]:
        """The handler, with a second run before its first batch."""
        inner: Any = factory(context, **options)
        yield_value = next(inner)
        with pytest.raises(PersistError, match="Another run writes to") as raised:
            persist_records(Item, handler, 4, options=options)
        refusals.append(raised.value.message)
        yield yield_value
        next(inner, None)

    assert persist_records(Item, wrapped, 4).records == 4
    assert f"process {os.getpid()}" in refusals[0]


FOREIGN_FILES = {
    "notes.md": "# Notes\n",
    "app.py": "x: int = 1\n",
    "package.json": '{\n  "a": 1\n}',
}


@pytest.mark.parametrize("name", FOREIGN_FILES)
@pytest.mark.parametrize("resume", [False, True])
def test_jsonl_replaces_no_other_file(tmp_path: Path, name: str, resume: bool) -> None:
    path = tmp_path / name
    path.write_text(FOREIGN_FILES[name])
    with pytest.raises(PersistError, match="would be overwritten"):
        persist_records(
            User,
            "jsonl",
            3,
            options={"path": str(path)},
            delivery=DeliveryConfig(resume=resume),
        )
    assert path.read_text() == FOREIGN_FILES[name]


@pytest.mark.parametrize("name", FOREIGN_FILES)
@pytest.mark.parametrize("resume", [False, True])
def test_a_journal_replaces_no_other_file(tmp_path: Path, name: str, resume: bool) -> None:
    path = tmp_path / name
    path.write_text(FOREIGN_FILES[name])
    settings = DeliveryConfig(journal=str(path), resume=resume)
    with pytest.raises(UsageError, match="is not a journal"):
        persist_records(User, "memory", 3, delivery=settings)
    assert path.read_text() == FOREIGN_FILES[name]


def test_a_database_replaces_no_other_file(tmp_path: Path) -> None:
    path = tmp_path / "app.py"
    path.write_text(FOREIGN_FILES["app.py"] * 300)
    with pytest.raises(PersistError, match="not a database"):
        persist_records(User, "sqlite-json", 3, options={"database": str(path)})
    assert path.read_text() == FOREIGN_FILES["app.py"] * 300


def test_a_resumed_file_keeps_equal_lines_and_refuses_others(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    options = {"path": str(path)}
    persist_records(User, "jsonl", 70, options=options)
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])  # the last line is torn
    persist_records(User, "jsonl", 120, options=options, delivery=RESUMED)
    assert path.read_bytes().startswith(whole)
    assert len(path.read_bytes().splitlines()) == 120
    before = path.read_bytes()
    with pytest.raises(PersistError, match="has other records"):
        persist_records(User, "jsonl", 120, 5, options=options, delivery=RESUMED)
    assert path.read_bytes() == before
    persist_records(User, "jsonl", 2, 5, options=options)
    assert len(path.read_bytes().splitlines()) == 2


def test_the_path_of_a_file_may_contain_model_and_seed(tmp_path: Path) -> None:
    persist_records(User, "jsonl", 1, 7, options={"path": str(tmp_path / "{model}-{seed}.jsonl")})
    assert [path.name for path in tmp_path.iterdir()] == ["User-7.jsonl"]


@pytest.mark.parametrize("keep", [False, True])
def test_a_complete_run_deletes_its_journal_unless_it_is_kept(tmp_path: Path, keep: bool) -> None:
    settings = DeliveryConfig(journal=str(tmp_path / "j"), keep_journal=keep)
    persist_records(User, "memory", 3, delivery=settings)
    assert (tmp_path / "j").exists() is keep


def test_a_failed_run_keeps_its_journal(tmp_path: Path) -> None:
    settings = DeliveryConfig(journal=str(tmp_path / "j"))
    with pytest.raises(PersistError):
        persist_records(User, sinks.stop_in_write, 3, delivery=settings)
    assert (tmp_path / "j").exists()


@pytest.mark.parametrize(
    ("handler", "words"),
    [
        (sinks.exit_in_write, "Records 0 to 2 of User were not delivered: SystemExit: 3"),
        (sinks.stop_in_write, "were not delivered: Stop: enough"),
        (sinks.exit_in_async_write, "were not delivered: SystemExit: no more"),
        (sinks.exit_in_open, "could not be opened for User: SystemExit: 3"),
        (sinks.exit_in_close, "could not be closed after User: SystemExit: 3"),
    ],
)
def test_an_exit_of_a_handler_is_an_error(handler: Callable[..., Any], words: str) -> None:
    with pytest.raises(PersistError) as raised:
        persist_records(User, handler, 3)
    assert words in raised.value.message


def test_a_handler_module_that_exits_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "leaving_sink.py").write_text("raise SystemExit(3)\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="cannot be imported: SystemExit: 3"):
        persist_records(User, "leaving_sink:send", 3)


class Starting:
    """A destination that accepts connections from the third on."""

    tries = 0

    def open(self, context: PersistenceContext) -> None:
        Starting.tries += 1
        if Starting.tries < 3:
            raise ConnectionRefusedError("starting")

    def write(self, batch: Batch) -> None:
        pass


def test_opening_is_retried_like_a_batch() -> None:
    Starting.tries = 0
    found = persist_records(User, Starting, 3, delivery=DeliveryConfig(retry_wait=0))
    assert (found.records, found.retries) == (3, 2)


def test_opening_is_retried_no_more_often_than_a_batch() -> None:
    opened = []

    def refusing(context: object) -> Iterator[BatchWriter]:
        opened.append(1)
        raise TransientError("closed today")
        yield

    with pytest.raises(PersistError, match="opened for User in 2 tries: closed today"):
        persist_records(User, refusing, delivery=DeliveryConfig(retry_wait=0, max_retries=1))
    assert len(opened) == 2


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"batch_size": 0}, "batch_size is 0, .* at least 1"),
        ({"batch_size": 2.5}, "batch_size .* a whole number"),
        ({"batch_size": True}, "batch_size"),
        ({"max_retries": -1}, "max_retries .* at least 0"),
        ({"retry_wait": -0.5}, "retry_wait .* at least 0"),
        ({"retry_wait": float("nan")}, "retry_wait"),
        ({"resume": "perhaps"}, "resume"),
        ({"journal": 3}, "journal"),
    ],
)
def test_python_options_are_checked_as_flags_are(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        persist_records(User, "memory", 3, delivery=DeliveryConfig(**settings))


def test_a_negative_number_of_records_is_refused() -> None:
    with pytest.raises(UsageError, match="at least 0"):
        persist_records(User, "memory", -3)


def test_random_data_cannot_be_resumed() -> None:
    config = GenerationConfig(rng_mode="entropy")
    with pytest.raises(UsageError, match="entropy"):
        persist_records(User, "memory", 3, config=config, delivery=RESUMED)


def test_a_redirect_names_the_whole_address() -> None:
    answer = (301, "", {"Location": "/there"})
    with serving([answer]) as inbox, pytest.raises(PersistError) as raised:
        persist_records(User, "http-post", 1, options={"url": inbox.url})
    assert raised.value.hint == f"Set the handler's url to http://127.0.0.1:{inbox.port}/there."


def test_errors_show_no_password_of_a_url() -> None:
    with serving([(400, "", {})]) as inbox:
        options = {"url": inbox.url.replace("//", "//ada:s3cret@")}
        with pytest.raises(PersistError) as raised:
            persist_records(User, "http-post", 1, options=options)
    assert "s3cret" not in str(raised.value.to_json())
    assert "ada:***@" in raised.value.message


def test_short_values_do_not_garble_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOLDER", ".")

    def write(batch: Batch, *, folder: str) -> None:
        raise ValueError("no room in x.db.")

    with pytest.raises(PersistError) as raised:
        persist_records(User, write, options={"folder": "$FOLDER"})
    assert "no room in x.db; 0 records were delivered." in raised.value.message


class Stored(BaseModel):
    id: int


def test_paths_of_a_handler_are_path_objects(tmp_path: Path) -> None:
    seen: list[object] = []

    def send(batch: Batch, *, folder: Path) -> None:
        seen.append(folder)

    persist_records(Stored, send, 1, options={"folder": "out"})
    assert seen == [Path("out")]


def test_the_sql_ledger_stays_readable_for_older_runs(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    create_item_table(url)
    persist_records(Item, sql, 3, options={"url": url})
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("drop table pfg_delivered_models"))
    engine.dispose()
    found = persist_records(Item, sql, 3, options={"url": url}, delivery=RESUMED)
    assert (found.records, found.skipped) == (0, 3)
