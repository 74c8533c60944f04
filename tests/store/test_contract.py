"""Every adapter fulfils the contract."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from examples.adapters.document import Documents
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.adapters.emulation import complete_adapter
from pytest_fixturegen.store.adapters.json_file import JsonFileAdapter
from pytest_fixturegen.store.adapters.postgres import open_postgres
from pytest_fixturegen.store.adapters.sql import SqlAdapter
from pytest_fixturegen.store.adapters.sqlite import (
    MEMORY_PATH,
    SQLITE_DIALECT,
    SqliteConnection,
    open_memory,
    open_sqlite,
)
from pytest_fixturegen.store.contract import AdapterContract
from pytest_fixturegen.store.contract_sample import build_sample_schema
from pytest_fixturegen.store.schema import Key


class TestMemory(AdapterContract):
    @pytest.fixture
    def adapter(self) -> Any:
        return open_memory()


class TestSqlite(AdapterContract):
    @pytest.fixture
    def adapter(self, tmp_path: Path) -> Any:
        return open_sqlite(str(tmp_path / "store.db"))


class TestJsonFile(AdapterContract):
    @pytest.fixture
    def adapter(self, tmp_path: Path) -> Any:
        return JsonFileAdapter(
            str(tmp_path / "store.json"), auto_save=True, interval=60, lock=threading.RLock()
        )


class TestPostgres(AdapterContract):
    @pytest.fixture
    def adapter(self, dsn: str) -> Any:
        return open_postgres(dsn)


class TestDocuments(AdapterContract):
    @pytest.fixture
    def adapter(self, tmp_path: Path) -> Any:
        return Documents(str(tmp_path / "documents"))


class LimitedAdapter:
    """The adapter in memory with only some *capabilities*, and without references."""

    def __init__(self, *capabilities: str) -> None:
        self.capabilities = capabilities
        connection = SqliteConnection(MEMORY_PATH)
        connection.execute("pragma foreign_keys = off")
        self._inner = SqlAdapter(connection, SQLITE_DIALECT)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


@pytest.mark.parametrize(
    "capabilities", ["queries", "numbers", "savepoints snapshots", "savepoints numbers"]
)
class TestLimitedAdapter(AdapterContract):
    @pytest.fixture
    def adapter(self, capabilities: str) -> Any:
        return LimitedAdapter(*capabilities.split())


class FullFolder(Documents):
    """A folder that takes six documents and no more."""

    def create_resource(self, resource: str, key: Key, text: bytes) -> None:
        if sum(map(len, self._order.values())) == 6:
            raise OSError("no space left")
        super().create_resource(resource, key, text)


def test_a_failure_within_create_many_leaves_no_record(tmp_path: Path) -> None:
    adapter = complete_adapter(FullFolder(str(tmp_path / "documents")))
    adapter.initialize(build_sample_schema())
    adapter.create_many("shelves", [(key, dumps({"id": key, "room": "x"})) for key in range(4)])
    with pytest.raises(
        StoreError,
        match=r"The adapter FullFolder failed in create_resource\(\): OSError: no space left",
    ):
        adapter.create_many(
            "shelves", [(key, dumps({"id": key, "room": "x"})) for key in range(4, 9)]
        )
    assert adapter.count("shelves") == 4
