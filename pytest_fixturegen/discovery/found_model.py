"""Models that a target has."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class FoundModel:
    """A class to make records of: its *name* in *module*, which the user may import, its *kind*.

    For a schema of a document, *cls* is the document and *module* its file.
    """

    cls: Any
    module: str
    name: str
    kind: str

    @property
    def match_names(self) -> tuple[str, str, str]:
        """The names that a pattern may match: the user's, the one of its home, the short one."""
        return (
            f"{self.module}.{self.name}",
            f"{self.cls.__module__}.{self.cls.__qualname__}",
            self.name,
        )
