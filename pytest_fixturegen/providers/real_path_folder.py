"""The folders of the files that records name.

They are in a separate module because the parent process of a sandboxed run creates the folder
without importing the providers.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import re
import stat
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.file_locks import find_tmp_folder
from pytest_fixturegen._internal.private_folders import make_private_folder
from pytest_fixturegen._internal.regular_files import open_regular
from pytest_fixturegen._internal.tree_removal import remove_tree

FILES_FOLDER = "pytest-fixturegen"
FILES_VARIABLE = "PYTEST_FIXTUREGEN_FILES"
"""The environment variable that names the folder for a child with another temporary folder."""

FILE_TEXT = b"made by pytest-fixturegen\n"
"""The content of each file."""

RUN_PREFIX = "run"
MAX_RUN_FOLDERS = 100
"""Folders of runs that stay; the oldest ones make room."""

ENTRY_NAME = re.compile(r"(file|folder|socket)-\d{4}(\.txt)?")
"""The names of the files, folders and sockets that this package makes."""


def find_files_folder() -> Path | None:
    """Return the folder of this user for files that records name; create it if it is missing.

    Its name does not depend on the user, so that values do not either, unless another user has
    taken that name. Return None if there can be no such folder.
    """
    user = str(os.getuid()) if hasattr(os, "getuid") else "user"
    names = (FILES_FOLDER, f"{FILES_FOLDER}-{user}")
    return make_private_folder(
        Path(os.path.realpath(find_tmp_folder())),
        names,
    )


def find_run_folder(request: Mapping[str, Any]) -> str:
    """Return the folder for the files of a command that has *request*; empty if nothing is found.

    The same target has the same folder, since the same seed gives the same paths; no other target
    can write there. When this process exits, what does not belong there is removed.
    """
    target = json.dumps(
        request.get("target") or {},
        sort_keys=True,
    )
    name = RUN_PREFIX + hashlib.sha256(target.encode()).hexdigest()[:12]
    parent = find_files_folder()
    folder = make_private_folder(parent, (name,)) if parent is not None else None
    if folder is None:
        return ""
    _register_clean_up(folder)
    return str(folder)


@lru_cache
def _register_clean_up(folder: Path) -> None:
    """Clean up *folder* once when this process exits."""
    atexit.register(clean_up_run_folder, folder)


def clean_up_run_folder(folder: Path) -> None:
    """Remove what does not belong into *folder*, and the folder if nothing is left.

    A hostile target may have filled it. The oldest folders of other runs are removed, too.
    """
    with suppress(OSError):
        for entry in folder.iterdir():
            with suppress(OSError):
                _clean_up_entry(entry)
    with suppress(OSError):
        folder.rmdir()
    with suppress(OSError):
        _remove_old_runs(folder.parent)
        folder.parent.rmdir()


def _clean_up_entry(entry: Path) -> None:
    """Give *entry* the content that its name promises, or remove it.

    A run of the same target may use it at the same time, so nothing is removed without need.
    """
    mode = entry.lstat().st_mode
    is_ours = ENTRY_NAME.fullmatch(entry.name) is not None
    if stat.S_ISDIR(mode):
        _clean_up_folder(entry, is_ours=is_ours)
    elif is_ours and stat.S_ISREG(mode):
        _restore_text(entry)
    elif not is_ours or not stat.S_ISSOCK(mode):
        entry.unlink()


def _clean_up_folder(folder: Path, *, is_ours: bool) -> None:
    """Remove *folder* and what it contains; one that *is_ours* stays, and is empty."""
    if is_ours and not any(folder.iterdir()):
        return
    remove_tree(folder)
    if is_ours:
        folder.mkdir(mode=0o700)


def _restore_text(file: Path) -> None:
    """Write FILE_TEXT to *file*, unless it has this content."""
    handle = open_regular(file, os.O_RDWR)
    with os.fdopen(handle, "r+b") as stream:
        if stream.read(len(FILE_TEXT) + 1) != FILE_TEXT:
            stream.seek(0)
            stream.truncate()
            stream.write(FILE_TEXT)


def _remove_old_runs(folder: Path) -> None:
    """Remove the folders of runs in *folder* that are more than MAX_RUN_FOLDERS, oldest first."""
    runs = sorted(folder.glob(f"{RUN_PREFIX}*"), key=lambda run: run.lstat().st_mtime)
    for run in runs[:-MAX_RUN_FOLDERS]:
        remove_tree(run)
