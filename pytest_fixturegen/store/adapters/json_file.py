"""The adapter ``json-file``: a file of JSON that people can read and edit.

The state is in memory between two writes. A write replaces the whole file in one step, so a reader,
or a process that starts after a crash, sees either the old state or the new one.
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
from pytest_fixturegen.store.adapters.snapshot_files import SnapshotFolder
from pytest_fixturegen.store.adapters.sqlite import open_memory
from pytest_fixturegen.store.schema import Schema
from pytest_fixturegen.store.state_text import format_state, parse_state

SAVE_AHEAD = 0.8
"""The part of the interval after which the thread saves: the rest is time for the write itself."""


class JsonFileAdapter:
    """The adapter of a file. :class:`Adapter` describes its methods.

    With *auto_save*, a thread writes each change to the file within *interval* seconds; if the
    interval is 0, a change is in the file before it is acknowledged. If the file cannot be written
    in time, the next change is acknowledged only after the file is written. *lock* is the lock of
    the store. Snapshots are files in a folder next to the file: ``db.snapshots`` for ``db.json``.
    """

    capabilities: frozenset[Capability] = frozenset(CAPABILITIES)
    has_snapshot_files = True

    def __init__(
        self,
        path: str,
        *,
        auto_save: bool,
        interval: float,
        lock: AbstractContextManager[Any],
        stop_event: threading.Event | None = None,
    ) -> None:
        """Start with an empty state in memory; the file is first read by *initialize*.

        Setting *stop_event* ends the thread that saves. If it is None, the adapter creates one.
        """
        self._path = Path(path)
        self._auto_save = auto_save
        self._interval = interval
        self._lock = lock
        self._state = open_memory()
        folder = SnapshotFolder(self._path.with_suffix(".snapshots"))
        self.snapshot, self.get_snapshot = folder.save, folder.read
        self.list_snapshots, self.delete_snapshot = folder.list_names, folder.delete
        self._snapshot_folder = folder
        self._schema = Schema(())
        self._depth = 0
        self._saves = 0
        self._has_unsaved_changes = False
        self._is_late = False
        self._ignores_file = False
        self._stop_event = stop_event or threading.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._state, name)

    def initialize(self, schema: Schema) -> bool:
        """See Adapter. Raise StoreError if the file does not hold records of *schema*."""
        self._schema = schema
        self._state.initialize(schema)
        has_file = self._path.exists() and not self._ignores_file
        if has_file:
            self.load()
        if self._auto_save and self._interval:
            threading.Thread(
                target=self._save_periodically, name="pfg-json-file", daemon=True
            ).start()
        return not has_file

    def wipe(self) -> None:
        """Ignore the content of the file. The next save replaces it."""
        self._ignores_file = True

    @contextmanager
    def savepoint(self, *, keep: bool = True) -> Iterator[None]:
        """See Adapter."""
        self._depth += 1
        try:
            with self._snapshot_folder.scope(keep=keep), self._state.savepoint(keep=keep):
                yield
                # Inside the scope: if the file cannot be written, the change is undone.
                if keep and self._depth == 1:
                    self._note_change()
        finally:
            self._depth -= 1

    def save(self) -> None:
        """See Adapter. Raise StoreError if the file cannot be written."""
        state = self._state.backup()
        try:
            write_atomically(self._path, format_state(state))
        except EmitError as error:
            raise StoreError(
                error.message, hint="Choose another path with --db-path.", path=str(self._path)
            ) from error
        self._has_unsaved_changes = self._is_late = False
        self._saves += 1

    def load(self) -> None:
        """See Adapter. Raise StoreError if the file cannot be read, or does not hold records."""
        try:
            text = self._path.read_bytes()
        except OSError as error:
            raise StoreError(
                f"Cannot read {self._path}: {error.strerror}.", path=str(self._path)
            ) from error
        state = parse_state(
            text,
            self._schema,
            str(self._path),
            with_validation=True,
        )
        self._state.restore(state)

    def get_stats(self) -> dict[str, Any]:
        """See Adapter."""
        return {
            "file": str(self._path),
            "saves": self._saves,
            "unsaved": self._has_unsaved_changes,
        }

    def close(self) -> None:
        """See Adapter. With *auto_save*, save the last changes."""
        self._stop_event.set()
        # The thread may wait for this lock: when it gets it, it stops without a write.
        with self._lock:
            try:
                if self._auto_save and self._has_unsaved_changes:
                    self.save()
            finally:
                self._state.close()

    def _note_change(self) -> None:
        """Mark the state as changed, and save it at once if it must not wait for the thread."""
        self._has_unsaved_changes = True
        is_due = self._is_late or not self._interval
        if self._auto_save and is_due:
            self.save()

    def _save_periodically(self) -> None:
        """Save pending changes before each interval ends, until the adapter closes."""
        while not self._stop_event.wait(self._interval * SAVE_AHEAD):
            with self._lock:
                # An open scope may still undo its changes.
                is_due = self._has_unsaved_changes and not self._depth
                if is_due and not self._stop_event.is_set():
                    self._try_save()

    def _try_save(self) -> None:
        """Save, or make the next change wait for the file if it cannot be written."""
        try:
            self.save()
        except StoreError:  # the next change tries again, and raises
            self._is_late = True


def open_json_file(
    path: str,
    config: StoreConfig,
    lock: threading.RLock,
) -> JsonFileAdapter:
    """Return a store in the JSON file at *path*, saved as *config* says."""
    return JsonFileAdapter(
        path, auto_save=config.auto_save, interval=config.save_interval, lock=lock
    )
