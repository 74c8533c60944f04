"""Locks of journals and destinations: a second run on the same one is refused, not mixed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pytest_fixturegen._internal.process_locks import FileInUseError, hold_process_lock
from pytest_fixturegen.errors import PersistError, format_os_error


@contextmanager
def lock_destination(path: Path, hint: str = "Choose another path.") -> Iterator[None]:
    """Keep other runs from writing to *path* within the block, and create its folder.

    Raise PersistError if another process writes to it, or, with *hint*, if the folder is not
    writable.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(hold_process_lock(path))
        except FileInUseError as error:
            raise build_busy_error(str(path), error.owner) from error
        except OSError as error:
            raise PersistError(
                f"{path} cannot be written: {format_os_error(error)}.", hint=hint, path=str(path)
            ) from error
        yield


def build_busy_error(place: str, owner: str) -> PersistError:
    """Return the error that the process *owner* (its id, or empty) writes to *place*."""
    process = f"process {owner}" if owner else "another process"
    return PersistError(
        f"Another run writes to {place}: {process}.",
        hint="Wait until that run has ended, or stop it; then use --resume.",
        process=int(owner) if owner.isdigit() else None,
        path=place,
    )
