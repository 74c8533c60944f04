"""Says of a file or a folder that somebody is still at work on it, so that what a killed run left can be taken away.

A claim is a lock of the kernel's [flock(2)], which ends with its owner however that ends. Where there are none, as on
Windows, nobody can delete a file that is open, which says the same of files.
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
with suppress(ImportError):  # Windows has none
    import fcntl

TMP_VARIABLES = ("TMPDIR", "TEMP", "TMP")
"""Where the folder for temporary files is named [docs.python.org: tempfile.gettempdir]."""

DEFAULT_TMP_FOLDER = "/tmp" if os.name == "posix" else ""
"""Where it is if they are not set."""


def acquire_lock(handle: int) -> bool:
    """Claim the open file of *handle* for this process; False when somebody took the file away before."""
    if fcntl is not None:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
    return os.fstat(handle).st_nlink > 0


@contextmanager
def open_locked_folder(prefix: str) -> Iterator[Path]:
    """A new temporary folder, gone afterwards; those that killed runs left, of the same *prefix*, are taken away."""
    remove = partial(shutil.rmtree, ignore_errors=True)
    place = find_tmp_folder()
    remove_unlocked(place, f"{prefix}????????", remove)
    folder, handle = _create_locked_folder(place, prefix)
    try:
        yield folder
    finally:
        remove(folder)
        os.close(handle)


def find_tmp_folder() -> Path:
    """The folder for temporary files. Where a variable names one that will do, it is not tried out by a file in it, as
    :func:`tempfile.gettempdir` does: nobody would know a file whose writer is killed there.
    """
    given = next(
        (os.environ[name] for name in TMP_VARIABLES if os.environ.get(name)), DEFAULT_TMP_FOLDER
    )
    if (
        given
        and tempfile.tempdir is None
        and os.access(given, os.W_OK | os.X_OK)
        and Path(given).is_dir()
    ):
        return Path(given).absolute()
    return Path(tempfile.gettempdir())


def _create_locked_folder(parent: Path, prefix: str) -> tuple[Path, int]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        handle = os.open(folder if fcntl else os.devnull, os.O_RDONLY)
        if fcntl is None or acquire_lock(handle):
            return folder, handle
        os.close(handle)


def remove_unlocked(folder: Path, pattern: str, remove: Callable[[Path], Any]) -> None:
    """Let *remove* take away what in *folder* has a name like *pattern* and is claimed by nobody."""
    for path in folder.glob(pattern):
        with suppress(OSError):  # somebody is at work on it, or it is gone, or not ours
            _remove_if_unlocked(path, remove)


def _remove_if_unlocked(path: Path, remove: Callable[[Path], Any]) -> None:
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
