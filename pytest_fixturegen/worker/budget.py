"""The time that a child has left: only progress that the parent can verify adds to it."""

from __future__ import annotations

import math
import threading


class TimeBudget:
    """Seconds of running time that a child has until its next progress.

    The time passes only while the parent waits for the child. The watchdog calls :meth:`spend`
    with the time that has passed, so a stopped parent spends nothing.

    All waits together take at most *total* seconds, however much time progress adds: otherwise a
    child could run without end by announcing more and more models. At most *sleep* of these seconds
    may pass while the child sleeps, so that a child cannot wait by sending a frame now and then.
    """

    def __init__(
        self,
        limit: float,
        total: float = math.inf,
        sleep: float = math.inf,
    ) -> None:
        """Start with *limit* seconds; the child is waited for at once."""
        self.total = total
        self._sleep_left = sleep
        self._limit = limit
        self._remaining = limit
        self._spent = 0.0
        self._is_waiting = True
        self._lock = threading.Lock()

    @property
    def is_total_spent(self) -> bool:
        """Whether all waits together have taken their total."""
        return self.total - self._spent <= 0

    def start_waiting(self) -> None:
        """Let the time pass: the parent waits for a frame."""
        self._is_waiting = True

    def stop_waiting(self) -> None:
        """Stop the time: the parent works on a frame, which may take as long as it likes."""
        self._is_waiting = False

    def spend(self, seconds: float) -> bool:
        """Take off *seconds* if the parent waits, and return whether nothing is left."""
        with self._lock:
            if self._is_waiting:
                self._remaining -= seconds
                self._spent += seconds
            return min(self._remaining, self.total - self._spent) <= 0

    def spend_sleep(self, seconds: float) -> bool:
        """Take *seconds* that the child has slept off its sleep; return whether nothing is left."""
        with self._lock:
            if self._is_waiting:
                self._sleep_left -= seconds
            return self._sleep_left <= 0

    def extend(self, share: float) -> None:
        """Add *share* of the limit for progress; there is never more than the limit."""
        with self._lock:
            self._remaining = min(self._remaining + share * self._limit, self._limit)

    def shorten(self, seconds: float) -> None:
        """Leave at most *seconds*."""
        with self._lock:
            self._remaining = min(self._remaining, seconds)
