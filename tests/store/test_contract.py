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
