"""One row for each option: a command line, and a value that changes what the command does.

A new option needs a row in ROWS. If one command line cannot show its effect, name the test that
does in ELSEWHERE.
"""

from __future__ import annotations

JSON = "gen json app/many.py:Note -n 6 --jsonl"
CHOOSY = "gen json app/many.py:Odd -n 6 --jsonl"
ORDERS = "gen json app/many.py:Order -n 6 --jsonl"
LINKED = f"{ORDERS} --link Order.user_id=Note.id"
FIXTURES = "gen fixtures app/models.py:User"
TESTS = "gen tests app/web.py"
EXAMPLES = "gen examples app/api.yaml"
MSW = "gen msw app/api.yaml"
PERSIST = 'persist app/models.py:User -n 3 -H jsonl --handler-config {"path":"sent.jsonl"}'
FLAKY = "persist app/models.py:User -H app.flaky:handler"
FILES = "gen json app/models.py:User"
TABLE = "gen dataset app/models.py:User --format csv -n 3"

SERVE = "serve app/shop.py --port 0 --link Order.user_id=User.id"
KEPT = f"{SERVE} --database.adapter json-file --database.dbPath kept.json"
FILED = f"{SERVE} --database.adapter sqlite --database.dbPath kept.db"

HALF = "persist app/models.py:User -H app.flaky:half -n 4 --batch-size 1 --max-retries 0"
DOCTOR = "doctor app/models.py:User -n 5"

FORM = "--plugin tests.plugins.samples:BYTES"

ROWS: dict[str, tuple[str, str]] = {
    # option: (command line, value that changes what it does)
    "seed": (JSON, "1"),
    "locale": (JSON, "ja_JP"),
    "field_language": (JSON, "sv"),
    "now": (JSON, "1999-01-01"),
    "p_none": (JSON, "1"),
    "fill": (JSON, "required"),
    "max_depth": (JSON, "0"),
    "ignore_defaults": (JSON, "true"),
    "respect_validators": (CHOOSY, "false"),
    "validator_max_retries": (CHOOSY, "0"),
    "overrides": (JSON, "Note.name=Bob"),
    "field_policies": (JSON, '*.name={"value": "Bob"}'),
    "domains": (JSON, 'tools={"models": ["*"], "names": {"name": ["Chisel"]}}'),
    "union_policy": (JSON, "first"),
    "enum_policy": (JSON, "first"),
    "field_hints": (JSON, "examples"),
    "collection_min_items": (JSON, "3"),
    "collection_max_items": (JSON, "1"),
    "collection_distribution": (JSON, "maximum"),
    "number_distribution": (JSON, "maximum"),
    "text_style": (JSON, "odd"),
    "identities": (JSON, "synthetic"),
    "preset": (JSON, "boundary"),
    "profile": (JSON, "edge"),
    "rng_mode": (JSON, "entropy"),
    "locale_map": (JSON, "*.name=ja_JP"),
    "on_cycle": ("gen json app/many.py:Loop", "reuse"),
    "allow_fallback": ("gen json app/many.py:Mute", "false"),
    "object_budget": (JSON, "1"),
    "unique": (JSON, "Note.digit"),
    "link": (ORDERS, "Order.user_id=Note.id"),
    "related": (LINKED, "1"),
    "plugins": (JSON, "tests.plugins.samples:NAMED"),
    "json.emit": (f"{FILES} {FORM}", "text"),
    "schema.emit": (f"gen schema app/models.py:User {FORM}", "text"),
    "override_types.emit": (f"gen overrides app/models.py:User {FORM}", "text"),
    "fixtures.emit": (f"{FIXTURES} {FORM}", "text"),
    "include": ("list app/models.py", "*.User"),
    "exclude": ("list app/models.py", "*.User"),
    "sandbox": ("list app/models.py", "off"),
    "trust": ("list app/models.py", "true"),
    "timeout": ("list app/models.py", "3"),
    "memory_limit_mb": ("list app/models.py", "99"),
    "output_limit_mb": ("list app/models.py", "9"),
    "allow_read": ("list app/models.py", "/etc/hostname"),
    "allow_write": ("list app/models.py", "/tmp"),
    "allow_env": ("list app/models.py", "SHOWN"),
    "allow_net": ("list app/models.py", "127.0.0.1:5432"),
    "json.n": ("gen json app/models.py:User", "2"),
    "json.start": (JSON, "3"),
    "json.shard": (JSON, "2/2"),
    "json.out": (FILES, "made.json"),
    "json.jsonl": (FILES, "true"),
    "json.indent": (FILES, "3"),
    "json.shard_size": (f"{FILES} -n 3 --out {{shard}}.json", "2"),
    "json.with_related": (LINKED, "true"),
    "json.cover": (FILES, "each"),
    "json.invalid": (FILES, "true"),
    "json.max_cases": (f"{FILES} --cover each", "1"),
    "json.check": (f"{FILES} --out made.json", "true"),
    "json.orjson": (FILES, "false"),
    "dataset.start": (TABLE, "3"),
    "dataset.shard": (TABLE, "2/2"),
    "dataset.engine": (f"{TABLE} --out made", "dask"),
    "dataset.n": ("gen dataset app/models.py:User --format csv", "2"),
    "dataset.out": (TABLE, "made.csv"),
    "dataset.check": (f"{TABLE} --out made.csv", "true"),
    "dataset.format": ("gen dataset app/models.py:User -n 3 --out made", "csv"),
    "dataset.compression": (f"{TABLE} --out made", "gzip"),
    "dataset.row_group_size": ("gen dataset app/models.py:User --format sql -n 3", "1"),
    "dataset.shard_size": (f"{TABLE} --out made", "1"),
    "dataset.partition_by": (f"{TABLE} --out made", "name"),
    "dataset.dialect": ("gen dataset app/models.py:User --format sql", "mysql"),
    "dataset.with_related": (
        "gen dataset app/many.py:Order -n 6 --out made --format csv --link Order.user_id=Note.id",
        "true",
    ),
    "type": (FILES.replace(":User", ""), "list[int]"),
    "freeze_seeds": (FILES, "true"),
    "freeze_seeds_file": (f"{FILES} --freeze-seeds", "seeds.json"),
    "schema.out": ("gen schema app/models.py:User", "made.json"),
    "schema.check": ("gen schema app/models.py:User --out made.json", "true"),
    "schema.with_related": (
        LINKED.replace("json", "schema").partition(" -n")[0] + " --link Order.user_id=Note.id",
        "true",
    ),
    "override_types.check": ("gen overrides app/models.py:User --out made.py", "true"),
    "explain.with_related": ("gen explain app/many.py:Order --link Order.user_id=Note.id", "true"),
    "explain.classes": ("gen explain app/models.py:User", "true"),
    "fixtures.check": (f"{FIXTURES} --out made.py", "true"),
    "fixtures.with_related": ("gen fixtures app/many.py:Order --link Order.user_id=Loop.x", "true"),
    "override_types.out": ("gen overrides app/models.py:User", "made.py"),
    "fixtures.out": (FIXTURES, "made.py"),
    "fixtures.style": (FIXTURES, "class"),
    "fixtures.scope": (FIXTURES, "module"),
    "fixtures.cases": (FIXTURES, "2"),
    "fixtures.cover": (FIXTURES, "each"),
    "fixtures.invalid": (FIXTURES, "true"),
    "fixtures.max_cases": (f"{FIXTURES} --cover each", "1"),
    "fixtures.return_type": (FIXTURES, "dict"),
    "tests.out": (TESTS, "made.py"),
    "tests.check": (f"{TESTS} --out made.py", "true"),
    "tests.include": (TESTS, "POST *"),
    "tests.exclude": (TESTS, "POST *"),
    "tests.cover": (TESTS, "pairs"),
    "tests.max_cases": (TESTS, "3"),
    "tests.known": (TESTS, "user_id=user.id"),
    "tests.client": (TESTS, "client"),
    "examples.out": (EXAMPLES, "made.yaml"),
    "examples.check": (f"{EXAMPLES} --out made.yaml", "true"),
    "examples.replace": (EXAMPLES, "all"),
    "msw.out": (MSW, "made"),
    "msw.check": (MSW, "true"),
    "msw.n": (MSW, "2"),
    "msw.base_url": (MSW, "https://shop.test"),
    "persist.handler": ("persist app/models.py:User", "memory"),
    "persist.handler_config": ("persist app/models.py:User -H jsonl", '{"path": "other.jsonl"}'),
    "persist.n": (PERSIST.replace(" -n 3", ""), "2"),
    "persist.start": (PERSIST, "2"),
    "persist.shard": (PERSIST, "1/2"),
    "persist.with_related": (
        "persist app/many.py:Order -H memory -n 3 --link Order.user_id=Note.id",
        "true",
    ),
    "persist.batch_size": (PERSIST, "1"),
    "persist.max_retries": (f"{FLAKY} --retry-wait 0", "1"),
    "persist.retry_wait": (f"{FLAKY} --max-retries 1", "0"),
    "persist.dry_run": (PERSIST, "true"),
    "persist.journal": (HALF, "kept.journal"),
    "persist.resume": (HALF, "true"),
    "persist.keep_journal": (PERSIST, "true"),
    "persistence.handlers": (
        f"{PERSIST.partition(' -H')[0]} -H own",
        'own={"path": "jsonl", "options": {"path": "a"}}',
    ),
    "json.engine": (FILES, "dask"),
    "json.workers": (f"{FILES} -n 300", "2"),
    "persist.workers": (PERSIST.replace(" -n 3", " -n 300"), "2"),
    "dataset.workers": (f"{TABLE} --shard-size 1 --out made", "2"),
    "doctor.n": (DOCTOR.partition(" -n")[0], "3"),
    "doctor.html": (DOCTOR, "page.html"),
    "doctor.fail_on_warn": ("doctor app/many.py:Mute", "true"),
    "store.adapter": (f"{SERVE} --database.dbPath kept", "sqlite"),
    "store.db_path": (f"{SERVE} --database.adapter json-file", "kept.json"),
    "store.auto_save": (KEPT, "false"),
    "store.snapshots": (SERVE, "false"),
    "store.snapshots_directory": (SERVE, "named"),
    "store.generate": (SERVE, "false"),
    "store.count": (SERVE, "3"),
    "store.counts": (SERVE, "users=3"),
    "store.key": (SERVE, "Thing.sku"),
    "store.on_delete": (SERVE, "Order.user_id=cascade"),
    "store.indexed_fields": (FILED, "User.name"),
    "store.lazy_loading": (KEPT, "true"),
    "store.seed_script": (SERVE, "app/scenario.py"),
    "serve.host": (SERVE, "0.0.0.0"),
    "serve.token": (SERVE, "secret"),
    "serve.snapshot": (SERVE, "never"),
    "serve.page_size": (SERVE, "2"),
    "serve.body_limit": (SERVE, "9"),
    "serve.cors": (SERVE, "http://a.example"),
    "serve.allowed_host": (SERVE, "a.test"),
    "serve.fail": (SERVE, "GET /users=503:1"),
    "serve.latency": (SERVE, "50-50"),
    "serve.resource": (SERVE, "people=User"),
    "serve.reset": (KEPT, "true"),
    "serve.base_path": (SERVE, "/v1"),
    # options of a single command
    "list --ast": ("list app/many.py", ""),
    "list --hybrid": ("list app/hidden.py", ""),
    "list --json": ("list app/models.py", ""),
    "list --public-only": ("list app/hidden.py", ""),
    "gen json --explain": (FILES, ""),
    "gen dataset --explain": (TABLE, ""),
    "gen schema --explain": ("gen schema app/models.py:User", ""),
    "gen overrides --explain": ("gen overrides app/models.py:User", ""),
    "gen fixtures --explain": (FIXTURES, ""),
    "gen explain --json": ("gen explain app/models.py:User", ""),
    "config --json": ("config", ""),
    "plugin list --json": ("plugin list", ""),
    "config --show-origin": ("config", ""),
    "serve --seed": (SERVE, "7"),
    "doctor --ast": (DOCTOR, ""),
    "doctor --json": (DOCTOR, ""),
    "gen json --watch": (FILES, ""),
    "gen dataset --watch": (TABLE, ""),
    "gen schema --watch": ("gen schema app/models.py:User", ""),
    "gen overrides --watch": ("gen overrides app/models.py:User", ""),
    "gen fixtures --watch": (FIXTURES, ""),
    "gen tests --watch": (TESTS, ""),
    "gen examples --watch": (EXAMPLES, ""),
    "gen msw --watch": (MSW, ""),
}

BEFORE = {"persist.resume": HALF, "serve.reset": KEPT}
"""Commands that run before a row."""

ELSEWHERE: dict[str, str] = {
    "lock --lock-file": "tests/functional/test_lock.py::test_a_lock_may_have_another_name",
    "verify --lock-file": "tests/functional/test_lock.py::test_a_lock_may_have_another_name",
    "verify --sample": "tests/functional/test_lock.py::test_another_version_of_a_library_is_named",
    "json.scheduler": "tests/functional/test_dask_engine.py::test_a_silent_scheduler_is_an_error",
    "dataset.scheduler": (
        "tests/functional/test_dask_engine.py::test_a_silent_scheduler_is_an_error"
    ),
    # option that one command line cannot show: the test that does
    "models": "tests/functional/test_fixtures.py::test_configured_models_become_fixtures",
    "vary": "tests/functional/test_fixtures.py::vary",
    "trust --list": "tests/functional/test_trust.py::test_the_list_shows_what_has_changed",
    "trust --revoke": "tests/functional/test_trust.py::test_the_list_shows_what_has_changed",
    "store.cache_size": "tests/store/test_features.py::test_cache_size_limits_the_cached_records",
    "store.file_limit_mb": (
        "tests/store/test_file_limits.py::test_the_limit_of_files_is_an_option_of_the_store"
    ),
    "store.save_interval": (
        "tests/store/test_features.py::test_save_interval_writes_within_its_milliseconds"
    ),
    "serve.roles": (
        "tests/functional/test_serve_documents.py::test_a_file_of_roles_corrects_what_is_derived"
    ),
    "serve.network_profile": (
        "tests/documents/test_pretendo.py::test_a_dead_network_drops_connections"
    ),
    "serve.port": (
        "tests/functional/test_serve.py::test_wrong_serve_options_are_an_error_before_the_start"
    ),
    "pfg --version": "tests/functional/test_every_option.py::test_version_prints_the_version",
}

API = """
openapi: 3.0.0
info: {title: Shop, version: "1"}
paths:
  /tags/{name}:
    get:
      parameters: [{name: name, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: A tag
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Tag"}
components:
  schemas:
    Tag: {type: object, required: [name], properties: {name: {type: string}}}
    Kind: {type: string, example: mine}
"""

MANY = """
from __future__ import annotations
import datetime as dt
import enum
from typing import Any
from pydantic import BaseModel, Field, field_validator

class Kind(enum.Enum):
    A, B, C = "a", "b", "c"

class Odd(BaseModel):
    n: int = Field(ge=0, le=99)

    @field_validator("n")
    @classmethod
    def is_odd(cls, n: int) -> int:
        assert n % 2
        return n

class Note(BaseModel):
    id: int = Field(ge=1)
    name: str
    email: str
    at: dt.datetime
    kind: Kind
    what: int | str | bool
    tone: str = "plain"
    shade: str = Field("dark", examples=["light"])
    size: int | None
    sizes: list[int]
    weight: float = Field(ge=0, le=1000)
    land: str
    text: str
    digit: int = Field(ge=0, le=9)
    anything: Any
    parent: Note | None = None
    answers: list[Note] = []

class Order(BaseModel):
    id: int = Field(ge=1)
    user_id: int = Field(ge=1)

class Loop(BaseModel):
    x: int
    inner: Loop | None

class Mute(BaseModel, arbitrary_types_allowed=True):
    thing: memoryview
"""

WEB = """
from fastapi import FastAPI

app = FastAPI()


@app.get("/users/{user_id}")
def get_user(user_id: int) -> int:
    return user_id


@app.post("/users")
def add_user(name: str) -> str:
    return name
"""

SHOP = """
from pydantic import BaseModel
class User(BaseModel):
    id: int
    name: str
class Order(BaseModel):
    id: int
    user_id: int
class Thing(BaseModel):
    sku: str
"""

VISITS = (
    ("get", "/users", None),
    ("get", "/things", None),
    ("post", "/users", {"id": 90000, "name": "Ann"}),
    ("post", "/orders", {"id": 90000, "user_id": 90000}),
    ("delete", "/users/90000", None),
    ("get", "/orders/90000", None),
    ("post", "/admin/snapshots", {"name": "one"}),
)

HIDDEN = """
from pydantic import BaseModel, create_model
class Shown(BaseModel):
    x: int
Made = create_model("Made", x=(int, ...), __module__=__name__)
__all__ = ["Shown"]
"""

FLAKY_HANDLERS = """
import time
from pathlib import Path
from pytest_fixturegen import TransientError

def handler(batch):
    tries = Path("tries")
    now = time.monotonic()
    last = float(tries.read_text().split()[-1]) if tries.exists() else now
    with tries.open("a") as file:
        print("waited" if now - last >= 0.45 else "at once", now, file=file)
    raise TransientError("busy")

def half(batch):
    with Path("sent").open("a") as file:
        print(batch.start, file=file)
    if batch.start >= 2:
        raise ValueError("full")
"""
