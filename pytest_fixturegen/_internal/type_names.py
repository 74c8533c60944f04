"""Names of types and paths: what seeds, errors and files share.

A *path* says where a value stands in its record: ``""`` is the record itself, ``address.city`` a field of a field,
``tags.0`` the first item of a list. A path never depends on a field's neighbours, so no edit moves another's values.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from fnmatch import fnmatchcase
from types import FunctionType
from typing import Any, get_args

ROOT = ""
PATH_SEPARATORS = re.compile(r"[.~|?#]")
"""What parts the names of a path."""


def format_type(annotation: Any) -> str:
    """A type expression as one would write it, without modules and addresses: ``list[Order]``, ``int | None``."""
    arguments = get_args(annotation)
    if isinstance(annotation, type | FunctionType) and not arguments:
        return annotation.__qualname__
    text = re.sub(
        r" at 0x[0-9a-fA-F]+", "", repr(annotation)
    )  # where a function lies is another place in each process
    return re.sub(r"\b[\w<>]+\.(?=[\w<])", "", text.replace("typing.", ""))


def join_path(path: str, name: str) -> str:
    """The path of *name* below *path*."""
    return f"{path}.{name}" if path else name


def format_path(model: str, path: str) -> str:
    """*path* in *model* as a message names it: without what only streams need to know."""
    return ".".join(part for part in (model, re.sub(r"[~|?#][^.]*", "", path)) if part)


def is_below(path: str, ancestor: str) -> bool:
    """Whether *path* is *ancestor* or stands below it."""
    return (
        not ancestor
        or path == ancestor
        or (path.startswith(ancestor) and path[len(ancestor)] in ".~|?#")
    )


def list_ancestors(path: str) -> set[str]:
    """*path* and all that it is below."""
    return {ROOT, path, *(path[: mark.start()] for mark in PATH_SEPARATORS.finditer(path))}


def is_chosen(names: Collection[str], include: Sequence[str], exclude: Sequence[str]) -> bool:
    """Whether one of *names* matches a pattern of *include*, if there are any, and none a pattern of *exclude*."""
    wanted = not include or any(fnmatchcase(name, pattern) for name in names for pattern in include)
    return wanted and not any(fnmatchcase(name, pattern) for name in names for pattern in exclude)


def is_public(name: str, module: str, exported: Collection[str] | None) -> bool:
    """Whether the model *name*, defined in the module *home*, is offered to others: listed in ``__all__``, if there is one.

    Otherwise neither its name nor that of a module around it begins with an underscore.
    """
    if exported is not None:
        return name in exported
    return not any(part.startswith("_") for part in (*name.split("."), *module.split(".")))


def to_snake_case(name: str) -> str:
    """``HTTPServer`` becomes ``http_server``; what is no letter or digit becomes one underscore."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return re.sub(r"\W+|_+", "_", spaced).strip("_").lower()
