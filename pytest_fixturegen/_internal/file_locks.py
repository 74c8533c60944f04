"""Advisory locks on files and folders, so that what a killed run left can be removed safely.

The lock is flock(2), which the kernel releases when its owner ends, however that happens. Windows
has no flock, but there nobody can delete an open file, which protects files in the same way.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal import regular_files
from pytest_fixturegen._internal.tree_removal import open_folder, remove_tree
from pytest_fixturegen.errors import EmitError, format_os_error

fcntl: Any = None
with suppress(ImportError):  # not on Windows
    import fcntl

TMP_VARIABLES = ("TMPDIR", "TEMP", "TMP")
"""Variables that name the folder for temporary files [docs.python.org: tempfile.gettempdir]."""

DEFAULT_TMP_FOLDER = "/tmp" if os.name == "posix" else ""
"""The folder for temporary files if no variable is set."""

LEFTOVER_SECONDS = 5.0
"""Seconds that a run spends on the removal of a folder that a killed run left."""

RANDOM_CHARACTERS = "????????"
"""Glob pattern of the random part of a temporary name."""


def acquire_lock(handle: int) -> bool:
    """Lock the open file of *handle* for this process without waiting.

    Return False if another process has locked it, or if the file was deleted before.
    """
    return try_exclusive_lock(handle) and os.fstat(handle).st_nlink > 0


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

    Raises:
        OSError: If *path* is a symbolic link, a pipe or a device. Nobody typed the name of a lock.
    """
    while True:
        handle = regular_files.open_regular(path, os.O_RDWR | os.O_CREAT)
        if not try_exclusive_lock(handle):
            return handle, False
        if os.fstat(handle).st_nlink > 0:
            return handle, True
        os.close(handle)


@contextmanager
def open_locked_folder(prefix: str) -> Iterator[Path]:
    """Create a private, locked temporary folder and remove it afterwards.

    Folders of the same *prefix* that killed runs of this user left are removed first. A folder
    whose removal fails stays, without an effect on later runs.

    Raises:
        EmitError: If the folder cannot be created.
    """
    parent = find_tmp_folder()
    remove = partial(remove_tree, max_seconds=LEFTOVER_SECONDS)
    remove_unlocked(parent, prefix + RANDOM_CHARACTERS, remove, are_folders=True)
    try:
        folder, handle = _create_locked_folder(parent, prefix)
    except OSError as error:
        raise _build_folder_error(parent, error) from error
    try:
        yield folder
    finally:
        remove_tree(folder)
        os.close(handle)


def find_tmp_folder() -> Path:
    """Return the folder for temporary files.

    :func:`tempfile.gettempdir` tries a folder out with a file of a random name. If the process is
    killed at that moment, the file stays for good, since no later run knows its name. So if a
    variable names a usable folder, it is taken without a trial.

    Raises:
        EmitError: If no folder is writable.
    """
    import tempfile  # slow to import, and most runs make no folder

    names = [os.environ[name] for name in TMP_VARIABLES if os.environ.get(name)]
    folder = names[0] if names else DEFAULT_TMP_FOLDER
    if folder and tempfile.tempdir is None and _is_usable_folder(folder):
        return Path(folder).absolute()
    try:
        return Path(tempfile.gettempdir())
    except OSError as error:
        raise _build_folder_error(Path(folder), error) from error


def _build_folder_error(parent: Path, error: OSError) -> EmitError:
    """Return the error for a temporary folder that cannot be created in *parent*."""
    return EmitError(
        f"Cannot create a temporary folder in {parent}: {format_os_error(error)}.",
        hint="Make room there, or name another folder with TMPDIR.",
        path=str(parent),
    )


def _is_usable_folder(folder: str) -> bool:
    """Return whether *folder* is a folder in which this process can write."""
    return os.access(folder, os.W_OK | os.X_OK) and Path(folder).is_dir()


def _create_locked_folder(parent: Path, prefix: str) -> tuple[Path, int]:
    """Return a new folder and a locked handle of it; try again if another process locked it."""
    import tempfile

    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        if fcntl is None:
            return folder, os.open(os.devnull, os.O_RDONLY)
        try:
            handle = open_folder(str(folder))
        except FileNotFoundError:  # another run took it for a leftover before it was opened
            continue
        if acquire_lock(handle):
            return folder, handle
        os.close(handle)


def remove_unlocked(
    folder: Path,
    pattern: str,
    remove: Callable[[Path], Any],
    *,
    are_folders: bool = False,
) -> None:
    """Call *remove* for each file in *folder* that matches the glob *pattern* and that nobody has
    locked; for each folder if *are_folders*.

    Other kinds of files, links, and what belongs to another user stay: whoever may write in
    *folder* can give them such a name.
    """
    for path in folder.glob(pattern):
        with suppress(OSError):  # locked, gone in the meantime, or of another kind
            _remove_if_unlocked(path, remove, are_folders=are_folders)


def _remove_if_unlocked(
    path: Path,
    remove: Callable[[Path], Any],
    *,
    are_folders: bool,
) -> None:
    """Remove *path* while this process holds its lock. Raise OSError if another one does.

    Without ``fcntl``, nothing is locked, and only files are removed.
    """
    if fcntl is None:
        if path.is_file():
            remove(path)
        return
    handle = open_folder(str(path)) if are_folders else regular_files.open_regular(path)
    try:
        if not regular_files.is_own(os.fstat(handle)):
            return
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        remove(path)
    finally:
        os.close(handle)
