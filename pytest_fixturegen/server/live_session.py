"""A live server for a session of tests: what one test starts never reaches another.

Each test has an address of its own. At the end of the test, the server waits for the requests that
are under way there, and refuses those that come later. The address of the session stays the same;
it answers while a test uses the server or a fixture of a wider scope is set up.
"""

from __future__ import annotations

import asyncio
import dataclasses
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from starlette.types import ASGIApp, Receive, Scope, Send

from pytest_fixturegen.server.app import App
from pytest_fixturegen.server.clients import ApiClient
from pytest_fixturegen.server.live_server import (
    SERVER_TIMEOUT,
    bind_socket,
    format_address,
    serve_in_thread,
)
from pytest_fixturegen.server.responses import make_error_response
from pytest_fixturegen.store.errors import RequestError

if TYPE_CHECKING:
    import httpx
    import uvicorn

HOST = "127.0.0.1"

PASS_HEADER = "x-pfg-pass"
"""The header with which the session's own client is admitted at any time."""

MAX_CLOSED_ADDRESSES = 32
"""How many addresses of earlier tests still answer late requests with an error."""


class LateRequestError(RequestError):
    """A request arrives when no test may receive it."""

    status = 503


@dataclasses.dataclass(slots=True)
class LiveAddress:
    """An address at *port*. *test* is the test that it belongs to, or empty for the session.

    It admits requests while *openers* is positive. *under_way* maps the tasks of requests to what
    they request.
    """

    url: str
    port: int
    test: str = ""
    openers: int = 0
    under_way: dict[Any, str] = dataclasses.field(default_factory=dict)

    def build_refusal(self) -> LateRequestError:
        """Return the error of a request that arrives while the address is closed."""
        if self.test:
            return LateRequestError(
                f"This address belongs to {self.test}, which has ended.",
                hint="End all work of a test before the test ends, such as threads that it starts.",
            )
        return LateRequestError(
            "No test uses the live server now.",
            hint="Send requests only while a test that uses pfg_live_api runs.",
        )


class RequestGate:
    """ASGI middleware that lets requests pass to *app* while their address is open."""

    def __init__(self, app: ASGIApp) -> None:
        """Admit nothing until an address is added."""
        self.app = app
        self.pass_token = token_hex()
        self._addresses: dict[int, LiveAddress] = {}
        self._changed = threading.Condition()

    def add(self, address: LiveAddress) -> None:
        """Know *address*, which is open as long as it has openers."""
        with self._changed:
            self._addresses[address.port] = address

    def remove(self, address: LiveAddress) -> None:
        """Forget *address*: a later one may get the same port."""
        with self._changed:
            self._addresses.pop(address.port, None)

    def admit(self, *addresses: LiveAddress) -> None:
        """Admit requests at *addresses* until :meth:`refuse` was called as often."""
        with self._changed:
            for address in addresses:
                address.openers += 1

    def refuse(self, *addresses: LiveAddress) -> None:
        """Take back one :meth:`admit` of *addresses*."""
        with self._changed:
            for address in addresses:
                address.openers -= 1

    def wait(
        self,
        seconds: float,
        *addresses: LiveAddress,
    ) -> list[str]:
        """Wait until no request is under way at *addresses*; return those left after *seconds*."""

        def list_left() -> list[str]:
            return [text for address in addresses for text in address.under_way.values()]

        with self._changed:
            self._changed.wait_for(lambda: not list_left(), seconds)
            return list_left()

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        """Serve one request, or refuse it with 503."""
        task = asyncio.current_task()
        address = self._addresses.get(scope["server"][1])
        if address is None or not self._enter(address, scope, task):
            refused = address or LiveAddress("", 0, "another test")
            response = make_error_response(refused.build_refusal(), "late")
            await response(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send)
        finally:
            with self._changed:
                del address.under_way[task]
                self._changed.notify_all()

    def _enter(
        self,
        address: LiveAddress,
        scope: Scope,
        task: Any,
    ) -> bool:
        """Return whether the request is admitted, and count it among those under way."""
        token = dict(scope["headers"]).get(PASS_HEADER.encode(), b"")
        has_pass = not address.test and token == self.pass_token.encode()
        with self._changed:
            if not address.openers and not has_pass:
                return False
            address.under_way[task] = f"{scope['method']} {scope['path']}"
            return True


class LiveServer:
    """The addresses of a running server; :func:`serve_session` creates it."""

    def __init__(self, app: App) -> None:
        """Gate the requests to *app*."""
        self.app = app
        self.session: LiveAddress
        self._closed: deque[tuple[LiveAddress, asyncio.Server]] = deque()
        self._loop: asyncio.AbstractEventLoop
        self._server: uvicorn.Server
        self._listeners: dict[int, asyncio.Server] = {}
        app.add_middleware(self._build_gate)

    def _build_gate(self, app: ASGIApp) -> RequestGate:
        """Return the gate of requests to *app*, which the session keeps."""
        self.gate = RequestGate(app)
        return self.gate

    def remember_loop(self, server: uvicorn.Server) -> None:
        """Keep the running *server* and its event loop, to add addresses later."""
        self._loop = asyncio.get_running_loop()
        self._server = server

    def set_session_address(self, url: str) -> None:
        """Know the address at *url*, which belongs to no test."""
        self.session = LiveAddress(
            url,
            int(url.rpartition(":")[2]),
        )
        self.gate.add(self.session)

    def open_address(self, test: str) -> LiveAddress:
        """Return a new address for *test*, and admit requests there and at that of the session."""
        listener = bind_socket(HOST, 0)
        address = LiveAddress(
            format_address(listener),
            listener.getsockname()[1],
            test,
        )
        self.gate.add(address)
        self.gate.admit(address, self.session)
        starting = self._loop.create_server(self._build_protocol, sock=listener)
        self._listeners[address.port] = asyncio.run_coroutine_threadsafe(
            starting, self._loop
        ).result(SERVER_TIMEOUT)
        return address

    def close_address(
        self,
        address: LiveAddress,
        seconds: float = SERVER_TIMEOUT,
    ) -> list[str]:
        """Refuse new requests at *address*, and wait for those under way.

        Return the requests that did not end within *seconds*; they are cancelled.
        """
        addresses = (address, self.session)
        self.gate.refuse(*addresses)
        left = self.gate.wait(seconds, *addresses)
        if left:
            self._loop.call_soon_threadsafe(_cancel_tasks, addresses)
            self.gate.wait(seconds, *addresses)
        self._closed.append((address, self._listeners.pop(address.port)))
        if len(self._closed) > MAX_CLOSED_ADDRESSES:
            self._forget(*self._closed.popleft())
        return left

    def _forget(
        self,
        address: LiveAddress,
        listener: asyncio.Server,
    ) -> None:
        """Stop to listen at *address*."""
        self._loop.call_soon_threadsafe(listener.close)
        self.gate.remove(address)

    @contextmanager
    def admit_session(self) -> Iterator[None]:
        """Admit requests at the address of the session in the block."""
        self.gate.admit(self.session)
        try:
            yield
        finally:
            self.gate.refuse(self.session)

    def close(self) -> None:
        """Stop to listen at the addresses of all tests."""
        for each in self._closed:
            self._forget(*each)

    def _build_protocol(self) -> asyncio.Protocol:
        """Return the protocol of one connection, as uvicorn builds it for its own sockets."""
        config: Any = self._server.config
        protocol: asyncio.Protocol = config.http_protocol_class(
            config=config, server_state=self._server.server_state, app_state={}
        )
        return protocol


class SessionClient(ApiClient):
    """A client of the address of the session.

    The thread that made it may send requests at any time, such as in a fixture of a wider scope.
    """

    def __init__(
        self,
        live: LiveServer,
        **settings: Any,
    ) -> None:
        """Send requests to the session's address of *live*."""
        super().__init__(live.app, base_url=live.session.url, **settings)
        self.live = live
        self._thread = threading.get_ident()
        self.event_hooks = {"request": [self._add_pass]}

    def _add_pass(self, request: httpx.Request) -> None:
        """Mark *request* as one that a fixture waits for, unless another thread sends it."""
        if threading.get_ident() == self._thread:
            request.headers[PASS_HEADER] = self.live.gate.pass_token


@contextmanager
def serve_session(app: App) -> Iterator[LiveServer]:
    """Serve *app* while the block runs. Raises StoreError if the server does not start."""
    live = LiveServer(app)
    with serve_in_thread(app, HOST, on_start=live.remember_loop) as url:
        live.set_session_address(url)
        yield live
        live.close()


def _cancel_tasks(addresses: tuple[LiveAddress, ...]) -> None:
    """Cancel the requests that are under way at *addresses*; call it in their event loop."""
    for address in addresses:
        for task in list(address.under_way):
            task.cancel()
