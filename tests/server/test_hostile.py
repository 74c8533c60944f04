"""Hostile requests: each gets an answer below 500, and no file outside the store changes."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from requests import Request
from schemathesis.specs.openapi import checks

from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.server.app import App, make_app
from pytest_fixturegen.server.asgi_transport import sleep_blocking
from pytest_fixturegen.server.clients import ApiClient, make_asgi_client
from pytest_fixturegen.server.live_server import serve_in_thread
from pytest_fixturegen.store.store import Store
from tests.server.conftest import blog

NAMES = (
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e",
    "a/../../b",
    "\\..\\..\\x",
    "/etc/passwd",
    "C:\\x",
    "CON",
    "x; drop table users",
    "x' or '1'='1",
    'x" or "1"="1',
    "x`",
    "users--",
    "sqlite_master",
    "pfg_facts",
    "pfg_snapshots",
    "%00",
    "a%00b",
    "%ff%fe",
    "%c0%ae%c0%ae",
    "{{7*7}}",
    "${jndi:ldap://x}",
    "<script>",
    "a" * 5000,
    "%F0%9F%92%A9",
    "\u202e",
    ".",
    "__proto__",
    "constructor",
    "$.id",
    "*",
    "?",
    "#",
)
FILTERS = (
    "name=' or 1=1 --",
    "name'=1",
    'name"=1',
    "name)=1",
    "id=1;drop table users",
    "id=1 union select 1",
    "id[$ne]=1",
    "id[gte]=null",
    "name[like]=%25%25",
    "name_like=_",
    "sort=id;drop",
    "sort=(select 1)",
    "sort=-",
    "sort=,,,",
    "fields=*",
    "fields=id,id,id",
    "fields=__class__",
    "expand=__class__",
    "expand=user.user.user",
    "limit=1e9",
    "limit=NaN",
    "limit=0x10",
    "page=99999999999999999999",
    "page=1.5",
    "offset=-1",
    "created_at=yesterday",
    "created_at=9999-12-31T23:59:59.999999Z",
    "created_at=0001-01-01T00:00:00%2B14:00",
    "created_at_gt=1e400",
    "age=1e5",
    "age=" + "9" * 5000,
    "home=x",
    "home.city=%00",
    "home.city.x=1",
    "home[city]=1",
    "home[city][x]=1",
    "tags=1",
    "q=%00",
    "q=" + "a" * 20000,
    "q=%25",
    "=",
    "&&&",
    "=x",
    "a=b=c",
    "%",
    "%zz=1",
    "name=%ff",
    "name=%ed%a0%80",
    "name_in=" + ",".join("a" * 3000),
    "&".join(["id=1"] * 200),
    "id_in=1,x",
    "id_null=2",
    "is_admin=[]",
    "name[]=x",
    "name[eq]=x",
    "name[[eq]]=x",
    "_gte=1",
    "name_=1",
    "[gte]=1",
)
BODIES = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"{",
    b"[",
    b"[" * 100_000,
    b'{"a":' * 50_000,
    b"null",
    b"NaN",
    b"1e999",
    b'"\\ud800"',
    b"[[]]",
    b'{"id": 1e400}',
    b'{"id": 9' + b"9" * 400 + b"}",
    b'{"id": null, "id": 1}',
    b'{"__proto__": {}}',
    b"{'a': 1}",
    b"[{}, {}]",
    b"[null]",
    b"{}" + b" " * 2_000_000,
    b"\xef\xbb\xbf{}",
    '{"näme": 1}'.encode("utf-16"),
    b'{"name": "\\u0000"}',
    b"a=b",
    b"<xml/>",
    b'{"name": {"$gt": ""}}',
    b'[{"id": 1}, 5]',
    b'{"id": true}',
    b'{"id": "1; drop table users"}',
    b'{"tags": "x"}',
)
HEADERS = (
    {"if-match": "x" * 9000},
    {"if-match": '"'},
    {"if-none-match": ",,,"},
    {"x-request-id": "a\tb"},
    {"x-request-id": "a" * 9000},
    {"content-length": "-5"},
    {"content-length": "x"},
    {"content-type": "text/\xff"},
    {"authorization": "Bearer \xff"},
    {"accept": "application/json;q=\xff"},
    {"origin": "null"},
    {"host": "evil.example"},
    {"x-http-method-override": "DELETE"},
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the store writes to, with a file that must stay as it is."""
    path = tmp_path_factory.mktemp("hostile")
    (path / "secret.json").write_text("{}")
    return path


@pytest.fixture(scope="module")
def filled(folder: Path) -> Iterator[Store]:
    """The blog in a SQLite file, with snapshots in a directory."""
    store = blog(
        adapter="sqlite",
        db_path=str(folder / "data" / "db"),
        snapshots_directory=str(folder / "data" / "states"),
    )
    yield store
    store.close()


@pytest.fixture
def app(store: Store) -> App:
    return make_app(store, ServeConfig(), sleep=sleep_blocking)


def requests() -> list[tuple[str, str, dict[str, Any]]]:
    """Return more than 500 requests, each hostile in another way."""
    found: list[tuple[str, str, dict[str, Any]]] = []
    for name in NAMES:
        found += [
            ("GET", f"/{name}", {}),
            ("GET", f"/users/{name}", {}),
            ("DELETE", f"/admin/snapshots/{name}", {}),
        ]
        found += [
            ("POST", "/admin/snapshots", {"json": {"name": name}}),
            ("GET", f"/users/365/{name}", {}),
        ]
        found += [
            ("POST", "/admin/snapshots/restore", {"json": {"name": name}}),
            ("PATCH", f"/posts/{name}", {"json": {}}),
        ]
    found += [
        ("GET", f"/{resource}?{query}", {}) for query in FILTERS for resource in ("users", "posts")
    ]
    for body in BODIES:
        found += [("POST", "/users", {"content": body}), ("PATCH", "/users/365", {"content": body})]
        found += [
            ("POST", f"/admin/{action}", {"content": body})
            for action in ("restore", "snapshots", "reset", "save")
        ]
    found += [("GET", "/users", {"headers": headers}) for headers in HEADERS]
    found += [
        ("PATCH", "/users/365", {"headers": headers, "content": b"{}"}) for headers in HEADERS
    ]
    return found + [
        (method, "/users", {}) for method in ("TRACE", "CONNECT", "PROPFIND", "get", "A" * 500)
    ]


def send(client: ApiClient, method: str, path: str, arguments: dict[str, Any]) -> Any:
    headers = arguments.get("headers", {})
    encoded = {name: value.encode("latin-1") for name, value in headers.items()}
    return client.request(method, path, **{**arguments, "headers": encoded})


def test_hostile_requests_get_an_answer_and_change_no_files(app: App, folder: Path) -> None:
    client, answered = make_asgi_client(app), 0
    for method, path, arguments in requests():
        answer = send(client, method, path, arguments)
        answered += 1
        assert answer.status_code < 500, (method, path[:200], answer.text[:500])
        if answer.status_code >= 400 and method != "HEAD":
            assert answer.json().keys() == {"error"}, (method, path[:200])
    assert answered > 500
    assert {path.name for path in folder.iterdir()} == {"data", "secret.json"}
    assert {path.name.split("-")[0] for path in (folder / "data").iterdir()} <= {"db", "states"}
    assert all(path.suffix == ".json" for path in (folder / "data" / "states").glob("*"))
    assert client.get("/users").status_code == 200


def test_deeply_nested_json_gets_a_short_error(app: App) -> None:
    answer = make_asgi_client(app).post("/users", content=b"[" * 100_000)
    assert answer.status_code == 400
    assert len(answer.text) < 2000


RAW = (
    b"GET / HTTP/9.9\r\n\r\n",
    b"\x00\x01\x02\r\n\r\n",
    b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
    b"POST /users HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{}",
    b"POST /users HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
    b"GET /%00 HTTP/1.1\r\nhost: x\r\n\r\n",
    b"GET //// HTTP/1.1\r\nhost: x\r\n\r\n",
    b"GET /..%2f..%2fetc%2fpasswd HTTP/1.1\r\nhost: x\r\n\r\n",
    b"GET http://other/users HTTP/1.1\r\nhost: x\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n",
)


def test_malformed_http_does_not_stop_the_server(store: Store) -> None:
    app = make_app(store, ServeConfig())
    with serve_in_thread(app) as address:
        host, port = address.removeprefix("http://").split(":")
        for message in RAW:
            with socket.create_connection((host, int(port)), timeout=5) as connection:
                connection.sendall(message)
                connection.shutdown(socket.SHUT_WR)
                answer = connection.recv(65536)
                assert not answer.startswith(b"HTTP/1.1 5"), (message[:80], answer[:200])
        with make_asgi_client(make_app(store, ServeConfig(), sleep=sleep_blocking)) as client:
            assert client.get("/users").status_code == 200


def test_the_api_conforms_to_its_openapi_document(store: Store) -> None:
    app = make_app(store, ServeConfig(), sleep=sleep_blocking)
    document = schemathesis.openapi.from_dict(make_asgi_client(app).get("/openapi.json").json())
    seen: list[int] = []
    for operation in document.get_all_operations():
        check_operation(operation.ok(), store, app, seen)
    assert len(seen) > 200
    assert {200, 201, 204, 400, 404, 422} <= set(seen)


EXCLUDED_CHECK = checks.positive_data_acceptance
"""Models have rules beyond their JSON Schema, so valid data may be refused."""


def check_operation(operation: Any, store: Store, app: App, seen: list[int]) -> None:
    """Send cases of *operation*, and validate each answer against the document."""

    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        derandomize=True,
    )
    @given(operation.as_strategy())
    def check(case: Any) -> None:
        with store.rollback(), make_asgi_client(app) as client:
            answer = client.send(as_httpx(client, case))
        seen.append(answer.status_code)
        assert answer.status_code < 500, (case.as_curl_command(), answer.text)
        case.validate_response(answer, excluded_checks=[EXCLUDED_CHECK])

    check()


def as_httpx(client: ApiClient, case: Any) -> Any:
    """Return *case* as a request of httpx."""
    arguments = case.as_transport_kwargs(base_url="http://pfg.test")
    prepared = Request(
        **{name: value for name, value in arguments.items() if name in WANTED}
    ).prepare()
    body = prepared.body.encode() if isinstance(prepared.body, str) else prepared.body
    return client.build_request(
        prepared.method or "GET", prepared.url or "", headers=dict(prepared.headers), content=body
    )


WANTED = ("method", "url", "params", "headers", "json", "data", "cookies", "files")
