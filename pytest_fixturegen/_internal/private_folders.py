"""Folders in a shared place, such as ``/tmp``, that belong to this user alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from pytest_fixturegen._internal.regular_files import is_own

PRIVATE_MODE = 0o700


def make_private_folder(parent: Path, names: Iterable[str]) -> Path | None:
    """Return the first folder of *names* in *parent* that is private; create it if it is missing.

    Another user may have made a folder, or a link, of a known name; such a name is passed over.
    Return None if no name is left.
    """
    for name in names:
        folder = parent / name
        if _make_private(folder):
            return folder
    return None


def _make_private(folder: Path) -> bool:
    """Create *folder* if it is missing; return whether it is a folder of this user alone.

    The owner is read before anything follows the path, so that a link is never followed. The owner
    of a folder with rights for others takes them away.
    """
    try:
        folder.mkdir(mode=PRIVATE_MODE, exist_ok=True)
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or not is_own(status):
            return False
        if os.name == "posix" and stat.S_IMODE(status.st_mode) != PRIVATE_MODE:
            folder.chmod(PRIVATE_MODE)
    except OSError:
        return False
    return True
