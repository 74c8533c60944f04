"""The search for the modules of a project.

Python's own library stays before them: a file ``email.py`` of the project never becomes ``email``.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType

from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.discovery.unlisted_folders import allow_unlisted

LIBRARY_FOLDER = os.path.dirname(os.__file__)  # noqa: PTH120
EXTENSION_FOLDERS = ("lib-dynload", "DLLs")


def extend_search_path(target: Target) -> None:
    """Let Python find the modules of the project that *target* is in."""
    first = target.module.partition(".")[0]
    has_standard_name = first in sys.stdlib_module_names
    if _is_script(target):
        pass  # its folder holds anything, so it comes last
    elif has_standard_name and Path(target.root, first).is_dir() and target.root not in sys.path:
        sys.path.insert(0, target.root)  # as for "python -m": the package hides Python's module
    else:
        add_project_folder(target.root)
    if target.sibling_folder and target.sibling_folder not in sys.path:
        sys.path.append(target.sibling_folder)
    allow_unlisted(target.root, first)
    if target.sibling_folder:
        allow_unlisted(
            target.sibling_folder,
            Path(target.file).stem or first,
        )


def add_project_folder(folder: str) -> None:
    """Let Python search *folder* after its own library and before installed packages."""
    if folder in sys.path:
        return
    library_places = [place for place, entry in enumerate(sys.path) if _is_library(entry)]
    sys.path.insert(
        max(library_places, default=len(sys.path) - 1) + 1,
        folder,
    )


def load_module(target: Target) -> ModuleType:
    """Return the module of *target*, imported once.

    A script is loaded from its file, since another module of its name may be installed.
    """
    known_names = sys.stdlib_module_names | sys.modules.keys()
    if not _is_script(target) or "." in target.module or target.module in known_names:
        return importlib.import_module(target.module)
    spec = importlib.util.spec_from_file_location(target.module, target.file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[target.module] = module
    with ExitStack() as undo:
        undo.callback(
            sys.modules.pop,
            target.module,
            None,
        )
        spec.loader.exec_module(module)
        undo.pop_all()
    return sys.modules[target.module]


def _is_script(target: Target) -> bool:
    """Return whether the user named a file that is in no package."""
    return bool(target.file) and target.root == target.sibling_folder


def _is_library(entry: str) -> bool:
    """Return whether *entry* of the search path holds Python's own library."""
    path = Path(entry)
    is_extensions = path.name in EXTENSION_FOLDERS
    return entry == LIBRARY_FOLDER or (is_extensions and str(path.parent) == LIBRARY_FOLDER)
