"""The result of writing one output."""

from __future__ import annotations

from pathlib import Path

from pytest_fixturegen._internal.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class WrittenOutput:
    """One output at *path* (None: standard output), and whether it changed what was there.

    *difference* is the unified diff of an output that was only compared.
    """

    path: Path | None
    has_changed: bool
    difference: str | None = None
