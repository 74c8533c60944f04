"""The model of these tests, and the address of the PostgreSQL server."""

from __future__ import annotations

import json

import pytest
from pydantic import BaseModel, EmailStr

from pytest_fixturegen import generate_lines


class User(BaseModel):
    """The model whose records are delivered."""

    id: int
    name: str
    email: EmailStr


def made(n: int, seed: int = 0) -> list[object]:
    """Return the first *n* users as mappings."""
    return [json.loads(line) for line in generate_lines(User, n, seed)]


@pytest.fixture(scope="session")
def dsn(server: str) -> str:
    """The URL of a PostgreSQL server."""
    return server
