"""The ASGI application: resources, admin and a page over one store.

Each request is one transaction of the store. Whatever goes wrong is answered as ``{"error": {...}}``.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import unquote, unquote_to_bytes

from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.server import admin, openapi, page, resources
from pytest_fixturegen.server.fault_injection import FaultInjector, read_faults
from pytest_fixturegen.server.responses import make_error_response
from pytest_fixturegen.store.errors import (
    BadRequestError,
    ForbiddenError,
    MissingError,
    RequestError,
    TooLargeError,
    make_unknown_error,
)
from pytest_fixturegen.store.store import Store

Endpoint = Callable[..., Awaitable[Response]]
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
EXPOSED_HEADERS = ("ETag", "Link", "Location", "X-Total-Count", "X-Request-Id")
MAX_LOGGED_REQUESTS = 1000
"""How many requests an application remembers."""


@dataclass(frozen=True, slots=True)
class RequestLogEntry:
    """A request that was answered."""

    method: str
    path: str
    status: int
    seconds: float
    query: str = ""
    error_message: str = ""

    def __str__(self) -> str:
        address = f"{self.path}?{self.query}" if self.query else self.path
        return f"{self.method} {address} {self.status} ({self.seconds * 1000:.1f} ms) {self.error_message}".rstrip()


class NotAllowedError(RequestError):
    """The address is there, but not for this method."""

    status = 405


class ForeignError(RequestError):
    """A page of another origin would change something."""

    status = 403


class TroubleError(RequestError):
    """A failure that was asked for."""


class App:
    """The application over *store*. It is an ASGI callable."""

    def __init__(
        self,
        store: Store,
        config: ServeConfig,
        *,
        seed: int = 0,
        sleep: Sleep = asyncio.sleep,
        name: str = "",
    ) -> None:
        self.store = store
        self.config = config
        self.trouble: FaultInjector = read_faults(config.latency, config.fail, seed)
        self.requests: deque[RequestLogEntry] = deque(maxlen=MAX_LOGGED_REQUESTS)
        self.served = 0
        self.adapter_name = name
        self._sleep = sleep
        self._asgi: ASGIApp = CORSMiddleware(
            self._respond,
            allow_origins=config.cors,
            allow_methods=["*"],
            allow_headers=["*"],
            expose_headers=EXPOSED_HEADERS,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] == "lifespan":
            await _handle_lifespan(receive, send)
        elif scope["type"] == "http":
            await self._asgi(scope, receive, send)

    async def read_body(self, request: Request) -> bytes:
        """The body of *request*. Raises TooLargeError, without reading on, when it is larger than is taken."""
        limit = self.config.body_limit
        said = request.headers.get("content-length", "0")
        parts, size = [], int(said) if said.isdecimal() and len(said) < 19 else 0
        if size <= limit:
            size = 0
            async for part in request.stream():
                size += len(part)
                if size > limit:
                    break
                parts.append(part)
        if size > limit:
            raise TooLargeError(
                f"The body has more than {limit} bytes.", hint="Send less, or raise --body-limit."
            )
        return b"".join(parts)

    async def _respond(self, scope: Scope, receive: Receive, send: Send) -> None:
        request, started = Request(scope, receive), time.perf_counter()
        self.served += 1
        request_id, refusal = _get_request_id(request, self.served), ""
        try:
            answer = await self._dispatch(request)
        except Exception as error:  # the border: whatever it was, the client is answered
            answer, refusal = (
                make_error_response(error, request_id),
                str(getattr(error, "message", error)),
            )
        answer.headers["x-request-id"] = request_id
        if request.method == "HEAD":
            answer = Response(None, answer.status_code, dict(answer.headers))
        took, query = (
            time.perf_counter() - started,
            unquote(scope["query_string"][:300].decode("latin-1")),
        )
        self.requests.append(
            RequestLogEntry(request.method, scope["path"], answer.status_code, took, query, refusal)
        )
        await answer(scope, receive, send)

    async def _dispatch(self, request: Request) -> Response:
        parts = split_address(request)
        path = request.scope["path"]
        self._require_token(request, parts)
        self._require_origin(request)
        seconds = self.trouble.draw_delay(request.method, path)
        if seconds:
            await self._sleep(seconds)
        status = self.trouble.draw_status(request.method, path)
        if status is not None:
            raise _make_fault_error(status)
        endpoints, arguments = self._find_endpoints(parts)
        method = "GET" if request.method == "HEAD" else request.method
        if method == "OPTIONS":
            return Response(None, 204, {"allow": _format_allowed(endpoints)})
        if method not in endpoints:
            allowed = _format_allowed(endpoints)
            raise NotAllowedError(
                f"{request.method} is not for {path[:80]}.",
                hint=f"Allowed: {allowed}.",
                allowed=allowed,
            )
        return await endpoints[method](self, request, *arguments)

    def _find_endpoints(
        self, parts: tuple[str, ...]
    ) -> tuple[dict[str, Endpoint], tuple[str, ...]]:
        """Who answers at the address *parts*, by method, and what of it they are told."""
        match parts:
            case ():
                return {"GET": page.show_page}, ()
            case ("openapi.json",):
                return {"GET": openapi.show_document}, ()
            case ("page", name) if name in page.PAGE_FILES:
                return {"GET": page.show_file}, (name,)
            case ("admin", "snapshots", name) if name != "restore":
                return {"DELETE": admin.delete_snapshot}, (name,)
            case ("admin", *rest) if tuple(rest) in ADMIN_ENDPOINTS:
                return ADMIN_ENDPOINTS[tuple(rest)], ()
            case ("admin", *_):
                raise make_unknown_error(
                    "address",
                    f"/{'/'.join(parts)}",
                    [f"/admin/{'/'.join(known)}" for known in ADMIN_ENDPOINTS],
                )
            case (name, *_) if len(parts) in RESOURCE_ENDPOINTS:
                self.store.schema.find_resource(name)
                return RESOURCE_ENDPOINTS[len(parts)], parts
        raise MissingError(
            "There is nothing at this address.", hint="GET /openapi.json tells what there is."
        )

    def _require_token(self, request: Request, parts: tuple[str, ...]) -> None:
        wanted = self.config.token
        if not wanted or parts == () or parts[:1] == ("page",):
            return
        import hmac

        given = (
            request.headers.get("authorization", "")
            .removeprefix("Bearer ")
            .encode("utf-8", "replace")
        )
        if not hmac.compare_digest(given, wanted.encode()):
            raise ForbiddenError(
                "The token is missing or wrong.", hint="Send 'Authorization: Bearer TOKEN'."
            )

    def _require_origin(self, request: Request) -> None:
        """Raise ForeignError for a change that a page of an origin wants which may not ask: its browser sends it unasked."""
        origin, known = request.headers.get("origin"), self.config.cors
        if (
            origin is None
            or request.method in ("GET", "HEAD", "OPTIONS")
            or "*" in known
            or origin in known
        ):
            return
        if origin.partition("://")[2] != request.headers.get("host"):
            raise ForeignError(
                f"Pages of {origin[:80]} may change nothing here.", hint="Let them: --cors."
            )


def make_app(store: Store, config: ServeConfig | None = None, **settings: Any) -> App:
    """The application over *store*, as *config* says."""
    return App(store, config or ServeConfig(), **settings)


def split_address(request: Request) -> tuple[str, ...]:
    """The parts of the address, each decoded by itself, so that a key may hold a slash.

    Raises BadRequestError for what is no UTF-8.
    """
    raw = request.scope.get("raw_path") or request.scope["path"].encode()
    parts = raw.partition(b"?")[0].split(b"/")[1:]
    if parts and not parts[-1]:
        parts = parts[:-1]
    try:
        return tuple(unquote_to_bytes(part).decode("utf-8") for part in parts)
    except UnicodeDecodeError as error:
        raise BadRequestError(
            "The address is no UTF-8.", hint="Percent-encode it in UTF-8."
        ) from error


def _get_request_id(request: Request, number: int) -> str:
    given = request.headers.get("x-request-id", "")
    return (
        given
        if given.isascii() and given.isprintable() and 0 < len(given) <= 100
        else f"req-{number}"
    )


def _make_fault_error(status: int) -> TroubleError:
    error = TroubleError(f"This request fails with {status}, as was asked for.", hint="See --fail.")
    error.status = status  # type: ignore[misc]  # of this one alone
    return error


def _format_allowed(endpoints: dict[str, Endpoint]) -> str:
    also = ["HEAD"] if "GET" in endpoints else []
    return ", ".join(sorted([*endpoints, *also, "OPTIONS"]))


async def _handle_lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
