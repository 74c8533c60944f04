"""Paths of files and folders, and time zones: names that a system gives to places."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from pytest_fixturegen.nodes import Call, Choice, Converted, Node
from pytest_fixturegen.providers.field_context import FieldContext, Provider

FILE_EXTENSIONS = ("csv", "json", "md", "pdf", "png", "txt", "yaml")
FOLDER_NAMES = ("archive", "data", "exports", "images", "notes", "reports", "uploads")


def path(context: FieldContext) -> Node:
    """A relative path that need not exist."""
    return Converted(Call(_draw_path), Path, json=str)


def pure_path(context: FieldContext) -> Node:
    """The same, without a file system behind it."""
    return Converted(Call(_draw_path), PurePath, json=str)


def pure_posix_path(context: FieldContext) -> Node:
    """The same, with slashes anywhere."""
    return Converted(Call(_draw_path), PurePosixPath, json=str)


def _draw_path(bits: int) -> str:
    folder, name = (
        FOLDER_NAMES[bits % len(FOLDER_NAMES)],
        FOLDER_NAMES[(bits >> 8) % len(FOLDER_NAMES)],
    )
    return f"{folder}/{name}-{(bits >> 16) % 10_000:04}.{FILE_EXTENSIONS[(bits >> 40) % len(FILE_EXTENSIONS)]}"


def new_path(context: FieldContext) -> Node:
    """A path in the working directory at which nothing is."""
    return Converted(Call(_draw_new_name), Path, json=str)


def _draw_new_name(bits: int) -> str:
    return f"new-{bits:016x}.{FILE_EXTENSIONS[bits % len(FILE_EXTENSIONS)]}"


def zone(context: FieldContext) -> Node:
    """A time zone of the IANA database."""
    names = (
        "Europe/Berlin",
        "America/New_York",
        "Asia/Tokyo",
        "UTC",
        "Europe/Stockholm",
        "Australia/Sydney",
        "America/Sao_Paulo",
    )
    return Choice(tuple(ZoneInfo(name) for name in names), names)


PROVIDERS: dict[Any, Provider] = {
    Path: path,
    PurePath: pure_path,
    PurePosixPath: pure_posix_path,
    "NewPath": new_path,
    ZoneInfo: zone,
}
