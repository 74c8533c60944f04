"""Lays out lines of JSON as files: one record a line, one array, or single records."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import orjson

from pytest_fixturegen._internal.frozen_dataclass import dataclass

CHUNK_SIZE = 1 << 18
"""Bytes that are gathered before they are handed on."""

MAX_CHUNK_SECONDS = 0.25
"""Seconds after which gathered bytes are handed on anyway."""

ORJSON_INDENT = 2
"""Spaces of the one indentation that orjson supports."""

PYTHON_NUMBER_PATTERN = re.compile(rb"\d[eE][-+]?\d|0\.0000|\d{19}")
"""Finds numbers that orjson and Python may write in different ways.

These are floats with an exponent (``1e16`` and ``1e+16``, ``0.00001`` and ``1e-05``) and integers
of more than 64 bits. Text that looks like them costs a little time and nothing else.
"""


@dataclass(frozen=True, slots=True)
class JsonLayout:
    """Layout of records in a file.

    *form* is one array with a record a line, JSON Lines, or a record alone. *indent* is in spaces a
    level. If *is_plain*, text is as Python's json module writes it, with its spaces and escapes.
    """

    form: Literal["array", "lines", "alone"] = "array"
    indent: int = 0
    is_plain: bool = False


def format_records(
    lines: Iterable[bytes],
    layout: JsonLayout,
    *,
    is_first: bool = True,
    is_last: bool = True,
) -> Iterator[bytes]:
    """Yield the bytes of *lines*, the JSON of one record each, in *layout*.

    *is_first* and *is_last* say whether the lines begin and end the file, or continue it.
    """
    if layout.form == "array":
        return _format_array(lines, layout, is_first, is_last)
    if layout.form == "lines":
        layout = JsonLayout("lines", 0, layout.is_plain)
    return (format_record(line, layout) + b"\n" for line in lines)


def _format_array(
    lines: Iterable[bytes],
    layout: JsonLayout,
    is_first: bool,
    is_last: bool,
) -> Iterator[bytes]:
    """Yield an array with its brackets at the two ends of the file only.

    An array without records is ``[]``.
    """
    separator = b"[\n" if is_first else b",\n"
    is_empty = is_first
    for line in lines:
        yield separator
        yield format_record(line, layout)
        separator = b",\n"
        is_empty = False
    if is_last:
        yield b"[]\n" if is_empty else b"\n]\n"


def format_record(line: bytes, layout: JsonLayout) -> bytes:
    """Return *line*, the JSON of a record, in *layout*."""
    if not layout.indent and not layout.is_plain:
        return line
    text = _indent_record(line, layout)
    if layout.form == "array" and layout.indent:
        margin = b" " * layout.indent
        text = margin + text.replace(b"\n", b"\n" + margin)
    return text


def _indent_record(line: bytes, layout: JsonLayout) -> bytes:
    """Return *line* as Python's json module indents it.

    The faster orjson does it if that makes no difference.
    """
    is_fast = layout.indent == ORJSON_INDENT and not layout.is_plain
    if is_fast and not PYTHON_NUMBER_PATTERN.search(line):
        return orjson.dumps(
            orjson.loads(line),
            option=orjson.OPT_INDENT_2,
        )
    record = json.loads(line)
    text = json.dumps(
        record,
        indent=layout.indent or None,
        ensure_ascii=layout.is_plain,
    )
    return text.encode("utf-8")


def gather_chunks(
    pieces: Iterable[bytes], clock: Callable[[], float] = time.monotonic
) -> Iterator[bytes]:
    """Yield the bytes of *pieces* in chunks of CHUNK_SIZE, or of MAX_CHUNK_SECONDS if that is less.

    *clock* returns the time in seconds.
    """
    gathered: list[bytes] = []
    size = 0
    started = clock()
    for piece in pieces:
        gathered.append(piece)
        size += len(piece)
        if size >= CHUNK_SIZE or clock() - started > MAX_CHUNK_SECONDS:
            yield b"".join(gathered)
            gathered = []
            size = 0
            started = clock()
    if gathered:
        yield b"".join(gathered)
