"""One contract, and each kind of storage that keeps it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from examples.adapters.document import Documents
from pytest_fixturegen.store.adapters.json_file import JsonFile
from pytest_fixturegen.store.adapters.postgres import postgres
from pytest_fixturegen.store.adapters.sqlite import memory, sqlite
from pytest_fixturegen.store.contract import AdapterContract


class TestMemory(AdapterContract):
    @pytest.fixture
    def adapter(self) -> Any:
        return memory()


class TestSqlite(AdapterContract):
    @pytest.fixture
    def adapter(self, tmp_path: Path) -> Any:
        return sqlite(str(tmp_path / "store.db"))


class TestJsonFile(AdapterContract):
    @pytest.fixture
    def adapter(self, tmp_path: Path) -> Any:
        return JsonFile(str(tmp_path / "store.json"), auto_save=True, interval=60, lock=threading.RLock())


class TestPostgres(AdapterContract):
    @pytest.fixture
    def adapter(self, dsn: str) -> Any:
        return postgres(dsn)


class TestDocuments(AdapterContract):
    @pytest.fixture
    def adapter(self, tmp_path: Path) -> Any:
        return Documents(str(tmp_path / "documents"))


class Less:
    """The adapter in memory without references, which says that it can do no more than *capabilities*."""

    def __init__(self, *capabilities: str) -> None:
        self.capabilities = capabilities
        self._inner = memory()
        self._inner._connection.run("pragma foreign_keys = off")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


@pytest.mark.parametrize("able", ["queries", "numbers", "savepoints snapshots", "savepoints numbers"])
class TestLess(AdapterContract):
    @pytest.fixture
    def adapter(self, able: str) -> Any:
        return Less(*able.split())
