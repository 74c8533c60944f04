"""Loads pyarrow, which only tables need."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen.errors import UsageError

OLDEST_VERSION = 18
"""The first version of pyarrow that has a type for UUIDs."""


def load_pyarrow() -> Any:
    """Return the module ``pyarrow``. Raise UsageError if it is missing, or too old."""
    hint = "pip install 'pytest-fixturegen[dataset]'"
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError("Arrow tables and Parquet files need pyarrow.", hint=hint) from error
    version = str(pyarrow.__version__)
    if int(version.split(".", 1)[0]) < OLDEST_VERSION:
        raise UsageError(
            f"Arrow tables and Parquet files need pyarrow {OLDEST_VERSION} or newer, got {version}.",
            hint=hint,
        )
    return pyarrow
