"""Locks that keep two processes from writing to one file.

The lock of ``x.jsonl`` is the file ``.x.jsonl.pfg-lock``, locked with flock(2). It contains the id
of the process that owns it. The kernel releases the lock when its owner ends, however that happens;
the file is deleted by its owner, or used again by the next one. Windows has no flock, so that
processes there do not see each other.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytest_fixturegen._internal.file_locks import open_exclusively
from pytest_fixturegen._internal.regular_files import find_real_path

LOCK_SUFFIX = ".pfg-lock"

MAX_PID_BYTES = 32


class FileInUseError(Exception):
    """Another process, or this one, writes to *path*; *owner* is its id, empty if not known."""

    def __init__(
        self,
        path: Path,
        owner: str,
    ) -> None:
        super().__init__(f"{path} is in use by process {owner or '(unknown)'}")
        self.path = path
        self.owner = owner


@contextmanager
def hold_process_lock(path: Path) -> Iterator[None]:
    """Hold the lock of *path* within the block, and create its folder if it is missing.

    Raises:
        FileInUseError: If another process holds the lock.
        OSError: If the lock file cannot be created.
    """
    target = find_real_path(path)  # two names of one file have one lock
    lock_path = target.with_name(f".{target.name}{LOCK_SUFFIX}")
    lock_path.parent.mkdir(parents=True, exist_ok=True)
    handle = _open_locked(path, lock_path)
    try:
        yield
    finally:
        lock_path.unlink(missing_ok=True)
        os.close(handle)


def _open_locked(path: Path, lock_path: Path) -> int:
    """Return the handle of *lock_path*, locked by this process, whose id is in the file."""
    handle, is_locked = open_exclusively(lock_path)
    if not is_locked:
        owner = os.read(handle, MAX_PID_BYTES).decode("ascii", "replace").strip()
        os.close(handle)
        raise FileInUseError(path, owner)
    os.ftruncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode())
    return handle
