"""Functions of Python's that do harm without an event: they get one, so that the attempt has a name."""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Callable
from typing import Any

EVENTS = {"posix": "os"}

UNSEEN = {
    "posix": ("mkfifo", "mknod", "memfd_create", "unshare", "setns"),
    "os": ("mkfifo", "mknod", "memfd_create", "unshare", "setns"),
    "_posixsubprocess": ("fork_exec",),
}
"""Functions by module. What the kernel refuses does not rest on this."""


def make_seen() -> None:
    """Raise an event, named like those that Python has, when one of the functions is called."""
    for place, names in UNSEEN.items():
        try:
            module = importlib.import_module(place)
        except ImportError:
            continue
        for name in names:
            if hasattr(module, name):
                setattr(module, name, _seen(f"{EVENTS.get(place, place)}.{name}", getattr(module, name)))


def _seen(event: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def seen(*args: Any, **named: Any) -> Any:
        sys.audit(event, *args)
        return function(*args, **named)

    return seen
