"""Imports from a folder that may be entered but not listed.

Python's finder lists a folder once and looks names up in the list. The sandbox hides what a folder
above the home directory has, such as ``/`` in a container, so names are looked up one by one there.
"""

from __future__ import annotations

import sys
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path


class UnlistedFinder:
    """Finds the modules and packages of one *folder* by their names."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)

    def find_spec(
        self,
        fullname: str,
        target: object = None,
    ) -> ModuleSpec | None:
        """Return where the module *fullname* is, or None if the folder does not have it.

        *target* is a module that is reloaded; it makes no difference.
        """
        path = self._folder / fullname.rpartition(".")[2]
        package = path / "__init__.py"
        if package.is_file():
            return spec_from_file_location(
                fullname, package, submodule_search_locations=[str(path)]
            )
        module = path.with_name(f"{path.name}.py")
        if module.is_file():
            return spec_from_file_location(fullname, module)
        return _build_namespace_spec(fullname, path) if path.is_dir() else None

    def invalidate_caches(self) -> None:
        """Do nothing: nothing is cached."""


def _build_namespace_spec(fullname: str, path: Path) -> ModuleSpec:
    """Return the spec of a folder without ``__init__.py``, which regular modules precede."""
    spec = ModuleSpec(fullname, None, is_package=True)
    spec.submodule_search_locations = [str(path)]
    return spec


def allow_unlisted(folder: str, known_name: str) -> None:
    """Let Python import from *folder*, which is on its search path, even if it cannot be listed.

    *known_name* is a module or package in it. If Python's finder does not see it, it sees nothing.
    """
    listing_finder = FileFinder(folder, (SourceFileLoader, SOURCE_SUFFIXES))
    finder = UnlistedFinder(folder)
    if listing_finder.find_spec(known_name) is None and finder.find_spec(known_name) is not None:
        sys.path_importer_cache[folder] = finder
