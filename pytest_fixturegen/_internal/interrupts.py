"""Ctrl-C during imports: it waits until the import has ended.

A KeyboardInterrupt that is raised within the import system may be dropped (locks of modules are
released in callbacks, whose exceptions Python ignores), or leave a module half imported.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

TYPE_CHECKING = False  # "typing" costs more to import than this module
if TYPE_CHECKING:
    from types import FrameType


@contextmanager
def defer_interrupts() -> Iterator[None]:
    """Raise KeyboardInterrupt for a SIGINT that arrives within the block after the block.

    A second SIGINT raises it at once. A signal that is ignored, or that has another handler than
    Python's, is left alone.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    received: list[int] = []

    def remember_signal(number: int, frame: FrameType | None) -> None:
        """Remember the first signal, and interrupt the block at the second."""
        received.append(number)
        if len(received) > 1:
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, remember_signal)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if received:
        raise KeyboardInterrupt
