"""Files by path or URL: those with a scheme, such as ``s3://bucket/name``, are fsspec's."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from pytest_fixturegen.errors import EmitError, UsageError

READ_BYTES = 1 << 20
SCHEME_MARK = "://"


def is_url(path: str) -> bool:
    """Return whether *path* has a scheme."""
    return SCHEME_MARK in path


def find_file_system(path: str) -> tuple[Any, str]:
    """Return the file system of *path*, and its path there.

    Raise UsageError if fsspec, or the package for this scheme, is missing.
    """
    try:
        import fsspec  # type: ignore[import-untyped, unused-ignore]

        system, inner = fsspec.core.url_to_fs(path)
    except (ImportError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise UsageError(
            f"Cannot open {path}: {reason}.",
            hint="Install pytest-fixturegen[dask], and the package for the scheme (s3: s3fs).",
        ) from error
    return system, inner


def put_file(source: Path, path: str) -> None:
    """Copy *source* to *path*: a reader sees the whole file or none.

    Object stores show an object once it is complete; other file systems get a temporary name first.
    Raise EmitError if that fails.
    """
    system, inner = find_file_system(path)
    try:
        if "file" not in _list_protocols(system):
            system.put_file(str(source), inner)
            return
        target = Path(inner)
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{target.name}.{os.getpid()}.pfg-tmp")
        system.put_file(str(source), str(temporary))
        temporary.replace(target)
    except (OSError, ValueError, RuntimeError) as error:  # each file system has its own errors
        reason = " ".join(str(error).split()) or type(error).__name__
        raise EmitError(
            f"{path} cannot be written: {reason}.", hint="Choose another --out.", path=path
        ) from error


def _list_protocols(system: Any) -> tuple[str, ...]:
    """Return the schemes of a file system."""
    protocol = system.protocol
    return (protocol,) if isinstance(protocol, str) else tuple(protocol)


def measure_file(path: str) -> int | None:
    """Return the size of a file in bytes; None if it does not exist."""
    if not is_url(path):
        file = Path(path)
        return file.stat().st_size if file.is_file() else None
    system, inner = find_file_system(path)
    return int(system.size(inner)) if system.isfile(inner) else None


def compute_file_digest(path: str) -> str:
    """Return the SHA-256 digest of a file, in hexadecimal."""
    algorithm = hashlib.sha256()
    with open_file(path) as file:
        while block := file.read(READ_BYTES):
            algorithm.update(block)
    return algorithm.hexdigest()


def open_file(path: str) -> Any:
    """Return a file, open for reading bytes."""
    if not is_url(path):
        return Path(path).open("rb")
    system, inner = find_file_system(path)
    return system.open(inner, "rb")
