"""Several children that share one job: their frames in the order in which one child would send them.

Each child speaks of all outputs, and sends its own pieces of them. A piece ends with TURN; the next one is another child's.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.worker.frames import (
    CLOSE,
    DATA,
    OUTPUT,
    TURN,
    Frame,
    build_protocol_error,
    parse_json_object,
)
from pytest_fixturegen.worker.process import run_child

END_OF_FRAMES: Frame = (b"", b"")


def choose_worker_count(workers: int, pieces: int) -> int:
    """How many children *pieces* of work keep busy, of *workers*; 0 stands for one on each core that we may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(workers or cores, pieces))


@contextmanager
def run_children(
    job: str, request: dict[str, Any], imports: ImportConfig, workers: int
) -> Iterator[Iterator[Frame]]:
    """As :func:`running`, on *workers* children, each behind walls of its own."""
    if workers == 1:
        with run_child(job, request, imports) as feed:
            yield feed
        return
    with ExitStack() as stack:
        feeds = [
            stack.enter_context(
                run_child(job, {**request, "worker": [each, workers]}, imports, is_silent=each > 0)
            )
            for each in range(workers)
        ]
        yield merge_feeds(feeds, imports.output_limit_mb << 20)


def merge_feeds(feeds: Sequence[Iterator[Frame]], limit: int) -> Iterator[Frame]:
    """The frames of one child. Raises UnsafeImportViolation when the children disagree, or send more than *limit* bytes."""
    readers, sent = [FrameReader(feed) for feed in feeds], 0
    for tag, payload in _merge_in_order(readers):
        sent += len(payload)
        if sent > limit:
            raise build_protocol_error(
                "sent more than it may", hint="Ask for less, or raise --output-limit-mb."
            )
        yield tag, payload


def _merge_in_order(readers: Sequence[FrameReader]) -> Iterator[Frame]:
    place, turn = -1, 0
    while (frame := _take_agreed(readers)) != END_OF_FRAMES:
        yield frame
        if frame[0] != OUTPUT:
            continue
        before, place = place, _parse_model_index(frame)
        turn = turn if place == before else place
        turn = yield from _read_output(readers, turn, place)


def _read_output(
    readers: Sequence[FrameReader], turn: int, model_index: int
) -> Generator[Frame, None, int]:
    """What an output holds, piece by piece, and its end; whose turn it is then."""
    while True:
        reader = readers[turn % len(readers)]
        tag, payload = reader.take_frame()
        if tag == TURN:
            turn += 1
            continue
        yield tag, payload
        if tag != DATA:
            others = [each for each in readers if each is not reader]
            _require_closed(others) if tag == CLOSE else _skip_model(others, model_index)
            return turn


class FrameReader:
    """Reads *feed* with a look ahead."""

    def __init__(self, feed: Iterator[Frame]) -> None:
        self._feed = feed
        self._next: Frame | None = None

    def peek_frame(self) -> Frame:
        """The next frame, which stays the next."""
        if self._next is None:
            self._next = next(self._feed, END_OF_FRAMES)
        return self._next

    def take_frame(self) -> Frame:
        """The next frame."""
        frame, self._next = self.peek_frame(), None
        return frame


def _take_agreed(readers: Sequence[FrameReader]) -> Frame:
    """The next frame, of which each child has sent its own."""
    first, *others = (reader.take_frame() for reader in readers)
    if any(other[0] != first[0] or (first[0] == OUTPUT and other != first) for other in others):
        raise build_protocol_error("does not say what its like say")
    return first


def _require_closed(readers: Sequence[FrameReader]) -> None:
    if any(reader.take_frame()[0] != CLOSE for reader in readers):
        raise build_protocol_error("does not end where its like end")


def _skip_model(readers: Sequence[FrameReader], model_index: int) -> None:
    """Read over what is left of the model at *place*, which one child has failed at."""
    for reader in readers:
        while (frame := reader.peek_frame()) != END_OF_FRAMES and (
            frame[0] != OUTPUT or _parse_model_index(frame) == model_index
        ):
            reader.take_frame()


def _parse_model_index(output: Frame) -> int:
    place = parse_json_object(output[1]).get("place")
    if not isinstance(place, int):
        raise build_protocol_error("sent an output that has no place")
    return place
