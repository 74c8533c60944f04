"""Resource usage of a child: memory and disk.

The watchdog calls these functions many times a second, so they avoid pathlib. The child controls
the content of its folder, so nothing here recurses, and every count has a limit.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

MAX_DISK_BYTES = 512 << 20
"""Bytes that the child may write into its temporary folder."""

MAX_DISK_ENTRIES = 4_000
"""Files and folders that the child may have in its temporary folder."""

ENTRIES_PER_FOLDER = 4
"""Entries that a folder counts as, because removing one may take milliseconds."""

MAX_PATH_CHARACTERS = 2000
"""Characters of a path below the temporary folder. The system takes up to 4096 [limits.h]."""

STAT_BLOCK_BYTES = 512
"""The unit of ``st_blocks``, whatever the file system's own blocks are [stat(2)]."""


class ExcessError(Exception):
    """The temporary files are too many, too large, nested too deep, or cannot be counted."""


class DiskCount:
    """Adds up the entries and bytes of one measurement, and raises ExcessError at the limits."""

    def __init__(self) -> None:
        self._bytes = self._entries = 0

    def add(self, status: os.stat_result) -> None:
        """Add one file or folder."""
        self._bytes += status.st_blocks * STAT_BLOCK_BYTES
        self.add_entries(1)

    def add_entries(self, number: int) -> None:
        """Add *number* entries without bytes."""
        self._entries += number
        if self._bytes > MAX_DISK_BYTES or self._entries > MAX_DISK_ENTRIES:
            raise ExcessError


def read_resident_bytes(pid: int) -> int:
    """Return the resident memory of the process in bytes, shared memory included.

    Return 0 if the system does not offer the figure [proc(5): statm].
    """
    try:
        with open(f"/proc/{pid}/statm", "rb", 0) as file:  # noqa: PTH123
            return int(file.read(100).split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def is_asleep(pid: int) -> bool:
    """Return whether every thread of the process waits for an event, and none for a processor.

    Return False if the system does not tell [proc(5): stat].
    """
    try:
        threads = os.listdir(f"/proc/{pid}/task")  # noqa: PTH208
        return bool(threads) and all(_read_state(pid, thread) == b"S" for thread in threads)
    except OSError:
        return False


def _read_state(pid: int, thread: str) -> bytes:
    """Return the state of a thread; its name, in brackets before, may contain anything."""
    with open(f"/proc/{pid}/task/{thread}/stat", "rb", 0) as file:  # noqa: PTH123
        return file.read(200).rpartition(b")")[2][1:2]


def exceeds_disk_limits(
    folder: str,
    pid: int,
    should_stop: Callable[[], bool],
) -> bool:
    """Return whether the files below *folder*, and deleted ones that *pid* holds, are too much.

    A folder that hides its files from the parent counts as too much. *should_stop* ends a count
    that nobody needs any longer.
    """
    count = DiskCount()
    waiting = [folder]
    try:
        _count_deleted_files(pid, count)
        while waiting and not should_stop():
            waiting += _count_folder(waiting.pop(), count)
            if waiting and len(waiting[-1]) - len(folder) > MAX_PATH_CHARACTERS:
                return True
    except (ExcessError, PermissionError):
        return True
    return False


def _count_folder(folder: str, count: DiskCount) -> list[str]:
    """Add the entries of *folder* to *count*, and return the folders among them."""
    folders = []
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(FileNotFoundError):  # the child has removed it
                count.add(entry.stat(follow_symlinks=False))
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
    count.add_entries(len(folders) * (ENTRIES_PER_FOLDER - 1))
    return folders


def _count_deleted_files(pid: int, count: DiskCount) -> None:
    """Add files that *pid* has deleted but holds open: they fill the disk, too."""
    with suppress(OSError):
        for descriptor in os.listdir(f"/proc/{pid}/fd"):  # noqa: PTH208
            with suppress(OSError):
                status = os.stat(f"/proc/{pid}/fd/{descriptor}")  # noqa: PTH116
                if not status.st_nlink:
                    count.add(status)
