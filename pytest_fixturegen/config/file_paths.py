"""Paths in configuration files: a relative one starts at the folder of its file."""

from __future__ import annotations

import os
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
        key: _anchor_value(value, folder) if _is_path_key(key) else value
        for key, value in values.items()
    }


def resolve_paths(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return *values* with absolute paths without links, however they are spelled."""
    folder = Path.cwd()
    return {
        key: _resolve_value(_anchor_value(value, folder)) if _is_path_key(key) else value
        for key, value in values.items()
    }


def _is_path_key(key: str) -> bool:
    """Return whether the option with this *key* holds a path."""
    return key.rpartition(".")[2] in PATH_OPTIONS


def _resolve_value(value: Any) -> Any:
    """Return the absolute paths in *value*, which may be a list, without links."""
    if isinstance(value, list):
        return [_resolve_value(item) for item in value]
    is_path = isinstance(value, str) and Path(value).is_absolute()
    return os.path.realpath(value) if is_path else value


def _anchor_value(value: Any, folder: Path) -> Any:
    """Return *value*, a path or a list of paths, below *folder*; other values are errors later."""
    if isinstance(value, list):
        return [_anchor_value(item, folder) for item in value]
    # The path of a database may be a DSN: postgresql://host/name, or host=... dbname=...
    if not isinstance(value, str) or value in NO_PATHS or "://" in value or "=" in value:
        return value
    return str(folder / value)
