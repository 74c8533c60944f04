"""Advisory locks on files and folders, so that what a killed run left can be removed safely.

The lock is flock(2), which the kernel releases when its owner ends, however that happens. Windows
has no flock, but there nobody can delete an open file, which protects files in the same way.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

fcntl: Any = None
with suppress(ImportError):  # not on Windows
    import fcntl

TMP_VARIABLES = ("TMPDIR", "TEMP", "TMP")
"""Variables that name the folder for temporary files [docs.python.org: tempfile.gettempdir]."""

DEFAULT_TMP_FOLDER = "/tmp" if os.name == "posix" else ""
"""The folder for temporary files if no variable is set."""

RANDOM_CHARACTERS = "????????"
"""Glob pattern of the random part of a temporary name."""


def acquire_lock(handle: int) -> bool:
    """Lock the open file of *handle* for this process; return False if the file was deleted
    before.
    """
    if fcntl is not None:
        with suppress(OSError):  # file systems without locks, such as some network shares
            fcntl.flock(handle, fcntl.LOCK_EX)
    return os.fstat(handle).st_nlink > 0


def try_exclusive_lock(handle: int) -> bool:
    """Lock the open file of *handle* without waiting; return False if another owner has the lock.

    On systems and file systems without locks, every call succeeds.
    """
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks, such as some network shares
        return True
    return True


def open_exclusively(path: Path) -> tuple[int, bool]:
    """Return a handle of the file at *path*, created if necessary, and whether it is locked now.

    Without the lock, another owner has it, and the caller may read who that is. A file that its
    last owner deleted after it was opened here is created again.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    while True:
        handle = os.open(path, flags, 0o666)
        if not try_exclusive_lock(handle):
            return handle, False
        if os.fstat(handle).st_nlink > 0:
            return handle, True
        os.close(handle)


@contextmanager
def open_locked_folder(prefix: str) -> Iterator[Path]:
    """Create a locked temporary folder and remove it afterwards.

    Folders of the same *prefix* that killed runs left are removed first.
    """
    remove = partial(shutil.rmtree, ignore_errors=True)
    parent = find_tmp_folder()
    remove_unlocked(parent, prefix + RANDOM_CHARACTERS, remove)
    folder, handle = _create_locked_folder(parent, prefix)
    try:
        yield folder
    finally:
        remove(folder)
        os.close(handle)


def find_tmp_folder() -> Path:
    """Return the folder for temporary files.

    :func:`tempfile.gettempdir` tries a folder out with a file of a random name. If the process is
    killed at that moment, the file stays for good, since no later run knows its name. So if a
    variable names a usable folder, it is taken without a trial.
    """
    names = [os.environ[name] for name in TMP_VARIABLES if os.environ.get(name)]
    folder = names[0] if names else DEFAULT_TMP_FOLDER
    if folder and tempfile.tempdir is None and _is_usable_folder(folder):
        return Path(folder).absolute()
    return Path(tempfile.gettempdir())


def _is_usable_folder(folder: str) -> bool:
    return os.access(folder, os.W_OK | os.X_OK) and Path(folder).is_dir()


def _create_locked_folder(parent: Path, prefix: str) -> tuple[Path, int]:
    """Return a new folder and a locked handle of it; try again if another process locked it."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        handle = os.open(folder if fcntl else os.devnull, os.O_RDONLY)
        if fcntl is None or acquire_lock(handle):
            return folder, handle
        os.close(handle)


def remove_unlocked(
    folder: Path,
    pattern: str,
    remove: Callable[[Path], Any],
) -> None:
    """Call *remove* for each path in *folder* that matches the glob *pattern* and that nobody has
    locked.
    """
    for path in folder.glob(pattern):
        with suppress(OSError):  # locked, gone in the meantime, or owned by another user
            _remove_if_unlocked(path, remove)


def _remove_if_unlocked(path: Path, remove: Callable[[Path], Any]) -> None:
    """Remove *path* while this process holds its lock. Raise OSError if another one does.

    Without ``fcntl`` there are no locks, and only files are removed.
    """
    if fcntl is None:
        if path.is_file():
            remove(path)
        return
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        remove(path)
    finally:
        os.close(handle)
