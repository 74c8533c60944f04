"""SIGINT and SIGTERM: batches in flight may arrive for two seconds, and no more are sent.

A second signal ends at once.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pytest_fixturegen.errors import FixturegenError, InterruptedRun, TerminatedRun
from pytest_fixturegen.persistence.counts import DeliverySummary
from pytest_fixturegen.persistence.delivery import Delivery

SIGNAL_ERRORS: dict[int, type[FixturegenError]] = {
    signal.SIGINT: InterruptedRun,
    signal.SIGTERM: TerminatedRun,
}

GRACE_SECONDS = 2.0
"""Seconds for the batches in flight after a signal. A destination may never answer."""

TIMER_SIGNALS = (signal.SIGALRM,) if hasattr(signal, "setitimer") else ()
"""The signal of the timer; Windows has none."""


class SignalListener:
    """Stops *delivery* on a signal; *received* is the number of the first signal."""

    def __init__(self, delivery: Delivery) -> None:
        self.received: int | None = None
        self._delivery = delivery

    @contextmanager
    def listen_for_signals(self) -> Iterator[None]:
        """Listen within the block. Python allows that only in the main thread."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        handlers = dict.fromkeys(SIGNAL_ERRORS, self._handle_signal)
        handlers |= dict.fromkeys(TIMER_SIGNALS, self._handle_timer)
        previous = {number: signal.signal(number, handle) for number, handle in handlers.items()}
        try:
            yield
        finally:
            _start_timer(0)
            for number, handler in previous.items():
                signal.signal(number, handler)

    def _handle_signal(
        self,
        number: int,
        frame: FrameType | None,
    ) -> None:
        """Stop the delivery after the batches in flight.

        A second signal, or one with nothing in flight, raises KeyboardInterrupt at once. A timer
        ends the run if the batches do not arrive.
        """
        is_repeated = self.received is not None
        self.received = self.received or number
        if is_repeated or not self._delivery.counter.in_flight:
            raise KeyboardInterrupt
        _start_timer(GRACE_SECONDS)
        asyncio.get_running_loop().call_soon_threadsafe(self._delivery.stop)

    def _handle_timer(
        self,
        number: int,
        frame: FrameType | None,
    ) -> None:
        """End the run if a signal arrived before: the batches in flight have had their time."""
        if self.received is not None:
            raise KeyboardInterrupt


def _start_timer(seconds: float) -> None:
    """Let the system send SIGALRM in *seconds*; 0 stops the timer."""
    if TIMER_SIGNALS:
        signal.setitimer(signal.ITIMER_REAL, seconds)


def build_interruption_error(
    number: int,
    summary: DeliverySummary,
    *,
    is_dry_run: bool = False,
) -> FixturegenError:
    """Return the error for a run that signal *number* stopped after *summary*.

    A dry run has drawn its records and delivered none.
    """
    name = signal.Signals(number).name
    if is_dry_run:
        return SIGNAL_ERRORS[number](
            f"Stopped by {name}: {summary.records} records were drawn, and none was delivered.",
            hint="Repeat the command without --dry-run to deliver them.",
        )
    earlier = f" and {summary.skipped} before" if summary.skipped else ""
    return SIGNAL_ERRORS[number](
        f"Stopped by {name}: {summary.records} records were acknowledged in this run{earlier}.",
        hint="The same command with --resume delivers the rest.",
        delivered=summary.records,
        skipped=summary.skipped,
        retries=summary.retries,
    )
