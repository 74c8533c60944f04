"""Named states of a store, saved and restored: in a directory, or in the storage of the adapter."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen.errors import EmitError, StoreError
from pytest_fixturegen.store.errors import BadRequestError, is_store_error, make_unknown_error
from pytest_fixturegen.store.state_text import format_state, parse_state

if TYPE_CHECKING:
    from pytest_fixturegen.store.store import Store

__tracebackhide__ = is_store_error

SNAPSHOT_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}", re.ASCII)
"""A valid name of a snapshot: never a path, a hidden file or a device."""


class Snapshots:
    """The named states of *store*: files in *directory*, or part of the storage without one."""

    def __init__(
        self,
        store: Store,
        directory: str,
        *,
        is_enabled: bool,
    ) -> None:
        """Keep snapshots as files in *directory*, or in the adapter if it is empty.

        If not *is_enabled*, every use raises BadRequestError.
        """
        self._store = store
        self._directory = Path(directory) if directory else None
        self._is_enabled = is_enabled

    def save(self, name: str) -> None:
        """Save the current state as *name*. Raise BadRequestError if the name is invalid."""
        path = self._build_path(name)
        with self._store.lock:
            text = b"".join(format_state(self._store.adapter.backup()))
            if path is None:
                with self._store.adapter.savepoint():
                    self._store.adapter.snapshot(name, text)
                return
        try:
            write_atomically(path, [text])
        except EmitError as error:
            raise StoreError(
                error.message, hint="Choose another directory for snapshots."
            ) from error

    def restore(self, name: str) -> None:
        """Replace the current state by the one saved as *name*.

        Raise MissingError if it does not exist.
        """
        path = self._build_path(name)
        store = self._store
        with store.transaction():
            text = self._read_text(name, path)
            if text is None:
                raise make_unknown_error("snapshot", name, self.list_names())
            if path is None and store.adapter.restore_copy(text):
                store.clear_cache()
                return
            # People may edit a file, but not a snapshot within the storage.
            is_editable = path is not None
            state = parse_state(
                text, store.schema, f"The snapshot {name!r}", with_validation=is_editable
            )
            store.adapter.restore(state)
            store.clear_cache()

    def list_names(self) -> list[str]:
        """Return the names of all snapshots in alphabetical order."""
        self._require_enabled()
        if self._directory is None:
            with self._store.lock:
                return self._store.adapter.list_snapshots()
        names = (path.stem for path in self._directory.glob("*.json"))
        return sorted(name for name in names if SNAPSHOT_NAME.fullmatch(name))

    def delete(self, name: str) -> None:
        """Delete the snapshot *name*. Raise MissingError if it does not exist."""
        path = self._build_path(name)
        if path is None:
            with self._store.lock, self._store.adapter.savepoint():
                is_deleted = self._store.adapter.delete_snapshot(name)
        else:
            is_deleted = path.is_file()
            path.unlink(missing_ok=True)
        if not is_deleted:
            raise make_unknown_error("snapshot", name, self.list_names())

    def _read_text(
        self,
        name: str,
        path: Path | None,
    ) -> bytes | None:
        """Return the saved text, or None if there is no such snapshot.

        If *path* is None, the adapter holds the snapshots.
        """
        if path is None:
            return self._store.adapter.get_snapshot(name)
        return path.read_bytes() if path.is_file() else None

    def _build_path(self, name: str) -> Path | None:
        """Return the file of the snapshot *name*, or None if the storage holds the snapshots."""
        self._require_enabled()
        if not isinstance(name, str) or not SNAPSHOT_NAME.fullmatch(name):
            raise BadRequestError(
                f"Invalid name of a snapshot: {str(name)[:80]!r}.",
                hint="Use letters, digits, '.', '_' and '-', 100 at most.",
            )
        return self._directory / f"{name}.json" if self._directory else None

    def _require_enabled(self) -> None:
        """Raise BadRequestError if the store was opened without snapshots."""
        if not self._is_enabled:
            raise BadRequestError(
                "Snapshots are disabled.",
                hint="Enable them with --snapshots, or snapshots.enabled in the API file.",
            )
