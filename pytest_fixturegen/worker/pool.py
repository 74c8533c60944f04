"""Several children that share one job.

Each child sends its own pieces of the work. A piece ends with TURN; the next child sends the next
one. The parent merges the frames into the order of a single child.

A piece is a part of an output, which all children announce, or a shard: the whole outputs of a
range of records, which only one child knows.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from functools import partial
from typing import Any

from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.worker.frames import (
    CLOSE,
    DATA,
    FAILURE,
    FILE,
    MODEL,
    OUTPUT,
    TURN,
    Frame,
    FrameStream,
    build_protocol_error,
)
from pytest_fixturegen.worker.ledger import find_rules
from pytest_fixturegen.worker.limits import build_size_error
from pytest_fixturegen.worker.process import run_child
from pytest_fixturegen.worker.work_share import ResumePoint
from pytest_fixturegen.worker.worker_feed import WorkerFeed, parse_count, parse_model_index

END_OF_FRAMES: Frame = (b"", b"")


@contextmanager
def run_children(
    job: str,
    request: dict[str, Any],
    imports: ImportConfig,
    workers: int,
) -> Iterator[FrameStream]:
    """Run *job* as :func:`run_child` does, on *workers* children, each in its own sandbox.

    They share it as the rules of the job say. If one of several is killed, another one makes the
    rest of its share.
    """
    if workers == 1:
        with run_child(
            job,
            request,
            imports,
        ) as feed:
            yield feed
        return
    with ExitStack() as stack:
        feeds = []
        for worker in range(workers):
            start_child = partial(_start_child, job, request, imports, (worker, workers))
            feeds.append(stack.enter_context(closing(WorkerFeed(start_child))))
        by_shard = find_rules(job.rpartition(":")[2]).is_by_shard
        yield merge_feeds(feeds, imports.output_limit_mb << 20, by_shard=by_shard)


def _start_child(
    job: str,
    request: dict[str, Any],
    imports: ImportConfig,
    worker: tuple[int, int],
    resume: ResumePoint | None,
) -> AbstractContextManager[FrameStream]:
    """Return the context of the frames of a child, which is the number and count *worker*.

    It goes on at *resume* if it replaces a killed child.
    """
    worker_request = {**request, "worker": worker}
    if resume is not None:
        worker_request["resume"] = [resume.model, resume.outputs, resume.pieces]
    return run_child(
        job,
        worker_request,
        imports,
        is_silent=worker[0] > 0 or resume is not None,
    )


def merge_feeds(
    feeds: Sequence[FrameStream],
    limit: int,
    *,
    by_shard: bool = False,
) -> FrameStream:
    """Yield the frames that a single child would send.

    Raise UnsafeImportViolation if the children disagree, or send more than *limit* bytes together.
    """
    sent_bytes = 0
    merge = _merge_shards if by_shard else _merge_pieces
    for tag, payload in merge([FrameReader(feed) for feed in feeds]):
        sent_bytes += len(payload)
        if sent_bytes > limit:
            raise build_size_error(limit)
        yield tag, payload


def _merge_shards(readers: Sequence[FrameReader]) -> FrameStream:
    """Yield the frames of one run, taking the shards of each model from the children in turn."""
    shard_counts = []
    while readers[0].peek_frame()[0] in (FILE, MODEL):
        frame = _take_agreed(readers)
        yield frame
        if frame[0] == MODEL:
            shard_counts.append(parse_count(frame))
    for model_index, count in enumerate(shard_counts):
        for turn in range(model_index, model_index + count):
            reader = readers[turn % len(readers)]
            tag = yield from _read_shard(reader)
            if tag == FAILURE:
                others = [other for other in readers if other is not reader]
                _skip_model(others, model_index)
                break
    if _take_agreed(readers) != END_OF_FRAMES:
        raise _build_disagreement_error()


def _read_shard(reader: FrameReader) -> Generator[Frame, None, bytes]:
    """Yield the frames of a shard, and return the tag of the last one: TURN or FAILURE."""
    while True:
        tag, payload = reader.take_frame()
        if not tag:
            raise _build_disagreement_error()
        if tag != TURN:
            yield tag, payload
        if tag in (TURN, FAILURE):
            return tag


def _merge_pieces(readers: Sequence[FrameReader]) -> FrameStream:
    """Yield the frames of one run, taking the pieces of each output from the children in turn."""
    model_index, turn = -1, 0
    while (frame := _take_agreed(readers)) != END_OF_FRAMES:
        yield frame
        if frame[0] != OUTPUT:
            continue
        previous_index, model_index = model_index, parse_model_index(frame)
        if model_index != previous_index:
            turn = model_index  # as the children count: see ModelEmitter.send_model
        turn = yield from _read_output(
            readers,
            turn,
            model_index,
        )


def _read_output(
    readers: Sequence[FrameReader],
    turn: int,
    model_index: int,
) -> Generator[Frame, None, int]:
    """Yield the pieces of an output and its end; return the turn of the next piece."""
    while True:
        reader = readers[turn % len(readers)]
        tag, payload = reader.take_frame()
        if tag == TURN:
            turn += 1
            continue
        yield tag, payload
        if tag == DATA:
            continue
        others = [other for other in readers if other is not reader]
        if tag == CLOSE:
            _require_closed(others)
        else:
            _skip_model(others, model_index)
        return turn


class FrameReader:
    """Reads the frames of *feed* with one frame of look-ahead."""

    def __init__(self, feed: FrameStream) -> None:
        self._feed = feed
        self._next: Frame | None = None

    def peek_frame(self) -> Frame:
        """Return the next frame without consuming it."""
        if self._next is None:
            self._next = next(self._feed, END_OF_FRAMES)
        return self._next

    def take_frame(self) -> Frame:
        """Return the next frame; END_OF_FRAMES after the last one."""
        frame, self._next = self.peek_frame(), None
        return frame


def _take_agreed(readers: Sequence[FrameReader]) -> Frame:
    """Return the next frame of every child: the tags must be equal, and whole OUTPUT frames."""
    first, *others = (reader.take_frame() for reader in readers)
    for other in others:
        if not _agrees_with(other, first):
            raise _build_disagreement_error()
    return first


def _agrees_with(frame: Frame, first: Frame) -> bool:
    """Return whether *frame* may accompany *first*; only outputs need an equal payload."""
    if first[0] == OUTPUT:
        return frame == first
    return frame[0] == first[0]


def _require_closed(readers: Sequence[FrameReader]) -> None:
    """Take the next frame of every child; raise unless all of them close their output."""
    if any(reader.take_frame()[0] != CLOSE for reader in readers):
        raise _build_disagreement_error()


def _build_disagreement_error() -> Exception:
    return build_protocol_error("sent other frames than the other workers")


def _skip_model(readers: Sequence[FrameReader], model_index: int) -> None:
    """Skip the rest of a model that one child failed at."""
    for reader in readers:
        while not _starts_another_model(reader.peek_frame(), model_index):
            reader.take_frame()


def _starts_another_model(frame: Frame, model_index: int) -> bool:
    """Return whether *frame* follows the model *model_index*: another output, or the end."""
    if frame == END_OF_FRAMES:
        return True
    return frame[0] == OUTPUT and parse_model_index(frame) != model_index
