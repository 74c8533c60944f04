"""Whether any plugin is installed: told without loading what loads them, since most runs have none."""

from __future__ import annotations

import os
import sys
from functools import lru_cache

ENTRY_POINT_GROUP = "pytest_fixturegen"
"""The entry point group that plugins are found by."""

ENTRY_POINT_FILES = {
    ".dist-info": "entry_points.txt",
    ".egg-info": "entry_points.txt",
    ".egg": "EGG-INFO/entry_points.txt",
}
"""How the folder of a distribution's metadata ends, and where it lists its entry points [PyPA: Entry points]."""


@lru_cache(maxsize=1)
def has_installed_plugins() -> bool:
    """Whether a distribution on the search path names a plugin of ours. True where that cannot be told, as of archives."""
    return any(_has_plugin(entry) for entry in sys.path if os.path.exists(entry))  # noqa: PTH110 - a path object costs more


def _has_plugin(entry: str) -> bool:
    try:
        names = os.listdir(entry)  # noqa: PTH208 - as above
    except OSError:
        return os.path.isfile(entry)  # noqa: PTH113 - as above
    return any(
        _has_plugin_group(f"{entry}/{name}/{place}")
        for name in names
        for end, place in ENTRY_POINT_FILES.items()
        if name.endswith(end)
    )


def _has_plugin_group(path: str) -> bool:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return f"[{ENTRY_POINT_GROUP}]".encode() in file.read()
    except OSError:
        return False
