"""An event loop in a background thread, for coroutines that synchronous code waits for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


class LoopThread:
    """Runs awaitables one after the other, always on the same event loop.

    Connections of asynchronous libraries belong to the loop that opened them. A separate thread
    also works if the caller runs within another loop. The thread starts with the first awaitable.
    """

    def __init__(self, name: str) -> None:
        """Use *name* for the thread."""
        self._name = name
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def run(self, awaitable: Awaitable[T]) -> T:
        """Return the result of *awaitable*, or raise what it raises."""
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(
                target=self._loop.run_forever, name=self._name, daemon=True
            )
            self._thread.start()
        return asyncio.run_coroutine_threadsafe(_await(awaitable), self._loop).result()

    def stop(self) -> None:
        """End the thread, if it runs. A later awaitable starts another one."""
        loop, thread = self._loop, self._thread
        self._loop = self._thread = None
        if loop is not None and thread is not None:
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()


async def _await(awaitable: Awaitable[T]) -> T:
    return await awaitable
