"""httpx transport that calls an application directly: no socket, no thread, no event loop."""

from __future__ import annotations

import threading
import time
from typing import Any

import httpx

from pytest_fixturegen.server.app import App
from pytest_fixturegen.server.network import DROP_EXTENSION
from pytest_fixturegen.server.offload import run_to_end


async def sleep_blocking(seconds: float) -> None:
    """Block the thread for *seconds*; use it only if no other coroutine has to run meanwhile."""
    time.sleep(seconds)


class AsgiTransport(httpx.BaseTransport):
    """Sends requests to *app* in the calling thread."""

    def __init__(self, app: App) -> None:
        self._app = app

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer of the application to *request*."""
        messages: list[dict[str, Any]] = []
        body = request.read()
        is_dropped = threading.Event()

        async def receive() -> dict[str, Any]:
            if is_dropped.is_set():
                return {"type": "http.disconnect"}
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            messages.append(message)

        scope = {**_build_scope(request), "extensions": {DROP_EXTENSION: is_dropped.set}}
        run_to_end(self._app(scope, receive, send))
        if is_dropped.is_set():
            raise httpx.RemoteProtocolError("Server disconnected without sending a response.")
        return _build_response(messages)


def _build_scope(request: httpx.Request) -> dict[str, Any]:
    """Return the ASGI scope of *request*.

    The client appears to be local, and the port is 80 if the URL has none.
    """
    raw_path, _, query = request.url.raw_path.partition(b"?")
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": request.url.scheme,
        "path": request.url.path,
        "raw_path": raw_path,
        "query_string": query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "client": ("127.0.0.1", 0),
        "server": (request.url.host, request.url.port or 80),
    }


def _build_response(messages: list[dict[str, Any]]) -> httpx.Response:
    """Return the response that the ASGI *messages* describe, with their bodies joined."""
    start = next(message for message in messages if message["type"] == "http.response.start")
    bodies = [message for message in messages if message["type"] == "http.response.body"]
    content = b"".join(message.get("body", b"") for message in bodies)
    return httpx.Response(
        start["status"], headers=start["headers"], stream=httpx.ByteStream(content)
    )
