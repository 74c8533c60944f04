"""Paths in configuration files: a relative one starts at the folder of its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

PATH_OPTIONS = frozenset(
    {
        "allow_read",
        "allow_write",
        "db_path",
        "freeze_seeds_file",
        "html",
        "journal",
        "out",
        "seed_script",
        "snapshots_directory",
    }
)
"""Options that are paths, which a shell completes."""

NO_PATHS = ("", "-")
"""Values of path options that name no file: none, and standard output."""


def anchor_paths(values: Mapping[str, Any], file: Path) -> dict[str, Any]:
    """Return *values*, the options of *file* by key, with the paths that they mean.

    Paths stay as they are if the folder of *file* is the working directory, so that messages and
    generated commands show what the user wrote.
    """
    folder = file.resolve().parent
    if folder == Path.cwd():
        return dict(values)
    return {
        key: _anchor_value(value, folder) if key.rpartition(".")[2] in PATH_OPTIONS else value
        for key, value in values.items()
    }


def _anchor_value(value: Any, folder: Path) -> Any:
    """Return *value*, a path or a list of paths, below *folder*; other values are errors later."""
    if isinstance(value, list):
        return [_anchor_value(item, folder) for item in value]
    # The path of a database may be a DSN: postgresql://host/name, or host=... dbname=...
    if not isinstance(value, str) or value in NO_PATHS or "://" in value or "=" in value:
        return value
    return str(folder / value)
