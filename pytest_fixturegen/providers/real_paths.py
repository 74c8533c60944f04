"""Files and folders that are there: what FilePath, DirectoryPath and SocketPath ask for.

They lie in one folder below the system's for temporary files, under names drawn like any value, so that a seed names the
same file again. What a process has made it takes away when it ends; what a command of ``pfg`` has made stays, since its
results name it.
"""

from __future__ import annotations

import atexit
import os
import stat
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.file_locks import find_tmp_folder
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.nodes import Call, Node
from pytest_fixturegen.providers.field_context import FieldContext, Provider
from pytest_fixturegen.providers.real_path_folder import FILES_FOLDER, FILES_VARIABLE

MAX_DISTINCT_FILES = 10_000
"""Different files at most: each that is drawn is made."""


def file_path(context: FieldContext) -> Node:
    """A path at which there is a file."""
    return Call(_create_file, json=str)


def directory_path(context: FieldContext) -> Node:
    """A path at which there is a folder."""
    return Call(_create_folder, json=str)


def _create_file(word: int) -> Path:
    path = _ensure_home_folder() / f"file-{word % MAX_DISTINCT_FILES:04}.txt"
    path.write_text("made by pytest-fixturegen\n", encoding="utf-8")
    return path


def _create_folder(word: int) -> Path:
    path = _ensure_home_folder() / f"folder-{word % MAX_DISTINCT_FILES:04}"
    path.mkdir(exist_ok=True)
    return path


def socket_path(context: FieldContext) -> Node:
    """A path at which there is a socket that nobody answers."""
    return Call(_create_socket, json=str)


def _create_socket(word: int) -> Path:
    path = _ensure_home_folder() / f"socket-{word % MAX_DISTINCT_FILES:04}"
    try:
        if not path.exists():
            os.mknod(path, stat.S_IFSOCK | 0o600)  # bound by nobody: no network is asked for
    except OSError as error:  # the walls around a command let nobody make one
        hint = "Override the field, or trust the target with --trust."
        raise MappingError(
            f"SocketPath: no socket can be made here: {error}.", hint=hint
        ) from error
    return path


def _ensure_home_folder() -> Path:
    home = Path(os.environ.get(FILES_VARIABLE) or find_tmp_folder() / FILES_FOLDER)
    _register_cleanup(home)
    home.mkdir(parents=True, exist_ok=True)  # each time: another process may have cleared it
    return home


@lru_cache(maxsize=1)
def _register_cleanup(home: Path) -> None:
    atexit.register(_remove_leftovers, home)


def _remove_leftovers(home: Path) -> None:
    """Take away what is left there; what another process needs still is made again when that draws it."""
    for path in home.glob("*-*"):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
    with suppress(OSError):
        home.rmdir()


PROVIDERS: dict[Any, Provider] = {
    "FilePath": file_path,
    "DirectoryPath": directory_path,
    "SocketPath": socket_path,
}
