"""Reads the routes of an API file: additional addresses with canned responses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.api_values import require_mapping
from pytest_fixturegen.store.declarations import (
    read_choice,
    read_flag,
    read_headers,
    read_text,
    read_texts,
    read_whole,
    require_list,
)

ROUTE_KEYS = (
    "path",
    "method",
    "type",
    "response",
    "status",
    "headers",
    "code",
    "description",
    "auth",
)
AUTH_KEYS = ("enabled", "roles")
ROUTE_METHODS = ("get", "post", "put", "patch", "delete")
ROUTE_TYPES = ("json", "text", "html", "xml", "javascript")
SCRIPT_TYPE = "javascript"
"""The type of routes that run JavaScript, which this package does not have."""

ANYONE = "*"
"""The role that every user has."""

PARAMETER = re.compile(r":([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\}", re.ASCII)
WILDCARD = re.compile(r"\*([A-Za-z_]\w*)?|\{\*([A-Za-z_]\w*)\}", re.ASCII)
TEMPLATE = re.compile(r"\{:?([A-Za-z_]\w*|\*)\}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PathPattern:
    """The path of a route: one expression for each part, and the name of a final wildcard.

    The wildcard takes the rest of an address, at least one part of it.
    """

    parts: tuple[re.Pattern[str], ...]
    wildcard: str | None = None

    def match(self, address: Sequence[str]) -> dict[str, str] | None:
        """Return the parameters in *address*, its decoded parts, or None if it does not match."""
        count = len(self.parts)
        has_rest = len(address) > count
        if len(address) < count or has_rest != (self.wildcard is not None):
            return None
        parameters: dict[str, str] = {}
        for pattern, part in zip(self.parts, address, strict=False):
            found = pattern.fullmatch(part)
            if found is None:
                return None
            parameters |= found.groupdict()
        if self.wildcard is not None:
            parameters[self.wildcard] = "/".join(address[count:])
        return parameters


@dataclass(frozen=True, slots=True)
class CannedRoute:
    """An address with a canned answer.

    *roles* are those of the users who may ask for it, if users have to log in.
    """

    method: str
    path: str
    pattern: PathPattern
    type: str
    response: Any = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    description: str = ""
    is_public: bool = False
    roles: tuple[str, ...] = (ANYONE,)

    def fill_response(self, parameters: Mapping[str, str]) -> Any:
        """Return the response with ``{name}`` and ``{:name}`` replaced by *parameters*."""
        return _fill(self.response, parameters)


def read_routes(declarations: Any, location: str) -> tuple[CannedRoute, ...]:
    """Return the routes of the file. Raise ConfigError if one is invalid or repeats another."""
    routes = [
        _read_route(declaration, f"{location}[{index}]")
        for index, declaration in enumerate(require_list(declarations, location))
    ]
    seen: dict[tuple[str, str], int] = {}
    for index, route in enumerate(routes):
        first = seen.setdefault(
            (route.method, route.path),
            index,
        )
        if first != index:
            raise ConfigError(
                f"{location}[{index}] repeats {route.method} {route.path} of [{first}].",
                hint="Remove one of them; the first would always answer.",
            )
    return tuple(routes)


def _read_route(declaration: Any, location: str) -> CannedRoute:
    """Return the route with a fixed answer that *declaration* describes."""
    settings = require_mapping(declaration, location, ROUTE_KEYS)
    for key in ("path", "method"):
        if key not in settings:
            raise ConfigError(f"{location} needs {key!r}.", hint=f"Add {key}.")
    path = _read_path(settings, location)
    method = read_text(settings, "method", location).lower()
    read_choice({"method": method}, "method", location, choices=ROUTE_METHODS)
    kind = read_choice(
        settings,
        "type",
        location,
        choices=ROUTE_TYPES,
        default="json",
    )
    auth = require_mapping(settings.get("auth"), f"{location}.auth", AUTH_KEYS)
    needs_user = read_flag(auth, "enabled", f"{location}.auth", default=True)
    return CannedRoute(
        method=method.upper(),
        path=path,
        pattern=compile_path(path, location),
        type=kind,
        response=_read_response(settings, kind, location),
        status=read_whole(
            settings,
            "status",
            location,
            default=200,
            low=200,
            high=599,
        ),
        headers=read_headers(settings, "headers", location),
        description=read_text(settings, "description", location),
        is_public=not needs_user,
        roles=read_texts(auth, "roles", f"{location}.auth") or (ANYONE,),
    )


def _read_path(settings: Mapping[str, Any], location: str) -> str:
    """Return the path of a route. Raise ConfigError if it is invalid."""
    path = read_text(settings, "path", location)
    if not path.isprintable() or set(path) & set("?# "):
        raise ConfigError(
            f"{location}.path must be a path, got {path!r:.80}.",
            hint="Write '/users/:id/profile', without a query.",
        )
    return "/" + path.strip("/")


def _read_response(
    settings: Mapping[str, Any],
    kind: str,
    location: str,
) -> Any:
    """Return the canned answer. Raise ConfigError unless *kind* can send it."""
    wrong_key = "response" if kind == SCRIPT_TYPE else "code"
    if wrong_key in settings:
        raise ConfigError(
            f"{location} has {wrong_key!r}, but its type is {kind}.",
            hint="'code' belongs to javascript, 'response' to the other types.",
        )
    response = settings.get("response")
    if kind == "json":
        _require_json(response, f"{location}.response")
        return {"message": "Success"} if response is None else response
    if response is not None and not isinstance(response, str):
        raise ConfigError(
            f"{location}.response must be a text, because its type is {kind}, got"
            f" {response!r:.80}.",
            hint="Write a text, or type: json.",
        )
    return response or ""


def _require_json(value: Any, location: str) -> None:
    """Raise ConfigError if *value* has parts that JSON cannot write, such as NaN."""
    from pytest_fixturegen._internal.json_values import dumps

    try:
        dumps(value)
    except (TypeError, ValueError) as error:
        raise ConfigError(
            f"{location} cannot be written as JSON: {error}.", hint="Put dates in quotes."
        ) from error


def compile_path(path: str, location: str) -> PathPattern:
    """Return the pattern of *path*, such as ``/users/:id`` or ``/files/*``.

    Raise ConfigError if a parameter repeats, or if a wildcard is not the last part.
    """
    parts = [part for part in path.split("/") if part]
    wildcard: str | None = None
    last = WILDCARD.fullmatch(parts[-1]) if parts else None
    if last:
        wildcard = last[1] or last[2] or "*"
        parts = parts[:-1]
    names = [*_iter_parameters(parts), *([wildcard] if wildcard else [])]
    if len(names) != len(set(names)):
        raise ConfigError(
            f"{location}.path names a parameter twice: {path!r:.80}.", hint="Rename one of them."
        )
    if any("*" in part for part in parts):
        raise ConfigError(
            f"{location}.path may have one wildcard, as its last part, got {path!r:.80}.",
            hint="Write '/files/*' or '/files/{*name}'.",
        )
    return PathPattern(
        tuple(_compile_part(part) for part in parts),
        wildcard,
    )


def _iter_parameters(parts: Sequence[str]) -> Iterator[str]:
    """Yield the names of the parameters in *parts* of a path."""
    for part in parts:
        for found in PARAMETER.finditer(part):
            yield found[1] or found[2]


def _compile_part(part: str) -> re.Pattern[str]:
    """Return the expression of one part: parameters such as ``:id``, and the text around them."""
    expression, end = "", 0
    for found in PARAMETER.finditer(part):
        name = found[1] or found[2]
        expression += re.escape(part[end : found.start()]) + f"(?P<{name}>.+)"
        end = found.end()
    return re.compile(
        expression + re.escape(part[end:]),
        re.DOTALL,
    )


def _fill(value: Any, parameters: Mapping[str, str]) -> Any:
    """Return *value* with the placeholders of all its texts replaced. Unknown ones remain."""
    match value:
        case str():
            return TEMPLATE.sub(lambda found: parameters.get(found[1], found[0]), value)
        case dict():
            return {name: _fill(part, parameters) for name, part in value.items()}
        case list():
            return [_fill(part, parameters) for part in value]
    return value
