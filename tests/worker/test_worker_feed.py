"""Feeds of workers that are killed while they send: each byte reaches the reader once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext

import pytest

from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.worker.frames import CLOSE, DATA, MODEL, OUTPUT, PROGRESS, TURN, Frame
from pytest_fixturegen.worker.work_share import ResumePoint
from pytest_fixturegen.worker.worker_feed import WorkerFeed

Shards = tuple[tuple[bytes, ...], ...]
"""The files of each shard."""

SHARDS: Shards = ((b"one", b"two"), (b"three",), (b"four", b"five", b"six"))
CHUNK = 2
"""Bytes of a frame of data."""


def iter_shards(resume: ResumePoint | None) -> Iterator[Frame]:
    """Yield the frames of a worker that makes whole shards, from *resume* on."""
    point = resume or ResumePoint()
    yield MODEL, b"{}"
    for number, files in enumerate(SHARDS):
        if number < point.pieces:
            continue
        yield PROGRESS, b'{"records": 1}'
        skipped = point.outputs if number == point.pieces else 0
        for data in files[skipped:]:
            yield from iter_file(data)
        yield TURN, b""


def iter_pieces(resume: ResumePoint | None) -> Iterator[Frame]:
    """Yield the frames of a worker that makes pieces of outputs, from *resume* on."""
    point = resume or ResumePoint()
    yield MODEL, b"{}"
    sent = 0
    for number, pieces in enumerate(SHARDS):
        if number < point.outputs:
            sent += len(pieces)
            continue
        yield OUTPUT, json.dumps({"place": 0}).encode()
        for data in pieces:
            sent += 1
            if sent > point.pieces:
                yield from iter_chunks(data)
                yield TURN, b""
        yield CLOSE, b""


def iter_file(data: bytes) -> Iterator[Frame]:
    yield OUTPUT, json.dumps({"place": 0}).encode()
    yield from iter_chunks(data)
    yield CLOSE, b""


def iter_chunks(data: bytes) -> Iterator[Frame]:
    for start in range(0, len(data), CHUNK):
        yield DATA, data[start : start + CHUNK]


def kill_after(frames: Iterator[Frame], count: int) -> Iterator[Frame]:
    """Yield *count* of *frames*, then end as the feed of a killed child does."""
    for _ in range(count):
        yield next(frames)
    raise UnsafeImportViolation("killed", hint="-", signal="SIGKILL")


def join_data(frames: list[Frame]) -> list[Frame]:
    """Return *frames* with neighbouring data joined, and without progress."""
    joined: list[Frame] = []
    for tag, payload in frames:
        if tag == DATA and joined and joined[-1][0] == DATA:
            joined[-1] = (DATA, joined[-1][1] + payload)
        elif tag != PROGRESS:
            joined.append((tag, payload))
    return joined


@pytest.mark.parametrize("make_frames", [iter_shards, iter_pieces])
def test_a_worker_may_be_killed_after_any_frame(make_frames) -> None:
    whole = list(make_frames(None))
    for killed_after in range(len(whole)):
        starts: list[ResumePoint | None] = []

        def start(
            resume: ResumePoint | None,
            starts: list[ResumePoint | None] = starts,
            limit: int = killed_after,
        ) -> AbstractContextManager[Iterator[Frame]]:
            starts.append(resume)
            frames = make_frames(resume)
            return nullcontext(kill_after(frames, limit) if len(starts) == 1 else frames)

        frames = list(WorkerFeed(start))
        assert join_data(frames) == join_data(whole), killed_after
        assert len(starts) == 2
