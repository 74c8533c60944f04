"""Read files that others may have written: regular ones alone, and up to a limit."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import IO

OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe without a writer would block an ordinary ``open`` for ever."""

CHUNK_BYTES = 1 << 20


def read_regular_file(path: Path, max_bytes: int) -> bytes:
    """Return the content of the file at *path*.

    Raise OSError if it cannot be read, is no regular file, or has more than *max_bytes*. The size
    is checked first: a sparse file of many gigabytes costs nothing to make.
    """
    with _open_regular_file(path) as file:
        size = os.fstat(file.fileno()).st_size
        # A file may grow meanwhile, and files of /proc have no size.
        content = b"" if size > max_bytes else _read_up_to(file, max_bytes + 1)
    if max(size, len(content)) > max_bytes:
        raise OSError(errno.EFBIG, f"it has more than {max_bytes:,} bytes", str(path))
    return content


def read_file_start(path: Path, max_bytes: int) -> bytes:
    """Return the first *max_bytes* of the file at *path*, or less.

    Raise OSError if it cannot be read, or is no regular file.
    """
    with _open_regular_file(path) as file:
        return _read_up_to(file, max_bytes)


def _open_regular_file(path: Path) -> IO[bytes]:
    """Return the open file; raise OSError if it is a folder, a pipe or a device."""
    file = os.fdopen(os.open(path, OPEN_FLAGS), "rb", buffering=0)
    mode = os.fstat(file.fileno()).st_mode
    if stat.S_ISREG(mode):
        return file
    file.close()
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    raise OSError(errno.EINVAL, "it is not a regular file", str(path))


def _read_up_to(file: IO[bytes], max_bytes: int) -> bytes:
    """Return the next *max_bytes* of *file*, or less at its end."""
    parts = []
    remaining = max_bytes
    while remaining and (chunk := file.read(min(remaining, CHUNK_BYTES))):
        parts.append(chunk)
        remaining -= len(chunk)
    return b"".join(parts)
