"""ASGI application: resources, administration and a page over one store.

Each request is one transaction of the store. Every failure is answered as ``{"error": {...}}``.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from functools import partial
from typing import Any
from urllib.parse import unquote, unquote_to_bytes

from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.server import admin, network, openapi, page, resources
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
from pytest_fixturegen.server.documented.service import show_description
from pytest_fixturegen.server.fault_injection import read_faults
from pytest_fixturegen.server.known_routes import require_known_route
from pytest_fixturegen.server.offload import (
    LOCAL_ADAPTERS,
    WorkerThreads,
    is_cheap_read,
    run_to_end,
)
from pytest_fixturegen.server.responses import make_error_response
from pytest_fixturegen.server.service import Service
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
    ("latency",): {"POST": network.set_latency},
    ("errors",): {"POST": network.set_errors},
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


class App(AppState):
    """ASGI application over *store*.

    *seed* decides which requests fail and how long answers are delayed; *sleep* waits for a delay,
    and *read_clock* returns the seconds since 1970. The rules of an API file come with the store.
    """

    def __init__(
        self,
        store: Store,
        config: ServeConfig,
        *,
        seed: int = 0,
        sleep: Sleep = asyncio.sleep,
        read_clock: Callable[[], float] = time.time,
        name: str = "",
    ) -> None:
        """Read the faults from *config*, and wrap the app in a handler of CORS requests.

        *seed* decides which requests fail, and *sleep* waits for a simulated latency.
        """
        self.service = Service(store, config, seed, read_clock)
        simulated = network.choose_network(self.service.rules, config.network_profile)
        faults = network.add_network(
            read_faults(config.latency, config.fail, seed),
            simulated,
        )
        self.network = network.NetworkSimulator(simulated, sleep, read_clock)
        super().__init__(
            store,
            self.service.limit_config(config),
            faults,
            adapter_name=name,
        )
        self.cors = read_cors(config.cors)
        require_valid_hosts(config.allowed_host)
        self.allowed_hosts: frozenset[str] | None = None
        self.workers: WorkerThreads | None = None
        self._require_known_routes()
        self._asgi: ASGIApp = CORSMiddleware(
            self._respond,
            allow_origins=self.cors,
            allow_origin_regex=LOOPBACK_ORIGIN.pattern if LOOPBACK in self.cors else None,
            allow_methods=["*"],
            allow_headers=["*"],
            expose_headers=EXPOSED_HEADERS,
        )

    def add_middleware(self, wrap: Callable[[ASGIApp], ASGIApp]) -> None:
        """Let what *wrap* returns receive each request before the application does."""
        self._asgi = wrap(self._asgi)

    def script_failures(
        self,
        route: str,
        statuses: Iterable[int | None],
        *,
        required: bool = True,
    ) -> None:
        """Answer the next requests of *route* with *statuses*; see FaultInjector.

        Raises ConfigError for a route that does not exist, or another status.
        """
        __tracebackhide__ = True
        parsed = self.faults.script_statuses(
            route,
            statuses,
            required=required,
        )
        require_known_route(parsed, self.store, self._find_endpoints)

    def add_latency(self, latency: Sequence[str]) -> None:
        """Delay the requests of routes. Raises ConfigError for one that does not exist."""
        self.faults.add_latency(latency)
        self._require_known_routes()

    def _require_known_routes(self) -> None:
        """Raise ConfigError if the rules name a route that does not exist."""
        for rule in (*self.faults.latency_rules, *self.faults.failure_rules):
            require_known_route(rule.route, self.store, self._find_endpoints)

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
            scope = request.scope = self.service.strip_base_path(scope)
            response = await self._dispatch(request)
        except network.DroppedConnectionError:
            await network.drop_connection(scope, receive, send)
            self._log_request(scope, 0, started, "The simulated network lost the connection.")
            return
        except (
            Exception
        ) as error:  # validators of the user's models run here; a client needs an answer
            response = make_error_response(error, request_id)
            error_message = str(getattr(error, "message", error))
        response.headers["x-request-id"] = request_id
        self.service.add_base_path(response)
        self.network.add_limit_headers(request, response)
        if request.method == "HEAD":
            response = Response(
                None,
                response.status_code,
                dict(response.headers),
            )
        self._log_request(scope, response.status_code, started, error_message)
        await response(
            scope,
            receive,
            self.network.slow_down(scope, send),
        )

    def _log_request(
        self,
        scope: Scope,
        status: int,
        started: float,
        error_message: str,
    ) -> None:
        """Remember an answered request. The status of a lost connection is 0."""
        entry = RequestLogEntry(
            method=scope["method"],
            path=scope["path"],
            status=status,
            seconds=time.perf_counter() - started,
            query=_format_query(scope),
            error_message=error_message,
        )
        self.requests.append(entry)

    async def _dispatch(self, request: Request) -> Response:
        """Return the response of the endpoint, after all checks and simulated faults.

        OPTIONS needs no endpoint of its own, and HEAD is answered like GET.
        """
        parts = split_address(request)
        self._require_access(request, parts)
        await self.network.disturb(request, self.faults)
        if request.method in BODY_METHODS or (self.takes_forms and _has_body(request)):
            await self.read_body(request)  # a worker thread cannot receive it
        call = partial(self._run_endpoint, request, parts)
        if self.workers is None:
            return call()
        return await self._run_beside_loop(request, parts, call)

    def _run_endpoint(
        self,
        request: Request,
        parts: tuple[str, ...],
    ) -> Response:
        """Return the response of the endpoint at *parts*, compressed if the client accepts it."""
        with self.service.admit(request, parts):
            endpoints, arguments = self._find_endpoints(parts)
            if request.method == "OPTIONS":
                return Response(
                    None,
                    204,
                    {"allow": _format_allowed(endpoints)},
                )
            method = "GET" if request.method == "HEAD" else request.method
            if method not in endpoints:
                raise _make_method_error(request, endpoints)
            response = run_to_end(endpoints[method](self, request, *arguments))
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

    def _require_access(
        self,
        request: Request,
        parts: tuple[str, ...],
    ) -> None:
        """Raise an error unless Host, token and Origin of *request* allow it.

        The root and the page are public. If the API file has users, their roles decide instead.
        """
        token = self.config.token
        has_users = self.service.has_users
        is_public = parts == () or parts[:1] == ("page",) or has_users
        has_token = bool(token) or has_users
        require_host(request, self.allowed_hosts)
        require_token(request, token, is_public=is_public)
        require_origin(
            request,
            self.cors,
            is_admin=parts[:1] == ("admin",),
            has_token=has_token,
        )
        if request.headers.get("upgrade", "").lower() == "websocket":
            raise BadRequestError(
                "The server has no WebSockets.", hint="Send ordinary HTTP requests."
            )

    def _find_endpoints(
        self, parts: tuple[str, ...]
    ) -> tuple[dict[str, Endpoint], tuple[str, ...]]:
        """Return the endpoints at the address *parts*: those of the API file go before others."""
        declared = self.service.find_endpoints(parts)
        try:
            endpoints, arguments = self._find_own_endpoints(parts)
        except MissingError:
            if not declared:
                raise
            return declared, ()
        return {**endpoints, **declared}, arguments

    def _find_own_endpoints(
        self, parts: tuple[str, ...]
    ) -> tuple[dict[str, Endpoint], tuple[str, ...]]:
        """Return the endpoints at the address *parts* by method, and their arguments."""
        match parts:
            case ():
                return {"GET": page.show_page}, ()
            case ("openapi.json",) if self.service.rules.documented:
                return {"GET": partial(show_description, self.service.rules.documented)}, ()
            case ("openapi.json",):
                return {"GET": openapi.show_document}, ()
            case ("page", name) if name in page.PAGE_FILES:
                return {"GET": page.show_file}, (name,)
            case ("admin", "records", name, *_) if len(parts) - 2 in RESOURCE_ENDPOINTS:
                self.store.schema.find_resource(name)
                return RESOURCE_ENDPOINTS[len(parts) - 2], parts[2:]
            case ("admin", *rest):
                return _find_admin_endpoints(tuple(rest))
            case (name, *_) if len(parts) in RESOURCE_ENDPOINTS and not self.takes_forms:
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
    raise make_unknown_error(
        "address",
        "/".join(["/admin", *parts]),
        known,
    )


def _get_request_id(request: Request, number: int) -> str:
    """Return the ID that the client sent, if it is fit for a header, or else a numbered one."""
    sent = request.headers.get("x-request-id", "")
    is_printable = sent.isascii() and sent.isprintable()
    if is_printable and 0 < len(sent) <= MAX_REQUEST_ID_CHARACTERS:
        return sent
    return f"req-{number}"


def _format_query(scope: Scope) -> str:
    """Return the query of a request as the log shows it."""
    return unquote(scope["query_string"][:MAX_LOGGED_QUERY_BYTES].decode("latin-1"))


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


def _has_body(request: Request) -> bool:
    """Return whether *request* has a body; a description can give one to any method."""
    length = request.headers.get("content-length", "0")
    return length != "0" or "transfer-encoding" in request.headers
