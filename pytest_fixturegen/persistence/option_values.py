"""Values of a handler's options: case-insensitive choices, and paths relative to their source.

A path of the command line starts at the working directory, one of a configuration file at the
folder of that file. Options are paths if they are annotated with ``Path``, and if they are URLs of
SQLite.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Mapping
from pathlib import Path
from types import UnionType
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.persistence.handler_lookup import find_choice, list_parameters

SQLITE_URL = re.compile(r"(sqlite(?:\+\w+)?:///)(?!/)(?!:memory:)(.+)", re.DOTALL)
"""The URL of a SQLite file with a relative path [SQLAlchemy, "Database URLs"]."""

MEMORY_DATABASE = ":memory:"


@dataclass(frozen=True, slots=True)
class FileOptions:
    """The configuration file's part of a handler's options.

    *folder* is that of the file, empty if nothing is found. *aliases* names the aliases that the
    file defines; *has_explicit* is true if the file sets ``persist.handler_config``.
    """

    folder: str = ""
    aliases: frozenset[str] = frozenset()
    has_explicit: bool = False

    def find_folders(
        self,
        handler: str,
        explicit_options: Mapping[str, Any],
        options: Mapping[str, Any],
    ) -> dict[str, str]:
        """Return the folder at which each of *options* starts, empty for the working directory.

        *explicit_options* override those of the alias *handler*.
        """
        alias_folder = self.folder if handler in self.aliases else ""
        explicit_folder = self.folder if self.has_explicit else ""
        return {
            option: explicit_folder if option in explicit_options else alias_folder
            for option in options
        }


def convert_options(
    factory: Callable[..., Any],
    options: Mapping[str, Any],
    folders: Mapping[str, str],
) -> dict[str, Any]:
    """Return checked *options* as *factory* expects them.

    Choices get the spelling of their annotation, and paths become absolute if *folders* names the
    folder at which they start.
    """
    annotations = {parameter.name: parameter.annotation for parameter in list_parameters(factory)}
    return {
        option: _convert_value(annotations.get(option, Any), value, folders.get(option, ""))
        for option, value in options.items()
    }


def _convert_value(
    annotation: Any,
    value: Any,
    folder: str,
) -> Any:
    """Return *value* of an option with *annotation*, which starts at *folder* if it is a path."""
    if not isinstance(value, str):
        return value
    members = (annotation,)
    if typing.get_origin(annotation) in (typing.Union, UnionType):
        members = typing.get_args(annotation)
    for member in members:
        if typing.get_origin(member) is typing.Literal:
            return find_choice(typing.get_args(member), value)
        if member is Path:
            return Path(value) if value == MEMORY_DATABASE else Path(folder, value)
    url = SQLITE_URL.fullmatch(value)
    if url and folder:
        return url[1] + str(Path(folder, url[2]))
    return value
