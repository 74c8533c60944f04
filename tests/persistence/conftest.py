"""The model of these tests, and one PostgreSQL server for all of them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from pydantic import BaseModel, EmailStr

from pytest_fixturegen import generate_lines
from tests.persistence.databases import postgres


class User(BaseModel):
    """The model whose records are delivered."""

    id: int
    name: str
    email: EmailStr


def made(n: int, seed: int = 0) -> list[object]:
    """Return the first *n* users as mappings."""
    return [json.loads(line) for line in generate_lines(User, n, seed)]


@pytest.fixture(scope="session")
def dsn() -> Iterator[str]:
    """The URL of a PostgreSQL server."""
    with postgres() as address:
        yield address
