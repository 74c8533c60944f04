"""Files and folders that exist, for FilePath, DirectoryPath and SocketPath.

They are in one folder below the system's folder for temporary files. Their names are drawn like any
value, so a seed names the same file again. A process removes the files when it exits; a command of
``pfg`` leaves them, because its output names them.
"""

from __future__ import annotations

import atexit
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.private_folders import make_private_folder
from pytest_fixturegen._internal.regular_files import open_regular
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.nodes import Call, Node
from pytest_fixturegen.providers.field_context import FieldContext, Provider
from pytest_fixturegen.providers.real_path_folder import (
    FILE_TEXT,
    FILES_VARIABLE,
    find_files_folder,
)

MAX_DISTINCT_FILES = 10_000
"""The most different files: each one that is drawn is created."""


def file_path(context: FieldContext) -> Node:
    """Return the node of a path of an existing file."""
    return Call(_create_file, json=str)


def directory_path(context: FieldContext) -> Node:
    """Return the node of a path of an existing folder."""
    return Call(_create_folder, json=str)


def _create_file(word: int) -> Path:
    """Return the path of a small file, which is created if it does not exist."""
    path = _ensure_home_folder() / f"file-{word % MAX_DISTINCT_FILES:04}.txt"
    try:
        _create_text_file(path)
    except FileExistsError:
        _require_kind(path, stat.S_ISREG)
    return path


def _create_text_file(path: Path) -> None:
    """Create the file at *path* with a text, or an empty one if the sandbox permits no more.

    Then the parent process writes the text after the run. Raise FileExistsError if it exists.
    """
    try:
        handle = open_regular(
            path,
            os.O_WRONLY | os.O_CREAT | os.O_EXCL,
        )
    except PermissionError:
        os.close(open_regular(path, os.O_RDONLY | os.O_CREAT | os.O_EXCL))
        return
    with os.fdopen(handle, "wb") as file:
        file.write(FILE_TEXT)


def _require_kind(path: Path, is_kind: Callable[[int], bool]) -> None:
    """Raise MappingError unless *path*, which exists, is of the kind that *is_kind* recognizes.

    A link would lead to a file that this package has not made.
    """
    if not is_kind(path.lstat().st_mode):
        raise MappingError(
            f"{path} cannot be used: expected what pytest-fixturegen makes, got another file.",
            hint="Remove it, or name another folder for temporary files with TMPDIR.",
        )


def _create_folder(word: int) -> Path:
    """Return the path of a folder, which is created if it does not exist."""
    path = _ensure_home_folder() / f"folder-{word % MAX_DISTINCT_FILES:04}"
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        _require_kind(path, stat.S_ISDIR)
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
        # mknod needs no permission to use the network, which bind() would.
        os.mknod(path, stat.S_IFSOCK | 0o600)
    except FileExistsError:
        _require_kind(path, stat.S_ISSOCK)
    except OSError as error:  # such as in the sandbox of a command
        hint = "Override the field, or trust the target with --trust."
        message = f"SocketPath: cannot create a socket here: {error}."
        raise MappingError(message, hint=hint) from error
    return path


def _ensure_home_folder() -> Path:
    """Return the folder of the files that this library makes; create it if it does not exist.

    The environment may name it; the default is in the temporary folder.
    """
    named = os.environ.get(FILES_VARIABLE)
    # Every time: another process may have removed it.
    home = _make_named_folder(Path(named)) if named else find_files_folder()
    if home is None:
        raise MappingError(
            "Cannot create a private folder for the files that records name.",
            hint="Name another folder for temporary files with TMPDIR, or override the field.",
        )
    _register_cleanup(home)
    return home


def _make_named_folder(folder: Path) -> Path | None:
    """Return *folder*, or None if it can be no private folder."""
    with suppress(OSError):
        if not folder.parent.is_dir():
            folder.parent.mkdir(parents=True)
    return make_private_folder(folder.parent, (folder.name,))


@lru_cache(maxsize=1)
def _register_cleanup(home: Path) -> None:
    """Remove *home* when the process ends."""
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
