"""Audit events for functions that can do harm but that Python does not audit.

They give an attempt a name. The kernel's refusals do not depend on them.
"""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Callable
from typing import Any

EVENT_PREFIXES = {"posix": "os"}
"""First parts of event names, for modules whose events have another one."""

UNAUDITED_FUNCTIONS = {
    "posix": ("mkfifo", "mknod", "memfd_create", "unshare", "setns"),
    "os": ("mkfifo", "mknod", "memfd_create", "unshare", "setns"),
    "_posixsubprocess": ("fork_exec",),
}
"""Functions by module."""


def add_audit_events() -> None:
    """Make each of these functions raise an event that is named like Python's own events."""
    for module_name, function_names in UNAUDITED_FUNCTIONS.items():
        try:
            module = importlib.import_module(module_name)
        except ImportError:  # this system has no such module
            continue
        prefix = EVENT_PREFIXES.get(module_name, module_name)
        for name in function_names:
            function = getattr(module, name, None)
            if function is not None:
                setattr(module, name, _wrap_with_event(f"{prefix}.{name}", function))


def _wrap_with_event(event: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return *function* with an audit of *event*, which Python does not raise itself."""

    @functools.wraps(function)
    def call_with_event(*args: Any, **kwargs: Any) -> Any:
        sys.audit(event, *args)
        return function(*args, **kwargs)

    return call_with_event
