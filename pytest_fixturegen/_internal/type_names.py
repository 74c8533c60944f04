"""Names of types, and paths of values in records, as seeds, errors and files use them.

A *path* locates a value in its record: ``""`` is the record itself, ``address.city`` a field of a
field, ``tags.0`` the first item of a list. A path never depends on a field's neighbours, so that
editing one field does not change another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from types import FunctionType
from typing import Any, get_args

ROOT = ""

PATH_SEPARATORS = re.compile(r"[.~|?#]")
"""Separators of a path. All but the dot name streams that only the generator needs."""

SEPARATOR_CHARACTERS = ".~|?#"


def format_type(annotation: Any) -> str:
    """Return a type expression as a user writes it: ``list[Order]``, ``int | None``.

    The text contains no modules and no addresses, since the address of a function differs between
    processes.
    """
    arguments = get_args(annotation)
    if isinstance(annotation, type | FunctionType) and not arguments:
        return annotation.__qualname__
    text = re.sub(r" at 0x[0-9a-fA-F]+", "", repr(annotation))
    return re.sub(r"\b[\w<>]+\.(?=[\w<])", "", text.replace("typing.", ""))


def join_path(path: str, name: str) -> str:
    """Return the path of *name* below *path*."""
    return f"{path}.{name}" if path else name


def format_path(model: str, path: str) -> str:
    """Return *path* in *model* as messages show it, without the parts that only streams need."""
    parts = (model, re.sub(r"[~|?#][^.]*", "", path))
    return ".".join(part for part in parts if part)


def is_below(path: str, ancestor: str) -> bool:
    """Return whether *path* is *ancestor* or lies below it."""
    if not ancestor or path == ancestor:
        return True
    return path.startswith(ancestor) and path[len(ancestor)] in SEPARATOR_CHARACTERS


def list_ancestors(path: str) -> set[str]:
    """Return *path* and every path above it."""
    above = (path[: separator.start()] for separator in PATH_SEPARATORS.finditer(path))
    return {ROOT, path, *above}


def is_chosen(
    names: Collection[str],
    include: Sequence[str],
    exclude: Sequence[str],
) -> bool:
    """Return whether one of *names* matches *include* (if it has patterns) and none matches
    *exclude*.
    """
    if _matches_any(names, exclude):
        return False
    return not include or _matches_any(names, include)


def _matches_any(names: Collection[str], patterns: Sequence[str]) -> bool:
    """Return whether one of *names* matches one of *patterns*."""
    return any(fnmatchcase(name, pattern) for name in names for pattern in patterns)


def is_public(
    name: str,
    module: str,
    exported: Collection[str] | None,
) -> bool:
    """Return whether the model *name* of *module* is public.

    With ``__all__`` (*exported*), a public model is listed there, or its outermost class is.
    Otherwise neither the name of the model nor that of a module around it begins with an
    underscore.
    """
    outer, *inner = name.split(".")
    if exported is not None:
        return outer in exported and not any(part.startswith("_") for part in inner)
    return not any(part.startswith("_") for part in (*name.split("."), *module.split(".")))


@lru_cache(maxsize=4096)
def to_snake_case(name: str) -> str:
    """Return *name* in snake case: ``HTTPServer`` becomes ``http_server``."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return re.sub(r"\W+|_+", "_", spaced).strip("_").lower()
