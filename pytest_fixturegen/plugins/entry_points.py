"""Check whether any plugin is installed, without importing ``importlib.metadata``.

Most runs have no plugins and should not pay for looking them up.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import lru_cache

ENTRY_POINT_GROUP = "pytest_fixturegen"
"""The entry point group of plugins."""

ENTRY_POINT_FILES = {
    ".dist-info": "entry_points.txt",
    ".egg-info": "entry_points.txt",
    ".egg": "EGG-INFO/entry_points.txt",
}
"""Suffix of a metadata folder, and the file in it that lists entry points [PyPA: Entry points]."""


@lru_cache(maxsize=1)
def has_installed_plugins() -> bool:
    """Return whether a distribution on ``sys.path`` registers a plugin.

    Archives are not read: for them the answer is True.
    """
    # Path objects cost more than these functions of os, and this runs at every start.
    return any(_has_plugin(entry) for entry in sys.path if os.path.exists(entry))  # noqa: PTH110


def _has_plugin(entry: str) -> bool:
    """Return whether *entry*, a folder of ``sys.path``, has one; a file counts as an archive."""
    try:
        names = os.listdir(entry)  # noqa: PTH208
    except OSError:
        return os.path.isfile(entry)  # noqa: PTH113
    return any(_has_plugin_group(path) for path in _list_entry_point_files(entry, names))


def _list_entry_point_files(folder: str, names: list[str]) -> Iterator[str]:
    """Yield the path of the entry points of each distribution among *names*."""
    for name in names:
        for suffix, file in ENTRY_POINT_FILES.items():
            if name.endswith(suffix):
                yield f"{folder}/{name}/{file}"


def _has_plugin_group(path: str) -> bool:
    """Return whether the file at *path* has our group; a missing file has none."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return f"[{ENTRY_POINT_GROUP}]".encode() in file.read()
    except OSError:
        return False
