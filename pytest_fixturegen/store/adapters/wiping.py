"""Opens a storage to replace its content, even if its file is corrupt."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.user_code import undo_on_error
from pytest_fixturegen.errors import StoreError

CORRUPT_SUFFIX = ".corrupt"
"""The suffix of a corrupt file that a reset moved aside."""

COMPANION_SUFFIXES = ("-wal", "-shm")
"""The suffixes of the files that SQLite keeps next to a database."""


def open_wiped(find_storage: Callable[[], Any], path: str) -> Any:
    """Return the storage that *find_storage* opens, after its ``wipe`` if it has one.

    If the file at *path* is corrupt, it is moved aside: it may belong to another program.
    """
    try:
        return _open_and_wipe(find_storage)
    except StoreError as error:
        if not error.facts.get("is_corrupt") or not Path(path).is_file():
            raise
    move_aside(Path(path))
    return _open_and_wipe(find_storage)


def _open_and_wipe(find_storage: Callable[[], Any]) -> Any:
    """Return the storage that *find_storage* opens, without its records."""
    storage = find_storage()
    with undo_on_error(storage.close):
        if hasattr(storage.adapter, "wipe"):
            storage.adapter.wipe()
    return storage


def move_aside(path: Path) -> Path:
    """Rename *path*, give it a suffix that no file has, and return the new path."""
    for number in count(1):
        suffix = CORRUPT_SUFFIX if number == 1 else f"{CORRUPT_SUFFIX}{number}"
        target = path.with_name(path.name + suffix)
        if not target.exists():
            break
    path.rename(target)
    for companion in COMPANION_SUFFIXES:
        with suppress(FileNotFoundError):
            path.with_name(path.name + companion).rename(target.with_name(target.name + companion))
    return target
