"""Kinds of values for Click, as far as a shell completes them; what a value may be is checked where it is read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from pathlib import Path


class TextParam(click.ParamType):  # type: ignore[type-arg]  # generic only in the newest Click
    """A text; *known* are offered."""

    name = "text"

    def __init__(self, known: Sequence[str] = ()) -> None:
        self.known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """*value* as it is."""
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Those known words that begin so."""
        return [CompletionItem(each) for each in self.known if each.startswith(incomplete)]


class FileParam(TextParam):
    """The path of a file; the shell knows those."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Leave it to the shell."""
        return [CompletionItem(incomplete, type="file")]


class TargetParam(TextParam):
    """A file or a module with models, and folders on the way there."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Files and folders, and where no folder is named yet, modules below the working directory."""
        from pathlib import Path  # help, which completes nothing, need not wait for it

        folder = incomplete.rpartition(os.sep)[0] or (
            os.sep if incomplete.startswith(os.sep) else "."
        )
        found = [
            *_list_files(Path(folder), incomplete),
            *(_list_modules(Path(), "") if os.sep not in incomplete else ()),
        ]
        return [CompletionItem(each) for each in sorted(found) if each.startswith(incomplete)]


TEXT, FILE, TARGET = TextParam(), FileParam(), TargetParam()
MAX_PACKAGE_DEPTH = 3
"""How many packages deep modules are looked for."""


def _list_files(folder: Path, incomplete: str) -> Iterator[str]:
    before, separator, _ = incomplete.rpartition(os.sep)
    for each in _list_entries(folder):
        path = f"{before}{separator}{each.name}"
        if each.is_dir():
            yield path + os.sep
        elif each.suffix in (".py", ".yml", ".yaml"):
            yield path


def _list_modules(folder: Path, prefix: str, depth: int = 0) -> Iterator[str]:
    for each in _list_entries(folder):
        if each.suffix == ".py" and each.stem.isidentifier() and each.stem != "__init__":
            yield prefix + each.stem
        elif each.is_dir() and (each / "__init__.py").exists() and depth < MAX_PACKAGE_DEPTH:
            yield prefix + each.name
            yield from _list_modules(each, f"{prefix}{each.name}.", depth + 1)


def _list_entries(folder: Path) -> list[Path]:
    try:
        return [each for each in folder.iterdir() if not each.name.startswith((".", "__pycache__"))]
    except OSError:
        return []
