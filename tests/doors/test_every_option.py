"""Every command and every option: it parses, the docs name it, and setting it changes something, at every door it has.

A new option needs a row; one without fails here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import pytest
from starlette.testclient import TestClient

from pytest_fixturegen.cli.main import main
from pytest_fixturegen.cli.manner import NAMES as COMMON
from pytest_fixturegen.cli.shared import Command
from pytest_fixturegen.command_options import CONFIGS
from pytest_fixturegen.fixtures.settings import run_settings_of, settings_of
from pytest_fixturegen.options import GenerationConfig, PytestConfig
from pytest_fixturegen.serve import live
from pytest_fixturegen.sources import flags, key_of, known_keys, read, variable
from tests.doors.conftest import Pfg

ROOT = Path(__file__).resolve().parents[2]
DOCS = "\n".join(page.read_text("utf-8") for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))))

JSON = "gen json app/many.py:Note -n 6 --jsonl"
CHOOSY = "gen json app/many.py:Odd -n 6 --jsonl"
ORDERS = "gen json app/many.py:Order -n 6 --jsonl"
LINKED = f"{ORDERS} --link Order.user_id=Note.id"
FIXTURES = "gen fixtures app/models.py:User"
PERSIST = 'persist app/models.py:User -n 3 -H jsonl --handler-config {"path":"sent.jsonl"}'
FLAKY = "persist app/models.py:User -H app.flaky:handler"
FILES = "gen json app/models.py:User"

SERVE = "serve app/shop.py --port 0 --link Order.user_id=User.id"
KEPT = f"{SERVE} --database.adapter json-file --database.dbPath kept.json"

ROWS: dict[str, tuple[str, str]] = {
    # the option: a command line, and a value with which that does something else
    "seed": (JSON, "1"),
    "locale": (JSON, "ja_JP"),
    "now": (JSON, "1999-01-01"),
    "p_none": (JSON, "1"),
    "max_depth": (JSON, "0"),
    "ignore_defaults": (JSON, "true"),
    "respect_validators": (CHOOSY, "false"),
    "validator_max_retries": (CHOOSY, "0"),
    "overrides": (JSON, "Note.name=Bob"),
    "field_policies": (JSON, '*.name={"value": "Bob"}'),
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
    "json.out": (FILES, "made.json"),
    "json.jsonl": (FILES, "true"),
    "json.indent": (FILES, "3"),
    "json.shard_size": (f"{FILES} -n 3 --out {{shard}}.json", "2"),
    "json.with_related": (LINKED, "true"),
    "schema.out": ("gen schema app/models.py:User", "made.json"),
    "override_types.out": ("gen overrides app/models.py:User", "made.py"),
    "fixtures.out": (FIXTURES, "made.py"),
    "fixtures.style": (FIXTURES, "class"),
    "fixtures.scope": (FIXTURES, "module"),
    "fixtures.cases": (FIXTURES, "2"),
    "fixtures.return_type": (FIXTURES, "dict"),
    "persist.handler": ("persist app/models.py:User", "memory"),
    "persist.handler_config": ("persist app/models.py:User -H jsonl", '{"path": "other.jsonl"}'),
    "persist.n": (PERSIST.replace(" -n 3", ""), "2"),
    "persist.with_related": ("persist app/many.py:Order -H memory -n 3 --link Order.user_id=Note.id", "true"),
    "persist.batch_size": (PERSIST, "1"),
    "persist.max_retries": (f"{FLAKY} --retry-wait 0", "1"),
    "persist.retry_wait": (f"{FLAKY} --max-retries 1", "0"),
    "persist.dry_run": (PERSIST, "true"),
    "persist.journal": (FLAKY.replace("flaky:handler", "flaky:half") + " -n 4 --batch-size 1 --max-retries 0", "kept.journal"),
    "store.adapter": (f"{SERVE} --database.dbPath kept", "sqlite"),
    "store.db_path": (f"{SERVE} --database.adapter json-file", "kept.json"),
    "store.auto_save": (KEPT, "false"),
    "store.save_interval": (KEPT, "60"),
    "store.snapshots": (SERVE, "false"),
    "store.snapshots_directory": (SERVE, "named"),
    "store.generate": (SERVE, "false"),
    "store.count": (SERVE, "3"),
    "store.counts": (SERVE, "users=3"),
    "store.key": (SERVE, "Thing.sku"),
    "store.on_delete": (SERVE, "Order.user_id=cascade"),
    "store.seed_script": (SERVE, "app/scenario.py"),
    "serve.host": (SERVE, "0.0.0.0"),
    "serve.token": (SERVE, "secret"),
    "serve.snapshot": (SERVE, "never"),
    "serve.page_size": (SERVE, "2"),
    "serve.body_limit": (SERVE, "9"),
    "serve.cors": (SERVE, "http://a.example"),
    "serve.fail": (SERVE, "GET /users=503:1"),
    # options of commands alone
    "list --ast": ("list app/many.py", ""),
    "list --hybrid": ("list app/hidden.py", ""),
    "list --json": ("list app/models.py", ""),
    "gen explain --json": ("gen explain app/models.py:User", ""),
    "config --json": ("config", ""),
    "config --show-origin": ("config", ""),
}

ELSEWHERE: dict[str, str] = {
    # what cannot be seen from one command line: the test that shows it
    "models": "tests/doors/test_fixtures.py::test_models_of_the_configuration_are_fixtures",
    "vary": "tests/doors/test_fixtures.py::vary",
    "persist.resume": "tests/doors/test_persist.py::test_a_resumed_run_sends_the_rest",
    "persistence.handlers": "tests/doors/test_persist.py::test_an_alias_of_the_configuration_is_a_handler",
    "store.indexed_fields": "tests/store/test_features.py::test_indexed_fields_are_searched_by_an_index",
    "store.cache_size": "tests/store/test_features.py::test_a_cache_keeps_so_many_records_at_hand",
    "store.lazy_loading": "tests/store/test_features.py::test_lazy_loading_opens_nothing_before_it_is_asked",
    "serve.port": "tests/doors/test_serve.py::test_what_cannot_be_served_is_told_before_it_starts",
    "serve.reset": "tests/doors/test_serve.py::test_a_store_goes_on_and_reset_begins_anew",
    "serve.latency": "tests/serve/test_trouble.py::test_answers_take_their_time",
    "serve --seed": "tests/doors/test_serve.py::test_a_seed_is_a_number_or_a_script_or_both",
    "doctor --sandbox": "tests/doors/test_doctor.py::",
    "pfg --version": "tests/doors/test_every_option.py::test_the_version_is_told",
}

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


@pytest.fixture(autouse=True)
def files(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The modules that the rows name."""
    (project / "app" / "many.py").write_text(MANY)
    (project / "app" / "hidden.py").write_text(HIDDEN)
    (project / "app" / "flaky.py").write_text(FLAKY_HANDLERS)
    (project / "app" / "shop.py").write_text(SHOP)
    (project / "app" / "scenario.py").write_text("def generate(gen):\n    return {'users': [{'id': 1, 'name': 'Bob'}]}\n")
    monkeypatch.setattr(live, "run", visited)
    monkeypatch.setenv("SHOWN", "x")


def visited(app: Any, _: object) -> None:
    """Instead of a server that runs for ever: what it answers to some requests, and which files it holds then."""
    with TestClient(app, headers={"Origin": "http://b.example"}) as client:
        for method, url, body in VISITS:
            answer = client.request(method, url, json=body)
            told = {name: value for name, value in answer.headers.items() if name in ("link", "access-control-allow-origin")}
            text = re.sub(r'"(request_?[iI]d|at|created|saved|time)": ?"?[^",}]*"?', "", answer.text)
            click.echo(f"{method} {url} {answer.status_code} {told} {text}")
    click.echo(str(sorted(path.name for path in Path().iterdir() if path.name != "pyproject.toml")))


def commands(command: click.Command = main, path: str = "pfg") -> Iterator[tuple[str, click.Command]]:
    """Every command by its words, groups included."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, f"{path} {name}")


def own(command: click.Command) -> Iterator[click.Option]:
    """The options that *command* declares itself."""
    declared = {each.name for config in CONFIGS for each in fields(config)}
    for each in command.params:
        if isinstance(each, click.Option) and each.name not in declared and each.name not in COMMON:
            yield each


EVERY = dict(commands())
KEYS = {key_of(config, each.name): (config, each) for config in CONFIGS for each in fields(config)}


def test_every_option_has_a_row() -> None:
    of_commands = {f"{path.removeprefix('pfg ')} {each.opts[0]}" for path, command in EVERY.items() for each in own(command)}
    assert ROWS.keys() | ELSEWHERE.keys() == known_keys() | of_commands
    assert not ROWS.keys() & ELSEWHERE.keys()


@pytest.mark.parametrize("path", EVERY)
def test_every_command_has_help_and_a_place_in_the_docs(path: str, pfg: Pfg) -> None:
    command = EVERY[path]
    result = pfg(*path.split()[1:], "--help")
    assert result.exit_code == 0
    assert isinstance(command, Command)
    assert path in DOCS
    for each in command.params:
        if isinstance(each, click.Option):
            assert each.opts[0].removeprefix("--") in result.stdout
            assert any(f"`{spelt}" in DOCS or f" {spelt}" in DOCS for spelt in each.opts), each.opts


@pytest.mark.parametrize("path", [path for path in EVERY if not isinstance(EVERY[path], click.Group)])
def test_every_command_takes_the_common_flags_anywhere(path: str, pfg: Pfg) -> None:
    """Seen by an error of usage, which is told in their manner."""
    words = path.split()[1:]
    for line in (
        ["--json-errors", "--debug", *words, "--bogus"],
        [*words, "--bogus", "--config=x", "--debug", "--json-errors"],
    ):
        result = pfg(*line)
        assert json.loads(result.stdout)["error"]["kind"] == "UsageError"
        assert "Traceback" in result.stderr


def observed(pfg: Pfg, project: Path, permitted: list[object], line: list[str], **environment: str) -> dict[str, Any]:
    """What a command line does that one can see: what it prints, its exit code, and files."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    permitted.clear()
    result = pfg(*line, **environment)
    assert result.exit_code != 99, result.stderr
    made = {path for path in project.rglob("*") if path.is_file() and "__pycache__" not in path.parts and path not in before}
    found = {str(path.relative_to(project)): path.read_bytes() for path in made}
    for path in made:
        path.unlink()
    told = re.sub(r"in \d+\.\d+s|seed \d+", "", result.stderr)
    found = {name: re.sub(rb"\d+\.\d+\n", b"", text) if name == "tries" else text for name, text in found.items()}
    if "entropy" in (*line, *environment.values()) or "--entropy" in line:
        return {"code": result.exit_code, "fresh": "seed" in result.stderr}
    out = result.stdout
    if line[0] == "serve":
        out, found = re.sub(r":\d{4,5}\b", "", out), dict.fromkeys(found, b"")
    return {
        "code": result.exit_code,
        "out": out,
        "told": told,
        "files": found,
        "permitted": permitted[:] if line[0] == "list" else [],
    }


def flag(key: str, value: str) -> list[str]:
    """*key* as the command line sets it."""
    each = KEYS[key][1]
    name = each.name.replace("_", "-")
    if isinstance(each.default, bool):
        return [f"--{name}" if value == "true" else f"--no-{name}"]
    return [f"--{name}", value]


def written(key: str, value: str) -> str:
    """*key* as a pyproject.toml sets it."""
    section, _, name = key.rpartition(".")
    text = value if re.fullmatch(r"[\d.]+|true|false", value) else json.dumps(value)
    return f"[tool.pytest_fixturegen{'.' if section else ''}{section}]\n{name} = {text}\n"


@pytest.mark.parametrize("key", [key for key in ROWS if key in KEYS])
def test_setting_an_option_changes_what_a_command_does(pfg: Pfg, project: Path, near: list[object], key: str) -> None:
    line, value = ROWS[key]
    words = line.split()
    plain = observed(pfg, project, near, words)
    by_flag = observed(pfg, project, near, [*words, *flag(key, value)])
    assert by_flag != plain
    assert observed(pfg, project, near, words, **{variable(key): value}) == by_flag
    (project / "pyproject.toml").write_text(written(key, value))
    by_file = observed(pfg, project, near, words)
    assert by_file == by_flag or key == "rng_mode"


@pytest.mark.parametrize("key", [key for key in ROWS if key not in KEYS])
def test_setting_an_option_of_one_command_changes_what_it_does(pfg: Pfg, project: Path, near: list[object], key: str) -> None:
    words = ROWS[key][0].split()
    assert observed(pfg, project, near, [*words, key.split()[-1]]) != observed(pfg, project, near, words)


@pytest.mark.parametrize("key", [key for key, (config, _) in KEYS.items() if config in (GenerationConfig, PytestConfig)])
def test_pytest_reads_each_option_as_the_command_line_does(pytester: pytest.Pytester, key: str) -> None:
    config, each = KEYS[key]
    value = ROWS.get(key, ("", {"vary": "test", "models": "json:JSONDecoder"}.get(key, "")))[1]
    option = f"--pfg-{'no-' if value == 'false' else ''}{each.name.replace('_', '-')}"
    words = [option] if isinstance(each.default, bool) else [f"{option}={value}"]
    found = [pytester.parseconfig(*words)]
    pytester.makeini(f"[pytest]\npfg_{each.name} = {value}\n")
    found.append(pytester.parseconfig())
    wanted = read(config, [flags({each.name: [value] if isinstance(each.default, tuple) else value}, config)])
    assert wanted != config()
    for one in found:
        got = settings_of(one) if config is GenerationConfig else run_settings_of(one)
        if key == "rng_mode":
            assert got.seed != 0
        else:
            assert got == wanted


@pytest.mark.parametrize("key", ELSEWHERE)
def test_what_is_shown_elsewhere_is_there(key: str) -> None:
    file, _, name = ELSEWHERE[key].partition("::")
    assert name in (ROOT / file).read_text("utf-8")


def test_the_version_is_told(pfg: Pfg) -> None:
    assert re.fullmatch(r"pfg, version \d+\.\d+\.\d+\S*\n", pfg("--version").stdout)
