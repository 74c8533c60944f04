"""The live server of a session of tests: requests that are under way when a test ends."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.server.app import make_app
from pytest_fixturegen.server.live_session import LiveServer, serve_session
from pytest_fixturegen.store.store import Store

USER = {"name": "Ada", "email": "ada@example.com", "age": 30, "home": {"city": "Oslo"}}
USER |= {"created_at": "2026-01-01T00:00:00Z"}


class SlowServer:
    """A live server whose answers wait until the test releases them."""

    def __init__(self, store: Store) -> None:
        self.has_begun = threading.Event()
        self.may_answer = threading.Event()
        self.app = make_app(store, ServeConfig(latency=("POST /users=1",)), sleep=self.wait)

    async def wait(self, seconds: float) -> None:
        """Wait for the release in a thread, so that the event loop is free."""
        self.has_begun.set()
        await asyncio.get_running_loop().run_in_executor(None, self.may_answer.wait)


@pytest.fixture
def slow(store: Store) -> SlowServer:
    return SlowServer(store)


@pytest.fixture
def live(slow: SlowServer) -> Iterator[LiveServer]:
    with serve_session(slow.app) as live:
        yield live
        slow.may_answer.set()


def test_the_end_of_a_test_waits_for_a_request_under_way(
    slow: SlowServer, live: LiveServer, store: Store
) -> None:
    address = live.open_address("test_it")
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(httpx.post, f"{address.url}/users", json=USER)
        slow.has_begun.wait()
        end = threads.submit(live.close_address, address)
        live.gate.wait(0, address)
        assert not end.done()
        slow.may_answer.set()
        assert end.result() == []
        assert len(store["users"].all(name="Ada")) == 1
        assert answer.result().status_code == 201


def test_a_request_that_does_not_end_is_cancelled(
    slow: SlowServer, live: LiveServer, store: Store
) -> None:
    address = live.open_address("test_it")
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(httpx.post, f"{address.url}/users", json=USER)
        slow.has_begun.wait()
        assert live.close_address(address, seconds=0.01) == ["POST /users"]
        slow.may_answer.set()
        with pytest.raises(httpx.HTTPError):
            answer.result().raise_for_status()
    assert not store["users"].all(name="Ada")


def test_an_address_is_refused_before_the_wait(slow: SlowServer, live: LiveServer) -> None:
    address = live.open_address("test_it")
    with ThreadPoolExecutor() as threads:
        first = threads.submit(httpx.post, f"{address.url}/users", json=USER)
        slow.has_begun.wait()
        live.gate.refuse(address)
        assert httpx.get(f"{address.url}/users").status_code == 503
        live.gate.admit(address)
        slow.may_answer.set()
        assert first.result().status_code == 201
    assert live.close_address(address) == []
