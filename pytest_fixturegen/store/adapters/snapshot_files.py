"""Snapshots as files in a folder, which a savepoint undoes like any other change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen._internal.owned_files import STORE_STATE, require_replaceable
from pytest_fixturegen._internal.regular_files import open_regular
from pytest_fixturegen._internal.user_code import undo_on_error
from pytest_fixturegen.errors import EmitError, StoreError
from pytest_fixturegen.store.adapters.limited_files import MAX_STATE_BYTES, read_within

FolderScope = dict[str, "bytes | None"]
"""The text that each changed snapshot had before the scope; None if it did not exist."""


MISSING_ERRORS = (FileNotFoundError, NotADirectoryError)
"""Exceptions for a file whose parent folder does not exist, or is not a folder."""


@contextmanager
def _translate_errors(path: Path) -> Iterator[None]:
    """Turn an error of the system about *path* into StoreError."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"Cannot use the snapshot {path}: {error.strerror}.",
            hint="Look at the permissions of its folder.",
        ) from error


class SnapshotFolder:
    """The snapshots of an adapter: a file ``NAME.json`` for each in *folder*.

    The folder is created with the first snapshot.
    """

    def __init__(
        self,
        folder: Path,
        max_bytes: int = MAX_STATE_BYTES,
    ) -> None:
        """Use *folder*, which need not exist. No more than *max_bytes* of a file are read."""
        self._folder = folder
        self._max_bytes = max_bytes
        self._scopes: list[FolderScope] = []

    def save(
        self,
        name: str,
        state: bytes,
    ) -> None:
        """Save *state* as *name*. Raise StoreError if the file cannot be written."""
        self._note_change(name)
        self._write(name, state)

    def read(
        self,
        name: str,
        limit: int = -1,
    ) -> bytes | None:
        """Return the snapshot *name*, or at most *limit* bytes of its first line, or None.

        Raise StoreError if it cannot be read, or is too large.
        """
        path = self._build_path(name)
        with _translate_errors(path), suppress(*MISSING_ERRORS):
            file = os.fdopen(open_regular(path, follow_links=True), "rb")
            with file:
                if limit >= 0:
                    return file.readline(limit)
                return read_within(
                    file.fileno(),
                    path,
                    self._max_bytes,
                )
        return None

    def read_time(self, name: str) -> datetime | None:
        """Return when the file of the snapshot *name* was written, in UTC, or None."""
        with suppress(OSError):
            changed = self._build_path(name).stat().st_mtime
            return datetime.fromtimestamp(changed, timezone.utc)
        return None

    def list_names(self) -> list[str]:
        """Return the names of all snapshots in alphabetical order."""
        return sorted(path.stem for path in self._folder.glob("*.json"))

    def delete(self, name: str) -> bool:
        """Delete the snapshot *name*. Return False if it does not exist."""
        self._note_change(name)
        path = self._build_path(name)
        with _translate_errors(path), suppress(*MISSING_ERRORS):
            path.unlink()
            return True
        return False

    @contextmanager
    def scope(self, *, keep: bool) -> Iterator[None]:
        """Return a scope that undoes its changes if it raises, or *keep* is false. Scopes nest."""
        self._scopes.append({})
        with undo_on_error(self._undo_scope):
            yield
        if not keep:
            self._undo_scope()
            return
        changes = self._scopes.pop()
        if self._scopes:
            self._scopes[-1] = {**changes, **self._scopes[-1]}

    def _note_change(self, name: str) -> None:
        """Remember the text that *name* had before the innermost scope."""
        if self._scopes and name not in self._scopes[-1]:
            self._scopes[-1][name] = self.read(name)

    def _undo_scope(self) -> None:
        """Leave the innermost scope, and give each file that it changed its old content."""
        for name, text in self._scopes.pop().items():
            if text is not None:
                self._write(name, text)
                continue
            with suppress(*MISSING_ERRORS):
                self._build_path(name).unlink()

    def _write(
        self,
        name: str,
        text: bytes,
    ) -> None:
        """Write a snapshot. Raise StoreError if its file cannot be written."""
        path = self._build_path(name)
        try:
            require_replaceable(path, STORE_STATE, "snapshots.directory")
            write_atomically(path, [text], is_named=False)
        except EmitError as error:
            raise StoreError(
                error.message, hint="Choose another directory for snapshots."
            ) from error

    def _build_path(self, name: str) -> Path:
        """Return the path of the file of the snapshot *name*."""
        return self._folder / f"{name}.json"
