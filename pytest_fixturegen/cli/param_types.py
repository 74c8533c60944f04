"""Parameter types for Click that only complete values; ``config.sources`` checks them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from pytest_fixturegen.errors import replace_controls

if TYPE_CHECKING:
    from pathlib import Path


class TextParam(click.ParamType):  # type: ignore[type-arg]  # generic only in the newest Click
    """A text; a shell offers the *known* ones."""

    name = "text"

    def __init__(self, known: Sequence[str] = ()) -> None:
        self.known = known

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        """Return *value* unchanged."""
        return value

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the known texts that start with *incomplete*."""
        return [CompletionItem(text) for text in self.known if text.startswith(incomplete)]


class FileParam(TextParam):
    """The path of a file, which the shell completes."""

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return a marker that leaves the completion to the shell."""
        return [CompletionItem(incomplete, type="file")]


class TargetParam(TextParam):
    """A target: a file or a module with models."""

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return files and folders, and modules unless *incomplete* names a folder.

        The scripts of shells insert a candidate as it is. So if a name has characters that a shell
        obeys, the shell completes the names of files itself, and quotes them.
        """
        from pathlib import Path  # imported late, since help does not need it

        root = os.sep if incomplete.startswith(os.sep) else "."
        folder = incomplete.rpartition(os.sep)[0] or root
        candidates = _list_files(Path(folder), incomplete)
        if os.sep not in incomplete:
            candidates = chain(candidates, _list_modules(Path(), ""))
        matching = (name for name in candidates if _is_offered(name, incomplete))
        names = sorted(islice(matching, MAX_CANDIDATES))
        if all(map(PLAIN_NAME.fullmatch, names)):
            return [CompletionItem(name) for name in names]
        return [CompletionItem(incomplete, type="file")]


TEXT, FILE, TARGET = TextParam(), FileParam(), TargetParam()

PLAIN_NAME = re.compile(r"[\w@%+=:./-]+")
"""A candidate that no shell changes or obeys."""

MAX_ENTRIES = 5000
MAX_CANDIDATES = 1000
"""Entries of a folder that are read, and candidates that are offered."""

MAX_PACKAGE_DEPTH = 3
"""How many nested packages are searched for modules."""


def _is_offered(name: str, incomplete: str) -> bool:
    """Return whether *name* completes *incomplete*.

    A name with a line end would be two candidates, and one with a dash would be an option.
    """
    if name.startswith("-") or "\n" in name or "\t" in name:
        return False
    return name.startswith(incomplete) and replace_controls(name) == name


def _list_files(folder: Path, incomplete: str) -> Iterator[str]:
    """Yield the folders and source files in *folder*, spelled as *incomplete* begins.

    A folder ends with a separator, so that completion continues inside it.
    """
    parent, separator, _ = incomplete.rpartition(os.sep)
    for entry in _list_entries(folder):
        path = f"{parent}{separator}{entry.name}"
        if entry.is_dir():
            yield path + os.sep
        elif entry.suffix in (".py", ".yml", ".yaml"):
            yield path


def _list_modules(
    folder: Path,
    prefix: str,
    depth: int = 0,
) -> Iterator[str]:
    """Yield the modules in *folder* and in its packages, each with *prefix* in front."""
    for entry in _list_entries(folder):
        if _is_module(entry):
            yield prefix + entry.stem
        elif depth < MAX_PACKAGE_DEPTH and _is_package(entry):
            yield prefix + entry.name
            yield from _list_modules(entry, f"{prefix}{entry.name}.", depth + 1)


def _is_module(path: Path) -> bool:
    """Return whether *path* is a Python file that can be imported by its name."""
    return path.suffix == ".py" and path.stem.isidentifier() and path.stem != "__init__"


def _is_package(folder: Path) -> bool:
    """Return whether *folder* is a package. Links do not count, since they may form a cycle."""
    return (folder / "__init__.py").exists() and not folder.is_symlink()


def _list_entries(folder: Path) -> list[Path]:
    """Return the visible entries of *folder*; an unreadable folder has none."""
    try:
        entries = list(islice(folder.iterdir(), MAX_ENTRIES))
    except OSError:
        return []
    return [entry for entry in entries if not entry.name.startswith((".", "__pycache__"))]
