"""Files and folders that exist, for FilePath, DirectoryPath and SocketPath.

They are in one folder below the system's folder for temporary files. Their names are drawn like any
value, so a seed names the same file again. A process removes the files when it exits; a command of
``pfg`` leaves them, because its output names them.
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
"""The most different files: each one that is drawn is created."""


def file_path(context: FieldContext) -> Node:
    """Return the node of a path of an existing file."""
    return Call(_create_file, json=str)


def directory_path(context: FieldContext) -> Node:
    """Return the node of a path of an existing folder."""
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
    """Return the node of a path of a socket that no process listens on."""
    return Call(_create_socket, json=str)


def _create_socket(word: int) -> Path:
    """Return the path of a socket that *word* picks; create the socket if it does not exist.

    Raise MappingError if the system refuses it.
    """
    path = _ensure_home_folder() / f"socket-{word % MAX_DISTINCT_FILES:04}"
    try:
        if not path.exists():
            # mknod needs no permission to use the network, which bind() would.
            os.mknod(path, stat.S_IFSOCK | 0o600)
    except OSError as error:  # such as in the sandbox of a command
        hint = "Override the field, or trust the target with --trust."
        message = f"SocketPath: cannot create a socket here: {error}."
        raise MappingError(message, hint=hint) from error
    return path


def _ensure_home_folder() -> Path:
    """Return the folder of the files that this library makes; create it if it does not exist.

    The environment may name it; the default is in the temporary folder.
    """
    home = Path(os.environ.get(FILES_VARIABLE) or find_tmp_folder() / FILES_FOLDER)
    _register_cleanup(home)
    home.mkdir(parents=True, exist_ok=True)  # every time: another process may have removed it
    return home


@lru_cache(maxsize=1)
def _register_cleanup(home: Path) -> None:
    atexit.register(_remove_leftovers, home)


def _remove_leftovers(home: Path) -> None:
    """Remove the files and the folder.

    Another process that still needs a file creates it again when it draws the path.
    """
    for path in home.glob("*-*"):
        with suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
    with suppress(OSError):
        home.rmdir()


PROVIDERS: dict[Any, Provider] = {
    "FilePath": file_path,
    "DirectoryPath": directory_path,
    "SocketPath": socket_path,
}
