"""Parameter types for Click that only complete values; ``config.sources`` checks them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

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
        """Return files and folders, and modules unless *incomplete* names a folder."""
        from pathlib import Path  # imported late, since help does not need it

        root = os.sep if incomplete.startswith(os.sep) else "."
        folder = incomplete.rpartition(os.sep)[0] or root
        candidates = list(_list_files(Path(folder), incomplete))
        if os.sep not in incomplete:
            candidates += _list_modules(Path(), "")
        return [CompletionItem(name) for name in sorted(candidates) if name.startswith(incomplete)]


TEXT, FILE, TARGET = TextParam(), FileParam(), TargetParam()

MAX_PACKAGE_DEPTH = 3
"""How many nested packages are searched for modules."""


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
        elif depth < MAX_PACKAGE_DEPTH and (entry / "__init__.py").exists():
            yield prefix + entry.name
            yield from _list_modules(entry, f"{prefix}{entry.name}.", depth + 1)


def _is_module(path: Path) -> bool:
    return path.suffix == ".py" and path.stem.isidentifier() and path.stem != "__init__"


def _list_entries(folder: Path) -> list[Path]:
    """Return the visible entries of *folder*; an unreadable folder has none."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return []
    return [entry for entry in entries if not entry.name.startswith((".", "__pycache__"))]
