"""Where a path leads, link by link, with nothing but calls into the system: what the target replaces is not asked."""

from __future__ import annotations

import os
from os import fsdecode, getcwd, lstat, readlink
from os.path import realpath
from typing import Any

MAX_LINKS = 40
"""Links that a path may lead through [path_resolution(7)]."""


def resolve_path(path: Any, folder: Any = None, *, follow_last: bool = True) -> str:
    """The absolute path, without links, that *path* means, seen from the descriptor *folder* or from here.

    *last*: whether a link at the very end is followed. A descriptor means the file that it is open on.
    """
    if isinstance(path, int):
        return _read_descriptor_path(path)
    named = os.fspath(path)
    text = (
        str.__str__(named)
        if isinstance(named, str)
        else fsdecode(bytes.__getitem__(named, slice(None)))
    )
    if os.name == "nt":
        return str(realpath(text))
    if not text.startswith("/"):
        text = f"{_read_descriptor_path(folder) if isinstance(folder, int) and folder >= 0 else getcwd()}/{text}"
    return _follow_links(text, follow_last)


def _follow_links(text: str, follow_last: bool) -> str:
    done, ahead, links = "", text.split("/")[::-1], 0
    while ahead:
        part = ahead.pop()
        if part in ("", "."):
            continue
        if part == "..":
            done = done.rpartition("/")[0]
            continue
        link = (
            _read_link(f"{done}/{part}")
            if (follow_last or any(ahead)) and links < MAX_LINKS
            else ""
        )
        if not link:
            done = f"{done}/{part}"
            continue
        links += 1
        done = "" if link.startswith("/") else done
        ahead += link.split("/")[::-1]
    return done or "/"


def _read_link(path: str) -> str:
    try:
        return readlink(path)
    except OSError:
        return ""


def _read_descriptor_path(number: int) -> str:
    return _read_link(f"/proc/self/fd/{number}") or _read_link(f"/dev/fd/{number}")


def build_prefixes(roots: tuple[str, ...]) -> tuple[str, ...]:
    """What the paths below *roots* begin with."""
    return tuple(root.rstrip(os.sep) + os.sep for root in roots)


def is_inside(path: str, prefixes: tuple[str, ...]) -> bool:
    """Whether *path* is one of those that *roots*, made by :func:`prefixes`, stand for, or lies below it."""
    return (path + os.sep).startswith(prefixes)


def exists(path: str) -> bool:
    """Whether there is anything at *path*, be it a broken link."""
    try:
        lstat(path)
    except OSError:
        return False
    return True
