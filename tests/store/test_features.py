"""Each option and endpoint that tools for mock APIs share has an effect."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import ServeConfig, StoreConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import ConfigError, StoreError
from pytest_fixturegen.server.app import make_app
from pytest_fixturegen.server.clients import ApiClient, make_asgi_client
from pytest_fixturegen.store.adapters.json_file import JsonFileAdapter
from pytest_fixturegen.store.errors import BadRequestError, ConflictError, InvalidError
from pytest_fixturegen.store.store import Store
from tests.store.manual_timer import ManualTimer

API = """
resources:
  users:
    fields:
      id: {type: integer, primaryKey: true}
      username: {type: string, required: true, unique: true, minLength: 3,
                 generate: {type: username}}
      email: {type: email, required: true, generate: {type: email, domain: acme.example}}
      role: {type: string, enum: [admin, user, guest], default: user,
             generate: {type: pickOne, values: [admin, user], weights: [1, 9]}}
      account: {type: string, generate: iban}
      shown: {type: string, generate: {type: username}}
      bio: {type: string, generate: {type: sentence, nb_words: 3}}
      age: {type: integer, min: 18, max: 99}
      code: {type: string, pattern: '^[A-Z]{3}$'}
      nick: {type: string, maxLength: 6}
  posts:
    fields:
      title: {type: string, required: true, maxLength: 60}
      userId: {type: integer, required: true,
               references: {resource: users, field: id, onDelete: cascade}}
      editorId: {type: integer, references: {resource: users, onDelete: nullify}}
  audits:
    fields:
      userId: {type: integer, required: true}
    relationships:
      user: {type: belongsTo, resource: users, foreignKey: userId, onDelete: restrict}
data:
  users:
    - {id: 1, username: ada, email: ada@example.com, role: admin}
    - {id: 2, username: bob, email: bob@example.com}
"""


TIMERS: list[ManualTimer] = []


class ApiFolder:
    """An API file in a folder, and the stores that are opened from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.document = yaml.safe_load(API)
        self.stores: list[Store] = []

    def write(self, **options: Any) -> Path:
        """Write the file with these *options*, and return its path."""
        path = self.folder / "api.yml"
        path.write_text(yaml.safe_dump({**self.document, "options": options}))
        return path

    def open(self, generation: GenerationConfig | None = None, **options: Any) -> Store:
        """Return a store of the file with these *options*."""
        return self.close_later(open_store(self.write(**options), generation=generation))

    def close_later(self, store: Store) -> Store:
        """Return *store*, which is closed at the end of the test."""
        self.stores.append(store)
        return store


@pytest.fixture
def api(tmp_path: Path) -> Iterator[ApiFolder]:
    folder = ApiFolder(tmp_path)
    yield folder
    for store in folder.stores:
        store.close()


def client_of(store: Store) -> ApiClient:
    return make_asgi_client(make_app(store, ServeConfig()))


def new_user(name: str = "eve", **fields: Any) -> dict[str, Any]:
    return {"username": name, "email": f"{name}@example.com", **fields}


def names(store: Store) -> list[str]:
    return [user.username for user in store["users"].all()]


# Storage.


def test_memory_starts_empty(api: ApiFolder) -> None:
    first = api.open(database={"adapter": "memory"})
    first["users"].create(new_user())
    assert names(api.open(database={"adapter": "memory"})) == ["ada", "bob"]


@pytest.mark.parametrize(
    ("adapter", "file"), [("sqlite", "pfg-store.db"), ("json-file", "pfg-store.json")]
)
def test_sqlite_and_json_file_keep_their_records(
    api: ApiFolder, monkeypatch: pytest.MonkeyPatch, adapter: str, file: str
) -> None:
    monkeypatch.chdir(api.folder)
    first = api.open(database={"adapter": adapter})
    first["users"].create(new_user())
    first.close()
    assert (api.folder / file).exists()
    assert names(api.open(database={"adapter": adapter})) == ["ada", "bob", "eve"]


def test_postgres_keeps_its_records(api: ApiFolder, dsn: str) -> None:
    config = StoreConfig(adapter="postgres", db_path=dsn, generate=False)
    first = api.close_later(open_store(api.write(), config))
    first["users"].create(new_user())
    first.close()
    assert names(api.close_later(open_store(api.write(), config))) == ["ada", "bob", "eve"]


def test_db_path_is_relative_to_the_folder_of_the_api_file(api: ApiFolder) -> None:
    api.open(database={"adapter": "sqlite", "dbPath": "state/my.db"}).close()
    assert (api.folder / "state" / "my.db").exists()


ADAPTER = """
from examples.adapters.document import Documents

opened = []

def documents(path, config):
    opened.append(config.adapter)
    return Documents(path)
"""


def test_an_api_file_may_name_a_custom_adapter(api: ApiFolder) -> None:
    (api.folder / "own_adapter_of_a_test.py").write_text(ADAPTER)
    store = api.open(database={"adapter": "own_adapter_of_a_test:documents", "dbPath": "docs"})
    store["users"].create(new_user())
    assert len(list((api.folder / "docs" / "users").glob("*.json"))) == 3
    assert sys.modules["own_adapter_of_a_test"].opened == ["own_adapter_of_a_test:documents"]


def test_open_store_accepts_a_custom_adapter(api: ApiFolder) -> None:
    from examples.adapters.document import Documents

    store = api.close_later(open_store(api.write(), adapter=Documents(str(api.folder / "docs"))))
    assert len(list((api.folder / "docs" / "users").glob("*.json"))) == 2
    with pytest.raises(ConflictError, match="username is unique"):
        store["users"].create(new_user("ada"))
    store["users"].delete(1)
    assert names(store) == ["bob"]


def test_an_object_without_adapter_methods_is_an_error(api: ApiFolder) -> None:
    with pytest.raises(
        StoreError, match=r"object is not an adapter: it does not have initialize\(\)"
    ):
        open_store(api.write(), adapter=object())
    with pytest.raises(ConfigError, match="Unknown store adapter 'sqlte'") as caught:
        api.open(database={"adapter": "sqlte"})
    assert caught.value.hint == "Did you mean 'sqlite'?"


# Saving.


def read_usernames(path: Path) -> list[str]:
    return [user["username"] for user in json.loads(path.read_text())["users"]]


def test_auto_save_writes_before_it_answers(api: ApiFolder) -> None:
    """The log has the change at once, so it survives a kill; the file has it at the end."""
    store = api.open(database={"adapter": "json-file", "dbPath": "db.json"})
    store["users"].create(new_user())
    assert b'"eve"' in (api.folder / "db.json.log").read_bytes()
    store.close()
    assert read_usernames(api.folder / "db.json") == ["ada", "bob", "eve"]
    assert not (api.folder / "db.json.log").exists()


def test_without_auto_save_only_save_writes(api: ApiFolder) -> None:
    store = api.open(database={"adapter": "json-file", "dbPath": "db.json", "autoSave": False})
    store["users"].create(new_user())
    assert not (api.folder / "db.json").exists()
    assert client_of(store).post("/admin/save").json() == {"saved": True}
    store["users"].create(new_user("zoe"))
    store.close()
    assert read_usernames(api.folder / "db.json") == ["ada", "bob", "eve"]


def open_timed(path: str, config: StoreConfig, lock: Any) -> JsonFileAdapter:
    """Return the adapter json-file with a timer of the test."""
    TIMERS.append(ManualTimer())
    return JsonFileAdapter(
        path,
        auto_save=config.auto_save,
        interval=config.save_interval,
        lock=lock,
        stop_event=TIMERS[-1],
    )


def test_save_interval_writes_within_its_milliseconds(api: ApiFolder) -> None:
    adapter = f"{__name__}:open_timed"
    store = api.open(database={"adapter": adapter, "dbPath": "db.json", "saveInterval": 150})
    store["users"].create(new_user())
    assert read_usernames(api.folder / "db.json") == ["ada", "bob"]
    timer = TIMERS.pop()
    timer.tick()
    assert all(timeout is not None and timeout < 0.150 for timeout in timer.timeouts)
    assert read_usernames(api.folder / "db.json") == ["ada", "bob", "eve"]
    store["users"].create(new_user("zoe"))
    store.close()
    assert read_usernames(api.folder / "db.json") == ["ada", "bob", "eve", "zoe"]


def test_load_reads_what_was_saved(api: ApiFolder) -> None:
    store = api.open(database={"adapter": "json-file", "dbPath": "db.json", "autoSave": False})
    client = client_of(store)
    client.post("/admin/save")
    client.post("/users", json=new_user())
    assert client.post("/admin/load").json() == {"loaded": True}
    assert names(store) == ["ada", "bob"]
    assert client_of(api.open()).post("/admin/load").json() == {"loaded": False}


def test_an_edited_json_file_is_validated(api: ApiFolder) -> None:
    options = {"database": {"adapter": "json-file", "dbPath": "db.json"}}
    api.open(**options).close()
    path = api.folder / "db.json"
    path.write_text(path.read_text().replace("ada@example.com", "ada"))
    with pytest.raises(InvalidError, match=r"db\.json: users\[0\]\.email"):
        api.open(**options)
    path.write_text("{")
    with pytest.raises(StoreError, match=r"db\.json is not a state of a store"):
        api.open(**options)


# The initial state.


def test_reset_restores_the_initial_state(api: ApiFolder) -> None:
    store = api.open(generateData={"enabled": True, "counts": {"posts": 4}})
    client = client_of(store)
    before = client.get("/posts").text
    client.delete("/users/1")
    client.post("/users", json=new_user())
    assert client.post("/admin/reset").json()["resources"] == {"users": 2, "posts": 4, "audits": 10}
    assert client.get("/posts").text == before
    assert names(store) == ["ada", "bob"]


@pytest.mark.parametrize("adapter", ["sqlite", "json-file", "examples.adapters.document:Documents"])
def test_a_store_opened_with_reset_has_the_initial_data(api: ApiFolder, adapter: str) -> None:
    options = {"database": {"adapter": adapter, "dbPath": "storage"}}
    first = api.open(**options)
    first["users"].delete(1)
    first.close()
    assert names(api.close_later(open_store(api.write(**options), reset=True))) == ["ada", "bob"]


def test_initial_data_is_written_at_the_first_start_only(api: ApiFolder) -> None:
    options = {"database": {"adapter": "sqlite", "dbPath": "db"}}
    first = api.open(**options)
    assert names(first) == ["ada", "bob"]
    first["users"].delete(1)
    first.close()
    assert names(api.open(**options)) == ["bob"]


def test_data_is_drawn_only_if_enabled(api: ApiFolder) -> None:
    assert len(api.open()["posts"]) == 0
    assert len(api.open(generateData={"enabled": True})["posts"]) == 10
    assert len(api.open(generateData={"enabled": False, "counts": {"posts": 4}})["posts"]) == 0


def test_counts_add_drawn_records_to_the_data(api: ApiFolder) -> None:
    store = api.open(generateData={"enabled": True, "counts": {"users": 3, "posts": 7}})
    assert (len(store["users"]), len(store["posts"])) == (5, 7)
    assert {post.userId for post in store["posts"].all()} <= {
        user.id for user in store["users"].all()
    }


def test_generate_username_draws_distinct_names(api: ApiFolder) -> None:
    users = api.open(generateData={"enabled": True, "counts": {"users": 200}})["users"].all()[2:]
    assert len({user.username for user in users}) == 200
    for name in (name for user in users for name in (user.username, user.shown)):
        assert re.fullmatch(r"[a-z][a-z0-9._-]{2,}", name)


def test_generate_email_keeps_its_domain(api: ApiFolder) -> None:
    users = api.open(generateData={"enabled": True, "counts": {"users": 20}})["users"].all()[2:]
    assert {user.email.partition("@")[2] for user in users} == {"acme.example"}


def test_pick_one_draws_values_by_weight(api: ApiFolder) -> None:
    users = api.open(generateData={"enabled": True, "counts": {"users": 400}})["users"].all()[2:]
    roles = [user.role for user in users]
    assert set(roles) == {"admin", "user"}
    assert 20 <= roles.count("admin") <= 70  # one in ten of 400: five standard deviations


def test_generate_accepts_a_provider_with_arguments(api: ApiFolder) -> None:
    users = api.open(generateData={"enabled": True, "counts": {"users": 5}})["users"].all()[2:]
    assert all(re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{10,}", user.account) for user in users)
    assert all(2 <= len(user.bio.split()) <= 5 for user in users)
    api.document["resources"]["users"]["fields"]["bio"]["generate"] = "sentense"
    with pytest.raises(ConfigError, match="'sentense'"):
        api.open()


def test_a_seed_decides_what_is_drawn(api: ApiFolder) -> None:
    options = {"generateData": {"enabled": True, "counts": {"users": 5}}}
    first, second, other = (names(api.open(seed=seed, **options)) for seed in (7, 7, 8))
    assert first == second != other


SCRIPT = """
def generate(gen):
    boss = gen.build("users", username="boss", email="boss@example.com")
    posts = gen.batch("posts", 3, userId=boss["id"], editorId=None)
    return {"users": [boss], "posts": posts}
"""
FAKER_SCRIPT = """
def generate(faker):
    return {"users": [{"username": faker.user_name(), "email": faker.email()} for _ in range(3)]}
"""


def test_a_seed_script_creates_a_scenario(api: ApiFolder) -> None:
    (api.folder / "seed.py").write_text(SCRIPT)
    store = api.open(seedScript="seed.py")
    boss = store["users"].all(username="boss")[0]
    assert boss.id == 3
    assert [post.userId for post in store["posts"].all()] == [boss.id] * 3
    store["posts"].delete(store["posts"].all()[0].id)
    store.reset()
    assert len(store["posts"]) == 3


def test_a_seed_script_may_take_a_faker(api: ApiFolder) -> None:
    (api.folder / "seed.py").write_text(FAKER_SCRIPT)
    first, second, other = (api.open(seedScript="seed.py", seed=seed) for seed in (1, 1, 2))
    assert len(names(first)) == 5
    assert names(first) == names(second) != names(other)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("def generate(gen): return {'usrs': []}", "'usrs', which is not a resource"),
        ("def generate(gen): 1 / 0", "ZeroDivisionError"),
        ("x = 1", "has no function generate"),
    ],
)
def test_a_failing_seed_script_is_an_error(api: ApiFolder, script: str, message: str) -> None:
    (api.folder / "seed.py").write_text(script)
    with pytest.raises(ConfigError, match=message):
        api.open(seedScript="seed.py")


# Snapshots.


def test_snapshots_are_saved_listed_restored_and_deleted(api: ApiFolder) -> None:
    client = client_of(api.open())
    assert client.post("/admin/snapshots", json={"name": "two"}).status_code == 201
    client.post("/users", json=new_user())
    client.post("/admin/snapshots", json={"name": "three"})
    listed = client.get("/admin/snapshots").json()["snapshots"]
    assert [each["name"] for each in listed] == ["three", "two"]
    restored = client.post("/admin/snapshots/restore", json={"name": "two"}).json()
    assert restored == {"name": "two", "resources": {"users": 2, "posts": 0, "audits": 0}}
    assert client.delete("/admin/snapshots/two").status_code == 204
    missing = client.post("/admin/snapshots/restore", json={"name": "two"})
    assert (missing.status_code, missing.json()["error"]["suggestions"]) == (404, ["three"])


def test_snapshots_may_be_files_in_a_directory(api: ApiFolder) -> None:
    options = {"snapshots": {"directory": "states"}}
    api.open(**options).snapshots.save("first")
    text = (api.folder / "states" / "first.json").read_text()
    assert json.loads(text)["users"][0]["username"] == "ada"
    other = api.open(**options)
    other["users"].delete(1)
    other.snapshots.restore("first")
    assert names(other) == ["ada", "bob"]
    other.snapshots.delete("first")
    assert other.snapshots.list_names() == []


def test_snapshots_may_be_disabled(api: ApiFolder) -> None:
    client = client_of(api.open(snapshots={"enabled": False}))
    assert client.post("/admin/snapshots", json={"name": "a"}).status_code == 400
    assert "disabled" in client.get("/admin/snapshots").json()["error"]["message"]


@pytest.mark.parametrize(
    "name", ["", "..", "../a", "a/b", ".hidden", "a\\b", "a\x00b", "ä", "a" * 101, "con:", None, 7]
)
def test_a_snapshot_cannot_have_the_name_of_a_path(api: ApiFolder, name: Any) -> None:
    store = api.open(snapshots={"directory": "states"})
    with pytest.raises(BadRequestError, match="Invalid name of a snapshot"):
        store.snapshots.save(name)
    assert client_of(store).post("/admin/snapshots/restore", json={"name": name}).status_code == 400
    assert not (api.folder / "states").exists()


# Constraints.


def test_primary_keys_are_assigned_and_never_repeat(api: ApiFolder) -> None:
    client = client_of(api.open())
    assert client.post("/users", json=new_user()).json()["id"] == 3
    taken = client.post("/users", json=new_user("max", id=1))
    assert (taken.status_code, taken.json()["error"]["details"]["field"]) == (409, "id")
    api.document["resources"]["codes"] = {
        "fields": {"code": {"type": "string", "primaryKey": True}, "id": "string"}
    }
    client = client_of(api.open())
    assert client.post("/codes", json={"code": "a/b"}).headers["location"] == "/codes/a%2Fb"
    assert client.post("/codes", json={"code": "a/b", "id": "x"}).status_code == 409


def test_drawn_keys_count_from_one(api: ApiFolder) -> None:
    store = api.open(generateData={"enabled": True, "counts": {"users": 3, "posts": 2}})
    assert [user.id for user in store["users"]] == [1, 2, 3, 4, 5]
    assert [post.id for post in store["posts"]] == [1, 2]
    store.grow("posts", 4)
    assert [post.id for post in store["posts"]] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "rule",
    [{"min": 100}, {"max": 50}, {"generate": {"type": "random_int", "min": 100, "max": 999}}],
)
def test_keys_with_constraints_are_drawn_by_them(api: ApiFolder, rule: dict[str, Any]) -> None:
    api.document["resources"]["audits"]["fields"]["id"] = {
        "type": "integer",
        "primaryKey": True,
        **rule,
    }
    store = api.open(generateData={"enabled": True, "counts": {"users": 1, "audits": 5}})
    assert [audit.id for audit in store["audits"]] != [1, 2, 3, 4, 5]
    assert all("min" not in rule or audit.id >= 100 for audit in store["audits"])


def test_foreign_keys_need_an_existing_target(api: ApiFolder) -> None:
    client = client_of(api.open())
    assert client.post("/posts", json={"title": "x", "userId": 1}).status_code == 201
    dangling = client.post("/posts", json={"title": "x", "userId": 77})
    assert dangling.status_code == 409
    assert (
        dangling.json()["error"]["message"]
        == "posts.userId refers to users 77, which does not exist."
    )


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"username": "eve"}, "email"),
        (new_user("ev"), "username"),
        (new_user(role="boss"), "role"),
        (new_user(age=17), "age"),
        (new_user(age=100), "age"),
        (new_user(code="abc"), "code"),
        (new_user(role="user", nick="ABCDEFG"), "nick"),
        (new_user(nam="x"), "nam"),
        (new_user(email="x"), "email"),
    ],
)
def test_constraints_of_fields_are_enforced(
    api: ApiFolder, body: dict[str, Any], path: str
) -> None:
    refused = client_of(api.open()).post("/users", json=body)
    assert refused.status_code == 422
    assert [each["path"] for each in refused.json()["error"]["details"]["problems"]] == [path]


def test_a_missing_field_has_its_default(api: ApiFolder) -> None:
    assert client_of(api.open()).post("/users", json=new_user()).json()["role"] == "user"


def test_unique_values_never_repeat(api: ApiFolder) -> None:
    client = client_of(api.open())
    assert client.patch("/users/2", json={"username": "ada"}).json()["error"]["message"] == (
        "users.username is unique, and 'ada' is taken."
    )
    assert client.patch("/users/1", json={"username": "ada"}).status_code == 200


def test_cascade_deletes_referring_records(api: ApiFolder) -> None:
    client = client_of(api.open())
    client.post("/posts", json={"title": "x", "userId": 1})
    client.post("/posts", json={"title": "y", "userId": 2})
    assert client.delete("/users/1").status_code == 204
    assert [post["title"] for post in client.get("/posts").json()] == ["y"]


def test_nullify_clears_references(api: ApiFolder) -> None:
    client = client_of(api.open())
    post = client.post("/posts", json={"title": "x", "userId": 1, "editorId": 2}).json()
    client.delete("/users/2")
    assert client.get(f"/posts/{post['id']}").json() == {**post, "editorId": None}


def test_restrict_rejects_deletion_of_a_referenced_record(api: ApiFolder) -> None:
    client = client_of(api.open())
    audit = client.post("/audits", json={"userId": 1}).json()
    refused = client.delete("/users/1")
    assert (refused.status_code, refused.json()["error"]["details"]["resource"]) == (409, "audits")
    client.delete(f"/audits/{audit['id']}")
    assert client.delete("/users/1").status_code == 204


# Optimizations.


def test_indexed_fields_are_searched_by_an_index(api: ApiFolder) -> None:
    api.open(
        database={"adapter": "sqlite", "dbPath": "db"},
        optimizations={"indexedFields": ["users.age"]},
    )
    with closing(sqlite3.connect(api.folder / "db")) as connection:
        plan = connection.execute("explain query plan select * from users where age = 3").fetchall()
    assert "USING INDEX" in str(plan)
    api.open(
        database={"adapter": "sqlite", "dbPath": "db"},
        optimizations={"indexedFields": ["users.email"]},
    )
    with closing(sqlite3.connect(api.folder / "db")) as connection:
        plan = connection.execute(
            "explain query plan select * from users where email = 'x'"
        ).fetchall()
    assert "USING INDEX" in str(plan)


def test_cache_size_limits_the_cached_records(api: ApiFolder) -> None:
    store = api.open(optimizations={"cacheSize": 1})
    client = client_of(store)
    for key in (1, 1, 2, 2, 1):
        client.get(f"/users/{key}")
    assert client.get("/admin/stats").json()["cache"] == {
        "size": 1,
        "kept": 1,
        "hits": 2,
        "misses": 3,
    }
    client.patch("/users/1", json={"age": 30})
    assert client.get("/users/1").json()["age"] == 30
    uncached = api.open(optimizations={"cacheSize": 0})
    uncached["users"].get(1)
    uncached["users"].get(1)
    assert uncached.get_stats()["cache"]["hits"] == 0


def test_lazy_loading_opens_the_storage_at_the_first_access(api: ApiFolder) -> None:
    database = {"adapter": "json-file", "dbPath": "db.json"}
    store = api.open(
        database=database, optimizations={"lazyLoading": True}, generateData={"enabled": True}
    )
    assert (store.get_stats()["opened"], (api.folder / "db.json").exists()) == (False, False)
    assert names(store) == ["ada", "bob"]
    assert (store.get_stats()["opened"], (api.folder / "db.json").exists()) == (True, True)


# Backups and statistics.


def test_an_invalid_backup_is_not_restored_in_part(api: ApiFolder) -> None:
    client = client_of(api.open())
    backup = client.post("/admin/backup").text
    client.delete("/users/1")
    assert client.post("/admin/restore", content=backup).json()["resources"]["users"] == 2
    assert client.post("/admin/backup").text == backup
    broken = client.post("/admin/restore", content=backup.replace("bob@example.com", "bob"))
    assert broken.status_code == 422
    assert client.post("/admin/backup").text == backup


def test_stats_count_records_changes_and_requests(api: ApiFolder) -> None:
    client = client_of(api.open())
    client.post("/users", json=new_user())
    stats = client.get("/admin/stats").json()
    assert stats["resources"] == {"users": 3, "posts": 0, "audits": 0}
    assert stats["changes"] >= 1
    assert stats["requests"] == 2
    assert stats["storage"]["database"] == ":memory:"


# Invalid API files.


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        ({"resourcs": {}}, "'resourcs'", "Did you mean 'resources'?"),
        (
            {"options": {"database": {"adaptr": "memory"}}},
            "options.database.adaptr",
            "Did you mean 'database.adapter'?",
        ),
        (
            {"resources": {"a": {"fields": {"x": {"type": "strng"}}}}},
            "'strng'",
            "Did you mean 'string'?",
        ),
        (
            {"resources": {"a": {"fields": {"x": {"requird": True}}}}},
            "'requird'",
            "Did you mean 'required'?",
        ),
        (
            {"resources": {"a": {"fields": {"x": {"references": "b.id"}}}}},
            "'b', which is not a resource",
            "Known: a.",
        ),
        ({"resources": {}}, "does not declare any resources", "Write resources"),
        (
            {"resources": {"admin": {}}},
            "Invalid name of a resource: 'admin'",
            "not admin or page",
        ),
        ({"resources": {"a;b": {}}}, "Invalid name of a resource: 'a;b'", "Use letters"),
        (
            {"resources": {"pfg_facts": {}}},
            "Invalid name of a resource: 'pfg_facts'",
            "Use letters",
        ),
        ({"resources": {"a": {}, "A": {}}}, "Invalid name of a resource: 'A'", "Use letters"),
        ({"data": {"usrs": []}}, "'usrs'", "Did you mean 'users'?"),
        (
            {"resources": {"a": {"fields": {"x": {"generate": {"type": "pickOne"}}}}}},
            "pickOne needs values",
            "values:",
        ),
    ],
)
def test_an_invalid_api_file_is_an_error_with_its_place(
    api: ApiFolder, change: Any, message: str, hint: str
) -> None:
    path = api.folder / "api.json"
    document = {**api.document, **change}
    if "resources" in change:
        document.pop("data")
    path.write_text(json.dumps(document))
    with pytest.raises(ConfigError) as caught:
        open_store(path)
    assert message in caught.value.message
    assert hint in caught.value.hint
