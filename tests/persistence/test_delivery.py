"""Delivery: retries, batches, concurrency and prefetching."""

from __future__ import annotations

import asyncio
import threading
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
    """Deliver *count* records to *memory*; return the summary and the waits between tries."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    async def run() -> DeliverySummary:
        delivery = Delivery(Handler("memory", lambda: memory), settings, sleep=sleep)
        await delivery.deliver_model(CONTEXT, [b'{"n":%d}' % index for index in range(count)])
        return delivery.counter.summary

    return asyncio.run(run()), waits


def test_transient_failures_are_retried_with_growing_waits() -> None:
    memory = Memory(failures=3)
    found, waits = deliver(memory, 5, DeliveryConfig(max_retries=3, retry_wait=0.5))
    assert found == DeliverySummary(records=5, batches=3, retries=3)
    assert waits == [0.5, 1.0, 2.0]
    assert memory.records == [{"n": n} for n in range(5)]


def test_retries_stop_at_the_configured_maximum() -> None:
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
def test_retry_wait_depends_on_error_and_tries(
    error: Exception, tries: int, wait: float | None
) -> None:
    assert compute_retry_wait(tries, error, 2, 0.5) == wait


def test_a_retried_batch_keeps_its_key() -> None:
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
def test_different_data_has_a_different_key(change: dict[str, object]) -> None:
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


def test_the_number_of_records_changes_no_key() -> None:
    known = {"model": "User", "module": "app", "schema": {}, "seed": 0, "batch_size": 2}
    some = PersistenceContext(**known, total=5, config={"related": 5})  # type: ignore[arg-type]
    more = PersistenceContext(**known, total=9, config={"related": 9})  # type: ignore[arg-type]
    assert some.key(0, 2) == more.key(0, 2)


def test_records_are_delivered_in_ordered_batches() -> None:
    memory = Memory()
    persist_records(User, lambda: memory, 120, 7)
    assert [len(batch) for batch in memory.batches] == [50, 50, 20]
    assert memory.records == made(120, 7)
    assert memory.contexts[0].model == "User"
    assert (memory.contexts[0].total, memory.contexts[0].seed, memory.closed) == (120, 7, 1)
    assert memory.contexts[0].schema["title"] == "User"


def test_no_records_make_no_batches() -> None:
    assert persist_records(User, Memory, 0) == DeliverySummary()


def test_concurrent_batches_all_arrive() -> None:
    class Concurrent:
        concurrency = 4

        def __init__(self) -> None:
            self.in_flight = self.max_in_flight = 0
            self.positions: list[int] = []

        async def write(self, batch: Batch) -> None:
            self.in_flight += 1
            self.max_in_flight = max(self.max_in_flight, self.in_flight)
            await _until(lambda: self.max_in_flight == 4)
            self.in_flight -= 1
            self.positions += range(batch.start, batch.stop)

    handler = Concurrent()
    persist_records(User, lambda: handler, 100, delivery=DeliveryConfig(batch_size=5))
    assert handler.max_in_flight == 4
    assert sorted(handler.positions) == list(range(100))


def test_after_a_failure_batches_in_flight_arrive_and_no_more_are_sent() -> None:
    started: list[int] = []
    arrived: list[int] = []

    class Failing:
        concurrency = 3

        async def write(self, batch: Batch) -> None:
            started.append(batch.start)
            await _until(lambda: len(started) == 3)
            if batch.start == 0:
                raise ValueError("no")
            await _run_other_tasks()
            arrived.append(batch.start)

    with pytest.raises(
        PersistError, match=r"Records 0 to 0 .* ValueError: no; \d records were delivered"
    ):
        persist_records(User, Failing, 50, delivery=DeliveryConfig(batch_size=1))
    assert sorted(arrived) == [1, 2]


def test_a_limited_number_of_batches_is_prefetched() -> None:
    drawn: list[int] = []

    def source() -> Iterator[Batch]:
        for index in range(100):
            drawn.append(index)
            yield Batch(index, (b"{}",), "")

    async def run() -> None:
        prefetcher = BatchPrefetcher(source())
        await prefetcher.take_batch()
        await _until(lambda: len(drawn) == MAX_WAITING_BATCHES + 2)
        await _run_other_tasks()
        assert len(drawn) == MAX_WAITING_BATCHES + 2
        prefetcher.stop()
        assert await prefetcher.take_batch() is None

    asyncio.run(run())


async def _until(condition: Callable[[], bool]) -> None:
    """Let other tasks and threads run until *condition* holds."""
    while not condition():
        await asyncio.sleep(0)


async def _run_other_tasks() -> None:
    """Give every other task and thread many chances to run."""
    for _ in range(1000):
        await asyncio.sleep(0)


def test_a_generation_error_is_raised_after_earlier_batches() -> None:
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


def test_records_can_be_delivered_within_a_running_loop() -> None:
    async def inside() -> DeliverySummary:
        return persist_records(User, Memory, 3)

    assert asyncio.run(inside()).records == 3


def test_no_thread_remains_after_a_failure() -> None:
    def refuse(batch: Batch) -> None:
        raise ValueError(batch.start)

    before = set(threading.enumerate())
    with pytest.raises(PersistError):
        persist_records(User, refuse, 5000)
    for thread in set(threading.enumerate()) - before:
        thread.join(timeout=5)
        assert not thread.is_alive()
