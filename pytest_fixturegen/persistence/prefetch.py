"""Reads the next batches in a thread while others are in flight."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import suppress

from pytest_fixturegen.persistence.contract import Batch

MAX_WAITING_BATCHES = 2
"""Batches that may wait. Memory holds these and those in flight, however many records there are."""


class BatchPrefetcher:
    """Reads *source* in a thread, at most *max_waiting* batches ahead.

    It must be created within a running event loop.
    """

    def __init__(
        self,
        source: Iterator[Batch],
        max_waiting: int = MAX_WAITING_BATCHES,
    ) -> None:
        """Start the thread, a daemon: a source that hangs does not keep the process alive."""
        self._source = source
        self._room = threading.Semaphore(max_waiting)
        self._ready: asyncio.Queue[Batch | BaseException | None] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._stopped = False
        threading.Thread(target=self._read_source, daemon=True).start()

    async def take_batch(self) -> Batch | None:
        """Return the next batch, or None at the end and after :meth:`stop`.

        Raises whatever *source* raised.
        """
        item = None if self._stopped else await self._ready.get()
        if isinstance(item, Batch):
            self._room.release()
            return item if not self._stopped else None
        self._ready.put_nowait(None)  # wakes the other senders that wait
        if isinstance(item, BaseException):
            raise item
        return None

    def stop(self) -> None:
        """Give out no more batches, and let the thread end. Call it within the event loop."""
        self._stopped = True
        self._room.release()
        self._ready.put_nowait(None)

    def _read_source(self) -> None:
        """Put each batch into the queue as soon as there is room; runs in the thread.

        The end of the source is None, and an error is passed on to the sender that takes it.
        """
        last: BaseException | None = None
        try:
            for batch in self._source:
                self._room.acquire()
                if self._stopped:
                    return
                self._put_ready(batch)
        except BaseException as error:  # models run here; unless it is passed on, senders wait on
            last = error
        self._put_ready(last)

    def _put_ready(self, item: Batch | BaseException | None) -> None:
        """Hand *item* to the event loop from the thread; a closed loop drops it."""
        with suppress(RuntimeError):  # the loop is closed, so no sender waits
            self._loop.call_soon_threadsafe(self._ready.put_nowait, item)
