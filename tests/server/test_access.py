"""Who may send requests, over real sockets: Host, Origin, token, WebSockets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.server.access import list_allowed_hosts
from pytest_fixturegen.server.app import make_app
from pytest_fixturegen.server.live_server import serve_in_thread
from pytest_fixturegen.store.store import Store
from tests.server.raw import RawResponse, parse_address, send_raw

TOKEN = "s3cret"
JSON = ("content-type", "application/json")


class Server:
    """A server of the blog on a real socket."""

    def __init__(self, address: str) -> None:
        self.address = address
        _, self.port = parse_address(address)
        self.origin = f"http://localhost:{self.port}"

    def send(
        self,
        method: str,
        target: str,
        *headers: tuple[str, str],
        host: str | None = "localhost",
        **settings: Any,
    ) -> RawResponse:
        """Send a request with the Host header *host*, which gets the port, and *headers*."""
        own = [] if host is None else [("host", f"{host}:{self.port}")]
        return send_raw(self.address, method, target, [*own, *headers], **settings)


@pytest.fixture
def serve(store: Store) -> Iterator[Any]:
    """Return a function that serves the blog with the options that it gets."""
    with ExitStack() as stack:

        def start(bind: str = "127.0.0.1", **settings: Any) -> Server:
            app = make_app(store, ServeConfig(**settings))
            return Server(stack.enter_context(serve_in_thread(app, host=bind)))

        yield start


@pytest.mark.parametrize(
    "host", ["localhost", "LocalHost", "localhost.", "127.0.0.1", "127.0.0.2", "[::1]"]
)
def test_loopback_names_are_served(serve: Any, host: str) -> None:
    assert serve().send("GET", "/users", host=host).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example.",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil-localhost",
        "localhost@evil.example",
        "localhost,evil.example",
        "10.0.0.1",
        "0.0.0.0",
        "[::]",
        "[2001:db8::1]",
        "2130706433",
        "127.1",
        "",
    ],
)
@pytest.mark.parametrize(
    ("method", "target"), [("GET", "/users"), ("POST", "/admin/reset"), ("GET", "/")]
)
def test_other_hosts_are_refused_on_loopback(
    serve: Any, host: str, method: str, target: str
) -> None:
    server = serve()
    refused = server.send(method, target, ("origin", f"http://{host}:{server.port}"), host=host)
    assert refused.status == 403
    assert "--allowed-host" in refused.error["hint"]


def test_a_server_on_ipv6_checks_the_host_too(serve: Any) -> None:
    server = serve(bind="::1")
    assert server.send("GET", "/users", host="[::1]").status == 200
    assert server.send("GET", "/users", host="evil.example").status == 403


def test_the_forwarded_host_does_not_count(serve: Any) -> None:
    forged = ("x-forwarded-host", "localhost"), ("forwarded", "host=localhost")
    assert serve().send("GET", "/users", *forged, host="evil.example").status == 403
    foreign = ("x-forwarded-host", "evil.example"), ("x-forwarded-proto", "https")
    assert serve().send("GET", "/users", *foreign).status == 200


def test_an_absolute_target_does_not_replace_the_host(serve: Any) -> None:
    server = serve()
    target = f"http://localhost:{server.port}/users"
    assert server.send("GET", target, host="evil.example").status == 403
    assert server.send("GET", target).status == 200


def test_one_host_header_is_needed(serve: Any) -> None:
    server = serve()
    assert server.send("GET", "/users", host=None).status == 400
    assert server.send("GET", "/users", ("host", "evil.example")).status == 400
    assert server.send("GET", "/users", host=None, version="1.0").status == 200


def test_allowed_hosts_are_served(serve: Any) -> None:
    server = serve(allowed_host=("app.test", "API.test"))
    for host in ("app.test", "APP.test.", "api.test", "localhost", "127.0.0.1"):
        assert server.send("GET", "/users", host=host).status == 200
    for host in ("evil.example", "x.app.test", "app.test.evil.example"):
        assert server.send("GET", "/users", host=host).status == 403


def test_a_star_allows_every_host(serve: Any) -> None:
    assert serve(allowed_host=("*",)).send("GET", "/users", host="any.example").status == 200


def test_other_addresses_check_the_host_only_on_request() -> None:
    everywhere = ServeConfig(host="0.0.0.0", token=TOKEN)
    assert list_allowed_hosts(everywhere, is_loopback=False) is None
    named = ServeConfig(host="0.0.0.0", token=TOKEN, allowed_host=("app.test",))
    assert "app.test" in (list_allowed_hosts(named, is_loopback=False) or ())


@pytest.mark.parametrize("host", ["http://app.test", "app.test/x", "a b", ""])
def test_an_invalid_allowed_host_is_an_error(store: Store, host: str) -> None:
    with pytest.raises(ConfigError, match=r"Invalid host .* in --allowed-host"):
        make_app(store, ServeConfig(allowed_host=(host,)))


@pytest.mark.parametrize(
    "origin", ["localhost:3000", "http://localhost:3000/", "http://*.example", "", "any"]
)
def test_an_invalid_origin_is_an_error(store: Store, origin: str) -> None:
    with pytest.raises(ConfigError, match=r"Invalid origin .* in --cors"):
        make_app(store, ServeConfig(cors=(origin,)))


LOOPBACK_ORIGINS = ("http://localhost:3000", "https://127.0.0.1:5173", "http://[::1]")
FOREIGN_ORIGINS = (
    "http://evil.example",
    "http://localhost.evil.example:3000",
    "http://localhost:3000.evil.example",
    "http://127.0.0.1.evil.example",
    "null",
    "file://",
    "http://localhost:3000, http://evil.example",
)


@pytest.mark.parametrize("origin", LOOPBACK_ORIGINS)
def test_pages_of_this_machine_may_use_the_resources(serve: Any, origin: str) -> None:
    server = serve()
    read = server.send("GET", "/users", ("origin", origin))
    assert (read.status, read.headers["access-control-allow-origin"]) == (200, origin)
    assert server.send("DELETE", "/users/1", ("origin", origin)).status in (204, 409)
    asked = server.send(
        "OPTIONS", "/users", ("origin", origin), ("access-control-request-method", "PATCH")
    )
    assert (asked.status, asked.headers["access-control-allow-origin"]) == (200, origin)


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_pages_from_elsewhere_may_not_use_the_resources(serve: Any, origin: str) -> None:
    server = serve()
    read = server.send("GET", "/users", ("origin", origin))
    assert "access-control-allow-origin" not in read.headers
    assert server.send("DELETE", "/users/1", ("origin", origin)).status == 403
    assert server.send("POST", "/users", ("origin", origin), body=b"{}").status == 403


def test_a_second_origin_header_is_foreign(serve: Any) -> None:
    server = serve()
    headers = ("origin", server.origin), ("origin", "http://evil.example")
    assert server.send("DELETE", "/users/1", *headers).status == 403


ADMIN_REQUESTS = (
    ("POST", "/admin/reset"),
    ("POST", "/%61dmin/reset"),
    ("POST", "/admin/reset/"),
    ("GET", "/admin/stats"),
    ("POST", "/admin/backup"),
    ("DELETE", "/admin/snapshots/x"),
)


@pytest.mark.parametrize(("method", "target"), ADMIN_REQUESTS)
@pytest.mark.parametrize("cors", [("loopback",), ("*",), ("http://app.example",)])
def test_the_administration_is_for_pages_of_the_server(
    serve: Any, method: str, target: str, cors: tuple[str, ...]
) -> None:
    server = serve(cors=cors)
    for origin in (*LOOPBACK_ORIGINS, *FOREIGN_ORIGINS, "http://app.example"):
        refused = server.send(method, target, ("origin", origin))
        assert (refused.status, "administer" in refused.error["message"]) == (403, True)
    assert server.send(method, target, ("origin", server.origin)).status in (200, 404)
    assert server.send(method, target).status in (200, 404)


def test_a_token_opens_the_administration_to_allowed_pages(serve: Any) -> None:
    server = serve(token=TOKEN)
    authorized = ("authorization", f"Bearer {TOKEN}")
    for origin in LOOPBACK_ORIGINS:
        assert server.send("POST", "/admin/reset", ("origin", origin)).status == 401
        assert server.send("POST", "/admin/reset", ("origin", origin), authorized).status == 200
    foreign = ("origin", "http://evil.example")
    assert server.send("POST", "/admin/reset", foreign, authorized).status == 403


@pytest.mark.parametrize(
    ("header", "status"),
    [
        (f"Bearer {TOKEN}", 200),
        (f"bearer {TOKEN}", 200),
        (f"BEARER   {TOKEN}", 200),
        (TOKEN, 401),
        (f"Basic {TOKEN}", 401),
        (f"Bearer{TOKEN}", 401),
        (f"Bearer {TOKEN}x", 401),
        (f"Bearer {TOKEN} x", 401),
        (f"Bearer Bearer {TOKEN}", 401),
        ("Bearer", 401),
        ("Bearer \xff", 401),
        ("", 401),
    ],
)
def test_a_token_needs_its_scheme_in_any_case(serve: Any, header: str, status: int) -> None:
    answered = serve(token=TOKEN).send("GET", "/users", ("authorization", header))
    assert answered.status == status
    if status == 401:
        assert answered.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("upgrade", ["websocket", "WebSocket"])
def test_a_websocket_gets_a_clear_refusal(serve: Any, upgrade: str) -> None:
    server = serve()
    headers = (
        ("upgrade", upgrade),
        ("connection", "Upgrade"),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ("sec-websocket-version", "13"),
    )
    refused = server.send("GET", "/users", *headers)
    assert (refused.status, "WebSockets" in refused.error["message"]) == (400, True)
    assert server.send("GET", "/users").status == 200


def test_an_offer_of_http_2_is_ignored(serve: Any) -> None:
    headers = ("upgrade", "h2c"), ("connection", "Upgrade, HTTP2-Settings")
    assert serve().send("GET", "/users", *headers).status == 200


def test_the_page_and_its_file_have_one_content_policy(api: Any) -> None:
    """A page that is saved, or that a proxy sends without headers, keeps its policy."""
    answer = api.get("/", headers={"Accept": "text/html"})
    policy = answer.headers["content-security-policy"]
    rules = [rule for rule in policy.split("; ") if not rule.startswith("frame-ancestors")]
    tag = f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'
    assert tag in answer.text
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
