"""Routes of faults must exist: a misspelt one would let a test pass without its fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.server.fault_injection import Route
from pytest_fixturegen.store.documented.path_templates import PARAMETER
from pytest_fixturegen.store.errors import RequestError
from pytest_fixturegen.store.rows import find_referrer
from pytest_fixturegen.store.store import Store

FindEndpoints = Callable[[tuple[str, ...]], tuple[Mapping[str, Any], tuple[str, ...]]]
"""Returns the endpoints at the parts of an address by method; raises MissingError without any."""

GLOB_CHARACTERS = re.compile(r"[*?\[]")

OTHER_ADDRESSES = ("/", "/openapi.json", "/page/", "/admin/")


def require_known_route(
    route: Route,
    store: Store,
    find_endpoints: FindEndpoints,
) -> None:
    """Raise ConfigError, with a suggestion, if no request can belong to *route*.

    A pattern is compared with the known addresses up to its first wildcard.
    """
    __tracebackhide__ = True
    if GLOB_CHARACTERS.search(route.pattern):
        _require_known_start(route, store)
        return
    parts = tuple(route.pattern.split("/")[1:])
    if parts[-1:] == ("",):
        parts = parts[:-1]
    try:
        endpoints, _ = find_endpoints(parts)
        is_nested = len(parts) == 3 and parts[0] in _list_names(store)
        if is_nested and store.hooks.service.documented is None:
            find_referrer(
                store,
                store.rows(parts[0]),
                parts[2],
            )
    except RequestError as error:
        raise _build_error(
            route,
            error.message,
            error.hint,
        ) from None
    methods = {*endpoints, "OPTIONS"}
    if "GET" in endpoints:
        methods.add("HEAD")
    if route.method and route.method not in methods:
        allowed = ", ".join(sorted(methods))
        raise _build_error(
            route,
            f"{route.method} is not allowed for {route.pattern}.",
            f"Allowed: {allowed}.",
        )


def _require_known_start(route: Route, store: Store) -> None:
    """Raise ConfigError if no known address begins as the pattern of *route* does."""
    __tracebackhide__ = True
    start = GLOB_CHARACTERS.split(route.pattern)[0]
    known = list(_list_addresses(store))
    is_known = any(
        address.startswith(start) or start.startswith(f"{address}/") for address in known
    )
    if not is_known:
        name = start.split("/")[1]
        raise _build_error(
            route, f"No address begins with {start!r}.", suggest_nearest(name, _list_names(store))
        )


def _list_addresses(store: Store) -> Iterator[str]:
    """Yield the address of each resource, then the others."""
    documented = store.hooks.service.documented
    if documented:
        for rule in documented.operations:
            yield PARAMETER.split(rule.operation.path)[0].rstrip("/")
    else:
        for name in _list_names(store):
            yield f"/{name}"
    yield from OTHER_ADDRESSES


def _list_names(store: Store) -> list[str]:
    return [resource.name for resource in store.schema.resources]


def _build_error(
    route: Route,
    reason: str,
    hint: str,
) -> ConfigError:
    """Return the error that *route* does not exist, for a *reason*."""
    return ConfigError(f"The route {str(route)!r} does not exist: {reason}", hint=hint)
