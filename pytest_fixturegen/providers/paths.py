"""Paths of files and folders that need not exist, and time zones."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from pytest_fixturegen.nodes import Call, Choice, Converted, Node
from pytest_fixturegen.providers.field_context import FieldContext, Provider

FILE_EXTENSIONS = ("csv", "json", "md", "pdf", "png", "txt", "yaml")
FOLDER_NAMES = ("archive", "data", "exports", "images", "notes", "reports", "uploads")
ZONE_NAMES = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Tokyo",
    "UTC",
    "Europe/Stockholm",
    "Australia/Sydney",
    "America/Sao_Paulo",
)


def path(context: FieldContext) -> Node:
    """Return the node of a relative path that need not exist."""
    return Converted(Call(_draw_path), Path, json=str)


def pure_path(context: FieldContext) -> Node:
    """Return the node of a relative path without access to a file system."""
    return Converted(Call(_draw_path), PurePath, json=str)


def pure_posix_path(context: FieldContext) -> Node:
    """Return the node of a relative path with slashes on every system."""
    return Converted(Call(_draw_path), PurePosixPath, json=str)


def _draw_path(bits: int) -> str:
    """Return a relative path of a folder and a numbered file, each part from other bits."""
    folder = FOLDER_NAMES[bits % len(FOLDER_NAMES)]
    name = FOLDER_NAMES[(bits >> 8) % len(FOLDER_NAMES)]
    number = (bits >> 16) % 10_000
    extension = FILE_EXTENSIONS[(bits >> 40) % len(FILE_EXTENSIONS)]
    return f"{folder}/{name}-{number:04}.{extension}"


def new_path(context: FieldContext) -> Node:
    """Return the node of a path in the working directory that does not exist."""
    return Converted(Call(_draw_new_name), Path, json=str)


def _draw_new_name(bits: int) -> str:
    """Return the name of a file that does not exist yet."""
    extension = FILE_EXTENSIONS[bits % len(FILE_EXTENSIONS)]
    return f"new-{bits:016x}.{extension}"


def zone(context: FieldContext) -> Node:
    """Return the node of a time zone of the IANA database."""
    return Choice(
        tuple(ZoneInfo(name) for name in ZONE_NAMES),
        ZONE_NAMES,
    )


PROVIDERS: dict[Any, Provider] = {
    Path: path,
    PurePath: pure_path,
    PurePosixPath: pure_posix_path,
    "NewPath": new_path,
    ZoneInfo: zone,
}
