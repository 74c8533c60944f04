"""A file of JSON that people can read and edit: loaded at the start, written whole.

Between two writes the state is in memory. What is written takes the file's place in one step, so a reader, and whoever
starts after a crash, sees one state or the other.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.errors import EmitError, StoreError
from pytest_fixturegen.store.adapters.adapter import CAPABILITIES, Capability
from pytest_fixturegen.store.adapters.sqlite import open_memory
from pytest_fixturegen.store.schema import Schema
from pytest_fixturegen.store.state_text import format_state, parse_state


class JsonFileAdapter:
    """The adapter of a file. Its methods are the contract's: see Adapter. *lock* keeps two threads apart.

    With *auto_save* each change is on the disk *interval* seconds after it at the latest; with no interval, before it is
    acknowledged. Where the file could not be written in time, neither is the next change acknowledged before it is.
    """

    capabilities: frozenset[Capability] = frozenset(CAPABILITIES)

    def __init__(
        self, path: str, *, auto_save: bool, interval: float, lock: AbstractContextManager[Any]
    ) -> None:
        self._path = Path(path)
        self._auto_save = auto_save
        self._interval = interval
        self._lock = lock
        self._state = open_memory()
        self._schema = Schema(())
        self._depth = 0
        self._dirty = self._is_late = False
        self._saves = 0
        self._passed_over = False
        self._closed = threading.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._state, name)

    def initialize(self, schema: Schema) -> bool:
        """See Adapter. Raises StoreError when the file holds something else than records of *schema*."""
        self._schema = schema
        self._state.initialize(schema)
        is_there = self._path.exists() and not self._passed_over
        if is_there:
            self.load()
        if self._auto_save and self._interval:
            threading.Thread(
                target=self._save_periodically, name="pfg-json-file", daemon=True
            ).start()
        return not is_there

    def wipe(self) -> None:
        """Pass over what the file holds, whatever that is; the next save writes over it."""
        self._passed_over = True

    @contextmanager
    def savepoint(self, *, keep: bool = True) -> Iterator[None]:
        """See Adapter."""
        self._depth += 1
        try:
            with self._state.savepoint(keep=keep):
                yield
                if keep and self._depth == 1:
                    self._note_change()
        finally:
            self._depth -= 1

    def save(self) -> None:
        """See Adapter. Raises StoreError when the file cannot be written."""
        state = self._state.backup()
        try:
            write_atomically(self._path, format_state(state))
        except EmitError as error:
            raise StoreError(
                error.message, hint="Choose another path with --db-path.", path=str(self._path)
            ) from error
        self._dirty = self._is_late = False
        self._saves += 1

    def load(self) -> None:
        """See Adapter. Raises StoreError when the file cannot be read as records."""
        try:
            text = self._path.read_bytes()
        except OSError as error:
            raise StoreError(
                f"{self._path} cannot be read: {error.strerror}.", path=str(self._path)
            ) from error
        self._state.restore(parse_state(text, self._schema, str(self._path), with_validation=True))

    def get_stats(self) -> dict[str, Any]:
        """See Adapter."""
        return {"file": str(self._path), "saves": self._saves, "unsaved": self._dirty}

    def close(self) -> None:
        """See Adapter. What is not saved yet is, with *auto_save*."""
        self._closed.set()
        with self._lock:  # which the writer, once it has it, leaves without writing
            try:
                if self._auto_save and self._dirty:
                    self.save()
            finally:
                self._state.close()

    def _note_change(self) -> None:
        self._dirty = True
        if self._auto_save and (self._is_late or not self._interval):
            self.save()

    def _save_periodically(self) -> None:
        while not self._closed.wait(self._interval * 0.8):
            with self._lock:
                if self._dirty and not self._depth and not self._closed.is_set():
                    self._try_save()

    def _try_save(self) -> None:
        try:
            self.save()
        except StoreError:  # which whoever writes next is told
            self._is_late = True


def open_json_file(path: str, config: StoreConfig, lock: threading.RLock) -> JsonFileAdapter:
    """A store in the JSON file at *path*, saved as *config* says."""
    return JsonFileAdapter(
        path, auto_save=config.auto_save, interval=config.save_interval, lock=lock
    )
