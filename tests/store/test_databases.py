"""Databases beyond the contract: files and servers, rejections, and how they are closed."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

import pytest
from pydantic import BaseModel

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import ConfigError, StoreError
from pytest_fixturegen.store.adapters.adapter import CAPABILITIES
from pytest_fixturegen.store.adapters.emulation import complete_adapter
from pytest_fixturegen.store.adapters.json_file import JsonFileAdapter
from pytest_fixturegen.store.adapters.sql import SqlAdapter
from pytest_fixturegen.store.adapters.sqlite import (
    SQLITE_DIALECT,
    SqliteConnection,
    open_memory,
    open_sqlite,
)
from pytest_fixturegen.store.adapters.statements import build_ordering
from pytest_fixturegen.store.contract_sample import build_sample_schema
from pytest_fixturegen.store.errors import ConflictError, InvalidError
from pytest_fixturegen.store.models import build_schema
from pytest_fixturegen.store.queries import Query
from pytest_fixturegen.store.store import Store, StoreHooks
from tests.store.manual_timer import PATIENCE, ManualTimer, WatchedLock


class Town(BaseModel):
    id: int
    name: str


class Ruled(Town):
    mayor_id: int | None = None


class Team(BaseModel):
    id: int
    captain_id: int | None = None


class Player(BaseModel):
    id: int
    team_id: int


class Tagged(Town):
    tags: list[str] = []


class Counted(Town):
    people: int


class Nameless(BaseModel):
    id: int


class Nicked(Town):
    nick: str = "none"
    mayor: str | None = None
    founded: datetime | None = None


class Door(BaseModel):
    sign: str


class Hall(BaseModel):
    street: str
    door: Door


class Housed(Town):
    hall: Hall


@contextmanager
def opened(adapter: Any, model: Any = Town, **settings: Any) -> Iterator[Store]:
    with closing(
        open_store({"towns": model}, StoreConfig(count=2), adapter=adapter, **settings)
    ) as store:
        yield store


def open_timed(path: Path, lock: Any, timer: ManualTimer) -> JsonFileAdapter:
    """Return an adapter whose thread saves at the ticks of *timer*."""
    return JsonFileAdapter(str(path), auto_save=True, interval=1, lock=lock, stop_event=timer)


def is_open(path: Path) -> bool:
    """Return whether this process has the file at *path* open."""
    handles = Path("/proc/self/fd").iterdir()
    return any(handle.is_symlink() and handle.readlink() == path for handle in handles)


def test_sqlite_creates_its_folder_and_leaves_one_file(tmp_path: Path) -> None:
    with opened(open_sqlite(str(tmp_path / "a" / "b.db"))):
        assert len(list((tmp_path / "a").iterdir())) > 1
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.db"]


def test_a_file_that_is_not_a_database_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "db").write_text("no database" * 200)
    with pytest.raises(
        StoreError, match=r"Cannot use the database: file is not a database"
    ) as caught:
        open_sqlite(str(tmp_path / "db"))
    assert not is_open(tmp_path / "db"), caught
    with pytest.raises(StoreError, match=r"Cannot use the database: unable to open"):
        open_sqlite(str(tmp_path))


def test_a_full_disk_is_an_error_and_the_store_continues(tmp_path: Path) -> None:
    connection = SqliteConnection(str(tmp_path / "db"))
    with opened(SqlAdapter(connection, SQLITE_DIALECT)) as store:
        connection.execute("pragma max_page_count = 1")  # SQLite raises it to the pages in use
        with (
            pytest.raises(StoreError, match="Cannot use the database: database or disk is full"),
            store.transaction(),
        ):
            store["towns"].create(name="x" * 100_000)
        connection.execute("pragma max_page_count = 1000000")
        store["towns"].create(name="y")
        assert len(store["towns"]) == 3


def test_a_database_of_other_resources_is_an_error_unless_reset(tmp_path: Path) -> None:
    path = str(tmp_path / "db")
    with opened(open_sqlite(path)) as store:
        store.snapshots.save("mine")
    for other in (Counted, Nameless):
        with (
            pytest.raises(
                StoreError, match="The database holds other resources than the models declare"
            ),
            opened(open_sqlite(path), other),
        ):
            pass
    with opened(open_sqlite(path), Counted, reset=True) as store:
        assert [type(town.people) for town in store["towns"]] == [int, int]
        assert store["towns"].create(name="x", people=7).id == 3
        assert store.snapshots.list_names() == ["mine"]


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_field_with_a_default_is_added_to_a_database(tmp_path: Path, dsn: str, kind: str) -> None:
    config = StoreConfig(
        adapter=kind, db_path=dsn if kind == "postgres" else str(tmp_path / "db"), count=3
    )
    with closing(open_store({"towns": Town}, config)) as store:
        before = [(town.id, town.name) for town in store["towns"]]
    for _ in range(2):
        with closing(open_store({"towns": Nicked}, config)) as store:
            towns = store["towns"].all()
            assert [(town.id, town.name) for town in towns[:3]] == before
            assert [town.nick for town in towns[:3]] == ["none"] * 3
            assert len(store["towns"].all(nick="none")) == 3
            store["towns"].create(name="x", nick="y", founded="2024-01-01T00:00:00Z")
            assert store["towns"].all(nick="y")[0].mayor is None


def test_a_database_whose_records_do_not_fit_stays_as_it_is(tmp_path: Path) -> None:
    path = str(tmp_path / "db")
    with opened(open_sqlite(path)) as store:
        before = store.backup()
    with (
        pytest.raises(StoreError, match=r"A record does not fit them: towns.people"),
        opened(open_sqlite(path), Counted),
    ):
        pass
    with opened(open_sqlite(path)) as store:
        assert store.backup() == before


@pytest.mark.parametrize("place", ["header", "pages"])
def test_reset_moves_a_corrupt_database_aside(tmp_path: Path, place: str) -> None:
    path = tmp_path / "towns.db"
    config = StoreConfig(adapter="sqlite", db_path=str(path), count=200)
    open_store({"towns": Town}, config).close()
    content = path.read_bytes()
    start = 0 if place == "header" else 100
    corrupt = content[:start] + b"\xa5" * (len(content) - start)
    path.write_bytes(corrupt)
    with pytest.raises(StoreError, match="Cannot use the database: ") as caught:
        open_store({"towns": Town}, config)
    assert "--reset" in caught.value.hint
    assert path.read_bytes() == corrupt
    for number in ("", "2"):
        path.write_bytes(corrupt)
        with closing(open_store({"towns": Town}, config, reset=True)) as store:
            assert len(store["towns"]) == 200
        assert path.with_name(f"towns.db.corrupt{number}").read_bytes() == corrupt


@pytest.mark.parametrize(
    "change",
    [{"on_delete": (("towns.mayor_id", "cascade"),)}, {"link": ()}, {"unique": ("towns.name",)}],
)
def test_a_database_with_other_constraints_is_an_error(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    def open_ruled(**rules: Any) -> Store:
        options = {"on_delete": (), "link": ("towns.mayor_id=towns.id",), "unique": (), **rules}
        config = StoreConfig(
            adapter="sqlite", db_path=str(tmp_path / "db"), on_delete=options.pop("on_delete")
        )
        return open_store({"towns": Ruled}, config, GenerationConfig(**options))

    open_ruled().close()
    open_ruled().close()
    with pytest.raises(
        StoreError, match="The database holds other resources than the models declare"
    ):
        open_ruled(**change)


def test_reset_replaces_a_postgres_schema_and_close_disconnects(dsn: str) -> None:
    import psycopg

    from pytest_fixturegen.store.adapters.postgres import open_postgres

    complete = complete_adapter(open_postgres(dsn))
    store = Store(build_sample_schema(), complete, StoreHooks())
    store.rows("shelves").create(b'{"room": "x"}')
    store.close()
    with opened(open_postgres(dsn), reset=True) as towns:
        assert len(towns["towns"]) == 2
    with psycopg.connect(dsn) as connection:
        asked = "select count(*) from pg_stat_activity where datname = current_database()"
        assert connection.execute(asked).fetchone() == (1,)


def lose_transaction(store: Store, disconnect: Callable[[], None]) -> None:
    """Create records in a transaction that loses its connection, and ignore the first error."""
    with store.transaction():
        store["towns"].create(name="lost")
        disconnect()
        with contextlib.suppress(StoreError):
            store["towns"].create(name="lost, too")
        store["towns"].create(name="lost as well")


def test_postgres_connections_are_renewed(dsn: str) -> None:
    import psycopg

    from pytest_fixturegen.store.adapters.postgres import open_postgres

    def disconnect() -> None:
        """Close the connection of the store, as a server that restarts does."""
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                " where datname = current_database() and pid <> pg_backend_pid()"
            )

    with opened(open_postgres(dsn)) as store:
        disconnect()
        assert len(store["towns"]) == 2
        disconnect()
        assert store["towns"].create(name="after").id == 3
        with pytest.raises(StoreError, match="Cannot use PostgreSQL"):
            lose_transaction(store, disconnect)
        assert [town.name for town in store["towns"].all(id_gte=3)] == ["after"]
        disconnect()
        assert store["towns"].get(3).name == "after"


def test_postgres_rejects_null_characters_and_needs_a_server(dsn: str) -> None:
    from pytest_fixturegen.store.adapters.postgres import open_postgres

    with opened(open_postgres(dsn), Tagged) as store:
        for town in ({"name": "a\x00b"}, {"name": "a", "tags": ["a\x00b"]}):
            with pytest.raises(InvalidError, match="PostgreSQL cannot store the record"):
                store["towns"].create(town)
        assert len(store["towns"]) == 2
    with pytest.raises(StoreError, match="Cannot use PostgreSQL"):
        open_postgres("host=127.0.0.1 port=1 connect_timeout=1")


def test_postgres_compares_texts_by_code_point_in_every_locale(dsn: str) -> None:
    """The test asks for the collation: the server may have no other locale than C."""
    import psycopg

    from pytest_fixturegen.store.adapters.postgres import POSTGRES_DIALECT, open_postgres

    with opened(open_postgres(dsn), Housed), psycopg.connect(dsn) as connection:
        towns = build_schema({"towns": Housed}).find_resource("towns")
        for name in ("name", "hall.street", "hall.door.sign"):
            order = build_ordering(
                towns, Query(sort=((towns.find_column(name), False),)), POSTGRES_DIALECT
            ).partition(" asc")[0]
            asked = f"select pg_collation_for({order}) from towns limit 1"
            assert connection.execute(asked.encode(), ()).fetchone() == ('"C"',), name


def test_a_database_enforces_constraints_itself(dsn: str) -> None:
    from pytest_fixturegen.store.adapters.postgres import open_postgres

    for adapter in (open_memory(), open_postgres(dsn)):
        adapter.initialize(build_sample_schema())
        adapter.create_resource("shelves", 1, b'{"id":1,"room":"x"}')
        for resource, text in (
            ("shelves", b'{"id":1,"room":"y"}'),
            ("pages", b'{"id":1,"book_id":7}'),
        ):
            with pytest.raises(ConflictError), adapter.savepoint():
                adapter.create_resource(resource, 1, text)
            with pytest.raises(ConflictError):
                adapter.create_many(resource, [(2, text.replace(b'"id":1', b'"id":2')), (1, text)])
        assert (adapter.count("shelves"), adapter.count("pages")) == (1, 0)
        adapter.close()


def test_resources_with_cyclic_references_are_reset_and_restored(dsn: str) -> None:
    from pytest_fixturegen.store.adapters.postgres import open_postgres

    links = GenerationConfig(link=("Team.captain_id=Player.id", "Player.team_id=Team.id"))
    for adapter in (open_memory(), open_postgres(dsn)):
        with closing(
            open_store([Team, Player], StoreConfig(generate=False), links, adapter=adapter)
        ) as store:
            store["teams"].create(id=1)
            store["players"].create(id=1, team_id=1)
            store["teams"].patch(1, captain_id=1)
            backup = store.backup()
            store.reset()
            assert len(store["teams"]) == len(store["players"]) == 0
            store.restore(backup)
            assert store.backup() == backup


def towns_of(path: Path) -> list[int]:
    return [town["id"] for town in json.loads(path.read_text("utf-8"))["towns"]]


def test_a_json_file_never_contains_undone_changes(tmp_path: Path) -> None:
    config = StoreConfig(adapter="json-file", db_path=str(tmp_path / "db.json"), count=2)
    with closing(open_store([Town], config)) as store:
        with store.rollback():
            store["towns"].delete(1)
            assert towns_of(tmp_path / "db.json") == [1, 2]
        assert towns_of(tmp_path / "db.json") == [1, 2]
        assert store.get_stats()["storage"] == {
            "file": str(tmp_path / "db.json"),
            "saves": 1,
            "unsaved": False,
        }
        (tmp_path / "db.json").unlink()
        with pytest.raises(StoreError, match=r"Cannot read .*db\.json: No such file"):
            store.load()
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"file/db\.json"):
        open_store(
            [Town], StoreConfig(adapter="json-file", db_path=str(tmp_path / "file" / "db.json"))
        )


def test_a_json_file_that_cannot_be_saved_is_still_closed(tmp_path: Path) -> None:
    path = tmp_path / "db.json"
    adapter = open_timed(path, threading.RLock(), ManualTimer())
    adapter.initialize(build_sample_schema())
    adapter.create_resource("shelves", 1, b'{"id":1,"room":"x"}')
    adapter.create_resource("shelves", 2, b'{"id":2,"room":"y"}')
    path.unlink()
    path.mkdir()
    with pytest.raises(StoreError, match=r"db\.json was edited by another program"):
        adapter.close()
    with pytest.raises(StoreError, match="closed"):
        adapter.backup()


def test_the_saving_thread_does_not_write_within_a_rollback_scope(tmp_path: Path) -> None:
    path, timer = tmp_path / "db.json", ManualTimer()
    with opened(lambda lock: open_timed(path, lock, timer)) as store:
        store["towns"].create(name="x")
        with store.rollback():
            store["towns"].delete(1)
            timer.tick()
            assert towns_of(path) == [1, 2]
        timer.tick()
        assert towns_of(path) == [1, 2, 3]


def test_the_saving_thread_waits_for_the_lock_of_the_store(tmp_path: Path) -> None:
    path, timer, lock = tmp_path / "db.json", ManualTimer(), WatchedLock()
    adapter = open_timed(path, lock, timer)
    adapter.initialize(build_sample_schema())
    adapter.create_resource("shelves", 1, b'{"id":1,"room":"x"}')
    first = path.read_bytes()
    with lock:
        adapter.create_resource("shelves", 2, b'{"id":2,"room":"x"}')
        timer.start_tick()
        assert lock.is_requested.wait(PATIENCE)
        assert path.read_bytes() == first
    adapter.close()
    assert path.read_bytes() != first


def test_the_change_after_a_failed_save_raises_and_then_saves(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    path, timer = folder / "db.json", ManualTimer()
    with opened(lambda lock: open_timed(path, lock, timer)) as store:
        store["towns"].create(name="x")
        folder.rename(tmp_path / "other")
        folder.touch()
        timer.tick()
        with pytest.raises(StoreError, match=r"db\.json cannot be written") as caught:
            store["towns"].create(name="y")
        assert caught.value.hint == "Choose another path with --db-path."
        assert len(store["towns"]) == 3
        folder.unlink()
        store["towns"].create(name="y")
        assert towns_of(path) == [1, 2, 3, 4]
        path.unlink()
        store["towns"].create(name="z")
        assert not path.exists()
        timer.tick()
        assert towns_of(path) == [1, 2, 3, 4, 5]


def test_close_does_not_deadlock_with_the_saving_thread(tmp_path: Path) -> None:
    timer, lock = ManualTimer(), WatchedLock()
    adapter = open_timed(tmp_path / "db.json", lock, timer)
    adapter.initialize(build_sample_schema())

    def close() -> None:
        with lock:
            timer.start_tick()
            assert lock.is_requested.wait(PATIENCE)
            adapter.close()

    closing_thread = threading.Thread(target=close, daemon=True)
    closing_thread.start()
    closing_thread.join(PATIENCE)
    assert not closing_thread.is_alive()


def test_a_reader_does_not_block_a_write_to_sqlite(tmp_path: Path) -> None:
    with (
        opened(open_sqlite(str(tmp_path / "db"))) as store,
        closing(sqlite3.connect(tmp_path / "db")) as reader,
    ):
        reader.execute("begin")
        assert reader.execute("select count(*) from towns").fetchone() == (2,)
        store["towns"].create(name="x")
        assert reader.execute("select count(*) from towns").fetchone() == (2,)


def test_an_unknown_capability_is_an_error() -> None:
    class Overstated(dict[str, Any]):
        capabilities = ("query",)
        initialize = get_resources = get_resource = create_resource = update_resource = (
            delete_resource
        ) = close = dict.get

    with pytest.raises(StoreError, match="Overstated has an unknown capability 'query'") as caught:
        complete_adapter(Overstated())
    assert "queries" in CAPABILITIES
    assert caught.value.hint == "Did you mean 'queries'?"


def test_constraints_without_savepoints_are_an_error() -> None:
    with closing(open_memory()) as adapter:
        adapter.capabilities = frozenset(CAPABILITIES) - {"savepoints"}
        with pytest.raises(
            StoreError, match="SqlAdapter has the capability 'constraints' but not 'savepoints'"
        ):
            open_store([Town], adapter=adapter)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("postgres", "'postgres' needs a path or a DSN"),
        (
            "no_such_module:x",
            "Cannot load the store adapter 'no_such_module:x' from no_such_module:x:"
            " No module named 'no_such_module'",
        ),
        ("json:nothing", "Cannot load the store adapter 'json:nothing' from json:nothing"),
    ],
)
def test_an_adapter_that_cannot_be_loaded_is_an_error_with_the_reason(
    name: str, message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        open_store([Town], StoreConfig(adapter=name))


def test_a_store_error_in_an_adapter_module_is_not_wrapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own_adapter.py").write_text(
        "from pytest_fixturegen.errors import StoreError\n"
        "raise StoreError('It is disabled.', hint='Enable it.')\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(StoreError) as caught:
        open_store([Town], StoreConfig(adapter="own_adapter:open"))
    assert (caught.value.message, caught.value.hint) == ("It is disabled.", "Enable it.")


def fail_offline(error: type[Exception] = ConnectionError) -> Any:
    raise error("no connection")


def test_an_exception_of_an_adapter_factory_is_wrapped_but_not_a_store_error() -> None:
    for adapter, name in (
        (fail_offline, "fail_offline"),
        (f"{__name__}:fail_offline", f"{__name__}:fail_offline"),
    ):
        with pytest.raises(
            StoreError,
            match=f"Cannot create the store adapter '{name}': ConnectionError: no connection",
        ):
            open_store([Town], adapter=adapter)
    with pytest.raises(ConfigError, match=r"^no connection$"):
        open_store([Town], adapter=lambda: fail_offline(ConfigError))


class Factories:
    """A class with a factory, for a dotted path."""

    seen: ClassVar[list[Any]] = []

    @staticmethod
    def open(lock: Any, path: str = "usual") -> Any:
        Factories.seen.append((lock, path))
        return open_memory()


def test_a_dotted_path_to_a_method_receives_the_arguments_it_names() -> None:
    with closing(open_store([Town], StoreConfig(adapter=f"{__name__}:Factories.open"))) as store:
        assert [Factories.seen.pop()] == [(store.lock, "usual")]
