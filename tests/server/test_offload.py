"""Long work does not keep other requests waiting."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from pydantic import BaseModel, field_validator
from starlette.requests import Request

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import ServeConfig, StoreConfig
from pytest_fixturegen.server.app import make_app
from pytest_fixturegen.server.live_server import serve_in_thread
from pytest_fixturegen.server.offload import is_cheap_read
from pytest_fixturegen.store.store import Store

PATIENCE = 20.0
"""Seconds until a request that must not wait counts as blocked."""

STARTED = threading.Event()
MAY_END = threading.Event()


class Page(BaseModel):
    id: int
    title: str = ""

    @field_validator("title")
    @classmethod
    def wait_for_the_test(cls, title: str) -> str:
        """Take until MAY_END is set for the title "slow"."""
        if title == "slow":
            STARTED.set()
            assert MAY_END.wait(PATIENCE)
        return title


@pytest.fixture
def pages() -> Iterator[Store]:
    """A store of three pages."""
    STARTED.clear()
    MAY_END.clear()
    data = {"pages": [{"id": key, "title": "a"} for key in (1, 2, 3)]}
    store = open_store([Page], StoreConfig(count=0), data=data)
    yield store
    MAY_END.set()
    store.close()


@pytest.fixture
def client(pages: Store) -> Iterator[httpx.Client]:
    """A client of a server of the pages, and of no other requests."""
    app = make_app(pages, ServeConfig(), name="memory")
    with (
        serve_in_thread(app) as address,
        httpx.Client(base_url=address, timeout=PATIENCE, trust_env=False) as found,
    ):
        yield found


@pytest.fixture
def beside() -> Iterator[ThreadPoolExecutor]:
    """Threads for requests that wait."""
    with ThreadPoolExecutor(100) as threads:
        yield threads


LONG_WORK = (
    ("POST", "/pages", {"title": "slow"}),
    ("POST", "/pages", [{"title": "slow"}]),
    ("PATCH", "/pages/2", {"title": "slow"}),
    ("PUT", "/pages/2", {"title": "slow"}),
    ("POST", "/admin/restore", {"pages": [{"id": 1, "title": "slow"}]}),
)


def start(beside: ThreadPoolExecutor, client: httpx.Client, *request: Any) -> Future[Any]:
    """Send a request that ends only after MAY_END, and return when its work has begun."""
    method, path, body = request
    sent = beside.submit(client.request, method, path, json=body)
    assert STARTED.wait(PATIENCE)
    return sent


@pytest.mark.parametrize(
    ("method", "query", "is_cheap"),
    [
        ("GET", "", True),
        ("HEAD", "limit=20&page=2", True),
        ("GET", "limit=100&offset=3", True),
        ("GET", "limit=101", False),
        ("GET", "limit=x", False),
        ("GET", "limit=20&q=a", False),
        ("GET", "title=a", False),
        ("POST", "", False),
    ],
)
def test_only_records_and_short_pages_are_read_in_the_event_loop(
    pages: Store, method: str, query: str, is_cheap: bool
) -> None:
    scope = {"type": "http", "method": method, "query_string": query.encode(), "headers": []}
    assert is_cheap_read(Request(scope), ("pages",), pages) is is_cheap


@pytest.mark.parametrize(("method", "path", "body"), LONG_WORK)
def test_requests_are_answered_during_long_work(
    client: httpx.Client, beside: ThreadPoolExecutor, method: str, path: str, body: Any
) -> None:
    before = client.get("/pages/1").json()
    work = start(beside, client, method, path, body)
    assert client.get("/pages/1").json() == before
    assert client.head("/pages/1").status_code == 200
    assert client.get("/", headers={"accept": "application/json"}).status_code == 200
    assert client.get("/openapi.json").status_code == 200
    assert client.get("/nothing").status_code == 404
    assert not work.done()
    MAY_END.set()
    assert work.result(PATIENCE).status_code in (200, 201)


def test_many_waiting_writers_do_not_stop_a_reader(
    client: httpx.Client, beside: ThreadPoolExecutor
) -> None:
    client.get("/pages/1")
    start(beside, client, "POST", "/pages", {"title": "slow"})
    writers = [beside.submit(client.post, "/pages", json={"title": "b"}) for _ in range(80)]
    assert client.get("/pages/1").status_code == 200
    assert not any(writer.done() for writer in writers)
    MAY_END.set()
    assert {writer.result(PATIENCE).status_code for writer in writers} == {201}


def test_a_reader_never_sees_a_change_that_is_undone(pages: Store, beside: Any) -> None:
    rows = pages.rows("pages")
    rows.get(1)
    waiting: list[Future[bytes]] = []

    def change_and_fail() -> None:
        with pages.transaction():
            rows.patch(1, b'{"title": "b"}')
            assert b'"b"' in rows.get(1)  # the cache must not keep it
            assert pages.cache.peek("pages", 1) is None
            waiting.append(beside.submit(rows.get, 1))
            raise ValueError("undo")

    with pytest.raises(ValueError, match="undo"):
        change_and_fail()
    assert b'"a"' in waiting[0].result(PATIENCE)


def test_a_restore_is_seen_as_a_whole(client: httpx.Client, beside: ThreadPoolExecutor) -> None:
    restored = {"pages": [{"id": 1, "title": "b"}, {"id": 2, "title": "slow"}]}
    work = start(beside, client, "POST", "/admin/restore", restored)
    assert [page["title"] for page in client.get("/pages").json()] == ["a", "a", "a"]
    MAY_END.set()
    assert work.result(PATIENCE).status_code == 200
    assert [page["title"] for page in client.get("/pages").json()] == ["b", "slow"]


def test_changes_of_many_threads_are_not_lost(
    client: httpx.Client, beside: ThreadPoolExecutor
) -> None:
    def increment() -> None:
        while True:
            read = client.get("/pages/1?fields=title")
            title = f"{read.json()['title']}a"
            headers = {"if-match": read.headers["etag"]}
            if client.patch("/pages/1", json={"title": title}, headers=headers).is_success:
                return

    for done in [beside.submit(increment) for _ in range(40)]:
        done.result(PATIENCE)
    assert client.get("/pages/1").json()["title"] == "a" * 41
