"""Names by which options refer to mapped classes, wherever these are defined."""

from __future__ import annotations

from operator import attrgetter
from typing import Any
from weakref import WeakValueDictionary

NAMED_CLASSES: WeakValueDictionary[str, Any] = WeakValueDictionary()
"""The classes that options name: a class within a function has no name that leads to it."""


def name_class(cls: Any) -> str:
    """Return the full name of *cls*, by which :func:`find_named_class` finds it."""
    name = f"{cls.__module__}.{cls.__qualname__}".replace("<locals>.", "")
    NAMED_CLASSES[name] = cls
    return name


def find_named_class(name: str) -> Any:
    """Return the class that :func:`name_class` gave this name, or None."""
    return NAMED_CLASSES.get(name)


def is_named_class(name: str) -> bool:
    """Return whether :func:`name_class` named a class that is called *name* in its module."""
    return name in map(attrgetter("__name__"), NAMED_CLASSES.values())
