"""Targets: a file, a folder, a module, a class in one of them, or a document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.discovery.folders import list_python_files
from pytest_fixturegen.discovery.import_roots import (
    find_dotted_root,
    find_import_root,
    find_sibling_folder,
    forget_files,
)
from pytest_fixturegen.errors import DiscoveryError, UsageError
from pytest_fixturegen.introspection.readers.documents.document import split_document

MODULE_PATTERN = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")
QUALNAME_PATTERN = re.compile(r"(.+?):([^\W\d][\w.]*)")


@dataclass(frozen=True, slots=True)
class Target:
    """A *module* to import, and the folder *root* to import it from.

    *file* is the module's file if the user named one; *qualname* is the class, if one is named.
    *sibling_folder* is the folder of *file*, if its modules may be imported by their bare names.
    If it *is_document*, *file* is a schema document, which is read instead of imported, and
    *qualname* one of its schemas; its references may lead to the *addresses* of hosts. If *folder*
    is not empty, all *members* are imported, the targets of the Python files in it; *module* is its
    own name.
    """

    module: str
    root: str
    file: str = ""
    qualname: str = ""
    sibling_folder: str = ""
    is_document: bool = False
    folder: str = ""
    members: tuple[Target, ...] = ()
    addresses: Sequence[str] = ()

    @property
    def search_folders(self) -> tuple[str, ...]:
        """The folders that hold the project's modules, in the order of the search."""
        folders = (self.root, self.sibling_folder)
        return tuple(dict.fromkeys(folder for folder in folders if folder))

    def as_json(self) -> dict[str, Any]:
        """Return the target as the parent sends it to the child."""
        return asdict(self)

    @staticmethod
    def from_json(facts: Mapping[str, Any]) -> Target:
        """Return the target that *facts* describe, which the parent has sent."""
        members = tuple(Target(**member) for member in facts.get("members", ()))
        return Target(**{**facts, "members": members})


def require_code(target: str | None, purpose: str) -> None:
    """Raise UsageError if *target* is a schema document, which has no *purpose*."""
    if target and split_document(target) is not None:
        raise UsageError(
            f"{target} is a schema document: it has no {purpose}.",
            hint="Name a Python file, a module or a class.",
        )


def parse_target(text: str, base_folder: Path) -> Target:
    """Return the target that *text* names; relative paths start at *base_folder*.

    *text* is like ``app/models.py``, ``app/``, ``app.models``, ``app.models:User`` or
    ``openapi.yaml:Order``.
    Raise DiscoveryError if the file does not exist, and UsageError if *text* is neither a path nor
    a module.
    """
    document = split_document(text)
    if document is not None:
        return _build_document_target(*document, base_folder)
    forget_files()
    place, qualname = _split_qualname(text)
    if _is_path(place, base_folder) and _is_folder(base_folder / place):
        return _build_folder_target(
            Path(place),
            base_folder,
            qualname,
        )
    if _is_path(place, base_folder):
        return _build_file_target(
            Path(place),
            base_folder,
            qualname,
        )
    if not MODULE_PATTERN.fullmatch(place):
        raise UsageError(
            f"Invalid target: expected a file, a module or a class, got {text!r}.",
            hint="Name a file (app/models.py), a folder (app/), a module (app.models),"
            " a class (app.models:User) or a document (openapi.yaml:Order).",
        )
    return _build_module_target(
        place,
        base_folder,
        qualname,
    )


def _build_document_target(
    file: str,
    selector: str,
    base_folder: Path,
) -> Target:
    """Return the target of the schema document *file*."""
    path = _resolve_file(base_folder / file)
    if not _is_file(path):
        raise DiscoveryError(
            f"{file} is not a file.",
            hint=f"Relative paths start at {base_folder}.",
            path=file,
        )
    return Target(
        "",
        str(path.parent),
        str(path),
        selector,
        is_document=True,
    )


def _build_module_target(
    module: str,
    base_folder: Path,
    qualname: str,
) -> Target:
    """Return the target of a dotted name; it finds the same siblings as that of its file."""
    root = find_dotted_root(module, base_folder)
    path = Path(root, *module.split("."))
    files = (path / "__init__.py", path.with_name(f"{path.name}.py"))
    file = next(filter(_is_file, files), None)
    siblings = find_sibling_folder(file, root) if file else None
    return Target(
        module,
        str(root),
        "",
        qualname,
        str(siblings or ""),
    )


def build_no_public_error(module: str) -> DiscoveryError:
    """Return the error of a *module* whose models are all private."""
    return DiscoveryError(
        f"{module} has no public models.",
        hint="Leave out --public-only, or name the module that exports them.",
        module=module,
    )


def _split_qualname(text: str) -> tuple[str, str]:
    """Return the place and the class of a target; without a class, the second text is empty."""
    match = QUALNAME_PATTERN.fullmatch(text)
    return (match[1], match[2]) if match else (text, "")


def _is_path(place: str, base_folder: Path) -> bool:
    """Return whether *place* means a file or a folder rather than a module."""
    has_separator = "/" in place or "\\" in place
    if has_separator or place.endswith(".py"):
        return True
    if not MODULE_PATTERN.fullmatch(place) and _is_folder(base_folder / place):
        return bool(place)
    # "app.models" is a module, unless a file has that name.
    return "." in place and _is_file(base_folder / place)


def _is_file(path: Path) -> bool:
    """Return whether *path* is a file that can be examined."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # the name is too long, or a folder may not be entered
        return False


def _is_folder(path: Path) -> bool:
    """Return whether *path* is a folder that can be examined."""
    try:
        return path.is_dir()
    except (OSError, ValueError):  # the name is too long, or a folder may not be entered
        return False


def _build_folder_target(
    folder_path: Path,
    base_folder: Path,
    qualname: str,
) -> Target:
    """Return the target of a folder: all Python files in it that may hold models.

    Raise DiscoveryError if the folder has no such file.
    """
    folder = (base_folder / folder_path).resolve()
    files = list_python_files(folder)
    if not files:
        raise DiscoveryError(
            f"{folder_path} has no Python files with models.",
            hint="Tests, migrations, links and hidden folders do not count; name the file itself.",
            path=str(folder_path),
        )
    members = tuple(_build_file_target(file, base_folder, "") for file in files)
    first = members[0]
    is_package = Path(first.file) == folder / "__init__.py"
    return Target(
        first.module if is_package else folder.name,
        first.root,
        "",
        qualname,
        folder=str(folder),
        members=members,
    )


def _build_file_target(
    file_path: Path,
    base_folder: Path,
    qualname: str,
) -> Target:
    """Return the target of a file, with its module name below the import root.

    Raise DiscoveryError if it is not a file of Python.
    """
    path = _resolve_file(base_folder / file_path)
    if not _is_file(path):
        raise DiscoveryError(
            f"{file_path} is not a file.",
            hint=f"Relative paths start at {base_folder}.",
            path=str(file_path),
        )
    if path.suffix != ".py":
        raise DiscoveryError(
            f"{file_path} is not a Python file.",
            hint="Name a file that ends in .py, .json, .yaml or .yml.",
            path=str(file_path),
        )
    root = find_import_root(path, base_folder.resolve())
    parts = list(path.relative_to(root).with_suffix("").parts)
    if parts[-1] == "__init__" and len(parts) > 1:
        parts.pop()
    siblings = find_sibling_folder(path, root)
    return Target(
        ".".join(parts),
        str(root),
        str(path),
        qualname,
        str(siblings or ""),
    )


def _resolve_file(path: Path) -> Path:
    """Return *path* without links."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # RuntimeError: links lead in a circle
        return path
