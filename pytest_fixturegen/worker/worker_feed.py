"""The frames of one worker; if its child is killed, another child continues.

The new child repeats the piece that the killed one was sending. The part that the reader already
has is dropped, so each byte reaches the reader once. The bytes are equal because records depend on
their index alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack

from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.worker.frames import (
    CLOSE,
    DATA,
    FAILURE,
    MODEL,
    OUTPUT,
    PROGRESS,
    TURN,
    Frame,
    FrameStream,
    build_protocol_error,
    parse_json_object,
)
from pytest_fixturegen.worker.work_share import FIRST_POINT, ResumePoint

log = logging.getLogger(__name__)

KILLING_SIGNALS = frozenset(("SIGKILL", "SIGTERM", "SIGHUP"))
"""Signals that others send. A crash of the target would only happen again."""

MAX_IDLE_RESTARTS = 3
"""Restarts in a row without a finished piece between them."""

MAX_RESTARTS = 100
"""Restarts of one worker: a target that kills itself gets no more."""

StartChild = Callable[[ResumePoint | None], AbstractContextManager[FrameStream]]
"""Starts a child that goes on at a point, or the first child, for which the point is None."""


class FeedProgress:
    """The progress of the reader: the models and pieces that it has got from a worker."""

    def __init__(self) -> None:
        self.models = 0
        self.finished_pieces = 0
        self._point = FIRST_POINT
        self._is_open = False
        self._open_bytes = 0

    @property
    def resume_point(self) -> ResumePoint:
        """Where a new child goes on."""
        return self._point

    def note_frame(self, frame: Frame) -> None:
        """Count a frame that goes to the reader."""
        tag, payload = frame
        model, outputs, pieces = self._point.model, self._point.outputs, self._point.pieces
        if tag == DATA:
            self._open_bytes += len(payload)
        if tag in (DATA, PROGRESS):
            return
        self._open_bytes = 0
        ends_within_output = tag == TURN and self._is_open
        self._is_open = tag == OUTPUT or ends_within_output
        if tag == MODEL:
            self.models += 1
        elif tag == OUTPUT and (place := parse_model_index(frame)) != model:
            self._point = ResumePoint(place)
        elif tag == TURN:
            self.finished_pieces += 1
            self._point = ResumePoint(
                model,
                outputs if ends_within_output else 0,
                pieces + 1,
            )
        elif tag == CLOSE:
            self._point = ResumePoint(
                model,
                outputs + 1,
                pieces,
            )
        elif tag == FAILURE:
            self._point = ResumePoint(model + 1)

    def skip_known(self, feed: FrameStream) -> Iterator[Frame]:
        """Yield the frames of *feed*, from a new child, that the reader has not got."""
        models, open_bytes = self.models, self._open_bytes
        is_reopened = not self._is_open
        for tag, payload in feed:
            if tag == MODEL and models:
                models -= 1
            elif tag == OUTPUT and not is_reopened:
                is_reopened = True
            elif tag == PROGRESS and not is_reopened:
                continue
            elif tag == DATA and open_bytes:
                rest = payload[open_bytes:]
                open_bytes = max(open_bytes - len(payload), 0)
                if rest:
                    yield tag, rest
            elif open_bytes and tag != MODEL:
                raise build_protocol_error("sent other data than the worker that it replaces")
            else:
                yield tag, payload


class WorkerFeed:
    """An iterator of the frames of a worker; :meth:`close` ends its child."""

    def __init__(self, start_child: StartChild) -> None:
        """Start the first child at once: all workers start at the same time."""
        self._start_child = start_child
        self._progress = FeedProgress()
        self._stack = ExitStack()
        self._frames: Iterator[Frame] = self._stack.enter_context(start_child(None))
        self._restarts = 0
        self._idle_restarts = 0
        self._pieces_at_restart = 0

    def __iter__(self) -> Iterator[Frame]:
        return self

    def __next__(self) -> Frame:
        """Return the next frame. Start another child if this one has been killed."""
        while True:
            try:
                frame = next(self._frames)
            except UnsafeImportViolation as error:
                self._restart(error)
                continue
            self._progress.note_frame(frame)
            return frame

    def close(self) -> None:
        """End the child."""
        self._stack.close()

    def _restart(self, error: UnsafeImportViolation) -> None:
        """Start another child; raise *error* if the last one was not killed, or too often."""
        progress = self._progress
        is_idle = progress.finished_pieces == self._pieces_at_restart
        self._idle_restarts = self._idle_restarts + 1 if is_idle else 1
        self._pieces_at_restart = progress.finished_pieces
        self._restarts += 1
        is_killed = error.facts.get("signal") in KILLING_SIGNALS
        is_hopeless = self._idle_restarts > MAX_IDLE_RESTARTS or self._restarts > MAX_RESTARTS
        if is_hopeless or not is_killed:
            raise error
        log.warning(
            "a worker was killed (%s); another one makes the rest of its records",
            error.facts["signal"],
        )
        self.close()
        self._stack = ExitStack()
        feed = self._stack.enter_context(self._start_child(progress.resume_point))
        self._frames = progress.skip_known(feed)


def parse_model_index(output: Frame) -> int:
    """Return the index of the model of *output*; raise if the child did not send an integer."""
    return _parse_integer(output, "place", "sent an output without the index of its model")


def parse_count(model: Frame) -> int:
    """Return the number of outputs of *model*; raise if the child did not send an integer."""
    return _parse_integer(model, "outputs", "sent a model without the number of its outputs")


def _parse_integer(frame: Frame, key: str, fault: str) -> int:
    """Return the integer at *key* of *frame*; raise a protocol error, *fault*, if it is missing."""
    value = parse_json_object(frame[1]).get(key)
    if not isinstance(value, int):
        raise build_protocol_error(fault)
    return value
