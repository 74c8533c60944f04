"""Requests to the application itself: no socket, no thread, no event loop."""

from __future__ import annotations

import time
from collections.abc import Coroutine
from typing import Any

import httpx

from pytest_fixturegen.server.app import App


async def sleep_blocking(seconds: float) -> None:
    """Wait where nobody else has to run meanwhile."""
    time.sleep(seconds)


class AsgiTransport(httpx.BaseTransport):
    """Sends requests to *app* in the thread that makes them."""

    def __init__(self, app: App) -> None:
        self._app = app

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """See httpx."""
        messages: list[dict[str, Any]] = []
        body = request.read()

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            messages.append(message)

        _run_to_end(self._app(_build_scope(request), receive, send))
        start = next(each for each in messages if each["type"] == "http.response.start")
        content = b"".join(
            each.get("body", b"") for each in messages if each["type"] == "http.response.body"
        )
        return httpx.Response(
            start["status"], headers=start["headers"], stream=httpx.ByteStream(content)
        )


def _build_scope(request: httpx.Request) -> dict[str, Any]:
    raw, _, query = request.url.raw_path.partition(b"?")
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": request.url.scheme,
        "path": request.url.path,
        "raw_path": raw,
        "query_string": query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "client": ("127.0.0.1", 0),
        "server": (request.url.host, request.url.port or 80),
    }


def _run_to_end(work: Coroutine[Any, Any, None]) -> None:
    """Run *work*, which never waits for anything."""
    try:
        work.send(None)
    except StopIteration:
        return
    work.close()
    raise RuntimeError("The application waited for an event loop.")
