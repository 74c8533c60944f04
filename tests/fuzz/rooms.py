"""The rooms: what each reads, and which errors are answers rather than faults."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from pytest_fixturegen.config.command_options import CONFIGS, FixturesConfig
from pytest_fixturegen.config.field_policies import to_json_dict
from pytest_fixturegen.config.project_file import load_configuration
from pytest_fixturegen.config.sources import read_options
from pytest_fixturegen.discovery.ast_scan import scan_models
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.emitters import modules, override_types
from pytest_fixturegen.errors import FixturegenError
from pytest_fixturegen.persistence.journal import HEADER_KEY, resume_journal
from pytest_fixturegen.providers.regex.patterns import PatternError, compile_pattern, draw_match
from pytest_fixturegen.store.api_file import read_api_file
from pytest_fixturegen.store.models import build_schema
from pytest_fixturegen.store.queries import read_query
from pytest_fixturegen.worker.frames import parse_json_object, read_frames

FIRST_BYTES = {0: ".toml", 1: ".yaml", 2: ".json"}
"""The kind of a configuration by its first byte."""

MAX_MESSAGE = 2000
"""Characters of an error that a person may have to read."""


class Room(NamedTuple):
    """One reader: *run* gives it an input; *seeds* are honest inputs to mutate."""

    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    words: tuple[bytes, ...]


def read_all_frames(data: bytes) -> None:
    """Read *data* as the channel of a child."""
    for _, payload in read_frames(io.BytesIO(data)):
        parse_json_object(payload)


def read_reports(data: bytes) -> None:
    """Build modules of the reports in *data*, JSON."""
    reports = json.loads(data)
    if not isinstance(reports, list) or not all(isinstance(each, dict) for each in reports):
        return
    for style in ("functions", "factory", "class"):
        settings = FixturesConfig(style=style)
        for _, _, text in modules.build_modules(reports, settings, 0, "pfg gen fixtures"):
            compile(text, "fixtures", "exec")
    first_party = modules.list_first_party(reports)
    compile(override_types.build_overrides_module(reports, "pfg", first_party), "types", "exec")


def read_configuration(data: bytes) -> None:
    """Read all options of *data*, whose first byte says what kind of file it is."""
    suffix = FIRST_BYTES[data[0] % len(FIRST_BYTES) if data else 0]
    path = write_file(f"config{suffix}", data[1:])
    source = load_configuration(path.parent, str(path), environ={})
    for config in CONFIGS:
        options = read_options(config, [source])
        hash(options)
        json.dumps(to_json_dict(options))


def read_api(data: bytes) -> None:
    """Read *data* as an API file, and build the schema of its resources."""
    declared = read_api_file(write_file("api.yaml", data))
    build_schema(declared.models, declared.resource_options)


def read_journal(data: bytes) -> None:
    """Resume *data* as a journal, after an honest first line."""
    header = json.dumps({HEADER_KEY: 1, "n": 3}).encode()
    path = write_file("journal", header + b"\n" + data)
    resume_journal(path, {"n": 3}).close()


def read_source(data: bytes) -> None:
    """Scan *data* as the source of a module."""
    path = write_file("module.py", data)
    scan_models(Target("module", str(path.parent), str(path)))


def read_pattern(data: bytes) -> None:
    """Draw texts of *data* as a pattern, whose first two bytes are its lengths."""
    low, high = (data[0], data[1]) if len(data) > 1 else (0, 0)
    limits = {"min_length": low, "max_length": None if high < low else high}
    grammar = compile_pattern(data[2:].decode("utf-8", "replace"), **limits)
    for word in (0, 1, 2**64 - 1):
        draw_match(grammar, word)


def read_query_string(data: bytes) -> None:
    """Read *data* as the query of a request."""
    pairs = parse_qsl(data.decode("utf-8", "replace"), keep_blank_values=True)
    read_query(load_resource(), pairs, 20)


@lru_cache(maxsize=1)
def load_resource() -> Any:
    """Return a resource with a field of each type."""
    types = "string integer number boolean date datetime uuid decimal time".split()
    fields = "".join(f"      {kind}: {kind}\n" for kind in types)
    declared = read_api_file(write_file("shop.yaml", f"resources:\n  a:\n    fields:\n{fields}"))
    schema = build_schema(declared.models, declared.resource_options)
    return schema.resources[0]


@lru_cache(maxsize=1)
def _make_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="pfg-fuzz-")


def write_file(name: str, data: bytes | str) -> Path:
    """Return the path of a file with *data* in the folder of this process."""
    path = Path(_make_folder().name, name)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


USER = ["symbol", "app.models", "User"]
REPORT = {
    "symbol": USER,
    "type": USER,
    "model": "User",
    "full_name": "app.models.User",
    "digest": "d",
    "seed": 1,
    "annotation": ["generic", ["symbol", "typing", "Literal"], [["value", "a"]]],
    "cases": [["call", USER, [], [["id", ["value", 1]], ["name", ["value", "x"]]]]],
    "fields": [["id", ["symbol", "builtins", "int"]], ["o", ["or", [USER, ["value", None]]]]],
}
API = b"""resources:
  users:
    fields:
      id: {type: integer, primaryKey: true, autoIncrement: true}
      name: {type: string, minLength: 1, pattern: '^a', required: true, unique: true}
      role: {type: string, enum: [a, b], default: a}
      at: {type: datetime, min: 2020-01-01}
      tags: {type: array, items: {type: string}, generate: {type: city}}
  posts:
    fields:
      id: integer
      user_id: {type: integer, references: users.id}
data:
  users: [{id: 1, name: ab}]
options: {seed: 1, generateData: {count: 3}, server: {port: 80}}
"""
TOML = b"""\0[tool.pytest_fixturegen]
seed = 7
now = 2026-01-01
p_none = 0.5
overrides = {"User.id" = {value = 1}, "*.tags" = {min_items = 1}}
unique = ["User.email"]
[tool.pytest_fixturegen.json]
n = 5
"""
YAML = b"\1seed: 7\noverrides:\n  User.id: {value: [1, 2]}\njson: {n: 3, out: x.json}\n"
SOURCE = b"""from pydantic import BaseModel
from . import other as o
from x import *
class A(BaseModel, o.B):
    x: int = 1
    class Inner(A["q"]): y: 'list[A] | None'
if True:
    B = A
__all__ = ["A"]
"""
JOURNAL = b"""{"model": "m.User", "schema": "abc"}
{"model": "m.User", "start": 0, "receipt": null}
"""
QUERY = b"integer_gte=3&string_like=a&sort=-date&limit=5&page=2&boolean=true&date_in=2020-01-01,a"
FRAMES = b"H\0\0\0\2{}" + b"R" + (28).to_bytes(4, "big") + b'{"module":"m","name":"User"}'

ROOMS: Mapping[str, Room] = {
    "frames": Room(read_all_frames, (FRAMES, FRAMES + b"Z\0\0\0\0"), (b"Z", b"\xff\xff\xff\xff")),
    "reports": Room(
        read_reports,
        (json.dumps([REPORT]).encode(),),
        (b'"""', b"\\n", b'"value"', b'"symbol"', b"[]", b"{}", b"null", b"\\ud800", b"builtins"),
    ),
    "configuration": Room(
        read_configuration,
        (TOML, YAML, b'\2{"seed": 7, "json": {"n": 3}}'),
        (b"{}", b"[[", b"nan", b"0x" + b"f" * 400, b"1:2:3", b"&a ", b"*a", b"<<: ", b"now", b".a"),
    ),
    "api": Room(
        read_api,
        (API,),
        (b"null", b"{}", b"[]", b"-1", b"1e400", b"true", b"'\\ud800'", b"$now", b"enum", b".nan"),
    ),
    "journal": Room(read_journal, (JOURNAL,), (b"{}", b"[]", b"true", b"-1", b"start", b"\\ud800")),
    "source": Room(
        read_source,
        (SOURCE,),
        (b"-" * 50, b"(" * 50, b"\\\n", b'"""', b"# coding: ", b"\0", b"import *", b"elif a: 0\n"),
    ),
    "patterns": Room(
        read_pattern,
        (b"\0\0^[a-z]+$", b"\x20\xff(a+)+\\Aa|\\B", b"\0\0(?=.*\\d)(\\w)\\1(?<!b)(?(1)a|b)"),
        (b"(", b")", b"+", b"*", b"{2,5}", b"|", b"\\b", b"(?=", b"(?<=", b"(?>", b"\\p{L}", b"^"),
    ),
    "query": Room(
        read_query_string,
        (QUERY,),
        (b"_in=", b"_like=", b"sort=", b"%00", b"%ff", b"[]", b"9" * 400, b"1e999", b"&", b","),
    ),
}


def run_input(name: str, data: bytes) -> None:
    """Give *data* to the room *name*; raise if that is an internal error or no clear sentence."""
    try:
        ROOMS[name].run(data)
    except FixturegenError as error:
        require_sentence(error.message)
    except PatternError:
        return
    except (ValueError, RecursionError):
        if name != "reports" or is_json(data):
            raise


def require_sentence(message: str) -> None:
    """Raise AssertionError unless *message* can be printed and is short."""
    assert len(message) < MAX_MESSAGE, f"an error of {len(message)} characters"
    assert message.strip(), "an empty error"


def is_json(data: bytes) -> bool:
    """Return whether *data* is JSON."""
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
