"""A connection to SQLite that counts what it does."""

from __future__ import annotations

import sqlite3
from typing import Any, ClassVar

from pytest_fixturegen.store.adapters.sql import SqlAdapter
from pytest_fixturegen.store.adapters.sqlite import MEMORY_PATH, SQLITE_DIALECT, SqliteConnection


class MeteredConnection(sqlite3.Connection):
    """Counts the steps of SQLite's virtual machine and lists the statements, over all instances."""

    steps: ClassVar[int] = 0
    statements: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_progress_handler(self._count_step, 1)
        self.set_trace_callback(self.statements.append)

    @classmethod
    def reset(cls) -> None:
        cls.steps = 0
        cls.statements.clear()

    @classmethod
    def _count_step(cls) -> None:
        cls.steps += 1


def open_metered() -> SqlAdapter:
    """Return an adapter in memory over a metered connection."""
    return SqlAdapter(SqliteConnection(MEMORY_PATH, MeteredConnection), SQLITE_DIALECT)
