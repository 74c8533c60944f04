"""The adapter ``json-file``: a file of JSON that people can read and edit.

The state is in memory. A committed change is appended to a log next to the file before it is
acknowledged, so a crash loses nothing; a thread replaces the file atomically from time to time.
A reader of the file sees either an older state or the current one, always complete.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.regular_files import find_real_path
from pytest_fixturegen._internal.user_code import undo_on_error
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.errors import StoreError, format_os_error
from pytest_fixturegen.store.adapters.adapter import CAPABILITIES, Capability, State
from pytest_fixturegen.store.adapters.change_log import ChangeLog
from pytest_fixturegen.store.adapters.limited_files import MAX_STATE_BYTES
from pytest_fixturegen.store.adapters.log_replay import (
    format_delete,
    format_number,
    format_put,
    replay_changes,
)
from pytest_fixturegen.store.adapters.snapshot_files import SnapshotFolder
from pytest_fixturegen.store.adapters.sqlite import open_memory
from pytest_fixturegen.store.adapters.watched_file import WatchedFile, compute_digest
from pytest_fixturegen.store.errors import ConflictError
from pytest_fixturegen.store.schema import Key, Record, Schema
from pytest_fixturegen.store.state_text import format_state, parse_state

SAVE_AHEAD = 0.8
"""The part of the interval after which the thread saves: the rest is time for the write itself."""

SAVE_PAUSE_SECONDS = 0.5
"""Pause between two writes of the whole file if no interval is set."""

SAVE_COST_FACTOR = 20
"""A pause lasts at least so many times as the last write took, so writes cost 5 % of the time."""


class JsonFileAdapter:
    """The adapter of a file. :class:`Adapter` describes its methods.

    With *auto_save*, a change is in the log before it is acknowledged, and in the file after
    *interval* seconds, or about half a second if the interval is 0. If the file cannot be written
    in time, the next change is acknowledged only after the file is written. Without *auto_save*,
    only *save* writes. *lock* is the lock of the store.
    Snapshots are files in a folder next to the file: ``db.snapshots`` for ``db.json``. A file of
    more than *max_bytes* is not read.
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
        max_bytes: int = MAX_STATE_BYTES,
    ) -> None:
        """Start with an empty state in memory; the file is first read by *initialize*.

        Setting *stop_event* ends the thread that saves. If it is None, the adapter creates one.
        """
        self._path = Path(path)
        target = _find_target(self._path)  # a symbolic link and its target share one log
        self._file = WatchedFile(target, max_bytes)
        self._log = ChangeLog(target, max_bytes)
        self._auto_save = auto_save
        self._interval = interval
        self._lock = lock
        self._state = open_memory()
        folder = SnapshotFolder(self._path.with_suffix(".snapshots"), max_bytes)
        self.snapshot, self.get_snapshot = folder.save, folder.read
        self.list_snapshots, self.delete_snapshot = folder.list_names, folder.delete
        self._snapshot_folder = folder
        self._schema = Schema(())
        self._depth = 0
        self._pending: list[bytes] = []
        self._saves = 0
        self._save_seconds = 0.0
        self._must_save = False
        self._has_other_format = False
        self._has_unsaved_changes = False
        self._is_late = False
        self._ignores_file = False
        self._stop_event = stop_event or threading.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._state, name)

    def initialize(self, schema: Schema) -> bool:
        """See Adapter. Raise StoreError if the file does not hold records of *schema*.

        Raise StoreError, too, if another store has the file open.
        """
        self._schema = schema
        self._state.initialize(schema)
        # In a folder that cannot be written, a store can be read; the first change fails.
        with suppress(OSError):
            self._log.acquire()
        has_file = self._path.exists() and not self._ignores_file
        with undo_on_error(partial(self._log.close, is_obsolete=False)):
            if has_file:
                self._read_file()
            elif self._path.is_file():  # a reset replaces it, and drops its log with it
                self._file.accept(*self._file.read())
            elif self._log.is_open:
                self._log.restart("")
        self._must_save = not has_file
        if self._auto_save:
            threading.Thread(
                target=self._save_periodically, name="pfg-json-file", daemon=True
            ).start()
        return not has_file

    def wipe(self) -> None:
        """Ignore the content of the file. The next save replaces it."""
        self._ignores_file = True

    def create_resource(
        self,
        resource: str,
        key: Key,
        text: bytes,
    ) -> None:
        """See Adapter."""
        with self._ensure_scope():
            self._state.create_resource(resource, key, text)
            self._pending.append(format_put(resource, text))

    def create_many(
        self,
        resource: str,
        rows: Sequence[tuple[Key, bytes]],
    ) -> None:
        """See Adapter."""
        with self._ensure_scope():
            self._state.create_many(resource, rows)
            self._pending += [format_put(resource, text) for _, text in rows]

    def update_resource(
        self,
        resource: str,
        key: Key,
        text: bytes,
    ) -> None:
        """See Adapter."""
        with self._ensure_scope():
            self._state.update_resource(resource, key, text)
            self._pending.append(format_put(resource, text))

    def patch_resource(
        self,
        resource: str,
        key: Key,
        changes: Record,
    ) -> None:
        """See Adapter."""
        with self._ensure_scope():
            self._state.patch_resource(resource, key, changes)
            text = self._state.get_resource(resource, key)
            assert text is not None
            self._pending.append(format_put(resource, text))

    def delete_resource(
        self,
        resource: str,
        key: Key,
    ) -> bool:
        """See Adapter."""
        with self._ensure_scope():
            is_deleted = self._state.delete_resource(resource, key)
            if is_deleted:
                self._pending.append(format_delete(resource, key))
        return is_deleted

    def next_number(self, resource: str) -> int:
        """See Adapter."""
        with self._ensure_scope():
            number = self._state.next_number(resource)
            self._pending.append(format_number(resource, number))
        return number

    def restore(self, state: State) -> None:
        """See Adapter."""
        with self._ensure_scope():
            self._state.restore(state)
            self._must_save = True

    def restore_copy(self, subject: bytes) -> bool:
        """See Adapter."""
        with self._ensure_scope():
            is_restored = self._state.restore_copy(subject)
            self._must_save = self._must_save or is_restored
        return is_restored

    def reset(self) -> None:
        """See Adapter."""
        with self._ensure_scope():
            self._state.reset()
            self._must_save = True

    @contextmanager
    def savepoint(self, *, keep: bool = True) -> Iterator[None]:
        """See Adapter."""
        start = len(self._pending)
        self._depth += 1
        is_kept = False
        try:
            with self._snapshot_folder.scope(keep=keep), self._state.savepoint(keep=keep):
                yield
                # Inside the scope: if the disk refuses the change, it is undone.
                if keep and self._depth == 1:
                    self._commit_changes()
                is_kept = keep
        finally:
            self._depth -= 1
            if not is_kept:
                del self._pending[start:]

    def detect_changes(self) -> bool:
        """See Adapter. If the file was edited, and has all changes of this store, read it again.

        A file that is not valid is left alone: the next change is refused.
        """
        if self._depth or self._has_unsaved_changes or not self._file.is_edited():
            return False
        try:
            self.load()
        except StoreError as error:
            self._file.reject(error.message)
            return False
        return True

    def save(self) -> None:
        """See Adapter. Raise StoreError if the file cannot be written, or was edited."""
        self._require_unedited()
        self._open_log()
        started_at = time.monotonic()
        state = self._state.backup()
        base = self._file.write(
            format_state(state),
            self._log.append_base,
        )
        self._log.restart(base)
        self._save_seconds = time.monotonic() - started_at
        self._has_unsaved_changes = self._is_late = self._has_other_format = False
        self._must_save = self._depth > 0  # the open scope may undo what the file now has
        self._pending.clear()
        self._saves += 1

    def load(self) -> None:
        """See Adapter. Raise StoreError if the file cannot be read, or does not hold records.

        Changes that only the log contains are dropped.
        """
        text, signature = self._file.read()
        self._restore_text(text)
        self._file.accept(text, signature)
        self._pending.clear()
        self._has_unsaved_changes = self._is_late = False
        self._must_save = self._depth > 1  # a scope of a test may undo it
        if self._log.is_open:
            self._log.restart(self._file.digest)

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
                # Changes that could not be saved stay in the log for the next start.
                has_changes = self._auto_save and self._has_unsaved_changes
                self._log.close(is_obsolete=not has_changes)
                self._state.close()

    def _ensure_scope(self) -> AbstractContextManager[None]:
        """Return a scope that commits its changes at its end, unless an outer scope does."""
        return nullcontext() if self._depth else self.savepoint()

    def _read_file(self) -> None:
        """Read the file, and apply the changes that a killed process left in the log."""
        text, signature = self._file.read()
        changes = self._read_log(compute_digest([text]))
        location = str(self._path)
        current = (
            replay_changes(
                text,
                changes,
                self._schema,
                location,
            )
            if changes
            else text
        )
        self._restore_text(current)
        self._file.accept(text, signature)
        if changes:
            self._has_unsaved_changes = True
            self.save()
        elif self._log.is_open:
            self._log.restart(self._file.digest)

    def _read_log(self, base: str) -> tuple[bytes, ...]:
        """Return the changes that the file lacks. Raise StoreError if it was edited since."""
        changes = self._log.read_pending(base) if self._log.is_open else ()
        if changes is None:
            raise StoreError(
                f"{self._path} was edited after a store that was killed left changes in"
                f" {self._log.path.name}: expected the file that they belong to, got another one.",
                hint=f"Delete {self._log.path} to give up these changes, or start with --reset.",
                path=str(self._path),
            )
        return changes

    def _restore_text(self, text: bytes) -> None:
        """Replace the state by the one that *text*, the content of the file, describes.

        If this store writes it in another way, the next change writes the whole file: the log needs
        a file with keys as this store writes them.
        """
        state = parse_state(
            text,
            self._schema,
            str(self._path),
            with_validation=True,
        )
        self._state.restore(state)
        written = compute_digest(format_state(self._state.backup()))
        self._has_other_format = written != compute_digest([text])

    def _commit_changes(self) -> None:
        """Write the changes of a transaction to the log, or to the file if they must not wait."""
        if not self._pending and not self._must_save:
            return
        if not self._auto_save:
            self._has_unsaved_changes = True
            self._pending.clear()
            return
        self._require_unedited()
        if self._must_save or self._has_other_format or self._is_late:
            self.save()
            self._must_save = False
            return
        self._open_log()
        self._log.append(self._pending)
        self._pending.clear()
        self._has_unsaved_changes = True

    def _open_log(self) -> None:
        """Open and lock the log, if that was not possible before. Raise StoreError if it fails."""
        if self._log.is_open:
            return
        try:
            self._log.acquire()
        except OSError as error:
            raise self._file.make_write_error(error) from error
        self._log.restart(self._file.digest)

    def _require_unedited(self) -> None:
        """Raise ConflictError if the file is not the one that this store read or wrote last."""
        if not self._file.is_edited() and not self._file.problem:
            return
        reason = f" It is not valid: {self._file.problem}" if self._file.problem else ""
        raise ConflictError(
            f"{self._path} was edited by another program: expected the content that this store"
            f" wrote, got another one.{reason}",
            hint="POST /admin/load takes the edited file. To keep the records of this store"
            " instead, move the edited file away.",
            path=str(self._path),
        )

    def _save_periodically(self) -> None:
        """Save pending changes before each interval ends, until the adapter closes."""
        while not self._stop_event.wait(self._compute_pause()):
            with self._lock:
                # An open scope may still undo its changes.
                is_due = self._has_unsaved_changes and not self._depth
                if is_due and not self._stop_event.is_set():
                    self._try_save()

    def _compute_pause(self) -> float:
        """Return the seconds until the thread saves again."""
        if self._interval:
            return self._interval * SAVE_AHEAD
        return max(SAVE_PAUSE_SECONDS, SAVE_COST_FACTOR * self._save_seconds)

    def _try_save(self) -> None:
        """Save, or make the next change wait for the file if it cannot be written."""
        try:
            self.save()
        except StoreError:  # the next change tries again, and raises
            self._is_late = True


def _find_target(path: Path) -> Path:
    """Return the file that *path* names. Raise StoreError if a link must not be followed."""
    try:
        return find_real_path(path)
    except OSError as error:
        raise StoreError(
            f"Cannot use {path}: {format_os_error(error)}.",
            hint="Choose another path with --db-path.",
            path=str(path),
        ) from error


def open_json_file(
    path: str,
    config: StoreConfig,
    lock: threading.RLock,
) -> JsonFileAdapter:
    """Return a store in the JSON file at *path*, saved as *config* says."""
    return JsonFileAdapter(
        path,
        auto_save=config.auto_save,
        interval=config.save_interval,
        lock=lock,
        max_bytes=config.file_limit_mb << 20,
    )
