"""httpx clients of the REST API for tests, with scripted failures and a request log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import httpx

from pytest_fixturegen.server.app import App
from pytest_fixturegen.server.asgi_transport import AsgiTransport
from pytest_fixturegen.server.state import RequestLogEntry


class ApiClient(httpx.Client):
    """An httpx client of *app*: ``client.get("/users")``."""

    def __init__(
        self,
        app: App,
        **settings: Any,
    ) -> None:
        """Send the token of *app* with every request, and ignore proxies of the environment."""
        headers = {"authorization": f"Bearer {app.config.token}"} if app.config.token else {}
        super().__init__(headers=headers, trust_env=False, **settings)
        self.app = app

    def fail(
        self,
        route: str,
        statuses: Iterable[int | None],
        *,
        required: bool = True,
    ) -> None:
        """Answer the next requests of *route* with *statuses*, one each; None lets one through.

        A *route* is ``POST /orders`` or ``/users/*``; a status is from 400 to 599. A test whose
        requests leave a *required* failure unused fails. Raises ConfigError for a route that does
        not exist, or another status.
        """
        __tracebackhide__ = True
        self.app.script_failures(route, statuses, required=required)

    @property
    def requests(self) -> Sequence[RequestLogEntry]:
        """The answered requests, in order."""
        return list(self.app.requests)


def make_asgi_client(app: App) -> ApiClient:
    """Return a client that needs no socket."""
    client = ApiClient(
        app,
        transport=AsgiTransport(app),
        base_url="http://pfg.test",
    )
    client.headers["accept-encoding"] = "identity"  # compression within a process wastes time
    return client


def make_http_client(app: App, address: str) -> ApiClient:
    """Return a client of the server at *address*, where *app* is served."""
    return ApiClient(
        app,
        base_url=address,
        verify=False,
        timeout=30,
    )
