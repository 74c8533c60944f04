"""Opens a handler, whatever its form, and closes what it opened.

Three forms are understood, each sync or async:

* a function of a ``batch``, called for each;
* a generator or context manager, given the ``context`` if it has such a parameter: what it yields takes the batches;
* a class: made with its options, then ``open(context)``, ``write(batch)`` and ``close()``, of which only write is a must.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from functools import partial
from typing import Any

from pytest_fixturegen.errors import FixturegenError, PersistError
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.persist.contract import PersistenceContext, Write
from pytest_fixturegen.persist.handlers import Handler, failed, takes


@dataclass(frozen=True, slots=True)
class Opened:
    """What takes batches, *concurrency* of them at a time; positions that are *known* to be there already."""

    write: Write
    concurrency: int = 1
    known: Sequence[range] = ()


class ClosingError(Exception):
    """The handler could not be closed; *error* says why."""

    def __init__(self, error: FixturegenError) -> None:
        super().__init__(str(error))
        self.error = error


@asynccontextmanager
async def opened(handler: Handler, context: PersistenceContext) -> AsyncIterator[Opened]:
    """*handler*, ready for batches.

    Raises PersistError when the handler cannot be opened, ClosingError when it cannot be closed.
    """
    stack = AsyncExitStack()
    try:
        found = await _entered(stack, handler, context)
        _require_writer(handler, found)
    except BaseException as error:
        await stack.aclose()
        if isinstance(error, Exception):
            raise failed(handler.name, f"be opened for {context.model}", error) from error
        raise
    try:
        yield Opened(getattr(found, "write", found), int(getattr(found, "concurrency", 1)), getattr(found, "known", ()))
    except BaseException as error:
        await _left(stack, handler, context, error)
        raise
    else:
        await _left(stack, handler, context, None)


async def _entered(stack: AsyncExitStack, handler: Handler, context: PersistenceContext) -> Any:
    make = partial(handler.make, **handler.options)
    if takes(handler.make, "batch") and not isinstance(handler.make, type):
        return make
    given = {"context": context} if takes(handler.make, "context") else {}
    if inspect.isasyncgenfunction(handler.make):
        return await stack.enter_async_context(asynccontextmanager(make)(**given))
    if inspect.isgeneratorfunction(handler.make):
        return stack.enter_context(contextmanager(make)(**given))
    return await _opened(stack, await settled(make(**given)), context)


def _require_writer(handler: Handler, found: Any) -> None:
    if not callable(getattr(found, "write", found)):
        raise PersistError(
            f"{handler.name} gives nothing that takes batches.",
            hint="A handler is a function of a batch, a context manager that yields one, or a class with write(batch).",
        )


async def _opened(stack: AsyncExitStack, made: Any, context: PersistenceContext) -> Any:
    """*made*, entered or opened; its closing is left to *stack*."""
    found = made
    if hasattr(made, "__aenter__"):
        found = await stack.enter_async_context(made)
    elif hasattr(made, "__enter__"):
        found = stack.enter_context(made)
    found = made if found is None else found
    if hasattr(made, "open"):
        await settled(made.open(context))
    if hasattr(made, "close") and not hasattr(made, "__enter__") and not hasattr(made, "__aenter__"):
        stack.push_async_callback(_close, made)
    return found


async def _close(made: Any) -> None:
    await settled(made.close())


async def _left(stack: AsyncExitStack, handler: Handler, context: PersistenceContext, error: BaseException | None) -> None:
    """Close what *stack* holds; a handler cannot swallow *error*."""
    try:
        await stack.__aexit__(type(error) if error else None, error, error.__traceback__ if error else None)
    except Exception as raised:
        if raised is error:
            return
        closing = failed(handler.name, f"be closed after {context.model}", raised)
        if error is None:
            raise ClosingError(closing) from raised


async def settled(value: Any) -> Any:
    """*value*, or what awaiting it gives."""
    return await value if inspect.isawaitable(value) else value
