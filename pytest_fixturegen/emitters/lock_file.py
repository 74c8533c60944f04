"""``pfg.lock``: what commands made, and from what, so that a drift can be found and explained.

The file has no times and no absolute paths: the same commands give the same bytes everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen._internal.regular_files import read_regular
from pytest_fixturegen._internal.remote_files import is_url, open_file
from pytest_fixturegen.config.dataset_options import COLUMNAR_FORMATS
from pytest_fixturegen.errors import ConfigError, UsageError, format_os_error

FILE_VERSION = 1
LOCK_FILE = "pfg.lock"
MAX_FILE_BYTES = 100_000_000
LIBRARIES = ("pytest-fixturegen", "pydantic")
"""Packages whose versions decide what a seed gives."""

COLUMNAR_LIBRARY = "pyarrow"
"""The package that writes the files of some formats; its version decides their bytes."""

RENEW_HINT = "Correct the file, or delete it and lock the commands again."

Entry = dict[str, Any]
"""One command: its options, its models and its artifacts."""

ENTRY_TYPES: dict[str, type] = {
    "command": str,
    "seed": int,
    "options": dict,
    "models": dict,
    "artifacts": list,
}
MODEL_TYPES: dict[str, type] = {"digest": str, "code": str, "fields": dict}
ARTIFACT_TYPES: dict[str, type] = {"path": str, "models": list, "bytes": int, "sha256": str}


def list_libraries(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return the packages that decide the bytes of the files of *entries*."""
    formats = {
        entry["options"].get("dataset.format", "parquet")
        for entry in entries
        if any(option.startswith("dataset.") for option in entry["options"])
    }
    return (*LIBRARIES, COLUMNAR_LIBRARY) if formats & COLUMNAR_FORMATS else LIBRARIES


def read_library_versions(names: Iterable[str]) -> dict[str, str]:
    """Return the versions of the packages *names*."""
    return {name: find_version(name) for name in names}


def find_version(name: str) -> str:
    """Return the version of an installed package; empty if it runs from its source alone."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def read_lock(path: str) -> dict[str, Any]:
    """Return the content of the lock file at *path*: ``libraries`` and ``entries``.

    Raise UsageError if it does not exist, and ConfigError, which names the key, if it is invalid.
    """
    try:
        body = json.loads(_read_text(path))
    except FileNotFoundError:
        raise UsageError(
            f"There is no {path}.",
            hint="Write one with 'pfg lock TARGET', such as pfg lock app/models.py -n 100.",
        ) from None
    except OSError as error:
        raise ConfigError(
            f"{path} cannot be read: {format_os_error(error)}.", hint=RENEW_HINT, file=path
        ) from error
    except (ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise ConfigError(
            f"{path} cannot be read as JSON: {reason}.", hint=RENEW_HINT, file=path
        ) from error
    _require_valid(path, body)
    return dict(body)


def _read_text(path: str) -> str:
    """Return the text of the lock at *path*, which may be a URL."""
    if not is_url(path):
        return read_regular(Path(path), MAX_FILE_BYTES).decode("utf-8")
    with open_file(path) as file:
        return bytes(file.read(MAX_FILE_BYTES)).decode("utf-8")


def write_lock(path: Path, entries: list[Entry]) -> bool:
    """Write *entries*, sorted by command, to *path*; return whether the file has changed."""
    return write_atomically(path, [format_lock(entries)], is_named=False)


def format_lock(entries: list[Entry]) -> bytes:
    """Return the text of a lock with *entries*, sorted by command."""
    body = {
        "version": FILE_VERSION,
        "libraries": read_library_versions(list_libraries(entries)),
        "entries": sorted(entries, key=lambda entry: str(entry["command"])),
    }
    text = json.dumps(body, indent=2, ensure_ascii=False) + "\n"
    return text.encode("utf-8", "backslashreplace")


def _require_valid(path: str, body: Any) -> None:
    """Raise ConfigError, which names the key, unless *body* has the form of a lock."""
    _require_object(path, "the file", body, {"version": int, "libraries": dict, "entries": list})
    if body["version"] != FILE_VERSION:
        raise _build_invalid_error(path, "version", str(FILE_VERSION))
    for number, entry in enumerate(body["entries"]):
        key = f"entries[{number}]"
        _require_object(path, key, entry, ENTRY_TYPES)
        for name, model in entry["models"].items():
            _require_object(path, f"{key}.models.{name}", model, MODEL_TYPES)
        for place, artifact in enumerate(entry["artifacts"]):
            _require_object(path, f"{key}.artifacts[{place}]", artifact, ARTIFACT_TYPES)


def _require_object(
    path: str,
    key: str,
    value: Any,
    types: dict[str, type],
) -> None:
    """Raise ConfigError unless *value*, at *key*, is an object with values of *types*."""
    if not isinstance(value, dict):
        raise _build_invalid_error(path, key, "an object")
    for name, kind in types.items():
        if not isinstance(value.get(name), kind):
            raise _build_invalid_error(path, f"{key}.{name}", f"a value of type {kind.__name__}")


def _build_invalid_error(
    path: str,
    key: str,
    expected: str,
) -> ConfigError:
    """Return the error that *key* of the file at *path* is not what is *expected*."""
    return ConfigError(
        f"Invalid {key} in {path}: expected {expected}.",
        hint=RENEW_HINT,
        file=path,
        key=key,
    )
