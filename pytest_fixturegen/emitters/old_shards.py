"""Shards that an earlier, longer run left behind.

A file counts as a leftover if its path is that of the next shard, without a gap in the numbers,
and if its content has the form that this run writes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from pytest_fixturegen.emitters.json_text import JsonLayout
from pytest_fixturegen.emitters.outputs import SHARD_PLACEHOLDERS, Outlet, format_shard_parts
from pytest_fixturegen.errors import EmitError, format_os_error
from pytest_fixturegen.plugins.contracts import WrittenOutput

MAX_RECORD_BYTES = 1 << 20
"""Bytes of a file that are read to recognize it."""


def remove_old_shards(
    outlet: Outlet,
    last_parts: Mapping[str, Any],
    shard_size: int,
    has_form: Callable[[Path], bool],
) -> Iterator[WrittenOutput]:
    """Remove the shards after the last one, which has *last_parts*; yield one result for each.

    *has_form* returns whether a file has the form of this run. A check only compares: then the
    shards are stale outputs.
    """
    if not any(placeholder in outlet.template for placeholder in SHARD_PLACEHOLDERS):
        return
    for shard in count(int(last_parts["shard"]) + 1):
        parts = {**last_parts, **format_shard_parts(shard, shard * shard_size)}
        path = outlet.format_path(**parts)
        if not outlet.is_free(path) or not has_form(path):
            return
        yield remove_shard(path, is_check=outlet.is_check)


def has_layout(path: Path, layout: JsonLayout) -> bool:
    """Return whether *path* is a file that begins as one with *layout* does."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(MAX_RECORD_BYTES)
    if layout.form == "array":
        return head.startswith((b"[\n", b"[]\n"))
    text = head if layout.form == "alone" else head.split(b"\n", 1)[0]
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def remove_shard(path: Path, *, is_check: bool) -> WrittenOutput:
    """Remove the file at *path*; if *is_check*, return its difference to nothing instead."""
    if is_check:
        from pytest_fixturegen.emitters.file_diff import diff_file

        return WrittenOutput(
            path,
            has_changed=True,
            difference=diff_file(path, ()),
        )
    try:
        path.unlink()
    except OSError as error:
        raise EmitError(
            f"Cannot remove {path}, which an earlier run left: {format_os_error(error)}.",
            hint="Remove it yourself.",
            path=str(path),
        ) from error
    return WrittenOutput(path, has_changed=True, is_removed=True)
