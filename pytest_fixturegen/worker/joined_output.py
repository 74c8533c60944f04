"""One output of several models: an object with an array for each, or their JSON Lines in order.

The text of a model is held back until it is complete, so that a model that fails leaves no trace in
the output of the others.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Literal, cast

from pytest_fixturegen._internal.file_locks import find_tmp_folder
from pytest_fixturegen._internal.frozen_dataclass import dataclass

HELD_BYTES = 8 << 20
"""Bytes of a model's text that are held in memory; a longer text goes to a temporary file."""

READ_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class JoinedLayout:
    """Layout of several models in one output.

    *form* is an object by the names of models, or JSON Lines. *indent* and *is_plain* are those of
    :class:`json_text.JsonLayout`.
    """

    form: Literal["object", "lines"] = "object"
    indent: int = 0
    is_plain: bool = False

    def format_model(
        self,
        name: str,
        text: BinaryIO,
        *,
        is_first: bool,
    ) -> Iterator[bytes]:
        """Yield *text*, the records of the model *name*, as the next part of the output."""
        if self.form == "lines":
            yield from iter(lambda: text.read(READ_BYTES), b"")
            return
        margin = b" " * self.indent
        yield b"{\n" if is_first else b",\n"
        yield margin + json.dumps(name, ensure_ascii=self.is_plain).encode() + b": "
        # Strings of JSON have no line breaks, so each line break is one of the layout.
        previous = b""
        for block in iter(lambda: text.read(READ_BYTES), b""):
            yield previous.replace(b"\n", b"\n" + margin)
            previous = block
        yield previous.rstrip(b"\n").replace(b"\n", b"\n" + margin)

    @property
    def end(self) -> bytes:
        """The text after the last model."""
        return b"" if self.form == "lines" else b"\n}\n"


@contextmanager
def hold_text(chunks: Iterable[bytes]) -> Iterator[BinaryIO]:
    """Yield a file with all *chunks*, which is forgotten afterwards."""
    with tempfile.SpooledTemporaryFile(HELD_BYTES, dir=str(find_tmp_folder())) as file:
        for chunk in chunks:  # writelines() would keep all of them in memory
            file.write(chunk)
        file.seek(0)
        yield cast("BinaryIO", file)
