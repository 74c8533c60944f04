"""The routes of an API file: which one a request asks for, and its canned answer."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.store.api_routes import SCRIPT_TYPE, CannedRoute
from pytest_fixturegen.store.errors import RequestError

MEDIA_TYPES = {
    "json": "application/json",
    "text": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "xml": "application/xml",
}
EMPTY_STATUSES = (204, 205, 304)
"""Statuses of answers that have no body [RFC 9110]."""


class ScriptError(RequestError):
    """The route runs JavaScript, which this server does not have."""

    status = 501


@dataclass(frozen=True, slots=True)
class RouteMatch:
    """A *route* that a request asks for, with the *parameters* in its address."""

    route: CannedRoute
    parameters: dict[str, str]


@dataclass(frozen=True, slots=True)
class RouteTable:
    """Finds routes. The first of *routes* that matches an address answers."""

    routes: tuple[CannedRoute, ...]

    def find(
        self,
        method: str,
        address: Sequence[str],
    ) -> RouteMatch | None:
        """Return the route of *method* at *address*, its decoded parts, or None."""
        wanted = "GET" if method == "HEAD" else method
        for route in self.routes:
            parameters = route.pattern.match(address) if route.method == wanted else None
            if parameters is not None:
                return RouteMatch(route, parameters)
        return None

    def find_endpoints(
        self,
        address: Sequence[str],
    ) -> dict[str, Callable[..., Coroutine[Any, Any, Response]]]:
        """Return the endpoints of the routes at *address* by method."""
        methods = dict.fromkeys(route.method for route in self.routes)
        matches = {method: self.find(method, address) for method in methods}
        return {method: partial(_answer, match) for method, match in matches.items() if match}


async def _answer(
    match: RouteMatch,
    state: Any,
    request: Request,
    *_: str,
) -> Response:
    """Return the canned answer of a route. Raise ScriptError if it would run JavaScript."""
    route = match.route
    if route.type == SCRIPT_TYPE:
        raise ScriptError(
            f"The route {route.method} {route.path} runs JavaScript, which this server does not"
            " have.",
            hint="Give it a canned answer: 'type: json' with a 'response'.",
        )
    await state.read_body(request)  # the limit of bodies holds for routes, too
    response = route.fill_response(match.parameters)
    headers = {"content-type": MEDIA_TYPES[route.type], **route.headers}
    if route.status in EMPTY_STATUSES:
        return Response(
            None,
            route.status,
            dict(route.headers),
        )
    body = dumps(response) if route.type == "json" else str(response).encode()
    return Response(body, route.status, headers)
