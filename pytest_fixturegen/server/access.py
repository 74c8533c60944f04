"""Who may send which request: by Host, Origin and token.

A browser runs pages of strangers on the machine of the developer. Three rules keep such a page from
the store: the name in the Host header (a page whose name was rebound to 127.0.0.1 sends its own
name), the origin of a change, and the origin of an administrative request.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence
from ipaddress import IPv6Address, ip_address

from starlette.requests import Request

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.errors import BadRequestError, ForbiddenError, RequestError

ANY = "*"
LOOPBACK = "loopback"
"""The value of ``--cors`` that stands for every origin on this machine."""

LOOPBACK_ORIGIN = re.compile(
    r"https?://(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?", re.ASCII
)
ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#\s@*]+", re.ASCII)
HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:/?#@\[\],]+)(?::\d{1,5})?", re.ASCII)
"""The value of a Host header in lower case: a name or an address, and perhaps a port."""

DEFAULT_PORTS = {"http": ":80", "https": ":443"}
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

MAX_SHOWN_CHARACTERS = 80
"""Characters of a host or an origin that an error message shows."""


class ForeignError(RequestError):
    """A page of another origin tries to change data, or to administer the store."""

    status = 403


class ForeignHostError(RequestError):
    """The Host header names another server than this one."""

    status = 403


def read_cors(cors: Sequence[str]) -> tuple[str, ...]:
    """Return the origins of ``--cors``, in lower case.

    Raise ConfigError for a text that no browser sends as an origin.
    """
    origins = tuple(origin.lower() for origin in cors)
    for origin in origins:
        if origin not in (ANY, LOOPBACK, "null") and not ORIGIN.fullmatch(origin):
            raise ConfigError(
                f"Invalid origin {shorten(origin, MAX_SHOWN_CHARACTERS)!r} in --cors.",
                hint=f"Expected scheme://host:port without a path, {LOOPBACK!r} or {ANY!r}.",
            )
    return origins


def require_valid_hosts(allowed_host: Sequence[str]) -> None:
    """Raise ConfigError if a name of ``--allowed-host`` cannot be in a Host header."""
    for name in allowed_host:
        if name != ANY and not _parse_host(name):
            raise ConfigError(
                f"Invalid host {shorten(name, MAX_SHOWN_CHARACTERS)!r} in --allowed-host.",
                hint=f"Expected a name such as app.test, without a scheme, or {ANY!r}.",
            )


def list_allowed_hosts(config: ServeConfig, *, is_loopback: bool) -> frozenset[str] | None:
    """Return the names that requests may have in their Host header, or None for any.

    A server on a loopback address checks the header; another one only if the options name hosts.
    """
    is_checked = is_loopback or config.allowed_host
    if not is_checked or ANY in config.allowed_host:
        return None
    names = ("localhost", config.host, *config.allowed_host)
    return frozenset(filter(None, map(_parse_host, names)))


def require_host(request: Request, allowed_hosts: frozenset[str] | None) -> None:
    """Raise ForeignHostError unless the Host header names a loopback address or an allowed host.

    Only browsers can be tricked, and they always send the header: HTTP/1.0 needs none.
    """
    if allowed_hosts is None:
        return
    headers = request.headers.getlist("host")
    if not headers and request.scope.get("http_version") == "1.0":
        return
    if len(headers) != 1:
        raise BadRequestError(
            f"Expected one Host header, got {len(headers)}.", hint="Send the host of the URL."
        )
    host = _parse_host(headers[0])
    if host not in allowed_hosts and not _is_loopback(host):
        raise ForeignHostError(
            f"Requests for {shorten(headers[0], MAX_SHOWN_CHARACTERS)!r} are refused: expected"
            " localhost or a loopback address as Host.",
            hint="Allow the name with --allowed-host if it is yours.",
        )


def require_token(
    request: Request,
    token: str,
    *,
    is_public: bool,
) -> None:
    """Raise ForbiddenError if there is a *token* and the request lacks it.

    The comparison takes the same time for every wrong token.
    """
    if not token or is_public:
        return
    scheme, _, sent = request.headers.get("authorization", "").strip().partition(" ")
    is_right = hmac.compare_digest(
        sent.strip().encode("utf-8", "replace"),
        token.encode(),
    )
    if scheme.lower() != "bearer" or not is_right:
        raise ForbiddenError(
            "The token is missing or wrong.", hint="Send 'Authorization: Bearer TOKEN'."
        )


def require_origin(
    request: Request,
    cors: Sequence[str],
    *,
    is_admin: bool,
    has_token: bool,
) -> None:
    """Raise ForeignError if a page of another origin may not send the request.

    CORS alone does not prevent changes: browsers send simple requests without asking first. The
    administration is for pages of the server itself, unless a token has been checked.
    """
    origin = ",".join(request.headers.getlist("origin")).lower()
    if not origin or request.method == "OPTIONS":
        return
    if _is_same_origin(origin, request.headers.get("host", "")):
        return
    shown_origin = shorten(origin, MAX_SHOWN_CHARACTERS)
    if is_admin and not has_token:
        raise ForeignError(
            f"Pages of {shown_origin} may not administer the store.",
            hint="Use a page of this server, a program, or a server with --token.",
        )
    if request.method not in SAFE_METHODS and not is_allowed_origin(origin, cors):
        raise ForeignError(
            f"Pages of {shown_origin} may not change data.", hint="Allow the origin with --cors."
        )


def is_allowed_origin(origin: str, cors: Sequence[str]) -> bool:
    """Return whether *cors* allows the pages of *origin*."""
    if ANY in cors or origin in cors:
        return True
    return LOOPBACK in cors and LOOPBACK_ORIGIN.fullmatch(origin) is not None


def _is_same_origin(origin: str, host: str) -> bool:
    """Return whether *origin* is the server that the Host header names."""
    scheme, separator, name = origin.partition("://")
    port = DEFAULT_PORTS.get(scheme, "")
    sent_host = host.lower()
    return bool(separator) and name.removesuffix(port) == sent_host.removesuffix(port)


def _parse_host(text: str) -> str:
    """Return the name in a Host header without port, brackets and final dot, or an empty text.

    An address of IPv6, as an option gives it, may lack the brackets.
    """
    name = text.strip().lower()
    if name.count(":") > 1 and not name.startswith("["):
        name = f"[{name}]"
    parsed = HOST.fullmatch(name)
    return parsed[1].strip("[]").removesuffix(".") if parsed else ""


def _is_loopback(host: str) -> bool:
    """Return whether *host* is an address of this machine, such as 127.0.0.1 or ::1."""
    try:
        address = ip_address(host)
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback
