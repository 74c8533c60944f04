"""Keeps the child within its time, its memory and its disk, from outside, where it cannot interfere."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path

TICK_SECONDS = 0.03
"""Seconds between two looks."""

MAX_DISK_BYTES = 512 << 20
"""Bytes that the child may lay down in its temporary folder."""

TICKS_PER_DISK_CHECK = 10
"""Every so many ticks."""


class Watchdog:
    """Kills *child* when it is too slow, too large or too greedy; *verdict* says which, and is empty otherwise."""

    def __init__(self, child: subprocess.Popen[bytes], memory: int, scratch: Path) -> None:
        self.verdict = ""
        self.deadline: float | None = None
        self._child, self._memory, self._scratch = child, memory, scratch
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch_child, daemon=True)
        self._thread.start()

    def expect_within(self, seconds: float | None) -> None:
        """Something must be heard within *seconds*; None: it is not the child that we wait for."""
        self.deadline = None if seconds is None else time.monotonic() + seconds

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _watch_child(self) -> None:
        ticks = 0
        while not self._over.wait(TICK_SECONDS):
            ticks += 1
            self.verdict = self._find_exceeded_limit(with_disk=ticks % TICKS_PER_DISK_CHECK == 0)
            if self.verdict:
                self._child.kill()
                return

    def _find_exceeded_limit(self, *, with_disk: bool) -> str:
        deadline = self.deadline
        if deadline is not None and time.monotonic() > deadline:
            return "time"
        if self._memory and read_resident_bytes(self._child.pid) > self._memory:
            return "memory"
        if (
            self._memory
            and with_disk
            and measure_disk_bytes(self._scratch, self._child.pid) > MAX_DISK_BYTES
        ):
            return "disk"
        return ""


def read_resident_bytes(pid: int) -> int:
    """Bytes of memory that the process occupies, shared ones too; 0 where the system does not say [proc(5): statm]."""
    try:
        with open(f"/proc/{pid}/statm", "rb", 0) as file:  # noqa: PTH123 - thirty times a second
            return int(file.read(100).split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def measure_disk_bytes(folder: Path, pid: int) -> int:
    """Bytes on the disk below *folder*, and in files that the process holds open but has deleted."""
    total = 0
    for place, _, files in os.walk(folder):
        for name in files:
            with suppress(OSError):
                total += os.lstat(os.path.join(place, name)).st_blocks * 512  # noqa: PTH118 - as above
        if total > MAX_DISK_BYTES:
            return total
    with suppress(OSError):
        for number in os.listdir(f"/proc/{pid}/fd"):  # noqa: PTH208
            with suppress(OSError):
                found = os.stat(f"/proc/{pid}/fd/{number}")  # noqa: PTH116
                total += found.st_blocks * 512 if not found.st_nlink else 0
    return total
