"""Removal of folders that a hostile process has filled.

:func:`shutil.rmtree` calls itself for each level before Python 3.12, and gives up at a folder that
may not be listed. The child of a run may nest folders 100,000 deep and take away their permissions.
"""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from pathlib import Path

CAN_USE_HANDLES = {os.open, os.rename, os.rmdir, os.stat, os.unlink} <= os.supports_dir_fd
"""Whether the system can name an entry of an open folder; Windows cannot."""

FOLDER_FLAGS = (
    getattr(os, "O_DIRECTORY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
"""Flags for a path that must be a folder: links are not followed, and a pipe does not block."""

OWN_FOLDER_MODE = 0o700


MAX_SECONDS = 30.0
"""Seconds that a removal may take. Millions of files take longer; a later run removes the rest."""


def remove_tree(path: Path, max_seconds: float = MAX_SECONDS) -> None:
    """Remove the folder at *path* with all that it contains, whatever its modes and its depth.

    What the system refuses to remove stays, and so does what is left after *max_seconds*. No error
    is raised.
    """
    if not CAN_USE_HANDLES:
        import shutil  # slow to import, and few runs leave anything

        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        handle = open_folder(str(path))
        try:
            _empty_folder(handle, time.monotonic() + max_seconds)
        finally:
            os.close(handle)
        path.rmdir()


def open_folder(name: str, parent: int | None = None) -> int:
    """Return a handle of the folder *name*, relative to the open folder *parent* if there is one.

    A folder of this user that may not be listed gets its permissions back. Raise OSError if it is
    no folder, or if it belongs to another user.
    """
    flags = os.O_RDONLY | FOLDER_FLAGS
    try:
        return os.open(name, flags, dir_fd=parent)
    except PermissionError:
        _restore_mode(name, parent)
    return os.open(name, flags, dir_fd=parent)


def _restore_mode(name: str, parent: int | None) -> None:
    """Give this user all rights on the folder *name* of the open folder *parent*.

    The mode is changed through a handle, because chmod(2) follows links. Linux has such a handle
    for a folder without any rights [open(2): O_PATH].
    """
    if not hasattr(os, "O_PATH"):
        os.chmod(
            name,
            OWN_FOLDER_MODE,
            dir_fd=parent,
            follow_symlinks=False,
        )
        return
    handle = os.open(
        name,
        os.O_PATH | FOLDER_FLAGS,
        dir_fd=parent,
    )
    try:
        os.chmod(f"/proc/self/fd/{handle}", OWN_FOLDER_MODE)  # noqa: PTH101
    finally:
        os.close(handle)


def _restore_rights(folder: int) -> None:
    """Give this user all rights on the open *folder*; a change costs more than the question."""
    if not _has_all_rights(os.fstat(folder).st_mode):
        os.fchmod(folder, OWN_FOLDER_MODE)


def _has_all_rights(mode: int) -> bool:
    """Return whether *mode* lets its user list and change a folder."""
    return mode & OWN_FOLDER_MODE == OWN_FOLDER_MODE


def _empty_folder(top: int, deadline: float) -> None:
    """Remove every entry of the open folder *top* until the *deadline*.

    The folders in a folder move to *top* before it is removed. So each folder is opened once, two
    folders are open at a time, and no path gets long.
    """
    with suppress(OSError):
        _restore_rights(top)
    stuck: set[str] = set()
    while names := set(os.listdir(top)) - stuck:
        for name in names:
            try:
                _remove_entry(top, name, deadline)
            except OSError:  # of another user, immutable, a mount, or too late
                stuck.add(name)


def _remove_entry(
    top: int,
    name: str,
    deadline: float,
) -> None:
    """Remove the entry *name* of the open folder *top*; the folders in it move to *top*.

    Raise OSError if that fails, or after the *deadline*.
    """
    _require_time(deadline)
    if not stat.S_ISDIR(os.lstat(name, dir_fd=top).st_mode):
        os.unlink(name, dir_fd=top)
        return
    with suppress(OSError):  # most folders are empty: one call instead of five
        os.rmdir(name, dir_fd=top)
        return
    folder = open_folder(name, top)
    try:
        _restore_rights(folder)
        for child in os.listdir(folder):  # noqa: PTH208
            _require_time(deadline)
            _detach_entry(folder, child, top)
    finally:
        os.close(folder)
    os.rmdir(name, dir_fd=top)


def _require_time(deadline: float) -> None:
    """Raise TimeoutError if *deadline* has passed."""
    if time.monotonic() > deadline:
        raise TimeoutError


def _detach_entry(
    folder: int,
    name: str,
    top: int,
) -> None:
    """Take the entry *name* out of the open *folder*: a folder moves to *top*, under a new name.

    The kernel moves only folders that may be changed [rename(2): EACCES].
    """
    mode = os.lstat(name, dir_fd=folder).st_mode
    if not stat.S_ISDIR(mode):
        os.unlink(name, dir_fd=folder)
        return
    if not _has_all_rights(mode):
        with suppress(OSError):
            _restore_mode(name, folder)
    new_name = f"removed-{os.urandom(8).hex()}"
    os.rename(
        name,
        new_name,
        src_dir_fd=folder,
        dst_dir_fd=top,
    )
