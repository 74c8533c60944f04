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

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import FixturegenError, PersistError
from pytest_fixturegen.persistence.contract import BatchWriter, PersistenceContext
from pytest_fixturegen.persistence.handler_lookup import Handler, build_handler_error, has_parameter


@dataclass(frozen=True, slots=True)
class OpenHandler:
    """What takes batches, *concurrency* of them at a time; positions that are *known* to be there already."""

    write: BatchWriter
    concurrency: int = 1
    known: Sequence[range] = ()


class ClosingError(Exception):
    """The handler could not be closed; *error* says why."""

    def __init__(self, error: FixturegenError) -> None:
        super().__init__(str(error))
        self.error = error


@asynccontextmanager
async def open_handler(handler: Handler, context: PersistenceContext) -> AsyncIterator[OpenHandler]:
    """*handler*, ready for batches.

    Raises PersistError when the handler cannot be opened, ClosingError when it cannot be closed.
    """
    stack = AsyncExitStack()
    try:
        found = await _enter_handler(stack, handler, context)
        _require_writer(handler, found)
    except BaseException as error:
        await stack.aclose()
        if isinstance(error, Exception):
            raise build_handler_error(
                handler.name, f"be opened for {context.model}", error
            ) from error
        raise
    try:
        yield OpenHandler(
            getattr(found, "write", found),
            int(getattr(found, "concurrency", 1)),
            getattr(found, "known", ()),
        )
    except BaseException as error:
        await _close_stack(stack, handler, context, error)
        raise
    else:
        await _close_stack(stack, handler, context, None)


async def _enter_handler(
    stack: AsyncExitStack, handler: Handler, context: PersistenceContext
) -> Any:
    make = partial(handler.factory, **handler.options)
    if has_parameter(handler.factory, "batch") and not isinstance(handler.factory, type):
        return make
    given = {"context": context} if has_parameter(handler.factory, "context") else {}
    if inspect.isasyncgenfunction(handler.factory):
        return await stack.enter_async_context(asynccontextmanager(make)(**given))
    if inspect.isgeneratorfunction(handler.factory):
        return stack.enter_context(contextmanager(make)(**given))
    return await _enter_instance(stack, await await_if_needed(make(**given)), context)


def _require_writer(handler: Handler, writer: Any) -> None:
    if not callable(getattr(writer, "write", writer)):
        raise PersistError(
            f"{handler.name} gives nothing that takes batches.",
            hint="A handler is a function of a batch, a context manager that yields one, or a class with write(batch).",
        )


async def _enter_instance(stack: AsyncExitStack, instance: Any, context: PersistenceContext) -> Any:
    """*made*, entered or opened; its closing is left to *stack*."""
    found = instance
    if hasattr(instance, "__aenter__"):
        found = await stack.enter_async_context(instance)
    elif hasattr(instance, "__enter__"):
        found = stack.enter_context(instance)
    found = instance if found is None else found
    if hasattr(instance, "open"):
        await await_if_needed(instance.open(context))
    if (
        hasattr(instance, "close")
        and not hasattr(instance, "__enter__")
        and not hasattr(instance, "__aenter__")
    ):
        stack.push_async_callback(_close_instance, instance)
    return found


async def _close_instance(instance: Any) -> None:
    await await_if_needed(instance.close())


async def _close_stack(
    stack: AsyncExitStack,
    handler: Handler,
    context: PersistenceContext,
    error: BaseException | None,
) -> None:
    """Close what *stack* holds; a handler cannot swallow *error*."""
    try:
        await stack.__aexit__(
            type(error) if error else None, error, error.__traceback__ if error else None
        )
    except Exception as raised:
        if raised is error:
            return
        closing = build_handler_error(handler.name, f"be closed after {context.model}", raised)
        if error is None:
            raise ClosingError(closing) from raised


async def await_if_needed(value: Any) -> Any:
    """*value*, or what awaiting it gives."""
    return await value if inspect.isawaitable(value) else value
