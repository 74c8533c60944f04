"""The folder from which a file is imported, and so the name that its module has.

A file and the dotted name of its module mean one thing: the same classes, imported once.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from pytest_fixturegen._internal.regular_files import read_regular_start

PROJECT_MARKERS = ("pyproject.toml", "setup.cfg", "setup.py", ".git")
"""Files and folders in the root of a project."""

SOURCE_FOLDER = "src"
"""The folder that holds the packages of many projects; it is not a package itself."""

IMPORT_PATTERN = re.compile(
    r"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+\(?\s*(\w*)|import[ \t]+([.\w]+))", re.MULTILINE
)
"""An import statement: the module and the first name, or the module alone."""

MAX_READ_BYTES = 200_000
"""Bytes of a module in which imports are looked for: they are at its top."""

MAX_READ_IMPORTS = 300
"""Imports of a module that are followed; each costs some system calls."""

MAX_IMPORT_LENGTH = 250
"""Characters of an import that is followed: file systems refuse longer names."""

MAX_READ_MODULES = 60
"""Modules of a folder whose imports are read."""


def forget_files() -> None:
    """Forget what was read: the next target may be named after the files have changed."""
    _list_modules.cache_clear()
    _read_imports.cache_clear()


def find_import_root(path: Path, base_folder: Path) -> Path:
    """Return the folder from which to import the file at *path*.

    It is the folder above its packages. A file without packages is imported from the folder that
    the imports of the project presuppose, from one that Python searches, or from *base_folder*.
    """
    folder = path.parent
    root = (
        _find_package_root(path, base_folder)
        or _find_presupposed_root(path)
        or _find_searched_root(folder, base_folder)
        or _find_relative_root(path, base_folder)
        or _find_base_root(path, base_folder)
    )
    return _avoid_standard_name(path, root)


def find_dotted_root(module: str, base_folder: Path) -> Path:
    """Return the folder from which to import *module*: *base_folder*, or the sources below it."""
    first = module.partition(".")[0]
    sources = base_folder / SOURCE_FOLDER
    if _has_module(base_folder, (first,)) or not _is_source_folder(sources):
        return base_folder
    return sources if _has_module(sources, tuple(module.split("."))) else base_folder


def find_sibling_folder(path: Path, root: Path) -> Path | None:
    """Return the folder of the file at *path* if its modules import each other by bare names.

    That is a habit of scripts. A package's own folder is otherwise left off the search path.
    """
    folder = path.parent
    if folder == root or not is_package(folder):
        return folder
    names = {neighbour.stem for neighbour in _list_modules(folder)} - sys.stdlib_module_names
    names -= {folder.name, "__init__"}
    for imports in _list_neighbours(path):
        if any(module.partition(".")[0] in names for module, _ in imports):
            return folder
    return None


def is_package(folder: Path) -> bool:
    """Return whether *folder* is a regular package."""
    return (folder / "__init__.py").is_file()


def _find_package_root(path: Path, base_folder: Path) -> Path | None:
    """Return the folder above the packages of *path*, or None if it is in no package.

    A folder without ``__init__.py`` belongs to the package around it, inside the same project.
    """
    limit = _find_project(path) or base_folder
    root = None
    is_connected = True
    for folder in _list_name_folders(path):
        is_inside = folder != limit and limit in folder.parents
        is_connected = is_connected and is_package(folder)
        if is_package(folder) and (is_connected or is_inside):
            root = folder.parent
    return root


def _find_presupposed_root(path: Path) -> Path | None:
    """Return the folder below which the imports of *path*, or of its neighbours, have a file."""
    roots = [folder.parent for folder in _list_name_folders(path)]
    for imports in _list_neighbours(path):
        for module, member in imports:
            parts = tuple(module.split("."))
            if not parts[0] or parts[0] in sys.stdlib_module_names:
                continue
            for root in roots:
                if _proves_root(root, parts, member):
                    return root
    return None


def _proves_root(
    root: Path,
    parts: tuple[str, ...],
    member: str,
) -> bool:
    """Return whether *root* holds the module *parts*, or its submodule *member*.

    A folder alone proves nothing: ``docker`` may be the installed package.
    """
    if len(parts) == 1 and not is_package(root / parts[0]):
        submodule = (*parts, member)
        return _is_module_file(root, parts) or bool(member and _is_module_file(root, submodule))
    return _has_module(root, parts)


def _find_searched_root(folder: Path, base_folder: Path) -> Path | None:
    """Return the nearest folder around *folder* on the search path, or None.

    The working folder does not count: Python may have put it there.
    """
    searched = {Path(entry).resolve() for entry in sys.path if entry} - {base_folder}
    for root in (folder, *folder.parents):
        if root in searched:
            names = folder.relative_to(root).parts
            return root if all(map(str.isidentifier, names)) else None
    return None


def _find_relative_root(path: Path, base_folder: Path) -> Path | None:
    """Return the root if it is far enough above *path* for its relative imports, or None.

    It is *base_folder* or the root of the project.
    """
    levels = [_count_dots(module) for module, _ in _read_imports(path)]
    needed_depth = max(levels, default=0)
    roots = [folder.parent for folder in _list_name_folders(path)]
    if not needed_depth:
        return None
    deep_enough = roots[needed_depth - 1 :]
    candidates = (base_folder, _find_project(path))
    return next(
        (root for root in candidates if root in deep_enough),
        None,
    )


def _find_base_root(path: Path, base_folder: Path) -> Path:
    """Return *base_folder* or its sources if the file at *path* is below it, else its folder."""
    folder = path.parent
    sources = base_folder / SOURCE_FOLDER
    root = sources if _is_source_folder(sources) and sources in path.parents else base_folder
    if root not in path.parents:
        return folder
    parts = path.relative_to(root).with_suffix("").parts
    if not all(part.isidentifier() for part in parts):
        return folder
    # The folder of *path* is on the search path, too. A module or package there would hide a
    # namespace package of the same name.
    is_hidden = (folder / f"{parts[0]}.py").is_file() or is_package(folder / parts[0])
    return folder if is_hidden else root


def _avoid_standard_name(path: Path, root: Path) -> Path:
    """Return *root*, or the folder above it if the module would have a name of Python's library.

    A regular package keeps its name: its modules import each other by it. The folder above must
    be in the same project, since the target may read what is in it.
    """
    first = path.relative_to(root).with_suffix("").parts[0]
    if first not in sys.stdlib_module_names or is_package(root / first):
        return root
    project = _find_project(path)
    is_inside = project is not None and project in root.parents
    is_clear = root.name.isidentifier() and root.name not in sys.stdlib_module_names
    return root.parent if is_inside and is_clear else root


def _list_name_folders(path: Path) -> Iterator[Path]:
    """Yield the folders around the file at *path* whose names may be parts of a module's name."""
    for folder in path.parents:
        if not folder.name.isidentifier():
            return
        yield folder


def _find_project(path: Path) -> Path | None:
    """Return the nearest folder around *path* that is the root of a project, or None."""
    return next(
        (folder for folder in path.parents if _is_project(folder)),
        None,
    )


def _is_project(folder: Path) -> bool:
    """Return whether *folder* has a file that only the root of a project has."""
    return any((folder / marker).exists() for marker in PROJECT_MARKERS)


def _is_source_folder(folder: Path) -> bool:
    """Return whether *folder* holds the packages of the project around it."""
    return folder.is_dir() and not is_package(folder) and _is_project(folder.parent)


def _has_module(root: Path, parts: tuple[str, ...]) -> bool:
    """Return whether *root* has the module *parts*, as a file or as a folder."""
    return _is_module_file(root, parts) or Path(root, *parts).is_dir()


def _is_module_file(root: Path, parts: tuple[str, ...]) -> bool:
    """Return whether *parts* are the path of a module below *root*."""
    return Path(root, *parts[:-1], f"{parts[-1]}.py").is_file()


def _list_neighbours(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield the imports of the file at *path*, then those of the other modules in its folder."""
    yield _read_imports(path)
    others = (other for other in _list_modules(path.parent) if other != path)
    yield from map(_read_imports, islice(others, MAX_READ_MODULES))


@lru_cache(maxsize=4096)
def _list_modules(folder: Path) -> tuple[Path, ...]:
    """Return the Python files in *folder*, sorted."""
    return tuple(sorted(folder.glob("*.py")))


@lru_cache(maxsize=8192)  # each file of a folder is read for all of its neighbours
def _read_imports(path: Path) -> list[tuple[str, str]]:
    """Return the module and the first name of each import in the file at *path*.

    Imports beyond the limits are not read.
    """
    try:
        text = read_regular_start(path, MAX_READ_BYTES).decode(errors="replace")
    except OSError:  # the import reports it
        return []
    found = islice(IMPORT_PATTERN.finditer(text), MAX_READ_IMPORTS)
    short = [match for match in found if len(match[0]) <= MAX_IMPORT_LENGTH]
    return [(match[1] or match[3], match[2] or "") for match in short]


def _count_dots(module: str) -> int:
    """Return the number of dots with which the name of a relative import begins."""
    return len(module) - len(module.lstrip("."))
