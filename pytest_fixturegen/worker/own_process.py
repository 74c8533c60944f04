"""Jobs on documents, which run no code of the user: a thread of this process does them."""

from __future__ import annotations

import importlib
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.worker.frames import END, Frame, FrameSender, FrameStream

MAX_WAITING_FRAMES = 64
"""Frames that wait for their reader; the job waits, too, when there are more."""


class QueueSender(FrameSender):
    """Hands frames over to a reader in the same process."""

    def __init__(self) -> None:
        self._frames: queue.Queue[Frame | BaseException] = queue.Queue(MAX_WAITING_FRAMES)
        self._is_closed = False

    def send(
        self,
        tag: bytes,
        payload: bytes = b"",
    ) -> None:
        """Hand over one frame. Raise BrokenPipeError if nobody reads any more."""
        if self._is_closed:
            raise BrokenPipeError
        self._frames.put((tag, payload))

    def send_end(
        self,
        error: BaseException | None,
    ) -> None:
        """Hand over the end of the job, or the *error* that ended it."""
        if not self._is_closed:
            self._frames.put(error or (END, b""))

    def flush(self) -> None:
        """Do nothing: frames are not buffered."""

    def read_frames(self) -> FrameStream:
        """Yield the frames up to the end. Raise the error of the job."""
        while True:
            frame = self._frames.get()
            if isinstance(frame, BaseException):
                raise frame
            if frame[0] == END:
                return
            yield frame

    def close(self) -> None:
        """End the job: the next frame that it hands over raises an error in it."""
        self._is_closed = True
        while not self._frames.empty():
            self._frames.get_nowait()


@contextmanager
def run_here(
    job: str,
    request: dict[str, Any],
) -> Iterator[FrameStream]:
    """Run *job*, a ``module:function``, in a thread, and yield an iterator of its frames.

    *request* holds its arguments. The iterator raises the error that ends the job.
    """
    sender = QueueSender()
    thread = threading.Thread(
        target=_run_job,
        args=(sender, job, request),
        daemon=True,
    )
    thread.start()
    try:
        yield sender.read_frames()
    finally:
        sender.close()


def _run_job(
    sender: QueueSender,
    job: str,
    request: dict[str, Any],
) -> None:
    """Run *job*, and hand over how it ended."""
    module, _, name = job.partition(":")
    function = getattr(importlib.import_module(module), name)
    result = attempt(
        partial(
            function,
            sender,
            **request,
        )
    )
    # The error is raised again in the thread that reads the frames.
    sender.send_end(result.error if isinstance(result, Raised) else None)
