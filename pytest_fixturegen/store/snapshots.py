"""Named states, saved and restored: in a directory, or wherever the storage keeps them."""

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
"""What a snapshot may be called: never a path, a hidden file or a device."""


class Snapshots:
    """The named states of *store*, in *directory* if that is given."""

    def __init__(self, store: Store, directory: str, *, is_enabled: bool) -> None:
        self._store = store
        self._directory = Path(directory) if directory else None
        self._enabled = is_enabled

    def save(self, name: str) -> None:
        """Keep the state of now under *name*. Raises BadRequestError for what is no name."""
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
        """Make the state kept under *name* the state of now. Raises MissingError when there is none."""
        path = self._build_path(name)
        store = self._store
        with store.transaction():
            found = (
                store.adapter.get_snapshot(name)
                if path is None
                else path.read_bytes()
                if path.is_file()
                else None
            )
            if found is None:
                raise make_unknown_error("snapshot", name, self.list_names())
            store.adapter.restore(
                parse_state(
                    found, store.schema, f"The snapshot {name!r}", with_validation=path is not None
                )
            )
            store.clear_cache()

    def list_names(self) -> list[str]:
        """The names of all that is kept, in order."""
        self._require_enabled()
        if self._directory is None:
            with self._store.lock:
                return self._store.adapter.list_snapshots()
        return sorted(
            each.stem
            for each in self._directory.glob("*.json")
            if SNAPSHOT_NAME.fullmatch(each.stem)
        )

    def delete(self, name: str) -> None:
        """Forget the state kept under *name*. Raises MissingError when there is none."""
        path = self._build_path(name)
        if path is None:
            with self._store.lock, self._store.adapter.savepoint():
                gone = self._store.adapter.delete_snapshot(name)
        else:
            gone = path.is_file()
            path.unlink(missing_ok=True)
        if not gone:
            raise make_unknown_error("snapshot", name, self.list_names())

    def _build_path(self, name: str) -> Path | None:
        self._require_enabled()
        if not isinstance(name, str) or not SNAPSHOT_NAME.fullmatch(name):
            raise BadRequestError(
                f"{str(name)[:80]!r} cannot be the name of a snapshot.",
                hint="Use letters, digits, '.', '_' and '-', 100 at most.",
            )
        return self._directory / f"{name}.json" if self._directory else None

    def _require_enabled(self) -> None:
        if not self._enabled:
            raise BadRequestError(
                "Snapshots are switched off.",
                hint="Switch them on: --snapshots, or snapshots.enabled.",
            )
