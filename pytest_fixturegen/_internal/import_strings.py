"""Import the object that a text such as ``package.module:attribute`` names."""

from __future__ import annotations

import pkgutil
from typing import Any


def import_attribute(path: str) -> Any:
    """Return the object at *path*: ``package.module:attribute`` or ``package.module.attribute``.

    The attribute may be dotted, as in ``app.models:Order.Line``.

    Raises:
        ImportError: If the module cannot be imported.
        AttributeError: If the module has no such attribute.
        ValueError: If *path* is not a dotted name.
        Exception: Whatever the code of the module raises while it is imported.
    """
    return pkgutil.resolve_name(path)
