"""Paths of files and folders, and time zones: names that a system gives to places."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from pytest_fixturegen.nodes import Call, Choice, Converted, Node
from pytest_fixturegen.providers.asks import Ask, Provider

ENDINGS = ("csv", "json", "md", "pdf", "png", "txt", "yaml")
FOLDERS = ("archive", "data", "exports", "images", "notes", "reports", "uploads")


def path(ask: Ask) -> Node:
    """A relative path that need not exist."""
    return Converted(Call(_path_text), Path, json=str)


def pure_path(ask: Ask) -> Node:
    """The same, without a file system behind it."""
    return Converted(Call(_path_text), PurePath, json=str)


def pure_posix_path(ask: Ask) -> Node:
    """The same, with slashes anywhere."""
    return Converted(Call(_path_text), PurePosixPath, json=str)


def _path_text(bits: int) -> str:
    folder, name = FOLDERS[bits % len(FOLDERS)], FOLDERS[(bits >> 8) % len(FOLDERS)]
    return f"{folder}/{name}-{(bits >> 16) % 10_000:04}.{ENDINGS[(bits >> 40) % len(ENDINGS)]}"


def new_path(ask: Ask) -> Node:
    """A path in the working directory at which nothing is."""
    return Converted(Call(_new_name), Path, json=str)


def _new_name(bits: int) -> str:
    return f"new-{bits:016x}.{ENDINGS[bits % len(ENDINGS)]}"


def zone(ask: Ask) -> Node:
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
