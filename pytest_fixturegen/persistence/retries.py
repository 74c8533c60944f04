"""Retries: which failures, of a batch or of opening, another try may cure, and when to try."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from pytest_fixturegen._internal.user_code import (
    EscapedError,
    contain_exits,
    format_user_error,
)
from pytest_fixturegen.config.command_options import DeliveryConfig
from pytest_fixturegen.errors import FixturegenError, PersistError, TransientError
from pytest_fixturegen.persistence.contract import (
    Batch,
    BatchWriter,
    PersistenceContext,
    UnmappedModelError,
)
from pytest_fixturegen.persistence.counts import DeliveryCounter
from pytest_fixturegen.persistence.handler_lifecycle import HandlerSession, await_if_needed
from pytest_fixturegen.persistence.handler_lookup import (
    HANDLER_ERROR_HINT,
    Handler,
    build_handler_error,
)

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[object]]

MAX_RETRY_AFTER_SECONDS = 300.0
"""Longest ``Retry-After`` to wait for, in seconds; a longer one ends the run, to be resumed."""

RETRYABLE_ERRORS: tuple[type[Exception], ...] = (TransientError, ConnectionError, TimeoutError)
"""Errors that a handler may raise to get the same batch again."""


def compute_retry_wait(
    tries: int,
    error: Exception,
    max_retries: int,
    retry_wait: float,
) -> float | None:
    """Return the seconds to wait after *tries* failed tries, the last with *error*.

    *retry_wait* doubles with each try; a longer wait that the error asks for is honoured. None
    ends the tries.
    """
    if not isinstance(error, RETRYABLE_ERRORS) or tries > max_retries:
        return None
    requested: float = getattr(error, "retry_after", None) or 0.0
    if requested > MAX_RETRY_AFTER_SECONDS:
        return None
    return max(requested, retry_wait * 2.0 ** (tries - 1))


class RetryingSender:
    """Opens handlers and sends batches, again while that may help and *stop_event* is not set."""

    def __init__(
        self,
        settings: DeliveryConfig,
        counter: DeliveryCounter,
        stop_event: asyncio.Event,
        sleep: Sleep,
    ) -> None:
        """Keep what all batches share; *sleep* waits for seconds, *counter* counts retries."""
        self._settings = settings
        self._counter = counter
        self._stop_event = stop_event
        self._sleep = sleep

    async def send_batch(
        self, context: PersistenceContext, batch: Batch, write: BatchWriter
    ) -> object:
        """Return the receipt of *batch*. Raises PersistError if no try succeeds."""

        async def write_batch() -> object:
            with contain_exits():
                return await await_if_needed(write(batch))

        def build_error(error: Exception, tries: int) -> FixturegenError:
            return _build_delivery_error(context, batch, tries, error)

        return await self._try_repeatedly(write_batch, build_error)

    async def open_session(self, handler: Handler, context: PersistenceContext) -> HandlerSession:
        """Return a session of *handler* that is open.

        Raises PersistError if no try succeeds, UnmappedModelError if the model is passed over.
        """

        async def open_once() -> HandlerSession:
            session = HandlerSession(handler, context)
            await session.open()
            return session

        def build_error(error: Exception, tries: int) -> FixturegenError:
            if isinstance(error, UnmappedModelError):
                return error
            action = f"be opened for {context.model}{_format_tries(tries)}"
            return build_handler_error(handler.name, action, error)

        return await self._try_repeatedly(open_once, build_error)

    async def _try_repeatedly(
        self,
        action: Callable[[], Awaitable[T]],
        build_error: Callable[[Exception, int], FixturegenError],
    ) -> T:
        """Return the result of *action*, which is tried again while that may help.

        Raises what *build_error* makes of the last error and the number of tries.
        """
        tries = 0
        while True:
            tries += 1
            try:
                return await action()
            except Exception as error:  # the handler's own code runs here
                wait = compute_retry_wait(
                    tries, error, self._settings.max_retries, self._settings.retry_wait
                )
                if wait is None or self._stop_event.is_set():
                    raise build_error(error, tries) from error
            self._counter.retries += 1
            await self._pause_retry(wait)

    async def _pause_retry(self, seconds: float) -> None:
        """Wait for *seconds*, or until the run is stopped."""
        waits = [
            asyncio.ensure_future(self._sleep(seconds)),
            asyncio.ensure_future(self._stop_event.wait()),
        ]
        _, pending = await asyncio.wait(
            waits,
            return_when=asyncio.FIRST_COMPLETED,
        )
        for task in pending:
            task.cancel()


def _build_delivery_error(
    context: PersistenceContext,
    batch: Batch,
    tries: int,
    error: Exception,
) -> PersistError:
    """Return the error that names the records of *batch*, the tries and the last *error*."""
    reason = error if isinstance(error, FixturegenError) else _wrap_handler_error(error)
    first, last = batch.start, batch.stop - 1
    return PersistError(
        f"Records {first} to {last} of {context.model} were not delivered{_format_tries(tries)}: "
        f"{reason.message}",
        hint=reason.hint or "When the destination works again, --resume sends the rest.",
        **{**reason.facts, "model": context.model, "first": first, "last": last, "tries": tries},
    )


def _format_tries(tries: int) -> str:
    """Return how many *tries* there were, for a message; empty for one."""
    return f" in {tries} tries" if tries > 1 else ""


def _wrap_handler_error(error: Exception) -> PersistError:
    """Return *error*, of any type, with a hint unless it is a failure of the destination."""
    hint = "" if isinstance(error, RETRYABLE_ERRORS) else HANDLER_ERROR_HINT
    name = error.name if isinstance(error, EscapedError) else type(error).__name__
    return PersistError(
        format_user_error(error),
        hint=hint,
        exception=name,
    )
