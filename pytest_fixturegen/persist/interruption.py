"""SIGINT and SIGTERM: what is on its way arrives, and no more is sent. A second one does not wait."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pytest_fixturegen.errors import FixturegenError, InterruptedRun, TerminatedRun
from pytest_fixturegen.persist.delivery import Delivery
from pytest_fixturegen.persist.tally import Delivered

KINDS: dict[int, type[FixturegenError]] = {signal.SIGINT: InterruptedRun, signal.SIGTERM: TerminatedRun}


class Interruption:
    """Hears signals for *delivery*. *heard*: the number of the first one."""

    def __init__(self, delivery: Delivery) -> None:
        self.heard: int | None = None
        self._delivery = delivery

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Within the block a signal stops the delivery. In another thread than the main one, signals are left alone."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self._hear) for number in KINDS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        again, self.heard = self.heard is not None, self.heard or number
        if again or not self._delivery.tally.on_its_way:
            raise KeyboardInterrupt
        asyncio.get_running_loop().call_soon_threadsafe(self._delivery.stop)


def interrupted(number: int, delivered: Delivered) -> FixturegenError:
    """The error that says how far a run came until signal *number*."""
    before = f" and {delivered.skipped} before" if delivered.skipped else ""
    return KINDS[number](
        f"Stopped by {signal.Signals(number).name}: {delivered.records} records were acknowledged in this run{before}.",
        hint="The same command with --resume delivers the rest.",
        delivered=delivered.records,
        skipped=delivered.skipped,
        retries=delivered.retries,
    )
