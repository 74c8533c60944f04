"""``create_api``: a REST API that a Python program starts and stops."""

from __future__ import annotations

import asyncio
import sys
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import BaseModel

from examples.adapters.document import Documents
from pytest_fixturegen import GenerationConfig, ServeConfig, StoreConfig, create_api
from pytest_fixturegen.errors import ConfigError, StoreError
from pytest_fixturegen.store.adapters.sqlite import open_memory
from pytest_fixturegen.store.errors import MissingError

SPEC: dict[str, Any] = {
    "resources": [
        {"name": "users", "fields": [{"name": "id", "type": "number"}, {"name": "name"}]},
    ],
    "data": {"users": [{"id": 1, "name": "Ada"}]},
}


class Note(BaseModel):
    id: int
    text: str


def read_names(url: str) -> list[str]:
    return [user["name"] for user in httpx.get(f"{url}/users", trust_env=False).json()]


def add_user(url: str, name: str) -> int:
    response = httpx.post(f"{url}/users", json={"name": name}, trust_env=False)
    return response.status_code


def test_an_api_runs_between_start_and_stop() -> None:
    api = create_api(SPEC)
    assert not api.is_running
    with pytest.raises(StoreError, match="has no address, because it does not run"):
        _ = api.url
    assert api.start() is api
    url = api.url
    assert api.is_running
    assert read_names(url) == ["Ada"]
    with pytest.raises(StoreError, match="The API runs already, at http://127"):
        api.start()
    api.stop()
    api.stop()
    with pytest.raises(httpx.ConnectError):
        read_names(url)
    assert "pfg-serve" not in {thread.name for thread in threading.enumerate()}


def test_the_server_and_the_program_share_one_store() -> None:
    with create_api(SPEC) as api:
        api.store["users"].create(name="Bob")
        assert add_user(api.url, "Cy") == 201
        assert [user.name for user in api.store["users"]] == read_names(api.url)


def test_records_may_be_written_before_the_start() -> None:
    api = create_api(SPEC)
    api.store["users"].create(name="Bob")
    with api:
        assert read_names(api.url) == ["Ada", "Bob"]


def test_an_api_in_memory_starts_again_with_its_initial_data() -> None:
    api = create_api(SPEC)
    with api:
        add_user(api.url, "Bob")
    with api:
        assert read_names(api.url) == ["Ada"]


def test_async_code_starts_and_stops_an_api() -> None:
    async def use_api() -> tuple[list[str], bool]:
        async with create_api(SPEC) as api, httpx.AsyncClient(trust_env=False) as client:
            await client.post(f"{api.url}/users", json={"name": "Bob"})
            users = (await client.get(f"{api.url}/users")).json()
        await api.start_async()
        await api.stop_async()
        return [user["name"] for user in users], api.is_running

    assert asyncio.run(use_api()) == (["Ada", "Bob"], False)


@pytest.mark.parametrize("adapter", [open_memory, Documents, "mapping", "text", "instance"])
def test_a_database_may_be_given_in_every_form(
    adapter: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setitem(sys.modules, "stores_of_a_program", sys.modules[Documents.__module__])
    path = str(tmp_path / "documents")
    database = {
        "mapping": {"adapter": Documents, "dbPath": path},
        "text": {"adapter": "stores_of_a_program:Documents", "dbPath": path},
        "instance": Documents(path),
    }.get(str(adapter), adapter)
    store = StoreConfig(db_path=path, generate=False)
    with create_api(SPEC, database=database, store=store) as api:
        assert add_user(api.url, "Bob") == 201
        assert read_names(api.url) == ["Ada", "Bob"]
        stats = httpx.get(f"{api.url}/admin/stats", trust_env=False).json()
    assert (tmp_path / "documents").exists() == ("memory" not in stats["adapter"])


def test_a_name_and_a_mapping_choose_a_built_in_adapter(tmp_path: Path) -> None:
    path = tmp_path / "data" / "db.json"
    with create_api(SPEC, database={"adapter": "json-file", "dbPath": str(path)}) as api:
        add_user(api.url, "Bob")
    with create_api(SPEC, database={"dbPath": str(path)}) as api:
        assert read_names(api.url) == ["Ada", "Bob"]
    kept = {**SPEC, "options": {"database": {"dbPath": str(path)}}}
    with create_api(kept) as api:
        assert read_names(api.url) == ["Ada", "Bob"]
    with create_api(kept, database="memory") as api:
        assert read_names(api.url) == ["Ada"]


def test_a_spec_may_be_a_file_or_models(tmp_path: Path) -> None:
    file = tmp_path / "api.yml"
    file.write_text("resources: [{name: users, fields: [{name: name}]}]\ndata: {users: {name: x}}")
    with create_api(file) as api:
        assert read_names(api.url) == ["x"]
    with create_api([Note], store=StoreConfig(count=3), generation=GenerationConfig(seed=7)) as api:
        notes = httpx.get(f"{api.url}/notes", trust_env=False).json()
    assert [note["id"] for note in notes] == [1, 2, 3]


def test_the_port_comes_from_the_call_then_the_spec() -> None:
    taken = create_api({**SPEC, "options": {"server": {"port": 0}}}).start()
    port = int(taken.url.rpartition(":")[2])
    spec = {**SPEC, "options": {"server": {"port": port}}}
    with pytest.raises(StoreError, match="Cannot listen at") as caught:
        create_api(spec).start()
    assert "in use" in caught.value.message
    with create_api(spec, port=0) as other:
        assert other.url != taken.url
    taken.stop()
    with create_api(spec) as api:
        assert api.url.endswith(f":{port}")


def test_a_reset_and_a_snapshot_are_options_of_the_server(tmp_path: Path) -> None:
    database = {"adapter": "json-file", "dbPath": str(tmp_path / "db.json")}
    with create_api(SPEC, database) as api:
        add_user(api.url, "Bob")
        api.store.snapshots.save("two", "Ada and Bob")
    with create_api(SPEC, database, serve=ServeConfig(port=0, reset=True)) as api:
        assert read_names(api.url) == ["Ada"]
    with create_api(SPEC, database, serve=ServeConfig(port=0, snapshot="two")) as api:
        assert read_names(api.url) == ["Ada", "Bob"]
    missing = create_api(SPEC, database, serve=ServeConfig(port=0, snapshot="tow"))
    with pytest.raises(MissingError, match="tow"):
        missing.start()
    with create_api(SPEC, database) as api:  # the failed start has closed its storage
        assert read_names(api.url) == ["Ada", "Bob"]


def test_snapshots_of_a_custom_adapter_are_kept_next_to_its_path(tmp_path: Path) -> None:
    store = StoreConfig(db_path=str(tmp_path / "documents"), generate=False)
    with create_api(SPEC, Documents, store=store) as api:
        api.store.snapshots.save("one")
    with create_api(SPEC, Documents, store=store) as api:
        assert api.store.snapshots.list_names() == ["one"]
    assert (tmp_path / "documents.snapshots" / "one.json").is_file()


def test_a_failed_start_closes_the_store(tmp_path: Path) -> None:
    class Closing(Documents):
        closings = 0

        def close(self) -> None:
            self.closings += 1

    adapter = Closing(str(tmp_path / "documents"))
    with create_api(SPEC) as taken:
        port = int(taken.url.rpartition(":")[2])
        with pytest.raises(StoreError, match="Cannot listen at"):
            create_api(SPEC, adapter, port=port).start()
    assert adapter.closings == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"database": {"adaptr": "memory"}}, "create_api: unknown option options.database.adaptr"),
        ({"database": "memry"}, "Unknown store adapter 'memry'"),
        ({"database": {"saveInterval": "5s"}}, "options.database.saveInterval"),
        ({"serve": ServeConfig(host="0.0.0.0", port=0)}, "no token protects it"),
        ({"spec": {"resources": []}}, "does not declare any resources"),
        ({"spec": {**SPEC, "optons": {}}}, "The API has an unknown key 'optons'"),
    ],
)
def test_an_invalid_argument_is_an_error_with_its_name(
    arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        create_api(**{"spec": SPEC, **arguments}).start()
    assert message in caught.value.message


def test_the_spec_of_the_caller_stays_as_it_is() -> None:
    spec = {"resources": {"users": {"fields": {"id": "number"}}}, "data": {"users": [{"id": 1}]}}
    before = repr(spec)
    with create_api(spec) as api:
        add_user(api.url, "x")
    assert repr(spec) == before
