"""Calls the adapter of a user, in whichever style it is written.

Its methods may be in snake_case or camelCase, and functions or coroutines. They may return plain
values or results (``{"ok": True, "value": …}``), and records as JSON text or as mappings. An
adapter whose ``create_resource`` takes ``(resource, data)`` receives records as mappings, too.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import partial
from typing import Any

from pytest_fixturegen._internal.calls import read_parameters
from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen._internal.loop_thread import LoopThread
from pytest_fixturegen._internal.user_code import translate_user_errors
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.queries import ALL_RECORDS, Page, Query
from pytest_fixturegen.store.schema import Key, Schema

INCOMPATIBLE_METHODS = ("create_many", "find_related", "backup", "restore", "reset")
"""The methods that are not called of an adapter that receives records as mappings.

They have other parameters than those of the contract, such as a path; the store emulates them.
"""


def to_camel_case(name: str) -> str:
    """Return ``getResource`` for ``get_resource``."""
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def find_method(adapter: Any, name: str) -> Callable[..., Any] | None:
    """Return the method *name*, or its name in camelCase, or None if *adapter* has neither."""
    for each in (name, to_camel_case(name)):
        method = getattr(adapter, each, None)
        if callable(method):
            return method  # type: ignore[no-any-return]
    return None


def takes_records(adapter: Any) -> bool:
    """Return whether *adapter* receives records as mappings: ``create_resource(resource, data)``.

    Otherwise it receives the key and the JSON text of a record.
    """
    method = find_method(adapter, "create_resource")
    return method is not None and _count_parameters(method) == 2


class UserAdapter:
    """An adapter of a user, with the methods of the contract that it has.

    Exceptions and failed results become StoreError, with the name of the adapter in the message.
    """

    def __init__(self, adapter: Any) -> None:
        """Call the methods of *adapter*."""
        self._adapter = adapter
        self._takes_records = takes_records(adapter)
        self._loop = LoopThread(f"pfg-{type(adapter).__name__}")
        self._resources: tuple[str, ...] = ()

    def __getattr__(self, name: str) -> Any:
        if find_method(self._adapter, name) is None:
            raise AttributeError(name)
        return partial(self._call, name)

    def initialize(self, schema: Schema) -> bool:
        """See Adapter. An adapter that returns None is new if it has no records."""
        self._resources = tuple(resource.name for resource in schema.resources)
        is_new = self._call("initialize", *self._select("initialize", schema))
        if is_new is None:
            pages = (self.get_resources(name, ALL_RECORDS) for name in self._resources)
            return not any(page.texts for page in pages)
        return bool(is_new)

    def get_resources(
        self,
        resource: str,
        query: Query,
    ) -> Page:
        """See Adapter. A list of records is a page."""
        arguments = self._select("get_resources", resource, query)
        found = self._call("get_resources", *arguments)
        if isinstance(found, Page):
            return found
        texts = [_to_text(record) for record in found or ()]
        return Page(texts, len(texts))

    def get_resource(
        self,
        resource: str,
        key: Key,
    ) -> bytes | None:
        """See Adapter."""
        record = self._call("get_resource", resource, key)
        return None if record is None else _to_text(record)

    def lock_resource(
        self,
        resource: str,
        key: Key,
    ) -> bytes | None:
        """See Adapter."""
        record = self._call("lock_resource", resource, key)
        return None if record is None else _to_text(record)

    def create_resource(
        self,
        resource: str,
        key: Key,
        text: bytes,
    ) -> None:
        """See Adapter."""
        if self._takes_records:
            self._call("create_resource", resource, loads(text))
        else:
            self._call("create_resource", resource, key, text)

    def update_resource(
        self,
        resource: str,
        key: Key,
        text: bytes,
    ) -> None:
        """See Adapter."""
        record = loads(text) if self._takes_records else text
        self._call("update_resource", resource, key, record)

    def delete_resource(
        self,
        resource: str,
        key: Key,
    ) -> bool:
        """See Adapter."""
        return bool(self._call("delete_resource", resource, key))

    def get_stats(self) -> dict[str, Any]:
        """See Adapter."""
        stats = self._call("get_stats")
        return dict(stats) if isinstance(stats, Mapping) else {}

    def savepoint(self, *, keep: bool = True) -> AbstractContextManager[None]:
        """See Adapter. The scope may be an asynchronous context manager."""
        scope = self._call("savepoint", keep=keep)
        if hasattr(scope, "__aenter__") and not hasattr(scope, "__enter__"):
            return _AsyncScope(self._loop, scope)
        return scope  # type: ignore[no-any-return]

    def close(self) -> None:
        """See Adapter. An adapter need not have the method."""
        try:
            if find_method(self._adapter, "close") is not None:
                self._call("close")
        finally:
            self._loop.stop()

    def _call(
        self,
        name: str,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """Return what the method *name* returns, awaited and taken out of its result.

        Raise StoreError with the adapter's name if the method fails.
        """
        method = find_method(self._adapter, name)
        if method is None:
            raise AttributeError(name)
        with translate_user_errors(partial(self._build_failure, name)):
            value = method(*args, **kwargs)
            if inspect.isawaitable(value):
                value = self._loop.run(value)
            return self._take_value(name, value)

    def _select(
        self,
        name: str,
        *args: Any,
    ) -> tuple[Any, ...]:
        """Return as many of *args* as the method *name* accepts."""
        method = find_method(self._adapter, name)
        count = None if method is None else _count_parameters(method)
        return args[:count]

    def _take_value(
        self,
        name: str,
        result: Any,
    ) -> Any:
        """Return the value of a result, or *result* itself. Raise the error of a failed one."""
        if not _is_result(result):
            return result
        is_mapping = isinstance(result, Mapping)
        read = result.get if is_mapping else partial(getattr, result)
        if read("ok", None):
            return read("value", None)
        error = read("error", None)
        if isinstance(error, Exception):
            raise error
        raise StoreError(
            f"The adapter {type(self._adapter).__name__} failed in {name}(): {error}.",
            hint="The change is undone.",
        )

    def _build_failure(
        self,
        name: str,
        error: Exception,
    ) -> StoreError:
        """Return the StoreError to raise after *error* left the method *name* of the adapter."""
        return StoreError(
            f"The adapter {type(self._adapter).__name__} failed in {name}():"
            f" {type(error).__name__}: {error}.",
            hint="The change is undone.",
        )


class _AsyncScope(AbstractContextManager[None]):
    """An asynchronous context manager as one of synchronous code."""

    def __init__(
        self,
        loop: LoopThread,
        scope: Any,
    ) -> None:
        self._loop = loop
        self._scope = scope

    def __enter__(self) -> None:
        self._loop.run(self._scope.__aenter__())

    def __exit__(self, *details: Any) -> bool:
        return bool(self._loop.run(self._scope.__aexit__(*details)))


def _is_result(value: Any) -> bool:
    """Return whether *value* says whether a call succeeded: ``{"ok": True, "value": …}``.

    A record has its key, too, so it has other names.
    """
    if isinstance(value, Mapping):
        names = set(value)
        return "ok" in names and names <= {"ok", "value", "error"} and isinstance(value["ok"], bool)
    has_content = hasattr(value, "value") or hasattr(value, "error")
    return has_content and isinstance(getattr(value, "ok", None), bool)


def _to_text(record: Any) -> bytes:
    """Return the JSON text of a record that an adapter returns as a mapping or as a text."""
    if isinstance(record, bytes):
        return record
    return record.encode() if isinstance(record, str) else dumps(record)


def _count_parameters(method: Callable[..., Any]) -> int | None:
    """Return how many positional arguments *method* accepts, or None for any number."""
    kinds = [parameter.kind for parameter in read_parameters(method).values()]
    if not kinds or inspect.Parameter.VAR_POSITIONAL in kinds:
        return None if kinds else 0
    positional = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return sum(kind in positional for kind in kinds)
