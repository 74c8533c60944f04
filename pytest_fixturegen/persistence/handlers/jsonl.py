"""Handler that writes a JSON Lines file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from pytest_fixturegen._internal.owned_files import JSON_LINES, require_replaceable
from pytest_fixturegen._internal.regular_files import find_real_path, open_regular
from pytest_fixturegen.errors import PersistError, format_os_error
from pytest_fixturegen.persistence.contract import Batch, BatchWriter, PersistenceContext
from pytest_fixturegen.persistence.destination_locks import lock_destination

COPY_BLOCK_BYTES = 1 << 16


def jsonl(context: PersistenceContext, *, path: Path) -> Iterator[BatchWriter]:
    """Write each record as a line to *path*, in which ``{model}`` and ``{seed}`` are filled in.

    A batch is on the disk before it counts as delivered. Its receipt is the length of the file
    after it, in bytes. In a resumed run, the lines after that length are compared with the records:
    lines that are equal stay, an incomplete last line is written again, and other lines are
    refused, since they show that the model, the seed or the options have changed.
    """
    target = Path(fill_path(str(path), context))
    with ExitStack() as stack:
        stack.enter_context(lock_destination(target))
        file = stack.enter_context(_open_file(target))
        receipt = context.receipt if isinstance(context.receipt, dict) else {}
        lines = LineFile(
            file,
            target,
            receipt.get(str(target), 0),
            keeps_tail=context.resume,
        )

        def write(batch: Batch) -> dict[str, int]:
            """Append *batch*, force it to the disk, and return the new length of the file."""
            return {**receipt, str(target): lines.append_batch(batch)}

        yield write
        lines.drop_incomplete_line()


class LineFile:
    """The open *file* at *path*, whose first *length* bytes were acknowledged.

    What follows them is dropped, unless it *keeps_tail*. Raises PersistError if the file is shorter
    than that.
    """

    def __init__(
        self,
        file: BinaryIO,
        path: Path,
        length: int,
        *,
        keeps_tail: bool,
    ) -> None:
        size = file.seek(0, os.SEEK_END)
        if size < length:
            raise PersistError(
                f"{path} has lost acknowledged records: expected at least {length} bytes, "
                f"got {size}.",
                hint="Restore the file, or leave out --resume to start over.",
                path=str(path),
            )
        self._file = file
        self._path = path
        self._length = length
        if not keeps_tail:
            file.truncate(length)

    def append_batch(self, batch: Batch) -> int:
        """Write *batch* after the acknowledged bytes, and return their new number."""
        text = b"".join(line + b"\n" for line in batch.lines)
        self._file.seek(self._length)
        existing = self._file.read(len(text))
        if not text.startswith(existing):
            raise PersistError(
                f"{self._path} has other records from byte {self._length} on: the model, the seed "
                "or the options have changed.",
                hint="Repeat the original command to resume it, or leave out --resume to start "
                "over.",
                path=str(self._path),
            )
        if existing != text:
            self._file.seek(self._length)
            self._file.write(text)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._length += len(text)
        return self._length

    def drop_incomplete_line(self) -> None:
        """Cut off a last line without its end; it was never acknowledged."""
        self._file.seek(self._length)
        complete = self._length
        position = self._length
        while block := self._file.read(COPY_BLOCK_BYTES):
            line_end = block.rfind(b"\n")
            if line_end >= 0:
                complete = position + line_end + 1
            position += len(block)
        self._file.truncate(complete)


def fill_path(path: str, context: PersistenceContext) -> str:
    """Return *path* with the name of the model and the seed of *context* filled in."""
    return path.replace("{model}", context.model).replace("{seed}", str(context.seed))


def _open_file(path: Path) -> BinaryIO:
    """Open *path* for reading and writing, with its content kept.

    Raises PersistError if that is impossible, and EmitError if it is not a file of JSON Lines.
    """
    require_replaceable(path, JSON_LINES, "the option 'path'")
    try:
        handle = open_regular(
            find_real_path(path),
            os.O_RDWR | os.O_CREAT,
        )
        return os.fdopen(handle, "r+b")
    except OSError as error:
        raise PersistError(
            f"{path} cannot be written: {format_os_error(error)}.",
            hint="Choose another path.",
            path=str(path),
        ) from error
