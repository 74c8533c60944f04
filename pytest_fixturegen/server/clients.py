"""Clients of the REST API in tests: httpx, and what a test says of failures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import httpx

from pytest_fixturegen.server.app import App, RequestLogEntry
from pytest_fixturegen.server.asgi_transport import AsgiTransport


class ApiClient(httpx.Client):
    """An httpx client of *app*: ``client.get("/users")``."""

    def __init__(self, app: App, **settings: Any) -> None:
        headers = {"authorization": f"Bearer {app.config.token}"} if app.config.token else {}
        super().__init__(headers=headers, trust_env=False, **settings)
        self.app = app

    def fail(self, route: str, statuses: Iterable[int | None]) -> None:
        """Answer the next requests of *route* (``POST /orders``, ``/users/*``) with these *statuses*; None lets one through."""
        self.app.trouble.script_statuses(route, statuses)

    @property
    def requests(self) -> Sequence[RequestLogEntry]:
        """The requests that were answered, in order."""
        return list(self.app.requests)


def make_asgi_client(app: App) -> ApiClient:
    """A client that needs no socket."""
    return ApiClient(app, transport=AsgiTransport(app), base_url="http://pfg.test")


def make_http_client(app: App, address: str) -> ApiClient:
    """A client of the server at *address*."""
    return ApiClient(app, base_url=address, verify=False, timeout=30)
