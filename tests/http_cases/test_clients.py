"""The same requests with every client: TestClient, httpx, async httpx, and a server on loopback."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from tests.http_cases import apps
from tests.http_cases.helpers import list_failures, list_requests


@contextmanager
def serve(app: FastAPI) -> Iterator[str]:
    """Serve *app* on a free port of loopback, and yield its URL."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


def test_a_server_gets_the_same_requests_as_a_test_client() -> None:
    app = apps.build_shop()
    requests = [each.with_known({"item_id": 1}) for each in list_requests(app, known=("item_id",))]
    with serve(app) as url, httpx.Client(base_url=url) as client:
        assert list_failures(requests, client) == {}


def test_the_curl_command_for_a_server_has_its_address() -> None:
    app = apps.build_dividing()
    # After an exception, uvicorn closes the connection, which the client might use again.
    limits = httpx.Limits(max_keepalive_connections=0)
    with serve(app) as url, httpx.Client(base_url=url, limits=limits) as client:
        failures = list_failures(list_requests(app), client)
    message = failures["POST /divide valid query.number=100-query.by=0"]
    assert f"repeat:   curl -X POST '{url}/divide?number=100&by=0'" in message
    assert "got:      status 500, Internal Server Error" in message


def test_a_server_that_is_not_there_is_an_error_of_the_client() -> None:
    (request, *_) = list_requests(apps.build_dividing())
    with (
        httpx.Client(base_url="http://127.0.0.1:1") as client,
        pytest.raises(httpx.ConnectError),
    ):
        request.send(client)


async def send_all(app: FastAPI) -> dict[str, str]:
    """Return the messages of the requests that fail with an async client."""
    failures = {}
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        for request in list_requests(app):
            try:
                request.check(await request.send(client))
            except AssertionError as error:
                failures[request.id] = str(error)
    return failures


def test_async_clients_are_awaited() -> None:
    app = apps.build_dividing()
    failures = asyncio.run(send_all(app))
    message = failures["POST /divide valid query.number=100-query.by=0"]
    assert "the application raised ZeroDivisionError" in message
    assert "curl -X POST 'http://localhost:8000/divide?number=100&by=0'" in message
    assert all("by=0" in name for name in failures)
