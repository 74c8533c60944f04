"""What would change in a file: a unified diff, of files of any size."""

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
"""Lines of a difference that are shown."""

CONTEXT_LINES = 3
"""Lines shown before and after a change."""

WINDOW_LINES = 2000
"""Lines that are compared from the first difference on."""

HUNK_HEADER = re.compile(r"^@@ -(\d+)(.*) \+(\d+)(.*) @@$")


def diff_file(path: Path, chunks: Iterable[bytes]) -> str:
    """A unified diff from the file at *path* to *chunks*; empty when it says the same. Nothing is written."""
    with ExitStack() as stack:
        new = stack.enter_context(tempfile.TemporaryFile(dir=find_tmp_folder()))
        new.writelines(chunks)
        new.seek(0)
        old = stack.enter_context(path.open("rb")) if path.is_file() else None
        shown = path.as_posix()
        found = diff_streams(old or BytesIO(), new, shown if old else "/dev/null", shown)
        return found or ("" if old else f"--- /dev/null\n+++ {shown}")  # an empty file is missing


def diff_streams(old: BinaryIO, new: BinaryIO, old_name: str, new_name: str) -> str:
    """A unified diff from *old*, called *one*, to *new*, called *other*; empty when they say the same."""
    before: deque[bytes] = deque(maxlen=CONTEXT_LINES)
    for number, (was, now) in enumerate(zip_longest(old, new)):
        if was != now:
            windows = [
                [*before, *([line] if line is not None else []), *islice(file, WINDOW_LINES)]
                for line, file in ((was, old), (now, new))
            ]
            whole = not (old.read(1) or new.read(1))
            return "\n".join(
                _format_diff(
                    _diff_windows(windows, old_name, new_name), number - len(before), is_whole=whole
                )
            )
        before.append(was)
    return ""


def _diff_windows(windows: list[list[bytes]], old_name: str, new_name: str) -> list[str]:
    was, now = ([_decode_line(line) for line in window] for window in windows)
    rows = difflib.unified_diff(was, now, old_name, new_name, lineterm="", n=CONTEXT_LINES)
    return [part for row in rows for part in row.split("\n")]


def _decode_line(line: bytes) -> str:
    text = line.decode("utf-8", "replace")
    return (
        replace_controls(text[:-1])
        if text.endswith("\n")
        else f"{replace_controls(text)}\n\\ No newline at end of file"
    )


def _format_diff(rows: list[str], skipped: int, *, is_whole: bool) -> list[str]:
    """The first of *rows*, with the line numbers of the whole files; of a window, only what is certain."""
    starts = [place for place, row in enumerate(rows) if HUNK_HEADER.match(row)]
    certain = rows if is_whole or len(starts) < 2 else rows[: starts[1]]
    shown = [_shift_hunk(row, skipped) for row in certain[:MAX_SHOWN_LINES]]
    if is_whole and len(rows) > MAX_SHOWN_LINES:
        return [*shown, f"… and {len(rows) - MAX_SHOWN_LINES} lines more"]
    return shown if is_whole else [*shown, "… and what follows"]


def _shift_hunk(row: str, offset: int) -> str:
    return HUNK_HEADER.sub(
        lambda hunk: f"@@ -{int(hunk[1]) + offset}{hunk[2]} +{int(hunk[3]) + offset}{hunk[4]} @@",
        row,
    )
