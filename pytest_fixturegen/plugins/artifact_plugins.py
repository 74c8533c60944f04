"""Which plugins may write outputs: only those are imported by the parent.

The parent runs without a sandbox, so a configured module that has no such hook stays in the child.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pytest_fixturegen.plugins.entry_points import has_installed_plugins

ARTIFACT_HOOK = "pfg_emit_artifact"

HOOK_PATTERN = re.compile(rb"pfg_emit_artifact|import\s+\*")
"""Finds the hook in the source of a plugin, or an import that may bring it."""


def select_artifact_plugins(
    names: Sequence[str], folders: Sequence[Path]
) -> tuple[str, ...] | None:
    """Return those of the plugins *names* that may implement the hook; None if no plugin may.

    The source is searched in *folders*. A plugin without a source there counts, as do installed
    plugins, which are trusted.
    """
    chosen = tuple(name for name in names if _may_have_hook(name, folders))
    return chosen if chosen or has_installed_plugins() else None


def _may_have_hook(name: str, folders: Sequence[Path]) -> bool:
    """Return whether the plugin *name* may implement the hook, without an import of it."""
    parts = name.strip().partition(":")[0].split(".")
    for folder in folders:
        path = folder.joinpath(*parts)
        for file in (path.with_suffix(".py"), path / "__init__.py"):
            if file.is_file():
                return HOOK_PATTERN.search(file.read_bytes()) is not None
    return True
