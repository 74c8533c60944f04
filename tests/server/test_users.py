"""Tokens, roles and routes of an API file, without a socket and with a clock of the test."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.server.app import make_app
from pytest_fixturegen.server.asgi_transport import sleep_blocking
from pytest_fixturegen.server.clients import ApiClient, make_asgi_client
from pytest_fixturegen.server.tokens import TokenSigner
from pytest_fixturegen.store.api_file import parse_api
from pytest_fixturegen.store.errors import ForbiddenError

RESOURCES = {"items": {"fields": {"name": "string"}}}
USER = {"username": "ann", "password": "secret", "role": "editor"}


class Clock:
    """A clock that moves only when the test says so."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0

    def read(self) -> float:
        return self.seconds


@contextmanager
def serve(
    clock: Clock, seed: int = 0, token: str = "", routes: Any = (), **auth: Any
) -> Iterator[ApiClient]:
    options = {"auth": {"users": [USER], **auth}}
    document = {"resources": RESOURCES, "options": options, "routes": list(routes)}
    store = open_store(parse_api(document, "api.yml", Path()))
    app = make_app(
        store, ServeConfig(token=token), seed=seed, sleep=sleep_blocking, read_clock=clock.read
    )
    with make_asgi_client(app) as client:
        yield client
    store.close()


def log_in(client: ApiClient, path: str = "/auth/login") -> Any:
    return client.post(path, json={"username": "ann", "password": "secret"}).json()


def get_items(client: ApiClient, token: str, header: str = "authorization") -> int:
    return client.get("/items", headers={header: f"Bearer {token}"}).status_code


def test_a_token_expires() -> None:
    clock = Clock()
    with serve(clock, tokenExpiration=60) as client:
        session = log_in(client)
        assert session["expiresAt"] == 1_800_000_060_000
        clock.seconds += 59
        assert get_items(client, session["token"]) == 200
        clock.seconds += 1
        answer = client.get("/items", headers={"authorization": f"Bearer {session['token']}"})
        assert answer.status_code == 401
        assert answer.json()["error"]["message"] == "The token has expired."
        refreshed = client.post("/auth/refresh", json={"refreshToken": session["refreshToken"]})
        assert get_items(client, refreshed.json()["token"]) == 200


def test_tokens_come_from_the_seed() -> None:
    tokens = []
    for seed in (1, 1, 2):
        with serve(Clock(), seed) as client:
            tokens.append(log_in(client)["token"])
    assert tokens[0] == tokens[1] != tokens[2]


def test_a_token_of_another_key_is_refused() -> None:
    clock = Clock()
    with serve(clock, jwt={"secret": "one"}) as first, serve(clock, jwt={"secret": "two"}) as other:
        token = log_in(first)["token"]
        assert get_items(first, token) == 200
        assert get_items(other, token) == 401


def test_a_token_signed_elsewhere_with_the_same_key_is_accepted() -> None:
    clock = Clock()
    with serve(clock, jwt={"secret": "shared"}, endpoints=False) as client:
        signer = TokenSigner(b"shared", "HS256", clock.read)
        token, _ = signer.sign({"sub": "bob", "role": "editor"}, 60)
        assert get_items(client, token) == 200
        assert client.post("/auth/login", json=USER).status_code == 401


def test_a_token_cannot_choose_its_algorithm() -> None:
    signer = TokenSigner(b"key", "HS256", Clock().read)
    token, _ = signer.sign({"sub": "ann"}, 60)
    body = token.split(".")[1]
    header = base64.urlsafe_b64encode(json.dumps({"alg": "none"}).encode()).decode().rstrip("=")
    for forged in (f"{header}.{body}.", f"{header}.{body}", "", "..", f"{token}.", token[:-2]):
        with pytest.raises(ForbiddenError):
            signer.read(forged)
    assert signer.read(token)["sub"] == "ann"


def test_the_header_and_the_path_of_the_login_can_be_chosen() -> None:
    with serve(Clock(), authEndpoint="/login", tokenHeader="X-Access") as client:
        token = log_in(client, "/login")["token"]
        assert get_items(client, token) == 401
        assert client.get("/items", headers={"x-access": token}).status_code == 200
        scheme = client.get("/openapi.json", headers={"x-access": token}).json()["components"][
            "securitySchemes"
        ]["token"]
        assert scheme == {"type": "apiKey", "in": "header", "name": "X-Access"}


def test_the_token_of_the_server_may_do_everything() -> None:
    with serve(Clock(), token="server key") as client:
        assert get_items(client, "server key") == 200
        headers = {"authorization": "Bearer server key"}
        assert client.get("/admin/stats", headers=headers).status_code == 200
        assert get_items(client, log_in(client)["token"]) == 200


def test_the_page_and_the_login_are_public() -> None:
    with serve(Clock()) as client:
        assert client.get("/").status_code == 200
        assert client.get("/page/page.js").status_code == 200
        assert client.get("/items").status_code == 401
        assert client.get("/unknown").status_code == 401
        assert client.options("/items").status_code == 204


def test_the_first_route_that_matches_answers() -> None:
    routes = [
        {"path": "/x/:name", "method": "get", "response": ["first {name}"]},
        {"path": "/x/y", "method": "get", "response": "second"},
        {"path": "/gone", "method": "delete", "status": 204},
    ]
    with serve(Clock(), routes=routes, enabled=False) as client:
        assert client.get("/x/y").json() == ["first y"]
        assert client.delete("/gone").content == b""
        assert client.options("/x/y").headers["allow"] == "GET, HEAD, OPTIONS"
        assert client.post("/x/y", json={}).status_code == 405
        big = client.request("GET", "/x/y", content=b"x" * 2_000_000)
        assert big.status_code == 413
