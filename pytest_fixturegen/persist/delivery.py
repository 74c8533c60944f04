"""Hands batches to a handler: tries again what may succeed, and counts only what was acknowledged."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from pytest_fixturegen.errors import FixturegenError, PersistError
from pytest_fixturegen.options import DeliveryConfig
from pytest_fixturegen.persist.contract import Batch, PersistenceContext, Write, digest
from pytest_fixturegen.persist.feed import Feed
from pytest_fixturegen.persist.handlers import Handler
from pytest_fixturegen.persist.journal import Journal
from pytest_fixturegen.persist.opening import ClosingError, Opened, opened, settled
from pytest_fixturegen.persist.retries import PASSING, wait_before

Sleep = Callable[[float], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of a run: *records* and *batches* acknowledged, those *skipped* that an earlier run delivered, *retries*."""

    records: int = 0
    batches: int = 0
    retries: int = 0
    skipped: int = 0


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
        self.on_its_way = 0
        self._handler, self._settings, self._journal = handler, settings, journal
        self._sleep, self._told = sleep, told
        self._feed: Feed | None = None
        self._records = self._batches = self._retries = 0
        self._skipped = 0  # counted in the thread that draws
        self._stopping = asyncio.Event()
        self._acknowledging: set[asyncio.Future[None]] = set()

    @property
    def delivered(self) -> Delivered:
        """What was acknowledged so far."""
        return Delivered(self._records, self._batches, self._retries, self._skipped)

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
                self._count(batch)
            return
        done = self._journal.begin(context.model, digest(dict(context.schema))) if self._journal else set()
        try:
            async with opened(self._handler, self._opening(context)) as handler:
                await self._deliver(context, self._left(found, frozenset(done), handler.known), handler)
        except ClosingError as error:
            raise self._told_how_far(error.error) from error.__cause__
        except FixturegenError as error:
            raise self._told_how_far(error) from error.__cause__

    def stop(self) -> None:
        """Let what is on its way arrive, and send no more. To be called within the loop."""
        self._stopping.set()
        if self._feed:
            self._feed.stop()

    def _opening(self, context: PersistenceContext) -> PersistenceContext:
        receipt = self._journal.receipt if self._journal else None
        return replace(context, receipt=receipt, resume=self._settings.resume)

    def _left(self, found: Iterator[Batch], done: Collection[int], known: Sequence[range]) -> Iterator[Batch]:
        """Those of *found* that were not delivered before."""
        for batch in found:
            if batch.start in done or any(batch.start in each and batch.stop - 1 in each for each in known):
                self._skipped += len(batch)
            else:
                yield batch

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
                with self._arriving():
                    receipt = await self._sent(context, batch, handler.write)
                    noted = asyncio.ensure_future(self._noted(context, batch, receipt))
                    self._acknowledging.add(noted)
                    noted.add_done_callback(partial(self._settle, feed))
                    if handler.concurrency == 1:
                        await noted
        except BaseException:
            feed.stop()
            raise

    @contextmanager
    def _arriving(self) -> Iterator[None]:
        """Something is on its way while the block runs."""
        self.on_its_way += 1
        try:
            yield
        finally:
            self.on_its_way -= 1

    def _settle(self, feed: Feed, noted: asyncio.Future[None]) -> None:
        """Forget an acknowledgement that is done; one that failed ends the run."""
        if noted.cancelled() or noted.exception():
            feed.stop()
        else:
            self._acknowledging.discard(noted)

    async def _noted(self, context: PersistenceContext, batch: Batch, receipt: object) -> None:
        """Count *batch*, once it is in the journal. Where several are sent at once, none waits for that."""
        with self._arriving():
            if self._journal:
                await self._journal.acknowledge(context.model, batch.start, receipt)
            self._count(batch)

    async def _sent(self, context: PersistenceContext, batch: Batch, write: Write) -> object:
        """The receipt of *batch*. Raises PersistError when no try is left or none would help."""
        tries = 0
        while True:
            tries += 1
            try:
                return await settled(write(batch))
            except Exception as error:
                wait = wait_before(tries, error, self._settings.max_retries, self._settings.retry_wait)
                if wait is None or self.stopped:
                    raise _refused(context, batch, tries, error) from error
            self._retries += 1
            await self._pause(wait)

    async def _pause(self, seconds: float) -> None:
        """Sleep, unless the run is stopped."""
        waits = [asyncio.ensure_future(self._sleep(seconds)), asyncio.ensure_future(self._stopping.wait())]
        _, left = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for each in left:
            each.cancel()

    def _count(self, batch: Batch) -> None:
        self._records += len(batch)
        self._batches += 1
        self._told(self.delivered)

    def _told_how_far(self, error: FixturegenError) -> FixturegenError:
        """*error*, which also says what was delivered before it."""
        before = self.delivered
        told = f"{before.records} records were delivered" + (f", {before.skipped} before that" if before.skipped else "")
        error.message = f"{error.message.rstrip('.')}; {told}."
        error.facts |= {"delivered": before.records, "skipped": before.skipped, "retries": before.retries}
        return error


async def _failures(wishes: Iterable[asyncio.Future[None]]) -> list[BaseException]:
    """What went wrong with *wishes*, once all have come to their end."""
    return [each for each in await asyncio.gather(*wishes, return_exceptions=True) if each is not None]


def batches(context: PersistenceContext, lines: Iterable[bytes]) -> Iterator[Batch]:
    """*lines* in batches of the size that *context* says; the last may be smaller."""
    rest, start = iter(lines), 0
    while piece := tuple(islice(rest, context.batch_size)):
        yield Batch(start, piece, context.key(start, start + len(piece)))
        start += len(piece)


def _refused(context: PersistenceContext, batch: Batch, tries: int, error: Exception) -> PersistError:
    """What became of *batch*, in words."""
    known = error if isinstance(error, FixturegenError) else _translated(error)
    again = f" in {tries} tries" if tries > 1 else ""
    message = f"Records {batch.start} to {batch.stop - 1} of {context.model} were not delivered{again}: {known.message}"
    place = {"model": context.model, "first": batch.start, "last": batch.stop - 1, "tries": tries}
    hint = known.hint or "Once the other side is well again, --resume sends the rest."
    return PersistError(message, hint=hint, **{**known.facts, **place})


def _translated(error: Exception) -> PersistError:
    """An *error* of the handler's own kind."""
    hint = "" if isinstance(error, PASSING) else "The words are the handler's; --debug shows where."
    return PersistError(f"{type(error).__name__}: {error}", hint=hint, exception=type(error).__name__)
