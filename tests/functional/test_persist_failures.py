"""Failures of ``pfg persist``: message, hint, exit code and the number of delivered records."""

from __future__ import annotations

import json
import socket
import sqlite3
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import trustme

from tests.functional.conftest import Pfg, error_of
from tests.persistence.server import serving

USER = "app.models:User"
SECRET = "s3cret-t0ken"
SINKS = """
def opening(context):
    raise RuntimeError("the door is shut")
    yield

def writing(batch, *, token=""):
    if batch.start >= 4:
        raise RuntimeError("the shelf is full " + token)

def closing(context):
    yield lambda batch: None
    raise RuntimeError("the lid is stuck")

def silent(context):
    yield
"""


def find_free_port() -> int:
    with closing(socket.socket()) as server_socket:
        server_socket.bind(("127.0.0.1", 0))
        port: int = server_socket.getsockname()[1]
        return port


CASES: list[tuple[str, str, dict[str, Any], int, str, str, int | None]] = [
    # handler, case to prepare, options, exit code, message, hint, records delivered before
    ("http-post", "", {"url": "nonsense"}, 50, "Invalid URL 'nonsense'", "https://host/path", 0),
    ("http-post", "closed", {"url": "{url}"}, 50, "cannot be reached", "--resume", 0),
    (
        "http-post",
        "401",
        {"url": "{url}"},
        50,
        "401 Unauthorized: who are you?",
        "Authorization",
        4,
    ),
    ("http-post", "422", {"url": "{url}"}, 50, ': {"detail": "name"}', "rejects", 4),
    ("http-post", "503", {"url": "{url}"}, 50, "in 2 tries: ", "--resume", 4),
    (
        "http-post",
        "slow",
        {"url": "{url}", "timeout": 0.1},
        50,
        "did not answer in",
        "--resume",
        4,
    ),
    (
        "http-post",
        "echo",
        {"url": "{url}", "headers": {"Authorization": "Bearer $TOKEN"}},
        50,
        "Bearer $TOKEN",
        "",
        4,
    ),
    ("http-post-async", "422", {"url": "{url}", "concurrency": 1}, 50, "422", "rejects", 4),
    ("http-post", "tls", {"url": "{url}"}, 50, "cannot be trusted", "SSL_CERT_FILE", 0),
    (
        "http-post",
        "",
        {"url": "http://x", "headers": {"A": "$NO_SUCH"}},
        70,
        "$NO_SUCH",
        "environment",
        None,
    ),
    ("http-post", "", {}, 2, "needs the option 'url'", "Its options: url", None),
    (
        "http-post",
        "",
        {"url": "http://x", "heders": {}},
        2,
        "no option 'heders'",
        "'headers'",
        None,
    ),
    (
        "http-post",
        "",
        {"url": "http://x", "timeout": "soon"},
        2,
        "expected a number, got",
        "",
        None,
    ),
    (
        "sqlite-json",
        "locked",
        {"database": "x.db", "lock_timeout": 0.01},
        50,
        "locked",
        "Another process",
        0,
    ),
    ("sqlite-json", "read only", {"database": "x.db"}, 50, "readonly", "writable", 0),
    ("sqlite-json", "", {"database": "app/models.py/x.db"}, 50, "cannot be written", "path", 0),
    (
        "sqlite-json",
        "",
        {"database": "x.db", "ensure_table": False},
        50,
        "no such table",
        "ensure_table",
        0,
    ),
    ("sqlite-json", "no database", {"database": "x.db"}, 50, "not a database", "another file", 0),
    (
        "postgres-json",
        "",
        {"dsn": "host=127.0.0.1 port=1 password=$TOKEN"},
        50,
        "onnection refused",
        "",
        0,
    ),
    ("sql", "", {"url": "sqlite:///x.db"}, 50, "no table 'user'", "tables", 0),
    ("jsonl", "", {"path": "app"}, 50, "is a directory", "another path", 0),
    ("nowhere", "", {}, 2, "Unknown handler 'nowhere'", "Known: ", None),
    ("failing_sinks:nothing", "", {}, 2, "no handler 'nothing'", "", None),
    (
        "failing_sinks:opening",
        "",
        {},
        50,
        "could not be opened for User: RuntimeError: the door is shut",
        "--debug",
        0,
    ),
    (
        "failing_sinks:writing",
        "",
        {},
        50,
        "Records 4 to 5 of User were not delivered: RuntimeError",
        "--debug",
        4,
    ),
    (
        "failing_sinks:writing",
        "",
        {"token": "$TOKEN"},
        50,
        "the shelf is full $TOKEN; 4 records were delivered",
        "",
        4,
    ),
    (
        "failing_sinks:closing",
        "",
        {},
        50,
        "could not be closed after User: RuntimeError: the lid is stuck; 9 records",
        "",
        9,
    ),
    ("failing_sinks:silent", "", {}, 50, "provides nothing that takes batches", "A handler is", 0),
]
ANSWERS = {
    "401": (401, "who are you?", {}),
    "422": (422, '{"detail": "name"}', {}),
    "503": (503, "", {}),
    "slow": "slow",
    "echo": (400, f"no Bearer {SECRET} here", {}),
}


@contextmanager
def prepare_case(what: str, project: Path) -> Iterator[str]:
    """Prepare the files and the server of a case, and yield the URL of the server."""
    if what in ANSWERS:
        with serving(["ok", "ok", *[ANSWERS[what]] * 9]) as inbox:  # type: ignore[list-item]
            yield inbox.url
    elif what == "tls":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
        with serving(tls=context) as inbox:
            yield inbox.url.replace("http:", "https:")
    elif what == "locked":
        with closing(sqlite3.connect(project / "x.db", isolation_level=None)) as other:
            other.execute("pragma journal_mode = wal")
            other.execute("begin exclusive")
            yield ""
    else:
        if what == "no database":
            (project / "x.db").write_bytes(b"nothing that SQLite knows" * 99)
        if what == "read only":
            sqlite3.connect(project / "x.db").execute("create table t (a)").connection.close()
            with (project / "x.db").open("r+b") as file:
                # SQLite opens a file with an unknown "file format write version" read-only.
                # https://www.sqlite.org/fileformat2.html
                file.seek(18)
                file.write(b"\x03")
        yield f"http://127.0.0.1:{find_free_port()}/"


@pytest.mark.parametrize(
    ("handler", "world", "options", "code", "message", "hint", "delivered"),
    CASES,
    ids=[f"{handler} {world or options}"[:60] for handler, world, options, *_ in CASES],
)
def test_a_failure_names_cause_hint_and_delivered_records(
    pfg: Pfg,
    project: Path,
    handler: str,
    world: str,
    options: dict[str, Any],
    code: int,
    message: str,
    hint: str,
    delivered: int | None,
) -> None:
    (project / "failing_sinks.py").write_text(SINKS)
    with prepare_case(world, project) as url:
        config = json.dumps(options).replace("{url}", url)
        words = [
            "persist",
            USER,
            "-H",
            handler,
            "--handler-config",
            config,
            "-n",
            "9",
            "--batch-size",
            "2",
        ]
        words += ["--max-retries", "1", "--retry-wait", "0", "--json-errors", "--debug"]
        result = pfg(*words, TOKEN=SECRET)
    body = json.loads(result.stdout)["error"]
    assert (result.exit_code, body["code"]) == (code, code), result.output
    assert message in body["message"]
    assert body["hint"]
    assert hint in body["hint"]
    assert body["details"].get("delivered") == delivered
    assert SECRET not in result.output
    assert not any(SECRET in path.read_text(errors="ignore") for path in project.rglob("*journal"))


def test_options_that_are_not_json_are_a_usage_error(pfg: Pfg) -> None:
    for text in ("{bad", "[1]", "3"):
        body = error_of(
            pfg("persist", USER, "-H", "memory", "--handler-config", text, "--json-errors")
        )
        assert body["code"] == 2
        assert "an object of JSON" in str(body["message"])


def test_a_failure_prints_one_sentence_and_a_hint(pfg: Pfg) -> None:
    result = pfg("persist", USER, "-H", "memry")
    assert result.stderr == "error: Unknown handler 'memry'.\n  hint: Did you mean 'memory'?\n"
    assert result.exit_code == 2, result.output
