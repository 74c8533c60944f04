"""Worker threads: requests that may take long run beside the event loop.

A store has one lock. A request that waits for it, or that reads a table, would block every other
connection if it ran in the event loop. A change of thread costs about 50 microseconds of CPU, as
much as reading a record, so cheap reads stay in the loop while the lock is free.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from starlette.requests import Request

from pytest_fixturegen.store.store import Store

T = TypeVar("T")

THREADS = 32
"""Threads for reads of single records, and as many for everything else.

Writers that wait for the lock cannot take the threads of the readers, which may need no lock.
"""

SHORT_PAGE = 100
"""Records of a page that is read in the event loop: some 2 ms."""

PAGE_PARAMETERS = frozenset(("limit", "page", "offset"))
"""Parameters of a query that choose a page and need no scan of the records."""

LOCAL_ADAPTERS = ("memory", "sqlite", "json-file")
"""Adapters that read a record within microseconds."""


class WorkerThreads:
    """The threads that one running server shares among its requests."""

    def __init__(self) -> None:
        """Start no thread yet: the pools grow with the requests."""
        self._readers = ThreadPoolExecutor(THREADS, "pfg-reader")
        self._workers = ThreadPoolExecutor(THREADS, "pfg-worker")

    async def run(
        self,
        function: Callable[[], T],
        *,
        is_cheap: bool,
    ) -> T:
        """Return the result of *function*, which runs in a thread."""
        pool = self._readers if is_cheap else self._workers
        return await asyncio.get_running_loop().run_in_executor(pool, function)

    def close(self) -> None:
        """Let the threads end as soon as they have finished their requests."""
        for pool in (self._readers, self._workers):
            pool.shutdown(wait=False, cancel_futures=True)


def run_to_end(coroutine: Coroutine[Any, Any, T]) -> T:
    """Return the result of *coroutine*, which must not wait for anything."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        result: T = stop.value
        return result
    coroutine.close()
    raise RuntimeError("The application waits for an event loop.")


def _is_short_page(request: Request) -> bool:
    """Return whether the query of *request* only chooses a page of at most SHORT_PAGE records."""
    query = request.query_params
    limit = query.get("limit", "")
    is_short = "limit" not in query or (limit.isdecimal() and int(limit[:9]) <= SHORT_PAGE)
    return is_short and query.keys() <= PAGE_PARAMETERS


def is_cheap_read(
    request: Request,
    parts: tuple[str, ...],
    store: Store,
) -> bool:
    """Return whether *request* reads one record, or one short page without conditions."""
    is_read = request.method in ("GET", "HEAD") and _is_short_page(request)
    is_resource = len(parts) in (1, 2) and any(
        each.name == parts[0] for each in store.schema.resources
    )
    return is_read and is_resource and store.is_open
