"""Which failures of a batch another try may put right, and how long to wait before it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from pytest_fixturegen.config.command_options import DeliveryConfig
from pytest_fixturegen.errors import FixturegenError, PersistError, TransientError
from pytest_fixturegen.persistence.contract import Batch, BatchWriter, PersistenceContext
from pytest_fixturegen.persistence.counts import DeliveryCounter
from pytest_fixturegen.persistence.handler_lifecycle import await_if_needed

Sleep = Callable[[float], Awaitable[object]]

MAX_RETRY_AFTER_SECONDS = 300.0
"""Seconds that a ``Retry-After`` may ask for: beyond that the run ends, to be resumed."""

RETRYABLE_ERRORS: tuple[type[Exception], ...] = (TransientError, ConnectionError, TimeoutError)
"""What any handler may raise to be called again with the same batch."""


def compute_retry_wait(
    tries: int, error: Exception, max_retries: int, retry_wait: float
) -> float | None:
    """Seconds to wait after *tries* of a batch have failed, the last with *error*; None when there is no other try.

    *retry_wait* doubles with each try; what the other side asks for is honoured where that is longer.
    """
    if not isinstance(error, RETRYABLE_ERRORS) or tries > max_retries:
        return None
    asked = getattr(error, "retry_after", None) or 0.0
    return None if asked > MAX_RETRY_AFTER_SECONDS else max(asked, retry_wait * 2 ** (tries - 1))


class RetryingSender:
    """Sends a batch, again where that may help, until *stopping* is set; retries go into *tally*."""

    def __init__(
        self,
        settings: DeliveryConfig,
        counter: DeliveryCounter,
        stop_event: asyncio.Event,
        sleep: Sleep,
    ) -> None:
        self._settings, self._tally, self._stopping, self._sleep = (
            settings,
            counter,
            stop_event,
            sleep,
        )

    async def send_batch(
        self, context: PersistenceContext, batch: Batch, write: BatchWriter
    ) -> object:
        """The receipt of *batch*. Raises PersistError when no try is left or none would help."""
        tries = 0
        while True:
            tries += 1
            try:
                return await await_if_needed(write(batch))
            except Exception as error:
                wait = compute_retry_wait(
                    tries, error, self._settings.max_retries, self._settings.retry_wait
                )
                if wait is None or self._stopping.is_set():
                    raise _build_delivery_error(context, batch, tries, error) from error
            self._tally.retries += 1
            await self._pause_retry(wait)

    async def _pause_retry(self, seconds: float) -> None:
        """Sleep, unless the run is stopped."""
        waits = [
            asyncio.ensure_future(self._sleep(seconds)),
            asyncio.ensure_future(self._stopping.wait()),
        ]
        _, left = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for each in left:
            each.cancel()


def _build_delivery_error(
    context: PersistenceContext, batch: Batch, tries: int, error: Exception
) -> PersistError:
    """What became of *batch*, in words."""
    known = error if isinstance(error, FixturegenError) else _wrap_handler_error(error)
    again = f" in {tries} tries" if tries > 1 else ""
    message = f"Records {batch.start} to {batch.stop - 1} of {context.model} were not delivered{again}: {known.message}"
    place = {"model": context.model, "first": batch.start, "last": batch.stop - 1, "tries": tries}
    hint = known.hint or "Once the other side is well again, --resume sends the rest."
    return PersistError(message, hint=hint, **{**known.facts, **place})


def _wrap_handler_error(error: Exception) -> PersistError:
    """An *error* of the handler's own kind."""
    hint = (
        ""
        if isinstance(error, RETRYABLE_ERRORS)
        else "The words are the handler's; --debug shows where."
    )
    return PersistError(
        f"{type(error).__name__}: {error}", hint=hint, exception=type(error).__name__
    )
