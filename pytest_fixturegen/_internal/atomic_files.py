"""Write files as a whole or not at all.

New content goes to a temporary file in the same directory, is forced to the disk, and replaces
the target in one step. A reader sees either the old file or the new one. Temporary files of
killed runs are removed by the next write.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
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
"""Pause between two tries, in seconds."""

TEMPORARY_SUFFIX = ".pfg-tmp"
"""Suffix of temporary files. Their names begin with a dot and the name of the target."""

MAX_PREFIX_LENGTH = 80
"""Characters of the target's name in a temporary name: file systems limit names to 255 bytes."""

COMPARED_BLOCK_BYTES = 1 << 20

ERRNO_HINTS = {
    errno.EACCES: "Make it writable",
    errno.EPERM: "Make it writable",
    errno.ENOSPC: "Make room",
}
"""What the user can do about an error of the system."""


def write_atomically(path: Path, chunks: Iterable[bytes]) -> bool:
    """Write *chunks* to *path*; return False if the file has this content already and was left
    alone.

    Keeps the permissions of an existing file and follows a symbolic link to its target.

    Raises:
        EmitError: If the file cannot be written. It is then unchanged.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        if _is_device(target):
            return _write_to_device(path, chunks)
        target.parent.mkdir(parents=True, exist_ok=True)
        return _replace_file(target, chunks)
    except OSError as error:
        raise _build_write_error(path, error) from error


def _is_device(target: Path) -> bool:
    return target.exists() and not target.is_file() and not target.is_dir()


def _write_to_device(path: Path, chunks: Iterable[bytes]) -> bool:
    """Write *chunks* to a device or a pipe, which must not be replaced by a file."""
    with path.open("wb") as file:
        file.writelines(chunks)
    return True


def _replace_file(target: Path, chunks: Iterable[bytes]) -> bool:
    """Write *chunks* to *target* and return True, or False if it has this content already.

    The content reaches the disk before the rename, and the mode of an existing file is kept.
    """
    existing_mode = _read_existing_mode(target)
    with _open_temporary(target) as (temporary, file):
        _write_and_sync(file, chunks)
        if _has_same_content(temporary, target):
            return False
        if existing_mode is not None:
            temporary.chmod(existing_mode)
        if os.name == "nt":
            file.close()  # Windows does not rename open files
        _retry_action(lambda: temporary.replace(target))
    _sync_folder(target.parent)
    return True


def _read_existing_mode(target: Path) -> int | None:
    """Return the permissions of *target*, or None if it does not exist.

    Raises:
        OSError: If *target* is a folder or is not writable.
    """
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "Is a directory")
    if not target.exists():
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "Permission denied")
    return stat.S_IMODE(target.stat().st_mode)


@contextmanager
def _open_temporary(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """Open a new locked file beside *target*; remove it afterwards unless it was renamed."""
    prefix = f".{target.name[:MAX_PREFIX_LENGTH]}."
    leftovers = f"{escape(prefix)}????????{TEMPORARY_SUFFIX}"
    file_locks.remove_unlocked(target.parent, leftovers, Path.unlink)
    while True:
        handle, temporary = _retry_action(lambda: _create_temporary(target.parent, prefix))
        if file_locks.acquire_lock(handle):
            break
        os.close(handle)  # another run took it for a leftover before it was locked
    try:
        with os.fdopen(handle, "wb") as file:
            yield temporary, file
    finally:
        temporary.unlink(missing_ok=True)


def _create_temporary(folder: Path, prefix: str) -> tuple[int, Path]:
    """Create a file with a random name in *folder*; return its open handle and its path.

    Unlike ``tempfile.mkstemp``, which makes private files, this asks for mode 0o666: the kernel
    applies the umask, so that nobody has to read it. Reading means changing it for the whole
    process, which races with other threads.
    """
    path = folder / f"{prefix}{secrets.token_hex(4)}{TEMPORARY_SUFFIX}"
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    flags |= getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o666), path


def _write_and_sync(file: BinaryIO, chunks: Iterable[bytes]) -> None:
    """Write *chunks* and wait for the disk, so that a rename never exposes a partial file."""
    file.writelines(chunks)
    file.flush()
    os.fsync(file.fileno())


def _retry_action(action: Callable[[], T]) -> T:
    """Return what *action* returns, after up to MAX_TRIES tries. A missing permission is not
    retried.
    """
    for tries_left in range(MAX_TRIES - 1, -1, -1):
        try:
            return action()
        except PermissionError:
            raise
        except OSError:
            if not tries_left:
                raise
            time.sleep(RETRY_PAUSE_SECONDS)
    raise AssertionError("unreachable")


def _has_same_content(left: Path, right: Path) -> bool:
    """Return whether both files have equal bytes; False if *right* is missing or no file."""
    if not right.is_file() or left.stat().st_size != right.stat().st_size:
        return False
    with left.open("rb") as left_file, right.open("rb") as right_file:
        while block := left_file.read(COMPARED_BLOCK_BYTES):
            if block != right_file.read(COMPARED_BLOCK_BYTES):
                return False
    return True


def _sync_folder(folder: Path) -> None:
    """Force the renaming to the disk, on systems that can open folders."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _build_write_error(path: Path, error: OSError) -> EmitError:
    """Return the error for *path* with a hint that depends on the number of *error*."""
    remedy = ERRNO_HINTS.get(error.errno or 0)
    hint = f"{remedy}, or choose another path." if remedy else "Choose another path."
    return EmitError(
        f"{path} cannot be written: {format_os_error(error)}.", hint=hint, path=str(path)
    )
