"""Functions of modules that are imported when one of them is first called.

Many parts of this package serve few runs: the readers of other libraries, repair, the tables of
rare fields. A run that does not call them starts sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def import_on_call(module: str, *names: str) -> tuple[Callable[..., Any], ...]:
    """Return functions that call those of *module* with these *names*.

    The caller imports the same names for type checkers, under ``TYPE_CHECKING``.
    """
    return tuple(_build_proxy(module, name) for name in names)


def _build_proxy(module: str, name: str) -> Callable[..., Any]:
    """Return a function that calls *name* of *module*."""
    found: list[Callable[..., Any]] = []

    def call(*arguments: Any, **keywords: Any) -> Any:
        if not found:
            found.append(getattr(import_module(module), name))
        return found[0](*arguments, **keywords)

    call.__name__ = call.__qualname__ = name
    call.__module__ = module
    return call
