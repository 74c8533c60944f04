"""Delivery of batches to a handler: retries what may succeed, counts only what is acknowledged."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

from pytest_fixturegen.config.command_options import DeliveryConfig
from pytest_fixturegen.errors import EmitError, FixturegenError, MappingError
from pytest_fixturegen.persistence.contract import Batch, PersistenceContext, UnmappedModelError
from pytest_fixturegen.persistence.counts import DeliveryCounter, DeliverySummary
from pytest_fixturegen.persistence.handler_lifecycle import ClosingError, OpenHandler
from pytest_fixturegen.persistence.handler_lookup import Handler
from pytest_fixturegen.persistence.journal import Journal
from pytest_fixturegen.persistence.prefetch import BatchPrefetcher
from pytest_fixturegen.persistence.retries import RetryingSender, Sleep

MODEL_ERRORS = (MappingError, EmitError)
"""Errors that concern one model; the run goes on with the next."""


class Delivery:
    """One run of *handler* over the records of one model after another.

    *on_progress* is called with the counts after each acknowledged batch.
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
        """Prepare a run.

        Without *journal*, nothing is recorded, so that the run cannot be resumed. *sleep* waits for
        seconds between tries.
        """
        self.counter = DeliveryCounter(on_progress)
        self._handler = handler
        self._settings = settings
        self._journal = journal
        self._stop_event = asyncio.Event()
        self._sender = RetryingSender(
            settings,
            self.counter,
            self._stop_event,
            sleep,
        )
        self._prefetcher: BatchPrefetcher | None = None
        self._acknowledgements: set[asyncio.Future[None]] = set()

    @property
    def is_stopped(self) -> bool:
        """Whether the delivery sends nothing more."""
        return self._stop_event.is_set()

    async def deliver_model(
        self,
        context: PersistenceContext,
        lines: Iterable[bytes],
    ) -> None:
        """Deliver *lines*, the records of one model; a dry run only counts them.

        Raises PersistError if a batch is refused, and whatever iterating *lines* raises.
        """
        batches = split_batches(context, lines)
        if self._settings.dry_run:
            for batch in batches:
                self.counter.count_batch(batch)
            return
        acknowledged = self._read_acknowledged(context)
        try:
            session = await self._sender.open_session(
                self._handler, self._add_resume_state(context)
            )
            async with session as handler:
                missing = self.counter.skip_delivered(
                    context,
                    batches,
                    acknowledged,
                    handler.known,
                )
                await self._deliver_batches(context, missing, handler)
        except ClosingError as error:
            raise self.counter.add_summary(error.error) from error.__cause__
        except (*MODEL_ERRORS, UnmappedModelError):
            raise  # the run goes on, and its summary has the counts
        except FixturegenError as error:
            raise self.counter.add_summary(error) from error.__cause__

    def stop(self) -> None:
        """Send nothing more, but wait for batches in flight. Call it within the event loop."""
        self._stop_event.set()
        if self._prefetcher:
            self._prefetcher.stop()

    def _read_acknowledged(self, context: PersistenceContext) -> frozenset[int]:
        """Return the starts of the batches that the journal lists for the model."""
        if self._journal is None:
            return frozenset()
        # A copy: the journal adds to its set while the prefetching thread reads this one.
        return frozenset(self._journal.begin_model(context.model, context.schema_digest))

    def _add_resume_state(self, context: PersistenceContext) -> PersistenceContext:
        """Return *context* with the journal's last receipt, None without a journal."""
        receipt = self._journal.receipt if self._journal else None
        return replace(context, receipt=receipt, resume=self._settings.resume)

    async def _deliver_batches(
        self,
        context: PersistenceContext,
        batches: Iterator[Batch],
        handler: OpenHandler,
    ) -> None:
        """Send *batches*, as many at a time as *handler* accepts.

        After a failure, batches in flight still arrive.
        """
        prefetcher = self._prefetcher = BatchPrefetcher(batches)
        senders = [
            asyncio.ensure_future(self._send_all(context, prefetcher, handler))
            for _ in range(handler.concurrency)
        ]
        try:
            failures = await _gather_failures(senders)
            failures += await _gather_failures(self._acknowledgements)
        finally:
            prefetcher.stop()
        if failures:
            raise failures[0]

    async def _send_all(
        self, context: PersistenceContext, prefetcher: BatchPrefetcher, handler: OpenHandler
    ) -> None:
        """Send batches until *prefetcher* has no more; a failure ends all senders of the model."""
        try:
            while (batch := await prefetcher.take_batch()) is not None:
                with self.counter.track_in_flight():
                    await self._send_batch(context, batch, prefetcher, handler)
        except FixturegenError:
            prefetcher.stop()  # no other sender takes another batch
            raise

    async def _send_batch(
        self,
        context: PersistenceContext,
        batch: Batch,
        prefetcher: BatchPrefetcher,
        handler: OpenHandler,
    ) -> None:
        """Send *batch*, and let its acknowledgement be recorded.

        Concurrent senders do not wait for that.
        """
        receipt = await self._sender.send_batch(
            context,
            batch,
            handler.write,
        )
        acknowledgement = asyncio.ensure_future(
            self._record_acknowledgement(context, batch, receipt)
        )
        self._acknowledgements.add(acknowledgement)
        acknowledgement.add_done_callback(partial(self._finish_acknowledgement, prefetcher))
        # Concurrent senders do not wait for the disk: one fsync then covers several batches.
        if handler.concurrency == 1:
            await acknowledgement

    def _finish_acknowledgement(
        self,
        prefetcher: BatchPrefetcher,
        acknowledgement: asyncio.Future[None],
    ) -> None:
        """Forget a successful acknowledgement; end the run after a failed one."""
        if acknowledgement.cancelled() or acknowledgement.exception():
            prefetcher.stop()
        else:
            self._acknowledgements.discard(acknowledgement)

    async def _record_acknowledgement(
        self, context: PersistenceContext, batch: Batch, receipt: object
    ) -> None:
        """Count *batch* once it is in the journal."""
        with self.counter.track_in_flight():
            if self._journal:
                await self._journal.acknowledge(
                    context.model,
                    batch.start,
                    receipt,
                )
            self.counter.count_batch(batch)


async def _gather_failures(tasks: Iterable[asyncio.Future[None]]) -> list[BaseException]:
    """Wait for all *tasks*, and return the errors of those that failed."""
    results = await asyncio.gather(*tasks, return_exceptions=True)
    return [error for error in results if error is not None]


def split_batches(context: PersistenceContext, lines: Iterable[bytes]) -> Iterator[Batch]:
    """Yield *lines* in batches of ``context.batch_size``; the last may be smaller.

    Batches end at multiples of that size, so those of a range are those of the whole.
    """
    remaining = iter(lines)
    start = context.start
    size = context.batch_size
    while batch_lines := tuple(islice(remaining, size - start % size)):
        stop = start + len(batch_lines)
        yield Batch(
            start,
            batch_lines,
            context.key(start, stop),
        )
        start = stop
