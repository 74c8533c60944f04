"""Hands batches to a handler: tries again what may succeed, and counts only what was acknowledged."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

from pytest_fixturegen.command_options import DeliveryConfig
from pytest_fixturegen.errors import FixturegenError
from pytest_fixturegen.persist.contract import Batch, PersistenceContext, digest
from pytest_fixturegen.persist.feed import Feed
from pytest_fixturegen.persist.handlers import Handler
from pytest_fixturegen.persist.journal import Journal
from pytest_fixturegen.persist.opening import ClosingError, Opened, opened
from pytest_fixturegen.persist.retries import Sleep, Tries
from pytest_fixturegen.persist.tally import Delivered, Tally


class Delivery:
    """One run of *handler* over the records of one model after another.

    *told* is called with the count so far after each acknowledgement.
    """

    def __init__(
        self,
        handler: Handler,
        settings: DeliveryConfig,
        journal: Journal | None = None,
        *,
        sleep: Sleep = asyncio.sleep,
        told: Callable[[Delivered], None] = lambda _: None,
    ) -> None:
        self.tally = Tally(told)
        self._handler, self._settings, self._journal = handler, settings, journal
        self._stopping = asyncio.Event()
        self._tries = Tries(settings, self.tally, self._stopping, sleep)
        self._feed: Feed | None = None
        self._acknowledging: set[asyncio.Future[None]] = set()

    @property
    def stopped(self) -> bool:
        """Whether nothing more is to be sent."""
        return self._stopping.is_set()

    async def model(self, context: PersistenceContext, lines: Iterable[bytes]) -> None:
        """Deliver *lines*, all the records of one model, or draw them only in a dry run.

        Raises PersistError for what was refused, and whatever the drawing of *lines* raises.
        """
        found = batches(context, lines)
        if self._settings.dry_run:
            for batch in found:
                self.tally.count(batch)
            return
        done = self._journal.begin(context.model, digest(dict(context.schema))) if self._journal else set()
        try:
            async with opened(self._handler, self._opening(context)) as handler:
                await self._deliver(context, self.tally.left(found, frozenset(done), handler.known), handler)
        except ClosingError as error:
            raise self.tally.told_by(error.error) from error.__cause__
        except FixturegenError as error:
            raise self.tally.told_by(error) from error.__cause__

    def stop(self) -> None:
        """Let what is on its way arrive, and send no more. To be called within the loop."""
        self._stopping.set()
        if self._feed:
            self._feed.stop()

    def _opening(self, context: PersistenceContext) -> PersistenceContext:
        receipt = self._journal.receipt if self._journal else None
        return replace(context, receipt=receipt, resume=self._settings.resume)

    async def _deliver(self, context: PersistenceContext, found: Iterator[Batch], handler: Opened) -> None:
        """Send *found*, as many batches at a time as *handler* takes. After a failure, what is on its way still arrives."""
        feed = self._feed = Feed(found)
        senders = [asyncio.ensure_future(self._send_all(context, feed, handler)) for _ in range(handler.concurrency)]
        try:
            failures = await _failures(senders)
            failures += await _failures(self._acknowledging)
        finally:
            feed.stop()
        if failures:
            raise failures[0]

    async def _send_all(self, context: PersistenceContext, feed: Feed, handler: Opened) -> None:
        try:
            while (batch := await feed.take()) is not None:
                with self.tally.arriving():
                    receipt = await self._tries.send(context, batch, handler.write)
                    noted = asyncio.ensure_future(self._noted(context, batch, receipt))
                    self._acknowledging.add(noted)
                    noted.add_done_callback(partial(self._settle, feed))
                    if handler.concurrency == 1:
                        await noted
        except BaseException:
            feed.stop()
            raise

    def _settle(self, feed: Feed, noted: asyncio.Future[None]) -> None:
        """Forget an acknowledgement that is done; one that failed ends the run."""
        if noted.cancelled() or noted.exception():
            feed.stop()
        else:
            self._acknowledging.discard(noted)

    async def _noted(self, context: PersistenceContext, batch: Batch, receipt: object) -> None:
        """Count *batch*, once it is in the journal. Where several are sent at once, none waits for that."""
        with self.tally.arriving():
            if self._journal:
                await self._journal.acknowledge(context.model, batch.start, receipt)
            self.tally.count(batch)


async def _failures(wishes: Iterable[asyncio.Future[None]]) -> list[BaseException]:
    """What went wrong with *wishes*, once all have come to their end."""
    return [each for each in await asyncio.gather(*wishes, return_exceptions=True) if each is not None]


def batches(context: PersistenceContext, lines: Iterable[bytes]) -> Iterator[Batch]:
    """*lines* in batches of the size that *context* says; the last may be smaller."""
    rest, start = iter(lines), 0
    while piece := tuple(islice(rest, context.batch_size)):
        yield Batch(start, piece, context.key(start, start + len(piece)))
        start += len(piece)
