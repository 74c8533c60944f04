"""Write files as a whole or not at all.

New content goes to a temporary file in the same directory, is forced to the disk, and replaces
the target in one step. A reader sees either the old file or the new one. Temporary files of
killed runs are removed by the next write.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from typing import BinaryIO, TypeVar

from pytest_fixturegen._internal import file_locks
from pytest_fixturegen._internal.open_folders import OpenFolder, open_parent
from pytest_fixturegen._internal.regular_files import (
    LINK_TEXT,
    SAFE_FLAGS,
    SPECIAL_TEXT,
    find_real_path,
)
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

PERMISSION_BITS = 0o777
"""The permissions that a new content keeps: not those that change the user of a program."""

ERRNO_HINTS = {
    errno.EACCES: "Make it writable",
    errno.EPERM: "Make it writable",
    errno.ENOSPC: "Make room",
    errno.ELOOP: "Name the file itself",
}
"""Advice for the user about a system error."""


def write_atomically(
    path: Path,
    chunks: Iterable[bytes],
    *,
    is_named: bool = True,
) -> bool:
    """Write *chunks* to *path*; return False if the file has this content already and was left
    alone.

    Keeps the permissions of an existing file. *is_named*: whether the user named exactly this path.
    Then a symbolic link is followed to its target, unless it leads out of the working directory,
    and a device or a pipe is written to. Otherwise all of them are refused.

    Raises:
        EmitError: If the file cannot be written. It is then unchanged.
    """
    try:
        if is_named and _is_device(path):
            return _write_to_device(path, chunks)
        target = find_real_path(path, is_named=is_named)
        with open_parent(target) as folder:
            return _replace_file(folder, target.name, chunks)
    except OSError as error:
        raise build_write_error(path, error) from error


def _is_device(path: Path) -> bool:
    """Return whether *path* is, or leads to, neither a file nor a folder."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _write_to_device(path: Path, chunks: Iterable[bytes]) -> bool:
    """Write *chunks* to a device or a pipe, which must not be replaced by a file.

    Raises:
        OSError: If no process reads the pipe: waiting for one might never end.
    """
    find_real_path(path)  # refuses a link of a checkout, such as one to another terminal
    handle = os.open(path, os.O_WRONLY | SAFE_FLAGS)
    os.set_blocking(handle, True)
    with os.fdopen(handle, "wb") as file:
        file.writelines(chunks)
    return True


def _replace_file(
    folder: OpenFolder,
    name: str,
    chunks: Iterable[bytes],
) -> bool:
    """Write *chunks* to the file *name* in *folder* and return True, or False if it has this
    content already.

    The content reaches the disk before the rename, and the mode of an existing file is kept.
    """
    existing_mode = _read_existing_mode(folder, name)
    with _open_temporary(folder, name) as (temporary, file):
        _write_and_sync(file, chunks)
        if existing_mode is not None:
            if _has_same_content(folder, name, file):
                return False
            _set_mode(folder.path / temporary, file, existing_mode)
        if os.name == "nt":
            file.close()  # Windows does not rename open files
        _retry_action(lambda: folder.rename(temporary, name))
    folder.sync()
    return True


def _read_existing_mode(folder: OpenFolder, name: str) -> int | None:
    """Return the permissions of the file *name* in *folder*, or None if it does not exist.

    Raises:
        OSError: If it is not a regular file, or not writable.
    """
    status = folder.read_status(name)
    if status is None:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "Is a directory")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(
            errno.ENXIO,
            LINK_TEXT if stat.S_ISLNK(status.st_mode) else SPECIAL_TEXT,
        )
    if not folder.is_writable(name):
        raise PermissionError(errno.EACCES, "Permission denied")
    return stat.S_IMODE(status.st_mode) & PERMISSION_BITS


def _set_mode(
    path: Path,
    file: BinaryIO,
    mode: int,
) -> None:
    """Give the open *file* at *path* the permissions *mode*."""
    if os.chmod in os.supports_fd:
        os.chmod(file.fileno(), mode)  # noqa: PTH101 - of the open file, whatever its path is now
    else:
        path.chmod(mode)


@contextmanager
def _open_temporary(folder: OpenFolder, name: str) -> Iterator[tuple[str, BinaryIO]]:
    """Open a new locked file in *folder*, and yield its name and the file.

    It is removed afterwards unless it was renamed. Leftovers of killed runs are removed first.
    """
    prefix = f".{name[:MAX_PREFIX_LENGTH]}."
    leftovers = f"{escape(prefix)}????????{TEMPORARY_SUFFIX}"
    file_locks.remove_unlocked(folder.path, leftovers, Path.unlink)
    while True:
        handle, temporary = _retry_action(lambda: _create_temporary(folder, prefix))
        if file_locks.acquire_lock(handle):
            break
        os.close(handle)  # another run took it for a leftover before it was locked
        folder.remove(temporary)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield temporary, file
    finally:
        folder.remove(temporary)


def _create_temporary(folder: OpenFolder, prefix: str) -> tuple[int, str]:
    """Create a file with a random name in *folder*; return its open handle and its name.

    Unlike ``tempfile.mkstemp``, which makes private files, this asks for mode 0o666: the kernel
    applies the umask, so that nobody has to read it. Reading means changing it for the whole
    process, which races with other threads.
    """
    name = f"{prefix}{os.urandom(4).hex()}{TEMPORARY_SUFFIX}"
    return folder.open_file(name, os.O_RDWR | os.O_CREAT | os.O_EXCL), name


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


def _has_same_content(
    folder: OpenFolder,
    name: str,
    new_file: BinaryIO,
) -> bool:
    """Return whether the file *name* in *folder* has the bytes of *new_file*; False without it."""
    try:
        handle = folder.open_file(name)
    except OSError:  # it may be written, but not read
        return False
    with os.fdopen(handle, "rb") as old_file:
        if os.fstat(handle).st_size != os.fstat(new_file.fileno()).st_size:
            return False
        new_file.seek(0)
        while block := new_file.read(COMPARED_BLOCK_BYTES):
            if block != old_file.read(COMPARED_BLOCK_BYTES):
                return False
    return True


def build_write_error(path: Path, error: OSError) -> EmitError:
    """Return the error for *path* with a hint that depends on the number of *error*."""
    remedy = ERRNO_HINTS.get(error.errno or 0)
    hint = f"{remedy}, or choose another path." if remedy else "Choose another path."
    return EmitError(
        f"{path} cannot be written: {format_os_error(error)}.", hint=hint, path=str(path)
    )
