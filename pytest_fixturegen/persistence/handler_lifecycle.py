"""Opens a handler of any form, and closes what it opened.

A handler has one of three forms, each sync or async:

* a function of a ``batch``, called for each batch;
* a generator or context manager, called with the ``context`` if it has such a parameter, that
  yields a function of a batch;
* a class, created with its options, with ``write(batch)`` and optionally ``open(context)`` and
  ``close()``.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from functools import partial
from types import TracebackType
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import contain_exits
from pytest_fixturegen.errors import FixturegenError, PersistError
from pytest_fixturegen.persistence.contract import BatchWriter, PersistenceContext
from pytest_fixturegen.persistence.handler_lookup import Handler, build_handler_error, has_parameter


@dataclass(frozen=True, slots=True)
class OpenHandler:
    """A handler that is ready for batches, *concurrency* of them at a time.

    *known* are the ranges of positions that its destination contains already.
    """

    write: BatchWriter
    concurrency: int = 1
    known: Sequence[range] = ()


class ClosingError(Exception):
    """The handler could not be closed; *error* says why."""

    def __init__(self, error: FixturegenError) -> None:
        super().__init__(str(error))
        self.error = error


class HandlerSession:
    """Opens *handler* with :meth:`open`; as an async context manager, it closes it again.

    Leaving raises ClosingError if the handler cannot be closed after a block that succeeded; the
    error of the block is never hidden.
    """

    def __init__(
        self,
        handler: Handler,
        context: PersistenceContext,
    ) -> None:
        """Keep *handler* unopened."""
        self._handler = handler
        self._context = context
        self._stack = AsyncExitStack()
        self._writer: Any = None

    async def open(self) -> None:
        """Open the handler.

        If that fails, what it has opened so far is closed before its error is raised.
        """
        name = self._handler.name
        is_open = False
        try:
            with contain_exits():
                writer = await _enter_handler(
                    self._stack,
                    self._handler,
                    self._context,
                )
            _require_writer(name, writer)
            self._writer = writer
            is_open = True
        finally:
            if not is_open:
                await self._stack.aclose()

    async def __aenter__(self) -> OpenHandler:
        """Return the handler, which is open."""
        writer = self._writer
        return OpenHandler(
            write=getattr(writer, "write", writer),
            concurrency=int(getattr(writer, "concurrency", 1)),
            known=getattr(writer, "known", ()),
        )

    async def __aexit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the handler.

        An error in closing is dropped if the block has failed, so that it hides no cause.
        """
        try:
            with contain_exits():
                await self._stack.__aexit__(error_type, error, traceback)
        except Exception as raised:  # the handler's own code runs here
            if error is None:
                action = f"be closed after {self._context.model}"
                reason = build_handler_error(self._handler.name, action, raised)
                raise ClosingError(reason) from raised


async def _enter_handler(
    stack: AsyncExitStack, handler: Handler, context: PersistenceContext
) -> Any:
    """Return the writer that *handler* provides, and let *stack* close it.

    A function of a batch is the writer itself; anything else is called first.
    """
    factory = handler.factory
    make = partial(factory, **handler.options)
    if has_parameter(factory, "batch") and not isinstance(factory, type):
        return make
    arguments = {"context": context} if has_parameter(factory, "context") else {}
    if inspect.isasyncgenfunction(factory):
        return await stack.enter_async_context(asynccontextmanager(make)(**arguments))
    if inspect.isgeneratorfunction(factory):
        return stack.enter_context(contextmanager(make)(**arguments))
    return await _enter_instance(
        stack,
        await await_if_needed(make(**arguments)),
        context,
    )


def _require_writer(name: str, writer: Any) -> None:
    """Raise PersistError if *writer* is not callable and has no callable ``write``."""
    if not callable(getattr(writer, "write", writer)):
        raise PersistError(
            f"{name} provides nothing that takes batches.",
            hint="A handler is a function of a batch, a context manager that yields one, "
            "or a class with write(batch).",
        )


async def _enter_instance(
    stack: AsyncExitStack,
    instance: Any,
    context: PersistenceContext,
) -> Any:
    """Enter or open *instance*, and let *stack* close it; return the writer."""
    writer = instance
    is_context_manager = True
    if hasattr(instance, "__aenter__"):
        writer = await stack.enter_async_context(instance)
    elif hasattr(instance, "__enter__"):
        writer = stack.enter_context(instance)
    else:
        is_context_manager = False
    if hasattr(instance, "open"):
        await await_if_needed(instance.open(context))
    if hasattr(instance, "close") and not is_context_manager:
        stack.push_async_callback(_close_instance, instance)
    return instance if writer is None else writer


async def _close_instance(instance: Any) -> None:
    await await_if_needed(instance.close())


async def await_if_needed(value: Any) -> Any:
    """Return *value*, or its result if it is awaitable."""
    return await value if inspect.isawaitable(value) else value
