"""Opening of files that others may have put in the way: no call blocks, and no limit is missing.

A checkout may contain a named pipe or a symbolic link where this package expects a file. Opening a
pipe waits for the other end, and a link leads anywhere.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

SAFE_FLAGS = (
    getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""Flags for every open: a pipe does not block, and a terminal does not become this process's own.
"""

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)

LINK_TEXT = "it is a symbolic link"
SPECIAL_TEXT = "it is a pipe, a socket or a device"
OUTSIDE_TEXT = "a symbolic link on the way leads out of the working directory"

MAX_TEXT_BYTES = 64 << 20
"""Bytes of a configuration or of another small file; a larger one is not read."""


def open_regular(
    name: str | Path,
    flags: int = os.O_RDONLY,
    *,
    folder: int | None = None,
    follow_links: bool = False,
) -> int:
    """Return a handle of the regular file *name*, opened with *flags*, without waiting.

    *name* is relative to the open *folder* if there is one. A missing file is created if *flags*
    say so.

    Raises:
        OSError: If the file cannot be opened or is not regular, or if it is a link and links are
            not followed.
    """
    all_flags = flags | SAFE_FLAGS | (0 if follow_links else NO_FOLLOW)
    try:
        handle = os.open(
            name,
            all_flags,
            0o666,
            dir_fd=folder,
        )
    except OSError as error:
        raise _explain_error(error) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        os.close(handle)
        if is_folder:
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        raise OSError(errno.ENXIO, SPECIAL_TEXT)
    return handle


def _explain_error(error: OSError) -> OSError:
    """Return *error* with a reason that says what is in the way, if open(2) has a code for it."""
    if error.errno == errno.ELOOP:  # a link, and O_NOFOLLOW is set
        return OSError(errno.ELOOP, LINK_TEXT)
    if error.errno == errno.ENXIO:  # a socket, or a pipe without a reader
        return OSError(errno.ENXIO, SPECIAL_TEXT)
    return error


def read_regular(path: str | Path, max_bytes: int = MAX_TEXT_BYTES) -> bytes:
    """Return the content of the regular file at *path*. A link to a file is followed.

    Raises:
        OSError: If it cannot be read, is a pipe or a device, or has more than *max_bytes* bytes.
    """
    with os.fdopen(open_regular(path, follow_links=True), "rb") as file:
        # A sparse file of many gigabytes costs nothing to make; files of /proc have no size.
        size = os.fstat(file.fileno()).st_size
        content = b"" if size > max_bytes else file.read(max_bytes + 1)
    if max(size, len(content)) > max_bytes:
        raise OSError(errno.EFBIG, f"it has more than {max_bytes:,} bytes")
    return content


def read_regular_start(path: str | Path, max_bytes: int) -> bytes:
    """Return the first *max_bytes* of the regular file at *path*, or less.

    Raises:
        OSError: If it cannot be read, or is a pipe or a device.
    """
    with os.fdopen(open_regular(path, follow_links=True), "rb") as file:
        return file.read(max_bytes)


def read_regular_text(
    path: str | Path,
    encoding: str = "utf-8",
    errors: str = "strict",
    max_bytes: int = MAX_TEXT_BYTES,
) -> str:
    """Return the text of the regular file at *path*, with line ends as ``\\n``.

    Raises:
        OSError: As :func:`read_regular` does.
        UnicodeDecodeError: If the text is in another *encoding*.
    """
    text = read_regular(path, max_bytes).decode(encoding, errors)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def require_plain_path(path: Path) -> None:
    """Raise OSError if another library must not open a file at *path*.

    It must not open a pipe, a device, or a link that leads out of the working directory.
    """
    real_path = find_real_path(path)
    if os.path.lexists(real_path) and not (real_path.is_file() or real_path.is_dir()):
        raise OSError(errno.ENXIO, SPECIAL_TEXT)


def is_own(status: os.stat_result) -> bool:
    """Return whether the file with *status* belongs to the user of this process."""
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()


def find_real_path(path: Path, *, is_named: bool = True) -> Path:
    """Return the absolute *path* without links, as the place to write to.

    A link in the working directory, or below it, may come with a checkout: it is followed only
    within the working directory. Other links belong to the machine. *is_named*: whether the user
    named exactly this path; otherwise its last part must not be a link.

    Raises:
        OSError: If a link must not be followed.
    """
    here = _find_working_folder(path)
    base = os.path.realpath(here)
    first, *parts = Path(here, path).parts
    place = first
    for number, part in enumerate(parts, start=1):
        entry = os.path.normpath(Path(place, part))
        if not os.path.islink(entry):  # noqa: PTH114
            place = entry
            continue
        if number == len(parts) and not is_named:
            raise OSError(errno.ELOOP, LINK_TEXT)
        place = _follow_link(entry, base)
    return Path(place)


def _find_working_folder(path: Path) -> str:
    """Return the working directory; if it was deleted, an absolute *path* does not need it."""
    try:
        return os.getcwd()  # noqa: PTH109
    except FileNotFoundError:
        if not path.is_absolute():
            raise
        return path.anchor


def _follow_link(entry: str, base: str) -> str:
    """Return where the link *entry* leads; one below the folder *base* must not lead out of it."""
    target = os.path.realpath(entry)
    if os.path.islink(target):  # noqa: PTH114
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    is_checked = Path(entry).parent.is_relative_to(base)
    if is_checked and not Path(target).is_relative_to(base):
        raise OSError(errno.ELOOP, OUTSIDE_TEXT)
    return target
