"""Reading of the files of a store within a limit, since a sparse file costs nothing to make."""

from __future__ import annotations

import os
from pathlib import Path

from pytest_fixturegen.errors import StoreError

MAX_STATE_BYTES = 256 << 20
"""Bytes of a file that are read, if nobody says otherwise: a store keeps its state in memory."""


def read_within(
    handle: int,
    path: Path,
    max_bytes: int,
) -> bytes:
    """Return the whole content of the open file of *handle*, which stays open.

    Raise StoreError if it has more than *max_bytes* bytes, and OSError if it cannot be read.
    """
    with os.fdopen(os.dup(handle), "rb") as file:
        size = os.fstat(handle).st_size
        file.seek(0)
        content = b"" if size > max_bytes else file.read(max_bytes + 1)
    if max(size, len(content)) > max_bytes:
        raise StoreError(
            f"Cannot read {path}: expected at most {max_bytes >> 20:,} MB, got more.",
            hint="Look at what wrote it, or allow more with --file-limit-mb.",
            path=str(path),
            limit="file",
        )
    return content
