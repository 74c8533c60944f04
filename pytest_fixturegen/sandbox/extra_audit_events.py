"""Functions of Python's that do harm without an event: they get one, so that the attempt has a name."""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Callable
from typing import Any

EVENT_PREFIXES = {"posix": "os"}

UNAUDITED_FUNCTIONS = {
    "posix": ("mkfifo", "mknod", "memfd_create", "unshare", "setns"),
    "os": ("mkfifo", "mknod", "memfd_create", "unshare", "setns"),
    "_posixsubprocess": ("fork_exec",),
}
"""Functions by module. What the kernel refuses does not rest on this."""


def add_audit_events() -> None:
    """Raise an event, named like those that Python has, when one of the functions is called."""
    for place, names in UNAUDITED_FUNCTIONS.items():
        try:
            module = importlib.import_module(place)
        except ImportError:
            continue
        for name in names:
            if hasattr(module, name):
                setattr(
                    module,
                    name,
                    _wrap_with_event(
                        f"{EVENT_PREFIXES.get(place, place)}.{name}", getattr(module, name)
                    ),
                )


def _wrap_with_event(event: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def call_with_event(*args: Any, **kwargs: Any) -> Any:
        sys.audit(event, *args)
        return function(*args, **kwargs)

    return call_with_event
