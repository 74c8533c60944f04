"""Bodies on the wire: media types, compression in both directions, and the size of errors."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, Field, field_validator

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import ServeConfig, StoreConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.server.app import make_app
from pytest_fixturegen.server.clients import ApiClient
from pytest_fixturegen.server.live_server import serve_in_thread
from pytest_fixturegen.store.store import Store
from tests.server.conftest import client_of
from tests.server.raw import RawResponse, send_raw
from tests.server.test_rest import NEW, error_of, first

BODY_LIMIT = 100_000
HOST = ("host", "localhost")
PAGE = "/posts?expand=user"
"""A response that is large enough to be compressed."""


@pytest.fixture
def address(store: Store) -> Iterator[str]:
    """The address of a server of the blog."""
    with serve_in_thread(make_app(store, ServeConfig(body_limit=BODY_LIMIT))) as found:
        yield found


def post(address: str, body: bytes, *headers: tuple[str, str]) -> RawResponse:
    return send_raw(address, "POST", "/users", [HOST, *headers], body)


def get(address: str, target: str, accepted: str = "", *headers: tuple[str, str]) -> RawResponse:
    own = [("accept-encoding", accepted)] if accepted else []
    return send_raw(address, "GET", target, [HOST, *own, *headers])


@pytest.mark.parametrize(
    "media_type",
    [
        "application/json",
        "Application/JSON; charset=UTF-8",
        'application/json;charset="utf-8"',
        "application/merge-patch+json",
        "application/vnd.api+json; version=1",
        "text/json",
    ],
)
def test_json_media_types_are_accepted(address: str, media_type: str) -> None:
    assert post(address, json.dumps(NEW).encode(), ("content-type", media_type)).status == 201


def test_a_body_without_a_media_type_is_json(address: str) -> None:
    assert post(address, json.dumps(NEW).encode()).status == 201


@pytest.mark.parametrize(
    "media_type",
    [
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain",
        "text/plain;charset=UTF-8",
        "application/xml",
        "application/jsonp",
        "application/json; charset=utf-16",
        "application/json; charset=latin1",
        "json",
        "text/\xff",
        "x" * 5000,
    ],
)
@pytest.mark.parametrize(
    ("method", "target"),
    [("POST", "/users"), ("PUT", "/users/1"), ("PATCH", "/users/1"), ("POST", "/admin/reset")],
)
def test_other_media_types_are_refused(
    address: str, media_type: str, method: str, target: str
) -> None:
    headers = [HOST, ("content-type", media_type)]
    refused = send_raw(address, method, target, headers, json.dumps(NEW).encode())
    assert refused.status == 415
    assert "application/json" in refused.error["hint"]
    assert len(refused.body) < 1000


def test_a_media_type_without_a_body_does_not_matter(address: str) -> None:
    form = ("content-type", "application/x-www-form-urlencoded")
    assert send_raw(address, "POST", "/admin/save", [HOST, form]).status == 200
    assert send_raw(address, "GET", "/users", [HOST, form]).status == 200


@pytest.mark.parametrize("encoding", ["gzip", "GZIP", "x-gzip", "identity"])
def test_compressed_bodies_are_read(address: str, encoding: str) -> None:
    text = json.dumps(NEW).encode()
    body = text if encoding == "identity" else gzip.compress(text)
    assert post(address, body, ("content-encoding", encoding)).status == 201


@pytest.mark.parametrize(
    ("encoding", "body", "status"),
    [
        ("gzip", b"{}", 400),
        ("gzip", gzip.compress(b"{}")[:-5], 400),
        ("gzip", gzip.compress(b"{}") + b"{}", 400),
        ("gzip", gzip.compress(b"{}") * 1000, 400),
        ("gzip", gzip.compress(b" " * 10_000_000), 413),
        ("gzip", gzip.compress(gzip.compress(b"{}")), 400),
        ("deflate", zlib.compress(b"{}"), 415),
        ("br", b"x", 415),
        ("gzip, gzip", gzip.compress(b"{}"), 415),
        ("x" * 5000, b"{}", 415),
    ],
    ids=["plain", "cut", "trailing", "many", "bomb", "twice", "deflate", "br", "listed", "long"],
)
def test_bodies_that_do_not_decompress_are_refused(
    address: str, encoding: str, body: bytes, status: int
) -> None:
    refused = post(address, body, ("content-encoding", encoding))
    assert refused.status == status
    assert len(refused.body) < 1000
    assert get(address, "/users").status == 200


@pytest.mark.parametrize("accepted", ["gzip", "GZIP", "br, gzip;q=0.5", "*", "x-gzip"])
def test_large_responses_are_compressed_on_request(address: str, accepted: str) -> None:
    plain, packed = get(address, PAGE), get(address, PAGE, accepted)
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert int(packed.headers["content-length"]) == len(packed.body) < len(plain.body)
    assert packed.headers["x-total-count"] == plain.headers["x-total-count"]
    for response in (plain, packed):
        assert "Accept-Encoding" in response.headers["vary"]


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzipx"])
def test_other_responses_are_plain(address: str, accepted: str) -> None:
    plain = get(address, PAGE, accepted)
    assert "content-encoding" not in plain.headers
    assert json.loads(plain.body)


def test_a_small_response_is_not_compressed(address: str) -> None:
    small = get(address, "/users/1?fields=id", "gzip")
    assert (small.headers.get("content-encoding"), small.body) == (None, b'{"id":1}')


def test_head_has_the_headers_of_the_compressed_get(address: str) -> None:
    headers = [HOST, ("accept-encoding", "gzip")]
    head = send_raw(address, "HEAD", PAGE, headers)
    shown = get(address, PAGE, "gzip")
    assert head.body == b""
    for name in ("content-encoding", "content-length", "etag", "vary"):
        assert head.headers[name] == shown.headers[name]


def test_the_tag_of_a_compressed_page_is_not_that_of_the_plain_one(address: str) -> None:
    plain, packed = get(address, PAGE), get(address, PAGE, "gzip")
    assert plain.headers["etag"] != packed.headers["etag"]
    for tag in (plain.headers["etag"], packed.headers["etag"], f"W/{packed.headers['etag']}"):
        for accepted in ("", "gzip"):
            unchanged = get(address, PAGE, accepted, ("if-none-match", tag))
            assert (unchanged.status, unchanged.body) == (304, b"")


class Note(BaseModel):
    model_config = {"extra": "forbid"}

    id: int
    text: str = ""
    code: str = Field(default="", max_length=5)

    @field_validator("text")
    @classmethod
    def refuse_long_texts(cls, text: str) -> str:
        """Repeat the whole text in the message, as many validators do."""
        if len(text) > 1000:
            raise ValueError(f"{text} is too long")
        return text


@pytest.fixture(scope="module")
def notes() -> Iterator[ApiClient]:
    """A client of a store of notes."""
    store = open_store([Note], StoreConfig(count=2))
    yield client_of(store, body_limit=10_000_000)
    store.close()


LARGE = "x" * 500_000


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/notes", {f"k{number}": 1 for number in range(80_000)}),
        ("/notes", {LARGE: 1}),
        ("/notes", {"text": LARGE}),
        ("/notes", {"code": LARGE}),
        ("/notes", {"id": LARGE}),
        ("/notes", {"id": [0] * 100_000}),
        ("/notes", [{"text": LARGE}]),
        ("/notes", [{f"k{number}": 1 for number in range(80_000)}]),
        ("/notes", [LARGE]),
        ("/admin/restore", {"notes": [{f"k{number}": 1 for number in range(80_000)}]}),
        ("/admin/restore", {LARGE: []}),
        ("/admin/restore", LARGE),
        ("/admin/snapshots", {"name": LARGE}),
        ("/admin/snapshots", {LARGE: "x"}),
        ("/admin/snapshots/restore", {"name": LARGE}),
    ],
)
def test_an_error_is_short_however_large_the_body(notes: ApiClient, path: str, body: Any) -> None:
    refused = notes.post(path, json=body)
    assert 400 <= error_of(refused)["status"] < 500
    assert len(refused.content) < 50_000
    assert len(notes.requests[-1].error_message) < 1000


def test_an_error_counts_the_problems_that_it_leaves_out(notes: ApiClient) -> None:
    error = error_of(notes.post("/notes", json={f"k{number}": 1 for number in range(1000)}))
    assert len(error["details"]["problems"]) == 50
    assert error["details"]["problem_count"] == 1000
    assert ", and 999 more." in error["message"]


class Tag(BaseModel):
    id: str
    name: str


def test_a_taken_value_is_shortened_in_the_error() -> None:
    unique = GenerationConfig(unique=("Tag.name",))
    store = open_store({"tags": Tag}, StoreConfig(count=0), unique)
    client = client_of(store, body_limit=10_000_000)
    for name in ("id", "name"):
        record = {"id": "a", "name": "b", name: LARGE}
        client.post("/tags", json=record)
        refused = client.post("/tags", json=record)
        assert (refused.status_code, len(refused.content) < 5000) == (409, True)
    store.close()


@pytest.mark.parametrize("view", ["", "?fields=id", "?fields=name,id", "?expand=posts"])
@pytest.mark.parametrize("ending", ["plain", "gzip", "weak"])
def test_the_tag_of_a_view_may_guard_a_change(
    api: ApiClient, store: Store, view: str, ending: str
) -> None:
    path = f"/users/{first(store).id}"
    tag = api.get(path + view).headers["etag"]
    sent = {"plain": tag, "gzip": tag[:-1] + '-gzip"', "weak": f"W/{tag}"}[ending]
    assert api.patch(path, json={"age": 44}, headers={"if-match": sent}).status_code == 200
    for method in ("PATCH", "PUT", "DELETE"):
        refused = api.request(method, path, json=NEW, headers={"if-match": sent})
        assert error_of(refused)["status"] == 412


def test_the_tag_of_a_view_is_not_that_of_another_view(api: ApiClient, store: Store) -> None:
    path = f"/users/{first(store).id}"
    views = [path, f"{path}?fields=id", f"{path}?fields=name", f"{path}?expand=posts"]
    tags = [api.get(view).headers["etag"] for view in views]
    assert len(set(tags)) == len(views)
    for view, tag in zip(views, tags, strict=True):
        statuses = [api.get(other, headers={"if-none-match": tag}).status_code for other in views]
        assert statuses.count(304) == 1
        assert statuses[views.index(view)] == 304


def test_the_tag_of_another_record_guards_nothing(api: ApiClient, store: Store) -> None:
    one, other = (f"/users/{user.id}" for user in store["users"].all()[:2])
    for view in ("", "?fields=id", "?expand=posts"):
        tag = api.get(other + view).headers["etag"]
        refused = api.patch(one, json={"age": 30}, headers={"if-match": tag})
        assert error_of(refused)["status"] == 412
