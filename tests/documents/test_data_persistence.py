"""Every block of ``data-persistence.md``, run as the document writes it.

``pretendo start`` is ``pfg serve``. A block without resources is served with RESOURCES.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from pytest_fixturegen import create_api
from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.store.api_file import parse_api
from tests.documents.markdown_blocks import read_blocks, read_commands, read_requests
from tests.documents.served_folder import ServedFolder, send
from tests.store.test_adapter_styles import RecordStorage, build_style, name_method

DOCUMENT = Path(__file__).with_name("data-persistence.md")
STORE_PAGE = Path(__file__).parents[2] / "docs" / "store.md"
YAML = read_blocks(DOCUMENT, "yaml")
HTTP = read_blocks(DOCUMENT, "http")
SHELL = read_blocks(DOCUMENT, "bash")
JAVASCRIPT = read_blocks(DOCUMENT, "javascript")
TYPESCRIPT = read_blocks(DOCUMENT, "typescript")

(
    ADAPTER_FILE,
    ADAPTER_MEMORY,
    BASIC_CONFIGURATION,
    INITIAL_DATA,
    SNAPSHOTS,
    GENERATE_DATA,
    GENERATE_RULES,
    CONSTRAINTS,
    LARGE_DATASETS,
) = YAML
MANUAL_REQUESTS, SNAPSHOT_REQUESTS = HTTP
SEED_COMMAND, CI_COMMANDS = SHELL
SEED_SCRIPT, ADAPTER_EXAMPLE, CLASS_INSTANTIATION, CONFIGURATION_STRING = JAVASCRIPT
(ADAPTER_INTERFACE,) = TYPESCRIPT

RESOURCES = """
resources:
  - name: users
    fields: [{name: username}, {name: email}, {name: role}]
  - name: posts
    fields:
      - {name: title}
      - {name: content}
      - {name: userId, type: number}
      - {name: category}
      - {name: createdAt}
  - name: comments
    fields: [{name: text}]
"""
USER = {"username": "ada", "email": "ada@example.com", "role": "admin"}


@pytest.fixture
def folder(tmp_path: Path) -> ServedFolder:
    return ServedFolder(tmp_path)


def complete(block: str) -> str:
    """Return *block* with RESOURCES, if it does not declare any."""
    return block if block.startswith("resources:") else f"{RESOURCES}\n{block}"


def count(client: httpx.Client, resource: str) -> int:
    return int(client.get(f"/{resource}").headers["x-total-count"])


@pytest.mark.parametrize("block", YAML, ids=range(len(YAML)))
def test_every_yaml_block_is_served(folder: ServedFolder, block: str) -> None:
    """Check that a client can also list, create, filter, update and delete."""
    folder.write(complete(block))
    resource = "posts" if block == CONSTRAINTS else "users"
    record: dict[str, Any] = {"userId": 1} if block == CONSTRAINTS else USER
    with folder.serve() as client:
        if block == CONSTRAINTS:
            client.post("/users", json={"id": 1})
        made = client.post(f"/{resource}", json=record)
        assert made.status_code == 201
        key = made.json()["id"]
        field, value = next(iter(record.items()))
        assert key in [each["id"] for each in client.get(f"/{resource}?{field}={value}").json()]
        assert client.patch(f"/{resource}/{key}", json=record).json() == made.json()
        assert client.put(f"/{resource}/{key}", json=record).status_code == 200
        assert client.delete(f"/{resource}/{key}").status_code == 204
        assert client.get(f"/{resource}/{key}").status_code == 404


@pytest.mark.parametrize("block", [ADAPTER_FILE, BASIC_CONFIGURATION], ids=["adapter", "basic"])
def test_a_json_file_keeps_the_data(folder: ServedFolder, block: str) -> None:
    folder.write(complete(block))
    with folder.serve() as client:
        assert client.get("/admin/stats").json()["adapter"] == "json-file"
        client.post("/users", json=USER)
    assert "ada@example.com" in (folder.folder / "data" / "db.json").read_text()
    with folder.serve() as client:
        assert client.get("/users/1").json() == {"id": 1, **USER}


def test_memory_keeps_nothing(folder: ServedFolder) -> None:
    folder.write(complete(ADAPTER_MEMORY))
    with folder.serve() as client:
        assert client.get("/admin/stats").json()["adapter"] == "memory"
        client.post("/users", json=USER)
    with folder.serve() as client:
        assert count(client, "users") == 0
    assert [path.name for path in folder.folder.iterdir()] == ["api.yml"]


def test_json_file_is_the_default_of_a_file_with_a_path(folder: ServedFolder) -> None:
    folder.write(complete(BASIC_CONFIGURATION.replace('    adapter: "json-file"\n', "")))
    with folder.serve() as client:
        assert client.get("/admin/stats").json()["adapter"] == "json-file"


def test_the_manual_requests_save_load_and_reset(folder: ServedFolder) -> None:
    folder.write(complete(BASIC_CONFIGURATION) + f"\n{INITIAL_DATA}")
    save, load, reset = read_requests(MANUAL_REQUESTS)
    with folder.serve() as client:
        client.delete("/users/2")
        assert send(client, save).json() == {"saved": True}
        assert send(client, load).json() == {"loaded": True}
        assert count(client, "users") == 1
        assert send(client, reset).status_code == 200
        assert count(client, "users") == 2


def test_initial_data_is_used_at_the_first_start_and_after_a_reset(folder: ServedFolder) -> None:
    folder.write(complete(BASIC_CONFIGURATION) + f"\n{INITIAL_DATA}")
    expected = yaml.safe_load(INITIAL_DATA)["data"]
    with folder.serve() as client:
        assert client.get("/users").json() == expected["users"]
        (post,) = client.get("/posts").json()
        assert {**post, **expected["posts"][0]} == post
        assert isinstance(post["userId"], int)
        client.patch("/users/1", json={"username": "changed"})
    with folder.serve() as client:
        assert client.get("/users/1").json()["username"] == "changed"
        client.post("/admin/reset")
        assert client.get("/users").json() == expected["users"]


def test_snapshot_requests_create_list_and_restore(folder: ServedFolder) -> None:
    folder.write(complete(SNAPSHOTS))
    create, show, restore = read_requests(SNAPSHOT_REQUESTS)
    with folder.serve() as client:
        client.post("/users", json=[USER, USER])
        client.post("/posts", json=[{"title": str(number)} for number in range(5)])
        made = send(client, create)
        assert made.status_code == 201
        (listed,) = send(client, show).json()["snapshots"]
        assert listed == made.json()
        assert listed["name"] == "test-scenario-1"
        assert listed["description"] == "Initial setup with 2 users and 5 posts"
        assert listed["counts"] == {"users": 2, "posts": 5, "comments": 0}
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", listed["created"])
        client.delete("/users/1")
        assert send(client, restore).json()["resources"]["users"] == 2
        assert count(client, "users") == 2
    assert (folder.folder / "data" / "snapshots" / "test-scenario-1.json").is_file()


@pytest.mark.parametrize("adapter", ["sqlite", "json-file", "stored:Folder"])
def test_a_snapshot_outlives_the_server(folder: ServedFolder, adapter: str) -> None:
    folder.write(complete(f"options: {{database: {{adapter: '{adapter}', dbPath: kept.db}}}}"))
    folder.write(
        "import sys\nsys.path.insert(0, '" + str(STORE_PAGE.parents[1]) + "')\n"
        "from examples.adapters.document import Documents as Folder\n",
        "stored.py",
    )
    create, show, restore = read_requests(SNAPSHOT_REQUESTS)
    with folder.serve("--trust") as client:  # the adapter may be code of the folder
        client.post("/users", json=USER)
        assert send(client, create).status_code == 201
        client.delete("/users/1")
    with folder.serve("--trust") as client:
        (listed,) = send(client, show).json()["snapshots"]
        assert listed["counts"]["users"] == 1
        assert send(client, restore).status_code == 200
        assert count(client, "users") == 1


def test_data_is_generated_in_the_given_numbers(folder: ServedFolder) -> None:
    folder.write(complete(GENERATE_DATA))
    with folder.serve() as client:
        counts = {name: count(client, name) for name in ("users", "posts", "comments")}
    assert counts == {"users": 50, "posts": 200, "comments": 500}


def test_the_rules_of_the_fields_decide_what_is_generated() -> None:
    document = yaml.safe_load(GENERATE_RULES)
    generated = {"generateData": {"counts": {"users": 400}}}
    store = open_store({**document, "options": generated})
    users = list(store["users"])
    store.close()
    assert [user.id for user in users] == list(range(1, 401))
    assert len({user.username for user in users}) > 300
    assert all(re.fullmatch(r"[^@\s]+@example\.com", user.email) for user in users)
    roles = [user.role for user in users]
    assert 5 <= roles.count("admin") < roles.count("editor") < roles.count("user")
    assert 240 <= roles.count("user") <= 345  # 15 of 20


def test_a_seed_script_in_javascript_is_an_error_that_helps(folder: ServedFolder) -> None:
    folder.write(RESOURCES)
    folder.write(SEED_SCRIPT, "seed.js")
    ((_, _, *words),) = read_commands(SEED_COMMAND)
    result = folder.run("serve", *words)
    assert result.returncode == 70
    assert "The seed script ./seed.js is JavaScript: expected a Python file." in result.stderr
    assert "def generate(faker): return {'users': users}" in result.stderr
    assert "docs/store.md" in result.stderr


def test_the_translated_seed_script_does_the_same(folder: ServedFolder) -> None:
    """Check that the script in the docs makes ten users and fifty posts, as the original does."""
    scripts = [
        block for block in read_blocks(STORE_PAGE, "python") if block.startswith("# blog_seed.py")
    ]
    folder.write(RESOURCES)
    folder.write(scripts[0], "seed.py")
    with folder.serve("--seed", "./seed.py") as client:
        users = client.get("/users").json()
        posts = client.get("/posts?limit=100").json()
    assert [user["role"] for user in users] == ["admin", *["user"] * 9]
    assert len(posts) == 50
    assert {post["userId"] for post in posts} <= {user["id"] for user in users}
    assert all(post["createdAt"].endswith("Z") for post in posts)


def test_primary_keys_are_unique(folder: ServedFolder) -> None:
    folder.write(complete(INITIAL_DATA))
    with folder.serve() as client:
        assert client.post("/users", json={**USER, "id": 1}).status_code == 409
        assert client.post("/users", json=USER).json()["id"] == 3


@pytest.mark.parametrize(
    ("action", "status", "posts"),
    [("cascade", 204, []), ("restrict", 409, [1]), ("nullify", 204, [None])],
)
def test_constraints_are_enforced(
    folder: ServedFolder, action: str, status: int, posts: list[Any]
) -> None:
    """Check the block itself with cascade, and with each other action of its comment."""
    block = CONSTRAINTS.replace("onDelete: cascade", f"onDelete: {action}")
    if action == "nullify":  # a required field cannot become null
        block = block.replace("required: true", "required: false")
    folder.write(block)
    with folder.serve() as client:
        assert client.post("/posts", json={"userId": 1}).status_code == 409
        assert client.post("/users", json={"id": 1, "username": "ada"}).status_code == 201
        assert client.post("/posts", json={"userId": 1}).json() == {"id": 1, "userId": 1}
        if action != "nullify":
            assert client.post("/posts", json={}).status_code == 422
        assert client.delete("/users/1").status_code == status
        assert [post["userId"] for post in client.get("/posts").json()] == posts
    assert "users is not declared, but referred to" in folder.errors


def test_optimizations_have_their_effects(folder: ServedFolder) -> None:
    folder.write(complete(LARGE_DATASETS))
    with folder.serve() as client:
        stats = client.get("/admin/stats").json()
        assert (stats["opened"], stats["cache"]["size"]) == (False, 1000)
        client.post("/posts", json=[{"userId": 1}, {"userId": 2}])
        assert client.get("/admin/stats").json()["opened"] is True
        assert [post["id"] for post in client.get("/posts?userId=2").json()] == [2]
    parsed = parse_api(yaml.safe_load(complete(LARGE_DATASETS)), "api.yml", folder.folder)
    store = open_store(parsed)
    indexed = {resource.name: resource.indexed for resource in store.schema.resources}
    assert indexed == {
        "users": (),
        "posts": ("userId", "category", "createdAt"),
        "comments": (),
    }


def test_the_adapter_of_the_tests_has_the_interface_of_the_document() -> None:
    """Check that the contract runs for each method; see TestRecordStorage."""
    documented = re.findall(r"^  (\w+)\(", ADAPTER_INTERFACE, re.MULTILINE)
    names = [name for name in vars(RecordStorage) if not name.startswith("_")]
    assert [name_method(name, "camelCase") for name in names] == documented
    assert len(documented) == 12


def test_an_adapter_class_is_given_as_in_the_document() -> None:
    """Check that an instance of a class with the document's methods is the database."""
    assert "database: new PostgresAdapter({" in CLASS_INSTANTIATION
    methods = re.findall(r"^  async (\w+)\(", ADAPTER_EXAMPLE, re.MULTILINE)
    adapter = build_style("camelCase async mapping")
    assert all(hasattr(adapter, method) for method in methods)
    with create_api(spec=yaml.safe_load(RESOURCES), database=adapter) as api:
        made = httpx.post(f"{api.url}/users", json=USER, trust_env=False)
    assert made.status_code == 201
    assert adapter.records["users"] == {1: {"id": 1, **USER}}


def test_a_database_is_configured_as_in_the_document(
    folder: ServedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.folder)
    database = dict(re.findall(r"^    (\w+): '(.*?)'", CONFIGURATION_STRING, re.MULTILINE))
    assert database == {"adapter": "json-file", "dbPath": "./data/db.json"}
    for _ in range(2):
        with create_api(spec=yaml.safe_load(RESOURCES), database=database) as api:
            httpx.post(f"{api.url}/users", json=USER, trust_env=False)
            total = len(api.store["users"])
    assert total == 2
    assert (folder.folder / "data" / "db.json").is_file()


def test_the_commands_for_ci_work_as_written(folder: ServedFolder) -> None:
    reset, snapshot, memory = read_commands(CI_COMMANDS)
    assert all(command[:3] == ["pretendo", "start", "api.yml"] for command in (reset, snapshot))
    folder.write(complete(SNAPSHOTS))
    create, _, _ = read_requests(SNAPSHOT_REQUESTS)
    with folder.serve() as client:
        client.post("/users", json=USER)
        send(client, create)
        client.post("/users", json=USER)
    with folder.serve(*snapshot[3:]) as client:
        assert count(client, "users") == 1
    with folder.serve(*reset[3:]) as client:
        assert count(client, "users") == 0
        client.post("/users", json=USER)
    with folder.serve(*memory[3:]) as client:
        assert client.get("/admin/stats").json()["adapter"] == "memory"
        assert count(client, "users") == 0


def test_every_block_of_the_document_has_a_test() -> None:
    assert (len(YAML), len(HTTP), len(SHELL)) == (9, 2, 2)
    assert (len(JAVASCRIPT), len(TYPESCRIPT)) == (4, 1)
    assert DOCUMENT.read_text("utf-8").count("```") == 2 * 18
