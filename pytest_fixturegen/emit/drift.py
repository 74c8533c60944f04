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

from pytest_fixturegen.claims import temporary_folder
from pytest_fixturegen.errors import plain_text

MOST = 60
"""Lines of a difference that are shown."""

AROUND = 3
"""Lines shown before and after a change."""

WINDOW = 2000
"""Lines that are compared from the first difference on."""

HUNK = re.compile(r"^@@ -(\d+)(.*) \+(\d+)(.*) @@$")


def difference_of(path: Path, chunks: Iterable[bytes]) -> str:
    """A unified diff from the file at *path* to *chunks*; empty when it says the same. Nothing is written."""
    with ExitStack() as stack:
        new = stack.enter_context(tempfile.TemporaryFile(dir=temporary_folder()))
        new.writelines(chunks)
        new.seek(0)
        old = stack.enter_context(path.open("rb")) if path.is_file() else None
        shown = path.as_posix()
        found = between(old or BytesIO(), new, shown if old else "/dev/null", shown)
        return found or ("" if old else f"--- /dev/null\n+++ {shown}")  # an empty file is missing


def between(old: BinaryIO, new: BinaryIO, one: str, other: str) -> str:
    """A unified diff from *old*, called *one*, to *new*, called *other*; empty when they say the same."""
    before: deque[bytes] = deque(maxlen=AROUND)
    for number, (was, now) in enumerate(zip_longest(old, new)):
        if was != now:
            windows = [
                [*before, *([line] if line is not None else []), *islice(file, WINDOW)]
                for line, file in ((was, old), (now, new))
            ]
            whole = not (old.read(1) or new.read(1))
            return "\n".join(_shown(_diff(windows, one, other), number - len(before), whole=whole))
        before.append(was)
    return ""


def _diff(windows: list[list[bytes]], one: str, other: str) -> list[str]:
    was, now = ([_text(line) for line in window] for window in windows)
    rows = difflib.unified_diff(was, now, one, other, lineterm="", n=AROUND)
    return [part for row in rows for part in row.split("\n")]


def _text(line: bytes) -> str:
    text = line.decode("utf-8", "replace")
    return plain_text(text[:-1]) if text.endswith("\n") else f"{plain_text(text)}\n\\ No newline at end of file"


def _shown(rows: list[str], skipped: int, *, whole: bool) -> list[str]:
    """The first of *rows*, with the line numbers of the whole files; of a window, only what is certain."""
    starts = [place for place, row in enumerate(rows) if HUNK.match(row)]
    certain = rows if whole or len(starts) < 2 else rows[: starts[1]]
    shown = [_moved(row, skipped) for row in certain[:MOST]]
    if whole and len(rows) > MOST:
        return [*shown, f"… and {len(rows) - MOST} lines more"]
    return shown if whole else [*shown, "… and what follows"]


def _moved(row: str, by: int) -> str:
    return HUNK.sub(lambda hunk: f"@@ -{int(hunk[1]) + by}{hunk[2]} +{int(hunk[3]) + by}{hunk[4]} @@", row)
