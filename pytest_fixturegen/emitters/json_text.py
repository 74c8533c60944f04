"""Lines of JSON as files: one record a line, one array, or a record alone."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from typing import Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass

CHUNK_SIZE = 1 << 18
"""Bytes gathered before they are handed on."""

MAX_CHUNK_SECONDS = 0.25
"""Seconds after which they are handed on anyway."""


@dataclass(frozen=True, slots=True)
class JsonLayout:
    """How records stand in a file: in an *array*, each on its line, or *alone*; *indent* is in spaces a level.

    *plain*: as Python's json module writes them, with its spaces and escapes.
    """

    form: Literal["array", "lines", "alone"] = "array"
    indent: int = 0
    is_plain: bool = False


def format_records(
    lines: Iterable[bytes], layout: JsonLayout, *, is_first: bool = True, is_last: bool = True
) -> Iterator[bytes]:
    """*lines*, the JSON of a record each, as *style* has them. They are the *first* of a file, its *last*, or in between."""
    if layout.form == "lines":
        return (
            format_record(line, JsonLayout("lines", 0, layout.is_plain)) + b"\n" for line in lines
        )
    return (
        _format_array(lines, layout, is_first, is_last)
        if layout.form == "array"
        else (format_record(line, layout) + b"\n" for line in lines)
    )


def _format_array(
    lines: Iterable[bytes], layout: JsonLayout, is_first: bool, is_last: bool
) -> Iterator[bytes]:
    before = b"[\n" if is_first else b",\n"
    empty = is_first
    for line in lines:
        yield before
        yield format_record(line, layout)
        before, empty = b",\n", False
    if is_last:
        yield b"[]\n" if empty else b"\n]\n"


def format_record(line: bytes, layout: JsonLayout) -> bytes:
    """*line*, a record's JSON, as it stands in a file of *style*."""
    if not layout.indent and not layout.is_plain:
        return line
    said = json.dumps(json.loads(line), indent=layout.indent or None, ensure_ascii=layout.is_plain)
    if layout.form == "array" and layout.indent:
        margin = " " * layout.indent
        said = margin + said.replace("\n", "\n" + margin)
    return said.encode("utf-8")


def gather_chunks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of about PIECE, or of what LONG brought."""
    held: list[bytes] = []
    size, since = 0, time.monotonic()
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= CHUNK_SIZE or time.monotonic() - since > MAX_CHUNK_SECONDS:
            yield b"".join(held)
            held, size, since = [], 0, time.monotonic()
    if held:
        yield b"".join(held)
