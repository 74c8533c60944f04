"""Writes files whole or not at all.

What is written goes to a temporary file in the same directory, is forced to the disk, and takes the target's place in
one step. Whoever reads the target sees the old file or the new one. What a killed run left beside it is taken away.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from typing import BinaryIO, TypeVar

from pytest_fixturegen._internal import file_locks
from pytest_fixturegen.errors import EmitError, format_os_error

T = TypeVar("T")
MAX_TRIES = 3
"""How often a write is tried: a virus scanner or a network share may hold a file for a moment."""

RETRY_PAUSE_SECONDS = 0.05
"""Seconds between two tries."""

TEMPORARY_SUFFIX = ".pfg-tmp"
"""How the names of temporary files end; they begin with a dot and the name of their target."""


ERRNO_HINTS = {
    errno.EACCES: "Make it writable",
    errno.EPERM: "Make it writable",
    errno.ENOSPC: "Make room",
}
"""What helps against what the system says."""


def write_atomically(path: Path, chunks: Iterable[bytes]) -> bool:
    """Put *chunks* into *path*; False when the file says the same already and so was left untouched.

    Keeps the permissions of a file that is there, and follows a link to it. Raises EmitError when the file cannot be
    written; it is then as it was.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        if target.exists() and not target.is_file() and not target.is_dir():
            return _write_to_device(path, chunks)
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = _choose_mode(target)
        with _open_temporary(target) as (temporary, file):
            _write_and_sync(file, chunks)
            if _has_same_content(temporary, target):
                return False
            temporary.chmod(mode)
            if os.name == "nt":
                file.close()  # what is open cannot be renamed there
            _retry_action(lambda: temporary.replace(target))
        _sync_folder(target.parent)
    except OSError as error:
        raise _build_write_error(path, error) from error
    return True


def _write_to_device(path: Path, chunks: Iterable[bytes]) -> bool:
    """Put *chunks* into a device or a pipe, which no file may take the place of."""
    with path.open("wb") as file:
        file.writelines(chunks)
    return True


def _choose_mode(target: Path) -> int:
    """The permissions that the new file is to have. Raises OSError where *target* cannot be written."""
    if target.is_dir():
        raise IsADirectoryError(21, "Is a directory")
    if not target.exists():
        return 0o666 & ~_read_umask()
    if not os.access(target, os.W_OK):
        raise PermissionError(13, "Permission denied")
    return stat.S_IMODE(target.stat().st_mode)


@contextmanager
def _open_temporary(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file beside *target* that nobody takes away while we live; gone afterwards, unless it has been renamed."""
    prefix = f".{target.name[:80]}."
    file_locks.remove_unlocked(
        target.parent, f"{escape(prefix)}????????{TEMPORARY_SUFFIX}", Path.unlink
    )
    while True:
        handle, name = _retry_action(
            lambda: tempfile.mkstemp(prefix=prefix, suffix=TEMPORARY_SUFFIX, dir=target.parent)
        )
        if file_locks.acquire_lock(handle):
            break
        os.close(handle)
    try:
        with os.fdopen(handle, "wb") as file:
            yield Path(name), file
    finally:
        Path(name).unlink(missing_ok=True)


def _write_and_sync(file: BinaryIO, chunks: Iterable[bytes]) -> None:
    """Put *chunks* into *file*, and force them to the disk."""
    file.writelines(chunks)
    file.flush()
    os.fsync(file.fileno())


def _read_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _retry_action(action: Callable[[], T]) -> T:
    for left in range(MAX_TRIES - 1, -1, -1):
        try:
            return action()
        except PermissionError:
            raise
        except OSError:
            if not left:
                raise
            time.sleep(RETRY_PAUSE_SECONDS)
    raise AssertionError("unreachable")


def _has_same_content(left: Path, right: Path) -> bool:
    if not right.is_file() or left.stat().st_size != right.stat().st_size:
        return False
    with left.open("rb") as first, right.open("rb") as second:
        while block := first.read(1 << 20):
            if block != second.read(1 << 20):
                return False
    return True


def _sync_folder(folder: Path) -> None:
    """Force the renaming itself to the disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _build_write_error(path: Path, error: OSError) -> EmitError:
    reason = format_os_error(error)
    hint = (
        f"{ERRNO_HINTS[error.errno]}, or choose another path."
        if error.errno in ERRNO_HINTS
        else "Choose another path."
    )
    return EmitError(f"{path} cannot be written: {reason}.", hint=hint, path=str(path))
