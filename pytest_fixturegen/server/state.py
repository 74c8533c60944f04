"""State that all endpoints of one application share."""

from __future__ import annotations

from collections import deque

from starlette.requests import Request

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.server.bodies import receive_body
from pytest_fixturegen.server.fault_injection import FaultInjector
from pytest_fixturegen.store.store import Store

MAX_LOGGED_REQUESTS = 1000
"""Number of answered requests that an application remembers."""

BODY_KEY = "pfg_body"
"""Where the scope of a request keeps the body that was received."""


@dataclass(frozen=True, slots=True)
class RequestLogEntry:
    """An answered request. *seconds* is the time it took."""

    method: str
    path: str
    status: int
    seconds: float
    query: str = ""
    error_message: str = ""

    def __str__(self) -> str:
        """Return the request as one line of a log; the error comes last, if there is one."""
        address = f"{self.path}?{self.query}" if self.query else self.path
        milliseconds = self.seconds * 1000
        line = f"{self.method} {address} {self.status} ({milliseconds:.1f} ms) {self.error_message}"
        return line.rstrip()


class AppState:
    """The store behind an application, its settings, and the requests it has seen.

    *adapter_name* is what the statistics call the adapter of the store. If it *takes_forms*, bodies
    may be something else than JSON.
    """

    def __init__(
        self,
        store: Store,
        config: ServeConfig,
        faults: FaultInjector,
        adapter_name: str,
    ) -> None:
        """Keep the parts that endpoints share, with a log of the most recent requests."""
        self.store = store
        self.config = config
        self.faults = faults
        self.adapter_name = adapter_name
        self.requests: deque[RequestLogEntry] = deque(maxlen=MAX_LOGGED_REQUESTS)
        self.request_count = 0
        self.takes_forms = store.hooks.service.documented is not None

    async def read_body(self, request: Request) -> bytes:
        """Return the body of *request*, which is received at the first call.

        Raise TooLargeError if the body exceeds ``config.body_limit`` bytes.
        """
        if BODY_KEY not in request.scope:
            limit = self.config.body_limit
            path = request.scope["path"]
            needs_json = not self.takes_forms or path.startswith("/admin/")
            request.scope[BODY_KEY] = await receive_body(request, limit, needs_json=needs_json)
        body: bytes = request.scope[BODY_KEY]
        return body
