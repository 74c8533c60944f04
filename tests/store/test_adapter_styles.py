"""An adapter works in any style: camelCase, coroutines, results, records as mappings."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import dataclass
from functools import wraps
from typing import Any

import pytest

from examples.adapters.document import Documents
from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.adapters.emulation import complete_adapter
from pytest_fixturegen.store.contract import AdapterContract
from pytest_fixturegen.store.errors import ConflictError

API = {"resources": {"notes": {"fields": {"id": "number", "text": "string"}}}}


class RecordStorage:
    """The interface of the founding document: records are mappings, and ``close`` is missing."""

    def __init__(self) -> None:
        self.records: dict[str, dict[Any, dict[str, Any]]] = {}

    def initialize(self) -> None:
        return None

    def get_resources(self, resource: str, query: Any = None) -> list[dict[str, Any]]:
        return list(self.records.get(resource, {}).values())

    def get_resource(self, resource: str, key: Any) -> dict[str, Any] | None:
        return self.records.get(resource, {}).get(key)

    def create_resource(self, resource: str, data: dict[str, Any]) -> dict[str, Any]:
        self.records.setdefault(resource, {})[data["id"]] = data
        return data

    def update_resource(self, resource: str, key: Any, data: dict[str, Any]) -> dict[str, Any]:
        self.records[resource][key] = data
        return data

    def patch_resource(self, resource: str, key: Any, data: dict[str, Any]) -> dict[str, Any]:
        return self.update_resource(resource, key, {**self.records[resource][key], **data})

    def delete_resource(self, resource: str, key: Any) -> bool:
        return self.records.get(resource, {}).pop(key, None) is not None

    def find_related(self, resource: str, key: Any, relationship: str, query: Any = None) -> Any:
        raise AssertionError("its parameters are not those of the contract")

    def backup(self, backup_path: str = "") -> str:
        raise AssertionError("it writes a file")

    def restore(self, backup_path: str) -> None:
        raise AssertionError("it reads a file")

    def reset(self) -> None:
        raise AssertionError("it knows no initial data")

    def get_stats(self) -> dict[str, Any]:
        return {
            name: {"count": len(each), "lastModified": 0} for name, each in self.records.items()
        }


@dataclass
class Result:
    """A result with attributes."""

    ok: bool
    value: Any = None
    error: Any = None


def build_style(style: str, base: type = RecordStorage) -> Any:
    """Return an instance of a class with the methods of *base* in the words of *style*."""
    names = [name for name in vars(base) if not name.startswith("_")]
    methods = {name_method(name, style): _wrap(getattr(base, name), style) for name in names}
    styled = type(f"Styled{base.__name__}", (), {"__init__": base.__init__, **methods})
    return styled()


def name_method(name: str, style: str) -> str:
    if "camelCase" not in style:
        return name
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def _wrap(function: Callable[..., Any], style: str) -> Callable[..., Any]:
    @wraps(function)
    def call(*args: Any) -> Any:
        value = function(*args)
        if "mapping" in style:
            return {"ok": True, "value": value}
        return Result(True, value) if "object" in style else value

    @wraps(function)
    async def call_async(*args: Any) -> Any:
        await asyncio.sleep(0)
        return call(*args)

    return call_async if "async" in style else call


@pytest.mark.parametrize(
    "style",
    [
        "snake_case",
        "camelCase",
        "snake_case async",
        "camelCase async",
        "camelCase async mapping",
        "snake_case object",
    ],
)
class TestRecordStorage(AdapterContract):
    @pytest.fixture
    def adapter(self, style: str) -> Any:
        return build_style(style)


class AsyncDocuments:
    """The adapter of the examples, which receives texts, as coroutines in camelCase."""

    def __init__(self, path: str) -> None:
        inner = Documents(path)
        for name in ("initialize", "get_resources", "get_resource", "create_resource"):
            setattr(self, name_method(name, "camelCase"), _wrap(getattr(inner, name), "async"))
        for name in ("update_resource", "delete_resource", "close"):
            setattr(self, name_method(name, "camelCase"), _wrap(getattr(inner, name), "async"))


class TestAsyncDocuments(AdapterContract):
    @pytest.fixture
    def adapter(self, tmp_path: Any) -> Any:
        return AsyncDocuments(str(tmp_path / "documents"))


class LoopBound:
    """A connection that works on one event loop only, with savepoints that are asynchronous."""

    capabilities = ("savepoints",)

    def __init__(self) -> None:
        self.inner = RecordStorage()
        self.loop: Any = None
        self.scopes: list[str] = []

    async def initialize(self) -> None:
        self.loop = asyncio.get_running_loop()

    def savepoint(self, *, keep: bool = True) -> AbstractAsyncContextManager[None]:
        return self._open_scope(keep=keep)

    @asynccontextmanager
    async def _open_scope(self, *, keep: bool) -> AsyncIterator[None]:
        assert asyncio.get_running_loop() is self.loop
        before = {name: dict(each) for name, each in self.inner.records.items()}
        try:
            yield
        except BaseException:
            self.inner.records = before
            self.scopes.append("undone")
            raise
        if not keep:
            self.inner.records = before
        self.scopes.append("kept" if keep else "undone")

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.inner, name)

        @wraps(method)
        async def call(*args: Any) -> Any:
            assert asyncio.get_running_loop() is self.loop
            return method(*args)

        return call


class TestLoopBound(AdapterContract):
    @pytest.fixture
    def adapter(self) -> Any:
        return LoopBound()


def test_an_asynchronous_savepoint_undoes_a_refused_change() -> None:
    adapter = LoopBound()
    with closing(open_store({**API, "data": {"notes": [{"id": 1}]}}, adapter=adapter)) as store:
        with pytest.raises(ConflictError, match=r"notes\.id is unique, and 1 is taken"):
            store["notes"].create(id=1)
        assert adapter.scopes[-1] == "undone"
        assert [note.id for note in store["notes"]] == [1]


def test_an_adapter_that_returns_nothing_is_new_while_it_is_empty() -> None:
    api, adapter = {**API, "data": {"notes": [{"id": 1, "text": "first"}]}}, RecordStorage()
    with closing(open_store(api, adapter=adapter)) as store:
        store["notes"].create(text="second")
    with closing(open_store(api, adapter=adapter)) as store:
        assert [note.text for note in store["notes"]] == ["first", "second"]


def test_a_failed_result_is_an_error_with_its_words() -> None:
    class Failing(RecordStorage):
        def delete_resource(self, resource: str, key: Any) -> Any:
            return {"ok": False, "error": "the table is locked"}

        def update_resource(self, resource: str, key: Any, data: Any) -> Any:
            return Result(False, error=ValueError("too long"))

    with closing(open_store({**API, "data": {"notes": [{"id": 1}]}}, adapter=Failing())) as store:
        with pytest.raises(
            StoreError, match=r"Failing failed in delete_resource\(\): the table is locked\."
        ):
            store["notes"].delete(1)
        with pytest.raises(
            StoreError, match=r"Failing failed in update_resource\(\): ValueError: too long\."
        ):
            store["notes"].patch(1, text="x")


def test_a_record_with_a_field_ok_is_not_a_result() -> None:
    fields = {"id": "number", "ok": "boolean", "value": "string"}
    api = {"resources": {"checks": {"fields": fields}}}
    with closing(open_store(api, adapter=RecordStorage())) as store:
        store["checks"].create(ok=False, value="x")
        assert store["checks"].get(1).value == "x"


def test_the_loop_of_an_adapter_ends_with_the_store() -> None:
    with closing(open_store(API, adapter=build_style("camelCase async"))) as store:
        store["notes"].create(text="x")
        assert "pfg-StyledRecordStorage" in {thread.name for thread in threading.enumerate()}
    assert "pfg-StyledRecordStorage" not in {thread.name for thread in threading.enumerate()}


def test_a_method_is_looked_up_in_both_spellings() -> None:
    class Incomplete:
        def initialize(self) -> None: ...

        def getResources(self, resource: str) -> list[Any]: ...

    with pytest.raises(StoreError, match=r"it does not have get_resource\(\)") as caught:
        complete_adapter(Incomplete())
    assert "getResource" in caught.value.hint


def test_texts_and_mappings_are_the_same_record() -> None:
    class Texts(RecordStorage):
        def get_resource(self, resource: str, key: Any) -> Any:
            record = super().get_resource(resource, key)
            return None if record is None else json.dumps({**record, "text": "as text"})

    with closing(open_store({**API, "data": {"notes": [{"id": 1}]}}, adapter=Texts())) as store:
        assert loads(store.rows("notes").get(1))["text"] == "as text"


def test_the_stats_of_an_adapter_are_shown() -> None:
    with closing(open_store(API, adapter=build_style("camelCase async mapping"))) as store:
        store["notes"].create(text="x")
        assert store.get_stats()["storage"] == {"notes": {"count": 1, "lastModified": 0}}


def test_a_locked_record_may_be_a_mapping() -> None:
    class Locking(RecordStorage):
        locked: tuple[str, Any] = ("", None)

        async def lockResource(self, resource: str, key: Any) -> Any:
            self.locked = (resource, key)
            return {"ok": True, "value": self.get_resource(resource, key)}

    adapter = Locking()
    with closing(open_store({**API, "data": {"notes": [{"id": 1}]}}, adapter=adapter)) as store:
        texts: list[bytes] = []
        store.rows("notes").patch(1, b'{"text": "x"}', guard=texts.append)
    assert texts == [b'{"id":1,"text":null}']
    assert adapter.locked == ("notes", 1)
