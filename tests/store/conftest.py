"""A namespace on the server of PostgreSQL."""

from __future__ import annotations

from itertools import count

import pytest

NUMBERS = count()


@pytest.fixture
def dsn(server: str) -> str:
    """Return the DSN of a new namespace, with a time zone other than UTC."""
    import psycopg

    name = f"store_{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create schema {name}".encode())
    return psycopg.conninfo.make_conninfo(
        server, options=f"-c search_path={name} -c timezone=Asia/Tokyo"
    )
