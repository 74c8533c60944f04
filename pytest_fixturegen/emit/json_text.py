"""Lines of JSON as files: one record a line, one array, or a record alone."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from typing import Literal

from pytest_fixturegen.frozen import dataclass

PIECE = 1 << 18
"""Bytes gathered before they are handed on."""

LONG = 0.25
"""Seconds after which they are handed on anyway."""


@dataclass(frozen=True, slots=True)
class Style:
    """How records stand in a file: in an *array*, each on its line, or *alone*; *indent* is in spaces a level.

    *plain*: as Python's json module writes them, with its spaces and escapes.
    """

    form: Literal["array", "lines", "alone"] = "array"
    indent: int = 0
    plain: bool = False


def text(lines: Iterable[bytes], style: Style, *, first: bool = True, last: bool = True) -> Iterator[bytes]:
    """*lines*, the JSON of a record each, as *style* has them. They are the *first* of a file, its *last*, or in between."""
    if style.form == "lines":
        return (written(line, Style("lines", 0, style.plain)) + b"\n" for line in lines)
    return _array(lines, style, first, last) if style.form == "array" else (written(line, style) + b"\n" for line in lines)


def _array(lines: Iterable[bytes], style: Style, first: bool, last: bool) -> Iterator[bytes]:
    before = b"[\n" if first else b",\n"
    empty = first
    for line in lines:
        yield before
        yield written(line, style)
        before, empty = b",\n", False
    if last:
        yield b"[]\n" if empty else b"\n]\n"


def written(line: bytes, style: Style) -> bytes:
    """*line*, a record's JSON, as it stands in a file of *style*."""
    if not style.indent and not style.plain:
        return line
    said = json.dumps(json.loads(line), indent=style.indent or None, ensure_ascii=style.plain)
    if style.form == "array" and style.indent:
        margin = " " * style.indent
        said = margin + said.replace("\n", "\n" + margin)
    return said.encode("utf-8")


def gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of about PIECE, or of what LONG brought."""
    held: list[bytes] = []
    size, since = 0, time.monotonic()
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= PIECE or time.monotonic() - since > LONG:
            yield b"".join(held)
            held, size, since = [], 0, time.monotonic()
    if held:
        yield b"".join(held)
