"""The seal on an error that is a bug of this package: exit code 99, not the target's doing.

The target runs in the same process, and may forge frames or replace functions of this package. So
the parent believes in a bug only if the error has the seal that it has handed out, and the seal is
withheld if a module has changed. That keeps honest figures honest; a target that searches the
memory of its process can still choose this exit code.
"""

from __future__ import annotations

import sys
from typing import Any

WATCHED_PACKAGES = frozenset(("pytest_fixturegen", "builtins", "json", "os"))


class Seal:
    """The *text* that the parent knows, and what the watched modules held before the target ran."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._inventory: dict[str, dict[str, Any]] = {}

    def take_inventory(self) -> None:
        """Remember what the watched modules hold."""
        self._inventory = {
            name: dict(vars(module))
            for name, module in sys.modules.items()
            if name.partition(".")[0] in WATCHED_PACKAGES
        }

    def get_text(self) -> str:
        """Return the text, or an empty one if something in the watched modules was replaced."""
        for name, held in self._inventory.items():
            now = vars(sys.modules.get(name, sys))
            if any(now.get(key) is not value for key, value in held.items()):
                return ""
        return self._text
