"""Hands batches to a handler: tries again what may succeed, and counts only what was acknowledged."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

from pytest_fixturegen.config.command_options import DeliveryConfig
from pytest_fixturegen.errors import FixturegenError
from pytest_fixturegen.persistence.contract import Batch, PersistenceContext, compute_digest
from pytest_fixturegen.persistence.counts import DeliveryCounter, DeliverySummary
from pytest_fixturegen.persistence.handler_lifecycle import ClosingError, OpenHandler, open_handler
from pytest_fixturegen.persistence.handler_lookup import Handler
from pytest_fixturegen.persistence.journal import Journal
from pytest_fixturegen.persistence.prefetch import BatchPrefetcher
from pytest_fixturegen.persistence.retries import RetryingSender, Sleep


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
        on_progress: Callable[[DeliverySummary], None] = lambda _: None,
    ) -> None:
        self.tally = DeliveryCounter(on_progress)
        self._handler, self._settings, self._journal = handler, settings, journal
        self._stopping = asyncio.Event()
        self._tries = RetryingSender(settings, self.tally, self._stopping, sleep)
        self._feed: BatchPrefetcher | None = None
        self._acknowledging: set[asyncio.Future[None]] = set()

    @property
    def is_stopped(self) -> bool:
        """Whether nothing more is to be sent."""
        return self._stopping.is_set()

    async def deliver_model(self, context: PersistenceContext, lines: Iterable[bytes]) -> None:
        """Deliver *lines*, all the records of one model, or draw them only in a dry run.

        Raises PersistError for what was refused, and whatever the drawing of *lines* raises.
        """
        found = split_batches(context, lines)
        if self._settings.dry_run:
            for batch in found:
                self.tally.count_batch(batch)
            return
        done = (
            self._journal.begin_model(context.model, compute_digest(dict(context.schema)))
            if self._journal
            else set()
        )
        try:
            async with open_handler(self._handler, self._add_resume_state(context)) as handler:
                await self._deliver_batches(
                    context,
                    self.tally.skip_delivered(found, frozenset(done), handler.known),
                    handler,
                )
        except ClosingError as error:
            raise self.tally.add_summary(error.error) from error.__cause__
        except FixturegenError as error:
            raise self.tally.add_summary(error) from error.__cause__

    def stop(self) -> None:
        """Let what is on its way arrive, and send no more. To be called within the loop."""
        self._stopping.set()
        if self._feed:
            self._feed.stop()

    def _add_resume_state(self, context: PersistenceContext) -> PersistenceContext:
        receipt = self._journal.receipt if self._journal else None
        return replace(context, receipt=receipt, resume=self._settings.resume)

    async def _deliver_batches(
        self, context: PersistenceContext, batches: Iterator[Batch], handler: OpenHandler
    ) -> None:
        """Send *found*, as many batches at a time as *handler* takes. After a failure, what is on its way still arrives."""
        feed = self._feed = BatchPrefetcher(batches)
        senders = [
            asyncio.ensure_future(self._send_all(context, feed, handler))
            for _ in range(handler.concurrency)
        ]
        try:
            failures = await _gather_failures(senders)
            failures += await _gather_failures(self._acknowledging)
        finally:
            feed.stop()
        if failures:
            raise failures[0]

    async def _send_all(
        self, context: PersistenceContext, feed: BatchPrefetcher, handler: OpenHandler
    ) -> None:
        try:
            while (batch := await feed.take_batch()) is not None:
                with self.tally.track_in_flight():
                    receipt = await self._tries.send_batch(context, batch, handler.write)
                    noted = asyncio.ensure_future(
                        self._record_acknowledgement(context, batch, receipt)
                    )
                    self._acknowledging.add(noted)
                    noted.add_done_callback(partial(self._finish_acknowledgement, feed))
                    if handler.concurrency == 1:
                        await noted
        except BaseException:
            feed.stop()
            raise

    def _finish_acknowledgement(
        self, feed: BatchPrefetcher, acknowledgement: asyncio.Future[None]
    ) -> None:
        """Forget an acknowledgement that is done; one that failed ends the run."""
        if acknowledgement.cancelled() or acknowledgement.exception():
            feed.stop()
        else:
            self._acknowledging.discard(acknowledgement)

    async def _record_acknowledgement(
        self, context: PersistenceContext, batch: Batch, receipt: object
    ) -> None:
        """Count *batch*, once it is in the journal. Where several are sent at once, none waits for that."""
        with self.tally.track_in_flight():
            if self._journal:
                await self._journal.acknowledge(context.model, batch.start, receipt)
            self.tally.count_batch(batch)


async def _gather_failures(tasks: Iterable[asyncio.Future[None]]) -> list[BaseException]:
    """What went wrong with *wishes*, once all have come to their end."""
    return [
        each for each in await asyncio.gather(*tasks, return_exceptions=True) if each is not None
    ]


def split_batches(context: PersistenceContext, lines: Iterable[bytes]) -> Iterator[Batch]:
    """*lines* in batches of the size that *context* says; the last may be smaller."""
    rest, start = iter(lines), 0
    while piece := tuple(islice(rest, context.batch_size)):
        yield Batch(start, piece, context.key(start, start + len(piece)))
        start += len(piece)
