"""Whole numbers of more than 64 bits in addresses: messages show the digits that came."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import ServeConfig, StoreConfig
from pytest_fixturegen.server.app import make_app
from pytest_fixturegen.server.clients import make_asgi_client


class User(BaseModel):
    id: int
    age: int


DIGITS = [
    "99999999999999999999999",
    "-99999999999999999999999",
    "12345678901234567890123456789012345678901234567890",
    "9223372036854775808",
    "18446744073709551616",
]


@pytest.fixture(params=["memory", "sqlite", "json-file"])
def client(request: pytest.FixtureRequest, tmp_path: Path):
    """A client of a store of users."""
    path = "" if request.param == "memory" else str(tmp_path / "kept.db")
    store = open_store([User], StoreConfig(adapter=request.param, db_path=path))
    try:
        yield make_asgi_client(make_app(store, ServeConfig()))
    finally:
        store.close()


@pytest.mark.parametrize("digits", DIGITS)
@pytest.mark.parametrize("method", ["GET", "DELETE", "PATCH"])
def test_a_large_key_is_shown_as_it_came(client, digits: str, method: str) -> None:
    body = {"json": {"age": 1}} if method == "PATCH" else {}
    answer = client.request(method, f"/users/{digits}", **body)
    assert answer.status_code == 404
    assert answer.json()["error"]["message"] == f"users has no record {digits}."


@pytest.mark.parametrize("digits", DIGITS)
@pytest.mark.parametrize("name", ["id", "age"])
def test_a_large_number_in_a_query_is_no_server_error(client, digits: str, name: str) -> None:
    assert client.get("/users", params={name: digits}).status_code in (200, 422)
