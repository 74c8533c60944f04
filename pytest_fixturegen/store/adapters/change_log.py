"""The log of a JSON file: committed changes that the file does not contain yet.

The log ``db.json.log`` exists while a store has ``db.json`` open, and its lock keeps other
processes out. Its header names the process, and the digest of the file to which the changes apply.
The entry of a transaction is a text of lines and a last line with a checksum, so an entry that a
crash cut off is recognized, and dropped.
"""

from __future__ import annotations

import os
import secrets
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from pytest_fixturegen._internal.file_locks import open_exclusively
from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import StoreError, format_os_error
from pytest_fixturegen.store.adapters.limited_files import MAX_STATE_BYTES, read_within

LOG_SUFFIX = ".log"
"""The suffix of the log, after the name of the JSON file."""

HEADER_TEMPLATE = "pfg-log {version} {pid:>10} {token} {base:>64}\n"
VERSION = 1
HEADER_LENGTH = len(
    HEADER_TEMPLATE.format(
        version=VERSION,
        pid=0,
        token="0" * 16,
        base="",
    )
)
"""Bytes of the header. The length is fixed, so a new header replaces the old one in one write."""

COMMIT_PREFIX = b"commit "
BASE_PREFIX = b"base "


@dataclass(frozen=True, slots=True)
class LogHeader:
    """The process that wrote the log, the *token* of its entries, and the digest of the file."""

    pid: int
    token: bytes
    base: str


@dataclass(frozen=True, slots=True)
class LogEntry:
    """The changes of one transaction, or the digest of a file that replaced the one before."""

    changes: tuple[bytes, ...] = ()
    base: str = ""


class ChangeLog:
    """The log of the JSON file at *path*. Its methods raise StoreError if the disk fails."""

    def __init__(
        self,
        path: Path,
        max_bytes: int = MAX_STATE_BYTES,
    ) -> None:
        """Remember where the log belongs, and the size to read. *acquire* opens and locks it."""
        self._target = path
        self._max_bytes = max_bytes
        self._path = path.with_name(path.name + LOG_SUFFIX)
        self._handle: int | None = None
        self._size = 0
        self._token = b""

    @property
    def path(self) -> Path:
        """The path of the log."""
        return self._path

    @property
    def is_open(self) -> bool:
        """Whether this process holds the lock."""
        return self._handle is not None

    def acquire(self) -> None:
        """Create the log if necessary, and lock it.

        Raise StoreError with the id of the other process if one has the file open, and OSError if
        the log cannot be created.
        """
        target = self._path.parent
        target.mkdir(parents=True, exist_ok=True)
        if self._handle is None:
            handle, is_locked = open_exclusively(self._path)
            if not is_locked:
                header = _read_header(os.read(handle, HEADER_LENGTH))
                os.close(handle)
                raise self._make_used_error(header)
            self._handle = handle
        self._size = os.fstat(self._handle).st_size

    def read_pending(self, base: str) -> tuple[bytes, ...] | None:
        """Return the changes that the file with the digest *base* lacks, in their order.

        Return None if there are changes, and they belong to another content of the file. Raise
        StoreError if the log is too large.
        """
        assert self._handle is not None
        text = read_within(
            self._handle,
            self._path,
            self._max_bytes,
        )
        header = _read_header(text)
        if header is None:
            return ()
        is_known, pending = header.base == base, list[bytes]()
        for entry in _parse_entries(text[HEADER_LENGTH:], header.token):
            if entry.base == base:
                is_known, pending = True, []
            pending += entry.changes
        return tuple(pending) if is_known or not pending else None

    def restart(self, base: str) -> None:
        """Drop all entries: from now on, they apply to the file with the digest *base*."""
        token = secrets.token_hex(8)
        header = HEADER_TEMPLATE.format(
            version=VERSION,
            pid=os.getpid(),
            token=token,
            base=base,
        ).encode()
        # After a crash between the two steps, the checksums of the old entries are wrong.
        with self._translate_errors():
            assert self._handle is not None
            _write_at(self._handle, header, 0)
            os.ftruncate(self._handle, HEADER_LENGTH)
        self._token, self._size = token.encode(), HEADER_LENGTH

    def append(self, changes: Sequence[bytes]) -> None:
        """Write *changes* as one entry. They survive the end of this process, however it ends."""
        body = b"".join(changes)
        self._append_text(body + _make_commit_line(body, self._token))

    def append_base(self, base: str) -> None:
        """Note, on the disk, that a file with the digest *base* is about to replace the file.

        It contains all changes before this entry.
        """
        body = BASE_PREFIX + base.encode() + b"\n"
        self._append_text(body + _make_commit_line(body, self._token))
        self.sync()

    def sync(self) -> None:
        """Force the entries to the disk, so that they survive a power cut."""
        with self._translate_errors():
            assert self._handle is not None
            os.fsync(self._handle)

    def close(self, *, is_obsolete: bool) -> None:
        """Release the lock. Delete the log if it *is_obsolete*."""
        if self._handle is None:
            return
        if is_obsolete:
            with suppress(OSError):  # a next start ignores it: it has no entries
                self._path.unlink()
        os.close(self._handle)
        self._handle = None

    def _append_text(self, text: bytes) -> None:
        """Write *text* at the end. If that fails, cut what was written."""
        assert self._handle is not None
        try:
            _write_at(self._handle, text, self._size)
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(self._handle, self._size)
            raise self._make_disk_error(error) from error
        self._size += len(text)

    def _translate_errors(self) -> _DiskErrors:
        return _DiskErrors(self._make_disk_error)

    def _make_disk_error(self, error: OSError) -> StoreError:
        """Return the error that the log cannot be written."""
        return StoreError(
            f"{self._path} cannot be written: {format_os_error(error)}.",
            hint="Make room, or choose another path with --db-path.",
            path=str(self._path),
        )

    def _make_used_error(self, header: LogHeader | None) -> StoreError:
        """Return the StoreError of a file that another store has open."""
        owner = "another process"
        if header is not None:
            is_own = header.pid == os.getpid()
            owner = f"{'this process' if is_own else 'process'} {header.pid}"
        return StoreError(
            f"{self._target} is in use by {owner}: expected a file that no other store has open.",
            hint="Stop the other store, or choose another file with --db-path.",
            path=str(self._target),
            pid=header.pid if header else None,
        )


class _DiskErrors:
    """A scope that turns OSError into the error that *make_error* returns."""

    def __init__(self, make_error: Callable[[OSError], StoreError]) -> None:
        self._make_error = make_error

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: object,
        error: object,
        traceback: object,
    ) -> None:
        if isinstance(error, OSError):
            raise self._make_error(error) from error


def _make_commit_line(body: bytes, token: bytes) -> bytes:
    """Return the last line of an entry. Its checksum depends on the header of the log."""
    return COMMIT_PREFIX + b"%08x\n" % zlib.crc32(body, zlib.crc32(token))


def _parse_entries(text: bytes, token: bytes) -> Iterator[LogEntry]:
    """Yield the complete entries of *text*, up to the first one that a crash cut off."""
    lines: list[bytes] = []
    for content in text.split(b"\n"):
        line = content + b"\n"
        if not line.startswith(COMMIT_PREFIX):
            lines.append(line)
            continue
        body = b"".join(lines)
        if line != _make_commit_line(body, token):
            return
        if body.startswith(BASE_PREFIX):
            yield LogEntry(base=body.removeprefix(BASE_PREFIX).decode().strip())
        else:
            yield LogEntry(tuple(lines))
        lines = []


def _read_header(text: bytes) -> LogHeader | None:
    """Return the header of a log, or None if *text* does not start with a complete one."""
    parts = text[:HEADER_LENGTH].decode("ascii", "replace").split()
    if len(text) < HEADER_LENGTH or parts[:2] != ["pfg-log", str(VERSION)]:
        return None
    base = parts[4] if len(parts) > 4 else ""
    return LogHeader(
        int(parts[2]),
        parts[3].encode(),
        base,
    )


def _write_at(
    handle: int,
    text: bytes,
    position: int,
) -> None:
    """Write all of *text* at *position*."""
    os.lseek(handle, position, os.SEEK_SET)
    remaining = memoryview(text)
    while remaining:
        remaining = remaining[os.write(handle, remaining) :]
