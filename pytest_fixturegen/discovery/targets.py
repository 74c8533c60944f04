"""What the user named on the command line: a file, a module, or a class in one of them."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import DiscoveryError, UsageError


@dataclass(frozen=True, slots=True)
class Target:
    """A *module* to import, with *root* put before the search path; *file* when the user named one; *qualname* of a class."""

    module: str
    root: str
    file: str = ""
    qualname: str = ""

    def as_json(self) -> dict[str, str]:
        """The target as the child is told of it."""
        return asdict(self)


def parse_target(text: str, base_folder: Path) -> Target:
    """What *text* names, seen from the folder *here*: ``app/models.py``, ``app.models``, ``app.models:User``.

    Raises DiscoveryError for a file that is not there, UsageError for a text that is no target.
    """
    place, qualname = _split_qualname(text)
    if (
        place.endswith(".py")
        or "/" in place
        or "\\" in place
        or ("." in place and _is_file(base_folder / place))
    ):
        return _build_file_target(Path(place), base_folder, qualname)
    if not re.fullmatch(r"[^\W\d]\w*(\.[^\W\d]\w*)*", place):
        raise UsageError(
            f"{text!r} is no target.",
            hint="Name a file (app/models.py), a module (app.models) or a class (app.models:User).",
        )
    return Target(place, str(base_folder), "", qualname)


def build_no_public_error(module: str) -> DiscoveryError:
    """*module* has models, but keeps them to itself."""
    hint = "Leave --public-only out, or name the module that offers them."
    return DiscoveryError(f"{module} has no public models.", hint=hint, module=module)


def _split_qualname(text: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.+?):([^\W\d][\w.]*)", text)
    return (match[1], match[2]) if match else (text, "")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that is too long, a folder that may not be entered
        return False


def _build_file_target(file_path: Path, base_folder: Path, qualname: str) -> Target:
    try:
        path = (base_folder / file_path).resolve()
        path = path / "__init__.py" if path.is_dir() else path
    except (OSError, ValueError, RuntimeError):  # a loop of links besides
        path = base_folder / file_path
    if not _is_file(path):
        raise DiscoveryError(
            f"{file_path} is no file.",
            hint=f"Paths are taken from {base_folder}.",
            path=str(file_path),
        )
    if path.suffix != ".py":
        raise DiscoveryError(
            f"{file_path} is no Python file.",
            hint="Name one that ends in .py.",
            path=str(file_path),
        )
    root = _find_import_root(path, base_folder.resolve())
    parts = list(path.relative_to(root).with_suffix("").parts)
    if parts[-1] == "__init__" and len(parts) > 1:
        parts.pop()
    return Target(".".join(parts), str(root), str(path), qualname)


def _find_import_root(path: Path, base_folder: Path) -> Path:
    """The folder from which *path* is imported: above its packages, else *here* where its folders can be names.

    The folder of *path* is searched, too: what lies there goes before a folder of the same name that is no package.
    """
    folder = path.parent
    if (folder / "__init__.py").is_file():
        while (folder / "__init__.py").is_file():
            folder = folder.parent
        return folder
    parts = (
        path.relative_to(base_folder).with_suffix("").parts if base_folder in path.parents else ()
    )
    hidden = parts and (
        (folder / f"{parts[0]}.py").is_file() or (folder / parts[0] / "__init__.py").is_file()
    )
    return (
        base_folder
        if parts and not hidden and all(part.isidentifier() for part in parts)
        else folder
    )
