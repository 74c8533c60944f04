"""Lines of JSON as files: one record a line, or one array."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

PIECE = 1 << 18
"""Bytes gathered before they are handed on."""


def jsonl(lines: Iterable[bytes]) -> Iterator[bytes]:
    """One record a line [JSON Lines]."""
    return gathered(line + b"\n" for line in lines)


def array(lines: Iterable[bytes], indent: int = 0) -> Iterator[bytes]:
    """One array of all records: a record a line, or with *indent* spaces for each level."""
    return gathered(_array(lines, indent))


def _array(lines: Iterable[bytes], indent: int) -> Iterator[bytes]:
    before = b"[\n"
    for line in lines:
        yield before
        yield indented(line, indent)
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def indented(line: bytes, indent: int) -> bytes:
    """*line*, a record's JSON, as it stands within an array indented by *indent* spaces."""
    if not indent:
        return line
    text = json.dumps(json.loads(line), indent=indent, ensure_ascii=False)
    margin = " " * indent
    return (margin + text.replace("\n", "\n" + margin)).encode("utf-8")


def gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of about PIECE."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
