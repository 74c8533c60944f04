"""Several children that share one job: their frames in the order in which one child would send them.

Each child speaks of all outputs, and sends its own pieces of them. A piece ends with TURN; the next one is another child's.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from pytest_fixturegen.command_options import ImportConfig
from pytest_fixturegen.sandbox.frames import CLOSE, DATA, OUTPUT, TURN, Frame, as_mapping, broken
from pytest_fixturegen.sandbox.parent import running

END: Frame = (b"", b"")


def useful(workers: int, pieces: int) -> int:
    """How many children *pieces* of work keep busy, of *workers*; 0 stands for one on each core that we may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(workers or cores, pieces))


@contextmanager
def running_together(job: str, request: dict[str, Any], imports: ImportConfig, workers: int) -> Iterator[Iterator[Frame]]:
    """As :func:`running`, on *workers* children, each behind walls of its own."""
    if workers == 1:
        with running(job, request, imports) as feed:
            yield feed
        return
    with ExitStack() as stack:
        feeds = [
            stack.enter_context(running(job, {**request, "worker": [each, workers]}, imports, silent=each > 0))
            for each in range(workers)
        ]
        yield together(feeds, imports.output_limit_mb << 20)


def together(feeds: Sequence[Iterator[Frame]], limit: int) -> Iterator[Frame]:
    """The frames of one child. Raises UnsafeImportViolation when the children disagree, or send more than *limit* bytes."""
    readers, sent = [Reader(feed) for feed in feeds], 0
    for tag, payload in _in_order(readers):
        sent += len(payload)
        if sent > limit:
            raise broken("sent more than it may", hint="Ask for less, or raise --output-limit-mb.")
        yield tag, payload


def _in_order(readers: Sequence[Reader]) -> Iterator[Frame]:
    place, turn = -1, 0
    while (frame := _agreed(readers)) != END:
        yield frame
        if frame[0] != OUTPUT:
            continue
        before, place = place, _place(frame)
        turn = turn if place == before else place
        turn = yield from _output(readers, turn, place)


def _output(readers: Sequence[Reader], turn: int, place: int) -> Generator[Frame, None, int]:
    """What an output holds, piece by piece, and its end; whose turn it is then."""
    while True:
        reader = readers[turn % len(readers)]
        tag, payload = reader.take()
        if tag == TURN:
            turn += 1
            continue
        yield tag, payload
        if tag != DATA:
            others = [each for each in readers if each is not reader]
            _require_closed(others) if tag == CLOSE else _skip(others, place)
            return turn


class Reader:
    """Reads *feed* with a look ahead."""

    def __init__(self, feed: Iterator[Frame]) -> None:
        self._feed = feed
        self._next: Frame | None = None

    def peek(self) -> Frame:
        """The next frame, which stays the next."""
        if self._next is None:
            self._next = next(self._feed, END)
        return self._next

    def take(self) -> Frame:
        """The next frame."""
        frame, self._next = self.peek(), None
        return frame


def _agreed(readers: Sequence[Reader]) -> Frame:
    """The next frame, of which each child has sent its own."""
    first, *others = (reader.take() for reader in readers)
    if any(other[0] != first[0] or (first[0] == OUTPUT and other != first) for other in others):
        raise broken("does not say what its like say")
    return first


def _require_closed(readers: Sequence[Reader]) -> None:
    if any(reader.take()[0] != CLOSE for reader in readers):
        raise broken("does not end where its like end")


def _skip(readers: Sequence[Reader], place: int) -> None:
    """Read over what is left of the model at *place*, which one child has failed at."""
    for reader in readers:
        while (frame := reader.peek()) != END and (frame[0] != OUTPUT or _place(frame) == place):
            reader.take()


def _place(output: Frame) -> int:
    place = as_mapping(output[1]).get("place")
    if not isinstance(place, int):
        raise broken("sent an output that has no place")
    return place
