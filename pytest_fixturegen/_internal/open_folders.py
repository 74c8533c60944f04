"""Folders that stay open while files in them are replaced.

Each file is named relative to the handle of its folder, so that nobody can replace a folder on the
way with a link between two steps. Windows has no such handles; there the full paths are used.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pytest_fixturegen._internal import regular_files, tree_removal
from pytest_fixturegen._internal.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """The folder at *path*, and its *handle*, or None if the system has no handles of folders."""

    path: Path
    handle: int | None

    def locate(self, name: str) -> str:
        """Return the file *name* as the functions of :mod:`os` need it for this folder."""
        return str(self.path / name) if self.handle is None else name

    def read_status(self, name: str) -> os.stat_result | None:
        """Return the status of the file *name* itself, not of what a link leads to; None without
        it.
        """
        try:
            return os.stat(
                self.locate(name),
                dir_fd=self.handle,
                follow_symlinks=False,
            )
        except FileNotFoundError:
            return None

    def is_writable(self, name: str) -> bool:
        """Return whether this process may write the file *name*."""
        return os.access(
            self.locate(name),
            os.W_OK,
            dir_fd=self.handle,
        )

    def open_file(
        self,
        name: str,
        flags: int = os.O_RDONLY,
    ) -> int:
        """Return a handle of the regular file *name*; see :func:`regular_files.open_regular`."""
        return regular_files.open_regular(
            self.locate(name),
            flags,
            folder=self.handle,
        )

    def rename(
        self,
        old: str,
        new: str,
    ) -> None:
        """Let the file *old* replace the file *new*."""
        os.replace(
            self.locate(old),
            self.locate(new),
            src_dir_fd=self.handle,
            dst_dir_fd=self.handle,
        )

    def remove(self, name: str) -> None:
        """Remove the file *name* if it exists."""
        with suppress(FileNotFoundError):
            os.unlink(
                self.locate(name),
                dir_fd=self.handle,
            )

    def sync(self) -> None:
        """Force what was renamed to the disk, on systems that can open folders."""
        if self.handle is not None:
            os.fsync(self.handle)


@contextmanager
def open_parent(path: Path) -> Iterator[OpenFolder]:
    """Open the folder of *path*, a path without links; it is created if it is missing.

    Raises:
        OSError: If the folder cannot be created or opened, or if it is a link.
    """
    folder = path.parent
    folder.mkdir(parents=True, exist_ok=True)
    if not tree_removal.CAN_USE_HANDLES:
        yield OpenFolder(folder, None)
        return
    handle = os.open(folder, os.O_RDONLY | tree_removal.FOLDER_FLAGS)
    try:
        yield OpenFolder(folder, handle)
    finally:
        os.close(handle)
