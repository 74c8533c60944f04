"""Feeds of several children, merged into the feed of a single child."""

from __future__ import annotations

import json

import pytest

from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.worker.frames import CLOSE, DATA, FAILURE, MODEL, OUTPUT, TURN, Frame
from pytest_fixturegen.worker.pool import merge_feeds
from pytest_fixturegen.worker.worker_count import choose_worker_count, count_cores

LIMIT = 1 << 20


def output(model_index: int) -> Frame:
    return OUTPUT, json.dumps({"place": model_index}).encode()


CLOSED: Frame = (CLOSE, b"")
TURN_END: Frame = (TURN, b"")


def merge(*feeds: list[Frame], limit: int = LIMIT) -> list[Frame]:
    return list(merge_feeds([iter(feed) for feed in feeds], limit))


def test_pieces_are_taken_in_turns() -> None:
    first = [output(0), (DATA, b"1"), TURN_END, (DATA, b"3"), TURN_END, CLOSED]
    second = [output(0), (DATA, b"2"), TURN_END, CLOSED]
    merged = merge(first, second)
    assert merged == [output(0), (DATA, b"1"), (DATA, b"2"), (DATA, b"3"), CLOSED]


def test_the_turn_of_a_model_starts_at_its_index() -> None:
    first = [output(0), (DATA, b"a"), TURN_END, CLOSED, output(1), CLOSED]
    second = [output(0), CLOSED, output(1), (DATA, b"b"), TURN_END, CLOSED]
    merged = merge(first, second)
    assert merged == [output(0), (DATA, b"a"), CLOSED, output(1), (DATA, b"b"), CLOSED]


def model(outputs: int) -> Frame:
    return MODEL, json.dumps({"outputs": outputs}).encode()


def shard(model_index: int, *files: bytes) -> list[Frame]:
    """Return the frames of a shard with *files*."""
    frames: list[Frame] = []
    for data in files:
        frames += [output(model_index), (DATA, data), CLOSED]
    return [*frames, TURN_END]


def merge_shards(*feeds: list[Frame]) -> list[Frame]:
    return list(merge_feeds([iter(feed) for feed in feeds], LIMIT, by_shard=True))


def read_data(frames: list[Frame]) -> bytes:
    return b"".join(payload for tag, payload in frames if tag == DATA)


def test_shards_are_taken_in_turns_that_start_at_the_index_of_the_model() -> None:
    announced = [model(3), model(2)]
    first = [*announced, *shard(0, b"1"), *shard(0, b"4", b"5"), *shard(1, b"7")]
    second = [*announced, *shard(0, b"2", b"3"), *shard(1, b"6")]
    assert read_data(merge_shards(first, second)) == b"1234567"


def test_the_other_workers_skip_the_shards_of_a_model_that_one_fails_at() -> None:
    announced = [model(3), model(2)]
    failed = [output(0), (FAILURE, b"{}")]
    first = [*announced, *shard(0, b"1"), *shard(0, b"3"), *shard(1, b"5")]
    second = [*announced, *failed, *shard(1, b"4")]
    merged = merge_shards(first, second)
    assert read_data(merged) == b"145"
    assert [tag for tag, _ in merged].count(FAILURE) == 1


@pytest.mark.parametrize(
    "second",
    [[model(1)], [model(2)], [model(2), *shard(0, b"2"), *shard(0, b"3")]],
    ids=["another count", "a shard less", "a shard more"],
)
def test_workers_that_disagree_about_shards_are_a_violation(second: list[Frame]) -> None:
    with pytest.raises(UnsafeImportViolation):
        merge_shards([model(2), *shard(0, b"1")], second)


def test_the_other_workers_skip_a_model_that_one_fails_at() -> None:
    failure: Frame = (FAILURE, b"{}")
    first = [output(0), failure, output(1), CLOSED]
    second = [output(0), (DATA, b"2"), TURN_END, CLOSED, output(1), (DATA, b"b"), TURN_END, CLOSED]
    merged = merge(first, second)
    assert merged == [output(0), failure, output(1), (DATA, b"b"), CLOSED]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([output(0), CLOSED], [output(1), CLOSED]),
        ([output(0), CLOSED], []),
        ([output(0), CLOSED], [output(0), (DATA, b"x")]),
    ],
    ids=["another output", "no output", "no end"],
)
def test_workers_that_disagree_are_a_violation(first: list[Frame], second: list[Frame]) -> None:
    with pytest.raises(UnsafeImportViolation, match="sent other frames than the other workers"):
        merge(first, second)


def test_workers_share_one_limit_of_bytes() -> None:
    first = [output(0), (DATA, b"x" * 60), TURN_END, CLOSED]
    second = [output(0), (DATA, b"x" * 60), TURN_END, CLOSED]
    with pytest.raises(UnsafeImportViolation, match="sent more than 0 MB of output"):
        merge(first, second, limit=100)


@pytest.mark.parametrize(
    ("workers", "pieces", "count"), [(4, 2, 2), (2, 9, 2), (3, 0, 1), (64, 99, 4), (0, 99, 4)]
)
def test_no_more_workers_than_pieces_or_cores_are_started(
    workers: int, pieces: int, count: int
) -> None:
    assert choose_worker_count(workers, pieces, cores=4) == count


def test_the_cores_of_this_process_are_the_limit() -> None:
    assert choose_worker_count(64, 10**6) == choose_worker_count(0, 10**6) == count_cores()
