"""What a database does beyond the contract: its file or server, what it refuses, and how it lets go."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
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


class Nicked(Town):
    nick: str = ""


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


def is_open(path: Path) -> bool:
    """Whether this process holds the file at *path* open."""
    handles = Path("/proc/self/fd").iterdir()
    return any(handle.is_symlink() and handle.readlink() == path for handle in handles)


def test_sqlite_makes_its_folder_and_leaves_one_file(tmp_path: Path) -> None:
    with opened(open_sqlite(str(tmp_path / "a" / "b.db"))):
        assert len(list((tmp_path / "a").iterdir())) > 1
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.db"]


def test_a_file_that_is_no_database_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "db").write_text("no database" * 200)
    with pytest.raises(
        StoreError, match=r"Cannot use the database: file is not a database"
    ) as caught:
        open_sqlite(str(tmp_path / "db"))
    assert not is_open(tmp_path / "db"), caught
    with pytest.raises(StoreError, match=r"Cannot use the database: unable to open"):
        open_sqlite(str(tmp_path))


def test_a_full_disk_is_told_as_such_and_the_store_goes_on(tmp_path: Path) -> None:
    connection = SqliteConnection(str(tmp_path / "db"))
    with opened(SqlAdapter(connection, SQLITE_DIALECT)) as store:
        connection.execute("pragma max_page_count = 1")  # which is taken for as many as there are
        with (
            pytest.raises(StoreError, match="Cannot use the database: database or disk is full"),
            store.transaction(),
        ):
            store["towns"].create(name="x" * 100_000)
        connection.execute("pragma max_page_count = 1000000")
        store["towns"].create(name="y")
        assert len(store["towns"]) == 3


def test_a_database_of_other_resources_is_refused_and_reset_takes_them(tmp_path: Path) -> None:
    path = str(tmp_path / "db")
    with opened(open_sqlite(path)) as store:
        store.snapshots.save("mine")
    with (
        pytest.raises(
            StoreError, match="The database holds other resources than the models declare"
        ),
        opened(open_sqlite(path), Nicked),
    ):
        pass
    with opened(open_sqlite(path), Nicked, reset=True) as store:
        assert [town.nick for town in store["towns"]] == ["", ""]
        assert store["towns"].create(name="x").id == 3
        assert store.snapshots.list_names() == ["mine"]


@pytest.mark.parametrize(
    "change",
    [{"on_delete": (("towns.mayor_id", "cascade"),)}, {"link": ()}, {"unique": ("towns.name",)}],
)
def test_a_database_of_other_rules_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    def opening(**rules: Any) -> Store:
        wishes = {"on_delete": (), "link": ("towns.mayor_id=towns.id",), "unique": (), **rules}
        config = StoreConfig(
            adapter="sqlite", db_path=str(tmp_path / "db"), on_delete=wishes.pop("on_delete")
        )
        return open_store({"towns": Ruled}, config, GenerationConfig(**wishes))

    opening().close()
    opening().close()
    with pytest.raises(
        StoreError, match="The database holds other resources than the models declare"
    ):
        opening(**change)


def test_postgres_is_built_anew_and_lets_go(dsn: str) -> None:
    import psycopg

    from pytest_fixturegen.store.adapters.postgres import open_postgres

    whole = complete_adapter(open_postgres(dsn))
    store = Store(build_sample_schema(), whole, StoreHooks())
    store.rows("shelves").create(b'{"room": "x"}')
    store.close()
    with opened(open_postgres(dsn), reset=True) as towns:
        assert len(towns["towns"]) == 2
    with psycopg.connect(dsn) as connection:
        asked = "select count(*) from pg_stat_activity where datname = current_database()"
        assert connection.execute(asked).fetchone() == (1,)


def test_what_postgres_cannot_hold_is_refused_and_a_server_that_is_not_there_told(dsn: str) -> None:
    from pytest_fixturegen.store.adapters.postgres import open_postgres

    with opened(open_postgres(dsn), Tagged) as store:
        for town in ({"name": "a\x00b"}, {"name": "a", "tags": ["a\x00b"]}):
            with pytest.raises(InvalidError, match="PostgreSQL cannot store the record"):
                store["towns"].create(town)
        assert len(store["towns"]) == 2
    with pytest.raises(StoreError, match="Cannot use PostgreSQL"):
        open_postgres("host=127.0.0.1 port=1 connect_timeout=1")


def test_postgres_compares_texts_by_code_point_whatever_its_locale(dsn: str) -> None:
    """Servers of tests may have no other locale than C: so PostgreSQL is asked by which rules it would sort."""
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


def test_a_database_refuses_what_breaks_a_rule_by_itself(dsn: str) -> None:
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


def test_resources_that_refer_to_one_another_are_reset_and_restored(dsn: str) -> None:
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


def test_a_json_file_tells_nothing_of_what_is_undone(tmp_path: Path) -> None:
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


def test_a_json_file_that_cannot_be_saved_is_closed_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    adapter = JsonFileAdapter(
        str(tmp_path / "file" / "db.json"), auto_save=True, interval=60, lock=threading.RLock()
    )
    adapter.initialize(build_sample_schema())
    with adapter.savepoint():
        pass
    with pytest.raises(StoreError, match=r"file/db\.json"):
        adapter.close()
    with pytest.raises(StoreError, match="closed"):
        adapter.backup()


def test_a_json_file_is_not_written_now_and_then_while_something_may_be_undone(
    tmp_path: Path,
) -> None:
    config = StoreConfig(
        adapter="json-file", db_path=str(tmp_path / "db.json"), count=2, save_interval=0.02
    )
    with closing(open_store([Town], config)) as store:
        store["towns"].create(name="x")
        with store.rollback():
            store["towns"].delete(1)
            time.sleep(0.06)
            assert not (tmp_path / "db.json").exists() or 1 in towns_of(tmp_path / "db.json")
    assert towns_of(tmp_path / "db.json") == [1, 2, 3]


def test_a_json_file_is_not_written_now_and_then_while_somebody_else_is_at_work(
    tmp_path: Path,
) -> None:
    lock = threading.RLock()
    adapter = JsonFileAdapter(str(tmp_path / "db.json"), auto_save=True, interval=0.01, lock=lock)
    adapter.initialize(build_sample_schema())
    with lock:
        with adapter.savepoint():
            adapter.create_resource("shelves", 1, b'{"id":1,"room":"x"}')
        time.sleep(0.1)
        assert not (tmp_path / "db.json").exists()
    adapter.close()
    assert (tmp_path / "db.json").exists()


def written_at_last(path: Path, keys: list[int]) -> bool:
    """Whether the towns of *keys* are in the file within some seconds."""
    until = time.monotonic() + 5
    while not (path.exists() and towns_of(path) == keys) and time.monotonic() < until:
        time.sleep(0.01)
    return path.exists() and towns_of(path) == keys


def test_who_writes_next_is_told_that_a_json_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "folder").touch()
    path = tmp_path / "folder" / "db.json"
    with closing(
        open_store(
            [Town], StoreConfig(adapter="json-file", db_path=str(path), count=2, save_interval=0.01)
        )
    ) as store:
        time.sleep(0.5)  # the writer tries
        with pytest.raises(StoreError, match=r"db\.json cannot be written") as caught:
            store["towns"].create(name="x")
        assert (caught.value.hint, len(store["towns"])) == (
            "Choose another path with --db-path.",
            2,
        )
        (tmp_path / "folder").unlink()
        store["towns"].create(name="x")
        assert written_at_last(path, [1, 2, 3])
        path.unlink()
        store["towns"].create(name="y")
        assert written_at_last(path, [1, 2, 3, 4])


def test_who_closes_a_json_file_while_its_writer_waits_for_it_is_not_kept_waiting(
    tmp_path: Path,
) -> None:
    lock = threading.RLock()
    adapter = JsonFileAdapter(str(tmp_path / "db.json"), auto_save=True, interval=0.01, lock=lock)
    adapter.initialize(build_sample_schema())

    def close() -> None:
        with lock:
            time.sleep(0.1)  # the writer wants to look whether there is something to write
            adapter.close()

    closing_thread = threading.Thread(target=close, daemon=True)
    closing_thread.start()
    closing_thread.join(20)
    assert not closing_thread.is_alive()


def test_sqlite_waits_for_nobody_who_reads(tmp_path: Path) -> None:
    with (
        opened(open_sqlite(str(tmp_path / "db"))) as store,
        closing(sqlite3.connect(tmp_path / "db")) as reader,
    ):
        reader.execute("begin")
        assert reader.execute("select count(*) from towns").fetchone() == (2,)
        store["towns"].create(name="x")
        assert reader.execute("select count(*) from towns").fetchone() == (2,)


def test_what_no_adapter_can_do_is_no_capability() -> None:
    class Boastful(dict[str, Any]):
        capabilities = ("query",)
        initialize = get_resources = get_resource = create_resource = update_resource = (
            delete_resource
        ) = close = dict.get

    with pytest.raises(StoreError, match="Boastful has an unknown capability 'query'") as caught:
        complete_adapter(Boastful())
    assert "queries" in CAPABILITIES
    assert caught.value.hint == "Did you mean 'queries'?"


def test_constraints_without_savepoints_are_refused() -> None:
    with closing(open_memory()) as adapter:
        adapter.capabilities = frozenset(CAPABILITIES) - {"savepoints"}
        with pytest.raises(
            StoreError, match="SqlAdapter has the capability 'constraints' but not 'savepoints'"
        ):
            open_store([Town], adapter=adapter)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("postgres", "'postgres' needs a path or a DSN"),
        (
            "no_such_module:x",
            "Cannot load the store adapter 'no_such_module:x' from no_such_module:x: No module named 'no_such_module'",
        ),
        ("json:nothing", "Cannot load the store adapter 'json:nothing' from json:nothing"),
    ],
)
def test_an_adapter_that_cannot_be_made_is_told_why(name: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        open_store([Town], StoreConfig(adapter=name))


def test_an_error_of_ours_in_the_module_of_an_adapter_comes_through_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own_adapter.py").write_text(
        "from pytest_fixturegen.errors import StoreError\nraise StoreError('It is switched off.', hint='Switch it on.')\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(StoreError) as caught:
        open_store([Town], StoreConfig(adapter="own_adapter:kept"))
    assert (caught.value.message, caught.value.hint) == ("It is switched off.", "Switch it on.")


def offline(reason: type[Exception] = ConnectionError) -> Any:
    raise reason("no connection")


def test_what_fails_to_make_an_adapter_is_told_and_an_error_of_ours_comes_through() -> None:
    for wanted, name in ((offline, "offline"), (f"{__name__}:offline", f"{__name__}:offline")):
        with pytest.raises(
            StoreError,
            match=f"Cannot create the store adapter '{name}': ConnectionError: no connection",
        ):
            open_store([Town], adapter=wanted)
    with pytest.raises(ConfigError, match=r"^no connection$"):
        open_store([Town], adapter=lambda: offline(ConfigError))


class Named:
    """What a dotted path may lead to."""

    seen: ClassVar[list[Any]] = []

    @staticmethod
    def kept(lock: Any, path: str = "usual") -> Any:
        Named.seen.append((lock, path))
        return open_memory()


def test_an_adapter_is_found_within_a_class_and_given_what_it_asks_for() -> None:
    with closing(open_store([Town], StoreConfig(adapter=f"{__name__}:Named.kept"))) as store:
        assert [Named.seen.pop()] == [(store.lock, "usual")]
