"""The watchdog: it keeps the child within its time, memory and disk, out of the child's reach."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path

TICK_SECONDS = 0.03
TICKS_PER_DISK_CHECK = 10

MAX_DISK_BYTES = 512 << 20
"""Bytes that the child may write into its temporary folder."""

STAT_BLOCK_BYTES = 512
"""The unit of ``st_blocks``, whatever the file system's own blocks are [stat(2)]."""


class Watchdog:
    """Kills *child* if it exceeds a limit; ``verdict`` then says which: time, memory or disk.

    *memory* is in bytes; 0 switches off the limits of memory and disk. *scratch* is the child's
    temporary folder.
    """

    def __init__(
        self,
        child: subprocess.Popen[bytes],
        memory: int,
        scratch: Path,
    ) -> None:
        """Start to watch *child*; *memory* is its limit in bytes, and 0 means none."""
        self.verdict = ""
        self.deadline: float | None = None
        self._child, self._memory, self._scratch = child, memory, scratch
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._watch_child, daemon=True)
        self._thread.start()

    def expect_within(self, seconds: float | None) -> None:
        """Set the time that the child has for its next frame; None while nobody waits for it."""
        self.deadline = None if seconds is None else time.monotonic() + seconds

    def stop(self) -> None:
        """Stop watching."""
        self._is_over.set()
        self._thread.join()

    def _watch_child(self) -> None:
        """Check the limits at each tick, and kill the child that exceeds one."""
        ticks = 0
        while not self._is_over.wait(TICK_SECONDS):
            ticks += 1
            self.verdict = self._find_exceeded_limit(with_disk=ticks % TICKS_PER_DISK_CHECK == 0)
            if self.verdict:
                self._child.kill()
                return

    def _find_exceeded_limit(self, *, with_disk: bool) -> str:
        """Return the limit that the child exceeds, or an empty string.

        Without a memory limit, only the time is limited. The disk is slower to measure, so that
        callers check it with *with_disk* at some ticks only.
        """
        deadline = self.deadline
        if deadline is not None and time.monotonic() > deadline:
            return "time"
        if not self._memory:
            return ""
        if read_resident_bytes(self._child.pid) > self._memory:
            return "memory"
        if with_disk and measure_disk_bytes(self._scratch, self._child.pid) > MAX_DISK_BYTES:
            return "disk"
        return ""


# The functions below run up to thirty times a second, so they avoid pathlib.


def read_resident_bytes(pid: int) -> int:
    """Return the resident memory of the process in bytes, shared memory included.

    Return 0 if the system does not offer the figure [proc(5): statm].
    """
    try:
        with open(f"/proc/{pid}/statm", "rb", 0) as file:  # noqa: PTH123
            return int(file.read(100).split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def measure_disk_bytes(folder: Path, pid: int) -> int:
    """Return the bytes on disk below *folder* and in deleted files that the process holds open.

    Stop counting above MAX_DISK_BYTES.
    """
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):  # the child has removed it
                status = os.lstat(os.path.join(parent, name))  # noqa: PTH118
                total += status.st_blocks * STAT_BLOCK_BYTES
        if total > MAX_DISK_BYTES:
            return total
    return total + _measure_deleted_files(pid)


def _measure_deleted_files(pid: int) -> int:
    """Return the bytes of files that *pid* has deleted but holds open; they fill the disk too."""
    total = 0
    with suppress(OSError):
        for descriptor in os.listdir(f"/proc/{pid}/fd"):  # noqa: PTH208
            with suppress(OSError):
                status = os.stat(f"/proc/{pid}/fd/{descriptor}")  # noqa: PTH116
                if not status.st_nlink:
                    total += status.st_blocks * STAT_BLOCK_BYTES
    return total
