"""Draws the next batches while one is on its way."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import suppress

from pytest_fixturegen.persistence.contract import Batch

MAX_WAITING_BATCHES = 2
"""How many batches may wait: memory holds these and what is on its way, however many records there are."""


class BatchPrefetcher:
    """Reads *source* in a thread, at most AHEAD batches more than were taken. Made within a running loop."""

    def __init__(self, source: Iterator[Batch], max_waiting: int = MAX_WAITING_BATCHES) -> None:
        self._source = source
        self._room = threading.Semaphore(max_waiting)
        self._ready: asyncio.Queue[Batch | BaseException | None] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._stopped = False
        threading.Thread(target=self._read_source, daemon=True).start()

    async def take_batch(self) -> Batch | None:
        """The next batch; None at the end, and after :meth:`stop`. Raises what *source* raised."""
        found = None if self._stopped else await self._ready.get()
        if isinstance(found, Batch):
            self._room.release()
            return found if not self._stopped else None
        self._ready.put_nowait(None)  # for whoever else is waiting
        if isinstance(found, BaseException):
            raise found
        return None

    def stop(self) -> None:
        """Give out no more, and let the thread end. To be called within the loop."""
        self._stopped = True
        self._room.release()
        self._ready.put_nowait(None)

    def _read_source(self) -> None:
        last: BaseException | None = None
        try:
            for batch in self._source:
                self._room.acquire()
                if self._stopped:
                    return
                self._put_ready(batch)
        except BaseException as error:
            last = error
        self._put_ready(last)

    def _put_ready(self, item: Batch | BaseException | None) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody waits
            self._loop.call_soon_threadsafe(self._ready.put_nowait, item)
