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

from pytest_fixturegen.claims import temporary_folder
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.nodes import Call, Node
from pytest_fixturegen.providers.asks import Ask, Provider
from pytest_fixturegen.providers.kept_files import FOLDER, VARIABLE

NAMES = 10_000
"""Different files at most: each that is drawn is made."""


def file_path(ask: Ask) -> Node:
    """A path at which there is a file."""
    return Call(_real_file, json=str)


def directory_path(ask: Ask) -> Node:
    """A path at which there is a folder."""
    return Call(_real_folder, json=str)


def _real_file(word: int) -> Path:
    path = _home() / f"file-{word % NAMES:04}.txt"
    path.write_text("made by pytest-fixturegen\n", encoding="utf-8")
    return path


def _real_folder(word: int) -> Path:
    path = _home() / f"folder-{word % NAMES:04}"
    path.mkdir(exist_ok=True)
    return path


def socket_path(ask: Ask) -> Node:
    """A path at which there is a socket that nobody answers."""
    return Call(_real_socket, json=str)


def _real_socket(word: int) -> Path:
    path = _home() / f"socket-{word % NAMES:04}"
    try:
        if not path.exists():
            os.mknod(path, stat.S_IFSOCK | 0o600)  # bound by nobody: no network is asked for
    except OSError as error:  # the walls around a command let nobody make one
        hint = "Override the field, or trust the target with --trust."
        raise MappingError(f"SocketPath: no socket can be made here: {error}.", hint=hint) from error
    return path


def _home() -> Path:
    home = Path(os.environ.get(VARIABLE) or temporary_folder() / FOLDER)
    _clear_later(home)
    home.mkdir(parents=True, exist_ok=True)  # each time: another process may have cleared it
    return home


@lru_cache(maxsize=1)
def _clear_later(home: Path) -> None:
    atexit.register(_cleared, home)


def _cleared(home: Path) -> None:
    """Take away what is left there; what another process needs still is made again when that draws it."""
    for path in home.glob("*-*"):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
    with suppress(OSError):
        home.rmdir()


PROVIDERS: dict[Any, Provider] = {"FilePath": file_path, "DirectoryPath": directory_path, "SocketPath": socket_path}
