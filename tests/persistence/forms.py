"""One handler in every supported form; each records its calls in EVENTS."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

from pytest_fixturegen import Batch, PersistenceContext

EVENTS: list[object] = []


def function(batch: Batch, *, topic: str) -> None:
    EVENTS.append((topic, len(batch)))


async def async_function(batch: Batch, *, topic: str) -> None:
    EVENTS.append((topic, len(batch)))


def generator(context: PersistenceContext, *, topic: str) -> Iterator[Callable[[Batch], None]]:
    EVENTS.append(("open", context.model))
    yield lambda batch: EVENTS.append((topic, len(batch)))
    EVENTS.append("close")


async def async_generator(
    context: PersistenceContext, *, topic: str
) -> AsyncIterator[Callable[[Batch], Awaitable[None]]]:
    EVENTS.append(("open", context.model))

    async def write(batch: Batch) -> None:
        EVENTS.append((topic, len(batch)))

    yield write
    EVENTS.append("close")


manager = contextmanager(generator)
async_manager = asynccontextmanager(async_generator)


class Plain:
    def __init__(self, topic: str) -> None:
        self.topic = topic

    def open(self, context: PersistenceContext) -> None:
        EVENTS.append(("open", context.model))

    def write(self, batch: Batch) -> None:
        EVENTS.append((self.topic, len(batch)))

    def close(self) -> None:
        EVENTS.append("close")


class Async:
    def __init__(self, topic: str) -> None:
        self.topic = topic

    async def open(self, context: PersistenceContext) -> None:
        EVENTS.append(("open", context.model))

    async def write(self, batch: Batch) -> None:
        EVENTS.append((self.topic, len(batch)))

    async def close(self) -> None:
        EVENTS.append("close")


class Entered:
    def __init__(self, context: PersistenceContext, *, topic: str) -> None:
        self.context, self.topic = context, topic

    def __enter__(self) -> Entered:
        EVENTS.append(("open", self.context.model))
        return self

    def write(self, batch: Batch) -> None:
        EVENTS.append((self.topic, len(batch)))

    def __exit__(self, *_: object) -> None:
        EVENTS.append("close")


class AsyncEntered(Async):
    async def __aenter__(self) -> AsyncEntered:
        return self

    async def __aexit__(self, *_: object) -> None:
        EVENTS.append("close")
