"""Resolution of paths, link by link, with system calls alone.

The audit hook uses these functions while the target runs. They call no code that the target could
replace, such as ``os.path`` or ``__fspath__`` of a subclass of ``str``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from os import fsdecode, getcwd, lstat, readlink
from os.path import realpath
from typing import Any

MAX_LINKS = 40
"""Links that one path may lead through [path_resolution(7)]."""


def resolve_path(
    path: Any,
    folder: Any = None,
    *,
    follow_last: bool = True,
) -> str:
    """Return the absolute path without links that *path* leads to.

    *path* may be a text, bytes, a path-like object or a descriptor, which means the file that it
    is open on. A relative path starts at the descriptor *folder*; without it, at the working
    directory. *follow_last*: whether to follow a link at the very end.
    """
    if isinstance(path, int):
        return _read_descriptor_path(path)
    text = _to_plain_text(os.fspath(path))
    if os.name == "nt":
        return str(realpath(text))
    if not text.startswith("/"):
        has_folder = isinstance(folder, int) and folder >= 0
        base = _read_descriptor_path(folder) if has_folder else getcwd()
        text = f"{base}/{text}"
    return _follow_links(text, follow_last)


def _to_plain_text(path: str | bytes) -> str:
    """Return *path* as a ``str``; methods that a subclass overrides are not called."""
    if isinstance(path, str):
        return str.__str__(path)
    return fsdecode(bytes.__getitem__(path, slice(None)))


def _follow_links(text: str, follow_last: bool) -> str:
    """Return the absolute path *text* without links, ``.`` and ``..``.

    The last part is followed only with *follow_last*. After MAX_LINKS links, the others remain, so
    that a loop of links ends.
    """
    resolved = ""
    remaining = text.split("/")[::-1]  # the next part is the last of the list
    link_count = 0
    while remaining:
        part = remaining.pop()
        if part in ("", "."):
            continue
        if part == "..":
            resolved = resolved.rpartition("/")[0]
            continue
        is_link_followed = (follow_last or any(remaining)) and link_count < MAX_LINKS
        link = _read_link(f"{resolved}/{part}") if is_link_followed else ""
        if not link:
            resolved = f"{resolved}/{part}"
            continue
        link_count += 1
        if link.startswith("/"):
            resolved = ""
        remaining += link.split("/")[::-1]
    return resolved or "/"


def _read_link(path: str) -> str:
    """Return the target of the link at *path*, or an empty string if it is not a link."""
    try:
        return readlink(path)
    except OSError:
        return ""


def _read_descriptor_path(number: int) -> str:
    """Return the path of the open file *number*; empty if the system does not tell."""
    return _read_link(f"/proc/self/fd/{number}") or _read_link(f"/dev/fd/{number}")


def build_prefixes(roots: Iterable[str]) -> tuple[str, ...]:
    """Return the prefixes of all paths below *roots*."""
    return tuple(root.rstrip(os.sep) + os.sep for root in roots)


def is_inside(path: str, prefixes: tuple[str, ...]) -> bool:
    """Return whether *path* is one of the roots of :func:`build_prefixes`, or lies below one."""
    return (path + os.sep).startswith(prefixes)


def exists(path: str) -> bool:
    """Return whether something is at *path*; a broken link counts."""
    try:
        lstat(path)
    except OSError:
        return False
    return True
