"""Folders and files that other users cannot write: configuration is read only from these.

Otherwise a file in ``/tmp``, or in a folder of another user, would set options for everyone who
works below it. Files of root are accepted, since root can change everything anyway.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

ROOT_ID = 0

KEY_FOLDERS = (".ssh", ".gnupg")
"""Folders of keys, which only a home folder has."""


def is_private(path: str | Path, user_id: int | None = None) -> bool:
    """Return whether only this user and root can write what is at *path*, links followed.

    *user_id* is by default that of the process. A group counts as the user if it has no other
    members. Without user ids, as on Windows, the answer is True. A path that cannot be examined is
    not private.
    """
    if not hasattr(os, "geteuid"):
        return True
    owner_ids = (os.geteuid() if user_id is None else user_id, ROOT_ID)
    try:
        status = os.stat(path)  # noqa: PTH116 - also for each folder of every start
    except (OSError, ValueError):
        return False
    if status.st_uid not in owner_ids:
        return False
    if status.st_mode & stat.S_IWOTH:
        return False
    return not status.st_mode & stat.S_IWGRP or is_own_group(status.st_gid)


def is_own_group(group_id: int) -> bool:
    """Return whether the group has no members other than this user and root.

    Many systems give each user such a group of the same name, and a mask that lets it write.
    """
    import grp
    import pwd

    try:
        user = pwd.getpwuid(os.geteuid())
        group = grp.getgrgid(group_id)
    except KeyError:
        return False
    members = {*group.gr_mem} - {user.pw_name, "root"}
    is_own = group_id == ROOT_ID or (group_id == user.pw_gid and group.gr_name == user.pw_name)
    return is_own and not members


def has_home(folder: str | Path) -> bool:
    """Return whether *folder* is or contains a home folder of this user, or has the keys of one.

    The keys matter if ``HOME`` names another folder and the user database has no entry, as in
    containers.
    """
    real_folder = Path(os.path.realpath(folder))
    if any((real_folder / name).exists() for name in KEY_FOLDERS):
        return True
    return any(home.is_relative_to(real_folder) for home in list_homes())


def list_homes() -> list[Path]:
    """Return the home folders of this user: that of ``HOME`` and that of the user database.

    They differ under sudo, and if a program sets ``HOME`` to another folder.
    """
    homes = [os.path.expanduser("~")]  # noqa: PTH111 - it never raises
    try:
        import pwd

        homes.append(pwd.getpwuid(os.getuid()).pw_dir)
    except (ImportError, KeyError):  # Windows, or a user without a name
        pass
    return [Path(os.path.realpath(home)) for home in homes if os.path.isabs(home)]  # noqa: PTH117
