"""Keeps the child within its time, its memory and its disk, from outside, where it cannot interfere."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path

TICK = 0.03
"""Seconds between two looks."""

DISK = 512 << 20
"""Bytes that the child may lay down in its temporary folder."""

LOOKS_AT_DISK = 10
"""Every so many ticks."""


class Watch:
    """Kills *child* when it is too slow, too large or too greedy; *verdict* says which, and is empty otherwise."""

    def __init__(self, child: subprocess.Popen[bytes], memory: int, scratch: Path) -> None:
        self.verdict = ""
        self.deadline: float | None = None
        self._child, self._memory, self._scratch = child, memory, scratch
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def expect(self, seconds: float | None) -> None:
        """Something must be heard within *seconds*; None: it is not the child that we wait for."""
        self.deadline = None if seconds is None else time.monotonic() + seconds

    def end(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        ticks = 0
        while not self._over.wait(TICK):
            ticks += 1
            self.verdict = self._judged(look_at_disk=ticks % LOOKS_AT_DISK == 0)
            if self.verdict:
                self._child.kill()
                return

    def _judged(self, *, look_at_disk: bool) -> str:
        deadline = self.deadline
        if deadline is not None and time.monotonic() > deadline:
            return "time"
        if self._memory and resident(self._child.pid) > self._memory:
            return "memory"
        if self._memory and look_at_disk and laid_down(self._scratch, self._child.pid) > DISK:
            return "disk"
        return ""


def resident(pid: int) -> int:
    """Bytes of memory that the process occupies, shared ones too; 0 where the system does not say [proc(5): statm]."""
    try:
        with open(f"/proc/{pid}/statm", "rb", 0) as file:  # noqa: PTH123 - thirty times a second
            return int(file.read(100).split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def laid_down(folder: Path, pid: int) -> int:
    """Bytes on the disk below *folder*, and in files that the process holds open but has deleted."""
    total = 0
    for place, _, files in os.walk(folder):
        for name in files:
            with suppress(OSError):
                total += os.lstat(os.path.join(place, name)).st_blocks * 512  # noqa: PTH118 - as above
        if total > DISK:
            return total
    with suppress(OSError):
        for number in os.listdir(f"/proc/{pid}/fd"):  # noqa: PTH208
            with suppress(OSError):
                found = os.stat(f"/proc/{pid}/fd/{number}")  # noqa: PTH116
                total += found.st_blocks * 512 if not found.st_nlink else 0
    return total
