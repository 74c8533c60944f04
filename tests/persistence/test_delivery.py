"""Delivery: what is tried again, what is not, and in which pieces records go."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from pytest_fixturegen import (
    Batch,
    DeliveryConfig,
    PersistenceContext,
    PersistError,
    TransientError,
    persist_records,
)
from pytest_fixturegen.persistence.counts import DeliverySummary
from pytest_fixturegen.persistence.delivery import Delivery
from pytest_fixturegen.persistence.handler_lookup import Handler
from pytest_fixturegen.persistence.handlers.memory import Memory
from pytest_fixturegen.persistence.prefetch import MAX_WAITING_BATCHES, BatchPrefetcher
from pytest_fixturegen.persistence.retries import compute_retry_wait
from tests.persistence.conftest import User, made

CONTEXT = PersistenceContext(
    model="User", module="app", schema={}, seed=0, total=10, batch_size=2, config={}
)


def deliver(
    memory: Memory, count: int, settings: DeliveryConfig
) -> tuple[DeliverySummary, list[float]]:
    """Hand *count* records to *memory*; what came of it, and the waits."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    async def run() -> DeliverySummary:
        delivery = Delivery(Handler("memory", lambda: memory), settings, sleep=sleep)
        await delivery.deliver_model(CONTEXT, [b'{"n":%d}' % index for index in range(count)])
        return delivery.tally.summary

    return asyncio.run(run()), waits


def test_a_transient_failure_is_tried_again_after_a_growing_wait() -> None:
    memory = Memory(failures=3)
    found, waits = deliver(memory, 5, DeliveryConfig(max_retries=3, retry_wait=0.5))
    assert found == DeliverySummary(records=5, batches=3, retries=3)
    assert waits == [0.5, 1.0, 2.0]
    assert memory.records == [{"n": n} for n in range(5)]


def test_no_more_tries_are_made_than_were_asked_for() -> None:
    with pytest.raises(
        PersistError, match="Records 0 to 1 of User were not delivered in 3 tries"
    ) as raised:
        deliver(Memory(failures=3), 5, DeliveryConfig(max_retries=2, retry_wait=0))
    assert raised.value.facts == {
        "model": "User",
        "first": 0,
        "last": 1,
        "tries": 3,
        "delivered": 0,
        "skipped": 0,
        "retries": 2,
    }


@pytest.mark.parametrize(
    ("error", "tries", "wait"),
    [
        (TransientError("x"), 1, 0.5),
        (TransientError("x"), 2, 1.0),
        (TransientError("x"), 3, None),
        (TransientError("x", retry_after=7), 1, 7),
        (TransientError("x", retry_after=0.1), 1, 0.5),
        (TransientError("x", retry_after=3600), 1, None),
        (ConnectionResetError(), 1, 0.5),
        (TimeoutError(), 1, 0.5),
        (ValueError(), 1, None),
        (PersistError("x"), 1, None),
    ],
)
def test_which_failures_are_tried_again_and_when(
    error: Exception, tries: int, wait: float | None
) -> None:
    assert compute_retry_wait(tries, error, 2, 0.5) == wait


def test_a_batch_that_is_tried_again_has_the_same_key() -> None:
    keys: list[str] = []

    def write(batch: Batch) -> None:
        keys.append(batch.key)
        if len(keys) < 3:
            raise TransientError("not yet")

    persist_records(User, write, 2, delivery=DeliveryConfig(retry_wait=0))
    assert len(set(keys)) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"seed": 1},
        {"model": "Other"},
        {"module": "other"},
        {"config": {"locale": "de_DE"}},
        {"config": {"link": ["a"]}},
    ],
)
def test_other_data_has_another_key(change: dict[str, object]) -> None:
    known = {
        "model": "User",
        "module": "app",
        "schema": {},
        "seed": 0,
        "total": 10,
        "batch_size": 2,
        "config": {},
    }
    other = PersistenceContext(**{**known, **change})  # type: ignore[arg-type]
    assert other.key(0, 2) != CONTEXT.key(0, 2) != CONTEXT.key(0, 3)


def test_how_much_is_asked_for_changes_no_key() -> None:
    known = {"model": "User", "module": "app", "schema": {}, "seed": 0, "batch_size": 2}
    some = PersistenceContext(**known, total=5, config={"related": 5})  # type: ignore[arg-type]
    more = PersistenceContext(**known, total=9, config={"related": 9})  # type: ignore[arg-type]
    assert some.key(0, 2) == more.key(0, 2)


def test_records_come_in_batches_in_their_order() -> None:
    memory = Memory()
    persist_records(User, lambda: memory, 120, 7)
    assert [len(batch) for batch in memory.batches] == [50, 50, 20]
    assert memory.records == made(120, 7)
    assert memory.contexts[0].model == "User"
    assert (memory.contexts[0].total, memory.contexts[0].seed, memory.closed) == (120, 7, 1)
    assert memory.contexts[0].schema["title"] == "User"


def test_no_records_are_no_batches() -> None:
    assert persist_records(User, Memory, 0) == DeliverySummary()


def test_several_batches_are_on_their_way_at_once_and_each_arrives() -> None:
    class Slow:
        concurrency = 4

        def __init__(self) -> None:
            self.now = self.most = 0
            self.places: list[int] = []

        async def write(self, batch: Batch) -> None:
            self.now += 1
            self.most = max(self.most, self.now)
            await asyncio.sleep(0.005)
            self.now -= 1
            self.places += range(batch.start, batch.stop)

    slow = Slow()
    persist_records(User, lambda: slow, 100, delivery=DeliveryConfig(batch_size=5))
    assert slow.most == 4
    assert sorted(slow.places) == list(range(100))


def test_after_a_refusal_what_is_on_its_way_arrives_and_no_more_is_sent() -> None:
    started: list[int] = []
    arrived: list[int] = []

    class Refusing:
        concurrency = 3

        async def write(self, batch: Batch) -> None:
            started.append(batch.start)
            while len(started) < 3:
                await asyncio.sleep(0)
            if batch.start == 0:
                raise ValueError("no")
            await asyncio.sleep(0.01)
            arrived.append(batch.start)

    with pytest.raises(
        PersistError, match=r"Records 0 to 0 .* ValueError: no; \d records were delivered"
    ):
        persist_records(User, Refusing, 50, delivery=DeliveryConfig(batch_size=1))
    assert sorted(arrived) == [1, 2]


def test_the_next_batches_are_drawn_while_one_is_on_its_way_and_no_more() -> None:
    drawn: list[int] = []

    def source() -> Iterator[Batch]:
        for index in range(100):
            drawn.append(index)
            yield Batch(index, (b"{}",), "")

    async def run() -> None:
        feed = BatchPrefetcher(source())
        await feed.take_batch()
        await _until(lambda: len(drawn) == MAX_WAITING_BATCHES + 2)
        await asyncio.sleep(0.02)
        assert len(drawn) == MAX_WAITING_BATCHES + 2
        feed.stop()
        assert await feed.take_batch() is None

    asyncio.run(run())


async def _until(holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            return
        await asyncio.sleep(0.002)
    raise AssertionError("it never came to be")


def test_what_drawing_raises_is_raised_after_what_came_before() -> None:
    def lines() -> Iterator[bytes]:
        yield from [b"1", b"2", b"3"]
        raise RuntimeError("no more")

    async def run(memory: Memory) -> None:
        await Delivery(Handler("memory", lambda: memory), DeliveryConfig()).deliver_model(
            CONTEXT, lines()
        )

    memory = Memory()
    with pytest.raises(RuntimeError, match="no more"):
        asyncio.run(run(memory))
    assert [batch.start for batch in memory.batches] == [0]


def test_records_can_be_delivered_from_within_a_running_loop() -> None:
    async def inside() -> DeliverySummary:
        return persist_records(User, Memory, 3)

    assert asyncio.run(inside()).records == 3


def test_no_thread_is_left_after_a_refusal() -> None:
    def refuse(batch: Batch) -> None:
        raise ValueError(batch.start)

    before = threading.active_count()
    with pytest.raises(PersistError):
        persist_records(User, refuse, 5000)
    ends = time.monotonic() + 5
    while threading.active_count() > before:
        assert time.monotonic() < ends
        time.sleep(0.005)
