"""Unified diffs between a file and its new content, for files of any size."""

from __future__ import annotations

import difflib
import re
import tempfile
from collections import deque
from collections.abc import Iterable
from contextlib import ExitStack
from io import BytesIO
from itertools import islice, zip_longest
from pathlib import Path
from typing import BinaryIO

from pytest_fixturegen._internal.file_locks import find_tmp_folder
from pytest_fixturegen.errors import replace_controls

MAX_SHOWN_LINES = 60
"""Lines of a diff that are shown."""

CONTEXT_LINES = 3
"""Lines shown before and after a change."""

WINDOW_LINES = 2000
"""Lines that are compared, counted from the first difference."""

HUNK_HEADER = re.compile(r"^@@ -(\d+)(.*) \+(\d+)(.*) @@$")


def diff_file(path: Path, chunks: Iterable[bytes]) -> str:
    """Return the unified diff from the file at *path* to *chunks*, empty if they are equal.

    Nothing is written.
    """
    with ExitStack() as stack:
        new = stack.enter_context(tempfile.TemporaryFile(dir=find_tmp_folder()))
        new.writelines(chunks)
        new.seek(0)
        shown = path.as_posix()
        if path.is_file():
            old = stack.enter_context(path.open("rb"))
            return diff_streams(old, new, shown, shown)
        difference = diff_streams(BytesIO(), new, "/dev/null", shown)
        # A missing file differs from an empty one, too.
        return difference or f"--- /dev/null\n+++ {shown}"


def compare_file(path: Path, chunks: Iterable[bytes]) -> str:
    """Return how the file at *path* differs from *chunks*, which are not text; empty if equal."""
    # All chunks are read, whatever the file is: the rest of the output follows them.
    if not path.is_file():
        deque(chunks, maxlen=0)
        return f"{path.as_posix()} does not exist"
    is_equal = True
    with path.open("rb") as file:
        for chunk in chunks:
            is_equal = is_equal and file.read(len(chunk)) == chunk
        is_equal = is_equal and not file.read(1)
    return "" if is_equal else f"{path.as_posix()} differs"


def diff_streams(
    old: BinaryIO,
    new: BinaryIO,
    old_name: str,
    new_name: str,
) -> str:
    """Return the unified diff from *old* to *new*, empty if they are equal.

    Only WINDOW_LINES lines from the first difference on are compared, so that memory and time stay
    small for files of any size.
    """
    context: deque[bytes] = deque(maxlen=CONTEXT_LINES)
    for number, (old_line, new_line) in enumerate(zip_longest(old, new)):
        if old_line == new_line:
            context.append(old_line)
            continue
        old_window = _read_window(context, old_line, old)
        new_window = _read_window(context, new_line, new)
        is_whole = not (old.read(1) or new.read(1))
        rows = _diff_windows(old_window, new_window, old_name, new_name)
        return "\n".join(_format_diff(rows, number - len(context), is_whole=is_whole))
    return ""


def _read_window(
    context: Iterable[bytes],
    line: bytes | None,
    file: BinaryIO,
) -> list[str]:
    """Return *context*, *line* (None at the end of *file*) and the lines after it."""
    first = [] if line is None else [line]
    return list(map(_decode_line, [*context, *first, *islice(file, WINDOW_LINES)]))


def _diff_windows(
    old: list[str],
    new: list[str],
    old_name: str,
    new_name: str,
) -> list[str]:
    """Return the rows of the unified diff, without line ends.

    A line without its end makes two rows: the second is the note that it has none.
    """
    rows = difflib.unified_diff(
        old,
        new,
        old_name,
        new_name,
        lineterm="",
        n=CONTEXT_LINES,
    )
    return [part for row in rows for part in row.split("\n")]


def _decode_line(line: bytes) -> str:
    """Return *line* without its end and safe to print; a last line without an end has a note."""
    text = line.decode("utf-8", "replace")
    if text.endswith("\n"):
        return replace_controls(text[:-1])
    return f"{replace_controls(text)}\n\\ No newline at end of file"


def _format_diff(
    rows: list[str],
    skipped: int,
    *,
    is_whole: bool,
) -> list[str]:
    """Return the first of *rows*, with line numbers that count the *skipped* lines.

    If the diff is not whole, rows after the first hunk may change with the lines that were not
    read, so they are left out.
    """
    certain = rows if is_whole else _take_first_hunk(rows)
    shown = [_shift_hunk(row, skipped) for row in certain[:MAX_SHOWN_LINES]]
    if not is_whole:
        return [*shown, "… and what follows"]
    if len(rows) > MAX_SHOWN_LINES:
        return [*shown, f"… and {len(rows) - MAX_SHOWN_LINES} lines more"]
    return shown


def _take_first_hunk(rows: list[str]) -> list[str]:
    """Return *rows* up to the second hunk, or all of them if they have fewer than two hunks."""
    starts = [index for index, row in enumerate(rows) if HUNK_HEADER.match(row)]
    if len(starts) < 2:
        return rows
    return rows[: starts[1]]


def _shift_hunk(row: str, offset: int) -> str:
    """Return *row* with both line numbers raised by *offset* if it is the header of a hunk."""
    hunk = HUNK_HEADER.match(row)
    if hunk is None:
        return row
    old_start = int(hunk[1]) + offset
    new_start = int(hunk[3]) + offset
    return f"@@ -{old_start}{hunk[2]} +{new_start}{hunk[4]} @@"
