"""ASGI application: resources, administration and a page over one store.

Each request is one transaction of the store. Every failure is answered as ``{"error": {...}}``.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any
from urllib.parse import unquote, unquote_to_bytes

from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.server import admin, openapi, page, resources
from pytest_fixturegen.server.access import (
    LOOPBACK,
    LOOPBACK_ORIGIN,
    read_cors,
    require_host,
    require_origin,
    require_token,
    require_valid_hosts,
)
from pytest_fixturegen.server.bodies import compress_response
from pytest_fixturegen.server.fault_injection import read_faults
from pytest_fixturegen.server.offload import (
    LOCAL_ADAPTERS,
    WorkerThreads,
    is_cheap_read,
    run_to_end,
)
from pytest_fixturegen.server.responses import make_error_response
from pytest_fixturegen.server.state import AppState, RequestLogEntry
from pytest_fixturegen.store.errors import (
    BadRequestError,
    MissingError,
    RequestError,
    make_unknown_error,
)
from pytest_fixturegen.store.store import Store

Endpoint = Callable[..., Coroutine[Any, Any, Response]]
"""Answers one request. It may run in a worker thread, so it never waits for the event loop."""

Sleep = Callable[[float], Awaitable[None]]

ADMIN_ENDPOINTS: dict[tuple[str, ...], dict[str, Endpoint]] = {
    ("save",): {"POST": admin.save_store},
    ("load",): {"POST": admin.load_store},
    ("reset",): {"POST": admin.reset_store},
    ("snapshots",): {"GET": admin.list_snapshots, "POST": admin.save_snapshot},
    ("snapshots", "restore"): {"POST": admin.restore_snapshot},
    ("stats",): {"GET": admin.show_stats},
    ("backup",): {"POST": admin.backup_store},
    ("restore",): {"POST": admin.restore_store},
}
RESOURCE_ENDPOINTS: dict[int, dict[str, Endpoint]] = {
    1: {"GET": resources.list_records, "POST": resources.create_records},
    2: {
        "GET": resources.show_record,
        "PUT": resources.replace_record,
        "PATCH": resources.patch_record,
        "DELETE": resources.delete_record,
    },
    3: {"GET": resources.list_related},
}
"""Endpoints by the number of parts that an address has: ``/users``, ``/users/1``, …"""

BODY_METHODS = ("POST", "PUT", "PATCH")
EXPOSED_HEADERS = ("ETag", "Link", "Location", "X-Total-Count", "X-Request-Id")

MAX_SHOWN_CHARACTERS = 80
"""Characters of a path or an origin that an error message shows."""

MAX_LOGGED_QUERY_BYTES = 300
MAX_REQUEST_ID_CHARACTERS = 100


class NotAllowedError(RequestError):
    """The address exists, but does not support the method."""

    status = 405


class TroubleError(RequestError):
    """A failure that the fault injection simulates."""


class App(AppState):
    """ASGI application over *store*.

    *seed* decides which requests fail and how long answers are delayed; *sleep* waits for a delay.
    """

    def __init__(
        self,
        store: Store,
        config: ServeConfig,
        *,
        seed: int = 0,
        sleep: Sleep = asyncio.sleep,
        name: str = "",
    ) -> None:
        """Read the faults from *config*, and wrap the app in a handler of CORS requests.

        *seed* decides which requests fail, and *sleep* waits for a simulated latency.
        """
        faults = read_faults(config.latency, config.fail, seed)
        super().__init__(
            store,
            config,
            faults,
            adapter_name=name,
        )
        self._sleep = sleep
        self.cors = read_cors(config.cors)
        require_valid_hosts(config.allowed_host)
        self.allowed_hosts: frozenset[str] | None = None
        self.workers: WorkerThreads | None = None
        self._asgi: ASGIApp = CORSMiddleware(
            self._respond,
            allow_origins=self.cors,
            allow_origin_regex=LOOPBACK_ORIGIN.pattern if LOOPBACK in self.cors else None,
            allow_methods=["*"],
            allow_headers=["*"],
            expose_headers=EXPOSED_HEADERS,
        )

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        """Serve one connection, see the ASGI specification."""
        if scope["type"] == "lifespan":
            await _handle_lifespan(receive, send)
        elif scope["type"] == "http":
            await self._asgi(scope, receive, send)

    async def _respond(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        """Answer one request, and log it with its duration.

        Errors become responses, and the answer to HEAD keeps the headers but not the body.
        """
        started = time.perf_counter()
        request = Request(scope, receive)
        self.request_count += 1
        request_id = _get_request_id(request, self.request_count)
        error_message = ""
        try:
            response = await self._dispatch(request)
        except (
            Exception
        ) as error:  # validators of the user's models run here; a client needs an answer
            response = make_error_response(error, request_id)
            error_message = str(getattr(error, "message", error))
        response.headers["x-request-id"] = request_id
        if request.method == "HEAD":
            response = Response(None, response.status_code, dict(response.headers))
        entry = RequestLogEntry(
            method=request.method,
            path=scope["path"],
            status=response.status_code,
            seconds=time.perf_counter() - started,
            query=_format_query(scope),
            error_message=error_message,
        )
        self.requests.append(entry)
        await response(scope, receive, send)

    async def _dispatch(self, request: Request) -> Response:
        """Return the response of the endpoint, after all checks and simulated faults.

        OPTIONS needs no endpoint of its own, and HEAD is answered like GET.
        """
        parts = split_address(request)
        self._require_access(request, parts)
        await self._apply_faults(request)
        endpoints, arguments = self._find_endpoints(parts)
        if request.method == "OPTIONS":
            return Response(None, 204, {"allow": _format_allowed(endpoints)})
        method = "GET" if request.method == "HEAD" else request.method
        if method not in endpoints:
            raise _make_method_error(request, endpoints)
        if method in BODY_METHODS:
            await self.read_body(request)  # a worker thread cannot receive it
        call = partial(self._run_endpoint, endpoints[method], request, arguments)
        if self.workers is None:
            return call()
        return await self._run_beside_loop(request, parts, call)

    def _run_endpoint(
        self,
        endpoint: Endpoint,
        request: Request,
        arguments: tuple[str, ...],
    ) -> Response:
        """Return the response of *endpoint*, compressed if the client accepts it."""
        response = run_to_end(endpoint(self, request, *arguments))
        return compress_response(request, response)

    async def _run_beside_loop(
        self,
        request: Request,
        parts: tuple[str, ...],
        call: Callable[[], Response],
    ) -> Response:
        """Return the result of *call*, from a worker thread unless it is certainly short.

        A cheap read stays in the event loop if no other thread holds the lock of the store.
        """
        assert self.workers is not None
        is_cheap = is_cheap_read(request, parts, self.store)
        lock = self.store.lock
        if is_cheap and self.adapter_name in LOCAL_ADAPTERS and lock.acquire(blocking=False):
            try:
                return call()
            finally:
                lock.release()
        return await self.workers.run(call, is_cheap=is_cheap)

    def _require_access(self, request: Request, parts: tuple[str, ...]) -> None:
        """Raise an error unless Host, token and Origin of *request* allow it.

        The root and the page are public.
        """
        token = self.config.token
        is_public = parts == () or parts[:1] == ("page",)
        require_host(request, self.allowed_hosts)
        require_token(request, token, is_public=is_public)
        require_origin(request, self.cors, is_admin=parts[:1] == ("admin",), has_token=bool(token))
        if request.headers.get("upgrade", "").lower() == "websocket":
            raise BadRequestError(
                "The server has no WebSockets.", hint="Send ordinary HTTP requests."
            )

    async def _apply_faults(self, request: Request) -> None:
        """Wait, or raise TroubleError, as the fault rules want it for *request*."""
        path = request.scope["path"]
        seconds = self.faults.draw_delay(request.method, path)
        if seconds:
            await self._sleep(seconds)
        status = self.faults.draw_status(request.method, path)
        if status is not None:
            raise _make_fault_error(status)

    def _find_endpoints(
        self, parts: tuple[str, ...]
    ) -> tuple[dict[str, Endpoint], tuple[str, ...]]:
        """Return the endpoints at the address *parts* by method, and their arguments."""
        match parts:
            case ():
                return {"GET": page.show_page}, ()
            case ("openapi.json",):
                return {"GET": openapi.show_document}, ()
            case ("page", name) if name in page.PAGE_FILES:
                return {"GET": page.show_file}, (name,)
            case ("admin", *rest):
                return _find_admin_endpoints(tuple(rest))
            case (name, *_) if len(parts) in RESOURCE_ENDPOINTS:
                self.store.schema.find_resource(name)
                return RESOURCE_ENDPOINTS[len(parts)], parts
        raise MissingError("Unknown address.", hint="GET /openapi.json lists all addresses.")


def make_app(
    store: Store,
    config: ServeConfig | None = None,
    **settings: Any,
) -> App:
    """Return an application over *store*; *settings* are the keywords of App."""
    return App(store, config or ServeConfig(), **settings)


def split_address(request: Request) -> tuple[str, ...]:
    """Return the parts of the address, each percent-decoded, so that a key may contain a slash.

    Raises BadRequestError if a part is not valid UTF-8.
    """
    raw = request.scope.get("raw_path") or request.scope["path"].encode()
    parts = raw.partition(b"?")[0].split(b"/")[1:]
    if parts and not parts[-1]:
        parts = parts[:-1]
    try:
        return tuple(unquote_to_bytes(part).decode("utf-8") for part in parts)
    except UnicodeDecodeError as error:
        raise BadRequestError(
            "The address is not valid UTF-8.", hint="Percent-encode it in UTF-8."
        ) from error


def _find_admin_endpoints(
    parts: tuple[str, ...],
) -> tuple[dict[str, Endpoint], tuple[str, ...]]:
    """Return the endpoints of an address below /admin by method, with their arguments.

    Raise MissingError with the known addresses if there is none.
    """
    if parts in ADMIN_ENDPOINTS:
        return ADMIN_ENDPOINTS[parts], ()
    match parts:
        case ("snapshots", name):
            return {"DELETE": admin.delete_snapshot}, (name,)
    known = [f"/admin/{'/'.join(address)}" for address in ADMIN_ENDPOINTS]
    raise make_unknown_error("address", "/".join(["/admin", *parts]), known)


def _get_request_id(request: Request, number: int) -> str:
    """Return the ID that the client sent, if it is fit for a header, or else a numbered one."""
    sent = request.headers.get("x-request-id", "")
    is_printable = sent.isascii() and sent.isprintable()
    if is_printable and 0 < len(sent) <= MAX_REQUEST_ID_CHARACTERS:
        return sent
    return f"req-{number}"


def _format_query(scope: Scope) -> str:
    return unquote(scope["query_string"][:MAX_LOGGED_QUERY_BYTES].decode("latin-1"))


def _make_fault_error(status: int) -> TroubleError:
    """Return the error of a simulated failure; its status is that of the fault."""
    error = TroubleError(
        f"Simulated failure: this request is configured to fail with {status}.", hint="See --fail."
    )
    error.status = status  # type: ignore[misc]  # the class has a status; each fault has its own
    return error


def _make_method_error(request: Request, endpoints: dict[str, Endpoint]) -> NotAllowedError:
    """Return the error of a method that the address does not accept, with those it accepts."""
    allowed = _format_allowed(endpoints)
    path = shorten(request.scope["path"], MAX_SHOWN_CHARACTERS)
    return NotAllowedError(
        f"{request.method} is not allowed for {path}.",
        hint=f"Allowed: {allowed}.",
        allowed=allowed,
    )


def _format_allowed(endpoints: dict[str, Endpoint]) -> str:
    """Return the value of the header Allow: the methods in alphabetical order.

    OPTIONS is always allowed, and HEAD wherever GET is.
    """
    methods = {*endpoints, "OPTIONS"}
    if "GET" in endpoints:
        methods.add("HEAD")
    return ", ".join(sorted(methods))


async def _handle_lifespan(receive: Receive, send: Send) -> None:
    """Acknowledge each lifespan message, and return after the one that announces the shutdown."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
