"""Import the object that a text such as ``package.module:attribute`` names."""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def are_found(names: Iterable[str]) -> bool:
    """Return whether the top-level packages of *names* are on the current import path."""
    tops = {name.strip().partition(":")[0].partition(".")[0] for name in names} - {""}
    return all(top in sys.modules or find_spec(top) is not None for top in tops)


@contextmanager
def search_folders(folders: Sequence[str | Path], *names: str) -> Iterator[None]:
    """Let Python find modules in *folders* inside the block, after everything else.

    If *names* are given and are found without, nothing happens: the project is not needed.
    Afterwards the folders are not searched any more: libraries try to import optional modules, and
    a file of the project with such a name would run.
    """
    searched = () if names and are_found(names) else folders
    added = [str(folder) for folder in searched if str(folder) not in sys.path]
    sys.path += added
    try:
        yield
    finally:
        sys.path[:] = [entry for entry in sys.path if entry not in added]


def import_attribute(path: str) -> Any:
    """Return the object at *path*: ``package.module:attribute`` or ``package.module.attribute``.

    The attribute may be dotted, as in ``app.models:Order.Line``.

    Raises:
        ImportError: If the module cannot be imported.
        AttributeError: If the module has no such attribute.
        ValueError: If *path* is not a dotted name.
        Exception: Any exception that the module's code raises while it is imported.
    """
    return pkgutil.resolve_name(path)
