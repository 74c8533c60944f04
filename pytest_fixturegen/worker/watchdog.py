"""The watchdog: enforces the child's limits of time, memory and disk from the parent process.

Each limit has its own thread, so that a slow or broken measurement delays no other limit. A
measurement that fails ends the run: a child without a watchdog would have no limits.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.worker import usage
from pytest_fixturegen.worker.budget import TimeBudget

TICK_SECONDS = 0.03
DISK_TICK_SECONDS = 0.1

MAX_TICK_SECONDS = 0.5
"""The most that one tick counts: a parent that was stopped (Ctrl-Z) did not wait meanwhile."""

Check = Callable[[], bool]
"""A function that returns whether the child exceeds a limit."""


class Watchdog:
    """Calls *end_child* once if the child exceeds a limit; ``verdict`` then names the limit.

    The verdict is time, memory, disk or sleep, or "watch" if a measurement failed. *memory* is in
    bytes; 0 switches off all limits but that of time. *scratch* is the child's temporary folder.
    """

    def __init__(  # noqa: PLR0913 - what is watched, by what, and how
        self,
        pid: int,
        budget: TimeBudget,
        memory: int,
        scratch: Path,
        end_child: Callable[[], None],
        *,
        clock: Callable[[], float] = time.monotonic,
        measure_disk: Callable[[str, int, Check], bool] = usage.exceeds_disk_limits,
        measure_sleep: Callable[[int], bool] = usage.is_asleep,
    ) -> None:
        """Start to watch the process *pid*; *clock* returns the time in seconds."""
        self._measure_disk = measure_disk
        self._measure_sleep = measure_sleep
        self.verdict = ""
        self._clock = clock
        self._pid, self._budget = pid, budget
        self._memory, self._scratch = memory, str(scratch)
        self._end_child = end_child
        self._is_over = threading.Event()
        self._lock = threading.Lock()
        self._ticked_at = clock()
        limits: list[tuple[str, Check, float]] = [("time", self._exceeds_time, TICK_SECONDS)]
        if memory:
            limits += [
                ("memory", self._exceeds_memory, TICK_SECONDS),
                ("sleep", self._exceeds_sleep, TICK_SECONDS),
                ("disk", self._exceeds_disk, DISK_TICK_SECONDS),
            ]
        self._threads = [
            threading.Thread(target=self._watch_limit, args=limit, daemon=True) for limit in limits
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Stop watching."""
        self._is_over.set()
        for thread in self._threads:
            thread.join()

    def _watch_limit(
        self,
        limit: str,
        is_exceeded: Check,
        tick: float,
    ) -> None:
        """Check one limit at each tick, and end the child that exceeds it.

        If the check itself fails, nobody watches this limit any longer, so the child must end.
        """
        while (result := attempt(is_exceeded)) is False:
            if self._is_over.wait(tick):
                return
        self._pronounce("watch" if isinstance(result, Raised) else limit)

    def _pronounce(self, limit: str) -> None:
        """Keep the first verdict, and end the child."""
        with self._lock:
            if self.verdict or self._is_over.is_set():
                return
            self.verdict = limit
        self._end_child()

    def _exceeds_time(self) -> bool:
        """Return whether the child has spent its time."""
        now = self._clock()
        passed = min(now - self._ticked_at, MAX_TICK_SECONDS)
        self._ticked_at = now
        return self._budget.spend(passed)

    def _exceeds_sleep(self) -> bool:
        """Return whether the child has slept for longer than it may, one tick after the other."""
        return self._measure_sleep(self._pid) and self._budget.spend_sleep(TICK_SECONDS)

    def _exceeds_memory(self) -> bool:
        """Return whether the child uses more memory than it may."""
        return usage.read_resident_bytes(self._pid) > self._memory

    def _exceeds_disk(self) -> bool:
        """Return whether the child's temporary files are too large, too many or out of sight."""
        return self._measure_disk(
            self._scratch,
            self._pid,
            self._is_over.is_set,
        )
