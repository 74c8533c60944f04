"""A file that a store reads and replaces, and that people may edit in the meantime."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen._internal.regular_files import open_regular
from pytest_fixturegen.errors import EmitError, StoreError, format_os_error
from pytest_fixturegen.store.adapters.limited_files import MAX_STATE_BYTES, read_within

Signature = tuple[int, int, int]
"""The time of the last change in nanoseconds, the size and the number of a file."""


def compute_digest(chunks: Iterable[bytes]) -> str:
    """Return the digest of a content."""
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


class WatchedFile:
    """The file at *path*, with the digest of the content that the store read or wrote last.

    *problem* says why the store cannot read the present content; it is empty if it can.
    """

    def __init__(
        self,
        path: Path,
        max_bytes: int = MAX_STATE_BYTES,
    ) -> None:
        """Start without a known content. No more than *max_bytes* are read."""
        self._path = path
        self._max_bytes = max_bytes
        self._signature: Signature | None = None
        self.digest = ""
        self.problem = ""

    def is_edited(self) -> bool:
        """Return whether the file has another content than the store knows.

        A file that does not exist is not edited, and a rejected content is known.
        """
        signature = self._read_signature()
        if signature == self._signature:
            return False
        if signature is None:
            self.problem = ""
            return False
        try:
            text, signature = self.read()
        except StoreError:  # a folder has its place, or it cannot be read any more
            return True
        if compute_digest([text]) != self.digest:
            return True
        self._signature, self.problem = signature, ""  # only touched
        return False

    def read(self) -> tuple[bytes, Signature | None]:
        """Return the content and its signature.

        Raise StoreError if the file cannot be read, or is too large.
        """
        signature = self._read_signature()
        try:
            with os.fdopen(open_regular(self._path, follow_links=True), "rb") as file:
                return read_within(file.fileno(), self._path, self._max_bytes), signature
        except OSError as error:
            raise StoreError(
                f"Cannot read {self._path}: {error.strerror}.", path=str(self._path)
            ) from error

    def accept(
        self,
        text: bytes,
        signature: Signature | None,
    ) -> None:
        """Take *text* as the content that the store knows."""
        self.digest, self._signature, self.problem = compute_digest([text]), signature, ""

    def reject(self, problem: str) -> None:
        """Remember that the store cannot read the present content, until it changes again."""
        self._signature, self.problem = self._read_signature(), problem

    def write(
        self,
        chunks: Iterable[bytes],
        announce: Callable[[str], None],
    ) -> str:
        """Replace the file, and return the digest of the content.

        Call *announce* with the digest before the file is replaced. Raise StoreError if it cannot
        be written.
        """
        digest = hashlib.sha256()

        def read_chunks() -> Iterator[bytes]:
            for chunk in chunks:
                digest.update(chunk)
                yield chunk
            announce(digest.hexdigest())

        try:
            write_atomically(self._path, read_chunks())
        except EmitError as error:
            raise StoreError(
                error.message, hint="Choose another path with --db-path.", path=str(self._path)
            ) from error
        self.digest, self._signature = digest.hexdigest(), self._read_signature()
        self.problem = ""
        return self.digest

    def make_write_error(self, error: OSError) -> StoreError:
        """Return the StoreError for a log that cannot be created next to the file."""
        return StoreError(
            f"{self._path} cannot be written: {format_os_error(error)}.",
            hint="Choose another path with --db-path.",
            path=str(self._path),
        )

    def _read_signature(self) -> Signature | None:
        """Return the signature of the file, or None if nothing is found."""
        try:
            status = os.stat(self._path)  # noqa: PTH116 - twice as fast, and runs for each change
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino
