"""Named states of a store, saved and restored: in a directory, or in the storage of the adapter."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pytest_fixturegen.store.adapters.limited_files import MAX_STATE_BYTES
from pytest_fixturegen.store.adapters.snapshot_files import SnapshotFolder
from pytest_fixturegen.store.errors import BadRequestError, is_store_error, make_unknown_error
from pytest_fixturegen.store.snapshot_info import (
    HEADER_LIMIT,
    SnapshotInfo,
    format_snapshot,
    has_header,
    read_info,
)
from pytest_fixturegen.store.state_text import parse_state

if TYPE_CHECKING:
    from pytest_fixturegen.store.store import Store

__tracebackhide__ = is_store_error

SNAPSHOT_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}", re.ASCII)
"""A valid name of a snapshot: never a path, a hidden file or a device."""

MAX_DESCRIPTION_LENGTH = 1000
"""How many characters the description of a snapshot has at most."""


def get_utc_time() -> datetime:
    """Return the current time in UTC."""
    return datetime.now(timezone.utc)


class Snapshots:
    """The named states of *store*: files in *directory*, or part of the storage without one."""

    def __init__(
        self,
        store: Store,
        directory: str,
        *,
        is_enabled: bool,
        max_bytes: int = MAX_STATE_BYTES,
        get_time: Callable[[], datetime] = get_utc_time,
    ) -> None:
        """Keep snapshots as files in *directory*, or in the adapter if it is empty.

        If not *is_enabled*, every use raises BadRequestError. No file of more than *max_bytes* is
        read. *get_time* returns the time of a new snapshot.
        """
        self._store = store
        self._get_time = get_time
        self._max_bytes = max_bytes
        self._folder = SnapshotFolder(Path(directory), max_bytes) if directory else None
        self._is_enabled = is_enabled

    def keep_in(self, directory: str) -> None:
        """Keep snapshots as files in *directory*, if the storage keeps none.

        A configured directory takes precedence.
        """
        is_kept = "snapshots" in self._store.capabilities
        if self._folder is None and not is_kept:
            self._folder = SnapshotFolder(Path(directory), self._max_bytes)

    def save(
        self,
        name: str,
        description: str = "",
    ) -> SnapshotInfo:
        """Save the current state as *name*, and return what a list shows of it.

        A snapshot of this name is replaced. Raise BadRequestError if an argument is invalid.
        """
        self._require_valid(name)
        _require_description(description)
        if self._folder is None:
            # The storage may copy its tables: they must still be those that the text describes.
            with self._store.lock, self._store.adapter.savepoint():
                info, text = self._describe_state(name, description)
                self._store.adapter.snapshot(name, text)
            return info
        with self._store.lock:
            info, text = self._describe_state(name, description)
        self._folder.save(name, text)
        return info

    def _describe_state(
        self,
        name: str,
        description: str,
    ) -> tuple[SnapshotInfo, bytes]:
        """Return the facts and the text of a snapshot of the current state."""
        state = self._store.adapter.backup()
        info = SnapshotInfo.describe(
            name,
            description,
            self._get_time(),
            state,
        )
        return info, format_snapshot(info, state)

    def restore(self, name: str) -> None:
        """Replace the current state by the one saved as *name*.

        Raise MissingError if it does not exist.
        """
        self._require_valid(name)
        store = self._store
        with store.lock:
            text = self._read_text(name)
            if text is None:
                raise make_unknown_error("snapshot", name, self.list_names())
            if self._folder is None and self._restore_copy(text):
                return
        # People may edit a file, but not a snapshot within a database. Parsing takes long: other
        # requests use the store meanwhile.
        is_editable = self._folder is not None or has_snapshot_files(store.adapter)
        state = parse_state(
            text, store.schema, f"The snapshot {name!r}", with_validation=is_editable
        )
        with store.lock:
            with store.transaction():
                store.adapter.restore(state)
            store.clear_cache()

    def _restore_copy(self, text: bytes) -> bool:
        """Restore the copy of the state *text* that the storage has, and return whether it has."""
        with self._store.transaction():
            is_restored = self._store.adapter.restore_copy(text)
        if is_restored:
            self._store.clear_cache()
        return is_restored

    def list_names(self) -> list[str]:
        """Return the names of all snapshots in alphabetical order."""
        self._require_enabled()
        if self._folder is None:
            with self._store.lock:
                return self._store.adapter.list_snapshots()
        return [name for name in self._folder.list_names() if SNAPSHOT_NAME.fullmatch(name)]

    def list_infos(self) -> list[SnapshotInfo]:
        """Return the metadata of each snapshot, in alphabetical order of the names."""
        return [self._read_info(name) for name in self.list_names()]

    def delete(self, name: str) -> None:
        """Delete the snapshot *name*. Raise MissingError if it does not exist."""
        self._require_valid(name)
        if self._folder is None:
            with self._store.lock, self._store.adapter.savepoint():
                is_deleted = self._store.adapter.delete_snapshot(name)
        else:
            is_deleted = self._folder.delete(name)
        if not is_deleted:
            raise make_unknown_error("snapshot", name, self.list_names())

    def _read_info(self, name: str) -> SnapshotInfo:
        """Return the metadata of the snapshot *name*, from its header or its file."""
        if self._folder is None:
            with self._store.lock:
                return read_info(
                    name,
                    self._read_text(name) or b"",
                    None,
                )
        text = self._folder.read(name, HEADER_LIMIT) or b""
        if not has_header(text):  # an older version, or an editor, wrote the file
            text = self._folder.read(name) or b""
        return read_info(
            name,
            text,
            self._folder.read_time(name),
        )

    def _read_text(self, name: str) -> bytes | None:
        """Return the saved text, or None if no snapshot has this name."""
        if self._folder is None:
            return self._store.adapter.get_snapshot(name)
        return self._folder.read(name)

    def _require_valid(self, name: str) -> None:
        """Raise BadRequestError if snapshots are disabled, or *name* is not a valid name."""
        self._require_enabled()
        if not isinstance(name, str) or not SNAPSHOT_NAME.fullmatch(name):
            raise BadRequestError(
                f"Invalid name of a snapshot: {str(name)[:80]!r}.",
                hint="Use letters, digits, '.', '_' and '-', 100 at most.",
            )

    def _require_enabled(self) -> None:
        """Raise BadRequestError if the store was opened without snapshots."""
        if not self._is_enabled:
            raise BadRequestError(
                "Snapshots are disabled.",
                hint="Enable them with --snapshots, or snapshots.enabled in the API file.",
            )


def has_snapshot_files(adapter: Any) -> bool:
    """Return whether *adapter* keeps its snapshots as files, which people may edit."""
    return bool(getattr(getattr(adapter, "adapter", adapter), "has_snapshot_files", False))


def _require_description(description: Any) -> None:
    """Raise BadRequestError unless *description* is a text of at most 1000 characters."""
    if not isinstance(description, str) or len(description) > MAX_DESCRIPTION_LENGTH:
        raise BadRequestError(
            f"Invalid description of a snapshot: expected a text of at most"
            f" {MAX_DESCRIPTION_LENGTH} characters, got {str(description)[:80]!r}.",
            hint="Send a text.",
        )
