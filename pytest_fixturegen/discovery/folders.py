"""The Python files of a folder that may hold models.

Left out is what no application imports: tests, migrations, environments, build output, programs,
and what this package has written.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pytest_fixturegen._internal.owned_files import PYTHON_OUTPUT, is_recognized
from pytest_fixturegen.errors import DiscoveryError, format_os_error

MAX_FILES = 5000
"""Python files of a folder that are imported at most."""

MAX_FOLDERS = 20_000
"""Folders that are searched at most."""

TOOL_FOLDERS = frozenset(("__pycache__", "node_modules", "site-packages", "__pypackages__"))
"""Folders that tools fill."""

BUILD_FOLDERS = frozenset(("build", "dist"))
"""Folders that hold copies of the sources, unless they are packages."""

MIGRATION_FOLDERS = frozenset(("migrations",))
ALEMBIC_TEMPLATE = "script.py.mako"
"""A file that is in every folder of Alembic, whose scripts run only inside Alembic."""

TEST_FOLDERS = frozenset(("tests", "test"))
TEST_FILES = frozenset(("conftest.py", "tests.py"))

PROGRAM_FILE = "__main__.py"
"""The file that runs its package when it is imported."""

PROJECT_FILES = frozenset(("setup.py", "noxfile.py", "fabfile.py"))
"""Programs in a folder without ``__init__.py``."""


def list_python_files(folder: Path) -> list[Path]:
    """Return the files below *folder* to import, a package before its modules.

    Links are not followed: one may lead back, or out of the folder. Raise DiscoveryError if
    *folder* cannot be read, or has more than MAX_FILES files.
    """
    with_tests = not TEST_FOLDERS.isdisjoint(folder.parts)
    found: list[Path] = []
    for number, (current, names) in enumerate(_walk(folder, with_tests=with_tests)):
        is_package = "__init__.py" in names
        wanted = (
            name
            for name in names
            if _is_wanted(
                name,
                is_package,
                with_tests,
            )
        )
        found += [path for path in map(current.joinpath, wanted) if _is_source(path)]
        if len(found) > MAX_FILES or number >= MAX_FOLDERS:
            raise DiscoveryError(
                f"{folder} is too large: it has more than {MAX_FILES:,} Python files or "
                f"{MAX_FOLDERS:,} folders.",
                hint="Name a folder in it.",
                path=str(folder),
            )
    return sorted(found, key=_get_import_order)


def _walk(folder: Path, *, with_tests: bool) -> Iterator[tuple[Path, list[str]]]:
    """Yield *folder* and the folders below it that may hold models, with the names of files."""

    def raise_first(error: OSError) -> None:
        if error.filename == str(folder):
            raise DiscoveryError(
                f"{folder} cannot be read: {format_os_error(error)}.",
                hint="Name a folder that you may list.",
                path=str(folder),
            ) from error

    for current, folder_names, file_names in os.walk(folder, onerror=raise_first):
        path = Path(current)
        folder_names[:] = [
            name for name in sorted(folder_names) if _is_searched(path / name, with_tests)
        ]
        yield path, file_names


def _is_searched(folder: Path, with_tests: bool) -> bool:
    """Return whether *folder* may hold code of an application."""
    name = folder.name
    if name.startswith(".") or name.endswith(".egg-info") or folder.is_symlink():
        return False
    if name in TOOL_FOLDERS or name in MIGRATION_FOLDERS:
        return False
    if name in TEST_FOLDERS and not with_tests:
        return False
    if name in BUILD_FOLDERS and not (folder / "__init__.py").is_file():
        return False
    return not (folder / "pyvenv.cfg").exists() and not (folder / ALEMBIC_TEMPLATE).exists()


def _is_wanted(
    name: str,
    is_package: bool,
    with_tests: bool,
) -> bool:
    """Return whether the file *name* of a folder, which may be a package, is to be imported."""
    if not name.endswith(".py") or name.startswith(".") or name == PROGRAM_FILE:
        return False
    if name in PROJECT_FILES and not is_package:
        return False
    is_test = name in TEST_FILES or name.startswith("test_") or name.endswith("_test.py")
    return with_tests or not is_test


def _is_source(path: Path) -> bool:
    """Return whether *path* is a regular file that a person wrote."""
    return path.is_file() and not path.is_symlink() and not is_recognized(path, PYTHON_OUTPUT)


def _get_import_order(path: Path) -> tuple[str, ...]:
    """Return the key that sorts a package before its modules, and modules by their names."""
    parts = path.with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts
