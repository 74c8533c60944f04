"""SIGINT and SIGTERM: what is on its way arrives, and no more is sent. A second one does not wait."""

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


class SignalListener:
    """Hears signals for *delivery*. *heard*: the number of the first one."""

    def __init__(self, delivery: Delivery) -> None:
        self.heard: int | None = None
        self._delivery = delivery

    @contextmanager
    def listen_for_signals(self) -> Iterator[None]:
        """Within the block a signal stops the delivery. In another thread than the main one, signals are left alone."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self._handle_signal) for number in SIGNAL_ERRORS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _handle_signal(self, number: int, frame: FrameType | None) -> None:
        again, self.heard = self.heard is not None, self.heard or number
        if again or not self._delivery.tally.on_its_way:
            raise KeyboardInterrupt
        asyncio.get_running_loop().call_soon_threadsafe(self._delivery.stop)


def build_interruption_error(number: int, summary: DeliverySummary) -> FixturegenError:
    """The error that says how far a run came until signal *number*."""
    before = f" and {summary.skipped} before" if summary.skipped else ""
    return SIGNAL_ERRORS[number](
        f"Stopped by {signal.Signals(number).name}: {summary.records} records were acknowledged in this run{before}.",
        hint="The same command with --resume delivers the rest.",
        delivered=summary.records,
        skipped=summary.skipped,
        retries=summary.retries,
    )
