"""Time for the saving thread of a JSON file, under the control of a test."""

from __future__ import annotations

import threading
from typing import Any

PATIENCE = 20
"""Seconds until a test that waits for a thread fails. A test that passes does not wait."""


class ManualTimer(threading.Event):
    """An event whose waits end at the ticks of a test, not with time."""

    def __init__(self) -> None:
        super().__init__()
        self.timeouts: list[float | None] = []
        self._ticks = threading.Semaphore(0)
        self._waiting = threading.Semaphore(0)

    def wait(self, timeout: float | None = None) -> bool:
        self.timeouts.append(timeout)
        self._waiting.release()
        self._ticks.acquire()
        return self.is_set()

    def set(self) -> None:
        super().set()
        self._ticks.release()

    def tick(self) -> None:
        """Let the thread do one round, and return when it waits again."""
        self.start_tick()
        assert self._waiting.acquire(timeout=PATIENCE)
        self._waiting.release()

    def start_tick(self) -> None:
        """Let the thread begin a round as soon as it waits."""
        assert self._waiting.acquire(timeout=PATIENCE)
        self._ticks.release()


class WatchedLock:
    """A reentrant lock that says when the saving thread asks for it."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self.is_requested = threading.Event()

    def __enter__(self) -> None:
        if threading.current_thread().name == "pfg-json-file":
            self.is_requested.set()
        self._lock.acquire()

    def __exit__(self, *exception: Any) -> None:
        self._lock.release()
